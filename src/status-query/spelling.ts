import { remembering, slips, stemSwedish, stemsOf } from '#words/text.ts';
import kinds from './data/categories.json' with { type: 'json' };
import phrases from './data/phrases.json' with { type: 'json' };
import both from './data/words.both.json' with { type: 'json' };
import { ENGLISH, isAsking, isEveryday, NEUTRAL, SIGNS, SWEDISH } from './function-words.ts';
import type { ItemIndex } from './items/index.ts';
import { isTime } from './periods/words.ts';
import { isInCue, SPELT } from './topics.ts';

/** The longer words of questions, which people misspell most. */
const TELLING: readonly string[] = both.misspelt;
const plainWords = (patterns: readonly string[]): string[] =>
  patterns.flatMap((pattern) => pattern.match(/(?<![a-z\\])[a-z]{4,}(?![a-z]|\\w|\(|\?)/g) ?? []);
const KINDS = plainWords(kinds.flatMap(({ names }) => names));
const VOCABULARY = [
  ...new Set([...TELLING, ...SWEDISH, ...ENGLISH, ...SPELT.sv.whole, ...SPELT.en.whole, ...KINDS]),
].filter((word) => word.length >= 5);
/** Spelt as meant, though no word of questions: what lies elsewhere, days and feasts. */
const OTHERS = new Set([
  ...plainWords([...phrases.elsewhere, ...phrases.never, ...phrases.polite, ...phrases.thanks.said]),
  ...phrases.greeting,
  ...SIGNS.sv,
  ...SIGNS.en,
]);
const OTHER_BEGINNINGS = [...phrases.elsewhere, ...phrases.never].flatMap((pattern) =>
  [...pattern.matchAll(/([a-z]{5,})(\\w|\(|\?)/g)].map(([, word = '', then]) =>
    then === '?' ? word.slice(0, -1) : word,
  ),
);
const isElsewhere = (word: string): boolean =>
  OTHERS.has(word) || OTHER_BEGINNINGS.some((beginning) => word.startsWith(beginning));
const TELLS = new Set(VOCABULARY);
const CURATED = new Set(TELLING);
/** Stems of questions' words: "invänndningen" is an invändning. */
const STEMS = new Map(
  VOCABULARY.map((word) => [stemSwedish(word), word] as const).filter(([stem]) => stem.length >= 7),
);
const BEGINNINGS = [...new Set([...SPELT.sv.beginnings, ...SPELT.en.beginnings])]
  .filter((beginning) => beginning.length >= 6)
  .sort((a, b) => b.length - a.length);
const TAILS = ['upphandlingarna', 'upphandlingar', 'upphandlingen', 'upphandling'];

interface Better {
  readonly word: string;
  readonly slips: number;
}
const closest = (word: string, among: Iterable<string>, limit: number): Better | null => {
  let best: Better | null = null;
  for (const candidate of among) {
    const count = slips(word, candidate, (best?.slips ?? limit + 1) - 1);
    if (count < (best?.slips ?? limit + 1)) best = { word: candidate, slips: count };
  }
  return best;
};

/** "eskallerats" begins like eskaler-. */
const byBeginning = (word: string): Better | null => {
  for (const beginning of BEGINNINGS) {
    if (!word.startsWith(beginning.slice(0, 2)) || word.length < beginning.length - 1) continue;
    for (const length of [beginning.length, beginning.length + 1, beginning.length - 1]) {
      if (slips(word.slice(0, length), beginning, 1) === 1)
        return { word: beginning + word.slice(length), slips: 1 };
    }
  }
  return null;
};

/** "Byggupphandligar" ends like upphandlingar. */
const byTail = (word: string): Better | null => {
  const found = TAILS.flatMap((tail) =>
    [tail.length, tail.length - 1, tail.length + 1].flatMap((length): Better[] => {
      const head = word.slice(0, -length);
      const count = head.length < 3 ? 3 : slips(word.slice(-length), tail, 2);
      return count <= 2 ? [{ word: head + tail, slips: count }] : [];
    }),
  );
  return found.reduce<Better | null>((best, one) => (best && best.slips <= one.slips ? best : one), null);
};

const nearest = remembering((word): Better | null => {
  const whole = closest(word, VOCABULARY, 1);
  if (whole) return whole;
  const stem = word.length >= 7 ? closest(stemSwedish(word), STEMS.keys(), 1) : null;
  if (stem) return { word: STEMS.get(stem.word) ?? stem.word, slips: Math.max(1, stem.slips) };
  // Two slips are forgiven in the words that people misspell most.
  const twice = word.length >= 8 ? closest(word, TELLING, 2) : null;
  return byBeginning(word) ?? byTail(word) ?? twice;
}, 2_000);

/** How many slips the word is from the title word that it would be taken for. */
const slipsFromItem = (word: string, index: ItemIndex): number =>
  Math.min(
    3,
    ...index.find(word).flatMap(({ byTitle, quality, misspelt, meant }) => {
      if (!byTitle || quality < 0.65) return [];
      if (!misspelt) return [0];
      return meant.flatMap((term) => [word, ...stemsOf(word)].map((own) => slips(own, term, 2)));
    }),
  );

const isSpelt = remembering(
  (word) =>
    TELLS.has(word) ||
    SWEDISH.has(word) ||
    ENGLISH.has(word) ||
    NEUTRAL.has(word) ||
    isEveryday(word) ||
    isInCue(word) ||
    isElsewhere(word) ||
    isTime(word) ||
    /upphandling(?:en|ens|ar|arna|s)?$/.test(word),
);

/** So many words are put right; a text with more of them is no question. */
const PUT_RIGHT = 12;

/** Folded text with slips in the question's own words put right; what may name an item is left as it is. */
export const corrected = (folded: string, index: ItemIndex): string => {
  let left = PUT_RIGHT;
  return folded.replace(/[a-z]{5,30}/g, (word) => {
    if (isSpelt(word) || index.knows(word)) return word;
    if (left === 0) return word;
    left -= 1;
    const better = nearest(word);
    if (better === null || (isAsking(word) && better.slips > 1)) return word;
    const fromItem = slipsFromItem(word, index);
    const isName = fromItem < better.slips || (fromItem === better.slips && !CURATED.has(better.word));
    return isName ? word : better.word;
  });
};
