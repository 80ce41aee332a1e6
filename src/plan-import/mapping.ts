import { format } from 'date-fns/format';
import { z } from 'zod';
import { ITEM_FIELDS } from '#domain/plan/item.ts';
import type { Language } from '#domain/shared/language.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { parseDelimiter } from './csv.ts';
import { type ImportError, MAPPING_PROBLEMS, type MappingProblem } from './import-error.ts';
import { parseEncoding } from './text-encoding.ts';

/** Letters that mean another thing in Unicode than people think: D is the day of the year, Y a week's year. */
const MISTAKEN = ['D', 'DD', 'YY', 'YYYY'];

const isDateFormat = (pattern: string): boolean => {
  const tokens: readonly string[] = pattern.replace(/'[^']*'/g, '').match(/([a-z])\1*/gi) ?? [];
  if (tokens.some((token) => MISTAKEN.includes(token))) return false;
  try {
    return format(new Date(0), pattern) !== '';
  } catch {
    return false;
  }
};

const problem = (name: MappingProblem) => ({ params: { problem: name } });

const DateFormat = z.string().min(1).refine(isDateFormat, problem('date-format'));

const fromColumn = z.strictObject({
  /** A header's text, or a 0-based index. */
  column: z.union([z.string().trim().min(1), z.int().min(0)]),
  /** Cell text → what it stands for; "*" is for all others. */
  lookup: z.record(z.string(), z.string()).optional(),
  split: z.string().min(1).optional(),
  /** Which part after `split`: the first unless said; a number is a 0-based index. */
  take: z.union([z.enum(['first', 'last']), z.int().min(0)]).optional(),
  unescape: z.literal('html').optional(),
  decimal: z.enum([',', '.']).optional(),
  /** What a number is multiplied by: 1000000 for a column in millions of kronor. */
  scale: z.number().positive().optional(),
  /** Unicode date tokens, tried in order. */
  date: z.union([DateFormat.transform((only) => [only]), z.array(DateFormat).min(1)]).optional(),
});
const constant = z.strictObject({ constant: z.union([z.string(), z.number()]).transform(String) });
const FieldMapping = z.union([fromColumn, constant]);
const optional = FieldMapping.optional();

/** Which column gives which fact of a plan item, and how it is written there. See docs/import.md. */
export const Mapping = z.strictObject({
  sheet: z.string().min(1).optional(),
  headerRow: z.int().min(1).optional(),
  encoding: z
    .string()
    .refine((name) => parseEncoding(name) !== null, problem('encoding'))
    .optional(),
  delimiter: z
    .string()
    .refine((name) => parseDelimiter(name) !== null, problem('delimiter'))
    .optional(),
  header: z.boolean().optional(),
  fields: z.strictObject({
    ...(Object.fromEntries(ITEM_FIELDS.map((field) => [field, optional])) as Record<
      (typeof ITEM_FIELDS)[number],
      typeof optional
    >),
    id: FieldMapping,
    title: FieldMapping,
    region: FieldMapping,
  }),
});
export type Mapping = z.output<typeof Mapping>;
export type FieldMapping = z.output<typeof FieldMapping>;
export type ColumnMapping = z.output<typeof fromColumn>;

/** The issue that says most: of a union, that of the alternative which the input came nearest to. */
const nearest = (issue: z.core.$ZodIssue, path: readonly PropertyKey[] = []): Found => {
  const at = [...path, ...issue.path];
  if (issue.code === 'invalid_union') {
    const [best] = issue.errors.toSorted((one, other) => one.length - other.length);
    if (best?.[0]) return nearest(best[0], at);
  }
  const own =
    issue.code === 'custom' ? MAPPING_PROBLEMS.find((name) => name === issue.params?.problem) : null;
  return { path: at.join('.'), message: issue.message, problem: own ?? null };
};
interface Found {
  readonly path: string;
  readonly message: string;
  readonly problem: MappingProblem | null;
}

const LOCALES = { sv: z.locales.sv().localeError, en: z.locales.en().localeError };
const found = (json: unknown, language: Language): Found => {
  const [first] = Mapping.safeParse(json, { error: LOCALES[language] }).error?.issues ?? [];
  return first ? nearest(first) : { path: '', message: '', problem: null };
};

/** The content of a mapping file → a mapping, or the first thing that is wrong with it and where. */
export const parseMapping = (json: unknown): Result<Mapping, ImportError> => {
  const parsed = Mapping.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const sv = found(json, 'sv');
  const en = found(json, 'en');
  return fail({
    code: 'mapping-invalid',
    params: { path: sv.path, problem: sv.problem ?? { sv: sv.message, en: en.message } },
  });
};
