import type { KnownCase } from '#domain/coordination/state.ts';
import { cpvLabel } from '#domain/shared/cpv.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { writing } from '#rendering/writing.ts';
import { fold, remembering, stemsOf, wordsOf } from '#words/text.ts';
import { reasonsRaised, writtenIn } from './lesson-texts.ts';
import { createRankedIndex, type Wanted } from './ranked-index.ts';

const SAID = ['worked', 'failed', 'next', 'market'] as const;
/** Where a word stands, and how much that says: what somebody wrote about it before what it is filed under. */
const FIELDS = { said: 3, title: 2, tags: 1 } as const;
const SHORTEST_BEGINNING = 4;
const SHORTEST_MISSPELT = 6;
const SLIPS_A_LETTER = 0.15;
/** A word with more of them is another word, and looking for it takes long. */
const MOST_SLIPS = 3;

/** `fold` reads the beginning of a text only: a long one is read in pieces. */
const paragraphs = (text: string): string[] => text.match(/[\s\S]{1,700}(?:\s|$)|[\s\S]{1,700}/g) ?? [];

/** Stems of both languages. */
const stemmed = (text: string): readonly string[] =>
  paragraphs(text).flatMap((part) => wordsOf(fold(part)).flatMap(stemsOf));
/** Of what many lessons are filed under. */
const stemmedTag = remembering(stemmed, 5_000);

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

export interface LessonIndex {
  /** Instead of what it said before. */
  add(state: KnownCase): void;
  remove(id: string): void;
  /** Those whose lessons, title or tags have all of the words, else any of them, as far as they fit; the fittest first. */
  find(
    words: readonly string[],
    within?: Partial<Omit<Wanted, 'words'>>,
  ): { readonly ids: readonly ItemId[]; readonly total: number };
}

/** Over what was written down about items, by the same stems as questions are read with. */
export const createLessonIndex = (): LessonIndex => {
  const index = createRankedIndex(FIELDS, {
    // "leverantör" finds "leverantörsbyte"; a slip of the pen in a long word is forgiven.
    begins: (term) => term.length >= SHORTEST_BEGINNING,
    slips: (term) =>
      term.length < SHORTEST_MISSPELT ? 0 : Math.min(MOST_SLIPS, Math.round(term.length * SLIPS_A_LETTER)),
  });
  return {
    add: (state) =>
      index.add(state.item.id, {
        said: SAID.flatMap((key) => writtenIn(state, key)).flatMap(stemmed),
        title: stemmed(state.item.title),
        tags: tagsOf(state).flatMap(stemmedTag),
      }),
    remove: index.remove,
    find: (words, { most = Number.MAX_SAFE_INTEGER, fits = () => true } = {}) => {
      const stems = [...new Set(words)].map((word) => [...new Set(stemsOf(fold(word)))]);
      const { ids, total } = index.find({ words: stems, most, fits });
      return { ids: ids as readonly ItemId[], total };
    },
  };
};
