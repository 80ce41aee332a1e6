import { z } from 'zod';
import { REFUSAL_CODES, type Refusal, type RefusalCode, refuse } from '#domain/coordination/refusal.ts';
import { PULSE_WAVES } from '#domain/indicators/figures.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { CardAction } from './action.ts';
import { answeringActions } from './parsing/answering.ts';
import { decidingActions } from './parsing/deciding.ts';
import { body, id, item, region, text, unit } from './parsing/fields.ts';
import { figureActions } from './parsing/figures.ts';
import { officerActions } from './parsing/officer.ts';
import { stageActions } from './parsing/stage.ts';

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

const Action = z.discriminatedUnion('verb', [
  ...answeringActions,
  ...officerActions,
  ...decidingActions,
  ...stageActions,
  ...figureActions,
  z.object({ verb: z.literal('card.open'), subject: Subject }),
  z.object({ verb: z.literal('card.refresh'), delivery: id }),
  z.object({ verb: z.literal(['say', 'answer.wrong', 'answer.keep']), text }),
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
