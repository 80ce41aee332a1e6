import { fold, remembering, stemSwedish, wordsOf } from '#words/text.ts';
import { partsOf, withHeadsFilledIn } from './compounds.ts';
import { isBefore, isNoise, phraseAt, senseOf } from './vocabulary.ts';

/** What a title says, before the plan has taught which words say little. */
export interface Term {
  readonly concept: string;
  /** 0–1: the head of what is bought weighs most, what it is for little. */
  readonly weight: number;
  /** The title's own word. */
  readonly said: string;
}

const GENERIC = 0.12;
const MODIFIER = 0.6;
const PURPOSE = 0.3;
/** After an act or a trade comes what it is about: training in X, recruitment for Y. */
const SUBJECT = 0.8;
const BROAD = 0.55;

interface Meaning {
  readonly concept: string;
  readonly weight: number;
}
const bareStem = (word: string): string => stemSwedish(word.replace(/s$/, ''));
const meaning = (part: string, weight: number): Meaning | null => {
  if (isNoise(part)) return null;
  const sense = senseOf(part) ?? senseOf(part.replace(/s$/, ''));
  if (sense?.kind === 'concept')
    return { concept: sense.concept, weight: sense.broad ? weight * BROAD : weight };
  return { concept: bareStem(part), weight: sense ? GENERIC : weight };
};

/** The concepts of one word. In a compound the last part that is no mere "apparatus" decides. */
const meaningsOf = remembering((word): readonly Meaning[] => {
  if (isNoise(word)) return [];
  const found: Meaning[] = [];
  let decided = false;
  for (const part of senseOf(word) ? [word] : partsOf(word).toReversed()) {
    const own = meaning(part, decided ? MODIFIER : 1);
    if (!own) continue;
    if (own.weight > GENERIC) decided = true;
    found.push(own);
  }
  return found;
});

const CODE = /(?<![a-z])(?:[a-z]{1,4}-)?[a-z]{1,4}\d{2,}-\d+|(?<![a-z0-9])[a-z]{0,3}\d[\w-]*/g;
/** Project numbers and houses go; "covid-19" keeps its word. */
const withoutCodes = (folded: string): string => folded.replace(/covid[ -]*19/g, 'covid').replace(CODE, ' ');

/** Title → weighted concepts. `names`: stems of the buyers' own names, which say nothing of what is bought. */
export const termsOf = (title: string, names: ReadonlySet<string>): readonly Term[] => {
  const found = new Map<string, Term>();
  const written = new Set(wordsOf(fold(title)));
  const add = (concept: string, weight: number, said: string): void => {
    const known = found.get(concept);
    // A word as it stands in the title is shown rather than one that was filled in.
    const better = !known || known.weight < weight || (known.weight === weight && !written.has(known.said));
    if (better) found.set(concept, { concept, weight, said });
  };
  const words = wordsOf(withHeadsFilledIn(withoutCodes(fold(title))));
  const stems = words.map(stemSwedish);
  let purpose = 1;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const factor = purpose;
    const phrase = phraseAt(stems, at);
    if (phrase) {
      const end = at + phrase.stems.length;
      add(phrase.concept, factor, words.slice(at, end).join(' '));
      at = end - 1;
      continue;
    }
    if (isBefore(word)) {
      if (found.size > 0)
        purpose = [...found.values()].some(({ weight }) => weight > BROAD) ? PURPOSE : SUBJECT;
      continue;
    }
    if (names.has(stems[at] ?? '')) continue;
    for (const { concept, weight } of meaningsOf(word)) add(concept, weight * factor, word);
  }
  return [...found.values()];
};
