import type { IndexedItem, ItemIndex } from './index.ts';

const LETTER = /[\p{L}\p{N}]/u;
/** Where the name stands as words of its own, or -1. */
const standsIn = (folded: string, name: string): number => {
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
    const before = folded[at - 1] ?? ' ';
    const after = folded[at + name.length] ?? ' ';
    if (!LETTER.test(before) && !LETTER.test(after)) return at;
  }
  return -1;
};

export interface Named {
  /** Empty: it looks like an id of this plan, but is none. */
  readonly items: readonly IndexedItem[];
  readonly certainty: 'id' | 'title' | 'label';
  readonly named: readonly [number, number];
}

/** An item's id in folded text, however spaced: "mt 924". */
export const findId = (folded: string, index: ItemIndex): Named | null => {
  for (const match of folded.matchAll(/(?<![\p{L}\p{N}-])(?<prefix>[a-z]{1,6})[ -]?(?<rest>\d[\w-]*)/gu)) {
    const { prefix = '', rest = '' } = match.groups ?? {};
    const item =
      index.byId.get(match[0]) ?? index.byId.get(`${prefix}${rest}`) ?? index.byId.get(`${prefix}-${rest}`);
    const alike =
      index.prefixes.has(prefix) && prefix.length > 1 && rest.length > 1 && !match[0].includes(' ');
    if (item || alike) {
      return {
        items: item ? [item] : [],
        certainty: 'id',
        named: [match.index, match.index + match[0].length],
      };
    }
  }
  for (const match of folded.matchAll(/[\p{L}\p{N}](?:[^\s,;?!]*[\p{L}\p{N}])?/gu)) {
    const item = match[0].length > 3 ? index.byId.get(match[0]) : undefined;
    if (item) return { items: [item], certainty: 'id', named: [match.index, match.index + match[0].length] };
  }
  for (const [id, item] of index.spacedIds) {
    const at = standsIn(folded, id);
    if (at >= 0) return { items: [item], certainty: 'id', named: [at, at + id.length] };
  }
  return null;
};

/** A label that more items than this share is a kind of purchase, no name. */
const NAMESAKES = 3;

/** A whole title or CPV label of several words, word by word: its words are no part of the question. */
export const findTitle = (folded: string, index: ItemIndex): Named | null => {
  const found = [...folded.matchAll(/[\p{L}\p{N}]+/gu)];
  const words = found.map(([word]) => word);
  const titles = index.titles.in(words);
  const labels = index.labels.in(words).filter(({ items }) => items.length <= NAMESAKES);
  const longest = Math.max(0, ...[...titles, ...labels].map(({ length }) => length));
  const isLongest = ({ length }: { readonly length: number }): boolean => length === longest;
  const [title] = titles.filter(isLongest);
  const best = title ?? labels.find(isLongest);
  if (!best) return null;
  const last = found[best.to];
  return {
    items: best.items.flatMap((place) => index.items[place] ?? []),
    certainty: title ? 'title' : 'label',
    named: [found[best.from]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0)],
  };
};
