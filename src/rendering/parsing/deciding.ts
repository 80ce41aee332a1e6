import { z } from 'zod';
import { STANCES } from '#domain/coordination/escalation-state.ts';
import { OUTCOMES } from '#domain/escalation/reasons.ts';
import {
  body,
  code,
  count,
  date,
  given,
  item,
  maybeDate,
  maybeText,
  optionalText,
  region,
  TEXT_LIMIT,
  text,
} from './fields.ts';

/** The buttons of the council, of who decides or registers a body's decisions, and of the registrar. */
export const decidingActions = [
  z.object({ verb: z.literal('council.declare'), item, conflict: z.boolean() }),
  z.object({ verb: z.literal('decision.declare'), item, region, conflict: z.boolean() }),
  z
    .object({
      verb: z.literal('council.position'),
      item,
      revision: count,
      stance: z.enum(STANCES),
      proposal: count.exactOptional(),
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
      until: maybeDate,
      text,
    })
    .transform(given),
  z
    .object({
      verb: z.literal('registration.register'),
      item,
      body,
      region: region.exactOptional(),
      revision: count,
      outcome: z.enum(OUTCOMES),
      date,
      paragraph: text,
      adjusted: maybeDate,
      registryNumber: text,
      until: maybeDate,
      preparedOn: maybeDate,
      preparedParagraph: maybeText,
      text: optionalText,
    })
    .transform(given),
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
] as const;
