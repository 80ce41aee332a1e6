import { fork } from 'node:child_process';
import { once } from 'node:events';

const ITEMS = 100_000;

interface Figures {
  readonly items: number;
  readonly questions: number;
  /** Until the first answers: the plan is read and understood, what could be joint is found. */
  readonly firstMs: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU of the whole process, for machines that others keep busy. */
  readonly cpuP99: number;
  /** Of those that count over every procurement (shares, savings, costs, lessons), and of the others. */
  readonly p50Counting: number;
  readonly p99NotCounting: number;
  readonly slowest: { readonly text: string; readonly topic: string; readonly ms: number };
  readonly rssMb: number;
}

/** The contract's questions with answer and card over a store of 100,000 items; aim: below 50 ms at p99. */
export const questions = async (): Promise<{ readonly json: unknown; readonly text: readonly string[] }> => {
  const child = fork(new URL('./questions/run.ts', import.meta.url), [String(ITEMS)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [json] = (await once(child, 'message')) as [Figures];
  return {
    json,
    text: [
      `${json.questions} questions over ${json.items} items: p50 ${json.p50.toFixed(1)} ms, p99 ${json.p99.toFixed(1)} ms (${json.cpuP99.toFixed(1)} ms of CPU), slowest ${json.slowest.ms.toFixed(0)} ms (${json.slowest.text})`,
      `of those that count over every procurement p50 ${json.p50Counting.toFixed(0)} ms; of the others p99 ${json.p99NotCounting.toFixed(1)} ms`,
      `first answers after ${(json.firstMs / 1000).toFixed(1)} s, RSS ${json.rssMb.toFixed(0)} MB`,
    ],
  };
};
