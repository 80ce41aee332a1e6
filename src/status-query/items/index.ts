import MiniSearch from 'minisearch';
import type { Language } from '#domain/shared/language.ts';
import { fold, remembering, stemSwedish, stemsOf, wordsOf } from '#words/text.ts';
import type { PlanEntry } from '../query.ts';
import { coreOf, headOf, meaningful, namesOf, othersOf, PARTS, partsOf } from './names.ts';
import { createFinder, type Found } from './search.ts';

export type CpvLabel = (code8: string, language: Language) => string | null;

export interface IndexedItem {
  readonly entry: PlanEntry;
  readonly title: string;
  readonly core: string;
  /** Stems of the core: all of them named is the exact title. */
  readonly coreStems: ReadonlySet<string>;
  /** For each word of the core, the sets of stems that name it, its own first. */
  readonly coreNames: readonly (readonly ReadonlySet<string>[])[];
  /** What the head's words can be found by. */
  readonly head: ReadonlySet<string>;
  /** Stems of the Swedish and the English CPV label. */
  readonly labels: readonly ReadonlySet<string>[];
  /** The labels as they stand, folded. */
  readonly labelTexts: readonly string[];
}

/** A title or label, letter by letter, and the items that have it. */
export interface WholeName {
  readonly name: string;
  readonly certainty: 'title' | 'label';
  readonly items: readonly IndexedItem[];
}

const wholeNames = (items: readonly IndexedItem[]): ReadonlyMap<string, readonly WholeName[]> => {
  const named = items.flatMap((item) => [
    ...[...new Set([item.title, item.core])].map((name) => ({ name, certainty: 'title' as const, item })),
    ...item.labelTexts.map((name) => ({ name, certainty: 'label' as const, item })),
  ]);
  const names = [...Map.groupBy(named, ({ name, certainty }) => `${certainty} ${name}`).values()].flatMap(
    (of): WholeName[] => {
      const [first] = of;
      if (!first?.name.includes(' ')) return [];
      return [{ name: first.name, certainty: first.certainty, items: of.map(({ item }) => item) }];
    },
  );
  return Map.groupBy(names, ({ name }) => wordsOf(name)[0] ?? '');
};

export interface ItemIndex {
  /** By lower-case id, and the letters that ids of this plan begin with. */
  readonly byId: ReadonlyMap<string, IndexedItem>;
  readonly prefixes: ReadonlySet<string>;
  /** Ids that are no single word. */
  readonly spacedIds: readonly (readonly [string, IndexedItem])[];
  /** Titles and labels of several words, by their first. */
  readonly byFirstWord: ReadonlyMap<string, readonly WholeName[]>;
  /** Words of English labels that no Swedish label or title has: a sign of the language. */
  readonly english: ReadonlySet<string>;
  readonly items: readonly IndexedItem[];
  readonly find: (word: string) => readonly Found[];
  /** Words that stand in titles, labels or their translations, stemmed. */
  readonly knows: (word: string) => boolean;
}

/** Finds the items of a plan by the words of their titles, translations of these and CPV labels. */
export const indexItems = (plan: readonly PlanEntry[], cpvLabel: CpvLabel): ItemIndex => {
  const known = new Set<string>();
  const halves = new Set<string>();
  const counts = new Map<string, number>();
  const search = new MiniSearch({
    fields: ['title', 'other', 'part', 'label', 'broader'],
    idField: 'id',
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });
  const labelsOf = (code: string): string[] =>
    (['sv', 'en'] as const).flatMap((language) => {
      const label = cpvLabel(code, language);
      return label ? [fold(label)] : [];
    });
  /** Once for each code, however many items have it. */
  const ofCode = remembering((cpv) => {
    const label = cpv === '' ? [] : labelsOf(cpv);
    const broader = [2, 3, 4, 5]
      .map((length) => cpv.slice(0, length).padEnd(8, '0'))
      .filter((code) => cpv !== '' && code !== cpv)
      .flatMap(labelsOf);
    return {
      label,
      labelTerms: label.flatMap(meaningful).flatMap(stemsOf),
      broaderTerms: broader.flatMap(meaningful).flatMap(stemsOf),
      labels: label.map((text) => new Set(meaningful(text).flatMap((word) => stemsOf(word).slice(-1)))),
    };
  });
  const swedishWords = plan.flatMap(({ title, cpv }) =>
    wordsOf(`${fold(title)} ${cpv ? fold(cpvLabel(cpv, 'sv') ?? '') : ''}`),
  );
  const swedishStems = new Set(
    [...swedishWords, ...PARTS].filter((word) => word.length > 3).map(stemSwedish),
  );
  const inside = remembering((word) => partsOf(word, (stem) => swedishStems.has(stem)));
  const items = plan.map((entry): IndexedItem => {
    const title = fold(entry.title);
    const core = coreOf(title);
    // "EL-mäklare" is also written as one word.
    const joined = [...title.matchAll(/(?<![a-z])([a-z]{1,12})-([a-z]{4,})/g)].map(
      ([, a = '', b = '']) => a + b,
    );
    const words = [...meaningful(title), ...joined];
    const head = headOf(core);
    const { label, labelTerms, broaderTerms, labels } = ofCode(entry.cpv ?? '');
    const fields = {
      // As written too: a slip is nearer to the word than to its stem.
      title: words.flatMap((word) => [word, ...stemsOf(word)]),
      other: othersOf(title),
      part: words.flatMap(inside),
      label: labelTerms,
      broader: broaderTerms,
    };
    for (const term of [...fields.title, ...fields.other, ...fields.label, ...fields.broader])
      known.add(term);
    for (const term of [...fields.title, ...fields.part, ...fields.other]) halves.add(term);
    for (const term of new Set(Object.values(fields).flat())) counts.set(term, (counts.get(term) ?? 0) + 1);
    search.add({
      id: search.documentCount,
      ...Object.fromEntries(
        Object.entries(fields).map(([name, terms]) => [name, [...new Set(terms)].join(' ')]),
      ),
    });
    const headWords = meaningful(head);
    return {
      entry,
      title,
      core,
      coreStems: new Set(meaningful(core).map(stemSwedish)),
      coreNames: meaningful(core).map((word) => [new Set([stemSwedish(word)]), ...namesOf(word)]),
      head: new Set([...headWords.flatMap(stemsOf), ...othersOf(head), ...headWords.flatMap(inside)]),
      labelTexts: label,
      labels,
    };
  });

  const heads = items.map(({ head }) => head);
  const find = createFinder({ search, heads, halves, counts });
  const knows = (word: string): boolean => stemsOf(word).some((stem) => known.has(stem));
  const byId = new Map(items.map((item) => [fold(item.entry.id), item] as const));
  const prefixes = new Set([...byId.keys()].flatMap((id) => /^[a-z]+/.exec(id) ?? []));
  const labelWords = (language: Language): string[] =>
    plan.flatMap(({ cpv }) => (cpv ? wordsOf(fold(cpvLabel(cpv, language) ?? '')) : []));
  const swedish = new Set([...labelWords('sv'), ...items.flatMap(({ title }) => wordsOf(title))]);
  const english = new Set(labelWords('en').filter((word) => word.length > 3 && !swedish.has(word)));
  return {
    items,
    byFirstWord: wholeNames(items),
    spacedIds: [...byId].filter(([id]) => id.length > 3 && /[\s,;?!]/.test(id)),
    byId,
    prefixes,
    english,
    find,
    knows,
  };
};
