import { fold, wordsOf } from '#words/text.ts';
import type { IndexedItem } from './index.ts';
import { coreOf } from './names.ts';

/**
 * Items whose titles, CPV labels or ids hold every word that was typed, as the beginning of a word or inside a compound:
 * for a list that narrows while somebody types. Titles that begin with it first.
 */
export const lookUp = (
  items: readonly IndexedItem[],
  text: string,
  limit: number,
): readonly IndexedItem[] => {
  const typed = wordsOf(fold(text)).slice(0, 8);
  const [first] = typed;
  if (first === undefined) return [];
  const ranked: { readonly item: IndexedItem; readonly rank: number }[] = [];
  for (const item of items) {
    let rank = 0;
    for (const word of typed) {
      const at = item.title.indexOf(word);
      if (at >= 0) rank += at === 0 || item.title[at - 1] === ' ' ? 0 : 1;
      else if (item.id.includes(word)) rank += item.id.startsWith(word) ? 0 : 1;
      else if (item.code.texts.some((label) => label.includes(word))) rank += 3;
      else {
        rank = Number.POSITIVE_INFINITY;
        break;
      }
    }
    if (!Number.isFinite(rank)) continue;
    if (item.id === typed.join('') || coreOf(item.title).startsWith(first)) rank -= 0.5;
    ranked.push({ item, rank });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.item.title < b.item.title ? -1 : 1))
    .slice(0, limit)
    .map(({ item }) => item);
};
