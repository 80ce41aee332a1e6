import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf, StoreError } from '../errors.ts';

/** How long SQLite itself waits, which stops this process: short. The rest of the patience is asynchronous. */
export const BUSY_TIMEOUT_MS = 50;
const PATIENCE_MS = 15_000;
const PAUSE_MS = 20;
const BUSY = [5, 6];

/** SQLite's primary result code; null for what SQLite did not throw. */
export const sqliteCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;

const isBusy = (error: unknown): boolean => BUSY.includes(sqliteCode(error) ?? 0);

/** What SQLite threw, as a sentence for the operator; anything else is left as it is. */
export const asStoreError = (error: unknown, subject = 'The database'): unknown =>
  sqliteCode(error) === null
    ? error
    : new StoreError(`${subject} refused: ${reasonOf(error)}.`, { cause: error });

/** What `work` gives, unless another process holds the file: then null. A press reads seven times: no turn is lost over it. */
export const atOnce = <T>(work: () => T): { readonly value: T } | null => {
  try {
    return { value: work() };
  } catch (error) {
    if (isBusy(error)) return null;
    throw asStoreError(error);
  }
};

/** Runs `work`, again and again while another process (the command line beside the server) holds the file. */
export const patiently = async <T>(work: () => T, subject?: string): Promise<T> => {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw asStoreError(error, subject);
      await sleep(PAUSE_MS);
    }
  }
};
