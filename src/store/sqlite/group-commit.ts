import type { DatabaseSync } from 'node:sqlite';
import { closedError } from '../errors.ts';
import { asStoreError, patiently } from './busy.ts';

/** Writes per transaction: enough to share one flush to disk, few enough not to hold the file or this process long. */
const LARGEST_GROUP = 256;
/** Turns of the event loop that the first write of a group waits for others at most. */
const MOST_TURNS = 4;

interface Write {
  readonly run: () => () => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit {
  /** Runs `work` inside a transaction that it shares with others; resolves after the commit is on disk. */
  enqueue<T>(work: () => T): Promise<T>;
  /** Refuses new writes and resolves when the accepted ones are settled. */
  end(): Promise<void>;
}

/**
 * One flush to disk costs more than hundreds of writes, so all writes that are waiting share one transaction. Each
 * has its own outcome: one that throws does not touch the others.
 */
export const createGroupCommit = (database: DatabaseSync): GroupCommit => {
  const waiting: Write[] = [];
  let running: Promise<void> | null = null;
  let ended = false;

  const commit = (group: readonly Write[]): readonly (() => void)[] => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const settle = group.map(({ run, reject }) => {
        try {
          return run();
        } catch (error) {
          // A full disk and the like end the whole transaction; then nothing of this group was written.
          if (!database.isTransaction) throw error;
          return () => reject(asStoreError(error));
        }
      });
      database.exec('COMMIT');
      return settle;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };

  /** Waits while each turn of the event loop brings another write, so that all of them join the group. */
  const gathered = async (): Promise<void> => {
    for (let turn = 0, before = 0; turn < MOST_TURNS && waiting.length > before; turn += 1) {
      before = waiting.length;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      await gathered();
      const group = waiting.splice(0, LARGEST_GROUP);
      try {
        for (const settle of await patiently(() => commit(group))) settle();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    running = null;
  };

  return {
    enqueue: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (ended) return reject(closedError());
        const run = () => {
          const value = work();
          return () => resolve(value);
        };
        waiting.push({ run, reject });
        running ??= drain();
      }),
    end: async () => {
      ended = true;
      await running;
    },
  };
};
