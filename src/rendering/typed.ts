import type { Card } from '#application/ports/teams.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Longest text that is put back: what a field itself would take. */
const LONGEST = 2000;

const fieldValue = (data: Readonly<Record<string, unknown>>, id: Json | undefined): string | null => {
  if (typeof id !== 'string' || !Object.hasOwn(data, id)) return null;
  const value = data[id];
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : null;
};

/**
 * The same card with what somebody had written in its fields: nobody writes a thing twice because one word of it could
 * not be read. Only fields that the card has are filled, by their ids.
 */
export const withTyped = (card: Card, data: unknown): Card => {
  if (typeof data !== 'object' || data === null) return card;
  const typed = data as Readonly<Record<string, unknown>>;
  const walk = (node: Json): Json => {
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    const object = node as { readonly [key: string]: Json };
    const copy = Object.fromEntries(Object.entries(object).map(([key, value]) => [key, walk(value)]));
    const isField = typeof object.type === 'string' && object.type.startsWith('Input.');
    const value = isField ? fieldValue(typed, object.id) : null;
    return value === null ? copy : { ...copy, value };
  };
  return walk(card as Json) as Card;
};
