import { z } from 'zod';
import type { RefusalCode } from '#domain/coordination/refusal.ts';
import { ADVANCES, APPEAL_OUTCOMES, STAGE_KINDS } from '#domain/coordination/stages.ts';
import { isPlainDate } from '#domain/shared/calendar.ts';
import { asPersonId, asUnitId, bodyId, itemId, type PersonId, regionId } from '#domain/shared/ids.ts';
import { LARGEST, parseNumber } from './parse-number.ts';
import { STAGE_FORMS, type StageInput } from './stage-inputs.ts';

const code = (refusal: RefusalCode): RefusalCode => refusal;
const MAX = 2000;
const id = z.string().trim().min(1).max(200);
const item = id.transform(itemId);
const region = id.transform(regionId);
const body = id.transform(bodyId);
const count = z.number().int().min(0);
const kind = z.enum(STAGE_KINDS);
const text = z
  .string(code('text-missing'))
  .trim()
  .min(1, code('text-missing'))
  .max(MAX, code('text-too-long'));
const date = z.string(code('date-unreadable')).trim().refine(isPlainDate, code('date-unreadable'));
/** A cleared field arrives as nothing or as an empty text, and then is left out. */
const maybeText = z
  .string()
  .trim()
  .max(MAX, code('text-too-long'))
  .transform((given) => given || undefined)
  .optional();
const maybeDate = z
  .string()
  .trim()
  .refine((given) => given === '' || isPlainDate(given), code('date-unreadable'))
  .transform((given) => (isPlainDate(given) ? given : undefined))
  .optional();
/** A choice of several arrives as one text with commas. */
const people = z
  .union([z.array(id), z.string()])
  .transform((given): readonly PersonId[] =>
    (typeof given === 'string' ? given.split(',') : given)
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map(asPersonId),
  )
  .optional();

/** An amount or a count, as people write it; an empty field is none. */
const figure = z
  .union([z.number(), z.string()], code('number-unreadable'))
  .transform((given, context): number => {
    const value = typeof given === 'number' ? given : parseNumber(given);
    if (value !== null && value >= 0 && value <= LARGEST) return value;
    context.addIssue(code('number-unreadable'));
    return z.NEVER;
  });

const isEmpty = (given: unknown): boolean =>
  given === undefined || (Array.isArray(given) && given.length === 0);
const DATES: readonly StageInput[] = ['date', 'until', 'optionsUntil'];
const missing = (input: StageInput): RefusalCode =>
  DATES.includes(input) ? 'date-unreadable' : input === 'evaluators' ? 'evaluators-missing' : 'text-missing';

const present = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** The buttons of an item's stages. Refused in words for what a person can mend: a required field that is empty. */
export const stageActions = [
  z
    .object({
      verb: z.literal('stage.advance'),
      item,
      to: z.enum(ADVANCES),
      date: maybeDate,
      until: maybeDate,
      optionsUntil: maybeDate,
      reference: maybeText,
      procedure: maybeText,
      evaluators: people,
      sent: z.enum(['electronically', 'otherwise']).optional(),
      court: maybeText,
      outcome: z.enum(APPEAL_OUTCOMES).optional(),
      arena: maybeText,
      text: maybeText,
      worked: maybeText,
      failed: maybeText,
      next: maybeText,
      region: region.optional(),
      value: maybeText,
    })
    .superRefine((given, context) => {
      const lacking = STAGE_FORMS[given.to].required.find((input) => isEmpty(given[input]));
      if (lacking) context.addIssue(code(missing(lacking)));
      if (given.value !== undefined && parseNumber(given.value) === null)
        context.addIssue(code('number-unreadable'));
    })
    .transform(present),
  z.object({ verb: z.literal('stage.form'), item, to: z.enum(ADVANCES) }),
  z.object({ verb: z.literal('stage.authorise'), item, region, date, reference: text }),
  z.object({ verb: z.literal('stage.ask'), item, kind }),
  z.object({ verb: z.literal('stage.document'), item }),
  z.object({ verb: z.literal('stage.principle'), item, principle: z.boolean() }),
  z.object({ verb: z.enum(['tenders.form', 'calloff.form']), item }),
  z.object({ verb: z.literal('tenders.send'), item, received: figure, approved: figure }),
  z
    .object({
      verb: z.literal('calloff.send'),
      item,
      number: count,
      unit: z
        .string()
        .trim()
        .regex(/^[^/]+\/./, code('text-missing'))
        .max(200)
        .transform(asUnitId),
      value: figure,
      volume: z.union([z.literal('').transform(() => undefined), figure]).optional(),
      date,
      corrects: z.boolean().optional(),
    })
    .transform(present),
  z.object({ verb: z.literal('stage.declare'), item, conflict: z.boolean() }),
  z.object({ verb: z.literal('conflict.form'), item }),
  z.object({ verb: z.literal('assess.form'), item }),
  z
    .object({ verb: z.literal('assess.send'), item, possible: z.boolean(), text: maybeText })
    .transform((given) => ({ ...given, text: given.text ?? '' })),
  z.object({ verb: z.literal('stage.decide'), item, kind, region, revision: count, text }),
  z
    .object({
      verb: z.literal('stage.register'),
      item,
      kind,
      body,
      revision: count,
      date,
      paragraph: text,
      registryNumber: text,
      preparedOn: maybeDate,
      preparedParagraph: maybeText,
    })
    .transform(present),
] as const;
