import { z } from 'zod';
import type { RefusalCode } from '#domain/coordination/refusal.ts';
import { isPlainDate } from '#domain/shared/calendar.ts';
import {
  asPersonId,
  asUnitId,
  bodyId,
  type Instant,
  itemId,
  type PlainDate,
  regionId,
} from '#domain/shared/ids.ts';
import { LARGEST, parseNumber } from '../parse-number.ts';

/** Longest free text that a card takes, in UTF-16 units. */
export const TEXT_LIMIT = 2000;

/** The message of an issue that a person can mend is the code of its refusal. */
export const code = (refusal: RefusalCode): RefusalCode => refusal;

export const id = z.string().trim().min(1).max(200);
export const item = id.transform(itemId);
export const unit = id.regex(/^[^/]+\/./).transform(asUnitId);
export const region = id.transform(regionId);
export const body = id.transform(bodyId);
export const count = z.number().int().min(0);
export const category = z.string().regex(/^\d{1,8}$/);
export const instant = z
  .string()
  .max(40)
  .transform((given) => given as Instant);

export const text = z
  .string(code('text-missing'))
  .trim()
  .min(1, code('text-missing'))
  .max(TEXT_LIMIT, code('text-too-long'));
export const optionalText = z.string().trim().max(TEXT_LIMIT, code('text-too-long')).default('');
/** A cleared field arrives as nothing or as an empty text, and then is left out. */
export const maybeText = z
  .string()
  .trim()
  .max(TEXT_LIMIT, code('text-too-long'))
  .transform((given) => given || undefined)
  .optional();

export const date = z.string(code('date-unreadable')).trim().refine(isPlainDate, code('date-unreadable'));
export const maybeDate = z
  .string()
  .trim()
  .transform((given, context): PlainDate | undefined => {
    if (given === '') return undefined;
    if (isPlainDate(given)) return given;
    context.addIssue(code('date-unreadable'));
    return z.NEVER;
  })
  .optional();

const typed = z.union([z.number(), z.string()], code('number-unreadable'));
const numberIn = (given: number | string): number | null =>
  typeof given === 'number' ? given : parseNumber(given);
const figureOf = (given: number | string, context: z.RefinementCtx): number => {
  const value = numberIn(given);
  if (value !== null && value >= 0 && value <= LARGEST) return value;
  context.addIssue(code('number-unreadable'));
  return z.NEVER;
};
/** An amount or a count, as people write it. */
export const figure = typed.transform(figureOf);
/** An empty field is none. */
export const maybeFigure = typed
  .transform((given, context): number | undefined =>
    typeof given === 'string' && given.trim() === '' ? undefined : figureOf(given, context),
  )
  .optional();
export const hours = z
  .union([z.number(), z.string()], code('hours-unreadable'))
  .transform((given, context): number => {
    const value = numberIn(given);
    if (value !== null && value > 0) return value;
    context.addIssue(code('hours-unreadable'));
    return z.NEVER;
  });

/** Who was chosen in a list of people; whoever chose nobody is told to. */
export const person = z
  .string(code('not-a-colleague'))
  .trim()
  .regex(/^[^:\s]+:[^:\s]+$/, code('not-a-colleague'))
  .max(200, code('not-a-colleague'))
  .transform(asPersonId);

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
/** Without the optional fields that were left empty. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
