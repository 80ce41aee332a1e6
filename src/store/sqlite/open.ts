import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DocumentStore } from '#application/ports/documents.ts';
import { reasonOf, StoreError } from '../errors.ts';
import { BUSY_TIMEOUT_MS, patiently, sqliteCode } from './busy.ts';
import { prepareSchema } from './schema.ts';
import { createSqliteStore } from './store.ts';

const NOT_A_DATABASE = 26;

/** Folder by folder: where a file system makes none (`/proc`), Node's own `recursive` tries without end. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
};

/** Opens the file, and makes it and its folder where they are missing. */
const openFile = (path: string): DatabaseSync => {
  try {
    makeFolder(dirname(path));
    return new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw new StoreError(`The database file ${path} cannot be opened: ${reasonOf(error)}.`, { cause: error });
  }
};

/** Several processes may have the same file open. Throws a `StoreError` when it is none of ours or not usable. */
export const openSqlite = async (path: string): Promise<DocumentStore> => {
  const database = openFile(path);
  try {
    await patiently(() => {
      try {
        prepareSchema(database, path);
      } catch (error) {
        if (sqliteCode(error) !== NOT_A_DATABASE) throw error;
        throw new StoreError(`${path} is no SQLite database.`, { cause: error });
      }
    }, `The database file ${path}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return createSqliteStore(database);
};
