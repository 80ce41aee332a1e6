import { z } from 'zod';
import type { ExportRow } from '#application/record/export.ts';
import type { EventType } from '#domain/coordination/events.ts';
import { DOCUMENT_TYPES, RECORD_RULES } from '#domain/record/rules.ts';
import { parseInstant } from '#domain/shared/calendar.ts';
import { bodyId, itemId, regionId } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';

const instant = z.string().transform((text, context) => {
  const at = parseInstant(text);
  if (at !== null) return at;
  context.addIssue('an instant is ISO 8601');
  return z.NEVER;
});
const isEventType = (text: string): text is EventType => Object.hasOwn(RECORD_RULES, text);

const Row = z.strictObject({
  authority: z.string().min(1).transform(regionId),
  case: z.string().min(1).transform(itemId),
  title: z.string(),
  registryNumber: z.string().nullable(),
  // An export of before bodies could be succeeded has no such field.
  archive: z.string().transform(bodyId).nullable().default(null),
  seq: z.int().positive(),
  at: instant,
  atStockholm: z.string(),
  event: z.string().refine(isEventType, 'an unknown event'),
  document: z.enum(DOCUMENT_TYPES).nullable(),
  direction: z.enum(['drawn-up', 'received']).nullable(),
  registered: z.boolean().nullable(),
  actor: z.string(),
  actorName: z.string().nullable(),
  role: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.string()),
  ruleVersion: z.string(),
  prev: z.string(),
  hash: z.string(),
});

/** One JSON object a line, UTF-8. */
export const makeJsonl = (rows: readonly ExportRow[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** What `makeJsonl` made, or one sentence that names the first line that is something else. */
export const parseJsonl = (text: string): Result<readonly ExportRow[], string> => {
  const rows: ExportRow[] = [];
  const lines = text.replace(/^\ufeff/, '').split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return fail(`line ${i + 1} is no JSON`);
    }
    const parsed = Row.safeParse(json);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return fail(`line ${i + 1}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
    }
    rows.push(parsed.data);
  }
  return ok(rows);
};
