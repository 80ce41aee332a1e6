import { readFileSync } from 'node:fs';
import type { ItemFacts } from '#domain/plan/item.ts';
import type { ImportError } from '#plan-import/import-error.ts';
import type { Issue } from '#plan-import/issue.ts';
import { type PlanReading, type ReadPlanOptions, readPlan } from '#plan-import/read-plan.ts';

export const fileBytes = (path: string): Uint8Array =>
  readFileSync(new URL(`../../../${path}`, import.meta.url));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A mapping whose columns are called as the fields are. */
export const PLAIN = {
  fields: {
    id: { column: 'id' },
    title: { column: 'title' },
    region: { column: 'region' },
  },
} as const;

export const reading = (bytes: Uint8Array, options: Partial<ReadPlanOptions> = {}): PlanReading => {
  const result = readPlan(bytes, { fileName: 'plan.csv', plan: 2027, mapping: PLAIN, ...options });
  if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.error)}`);
  return result.value;
};

export const readingError = (bytes: Uint8Array, options: Partial<ReadPlanOptions> = {}): ImportError => {
  const result = readPlan(bytes, { fileName: 'plan.csv', plan: 2027, mapping: PLAIN, ...options });
  if (result.ok) throw new Error(`read: ${JSON.stringify(result.value).slice(0, 200)}`);
  return result.error;
};

/** One data row below a header, read by a mapping of one more field. */
export const factOf = (
  field: keyof ItemFacts,
  text: string,
  how: Readonly<Record<string, unknown>> = {},
): { fact: unknown; reasons: string[] } => {
  const { items, warnings } = reading(utf8(`id\ttitle\tregion\tx\nA\tT\tsormland\t"${text}"\n`), {
    delimiter: '\t',
    mapping: { fields: { ...PLAIN.fields, [field]: { column: 'x', ...how } } },
  });
  return { fact: items[0]?.item[field], reasons: warnings.map(({ reason }) => reason) };
};

export const brief = ({ row, column, reason }: Issue): [number, string | null, string] => [
  row,
  column,
  reason,
];
