import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf } from '#application/figures/best.ts';
import { createLessonCatalogue } from '#application/figures/lesson-catalogue.ts';
import { createLessonIndex } from '#application/figures/lesson-search.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { itemId } from '#domain/shared/ids.ts';
import { until } from '#support/stages.ts';
import { fold, stemsOf, wordsOf } from '#words/text.ts';
import { naiveIndex } from '../../bench/lessons/naive.ts';
import { known } from '../views/support.ts';

const closed = known(until('closed'));
const WORDS =
  'golv golvet golvbelastning leverantör leverantörsbyte leverantörsbytet provtryck tvättmaskin tvättmaskinerna plan planera först sist meals kök'.split(
    ' ',
  );
const CODES = ['33192230', '33192000', '33190000', '55320000', '39500000'];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' '));
const lesson = fc
  .record({
    id: fc.constantFrom(...'ABCDEFGH'),
    title: text,
    cpv: fc.constantFrom(...CODES),
    worked: text,
    next: text,
  })
  .map(({ id, title, cpv, ...texts }) => {
    if (!('review' in closed)) throw new Error('no review');
    return {
      ...closed,
      item: { ...closed.item, id: itemId(id), title, cpv },
      review: { ...closed.review, texts },
    } as KnownCase;
  });
/** Written one after the other, the later ones in part instead of earlier ones; some are then removed. */
const written = fc.record({
  states: fc.array(lesson, { maxLength: 20 }),
  removed: fc.subarray([...'ABCDEFGH'], { maxLength: 3 }),
});
const runs = { numRuns: 150, seed: 14_13, verbose: true } as const;
const leftOf = ({ states, removed }: { states: readonly KnownCase[]; removed: readonly string[] }) =>
  [...new Map(states.map((state) => [state.item.id as string, state])).values()].filter(
    ({ item }) => !removed.includes(item.id),
  );

describe('lessons are found as MiniSearch finds them, however they came to be what they are', () => {
  it('the same ones, and none before one that is fitter', () => {
    const asked = fc.array(fc.constantFrom(...WORDS, 'leverantrösbytet', 'rymdfart'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(written, fc.uniqueArray(asked, { minLength: 1, maxLength: 3 }), (all, questions) => {
        const index = createLessonIndex();
        for (const state of all.states) index.add(state);
        for (const id of all.removed) index.remove(id);
        const naive = naiveIndex(leftOf(all));
        for (const question of questions) {
          const words = [...new Set(question)];
          const usual = new Map(naive.find(words).map(({ id, score }) => [id, score]));
          const { ids, total } = index.find(words);
          expect(ids.toSorted()).toEqual([...usual.keys()].toSorted());
          expect(total).toBe(usual.size);
          const scores = ids.map((id) => usual.get(id) ?? 0);
          for (const [at, score] of scores.entries())
            expect(score).toBeLessThanOrEqual((scores[at - 1] ?? Infinity) * (1 + 1e-9));
          expect(index.find(words, { most: 2 }).ids).toEqual(ids.slice(0, 2));
        }
      }),
      runs,
    );
  });

  it('nothing is kept of what was removed', () => {
    const index = createLessonIndex();
    index.add(closed);
    index.remove(closed.item.id);
    expect(index.find(wordsOf(fold(closed.item.title)))).toEqual({ ids: [], total: 0 });
  });
});

describe('related lessons are those that a look at each of them would give', () => {
  const long = (title: string) =>
    new Set(
      wordsOf(fold(title))
        .filter((word) => word.length >= 5)
        .flatMap(stemsOf),
    );
  const likeness = (one: KnownCase['item'], other: KnownCase['item']): number => {
    const words = long(other.title);
    const title = [...long(one.title)].some((word) => words.has(word)) ? 3 : 0;
    if (one.cpv?.slice(0, 4) === other.cpv?.slice(0, 4)) return title + 3;
    return title > 0 && one.cpv?.slice(0, 2) === other.cpv?.slice(0, 2) ? title + 1 : title;
  };
  it('by the class of the goods and the longer words of the title, the likest first', () => {
    fc.assert(
      fc.property(written, lesson, (all, { item }) => {
        const catalogue = createLessonCatalogue();
        const put = (state: KnownCase, learning?: { reused: number }) => {
          const facts = factsOf(state);
          if (facts) catalogue.put(state.item.id, learning ? { ...facts, learning } : facts);
        };
        for (const state of all.states) put(state);
        for (const state of all.states) if (all.removed.includes(state.item.id)) put(state, { reused: 0 });
        const usual = leftOf(all)
          .filter(({ item: { id } }) => id !== item.id)
          .map((state) => ({ id: state.item.id, like: likeness(state.item, item) }))
          .filter(({ like }) => like >= 3)
          .toSorted((a, b) => b.like - a.like || (a.id < b.id ? -1 : 1))
          .map(({ id }) => id);
        expect(catalogue.related(item, 20)).toEqual(usual);
        expect(catalogue.related(item, 2)).toEqual(usual.slice(0, 2));
      }),
      runs,
    );
  });
});

it('the first of many are those that stood first if all were sorted', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(10), (all, most) => {
      expect(bestOf(all, most, (a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b).slice(0, most));
    }),
    runs,
  );
});
