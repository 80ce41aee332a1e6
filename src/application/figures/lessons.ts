import type { KnownCase } from '#domain/coordination/state.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { breathe } from '../breathing.ts';
import type { CaseBody } from '../cases.ts';
import { keptByChanges } from '../changes.ts';
import { factsAt } from '../indicators.ts';
import { allIndexes } from '../paging.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Narrowed } from './answers.ts';
import { type About, createLessonCatalogue, type LessonCatalogue } from './lesson-catalogue.ts';
import { createLessonIndex, type LessonIndex } from './lesson-search.ts';
import { hasLessons, writtenIn } from './lesson-texts.ts';

/** One line of a lesson for somebody who is asked about a related item. */
export interface LessonHint {
  readonly item: ItemId;
  readonly title: string;
  readonly text: string;
}

export interface Lessons {
  /** Cases with lessons whose goods or title are like these, the likest first. */
  related(about: About, most: number): Promise<readonly KnownCase[]>;
  /**
   * All within what was asked. With words: those whose lessons, title or tags say them, the fittest first; where none does,
   * `unsaid`, and then as without: the latest first.
   */
  within(
    narrowed: Narrowed,
    most: number,
    words?: readonly string[],
  ): Promise<{ readonly cases: readonly KnownCase[]; readonly total: number; readonly unsaid?: true }>;
  hints(about: About, most: number): Promise<readonly LessonHint[]>;
}

/** Indexes are read by hundreds, texts by as many as are stemmed within some milliseconds. */
const READ_AT_ONCE = 500;
const STEMMED_AT_ONCE = 100;

/** What was learnt, kept in memory by what the questions ask for and brought up to date case by case. */
export const createLessons = (store: DocumentStore): Lessons => {
  /** In steps, with a breath between two of them. */
  const inParts = async <T>(
    all: readonly T[],
    work: (part: readonly T[]) => Promise<void>,
  ): Promise<void> => {
    for (let from = 0; from < all.length; from += STEMMED_AT_ONCE) {
      await work(all.slice(from, from + STEMMED_AT_ONCE));
      await breathe();
    }
  };
  const statesOf = async (
    ids: readonly string[],
  ): Promise<readonly (readonly [string, KnownCase | null])[]> =>
    Promise.all(
      ids.map(async (id) => [id, (await store.get<CaseBody>('case', id))?.body.state ?? null] as const),
    );

  const catalogued = keptByChanges<LessonCatalogue>(store, 'lessons', {
    make: async () => {
      const catalogue = createLessonCatalogue();
      let read = 0;
      for await (const { id, index } of allIndexes(store, { kind: 'case' })) {
        const facts = await factsAt(store, id, index);
        if (facts) catalogue.put(id, facts);
        read += 1;
        if (read % READ_AT_ONCE === 0) await breathe();
      }
      return catalogue;
    },
    change: (catalogue, ids) =>
      inParts(ids, async (part) => {
        const found = await Promise.all(part.map((id) => store.get<CaseBody>('case', id)));
        for (const one of found) {
          const facts = one && (await factsAt(store, one.id, one.index));
          if (facts) catalogue.put(one.id, facts);
        }
      }),
  });
  const take = (index: LessonIndex) => async (part: readonly string[]) => {
    for (const [id, state] of await statesOf(part)) {
      if (state && hasLessons(state)) index.add(state);
      else index.remove(id);
    }
  };
  /** Of the texts, which a request that is related to some of them has no need of: made when words are first asked for. */
  const indexed = keptByChanges<LessonIndex>(store, 'lessons', {
    make: async () => {
      const index = createLessonIndex();
      await inParts((await catalogued()).ids(), take(index));
      return index;
    },
    change: (index, ids) => inParts(ids, take(index)),
  });

  const loaded = async (ids: readonly ItemId[]): Promise<readonly KnownCase[]> =>
    (await statesOf(ids)).flatMap(([, state]) => state ?? []);
  const related: Lessons['related'] = async (about, most) =>
    loaded((await catalogued()).related(about, most));

  return {
    related,
    within: async (narrowed, most, words = []) => {
      if (words.length > 0) {
        const index = await indexed();
        const catalogue = await catalogued();
        const found = index.find(words, { most, fits: (id) => catalogue.isWithin(id, narrowed) });
        if (found.total > 0) return { cases: await loaded(found.ids), total: found.total };
      }
      const { ids, total } = (await catalogued()).latest(narrowed, most);
      return {
        cases: await loaded(ids),
        total,
        ...(words.length > 0 ? { unsaid: true as const } : {}),
      };
    },
    hints: async (about, most) =>
      (await related(about, most)).flatMap((state) => {
        const [text] = [...writtenIn(state, 'next'), ...writtenIn(state, 'failed')];
        return text ? [{ item: state.item.id, title: state.item.title, text }] : [];
      }),
  };
};
