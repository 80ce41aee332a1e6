import { remembering } from '#words/text.ts';
import { BEGINNINGS, CURATED_HEADS, HEADS } from './vocabulary.ts';

const SHORT_HEADS = /^(?:lab|bil|gas|app)/;
const isHead = (part: string): boolean =>
  (part.length >= 4 || SHORT_HEADS.test(part)) && HEADS.get(part) === true;
const isBeginning = (part: string): boolean =>
  BEGINNINGS.has(part) || (part.length > 3 && part.endsWith('s') && BEGINNINGS.has(part.slice(0, -1)));

/** The fewest known parts that make up the whole word; null where something is left over. */
const segments = (word: string): readonly string[] | null => {
  const best: (readonly string[] | null)[] = [[]];
  for (let to = 2; to <= word.length; to += 1) {
    let found: readonly string[] | null = null;
    for (let from = to - 2; from >= 0; from -= 1) {
      const before = best[from];
      if (!before || (found !== null && before.length + 1 >= found.length)) continue;
      const part = word.slice(from, to);
      if (to === word.length ? from > 0 && isHead(part) : isBeginning(part)) found = [...before, part];
    }
    best[to] = found;
  }
  return best[word.length] ?? null;
};

/** The parts of a compound, head last; the word alone where it is none that the vocabulary can open. */
export const partsOf = remembering((word): readonly string[] => {
  if (word.length < 6 || word.length > 40) return [word];
  const whole = segments(word);
  if (whole) return whole;
  for (let at = 3; at <= word.length - 4; at += 1) {
    const head = word.slice(at);
    if (CURATED_HEADS.get(head)) return [word.slice(0, at).replace(/s$/, ''), head];
  }
  return [word];
});

const CUT = /(\p{L}{3,})- ?(?:, ?\p{L}{3,}- ?)*(?:och|eller|samt) (\p{L}{6,})/gu;
const FIRST = /(\p{L}{3,})-(?=[ ,])/gu;
/** "skelett- och genomlysningslab" is "skelettlab och genomlysningslab"; "styr- och regler" stays what it is. */
export const withHeadsFilledIn = (folded: string): string =>
  folded.replace(CUT, (stretch, _first: string, last: string) => {
    const head = partsOf(last);
    const filled = head.length > 1 ? head.at(-1) : undefined;
    return filled === undefined ? stretch : stretch.replace(FIRST, `$1${filled}`);
  });
