import { once } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

export interface CheckpointLimits {
  /** Bytes written since the last time after which the log is folded into the database. */
  readonly often: number;
  /** Bytes of log from which it is brought to its end, so that it begins anew. */
  readonly largest: number;
}
/** SQLite itself folds each 1,000 pages. */
const LIMITS: CheckpointLimits = { often: 4_000_000, largest: 64_000_000 };
const PAGE = 4096;

export interface Checkpoints {
  /** So many bytes were committed. */
  grown(bytes: number): void;
  /** Awaited before a commit; null nearly always. */
  ready(): Promise<void> | null;
  end(): Promise<void>;
}

interface Thread {
  /** Folds what is in the log; the number of its pages. */
  fold(): Promise<number>;
  end(): Promise<void>;
}

const startThread = (path: string): Thread => {
  const worker = new Worker(new URL('./checkpoint.worker.ts', import.meta.url), { workerData: path });
  worker.unref();
  // However it ends: nobody may wait for a thread that is gone.
  const gone = new Promise<void>((resolve) => {
    worker.once('error', () => resolve());
    worker.once('exit', () => resolve());
  });
  return {
    fold: async () => {
      const folded = once(worker, 'message') as Promise<[number]>;
      // Commits and the store's end may wait for it, also where nothing else keeps the process alive.
      worker.ref();
      try {
        worker.postMessage('fold');
        const answer = await Promise.race([folded, gone]);
        if (!answer) throw new Error('The thread is gone');
        return answer[0];
      } finally {
        worker.unref();
      }
    },
    end: async () => {
      worker.ref();
      worker.postMessage('end');
      await gone;
    },
  };
};

/**
 * Folding the log into the database costs tens of milliseconds, and SQLite does it inside somebody's COMMIT. Here another
 * thread does it, beside the commits. Under a steady load it never gets to the log's end, which then would never begin
 * anew; so commits wait for the last bit once the log is large. The thread is started when it is first needed: the command
 * line seldom needs it.
 */
export const createCheckpoints = (database: DatabaseSync, limits = LIMITS): Checkpoints => {
  database.exec('PRAGMA wal_autocheckpoint = 0');
  let thread: Thread | null = null;
  let grown = 0;
  let folding: Promise<void> | null = null;
  let last: Promise<void> | null = null;
  // A database in memory has no log to fold.
  let failed = !database.location();

  const fold = async (): Promise<void> => {
    try {
      grown = 0;
      thread ??= startThread(database.location() ?? '');
      const pages = await thread.fold();
      if (pages * PAGE < limits.largest) return;
      const ending = thread.fold();
      last = ending.then(
        () => undefined,
        () => undefined,
      );
      await ending;
    } catch {
      // Without the thread SQLite does it itself again, slower and as safe.
      failed = true;
      thread = null;
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
    ready: () => last,
    end: async () => {
      await folding;
      // The last to close removes the log, which takes the connection that writes.
      await thread?.end();
    },
  };
};
