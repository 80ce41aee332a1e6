import { slips } from '#words/text.ts';
import both from './data/words.both.json' with { type: 'json' };
import { ENGLISH, isAsking, isEveryday, SWEDISH } from './function-words.ts';
import type { ItemIndex } from './items/index.ts';
import { isInCue } from './topics.ts';

/** The longer words of questions, which people misspell most. */
const TELLING: readonly string[] = both.misspelt;
const VOCABULARY = [...new Set([...TELLING, ...SWEDISH, ...ENGLISH])].filter((word) => word.length >= 5);
const TELLS = new Set(VOCABULARY);

const nearest = (word: string): string | null => {
  const limit = word.length >= 8 ? 2 : 1;
  let best: string | null = null;
  let fewest = limit + 1;
  for (const candidate of VOCABULARY) {
    const count = slips(word, candidate, fewest - 1);
    if (count < fewest) {
      best = candidate;
      fewest = count;
    }
  }
  return best;
};

/** Folded text with slips in the question's own words put right; what may name an item is left as it is. */
export const corrected = (folded: string, index: ItemIndex): string =>
  folded.replace(/[a-z]{5,30}/g, (word) => {
    if (TELLS.has(word) || isAsking(word) || isEveryday(word) || index.knows(word) || isInCue(word))
      return word;
    const better = nearest(word);
    if (better === null) return word;
    const nearItem = index.find(word).some(({ byTitle, quality }) => byTitle && quality >= 0.7);
    return nearItem && slips(word, better, 1) > 1 ? word : better;
  });
