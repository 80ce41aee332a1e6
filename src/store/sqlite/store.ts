import { randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DocumentStore } from '#application/ports/documents.ts';
import { fail, ok } from '#domain/shared/result.ts';
import { pageOf, pageSize } from '../documents.ts';
import { closedError } from '../errors.ts';
import { patiently } from './busy.ts';
import { createGroupCommit } from './group-commit.ts';
import { fromRow, toValues } from './rows.ts';
import { INDEX_COLUMNS } from './schema.ts';
import { type Condition, conditionOf } from './where.ts';

const COLUMNS = [...INDEX_COLUMNS.map((column) => `"${column}"`), 'body', 'kind', 'id'];
const GET = 'SELECT * FROM documents WHERE kind = ? AND id = ?';
const REMOVE = 'DELETE FROM documents WHERE kind = ? AND id = ?';
const CREATE = `
  INSERT INTO documents (${COLUMNS.join(', ')}, etag) VALUES (${COLUMNS.map(() => '?').join(', ')}, ?)
  ON CONFLICT (kind, id) DO NOTHING`;
const REPLACE = `
  UPDATE documents SET ${[...COLUMNS.slice(0, -2), 'etag'].map((column) => `${column} = ?`).join(', ')}
  WHERE kind = ? AND id = ? AND etag = ?`;
/** The rows are found and sorted without their bodies; only those of the page load them. */
const page = ({ sql, order }: Condition): string => `
  SELECT * FROM documents WHERE rowid IN (
    SELECT rowid FROM documents WHERE ${sql} ORDER BY ${order} LIMIT ?
  ) ORDER BY id`;

/** The document store over one SQLite file that `openSqlite` has prepared. */
export const createSqliteStore = (database: DatabaseSync): DocumentStore => {
  const statements = new Map<string, StatementSync>();
  const commits = createGroupCommit(database);
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
    get: (kind, id) =>
      reading(() => {
        const row = statement(GET).get(kind, id);
        return row ? fromRow(row) : null;
      }),

    put: async (document, expected) => {
      const values = toValues(document);
      written += 1;
      const etag = `${origin}.${written.toString(36)}`;
      const { changes } = await commits.enqueue(() =>
        expected === null
          ? statement(CREATE).run(...values, etag)
          : statement(REPLACE).run(...values.slice(0, -2), etag, document.kind, document.id, expected),
      );
      return changes === 1 ? ok(etag) : fail('conflict');
    },

    remove: async (kind, id) => {
      const { changes } = await commits.enqueue(() => statement(REMOVE).run(kind, id));
      return changes === 1;
    },

    query: <B>(query: Parameters<DocumentStore['query']>[0]) =>
      reading(() => {
        const condition = conditionOf(query);
        const size = pageSize(query.limit);
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
