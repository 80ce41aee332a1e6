import type { RegionId } from '#domain/shared/ids.ts';
import type { Found, IndexedItem, ItemIndex } from './item-index.ts';
import { stemsOf } from './text.ts';

/** How sure the words name these items. */
export type Certainty = 'id' | 'title' | 'words' | 'class';
export interface Mentioned {
  /** Best first; several when the words fit several equally well. */
  readonly items: readonly IndexedItem[];
  readonly certainty: Certainty;
  /** Part (0–1) of the content words that the items account for. */
  readonly covered: number;
  /** The region was needed to tell the item from its namesakes. */
  readonly byRegion: boolean;
}

const NOBODY: Mentioned = { items: [], certainty: 'class', covered: 0, byRegion: false };
const MUCH_THE_SAME = 0.86;

/** The whole upphandling in one word: magnetkameraupphandlingen. */
const TAIL =
  /(?:s|nings)?(?:upphandling|projekt|avtal|inkop|arende|fraga|kop|entreprenad)(?:en|et|ens|s|ar|arna|n)?$/;
const shortened = (word: string): string => {
  const short = word.replace(TAIL, '');
  return short.length >= 4 ? short : word;
};

/** Neighbours written apart (magnet kamera) are tried as one word where neither stands alone. */
const together = (words: readonly string[], index: ItemIndex): string[] =>
  words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!next) return [];
    const whole = [word + next, `${word}s${next}`].find((one) => index.knows(one));
    return whole ? [whole] : [];
  });

export const narrowed = (
  items: readonly IndexedItem[],
  region: RegionId | null,
): { readonly items: readonly IndexedItem[]; readonly byRegion: boolean } => {
  if (items.length < 2 || region === null) return { items, byRegion: false };
  const here = items.filter((item) => item.entry.region === region);
  return here.length > 0 && here.length < items.length
    ? { items: here, byRegion: true }
    : { items, byRegion: false };
};

/**
 * The items that content words name. What accounts for most of the words fits; of several, an exact title or CPV
 * label beats titles that contain it, then the named region, then words that stand in the head of the title.
 */
export const findItems = (words: readonly string[], index: ItemIndex, region: RegionId | null): Mentioned => {
  if (words.length === 0) return NOBODY;
  const asked = [...words.map(shortened), ...together(words, index)].slice(0, 24);
  const weight = (found: readonly Found[]): number =>
    Math.log(1 + index.items.length / Math.max(1, found.length));
  const scores = new Map<number, { score: number; head: number; title: boolean }>();
  let possible = 0;
  asked.forEach((word, at) => {
    const found = index.find(word);
    if (at < words.length) {
      const best = Math.max(0, ...found.map(({ quality }) => quality));
      possible +=
        found.length === 0 ? Math.log(1 + index.items.length) * 0.5 : weight(found) * Math.max(best, 0.6);
    }
    for (const { item, quality, inHead, byTitle } of found) {
      const before = scores.get(item) ?? { score: 0, head: 0, title: false };
      const gained = quality * weight(found);
      scores.set(item, {
        score: before.score + gained,
        head: before.head + (inHead ? gained : 0),
        title: before.title || byTitle,
      });
    }
  });
  const ranked = [...scores.entries()].sort(([, a], [, b]) => b.score - a.score);
  const best = ranked[0];
  if (!best) return NOBODY;
  const covered = Math.min(1, best[1].score / possible);
  const fitting = ranked.filter(([, { score }]) => score >= best[1].score * MUCH_THE_SAME);
  const itemsAt = (of: readonly (readonly [number, unknown])[]): IndexedItem[] =>
    of.flatMap(([at]) => index.items[at] ?? []);

  const stems = new Set(words.map(shortened).flatMap(stemsOf));
  const named = (set: ReadonlySet<string>): boolean =>
    set.size > 0 && [...set].every((stem) => stems.has(stem));
  const exact = itemsAt(ranked).filter(({ coreStems }) => named(coreStems));
  const longest = Math.max(0, ...exact.map(({ coreStems }) => coreStems.size));
  const titled = exact.filter(({ coreStems }) => coreStems.size === longest);
  const fits = new Set(itemsAt(fitting));
  const labelled = itemsAt(ranked).filter(({ labels }) => labels.some((label) => named(label)));
  const byTitle = titled.filter((item) => fits.has(item));
  if (byTitle.length > 0) return { ...narrowed(byTitle, region), certainty: 'title', covered };
  if (labelled.length === 1) return { ...narrowed(labelled, region), certainty: 'title', covered: 1 };

  const local = narrowed([...fits], region);
  const heads = fitting.filter(([, { head, score }]) => head >= score * 0.8);
  const inHead = itemsAt(heads).filter((item) => local.items.includes(item));
  const items = inHead.length > 0 ? inHead : local.items;
  return {
    items,
    byRegion: local.byRegion,
    certainty: fitting.some(([, { title }]) => title) ? 'words' : 'class',
    covered,
  };
};

const asPattern = (text: string): string => text.replace(/[^\p{L}\p{N} ]/gu, '\\$&');
const standsIn = (folded: string, name: string): number =>
  folded.includes(name)
    ? folded.search(new RegExp(`(?<![\\p{L}\\p{N}])${asPattern(name)}(?![\\p{L}\\p{N}])`, 'u'))
    : -1;

export interface Named {
  /** Empty: it looks like an id of this plan, but is none. */
  readonly items: readonly IndexedItem[];
  readonly certainty: 'id' | 'title';
  readonly named: readonly [number, number];
}

/** An item's id in folded text, however spaced: "mt 924". */
export const findId = (folded: string, index: ItemIndex): Named | null => {
  for (const match of folded.matchAll(/(?<![\p{L}\p{N}-])(?<prefix>[a-z]{1,6})[ -]?(?<rest>\d[\w-]*)/gu)) {
    const { prefix = '', rest = '' } = match.groups ?? {};
    const item =
      index.byId.get(match[0]) ?? index.byId.get(`${prefix}${rest}`) ?? index.byId.get(`${prefix}-${rest}`);
    const alike = index.prefixes.has(prefix) && prefix.length > 1 && rest.length > 1;
    if (item || alike) {
      return {
        items: item ? [item] : [],
        certainty: 'id',
        named: [match.index, match.index + match[0].length],
      };
    }
  }
  for (const [id, item] of index.byId) {
    const at = id.length > 3 ? standsIn(folded, id) : -1;
    if (at >= 0) return { items: [item], certainty: 'id', named: [at, at + id.length] };
  }
  return null;
};

/** A whole title of several words, letter by letter: its words are no part of the question. */
export const findTitle = (folded: string, index: ItemIndex): Named | null => {
  const hits = index.items.flatMap((item) =>
    [item.title, item.core].flatMap((name) => {
      const at = name.includes(' ') ? standsIn(folded, name) : -1;
      return at < 0 ? [] : [{ item, name, at }];
    }),
  );
  const longest = hits.reduce((most, { name }) => Math.max(most, name.length), 0);
  const [first, ...others] = hits.filter(({ name }) => name.length === longest);
  if (!first) return null;
  const items = [...new Set([first, ...others].map(({ item }) => item))];
  return { items, certainty: 'title', named: [first.at, first.at + longest] };
};
