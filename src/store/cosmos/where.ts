import type { JSONValue } from '@azure/cosmos';
import type { DocumentQuery } from '#application/ports/documents.ts';
import { writeId } from '../ids.ts';

export interface Condition {
  readonly sql: string;
  readonly parameters: { name: string; value: JSONValue }[];
}

/** A query's condition. It names the partition although the request does too: some emulators look only here. */
export const conditionOf = ({ kind, where = {}, after }: DocumentQuery): Condition => {
  const parts: string[] = [];
  const parameters: Condition['parameters'] = [];
  const add = (sql: (name: string) => string, value: JSONValue | undefined): void => {
    if (value === undefined) return;
    const name = `@p${parameters.length}`;
    parts.push(sql(name));
    parameters.push({ name, value });
  };
  add((name) => `c.partition = ${name}`, kind);
  for (const field of ['region', 'plan', 'person', 'parent', 'key', 'pending'] as const) {
    add((name) => `c.fields["${field}"] = ${name}`, where[field]);
  }
  add((name) => `c.fields["date"] >= ${name}`, where.from);
  add((name) => `c.fields["date"] <= ${name}`, where.to);
  add((name) => `c.fields["dueAt"] <= ${name}`, where.dueBefore);
  add((name) => `STARTSWITH(c.fields["cpv"], ${name})`, where.cpvPrefix);
  add((name) => `ARRAY_CONTAINS(${name}, c.fields["state"])`, where.state && [...where.state]);
  add((name) => `c.id > ${name}`, after === undefined ? undefined : writeId(after));
  return { sql: parts.join(' AND '), parameters };
};
