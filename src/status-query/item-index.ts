import MiniSearch from 'minisearch';
import type { Language } from '#domain/shared/language.ts';
import { GLOSSARY } from './glossary.ts';
import type { PlanEntry } from './query.ts';
import { fold, slips, stemSwedish, stemsOf, wordsOf } from './text.ts';

export type CpvLabel = (code8: string, language: Language) => string | null;

/** What a title is when purchaser, ceremony and codes are gone: "Upphandling av X till Region Y" is X. */
const CEREMONY =
  /(?<![a-z0-9])(?:upphandlings? (?:av )?|(?:till |for |i )?region(?:en)? \w+(?: och region \w+)?|(?:i |vastra |ostra )?(?:sormland|vastmanland)s?(?: och (?:sormland|vastmanland)s?)?$|in-in\d+-\d+ )/g;
export const coreOf = (foldedTitle: string): string =>
  foldedTitle
    .replace(CEREMONY, ' ')
    .replace(/[,\s]+$/, '')
    .replace(/ +/g, ' ')
    .trim() || foldedTitle;

/** The part of a title that says what is bought, before what it is for. */
const headOf = (core: string): string =>
  core.split(/ (?:till|for|i|vid|med|inom|avseende|samt|mot) |[,(–]| - /)[0] ?? core;

const PLACES =
  /^(?:sjukhus|vasteras|eskilstuna|nykoping|malarsjukhuset|kullbergska|katrineholm|sala|fagersta|lasarett|region|sormland|vastmanland|kak|och|av|till|for|i|med|vid|inom|samt|avseende|pa|den|av|the|of|and|for|to|in|with|services|other|tjanster|excl|incl|exkl|inkl|related|products|tillhorande|produkter|relaterade|nv)s?$/;
const meaningful = (text: string): string[] =>
  wordsOf(text).filter((word) => !PLACES.test(word) && word.length > 1);

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

export interface Found {
  readonly item: number;
  /** 0–1: how well the word names this item. */
  readonly quality: number;
  readonly inHead: boolean;
  /** Found in the title itself (or its translation), not only by its CPV class. */
  readonly byTitle: boolean;
  /** The terms of the title that a misspelt word was taken for. */
  readonly meant: readonly string[];
  /** Only a slip of the pen away from the title's word. */
  readonly misspelt: boolean;
}
export interface ItemIndex {
  /** By lower-case id, and the letters that ids of this plan begin with. */
  readonly byId: ReadonlyMap<string, IndexedItem>;
  readonly prefixes: ReadonlySet<string>;
  /** Words of English labels that no Swedish label or title has: a sign of the language. */
  readonly english: ReadonlySet<string>;
  readonly items: readonly IndexedItem[];
  readonly find: (word: string) => readonly Found[];
  /** Words that stand in titles, labels or their translations, stemmed. */
  readonly knows: (word: string) => boolean;
}

type Row = (typeof GLOSSARY)[number];
const remembering = <T>(make: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
};
const PARTS = GLOSSARY.filter(({ part, whole }) => !whole && part.length > 3).map(({ part }) => part);
/** Parts of a compound that a person may name it by: parts of the glossary, and endings that are words themselves. */
const partsOf = (word: string, isWord: (stem: string) => boolean): string[] => {
  const inside = PARTS.filter((part) => word.length - part.length >= 3 && word.includes(part)).map(
    stemSwedish,
  );
  const tails = Array.from({ length: Math.max(0, word.length - 6) }, (_, at) =>
    stemSwedish(word.slice(at + 3)),
  );
  return [...inside, ...tails.filter(isWord)];
};
const rowsOf = remembering((word): readonly Row[] =>
  GLOSSARY.filter(({ part, whole }) =>
    whole
      ? stemSwedish(word) === stemSwedish(part)
      : word.startsWith(part) || (part.length > 3 && word.includes(part)),
  ),
);
const PHRASES = GLOSSARY.filter(({ part }) => part.includes(' '));
/** Other names of the title's words. */
const othersOf = (text: string): string[] => {
  const words = wordsOf(text);
  const joined = ` ${words.join(' ')} `;
  const rows = [...words.flatMap(rowsOf), ...PHRASES.filter(({ part }) => joined.includes(` ${part}`))];
  return [...new Set(rows)].flatMap(({ others }) => others.flatMap((name) => name.flatMap(stemsOf)));
};
/** Ways to name the whole word, each a set of stems: magnetkamera is also `mri` and `magnetic resonance`. */
const namesOf = (word: string): ReadonlySet<string>[] =>
  rowsOf(word)
    .filter(({ part }) => stemSwedish(part) === stemSwedish(word))
    .flatMap(({ others }) => others.map((name) => new Set(name.flatMap((one) => stemsOf(one).slice(-1)))));

const QUALITY: Readonly<Record<string, number>> = {
  title: 1,
  other: 0.96,
  part: 0.93,
  label: 0.62,
  broader: 0.35,
};

/** Finds the items of a plan by the words of their titles, translations of these and CPV labels. */
export const indexItems = (plan: readonly PlanEntry[], cpvLabel: CpvLabel): ItemIndex => {
  const known = new Set<string>();
  const halves = new Set<string>();
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
    const words = meaningful(title);
    const head = headOf(core);
    const label = entry.cpv ? labelsOf(entry.cpv) : [];
    const cpv = entry.cpv ?? '';
    const broader = [2, 3, 4, 5]
      .map((length) => cpv.slice(0, length).padEnd(8, '0'))
      .filter((code) => entry.cpv && code !== entry.cpv)
      .flatMap(labelsOf);
    const fields = {
      title: words.flatMap(stemsOf),
      other: othersOf(title),
      part: words.flatMap(inside),
      label: label.flatMap(meaningful).flatMap(stemsOf),
      broader: broader.flatMap(meaningful).flatMap(stemsOf),
    };
    for (const term of [...fields.title, ...fields.other, ...fields.label, ...fields.broader])
      known.add(term);
    for (const term of [...fields.title, ...fields.part]) halves.add(term);
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
      labels: label.map((text) => new Set(meaningful(text).flatMap((word) => stemsOf(word).slice(-1)))),
    };
  });

  const lookUp = (terms: readonly string[], fuzzy: number): Found[] => {
    const slip = fuzzy === 0 ? 1 : 0.8;
    return search
      .search({
        queries: [...terms],
        combineWith: 'OR',
        fuzzy,
        prefix: (term: string) => fuzzy === 0 && term.length >= 5,
      })
      .map((result): Found => {
        let quality = 0;
        let inHead = false;
        let byTitle = false;
        for (const [term, fields] of Object.entries(result.match)) {
          if (
            fuzzy > 0 &&
            !terms.some(
              (own) =>
                own[0] === term[0] && own.length >= 5 && slips(own, term, 2) <= (own.length >= 9 ? 2 : 1),
            )
          )
            continue;
          const equal = terms.includes(term);
          const derived = !equal && fuzzy === 0 && terms.some((own) => term.length - own.length < 3);
          for (const field of fields) {
            if (fuzzy > 0 && field !== 'title' && field !== 'other') continue;
            const compound = equal || fuzzy > 0 ? 1 : derived ? 0.85 : 0.93;
            const here = (QUALITY[field] ?? 0) * compound * slip;
            if (field !== 'label' && field !== 'broader') {
              byTitle = true;
              if (!derived && items[Number(result.id)]?.head.has(term)) inHead = true;
            }
            quality = Math.max(quality, here);
          }
        }
        const meant =
          fuzzy === 0
            ? []
            : Object.entries(result.match).flatMap(([term, fields]) =>
                fields.includes('title') ? [term] : [],
              );
        return { item: Number(result.id), quality, inHead, byTitle, meant, misspelt: fuzzy > 0 };
      })
      .filter(({ quality }) => quality > 0);
  };
  const knows = (word: string): boolean => stemsOf(word).some((stem) => known.has(stem));
  const isHalf = (word: string): boolean => halves.has(stemSwedish(word));
  /** A compound that no title has, by its halves: kataraktutrustning is equipment for a cataract operation. */
  const findHalves = (word: string): readonly Found[] => {
    for (let at = word.length - 4; at >= 4; at -= 1) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      const first = [left, left.replace(/s$/, '')].find(isHalf);
      if (!first || !isHalf(right)) continue;
      const others = new Map(lookUp(stemsOf(right), 0).map((found) => [found.item, found]));
      const both = lookUp(stemsOf(first), 0).flatMap((found) => {
        const other = others.get(found.item);
        return other ? [{ ...found, quality: Math.min(found.quality, other.quality) * 0.95 }] : [];
      });
      if (both.length > 0) return both;
    }
    return [];
  };
  const find = remembering((word): readonly Found[] => {
    const terms = stemsOf(word);
    const exact = lookUp(terms, 0);
    if (exact.length > 0 || word.length < 5 || /\d/.test(word)) return exact;
    const compound = word.length >= 9 ? findHalves(word) : [];
    if (compound.length > 0) return compound;
    return lookUp(terms, 2);
  });
  const byId = new Map(items.map((item) => [item.entry.id.toLowerCase(), item] as const));
  const prefixes = new Set([...byId.keys()].flatMap((id) => /^[a-z]+/.exec(id) ?? []));
  const labelWords = (language: Language): string[] =>
    plan.flatMap(({ cpv }) => (cpv ? wordsOf(fold(cpvLabel(cpv, language) ?? '')) : []));
  const swedish = new Set([...labelWords('sv'), ...items.flatMap(({ title }) => wordsOf(title))]);
  const english = new Set(labelWords('en').filter((word) => word.length > 3 && !swedish.has(word)));
  return {
    items,
    byId,
    prefixes,
    english,
    find,
    knows,
  };
};
