import type { DatabaseSync } from 'node:sqlite';
import { closedError } from '../errors.ts';
import { asStoreError, patiently } from './busy.ts';

/** Writes per transaction: enough to share one flush to disk, few enough not to hold the file or this process long. */
const LARGEST_GROUP = 256;

/** A write to one document. `work` runs inside a transaction; `committed` at once after it, before it is on disk. */
export interface Write<T> {
  readonly key: string;
  work(): T;
  committed(value: T): void;
}

interface Waiting {
  readonly key: string;
  readonly run: () => { readonly committed: () => void; readonly settle: () => void };
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit {
  /** Runs the write inside a transaction that it shares with others; resolves after the commit is on disk. */
  enqueue<T>(write: Write<T>): Promise<T>;
  /**
   * What was read of this document (without a key: of any) may be committed and not yet on disk: resolves when it is, and
   * rejects when it cannot be. Null when there is nothing to wait for.
   */
  flushing(key?: string): Promise<void> | null;
  /** Refuses new writes and resolves when the accepted ones are settled. */
  end(): Promise<void>;
}

export interface GroupCommitOptions {
  readonly database: DatabaseSync;
  /** Brings what was committed to disk. */
  readonly flush: () => Promise<void>;
  /** Awaited before each transaction. */
  readonly ready: () => Promise<void> | null;
}

/**
 * One flush to disk costs more than hundreds of writes, so all writes that are waiting share one transaction, and those
 * that arrive during a flush the next one. Each has its own outcome: one that throws does not touch the others.
 */
export const createGroupCommit = ({ database, flush, ready }: GroupCommitOptions): GroupCommit => {
  const waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  let unflushed: { readonly keys: ReadonlySet<string> | 'all'; readonly flush: Promise<void> } | null = null;
  let ended = false;

  const commit = (group: readonly Waiting[]): readonly (() => void)[] => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const done = group.map(({ run, reject }) => {
        try {
          return run();
        } catch (error) {
          // A full disk and the like end the whole transaction; then nothing of this group was written.
          if (!database.isTransaction) throw error;
          return { committed: () => undefined, settle: () => reject(asStoreError(error)) };
        }
      });
      database.exec('COMMIT');
      for (const { committed } of done) committed();
      return done.map(({ settle }) => settle);
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };

  /** One turn of the event loop: what arrives in it joins the group. */
  const gathered = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      await gathered();
      await ready();
      const group = waiting.splice(0, LARGEST_GROUP);
      try {
        const settled = await patiently(() => {
          const settle = commit(group);
          unflushed = { keys: new Set(group.map(({ key }) => key)), flush: flush() };
          return settle;
        });
        await unflushed?.flush;
        unflushed = null;
        for (const settle of settled) settle();
      } catch (error) {
        // What is committed and cannot be flushed must not be shown, whoever asks.
        if (unflushed) unflushed = { keys: 'all', flush: unflushed.flush };
        for (const { reject } of group) reject(error);
      }
    }
    running = null;
  };

  return {
    enqueue: <T>({ key, work, committed }: Write<T>) =>
      new Promise<T>((resolve, reject) => {
        if (ended) return reject(closedError());
        const run = () => {
          const value = work();
          return { committed: () => committed(value), settle: () => resolve(value) };
        };
        waiting.push({ key, run, reject });
        running ??= drain();
      }),
    flushing: (key) =>
      unflushed && (key === undefined || unflushed.keys === 'all' || unflushed.keys.has(key))
        ? unflushed.flush
        : null,
    end: async () => {
      ended = true;
      await running;
    },
  };
};
