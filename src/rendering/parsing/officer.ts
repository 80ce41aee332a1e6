import { z } from 'zod';
import { RESOLUTIONS } from '#application/ports/delivery.ts';
import { OUTCOMES, SOLUTIONS } from '#domain/escalation/reasons.ts';
import {
  category,
  code,
  count,
  date,
  given,
  id,
  item,
  maybeDate,
  maybeFigure,
  optionalText,
  person,
  region,
  text,
  unit,
} from './fields.ts';

const unitAction = { item, unit };
/** What a list is narrowed to. */
const filter = {
  region: region.optional(),
  plan: count.optional(),
  from: maybeDate,
  to: maybeDate,
  category: category.optional(),
};
const together = z.array(item).min(1).max(20);

/** The buttons of the procurement staff: plan, rounds, objections' handling, deliveries, the rows of the governance. */
export const officerActions = [
  z.object({ verb: z.literal('owner.form'), item }),
  z.object({ verb: z.literal('owner.send'), item, to: person }),
  z.object({
    verb: z.literal('more-time.grant'),
    ...unitAction,
    workingDays: z.number().int().min(1).max(60),
  }),
  z.object({ verb: z.literal('more-time.refuse'), ...unitAction }),
  z.object({
    verb: z.literal(['solution.form', 'ask-again.form', 'solution.reject-form']),
    ...unitAction,
  }),
  z.object({ verb: z.literal('solution.accept'), ...unitAction, number: count.exactOptional() }),
  z.object({ verb: z.literal('solution.propose'), ...unitAction, solution: z.enum(SOLUTIONS), text }),
  z.object({ verb: z.literal('solution.reject'), ...unitAction, number: count.exactOptional(), text }),
  z.object({ verb: z.literal('ask-again.send'), ...unitAction, deadline: date, text: optionalText }),
  z.object({
    verb: z.literal([
      'escalate.form',
      'urgent.form',
      'conclude.form',
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
      until: maybeDate,
      text: optionalText,
    })
    .transform(given),
  z.object({ verb: z.literal(['urgent.send', 'conclude.send']), item, text }),
  z.object({ verb: z.literal('delivery.resolve'), message: id, as: z.enum(RESOLUTIONS) }),
  z.object({ verb: z.literal(['push.stop', 'push.resume']), item }),
  z.object({ verb: z.literal('plan.show'), after: id.optional(), ...filter }).transform(given),
  z.object({ verb: z.literal('candidates.show'), skip: count, ...filter }).transform(given),
  z.object({ verb: z.literal(['candidate.show', 'candidate.possible', 'candidate.form']), items: together }),
  z.object({ verb: z.literal('candidate.not-possible'), items: together, text }),
  z.object({ verb: z.literal(['round.preview', 'round.send']), item, deadline: date }),
  z.object({ verb: z.literal('item.form'), item }),
  z
    .object({
      verb: z.literal('item.correct'),
      item,
      revision: count,
      value: maybeFigure,
      valueWithOptions: maybeFigure,
      advertise: maybeDate,
      start: maybeDate,
      contractEnd: maybeDate,
    })
    .transform(given),
  z.object({ verb: z.literal('rules.show') }),
  z
    .object({
      verb: z.literal('rules.adopt'),
      // A choice of several arrives as one text with commas.
      rows: z
        .union([z.array(id), z.string()], code('rules-rows-missing'))
        .transform((chosen) => (typeof chosen === 'string' ? chosen.split(',') : chosen))
        .transform((chosen) => chosen.map((one) => one.trim()).filter((one) => one !== ''))
        .refine((chosen) => chosen.length > 0, code('rules-rows-missing')),
      reference: text,
      decided: maybeDate,
      version: text,
    })
    .transform(given),
  z.object({ verb: z.literal(['import.confirm', 'import.discard']), draft: id }),
] as const;
