import type { SQLInputValue } from 'node:sqlite';
import type { DocumentQuery } from '#application/ports/documents.ts';

export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
  readonly order: 'id' | '+id';
}

/** Sorts after every text that starts with the same letters. */
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * A query's condition. The text depends only on which filters are used (and how many states), never on values, so that
 * each shape is prepared once. SQLite compares text by its UTF-8 bytes.
 */
export const conditionOf = ({ kind, where = {}, after }: DocumentQuery): Condition => {
  const parts = ['kind = ?'];
  const values: SQLInputValue[] = [kind];
  const add = (sql: string, value: SQLInputValue | undefined): void => {
    if (value === undefined) return;
    parts.push(sql);
    values.push(value);
  };
  // A person has few documents, and so has a parent: `+` keeps SQLite from walking all that are in the same state, or due.
  const ofPerson = where.person !== undefined;
  const ofParent = !ofPerson && where.parent !== undefined;
  const other = ofPerson || ofParent ? '+' : '';
  add(`${other}region = ?`, where.region);
  add(`${other}plan = ?`, where.plan);
  add('person = ?', where.person);
  add(`${ofPerson ? '+' : ''}parent = ?`, where.parent);
  add('"key" = ?', where.key);
  add('date >= ?', where.from);
  add('date <= ?', where.to);
  add(`${other}dueAt <= ?`, where.dueBefore);
  add('id > ?', after);
  if (where.cpvPrefix !== undefined) {
    add('cpv >= ?', where.cpvPrefix);
    add('cpv < ?', where.cpvPrefix + LAST_CHARACTER);
  }
  // Written out, because the index of waiting documents is found by this text.
  if (where.pending !== undefined) parts.push('pending = 1');
  if (where.state) {
    parts.push(`${other}state IN (${where.state.map(() => '?').join(', ')})`);
    values.push(...where.state);
  }
  // Where an index finds few documents but not in their order, SQLite would rather walk all of them in order; `+id`
  // keeps it from that. Everywhere else the index that finds also sorts.
  // A parent's documents come in order from its own index, from wherever the last page ended.
  const few = !ofParent && (where.dueBefore !== undefined || (where.state?.length ?? 0) > 1);
  return { sql: parts.join(' AND '), values, order: few ? '+id' : 'id' };
};
