import { z } from 'zod';
import type { Card } from '#application/ports/teams.ts';
import type { IncomingActivity } from './activity.ts';
import { sentences } from './sentences.ts';

/** The body of an invoke's answer, always with HTTP status 200: Teams shows nothing but "something went wrong" for others. */
export type InvokeBody = Readonly<Record<string, unknown>>;

export const CARD_ACTION = 'adaptiveCard/action';

/** The answer of a card's button: this person's view, while everybody's base card stays as it was. */
export const cardAnswer = (card: Card): InvokeBody => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
});

export const errorAnswer = (statusCode: 400 | 500, code: string, message: string): InvokeBody => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code, message },
});

const ActionValue = z.object({
  action: z.object({
    verb: z.string().nullish(),
    data: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** A button's data. The verb is in the data as well; where a client kept only the action's own, that one counts. */
export const actionData = (activity: IncomingActivity): unknown => {
  const parsed = ActionValue.safeParse(activity.value);
  if (!parsed.success) return undefined;
  const { verb, data } = parsed.data.action;
  return verb ? { verb, ...data } : (data ?? undefined);
};

const READ_RECEIPT = 'application/vnd.microsoft.readReceipt';
const ReadReceipt = z.object({ lastReadMessageId: z.string().min(1).max(100) });
/** The message up to which a personal chat was read, where the activity is Teams' receipt of that. */
export const lastRead = (activity: IncomingActivity): string | null =>
  activity.name === READ_RECEIPT
    ? (ReadReceipt.safeParse(activity.value).data?.lastReadMessageId ?? null)
    : null;

/** Everything else that Teams may ask an app: answered in the shape that this kind of question has. */
export const otherAnswer = (activity: IncomingActivity): InvokeBody => {
  const sentence = sentences(activity.locale).notOffered;
  const name = activity.name ?? '';
  if (name.startsWith('task/')) return { task: { type: 'message', value: sentence } };
  if (name.startsWith('composeExtension/')) return { composeExtension: { type: 'message', text: sentence } };
  if (name.startsWith('config/')) return { config: { type: 'message', value: sentence } };
  if (name === 'application/search') {
    return {
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: [] },
    };
  }
  return errorAnswer(400, 'NotSupported', sentence);
};
