import { fork } from 'node:child_process';
import { once } from 'node:events';

const LESSONS = 100_000;

interface Figures {
  readonly items: number;
  readonly questions: number;
  /** Until the first is found by goods and title, and until the first is found by words. */
  readonly relatedFirstMs: number;
  readonly buildMs: number;
  /** CPU of the process, its collector's threads included, which a busy machine distorts less. */
  readonly buildCpuMs: number;
  readonly longestBlockMs: number;
  readonly p50: number;
  readonly p99: number;
  readonly searchCpuMs: number;
  /** Asked for right after one lesson was written. */
  readonly changedMs: number;
  readonly changedCpuMs: number;
  /** What the process grew by, and all of it. */
  readonly memoryMb: number;
  readonly rssMb: number;
  /** What is usual: all loaded at once and given to MiniSearch, again after every change. */
  readonly naive: {
    readonly buildMs: number;
    readonly buildCpuMs: number;
    readonly searchCpuMs: number;
    readonly rssMb: number;
  };
}

/** Lessons asked for by words, beside MiniSearch over everything; aim: a search in milliseconds, nobody waits for the making. */
export const lessons = async (): Promise<{ readonly json: unknown; readonly text: readonly string[] }> => {
  const child = fork(new URL('./lessons/run.ts', import.meta.url), [String(LESSONS)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [figures] = (await once(child, 'message')) as [Figures];
  const { naive } = figures;
  const ratios = {
    build: figures.buildCpuMs / naive.buildCpuMs,
    search: figures.searchCpuMs / naive.searchCpuMs,
    change: figures.changedCpuMs / naive.buildCpuMs,
  };
  const times = (ratio: number): string => `${ratio.toPrecision(2)} of the usual`;
  return {
    json: { ...figures, ratios },
    text: [
      `${figures.items} lessons: made in ${(figures.buildMs / 1000).toFixed(1)} s (${(figures.buildCpuMs / 1000).toFixed(1)} s CPU, ${times(ratios.build)}), nobody waited longer than ${figures.longestBlockMs.toFixed(0)} ms; by goods and title after ${(figures.relatedFirstMs / 1000).toFixed(1)} s`,
      `${figures.questions} searches: p50 ${figures.p50.toFixed(1)} ms, p99 ${figures.p99.toFixed(1)} ms, ${figures.searchCpuMs.toFixed(1)} ms CPU each (${times(ratios.search)})`,
      `after a lesson was written: ${figures.changedMs.toFixed(1)} ms (${figures.changedCpuMs.toFixed(1)} ms CPU, ${times(ratios.change)})`,
      `grew by ${figures.memoryMb.toFixed(0)} MB to RSS ${figures.rssMb.toFixed(0)} MB; the usual to ${naive.rssMb.toFixed(0)} MB (${(naive.buildCpuMs / 1000).toFixed(1)} s CPU to make, all at once, ${naive.searchCpuMs.toFixed(0)} ms CPU a search)`,
    ],
  };
};
