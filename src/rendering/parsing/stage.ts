import { z } from 'zod';
import type { RefusalCode } from '#domain/coordination/refusal.ts';
import { ADVANCES, APPEAL_OUTCOMES, MODIFY_GROUNDS, STAGE_KINDS } from '#domain/coordination/stages.ts';
import { asPersonId, asUnitId, type PersonId } from '#domain/shared/ids.ts';
import { parseNumber } from '../parse-number.ts';
import { STAGE_FORMS, type StageInput } from '../stage-inputs.ts';
import {
  body,
  code,
  count,
  date,
  figure,
  given,
  id,
  item,
  maybeDate,
  maybeFigure,
  maybeText,
  region,
  text,
} from './fields.ts';

const kind = z.enum(STAGE_KINDS);
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

/** Whoever chose nobody is told to. */
const evaluator = z
  .string(code('evaluators-missing'))
  .trim()
  .regex(/^[^:\s]+:[^:\s]+$/, code('evaluators-missing'))
  .max(200, code('evaluators-missing'))
  .transform(asPersonId);

const isEmpty = (given: unknown): boolean =>
  given === undefined || (Array.isArray(given) && given.length === 0);
const DATES: readonly StageInput[] = ['date', 'until', 'optionsUntil', 'optionBy'];
const missing = (input: StageInput): RefusalCode =>
  DATES.includes(input) ? 'date-unreadable' : input === 'evaluators' ? 'evaluators-missing' : 'text-missing';

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
      optionBy: maybeDate,
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
      volume: maybeText,
      ground: z.union([z.literal('').transform(() => undefined), z.enum(MODIFY_GROUNDS)]).optional(),
    })
    .superRefine((sent, context) => {
      const { required, oneOf = [] } = STAGE_FORMS[sent.to];
      const lacking =
        required.find((input) => isEmpty(sent[input])) ??
        (oneOf.every((input) => isEmpty(sent[input])) ? oneOf[0] : undefined);
      if (lacking) context.addIssue(code(missing(lacking)));
      for (const written of [sent.value, sent.volume])
        if (written !== undefined && parseNumber(written) === null)
          context.addIssue(code('number-unreadable'));
    })
    .transform(given),
  z.object({ verb: z.literal('stage.form'), item, to: z.enum(ADVANCES) }),
  z.object({ verb: z.literal('stage.more'), item }),
  z.object({ verb: z.literal('stage.authorise'), item, region, date, reference: text }),
  z.object({ verb: z.literal('stage.ask'), item, kind }),
  z.object({ verb: z.literal('stage.document'), item }),
  z.object({ verb: z.literal('stage.principle'), item, principle: z.boolean() }),
  z.object({ verb: z.enum(['tenders.form', 'evaluator.form']), item }),
  z.object({ verb: z.literal('evaluator.send'), item, from: evaluator, to: evaluator }),
  z.object({ verb: z.literal('calloff.form'), item, value: maybeFigure }).transform(given),
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
      volume: maybeFigure,
      date,
      corrects: z.boolean().optional(),
    })
    .transform(given),
  z.object({ verb: z.literal('stage.declare'), item, conflict: z.boolean() }),
  z.object({ verb: z.literal('conflict.form'), item }),
  z.object({ verb: z.literal('assess.form'), item }),
  z
    .object({ verb: z.literal('assess.send'), item, possible: z.boolean(), text: maybeText })
    .transform((given) => ({ ...given, text: given.text ?? '' })),
  z
    .object({
      verb: z.literal('stage.decide'),
      item,
      kind,
      region,
      revision: count,
      modification: count.optional(),
      text,
    })
    .transform(given),
  z
    .object({
      verb: z.literal('stage.register'),
      item,
      kind,
      body,
      revision: count,
      modification: count.optional(),
      date,
      paragraph: text,
      registryNumber: text,
      preparedOn: maybeDate,
      preparedParagraph: maybeText,
    })
    .transform(given),
] as const;
