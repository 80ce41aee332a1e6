import { z } from 'zod';
import { CONCERN_RECIPIENTS } from '#domain/concern/concern.ts';
import { BINDINGS, type Commitment, type ExistingContract } from '#domain/coordination/answer.ts';
import { REASON_CODES } from '#domain/escalation/reasons.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import {
  code,
  count,
  date,
  hours,
  id,
  instant,
  item,
  maybeDate,
  maybeFigure,
  optionalText,
  person,
  text,
  unit,
} from './fields.ts';

const withoutEmpty = (given: { [K in keyof ExistingContract]: PlainDate | undefined }): ExistingContract => ({
  ...(given.end ? { end: given.end } : {}),
  ...(given.optionUntil ? { optionUntil: given.optionUntil } : {}),
  ...(given.optionBy ? { optionBy: given.optionBy } : {}),
});

const figures = { volume: maybeFigure, value: maybeFigure, neededBy: maybeDate };
const binding = z.enum(BINDINGS);
type Figures = z.infer<z.ZodObject<typeof figures>>;

const commitment = (given: Figures, bound: Commitment['binding']): Commitment => ({
  ...(given.volume === undefined ? {} : { volume: given.volume }),
  ...(given.value === undefined ? {} : { value: given.value }),
  ...(given.neededBy === undefined ? {} : { neededBy: given.neededBy }),
  binding: bound,
});

const unitAction = { item, unit };
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

/** The buttons of whoever is asked: a unit's manager, their deputy or the colleague that it was passed on to. */
export const answeringActions = [
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
      contractEnd: maybeDate,
      optionUntil: maybeDate,
      optionBy: maybeDate,
      contract: z.object({ end: maybeDate, optionUntil: maybeDate, optionBy: maybeDate }).optional(),
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
  z.object({ verb: z.literal('delegate.send'), ...unitAction, to: person }),
  z.object({ verb: z.literal('reference.send'), ...unitAction, name: text, hours }),
  z.object({ verb: z.literal(['evidence.send', 'evidence.ask']), ...unitAction, text }),
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
] as const;
