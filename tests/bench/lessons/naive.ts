import MiniSearch, { type Query } from 'minisearch';
import { reasonsRaised, writtenIn } from '#application/figures/lesson-texts.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { cpvLabel } from '#domain/shared/cpv.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { writing } from '#rendering/writing.ts';
import { fold, stemsOf, wordsOf } from '#words/text.ts';

const SAID = ['worked', 'failed', 'next', 'market'] as const;
/** Where a word stands, and how much that says: what somebody wrote about it before what it is filed under. */
const FIELDS = { said: 3, title: 2, tags: 1 } as const;
const SHORTEST_BEGINNING = 4;
const SHORTEST_MISSPELT = 6;

/** Stems of both languages, in one text for the index. */
const stemmed = (...texts: readonly string[]): string =>
  texts
    .flatMap((text) => paragraphs(text))
    .flatMap((text) => wordsOf(fold(text)).flatMap(stemsOf))
    .join(' ');
/** `fold` reads the beginning of a text only: a long one is read in pieces. */
const paragraphs = (text: string): string[] => text.match(/[\s\S]{1,700}(?:\s|$)|[\s\S]{1,700}/g) ?? [];

/** What a lesson is filed under: goods, category, and the reasons that were raised against coordinating. */
const tagsOf = (state: KnownCase): string[] => {
  const { cpv, category } = state.item;
  return [
    ...(category ? [category] : []),
    ...(cpv ? LANGUAGES.flatMap((language) => cpvLabel(cpv, language) ?? []) : []),
    ...reasonsRaised(state).flatMap((code) =>
      LANGUAGES.map((language) => writing(language).word(`reason.${code}`)),
    ),
  ];
};

export interface NaiveIndex {
  readonly find: (words: readonly string[]) => readonly { readonly id: ItemId; readonly score: number }[];
}

const askedFor = (words: readonly string[], combineWith: 'AND' | 'OR'): Query => ({
  combineWith,
  queries: words.map((word) => ({ combineWith: 'OR', queries: [...new Set(stemsOf(fold(word)))] })),
});

/** What is usual: everything loaded at once and given to MiniSearch, anew where anything is another. */
export const naiveIndex = (states: readonly KnownCase[]): NaiveIndex => {
  const search = new MiniSearch<{ id: ItemId } & Record<keyof typeof FIELDS, string>>({
    fields: Object.keys(FIELDS),
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
    searchOptions: {
      boost: FIELDS,
      prefix: (term) => term.length >= SHORTEST_BEGINNING,
      fuzzy: (term) => (term.length >= SHORTEST_MISSPELT ? 0.15 : false),
    },
  });
  search.addAll(
    states.map((state) => ({
      id: state.item.id,
      said: stemmed(...SAID.flatMap((key) => writtenIn(state, key))),
      title: stemmed(state.item.title),
      tags: stemmed(...tagsOf(state)),
    })),
  );
  return {
    find: (words) => {
      const all = search.search(askedFor(words, 'AND'));
      const found = all.length > 0 ? all : search.search(askedFor(words, 'OR'));
      return found.map(({ id, score }) => ({ id: id as ItemId, score }));
    },
  };
};
