import canonicalize from 'canonicalize';
import type { View } from '#rendering/views.ts';

/** A card on which somebody may be writing: what others do meanwhile must not replace it under their fingers. */
const isForm = (view: View): boolean =>
  view.card === 'request' ||
  (view.card === 'council' && view.mode !== 'excluded' && view.mode !== 'over') ||
  (view.card === 'decision' && view.decided === undefined) ||
  (view.card === 'registration' && view.decided === undefined) ||
  (view.card === 'objection' && view.may.propose);

/** What others' answers change on such a card. */
const OTHERS = ['others', 'facts', 'positions', 'regions', 'council', 'precedents', 'stakes'];
/** What changes without anything having happened. */
const ALWAYS = ['asOf', 'asked', 'banner', 'late'];

/**
 * What of a card is worth replacing it in the chat. Two views with the same text here look alike to their reader, or
 * differ only by what would disturb them.
 */
export const fingerprintOf = (view: View): string => {
  const left = new Set([...ALWAYS, ...(isForm(view) ? OTHERS : [])]);
  return canonicalize(Object.fromEntries(Object.entries(view).filter(([key]) => !left.has(key)))) ?? '';
};
