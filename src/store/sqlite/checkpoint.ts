import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/** Written since the last time, in bytes: then the log is folded into the database. SQLite's own measure. */
const OFTEN = 4_000_000;
/** A log of so many bytes is brought to its end, for which writes wait some milliseconds, so that it begins anew. */
const LARGEST = 64_000_000;
const PAGE = 4096;

export interface Folded {
  /** Pages in the log. */
  readonly log: number;
}

export interface Checkpoints {
  /** So many bytes were committed. */
  grown(bytes: number): void;
  /** Awaited before a commit; null nearly always. */
  ready(): Promise<void> | null;
  end(): Promise<void>;
}

/**
 * Folding the log into the database costs tens of milliseconds, and SQLite does it inside somebody's COMMIT. Here another
 * thread does it, beside the commits. Under a steady load it never gets to the log's end, which then would never begin
 * anew; so commits wait for the last bit once the log is large. The thread is started when it is first needed: the command
 * line seldom does.
 */
export const createCheckpoints = (
  database: DatabaseSync,
  limits: { readonly often: number; readonly largest: number } = { often: OFTEN, largest: LARGEST },
): Checkpoints => {
  database.exec('PRAGMA wal_autocheckpoint = 0');
  let worker: Worker | null = null;
  let grown = 0;
  let folding: Promise<void> | null = null;
  let last: Promise<void> | null = null;
  let failed = false;

  const started = (): Worker => {
    if (worker) return worker;
    const made = new Worker(new URL('./checkpoint.worker.ts', import.meta.url), {
      workerData: database.location(),
    });
    made.unref();
    worker = made;
    return made;
  };
  const foldOnce = (): Promise<Folded> =>
    new Promise((resolve, reject) => {
      const thread = started();
      const settle = (folded: Folded): void => {
        thread.off('error', reject);
        resolve(folded);
      };
      thread.once('message', settle);
      thread.once('error', reject);
      thread.postMessage('fold');
    });
  const fold = async (): Promise<void> => {
    try {
      grown = 0;
      const { log } = await foldOnce();
      if (log * PAGE < limits.largest) return;
      last = foldOnce().then(() => undefined);
      await last;
    } catch {
      // Without the thread SQLite does it itself again, slower and as safe.
      failed = true;
      database.exec('PRAGMA wal_autocheckpoint = 1000');
    } finally {
      last = null;
      folding = null;
    }
  };

  return {
    grown: (bytes) => {
      grown += bytes;
      if (grown >= limits.often && !failed) folding ??= fold();
    },
    ready: () => last?.catch(() => undefined) ?? null,
    end: async () => {
      await folding;
      const thread = worker;
      if (!thread || failed) return;
      // The last to close removes the log, which takes the connection that still writes.
      const gone = new Promise((resolve) => thread.once('exit', resolve));
      thread.ref();
      thread.postMessage('end');
      await gone;
    },
  };
};
