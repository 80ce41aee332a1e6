import { fork } from 'node:child_process';
import { once } from 'node:events';

const ITEMS = 100_000;

interface Figures {
  readonly items: number;
  readonly n: number;
  readonly cases: number;
  readonly readMs: number;
  readonly countMs: number;
  readonly indicatorsMs: number;
  /** CPU of the process, its collector's threads included, which a busy machine distorts less. */
  readonly indicatorsCpuMs: number;
  /** Counted for the regions together, for the first time. */
  readonly togetherMs: number;
  readonly togetherCpuMs: number;
  readonly reportMs: number;
  readonly reportCpuMs: number;
  readonly loadMs: number;
  readonly pagesMs: number;
  readonly workbookMs: number;
  readonly bytes: number;
  readonly rssMb: number;
}

/** A year's indicators for the regions together and each, and the board's report, over 100,000 items; aim: 2 s and 5 s. */
export const indicators = async (): Promise<{ readonly json: unknown; readonly text: readonly string[] }> => {
  const child = fork(new URL('./indicators/run.ts', import.meta.url), [String(ITEMS)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [json] = (await once(child, 'message')) as [Figures];
  const s = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  return {
    json,
    text: [
      `all indicators of a year over ${json.items} items (N = ${json.n}) for the regions together, the first time: ${s(json.readMs + json.togetherMs)}, of it reading ${s(json.readMs)}`,
      `for each region too: ${s(json.countMs)} more, and all of it again, nothing having been written: ${s(json.indicatorsMs)} (${s(json.indicatorsCpuMs)} CPU)`,
      `the board's report with ${json.cases} procurements behind it: ${s(json.reportMs)} (${s(json.reportCpuMs)} CPU; numbers ${s(json.loadMs)}, pages ${s(json.pagesMs)}, workbook ${s(json.workbookMs)}), ${(json.bytes / 1e6).toFixed(1)} MB`,
      `RSS ${json.rssMb.toFixed(0)} MB`,
    ],
  };
};
