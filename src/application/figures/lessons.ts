import type { KnownCase } from '#domain/coordination/state.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { millisecondsOf } from '#domain/shared/calendar.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { fold, stemsOf, wordsOf } from '#words/text.ts';
import type { CaseBody } from '../cases.ts';
import type { Clock } from '../clock.ts';
import { allFacts } from '../indicators.ts';
import type { Listed } from '../listing.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Narrowed } from './answers.ts';
import { type LessonIndex, lessonIndex } from './lesson-search.ts';
import { writtenIn } from './lesson-texts.ts';

/** What a later item has in common with the one that something was learnt from. */
export interface About {
  readonly id?: ItemId;
  readonly title?: string;
  readonly cpv?: string;
}
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

/** The CPV's class, and its division. */
const CLASS = 4;
const DIVISION = 2;
const LONG_WORD = 5;
/** Cards of one push are made within seconds: the list is read once for all of them. */
const KEPT_MS = 20_000;

export const stemmed = (title: string): ReadonlySet<string> =>
  new Set(
    wordsOf(fold(title))
      .filter((word) => word.length >= LONG_WORD)
      .flatMap(stemsOf),
  );

const likeness = (of: Listed, about: About, words: ReadonlySet<string>): number => {
  const title = [...stemmed(of.title)].some((word) => words.has(word)) ? 3 : 0;
  const [one, other] = [of.cpv, about.cpv];
  if (one === undefined || other === undefined) return title;
  if (one.slice(0, CLASS) === other.slice(0, CLASS)) return title + 3;
  return title > 0 && one.slice(0, DIVISION) === other.slice(0, DIVISION) ? title + 1 : title;
};

const hasLessons = ({ learning }: ProcurementFacts): boolean =>
  learning.reviewed !== undefined || (learning.given ?? 0) > 0;

export const createLessons = (
  store: DocumentStore,
  listing: () => Promise<readonly Listed[]>,
  machineClock: Clock,
): Lessons => {
  let kept: { readonly at: number; readonly facts: Promise<readonly ProcurementFacts[]> } | null = null;
  const learnt = (): Promise<readonly ProcurementFacts[]> => {
    const now = millisecondsOf(machineClock.now());
    if (kept && now >= kept.at && now - kept.at < KEPT_MS) return kept.facts;
    const facts = allFacts(store).then((all) => all.filter(hasLessons));
    facts.catch(() => {
      kept = null;
    });
    kept = { at: now, facts };
    return facts;
  };
  /** Made of the texts as they stand, and forgotten as soon as the list: what a gallring removed is not kept here. */
  const searches = new WeakMap<readonly ProcurementFacts[], Promise<LessonIndex>>();
  const indexed = async (): Promise<LessonIndex> => {
    const facts = await learnt();
    const known = searches.get(facts);
    if (known) return known;
    const made = loaded(facts.map(({ item }) => item)).then(lessonIndex);
    searches.set(facts, made);
    return made;
  };
  const loaded = async (ids: readonly ItemId[]): Promise<readonly KnownCase[]> =>
    (await Promise.all(ids.map((id) => store.get<CaseBody>('case', id)))).flatMap((found) =>
      found ? [found.body.state] : [],
    );
  const related: Lessons['related'] = async (about, most) => {
    const [facts, plan] = await Promise.all([learnt(), listing()]);
    const known = new Set(facts.map(({ item }) => item));
    const words = stemmed(about.title ?? '');
    const found = plan
      .filter(({ id }) => known.has(id) && id !== about.id)
      .map((one) => ({ id: one.id, like: likeness(one, about, words) }))
      .filter(({ like }) => like >= 3)
      .sort((a, b) => b.like - a.like || (a.id < b.id ? -1 : 1));
    return loaded(found.slice(0, most).map(({ id }) => id));
  };
  return {
    related,
    within: async ({ region, category, from, to }, most, words = []) => {
      const facts = (await learnt()).filter(
        (one) =>
          (region === undefined ||
            one.region === region ||
            (one.contract?.parties ?? []).some((party) => party.region === region)) &&
          (category === undefined || (one.cpv ?? '').startsWith(category)) &&
          (from === undefined || (one.learning.reviewed ?? '9999') >= from) &&
          (to === undefined || (one.learning.reviewed ?? '0000') <= to),
      );
      if (words.length > 0 && facts.length > 0) {
        const within = new Set(facts.map(({ item }) => item));
        const found = (await indexed()).find(words).filter((id) => within.has(id));
        if (found.length > 0) return { cases: await loaded(found.slice(0, most)), total: found.length };
      }
      const latest = facts.toSorted((a, b) =>
        (a.learning.reviewed ?? '9') < (b.learning.reviewed ?? '9') ? 1 : -1,
      );
      return {
        cases: await loaded(latest.slice(0, most).map(({ item }) => item)),
        total: facts.length,
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
