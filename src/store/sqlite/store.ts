import { randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DocumentKind, DocumentStore, StoredDocument } from '#application/ports/documents.ts';
import { fail, ok } from '#domain/shared/result.ts';
import { bodyText, pageOf, pageSize } from '../documents.ts';
import { closedError } from '../errors.ts';
import { atOnce, patiently } from './busy.ts';
import { type CheckpointLimits, createCheckpoints } from './checkpoint.ts';
import { type Flush, flushOf } from './flush.ts';
import { createGroupCommit } from './group-commit.ts';
import { createKept } from './kept.ts';
import { createPresent } from './present.ts';
import { changesOf, fromRow, indexOf } from './rows.ts';
import { INDEX_COLUMNS } from './schema.ts';
import { type Condition, conditionOf } from './where.ts';

const GET = 'SELECT * FROM documents WHERE kind = ? AND id = ?';
const REMOVE = 'DELETE FROM documents WHERE kind = ? AND id = ?';
const create = (columns: readonly string[]): string => `
  INSERT INTO documents (${[...columns, 'etag', 'kind', 'id'].map((column) => `"${column}"`).join(', ')})
  VALUES (${Array.from({ length: columns.length + 3 }, () => '?').join(', ')})
  ON CONFLICT (kind, id) DO NOTHING`;
/** Only what changed is written: an index over columns that stay is not touched. */
const replace = (columns: readonly string[]): string => `
  UPDATE documents SET ${[...columns, 'etag'].map((column) => `"${column}" = ?`).join(', ')}
  WHERE kind = ? AND id = ? AND etag = ?`;
/** The rows are found and sorted without their bodies; only those of the page load them. */
const page = ({ sql, order }: Condition): string => `
  SELECT * FROM documents WHERE rowid IN (
    SELECT rowid FROM documents WHERE ${sql} ORDER BY ${order} LIMIT ?
  ) ORDER BY id`;

/** As `page`, without the documents. */
const etags = ({ sql, order }: Condition): string => `
  SELECT id, etag FROM documents WHERE ${sql} ORDER BY ${order} LIMIT ?`;

/** As `page`, without the bodies: the row ends with them, and what stands before is read without them. */
const indexes = ({ sql, order }: Condition): string => `
  SELECT id, ${INDEX_COLUMNS.map((column) => `"${column}"`).join(', ')}
  FROM documents WHERE ${sql} ORDER BY ${order} LIMIT ?`;

/** About what a write takes of the log beside its body: its row and the indexes' pages. */
const AROUND = 8192;
const keyOf = (kind: DocumentKind, id: string): string => `${kind} ${id}`;

export interface SqliteStoreOptions {
  readonly flush?: Flush;
  readonly limits?: CheckpointLimits;
}

/** The document store over one SQLite file that `openSqlite` has prepared. */
export const createSqliteStore = (
  database: DatabaseSync,
  { flush = flushOf(database), limits }: SqliteStoreOptions = {},
): DocumentStore => {
  const statements = new Map<string, StatementSync>();
  // `flush` does what `FULL` would do inside each commit.
  database.exec('PRAGMA synchronous = NORMAL');
  const checkpoints = createCheckpoints(database, limits);
  const commits = createGroupCommit({ database, flush: flush.run, ready: checkpoints.ready });
  const kept = createKept();
  // Unlike a counter in the file, this needs no write of its own and no two processes ever agree on one.
  const origin = randomBytes(9).toString('base64url');
  let written = 0;
  let open = true;

  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const prepared = database.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  };
  const present = createPresent(statement);
  /** What is read, once it is on disk: nobody is shown what a loss of power could take back. */
  const reading = async <T>(work: () => T, key?: string): Promise<T> => {
    if (!open) throw closedError();
    const found = atOnce(work) ?? { value: await patiently(work) };
    const flushing = commits.flushing(key);
    if (flushing) await flushing;
    return found.value;
  };

  return {
    get: <B>(kind: DocumentKind, id: string) =>
      reading(
        () => {
          const etag = present.etag(kind, id);
          if (etag === null) return null;
          const known = kept.get(kind, id, etag);
          if (known) return known as StoredDocument<B>;
          const row = statement(GET).get(kind, id);
          if (!row) return null;
          const document = fromRow<B>(row);
          kept.keep(document, String(row.body).length);
          return document;
        },
        keyOf(kind, id),
      ),

    put: async (document, expected) => {
      const { kind, id, index, body } = document;
      const before = expected === null ? null : kept.get(kind, id, expected);
      // The same body is not written again.
      const text = before !== null && before.body === body ? null : bodyText(document, before?.body);
      written += 1;
      const etag = `${origin}.${written.toString(36)}`;
      const work = (): boolean => {
        const changes = changesOf(index, text, before);
        const columns = changes.map(([column]) => column);
        const values = changes.map(([, value]) => value);
        const done =
          expected === null
            ? statement(create(columns)).run(...values, etag, kind, id)
            : statement(replace(columns)).run(...values, etag, kind, id, expected);
        return done.changes === 1;
      };
      const committed = (won: boolean): void => {
        // A conflict says that somebody else's version is there.
        present.written(kind, id, won ? etag : null);
        if (!won) return;
        checkpoints.grown((text?.length ?? 0) + AROUND);
        kept.keep({ kind, id, index, body, etag }, text?.length ?? null, before);
      };
      const won = await commits.enqueue({ key: keyOf(kind, id), work, committed });
      return won ? ok(etag) : fail('conflict');
    },

    remove: async (kind, id) => {
      return commits.enqueue({
        key: keyOf(kind, id),
        work: () => statement(REMOVE).run(kind, id).changes === 1,
        committed: () => present.written(kind, id, null),
      });
    },

    query: <B>(query: Parameters<DocumentStore['query']>[0]) =>
      reading(() => {
        const condition = conditionOf(query);
        const size = pageSize(query.limit);
        const found = statement(etags(condition)).all(...condition.values, size + 1);
        const known = found.map(({ id, etag }) => kept.get(query.kind, String(id), String(etag)));
        if (known.every((document) => document !== null)) {
          return pageOf(known as readonly StoredDocument<B>[], size);
        }
        const rows = statement(page(condition)).all(...condition.values, size + 1);
        const documents = rows.map((row) => fromRow<B>(row));
        // What waits for one person, or belongs to one case, is soon asked for again; a walk through all is not.
        if (query.where?.person !== undefined || query.where?.parent !== undefined) {
          for (const [i, document] of documents.entries()) kept.keep(document, String(rows[i]?.body).length);
        }
        return pageOf(documents, size);
      }),

    indexes: (query) =>
      reading(() => {
        const condition = conditionOf(query);
        const size = pageSize(query.limit);
        const rows = statement(indexes(condition)).all(...condition.values, size + 1);
        return pageOf(
          rows.map((row) => ({ id: String(row.id), index: indexOf(row) })),
          size,
        );
      }),

    count: (query) =>
      reading(() => {
        const { sql, values } = conditionOf(query);
        return Number(statement(`SELECT count(*) AS n FROM documents WHERE ${sql}`).get(...values)?.n);
      }),

    stamp: (kind) => reading(() => present.stamp(kind)),

    close: async () => {
      if (!open) return;
      open = false;
      await commits.end();
      await checkpoints.end();
      statements.clear();
      flush.close();
      database.close();
    },
  };
};
