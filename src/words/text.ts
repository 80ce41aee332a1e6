import { newStemmer } from 'snowball-stemmers';

/** What is read of a text; a question is far shorter, and bounded text keeps every pattern fast. */
export const READ_AT_MOST = 800;

/** Lower case, no diacritics, no apostrophes: people in a hurry write `sormland` and `whats`. */
export const fold = (text: string): string =>
  text
    .slice(0, READ_AT_MOST)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of folded text; a hyphen parts words, a digit does not. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

const swedish = newStemmer('swedish');
const english = newStemmer('english');

/** The Swedish stemmer leaves some definite forms alone: kameran, terapin, bordet. */
const indefinite = (word: string): string =>
  word.length > 4
    ? word
        .replace(/ans?$/, 'a')
        .replace(/(p|graf|log|iatr|metr|skop|onom)ins?$/, '$1i')
        .replace(/([^aeiouy])ets?$/, '$1')
        .replace(/([eo][lr])ns?$/, '$1')
    : word;

/** Longer ones are no words and come only once. */
const LONGEST_KEPT = 200;
/** No word of either language is longer: nothing is cut off it. */
const LONGEST_WORD = 40;

/** Keeps what was made for a key, up to a bound: people write more words than memory should hold. */
export const remembering = <T>(make: (key: string) => T, most = 20_000): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    if (key.length > LONGEST_KEPT) return made;
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
};

/** Rummet and rummen are of a rum. */
const single = (stem: string): string => stem.replace(/([mn])\1$/, '$1');
export const stemSwedish = remembering((word) =>
  word.length > LONGEST_WORD ? word : single(indefinite(swedish.stem(indefinite(word)))),
);
export const stemEnglish = remembering((word) => (word.length > LONGEST_WORD ? word : english.stem(word)));

/** Both stems, since a text mixes the languages: "status of the magnetkamera". */
export const stemsOf = (word: string): readonly string[] => {
  const [sv, en] = [stemSwedish(word), stemEnglish(word)];
  return sv === en ? [sv] : [sv, en];
};

/** Edit distance where a swap of neighbours is one slip; stops caring above `limit`. */
export const slips = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
};
