import { stemsOf } from '#words/text.ts';
import type { FoundRegion } from '../regions.ts';
import { isUsual } from '../topic-model/guess.ts';
import { isInCue } from '../topics.ts';
import type { CodeNames } from './codes.ts';
import { isCommon } from './common.ts';
import type { IndexedItem, ItemIndex } from './index.ts';
import { type CoreNames, coreNamesOf, joinedName } from './names.ts';
import type { Found } from './search.ts';

/** How sure the words name these items. */
export type Certainty = 'id' | 'title' | 'label' | 'words' | 'class';
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
/** So many unknown words are looked at for slips of the pen; a text with more of them is no question. */
const SLIPS = 8;

/** What the words gave an item. */
interface Score {
  readonly score: number;
  readonly head: number;
  readonly title: boolean;
  readonly telling: boolean;
  readonly number: boolean;
  readonly joined: boolean;
}
const UNNAMED: Score = { score: 0, head: 0, title: false, telling: false, number: false, joined: false };

/** The whole upphandling in one word: magnetkameraupphandlingen. */
const TAIL =
  /(?:s|nings)?(?:upphandling|projekt|avtal|inkop|arende|fraga|kop|entreprenad)(?:en|et|ens|s|ar|arna|n|t|ts)?$/;
const shortened = (word: string, index: ItemIndex): string => {
  if (index.knows(word)) return word;
  const short = word.replace(TAIL, '');
  // "Glassupphandling" is of ice cream, not of glass: an s that belongs to the word stays.
  const own = word.startsWith(`${short}s`) && index.knows(`${short}s`) ? `${short}s` : short;
  return own.length >= 4 ? own : word;
};

/** Neighbours written apart (magnet kamera) are tried as one word where neither stands alone. */
const together = (words: readonly string[], index: ItemIndex): string[] =>
  words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!next) return [];
    const whole = [word + next, `${word}s${next}`].find((one) => index.knows(one));
    return whole ? [whole] : [];
  });

/** Neighbours that together are another name: "training equipment". */
const joined = (words: readonly string[], index: ItemIndex): string[] =>
  [2, 3].flatMap((length) =>
    words.slice(length - 1).flatMap((_, at) => {
      const name = joinedName(words.slice(at, at + length));
      return index.isJoined(name) ? [name] : [];
    }),
  );

/** Of items that fit equally well: those of the region, then those whose title names the town. */
export const narrowed = (
  items: readonly IndexedItem[],
  { region, towns }: Pick<FoundRegion, 'region' | 'towns'>,
): { readonly items: readonly IndexedItem[]; readonly byRegion: boolean } => {
  const keep = (
    from: readonly IndexedItem[],
    fits: (item: IndexedItem) => boolean,
  ): readonly IndexedItem[] => {
    const kept = from.length > 1 ? from.filter(fits) : from;
    return kept.length > 0 ? kept : from;
  };
  const local = region === null ? items : keep(items, (item) => item.entry.region === region);
  const near =
    towns.length === 0 ? local : keep(local, ({ title }) => towns.some((town) => title.includes(town)));
  return { items: near, byRegion: near.length < items.length };
};

const isWhole = ({ words }: CoreNames, named: (names: ReadonlySet<string>) => boolean): boolean =>
  words.length > 0 && words.every((names) => names.some(named));

/** Common words that together are a whole name: "audit services". */
const byWholeName = (
  words: readonly string[],
  found: readonly number[],
  index: ItemIndex,
  region: Pick<FoundRegion, 'region' | 'towns'>,
): Mentioned => {
  const stems = new Set(words.flatMap(stemsOf));
  const whole = found
    .flatMap((at) => index.items[at] ?? [])
    .filter(({ title }) =>
      isWhole(coreNamesOf(title), (set) => set.size > 0 && [...set].every((stem) => stems.has(stem))),
    );
  return words.length > 1 && whole.length > 0
    ? { ...narrowed(whole, region), certainty: 'title', covered: 1 }
    : NOBODY;
};

/**
 * The items that content words name; a misspelt word must be introduced as a thing ("om …", "about …"). What accounts for most of the words fits; of several, an exact title or CPV
 * label beats titles that contain it, then the named region, then words that stand in the head of the title.
 */
export const findItems = (
  words: readonly string[],
  index: ItemIndex,
  region: Pick<FoundRegion, 'region' | 'towns'>,
  isIntroduced: (word: string) => boolean,
): Mentioned => {
  if (words.length === 0) return NOBODY;
  const asked = [
    ...words.map((word) => shortened(word, index)),
    ...together(words, index),
    ...joined(words, index),
  ].slice(0, 30);
  const weight = (found: readonly Found[]): number =>
    Math.log(1 + index.items.length / Math.max(1, found.length));
  const meant: string[] = [];
  const scores = new Map<number, Score>();
  const missing: { readonly found: ReadonlySet<number>; readonly least: number }[] = [];
  let possible = 0;
  let unknown = 0;
  asked.forEach((word, at) => {
    const written = index.findAsWritten(word);
    if (written.length === 0) unknown += 1;
    const any = written.length > 0 || unknown > SLIPS ? written : index.find(word);
    const found = any.some(({ misspelt }) => misspelt) && !isIntroduced(words[at] ?? word) ? [] : any;
    const telling = !isCommon(word);
    if (at < words.length) {
      const best = Math.max(0, ...found.map(({ quality }) => quality));
      const least =
        found.length === 0 ? Math.log(1 + index.items.length) * 0.5 : weight(found) * Math.max(best, 0.6);
      possible += least;
      // What questions are asked with counts only where it is the item's own word: "lyft till nästa nivå".
      if (isInCue(words[at] ?? '')) missing.push({ found: new Set(found.map(({ item }) => item)), least });
    }
    const usual = isUsual(words[at] ?? '');
    const introduced = !usual || isIntroduced(words[at] ?? '');
    for (const { item, quality, inHead, byTitle, hint, borrowed, meant: terms } of found) {
      meant.push(...terms);
      const before = scores.get(item) ?? UNNAMED;
      const isNumber = /^\d+$/.test(word);
      const gained = quality * weight(found);
      scores.set(item, {
        score: before.score + gained,
        head: before.head + (inHead ? gained : 0),
        title: before.title || byTitle,
        // A number tells of what it stands beside: "hus 41".
        telling:
          before.telling ||
          (telling && !(usual && (hint || (borrowed && !introduced)))) ||
          (before.score > 0 && (isNumber || before.number)),
        number: before.number || isNumber,
        joined: before.joined || word.includes('_'),
      });
    }
  });
  const ranked = [...scores.entries()]
    .filter(([, { telling }]) => telling)
    .sort(([, a], [, b]) => b.score - a.score);
  const best = ranked[0];
  if (!best) return byWholeName(words, [...scores.keys()], index, region);
  const unasked = missing.reduce((sum, { found, least }) => sum + (found.has(best[0]) ? 0 : least), 0);
  const covered = Math.min(1, best[1].score / (possible - unasked));
  const fitting = ranked.filter(([, { score }]) => score >= best[1].score * MUCH_THE_SAME);
  const itemsAt = (of: readonly (readonly [number, unknown])[]): IndexedItem[] =>
    of.flatMap(([at]) => index.items[at] ?? []);

  const stems = new Set([...asked.flatMap(stemsOf), ...meant]);
  const named = (set: ReadonlySet<string>): boolean =>
    set.size > 0 && [...set].every((stem) => stems.has(stem));
  const whole = itemsAt(fitting)
    .map((item) => ({ item, core: coreNamesOf(item.title) }))
    .filter(({ core }) => isWhole(core, named));
  const longest = Math.max(0, ...whole.map(({ core }) => core.stems.size));
  const byTitle = whole.filter(({ core }) => core.stems.size === longest).map(({ item }) => item);
  const fits = new Set(itemsAt(fitting));
  const isNamed = new Map<CodeNames, boolean>();
  const hasLabel = ({ code }: IndexedItem): boolean => {
    const known = isNamed.get(code) ?? code.labels.some(named);
    isNamed.set(code, known);
    return known;
  };
  const labelled = itemsAt(ranked).filter(hasLabel);
  if (byTitle.length > 0) return { ...narrowed(byTitle, region), certainty: 'title', covered };
  if (
    labelled.length === 1 &&
    labelled.every((item) => fits.has(item) || (best[1].head === 0 && !best[1].joined))
  )
    return { ...narrowed(labelled, region), certainty: 'label', covered: 1 };

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
