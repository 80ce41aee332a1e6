import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { type ItemId, itemId, type PlainDate, type RegionId } from '#domain/shared/ids.ts';
import { fold, stemsOf, wordsOf } from '#words/text.ts';
import type { Narrowed } from './answers.ts';
import { bestOf } from './best.ts';

/** What a later item has in common with the one that something was learnt from. */
export interface About {
  readonly id?: ItemId;
  readonly title?: string;
  readonly cpv?: string;
}

/** The items that something was learnt from, without what it was. */
export interface LessonCatalogue {
  /** Instead of what was known of it; one without lessons is none of these. */
  put(id: string, facts: ProcurementFacts): void;
  ids(): readonly ItemId[];
  /** Those whose goods or title are like these, the likest first. */
  related(about: About, most: number): readonly ItemId[];
  isWithin(id: string, narrowed: Narrowed): boolean;
  /** The latest reviewed first, before them those that are not reviewed yet; and how many there are. */
  latest(narrowed: Narrowed, most: number): { readonly ids: readonly ItemId[]; readonly total: number };
}

interface Entry {
  readonly id: ItemId;
  readonly regions: readonly RegionId[];
  readonly cpv: string;
  readonly reviewed?: PlainDate;
  /** What it is found by. */
  readonly keys: readonly string[];
}

/** The CPV's class, and its division. */
const CLASS = 4;
const DIVISION = 2;
const LONG_WORD = 5;
/** How much goods of the same class, or of the same division beside a word of the title, say; less than a class is no likeness. */
const [TITLE, SAME_CLASS, SAME_DIVISION] = [3, 3, 1];

const stemmed = (title: string): readonly string[] => [
  ...new Set(
    wordsOf(fold(title))
      .filter((word) => word.length >= LONG_WORD)
      .flatMap(stemsOf),
  ),
];
const classOf = (cpv: string): string => `cpv:${cpv.slice(0, CLASS)}`;
const isSame = (one: string, other: string, length: number): boolean =>
  one !== '' && other !== '' && one.slice(0, length) === other.slice(0, length);

const hasLearnt = ({ learning }: ProcurementFacts): boolean =>
  learning.reviewed !== undefined || (learning.given ?? 0) > 0;

const fits = ({ regions, cpv, reviewed }: Entry, { region, category, from, to }: Narrowed): boolean =>
  (region === undefined || regions.includes(region)) &&
  (category === undefined || cpv.startsWith(category)) &&
  (from === undefined || (reviewed ?? '9999') >= from) &&
  (to === undefined || (reviewed ?? '0000') <= to);

export const createLessonCatalogue = (): LessonCatalogue => {
  const entries = new Map<string, Entry>();
  /** By class and by each longer word of the title. */
  const byKey = new Map<string, Set<Entry>>();

  const remove = (id: string): void => {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    for (const key of entry.keys) {
      const those = byKey.get(key);
      those?.delete(entry);
      if (those?.size === 0) byKey.delete(key);
    }
  };

  return {
    put: (id, facts) => {
      remove(id);
      if (!hasLearnt(facts)) return;
      const { title = '', cpv = '', region, contract, learning } = facts;
      const entry: Entry = {
        id: itemId(id),
        regions: [...new Set([region, ...(contract?.parties ?? []).map((party) => party.region)])],
        cpv,
        keys: [...stemmed(title), ...(cpv === '' ? [] : [classOf(cpv)])],
        ...(learning.reviewed ? { reviewed: learning.reviewed } : {}),
      };
      entries.set(id, entry);
      for (const key of entry.keys) {
        const those = byKey.get(key);
        if (those) those.add(entry);
        else byKey.set(key, new Set([entry]));
      }
    },
    ids: () => [...entries.values()].map(({ id }) => id),
    related: ({ id, title = '', cpv = '' }, most) => {
      const likeness = new Map<Entry, number>();
      for (const word of stemmed(title)) {
        for (const entry of byKey.get(word) ?? [])
          likeness.set(entry, TITLE + (isSame(entry.cpv, cpv, DIVISION) ? SAME_DIVISION : 0));
      }
      for (const entry of cpv === '' ? [] : (byKey.get(classOf(cpv)) ?? []))
        likeness.set(entry, SAME_CLASS + (likeness.has(entry) ? TITLE : 0));
      const others = likeness.entries().filter(([entry]) => entry.id !== id);
      return bestOf(others, most, ([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1)).map(
        ([entry]) => entry.id,
      );
    },
    isWithin: (id, narrowed) => {
      const entry = entries.get(id);
      return entry !== undefined && fits(entry, narrowed);
    },
    latest: (narrowed, most) => {
      let total = 0;
      function* fitting(): Generator<Entry> {
        for (const entry of entries.values()) {
          if (!fits(entry, narrowed)) continue;
          total += 1;
          yield entry;
        }
      }
      const day = ({ reviewed = '9' as PlainDate }: Entry): string => reviewed;
      const best = bestOf(fitting(), most, (a, b) =>
        day(a) === day(b) ? (a.id < b.id ? -1 : 1) : day(a) > day(b) ? -1 : 1,
      );
      return { ids: best.map(({ id }) => id), total };
    },
  };
};
