import { randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DocumentKind, DocumentStore, StoredDocument } from '#application/ports/documents.ts';
import { fail, ok } from '#domain/shared/result.ts';
import { bodyText, pageOf, pageSize } from '../documents.ts';
import { closedError } from '../errors.ts';
import { patiently } from './busy.ts';
import { createGroupCommit } from './group-commit.ts';
import { createKept } from './kept.ts';
import { changesOf, fromRow, toValues } from './rows.ts';
import { INDEX_COLUMNS } from './schema.ts';
import { type Condition, conditionOf } from './where.ts';

const COLUMNS = [...INDEX_COLUMNS.map((column) => `"${column}"`), 'body', 'kind', 'id'];
const GET = 'SELECT * FROM documents WHERE kind = ? AND id = ?';
const ETAG = 'SELECT etag FROM documents WHERE kind = ? AND id = ?';
const REMOVE = 'DELETE FROM documents WHERE kind = ? AND id = ?';
const CREATE = `
  INSERT INTO documents (${COLUMNS.join(', ')}, etag) VALUES (${COLUMNS.map(() => '?').join(', ')}, ?)
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

/** The document store over one SQLite file that `openSqlite` has prepared. */
export const createSqliteStore = (database: DatabaseSync): DocumentStore => {
  const statements = new Map<string, StatementSync>();
  const commits = createGroupCommit(database);
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
  const reading = async <T>(work: () => T): Promise<T> => {
    if (!open) throw closedError();
    return patiently(work);
  };

  return {
    get: <B>(kind: DocumentKind, id: string) =>
      reading(() => {
        const present = statement(ETAG).get(kind, id);
        if (!present) return null;
        const known = kept.get(kind, id, String(present.etag));
        if (known) return known as StoredDocument<B>;
        const row = statement(GET).get(kind, id);
        if (!row) return null;
        const document = fromRow<B>(row);
        kept.keep(document, String(row.body).length);
        return document;
      }),

    put: async (document, expected) => {
      const { kind, id, index, body } = document;
      const text = bodyText(document);
      written += 1;
      const etag = `${origin}.${written.toString(36)}`;
      const write = (): { readonly changes: number | bigint } => {
        if (expected === null) return statement(CREATE).run(...toValues(document, text), etag);
        const changes = changesOf(document, text, kept.get(kind, id, expected));
        const values = changes.map(([, value]) => value);
        return statement(replace(changes.map(([column]) => column))).run(...values, etag, kind, id, expected);
      };
      const { changes } = await commits.enqueue(write);
      if (changes !== 1) return fail('conflict');
      kept.keep({ kind, id, index, body, etag }, text.length);
      return ok(etag);
    },

    remove: async (kind, id) => {
      const { changes } = await commits.enqueue(() => statement(REMOVE).run(kind, id));
      return changes === 1;
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
        return pageOf(
          rows.map((row) => fromRow<B>(row)),
          size,
        );
      }),

    count: (query) =>
      reading(() => {
        const { sql, values } = conditionOf(query);
        return Number(statement(`SELECT count(*) AS n FROM documents WHERE ${sql}`).get(...values)?.n);
      }),

    close: async () => {
      if (!open) return;
      open = false;
      await commits.end();
      statements.clear();
      database.close();
    },
  };
};
