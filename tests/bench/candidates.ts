import { fork } from 'node:child_process';
import { once } from 'node:events';

const SIZES = [4_500, 9_000, 18_000] as const;

interface Figures {
  readonly items: number;
  readonly candidates: number;
  readonly ms: number;
  /** CPU of the process, which a busy machine distorts less. */
  readonly cpuMs: number;
  readonly longestStepMs: number;
  readonly rssMb: number;
}

/** `--limit 100` over seeded plans of 300 buyers; aim: 18,000 items below 10 s and 1 GB, each doubling at most 2.5 times. */
export const candidates = async (): Promise<{ readonly json: unknown; readonly text: readonly string[] }> => {
  const sizes: Figures[] = [];
  for (const size of SIZES) {
    const child = fork(new URL('./candidates/run.ts', import.meta.url), [String(size)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [figures] = (await once(child, 'message')) as [Figures];
    sizes.push(figures);
  }
  const doublings = sizes.slice(1).map(({ cpuMs }, at) => cpuMs / (sizes[at]?.cpuMs ?? cpuMs));
  return {
    json: { sizes, doublings },
    text: [
      ...sizes.map(
        ({ items, candidates: found, ms, cpuMs, longestStepMs, rssMb }) =>
          `${items} items: ${found} candidates in ${(ms / 1000).toFixed(1)} s (${(cpuMs / 1000).toFixed(1)} s CPU), the longest step of it ${longestStepMs.toFixed(0)} ms, RSS ${rssMb.toFixed(0)} MB`,
      ),
      `each doubling costs ${doublings.map((times) => times.toFixed(2)).join(' and ')} times`,
    ],
  };
};
