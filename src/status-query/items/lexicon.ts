import MiniSearch from 'minisearch';
import { stemSwedish, stemsOf } from '#words/text.ts';
import type { CodeNames } from './codes.ts';
import { isMeaningful, othersOfPhrase, othersOfWord, PARTS, partsOf } from './names.ts';

export const FIELDS = ['title', 'other', 'hint', 'part', 'label', 'broader'] as const;
export type Field = (typeof FIELDS)[number];
export const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

/** A word of titles, a phrase of the glossary or a CPV code: what stands in the index once, and which items have it. */
interface Lexeme {
  readonly terms: () => Partial<Record<Field, readonly string[]>>;
  /** Place of the item × 2, plus 1 where the lexeme stands in the head of its title. */
  readonly postings: number[];
}

/** Which words, phrases and codes stand where: grows item by item. */
export class Lexicon {
  readonly #words = new Map<string, number[]>();
  readonly #phrases = new Map<string, number[]>();
  readonly #codes = new Map<CodeNames, number[]>();

  addWord(word: string, item: number, inHead: boolean): void {
    post(this.#words, word, item, inHead);
  }
  addPhrase(part: string, item: number, inHead: boolean): void {
    post(this.#phrases, part, item, inHead);
  }
  addCode(names: CodeNames, item: number): void {
    post(this.#codes, names, item, false);
  }

  /** Finished in steps, so that a large plan does not hold up who else waits. */
  *finish(): Generator<void, Lexemes> {
    const swedish = new Set(
      [...this.#words.keys(), ...[...this.#codes.keys()].flatMap((names) => names.swedish), ...PARTS]
        .filter((word) => word.length > 3)
        .map(stemSwedish),
    );
    const beginnings = new Set([...swedish].map((stem) => stem.slice(0, BEGINNING)));
    const isWord = (tail: string): boolean =>
      beginnings.has(tail.slice(0, BEGINNING)) && swedish.has(stemSwedish(tail));
    const lexemes: Lexeme[] = [
      ...[...this.#words].map(([word, postings]) => ({ terms: () => termsOfWord(word, isWord), postings })),
      ...[...this.#phrases].map(([part, postings]) => ({
        terms: () => othersOfPhrase(part),
        postings,
      })),
      ...[...this.#codes].map(([{ own, broader }, postings]) => ({
        terms: () => ({ label: own, broader }),
        postings,
      })),
    ];
    const search = new MiniSearch({
      fields: [...FIELDS],
      idField: 'id',
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term || null,
    });
    const known = new Set<string>();
    const named = new Set<string>();
    const halves = new Set<string>();
    const counts = new Map<string, number>();
    for (const [id, { terms, postings }] of lexemes.entries()) {
      const found = terms();
      for (const [field, own = []] of Object.entries(found)) {
        for (const term of own) {
          if (field !== 'part') known.add(term);
          if (field === 'title' || field === 'other' || field === 'hint') named.add(term);
          if (field === 'title' || field === 'other' || field === 'part') halves.add(term);
        }
      }
      for (const term of new Set(Object.values(found).flat()))
        counts.set(term, (counts.get(term) ?? 0) + postings.length);
      const texts = Object.entries(found).map(([field, own]) => [field, [...new Set(own)].join(' ')]);
      search.add({ id, ...Object.fromEntries(texts) });
      if (id % AT_ONCE === AT_ONCE - 1) yield;
    }
    return { search, known, named, halves, counts, postings: lexemes.map(({ postings }) => postings) };
  }
}

const AT_ONCE = 500;
const BEGINNING = 4;

const post = <K>(into: Map<K, number[]>, key: K, item: number, inHead: boolean): void => {
  const posting = item * 2 + (inHead ? 1 : 0);
  const known = into.get(key);
  if (known) known.push(posting);
  else into.set(key, [posting]);
};

const termsOfWord = (
  word: string,
  isWord: (tail: string) => boolean,
): Partial<Record<Field, readonly string[]>> => {
  const others = othersOfWord(word);
  // As written too: a slip is nearer to the word than to its stem.
  return isMeaningful(word)
    ? { title: [word, ...stemsOf(word)], ...others, part: partsOf(word, isWord) }
    : others;
};

export interface Lexemes {
  readonly search: MiniSearch;
  /** Words of titles, labels and their translations, stemmed. */
  readonly known: ReadonlySet<string>;
  /** Those of titles and their translations alone. */
  readonly named: ReadonlySet<string>;
  /** Stems that a compound may be made of. */
  readonly halves: ReadonlySet<string>;
  /** In how many items each term stands. */
  readonly counts: ReadonlyMap<string, number>;
  /** For each lexeme, the items that have it (see `Lexeme`). */
  readonly postings: readonly (readonly number[])[];
}
