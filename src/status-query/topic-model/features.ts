import { stemsOf } from '#words/text.ts';

/** What stands for the words that were read as something else, so that no sign is learnt from an item's own words. */
export const MASKS = ['ITEM', 'KIND', 'REGION', 'PERIOD', 'AMOUNT'] as const;
export type Mask = (typeof MASKS)[number];
const MASKED: ReadonlySet<string> = new Set(MASKS);

/** Longer words are told by their parts too, since compounds and endings are endless. */
const LONG = 6;
const GRAM = 4;

/** Stands for a word that nothing was learnt of: strange words are a sign too. */
const STRANGE = 'STRANGE';

export const stemOf = (word: string): string => (MASKED.has(word) ? word : (stemsOf(word)[0] ?? word));

/** The signs that a question's masked words give: stems, pairs of neighbours and near neighbours, parts of long words. */
export const featuresOf = (
  words: readonly string[],
  isKnown: (stem: string) => boolean,
): readonly string[] => {
  const found = new Set<string>();
  const stems = words.map(stemOf).map((stem) => (MASKED.has(stem) || isKnown(stem) ? stem : STRANGE));
  if (stems.includes(STRANGE)) found.add(STRANGE);
  for (const word of words) {
    if (MASKED.has(word)) {
      found.add(word);
      continue;
    }
    for (const stem of stemsOf(word)) found.add(stem);
    if (word.length >= LONG) {
      for (let at = 0; at + GRAM <= word.length; at += 1) found.add(`~${word.slice(at, at + GRAM)}`);
    }
  }
  const bounded = ['<', ...stems, '>'];
  bounded.forEach((stem, at) => {
    const next = bounded[at + 1];
    const after = bounded[at + 2];
    if (next !== undefined) found.add(`${stem} ${next}`);
    if (after !== undefined) found.add(`${stem} _ ${after}`);
  });
  found.add(`#${Math.min(words.length, 8)}`);
  return [...found];
};
