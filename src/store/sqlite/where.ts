import type { SQLInputValue } from 'node:sqlite';
import type { DocumentQuery } from '#application/ports/documents.ts';

export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** Sorts after every text that starts with the same letters. */
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * A query's condition. The text depends only on which filters are used, never on their values, so that each shape is
 * prepared once. SQLite compares text by its UTF-8 bytes.
 */
export const conditionOf = ({ kind, where = {}, after }: DocumentQuery): Condition => {
  const parts: Condition[] = [{ sql: 'kind = ?', values: [kind] }];
  const add = (sql: string, ...values: readonly (SQLInputValue | undefined)[]): void => {
    const given = values.filter((value) => value !== undefined);
    if (given.length > 0) parts.push({ sql, values: given });
  };
  add('region = ?', where.region);
  add('plan = ?', where.plan);
  add('person = ?', where.person);
  add('parent = ?', where.parent);
  add('"key" = ?', where.key);
  add('date >= ?', where.from);
  add('date <= ?', where.to);
  add('dueAt <= ?', where.dueBefore);
  add('id > ?', after);
  if (where.pending !== undefined) parts.push({ sql: 'pending = 1', values: [] });
  if (where.state) add('state IN (SELECT value FROM json_each(?))', JSON.stringify(where.state));
  if (where.cpvPrefix !== undefined) {
    add('cpv >= ? AND cpv < ?', where.cpvPrefix, where.cpvPrefix + LAST_CHARACTER);
  }
  return {
    sql: parts.map((part) => part.sql).join(' AND '),
    values: parts.flatMap((part) => part.values),
  };
};
