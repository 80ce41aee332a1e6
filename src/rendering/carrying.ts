import type { Card } from '#application/ports/teams.ts';
import type { Language } from '#domain/shared/language.ts';
import { createSay } from './text/words.ts';

type Json = unknown;
const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const PRESSABLE = ['Action.Execute', 'Action.Submit'];

const marked = (value: Json, delivery: string): Json => {
  if (Array.isArray(value)) return value.map((part) => marked(part, delivery));
  if (!isRecord(value)) return value;
  const inside = Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === 'data' ? part : marked(part, delivery)]),
  );
  return typeof value.type === 'string' && PRESSABLE.includes(value.type) && isRecord(value.data)
    ? { ...inside, data: { ...value.data, delivery } }
    : inside;
};

/**
 * The card with the delivery's id on every button, so that whoever presses proves that it came. `userIds`: for whom Teams
 * asks for the fresh card when it is looked at (60 at most); that only reads, so it proves as much.
 */
export const carrying = (card: Card, delivery: string, userIds: readonly string[] = []): Card => {
  const pressable = marked(card, delivery) as Card;
  if (userIds.length === 0) return pressable;
  const data = { verb: 'card.refresh', delivery };
  const action = { type: 'Action.Execute', verb: data.verb, data };
  return { ...pressable, refresh: { action, userIds } };
};

/** The id that a pressed button carried. */
export const carriedBy = (data: unknown): string | null =>
  isRecord(data) && typeof data.delivery === 'string' && data.delivery.length <= 200 ? data.delivery : null;

/** The button that leads back to the list from which a card was opened. */
export const returning = (delivery: string, language: Language): Readonly<Record<string, unknown>> => {
  const data = { verb: 'digest.show', delivery, skip: 0 };
  const title = createSay(language).plain('digest.back');
  return {
    type: 'Action.Execute',
    title,
    verb: data.verb,
    data,
    associatedInputs: 'none',
    fallback: { type: 'Action.Submit', title, data, associatedInputs: 'none' },
  };
};

/** The card with one more button at its end. */
export const withButton = (card: Card, action: Readonly<Record<string, unknown>>): Card => ({
  ...card,
  body: [...(Array.isArray(card.body) ? card.body : []), { type: 'ActionSet', actions: [action] }],
});
