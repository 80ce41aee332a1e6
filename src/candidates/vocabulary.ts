import { fold, stemSwedish, wordsOf } from '#words/text.ts';
import broader from './data/broader.json' with { type: 'json' };
import noise from './data/noise.json' with { type: 'json' };
import parts from './data/parts.json' with { type: 'json' };
import synonyms from './data/synonyms.json' with { type: 'json' };

const ENDINGS = ['', 's', 'n', 'en', 'et', 'er', 'ar', 'erna', 'arna'] as const;
const ADJECTIVE = /(?:isk|ig|al|il|ell|iv|sam|man)$/;
const OF_ADJECTIVES = ['t', 'a', 'na'] as const;
/** A stemmer cuts a word's forms to different lengths; these are all that they can come to. */
const stemsOfForms = (word: string): string[] => [
  ...new Set([
    ...ENDINGS.map((ending) => stemSwedish(word + ending)),
    ...(ADJECTIVE.test(word) ? OF_ADJECTIVES.map((ending) => stemSwedish(word + ending)) : []),
    ...(word.endsWith('a') ? [stemSwedish(`${word.slice(0, -1)}or`)] : []),
  ]),
];
const stems = (name: string): string[] => wordsOf(fold(name)).map(stemSwedish);

/** Single words by their stems; a word as it stands comes before what it might be a form of. */
class Lexicon<T> {
  readonly #asWritten = new Map<string, T>();
  readonly #asStem = new Map<string, T>();
  constructor(entries: readonly (readonly [string, T])[]) {
    const single = entries.map(([word, value]) => [fold(word), value] as const);
    for (const [word, value] of single) if (!this.#asWritten.has(word)) this.#asWritten.set(word, value);
    for (const [word, value] of single) this.#add(stemSwedish(word), value);
    for (const [word, value] of single) for (const stem of stemsOfForms(word)) this.#add(stem, value);
  }
  #add(stem: string, value: T): void {
    if (!this.#asStem.has(stem)) this.#asStem.set(stem, value);
  }
  written(word: string): T | undefined {
    return this.#asWritten.get(word);
  }
  stemmed(word: string): T | undefined {
    return this.#asStem.get(stemSwedish(word));
  }
  get(word: string): T | undefined {
    return this.written(word) ?? this.stemmed(word);
  }
}
const isSingle = (name: string): boolean => wordsOf(fold(name)).length === 1;
const lexiconOf = (words: readonly string[]): Lexicon<true> =>
  new Lexicon(words.filter(isSingle).map((word) => [word, true] as const));

/** A name of several words. */
interface Phrase {
  readonly stems: readonly string[];
  readonly concept: string;
}

const conceptName = (name: string): string => stems(name).join(' ');
const named = synonyms.flatMap((names) =>
  names.map((name) => ({ name, concept: conceptName(names[0] ?? '') })),
);
const single = new Lexicon(
  named.filter(({ name }) => isSingle(name)).map(({ name, concept }) => [name, concept] as const),
);
const phrases = Map.groupBy(
  named
    .filter(({ name }) => !isSingle(name))
    .map(({ name, concept }): Phrase => ({ stems: stems(name), concept }))
    .toSorted((a, b) => b.stems.length - a.stems.length),
  (phrase) => phrase.stems[0] ?? '',
);

/** The longest name of several words that begins there, over stems. */
export const phraseAt = (words: readonly string[], at: number): Phrase | null =>
  phrases
    .get(words[at] ?? '')
    ?.find((phrase) => phrase.stems.every((stem, offset) => words[at + offset] === stem)) ?? null;

const generic = lexiconOf(parts.generic);
const broad = new Set(parts.broad.map(conceptName));
export type Sense =
  | {
      readonly kind: 'concept';
      readonly concept: string;
      /** An act or a trade that needs to be said of what: transport, training, building. */
      readonly broad: boolean;
    }
  /** Says what sort of thing is bought, hardly which: equipment, system, service. */
  | { readonly kind: 'generic' };
const sense = (concept: string): Sense => ({ kind: 'concept', concept, broad: broad.has(concept) });
/** What a word means, whatever form it has; null when nobody has said. */
export const senseOf = (word: string): Sense | null => {
  const written = single.written(word);
  if (written) return sense(written);
  if (generic.written(word)) return { kind: 'generic' };
  const stemmed = single.stemmed(word);
  if (stemmed) return sense(stemmed);
  return generic.stemmed(word) ? { kind: 'generic' } : null;
};

const kinds = new Map<string, string[]>();
for (const [kind, names] of Object.entries(broader)) {
  for (const name of names) {
    const concept = single.get(fold(name)) ?? conceptName(name);
    kinds.set(concept, [...(kinds.get(concept) ?? []), kind]);
  }
}
const NONE: readonly string[] = [];
/** Broader kinds of need that a concept belongs to. */
export const broaderOf = (concept: string): readonly string[] => kinds.get(concept) ?? NONE;

const ceremony = lexiconOf([...noise.ceremony, ...noise.places]);
const before = new Set(noise.before.flatMap((word) => wordsOf(fold(word))));
/** Ceremony, places, hospitals and numbers of projects or houses: they make no pair. */
export const isNoise = (word: string): boolean =>
  word.length < 2 || /\d/.test(word) || (ceremony.get(word) === true && !single.written(word));
/** Before it stands what is bought, after it what that is for. */
export const isBefore = (word: string): boolean => before.has(word);
export const JOINT_PHRASES: readonly string[] = noise.joint.map(fold);

/** Words that a compound can begin or end with. */
export const HEADS = lexiconOf([...parts.heads, ...parts.generic, ...synonyms.flat()]);
export const CURATED_HEADS = lexiconOf(parts.heads);
export const BEGINNINGS: ReadonlySet<string> = new Set(
  [...parts.modifiers, ...parts.heads, ...parts.generic, ...synonyms.flat()]
    .filter(isSingle)
    .flatMap((word) => [fold(word), fold(word).replace(/s$/, ''), stemSwedish(fold(word))])
    .filter((word) => word.length >= 3 || word === 'el' || word === 'it'),
);
