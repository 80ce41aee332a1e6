import { closeSync, fdatasync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { reasonOf, StoreError } from '../errors.ts';

const fdatasyncAsync = promisify(fdatasync);

/** Brings to disk what was committed to the log of a database. */
export interface Flush {
  /** Resolves when every commit that was there at the call survives a loss of power. */
  run(): Promise<void>;
  /** Only when no `run` is under way. */
  close(): void;
}

/**
 * `synchronous=FULL` flushes the log inside COMMIT, where the whole process stands still for it. Here SQLite writes the log
 * (`NORMAL`) and its flush is asked of another thread, so that presses are read and cards are made meanwhile. The log is the
 * same file to whoever opens it; SQLite keeps it for as long as the database is open.
 */
export const flushOf = (database: DatabaseSync): Flush => {
  const databasePath = database.location();
  // In memory (a dry run where no database is yet) there is nothing to lose.
  if (!databasePath) return { run: async () => {}, close: () => {} };
  const log = openSync(`${databasePath}-wal`, 'r+');
  let failed: StoreError | null = null;
  return {
    run: async () => {
      // After a failed flush the system forgets what it could not write: a later one would succeed and prove nothing.
      if (failed) throw failed;
      try {
        await fdatasyncAsync(log);
      } catch (error) {
        failed = new StoreError(
          `The database file ${databasePath} could not be flushed to disk: ${reasonOf(error)}. Mend the disk and start Samordna again.`,
          { cause: error },
        );
        throw failed;
      }
    },
    close: () => closeSync(log),
  };
};
