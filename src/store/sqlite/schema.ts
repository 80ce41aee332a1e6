import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../errors.ts';

const VERSION = 2;
/** "SMRD": tells our files from any other program's. */
const APPLICATION = 0x53_4d_52_44;

/** The fields of `DocumentIndex`, each a column of its own. The body comes last: reading a row's index never loads it. */
export const INDEX_COLUMNS = [
  'state',
  'region',
  'plan',
  'date',
  'cpv',
  'person',
  'parent',
  'key',
  'dueAt',
  'pending',
  'facts',
] as const;

const CREATE = `
  CREATE TABLE documents (
    kind TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL,
    state TEXT, region TEXT, plan INTEGER, date TEXT, cpv TEXT, person TEXT, parent TEXT, "key" TEXT,
    dueAt TEXT, pending INTEGER, facts TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX documents_due ON documents (kind, dueAt) WHERE dueAt IS NOT NULL;
  CREATE INDEX documents_pending ON documents (kind, id) WHERE pending = 1;
  CREATE INDEX documents_state ON documents (kind, state, id);
  CREATE INDEX documents_region ON documents (kind, region, id) WHERE region IS NOT NULL;
  CREATE INDEX documents_plan ON documents (kind, plan, id) WHERE plan IS NOT NULL;
  CREATE INDEX documents_person ON documents (kind, person, id) WHERE person IS NOT NULL;
  CREATE INDEX documents_parent ON documents (kind, parent, id) WHERE parent IS NOT NULL;
  CREATE INDEX documents_key ON documents (kind, "key", id) WHERE "key" IS NOT NULL;
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${VERSION};
`;

const number = (database: DatabaseSync, sql: string): number =>
  Number(Object.values(database.prepare(sql).get() ?? {})[0]);

/** Whether the file is still empty. Throws for a file that is not ours to write. */
const isEmpty = (database: DatabaseSync, path: string): boolean => {
  const empty = number(database, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (!empty && number(database, 'PRAGMA application_id') !== APPLICATION) {
    throw new StoreError(`${path} is a database of another program.`);
  }
  const version = number(database, 'PRAGMA user_version');
  if (!empty && version > VERSION) {
    throw new StoreError(
      `${path} was made by a newer Samordna (schema ${version}, this one knows ${VERSION}); start that one.`,
    );
  }
  return empty;
};

/** Makes the file durable and ours; throws a `StoreError` for another program's file or a newer Samordna's. */
export const prepareSchema = (database: DatabaseSync, path: string): void => {
  // First of all only looked at: already the change to WAL writes into the file.
  isEmpty(database, path);
  // A commit must survive power loss, because a card says "saved" after it: FULL, not WAL's usual NORMAL.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;');
  database.exec('BEGIN IMMEDIATE');
  try {
    if (isEmpty(database, path)) database.exec(CREATE);
    // A file of version 1 gets its facts case by case, as each is next committed; until then they are read from the body.
    else if (number(database, 'PRAGMA user_version') === 1) {
      database.exec(`ALTER TABLE documents ADD COLUMN facts TEXT; PRAGMA user_version = ${VERSION}`);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};
