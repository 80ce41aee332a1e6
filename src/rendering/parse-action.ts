import { z } from 'zod';
import { RESOLUTIONS } from '#application/ports/delivery.ts';
import { CONCERN_RECIPIENTS } from '#domain/concern/concern.ts';
import { BINDINGS, type Commitment, type ExistingContract } from '#domain/coordination/answer.ts';
import { REFUSAL_CODES, type Refusal, type RefusalCode, refuse } from '#domain/coordination/refusal.ts';
import { STANCES } from '#domain/coordination/state.ts';
import { OUTCOMES, REASON_CODES, SOLUTIONS } from '#domain/escalation/reasons.ts';
import { PULSE_WAVES } from '#domain/indicators/figures.ts';
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
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { CardAction } from './action.ts';
import { figureActions } from './parse-figures.ts';
import { LARGEST, parseNumber } from './parse-number.ts';
import { stageActions } from './parse-stage.ts';

/** Longest free text that a card takes, in UTF-16 units. */
export const TEXT_LIMIT = 2000;

const code = (refusal: RefusalCode): RefusalCode => refusal;
const id = z.string().trim().min(1).max(200);
const item = id.transform(itemId);
const unit = id.regex(/^[^/]+\/./).transform(asUnitId);
const region = id.transform(regionId);
const body = id.transform(bodyId);
const count = z.number().int().min(0);
const optionalText = z.string().trim().max(TEXT_LIMIT, code('text-too-long')).default('');
const text = z
  .string(code('text-missing'))
  .trim()
  .min(1, code('text-missing'))
  .max(TEXT_LIMIT, code('text-too-long'));
const date = z.string(code('date-unreadable')).trim().refine(isPlainDate, code('date-unreadable'));
/** A cleared Input.Date or Input.Text arrives as nothing or as an empty text. */
const optionalDate = z
  .string()
  .trim()
  .transform((given, context) => {
    if (given === '') return undefined;
    if (isPlainDate(given)) return given;
    context.addIssue(code('date-unreadable'));
    return z.NEVER;
  })
  .optional();
const optionalNumber = z
  .union([z.number(), z.string()])
  .transform((given, context): number | undefined => {
    if (typeof given === 'string' && given.trim() === '') return undefined;
    const value = typeof given === 'number' ? given : parseNumber(given);
    if (value !== null && value >= 0 && value <= LARGEST) return value;
    context.addIssue(code('number-unreadable'));
    return z.NEVER;
  })
  .optional();

/** Who was chosen in a list of people; whoever chose nobody is told to. */
const personOf = z
  .string(code('not-a-colleague'))
  .trim()
  .regex(/^[^:\s]+:[^:\s]+$/, code('not-a-colleague'))
  .max(200, code('not-a-colleague'))
  .transform(asPersonId);
const hours = z
  .union([z.number(), z.string()], code('hours-unreadable'))
  .transform((given, context): number => {
    const value = typeof given === 'number' ? given : parseNumber(given);
    if (value !== null && value > 0) return value;
    context.addIssue(code('hours-unreadable'));
    return z.NEVER;
  });
const withoutEmpty = (given: { [K in keyof ExistingContract]: PlainDate | undefined }): ExistingContract => ({
  ...(given.end ? { end: given.end } : {}),
  ...(given.optionUntil ? { optionUntil: given.optionUntil } : {}),
  ...(given.optionBy ? { optionBy: given.optionBy } : {}),
});

const figures = { volume: optionalNumber, value: optionalNumber, neededBy: optionalDate };
const binding = z.enum(BINDINGS);
type Figures = z.infer<z.ZodObject<typeof figures>>;

const commitment = (given: Figures, bound: Commitment['binding']): Commitment => ({
  ...(given.volume === undefined ? {} : { volume: given.volume }),
  ...(given.value === undefined ? {} : { value: given.value }),
  ...(given.neededBy === undefined ? {} : { neededBy: given.neededBy }),
  binding: bound,
});

/** Without the optional fields that were left empty. */
type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

const unitAction = { item, unit };
const instant = z
  .string()
  .max(40)
  .transform((given) => given as Instant);
const answering = { ...unitAction, round: count, revision: count, after: instant.optional() };
/**
 * The button carries the prefill in `commitment`; the inputs of the same card arrive beside it by their ids. The choice
 * of binding always has a value: where it arrived, all inputs did, and a figure that the person cleared stays cleared.
 */
const committing = {
  ...answering,
  ...figures,
  binding: binding.optional(),
  commitment: z.object({ ...figures, binding }).optional(),
};
const withCommitment = <T extends z.infer<z.ZodObject<typeof committing>>>({
  volume,
  value,
  neededBy,
  binding: bound,
  commitment: prefill,
  ...rest
}: T) => {
  const typed = [volume, value, neededBy, bound].some((given) => given !== undefined);
  const firm = bound ?? prefill?.binding ?? 'estimate';
  return { ...rest, commitment: commitment(typed ? { volume, value, neededBy } : (prefill ?? {}), firm) };
};

const Subject = z.discriminatedUnion('card', [
  z.object({ card: z.literal(['request', 'objection', 'solution', 'more-time', 'lifted']), item, unit }),
  z.object({
    card: z.literal([
      'round',
      'managers',
      'council',
      'outcome',
      'transferred',
      'stage',
      'figures',
      'cost',
      'saving',
      'review',
    ]),
    item,
  }),
  z.object({ card: z.literal('pulse'), item, wave: z.enum(PULSE_WAVES) }),
  z.object({ card: z.literal('decision'), item, region }),
  z.object({ card: z.literal('registration'), item, body }),
]);

/** What a list is narrowed to. */
const filter = {
  region: region.optional(),
  plan: count.optional(),
  from: optionalDate,
  to: optionalDate,
  category: z
    .string()
    .regex(/^\d{1,8}$/)
    .optional(),
};
const filtered = ({ region: of, plan, from, to, category }: z.infer<z.ZodObject<typeof filter>>) => ({
  ...(of === undefined ? {} : { region: of }),
  ...(plan === undefined ? {} : { plan }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(category === undefined ? {} : { category }),
});
const together = z.array(item).min(1).max(20);

const Action = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('request.yes'), ...committing }).transform(withCommitment),
  z.object({ verb: z.literal('request.conditions'), ...committing, text }).transform(withCommitment),
  z.object({ verb: z.literal('request.no-need'), ...answering }),
  z
    .object({
      verb: z.literal('objection.send'),
      ...answering,
      reason: z.enum(REASON_CODES),
      text,
      evidence: optionalText,
      contractEnd: optionalDate,
      optionUntil: optionalDate,
      optionBy: optionalDate,
      contract: z.object({ end: optionalDate, optionUntil: optionalDate, optionBy: optionalDate }).optional(),
    })
    .transform(({ contractEnd: end, optionUntil, optionBy, contract, ...rest }) => {
      const typed = withoutEmpty({ end, optionUntil, optionBy });
      const kept = Object.keys(typed).length > 0 ? typed : withoutEmpty(contract ?? {});
      return { ...rest, ...(Object.keys(kept).length > 0 ? { contract: kept } : {}) };
    }),
  z.object({
    verb: z.literal([
      'request.more',
      'delegate.form',
      'reference.form',
      'evidence.form',
      'evidence.ask-form',
      'evidence.accept',
      'objection.withdraw',
    ]),
    ...unitAction,
  }),
  z.object({ verb: z.literal('delegate.send'), ...unitAction, to: personOf }),
  z.object({ verb: z.literal('reference.send'), ...unitAction, name: text, hours }),
  z.object({ verb: z.literal(['evidence.send', 'evidence.ask']), ...unitAction, text }),
  z.object({ verb: z.literal('owner.form'), item }),
  z.object({ verb: z.literal('owner.send'), item, to: personOf }),
  z
    .object({ verb: z.literal('concern.form'), item: item.optional() })
    .transform(({ verb, item: from }) => ({ verb, ...(from === undefined ? {} : { item: from }) })),
  z
    .object({
      verb: z.literal('concern.send'),
      item: item.optional(),
      to: z.enum(CONCERN_RECIPIENTS, code('concern-nobody')),
      text,
    })
    .transform(({ item: from, ...rest }) => ({ ...rest, ...(from === undefined ? {} : { item: from }) })),
  z.object({ verb: z.literal(['away.form', 'away.end']) }),
  z.object({ verb: z.literal('away.save'), until: date }),
  z.object({ verb: z.literal('more-time.send'), ...answering, text: optionalText }),
  z.object({
    verb: z.literal([
      'request.show',
      'request.change',
      'request.conditions-form',
      'objection.reasons',
      'more-time.form',
    ]),
    ...unitAction,
  }),
  z.object({ verb: z.literal('objection.form'), ...unitAction, reason: z.enum(REASON_CODES) }),
  z.object({
    verb: z.literal('more-time.grant'),
    ...unitAction,
    workingDays: z.number().int().min(1).max(60),
  }),
  z.object({ verb: z.literal('more-time.refuse'), ...unitAction }),
  z.object({
    verb: z.literal(['solution.form', 'ask-again.form', 'solution.accept', 'solution.reject-form']),
    ...unitAction,
  }),
  z.object({ verb: z.literal('solution.propose'), ...unitAction, solution: z.enum(SOLUTIONS), text }),
  z.object({ verb: z.literal('solution.reject'), ...unitAction, text }),
  z.object({ verb: z.literal('ask-again.send'), ...unitAction, deadline: date, text: optionalText }),
  z.object({
    verb: z.literal([
      'escalate.form',
      'urgent.form',
      'case.close',
      'item.lock',
      'item.show',
      'round.form',
      'item.history',
      'item.timeline',
      'item.deliveries',
    ]),
    item,
  }),
  z
    .object({
      verb: z.literal('escalate.send'),
      item,
      outcome: z.enum(OUTCOMES),
      until: optionalDate,
      text: optionalText,
    })
    .transform(given),
  z.object({ verb: z.literal('urgent.send'), item, text }),
  z.object({ verb: z.literal('council.declare'), item, conflict: z.boolean() }),
  z.object({ verb: z.literal('decision.declare'), item, region, conflict: z.boolean() }),
  z
    .object({
      verb: z.literal('council.position'),
      item,
      revision: count,
      stance: z.enum(STANCES),
      decides: z.literal(true).exactOptional(),
      text: optionalText,
      dissent: optionalText,
    })
    // A rejection without a reason tells the other region nothing; an approval needs none.
    .refine((given) => given.stance === 'approve' || given.text !== '', code('text-missing')),
  z
    .object({
      verb: z.literal('decision.decide'),
      item,
      region,
      revision: count,
      outcome: z.enum(OUTCOMES),
      until: optionalDate,
      text,
    })
    .transform(given),
  z
    .object({
      verb: z.literal('registration.register'),
      item,
      body,
      revision: count,
      outcome: z.enum(OUTCOMES),
      date,
      paragraph: text,
      adjusted: optionalDate,
      registryNumber: text,
      until: optionalDate,
      preparedOn: optionalDate,
      preparedParagraph: optionalText.transform((typed) => (typed === '' ? undefined : typed)),
      text: optionalText,
    })
    .transform(given),
  ...stageActions,
  ...figureActions,
  z.object({ verb: z.literal('card.open'), subject: Subject }),
  z.object({ verb: z.literal('card.refresh'), delivery: id }),
  z
    .object({
      verb: z.literal('digest.yes'),
      delivery: id,
      skip: count,
      lines: z
        .array(z.object({ ...answering, commitment: z.object({ ...figures, binding }) }))
        .min(1)
        .max(20),
    })
    .transform(({ lines, ...rest }) => ({
      ...rest,
      lines: lines.map((line) => ({
        ...line,
        commitment: commitment(line.commitment, line.commitment.binding),
      })),
    })),
  z.object({ verb: z.literal('digest.show'), delivery: id, skip: count }),
  z.object({ verb: z.literal('delivery.resolve'), message: id, as: z.enum(RESOLUTIONS) }),
  z.object({ verb: z.literal(['push.stop', 'push.resume']), item }),
  z
    .object({ verb: z.literal('plan.show'), after: id.optional(), ...filter })
    .transform(({ verb, after, ...rest }) => ({
      verb,
      ...(after === undefined ? {} : { after }),
      ...filtered(rest),
    })),
  z
    .object({ verb: z.literal('candidates.show'), skip: count, ...filter })
    .transform(({ verb, skip, ...rest }) => ({ verb, skip, ...filtered(rest) })),
  z.object({ verb: z.literal(['candidate.show', 'candidate.possible', 'candidate.form']), items: together }),
  z.object({ verb: z.literal('candidate.not-possible'), items: together, text }),
  z.object({ verb: z.literal(['round.preview', 'round.send']), item, deadline: date }),
  z.object({ verb: z.literal('meeting.show'), kind: z.enum(['agenda', 'minutes']) }),
  z.object({ verb: z.literal('reporting.show'), body: body.exactOptional() }),
  z.object({
    verb: z.literal('reporting.save'),
    body,
    date,
    paragraph: optionalText,
    cases: z.array(z.object({ item, entries: z.array(count).min(1).max(50) })).max(20),
  }),
  z.object({ verb: z.literal('memo.show'), item, body: body.exactOptional() }),
  z.object({ verb: z.literal('item.form'), item }),
  z
    .object({
      verb: z.literal('item.correct'),
      item,
      revision: count,
      value: optionalNumber,
      advertise: optionalDate,
      start: optionalDate,
      contractEnd: optionalDate,
    })
    .transform(given),
  z.object({ verb: z.literal('rules.show') }),
  z.object({
    verb: z.literal('rules.adopt'),
    // A choice of several arrives as one text with commas.
    rows: z
      .union([z.array(id), z.string()], code('rules-rows-missing'))
      .transform((chosen) => (typeof chosen === 'string' ? chosen.split(',') : chosen))
      .transform((chosen) => chosen.map((one) => one.trim()).filter((one) => one !== ''))
      .refine((chosen) => chosen.length > 0, code('rules-rows-missing')),
    reference: text,
    version: text,
  }),
  z.object({ verb: z.literal('registry.show'), skip: count }),
  z
    .looseObject({
      verb: z.literal('registry.save'),
      cases: z.array(z.object({ item, through: count, number: optionalText })).max(20),
    })
    .transform(({ verb, cases, ...inputs }) => ({
      verb,
      // The fields of the same card arrive beside it, numbered as its cases are.
      cases: cases.map((one, i) => {
        const typed = inputs[`number${i}`];
        return typeof typed === 'string' ? { ...one, number: typed.trim().slice(0, TEXT_LIMIT) } : one;
      }),
    })),
  z.object({ verb: z.literal(['say', 'answer.wrong']), text }),
  z.object({ verb: z.literal(['import.confirm', 'import.discard']), draft: id }),
  z.object({ verb: z.literal('time.forward'), by: z.enum(['hour', 'day', 'week', 'next']) }),
]);

const isRefusalCode = (message: string): message is RefusalCode =>
  (REFUSAL_CODES as readonly string[]).includes(message);

/** What a button carries: the action itself, so that a client that drops the verb of Action.Execute still sends it. */
export const actionData = (action: CardAction): Record<string, unknown> => ({ ...action });

/**
 * What arrived from a pressed button: its data with the card's inputs merged into it by their ids. Texts are trimmed.
 * Refused with `text-missing`, `text-too-long` (over 2000 UTF-16 units), `number-unreadable` or `date-unreadable` for
 * what a person can mend, and `unreadable-card` for everything else.
 */
export const parseAction = (data: unknown): Result<CardAction, Refusal> => {
  const parsed = Action.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const mendable = parsed.error.issues.map((issue) => issue.message).find(isRefusalCode);
  return fail(refuse(mendable ?? 'unreadable-card'));
};
