import { remembering, slips, stemSwedish, stemsOf } from '#words/text.ts';
import { isCommon } from './common.ts';
import type { ItemIndex } from './index.ts';
import { type Field, isField, type Lexemes } from './lexicon.ts';

export interface Found {
  readonly item: number;
  /** 0–1: how well the word names this item. */
  readonly quality: number;
  readonly inHead: boolean;
  /** Found in the title itself (or its translation), not only by its CPV class. */
  readonly byTitle: boolean;
  /** The terms of the title that a misspelt word was taken for. */
  readonly meant: readonly string[];
  /** Only a word out of another name of several words. */
  readonly hint: boolean;
  /** Only by other names, not by a word of the title. */
  readonly borrowed: boolean;
  /** Only a slip of the pen away from the title's word. */
  readonly misspelt: boolean;
}
const QUALITY: Readonly<Record<Field, number>> = {
  title: 1,
  other: 0.85,
  hint: 0.75,
  part: 0.93,
  label: 0.62,
  broader: 0.35,
};

/** How a misspelt, a compounded and a derived word count against the word itself. */
const MISSPELT = 0.8;
const COMPOUND = 0.93;
const DERIVED = 0.85;

/** A word of more items than this names none of them; it would only be slow. */
const TOO_MANY = 1_000;

/** Longer than any compound that people write. */
const LONGEST = 40;

/** So many letters of a half must stand in a title's word. */
const BEGINNING = 5;
/** One half of a compound alone, where no title has the other. */
const HALF = 0.7;

const isSlip = (own: string, term: string): boolean =>
  own[0] === term[0] && own.length >= 5 && slips(own, term, 2) <= (own.length >= 9 ? 2 : 1);

/** Finds items by one word: as it is, as part of a compound, by its halves, at last as a slip of the pen. */
export const createFinder = (
  { search, halves, counts, postings }: Lexemes,
  size: number,
): Pick<ItemIndex, 'find' | 'findAsWritten'> => {
  // In a large plan the beginnings of words are tried only where the word itself stands nowhere.
  const large = size > 5 * TOO_MANY;
  const telling = (term: string): boolean => (counts.get(term) ?? 0) <= TOO_MANY;
  const lookUp = (given: readonly string[], misspelt: boolean): Found[] => {
    const terms = given.filter(telling);
    return terms.length === 0 ? [] : matching(terms, misspelt);
  };
  const matching = (terms: readonly string[], misspelt: boolean): Found[] => {
    const found = new Map<number, Found>();
    const results = search.search({
      queries: [...terms],
      combineWith: 'OR',
      fuzzy: misspelt ? 2 : 0,
      prefix: (term: string) => !misspelt && term.length >= 5 && !(large && counts.has(term)),
    });
    for (const result of results) {
      const matches = Object.entries(result.match)
        .filter(([term]) => terms.includes(term) || !term.includes('_'))
        .filter(([term]) => !misspelt || terms.some((own) => isSlip(own, term)))
        .flatMap(([term, fields]) => {
          const equal = terms.includes(term);
          const derived = !equal && !misspelt && terms.some((own) => term.length - own.length < 3);
          const likeness = misspelt ? MISSPELT : equal ? 1 : derived ? DERIVED : COMPOUND;
          return fields
            .filter(isField)
            .filter((field) => !misspelt || field === 'title' || field === 'other' || field === 'hint')
            .map((field) => ({ term, field, derived, quality: QUALITY[field] * likeness }));
        });
      const items = postings[Number(result.id)] ?? [];
      if (matches.length === 0 || (large && items.length > TOO_MANY)) continue;
      const byTitle = matches.filter(({ field }) => field !== 'label' && field !== 'broader');
      const own = byTitle.some(({ derived }) => !derived);
      const quality = Math.max(...matches.map((match) => match.quality));
      const meant = matches.flatMap(({ term, field, derived: near }) =>
        field === 'title' && (misspelt || near) ? [term] : [],
      );
      for (const posting of items) {
        const item = posting >> 1;
        const before = found.get(item);
        found.set(item, {
          item,
          quality: Math.max(quality, before?.quality ?? 0),
          inHead: (own && (posting & 1) === 1) || before?.inHead === true,
          byTitle: byTitle.length > 0 || before?.byTitle === true,
          meant: before ? [...before.meant, ...meant] : meant,
          hint: matches.every(({ field }) => field === 'hint') && (before?.hint ?? true),
          borrowed:
            matches.every(({ field }) => field === 'hint' || field === 'other') && (before?.borrowed ?? true),
          misspelt,
        });
      }
    }
    return [...found.values()];
  };

  /** Without the s that joins it, or with the vowel that it had: sjuksköterske- is sjuksköterska. */
  const linked = (left: string): readonly string[] => [
    left,
    left.replace(/s$/, ''),
    left.replace(/[eou]$/, 'a'),
  ];
  const begun = Map.groupBy(
    [...halves].filter((half) => half.length >= BEGINNING),
    (half) => half.slice(0, BEGINNING),
  );
  /** Also what a title has with another ending: audiologi- is of audiologisk. */
  const isHalf = (word: string): boolean => {
    const stem = stemSwedish(word);
    if (halves.has(stem)) return true;
    return (
      stem.length >= BEGINNING &&
      (begun.get(stem.slice(0, BEGINNING)) ?? []).some(
        (half) => half.startsWith(stem) && half.length - stem.length <= 3,
      )
    );
  };
  /** A compound that no title has: kataraktutrustning is equipment for a cataract operation. */
  const byHalves = (word: string): readonly Found[] => {
    for (let at = word.length - 4; at >= 4; at -= 1) {
      const [left, right] = [word.slice(0, at), word.slice(at)];
      const first = linked(left).find(isHalf);
      if (!first || !isHalf(right)) continue;
      const others = new Map(lookUp(stemsOf(right), false).map((found) => [found.item, found]));
      const both = lookUp(stemsOf(first), false).flatMap((found) => {
        const other = others.get(found.item);
        return other
          ? [
              {
                ...found,
                quality: Math.min(found.quality, other.quality) * 0.95,
                inHead: found.inHead || other.inHead,
              },
            ]
          : [];
      });
      if (both.length > 0) return both;
      // Tjänster, utrustning and the like are of anything: the other half names it.
      const named = isCommon(right) ? lookUp(stemsOf(first), false) : [];
      if (named.length > 0) return named.map((found) => ({ ...found, quality: found.quality * 0.9 }));
    }
    return [];
  };

  /** One half where the other is unknown, the longer one: inkassobolaget is about inkasso, rengöringskabinettet a cabinet. */
  const byOneHalf = remembering((word): readonly Found[] => {
    if (word.length < 9 || word.length > LONGEST || /[\d_]/.test(word)) return [];
    const least = Math.max(BEGINNING, Math.ceil(word.length / 2));
    for (let length = word.length - 3; length >= least; length -= 1) {
      const tail = word.slice(-length);
      const head = word.slice(0, length);
      const half = [tail, head, head.replace(/s$/, '')].find(
        (part) => !/isk[at]?$/.test(part) && halves.has(stemSwedish(part)) && !isCommon(part),
      );
      const found = half === undefined ? [] : lookUp(stemsOf(half), false);
      if (found.length > 0)
        return found.map((one) => ({ ...one, quality: one.quality * HALF, misspelt: true }));
    }
    return [];
  }, 2_000);

  /** English cuts a Swedish word too short: vaccinering is no vaccin. */
  const ownStems = (word: string): readonly string[] => {
    const [own = word, other = own] = stemsOf(word);
    return counts.has(own) && other.length <= own.length - 4 ? [own] : [own, other];
  };

  /** A slip in an ending hides it from the stemmer: dragtrucakrna is of dragtruck-. */
  const indefinite = (word: string): string =>
    word.length >= 9 ? word.replace(/(?:[aoe]?rna|na|en|et|n|t)s?$/, '') : word;

  const findAsWritten = remembering((word): readonly Found[] => {
    if (word.includes('_')) return lookUp([word], false);
    const asItIs = lookUp(ownStems(word), false);
    return asItIs.length > 0 || word.length < 9 || word.length > LONGEST || /\d/.test(word)
      ? asItIs
      : byHalves(word);
  }, 2_000);
  const misspelt = remembering(
    (word): readonly Found[] =>
      word.length < 5 || /\d/.test(word)
        ? []
        : lookUp([...new Set([...ownStems(word), indefinite(word)])], true),
    2_000,
  );
  return {
    findAsWritten,
    find: (word) => {
      const found = findAsWritten(word);
      if (found.length > 0) return found;
      const near = misspelt(word);
      return near.length > 0 ? near : byOneHalf(word);
    },
  };
};
