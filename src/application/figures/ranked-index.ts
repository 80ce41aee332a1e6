import SearchableMap from 'minisearch/SearchableMap';
import { bestOf } from './best.ts';
import { addPosting, countIn, type Postings, placeIn, removePosting } from './postings.ts';

/** The terms of a text's fields, each as often as it stands there. */
export type Terms<F extends string> = Readonly<Record<F, readonly string[]>>;

export interface Wanted {
  /** For each word its stems, of which any will do. */
  readonly words: readonly (readonly string[])[];
  readonly most: number;
  readonly fits: (id: string) => boolean;
}

export interface RankedIndex<F extends string> {
  /** Instead of what was known of it. */
  add(id: string, terms: Terms<F>): void;
  /** With every word that only it had. */
  remove(id: string): void;
  /** Those with all of the words, else with any of them, that fit; the fittest first, and how many there are. */
  find(wanted: Wanted): { readonly ids: readonly string[]; readonly total: number };
}

export interface Likeness {
  /** Whether words that only begin with the term are meant too. */
  readonly begins: (term: string) => boolean;
  /** How many slips of the pen are forgiven. */
  readonly slips: (term: string) => number;
}

interface Term {
  readonly text: string;
  /** By the field's number. */
  readonly in: readonly Postings[];
}

/** BM25+ as MiniSearch weighs it, and how a beginning and a slip count against the word itself. */
const [K, B, D] = [1.2, 0.7, 0.5];
const BEGINNING = 0.375;
const SLIP = 0.45;
/** The bits of one small number. */
const MOST_STEMS = 30;

const bitsIn = (mask: number): number => {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
};

/**
 * Texts by their terms, ranked as MiniSearch ranks, whose radix tree finds beginnings and slips of the pen. Its own search
 * makes an object of every text that has a word; here a common word of a hundred thousand texts is a walk over numbers.
 */
export const createRankedIndex = <F extends string>(
  boosts: Readonly<Record<F, number>>,
  { begins, slips }: Likeness,
): RankedIndex<F> => {
  const fields = (Object.keys(boosts) as F[]).map((name) => ({
    name,
    boost: boosts[name],
    /** By place: how many different terms. */
    lengths: [] as number[],
    total: 0,
  }));
  const terms = new Map<string, Term>();
  const tree = new SearchableMap<Term>();
  const places = new Map<string, number>();
  const ids: (string | null)[] = [];
  const termsAt: (readonly Term[])[] = [];
  const free: number[] = [];

  const termOf = (text: string): Term => {
    const known = terms.get(text);
    if (known) return known;
    const made: Term = { text, in: fields.map(() => []) };
    terms.set(text, made);
    tree.set(text, made);
    return made;
  };

  const remove = (id: string): void => {
    const place = places.get(id);
    if (place === undefined) return;
    for (const term of termsAt[place] ?? []) {
      for (const postings of term.in) removePosting(postings, place);
      if (term.in.some(({ length }) => length > 0)) continue;
      terms.delete(term.text);
      tree.delete(term.text);
    }
    for (const field of fields) field.total -= field.lengths[place] ?? 0;
    places.delete(id);
    ids[place] = null;
    termsAt[place] = [];
    free.push(place);
  };

  const add = (id: string, texts: Terms<F>): void => {
    remove(id);
    const place = free.pop() ?? ids.length;
    const own = new Set<Term>();
    for (const [number, field] of fields.entries()) {
      const counts = new Map<string, number>();
      for (const text of texts[field.name]) counts.set(text, (counts.get(text) ?? 0) + 1);
      for (const [text, count] of counts) {
        const term = termOf(text);
        own.add(term);
        addPosting(term.in[number] ?? [], place, count);
      }
      // An empty text is weighed as one of a single word.
      const length = Math.max(1, counts.size);
      field.lengths[place] = length;
      field.total += length;
    }
    places.set(id, place);
    ids[place] = id;
    termsAt[place] = [...own];
  };

  /** Every term that is meant by one, and how much it counts. */
  const meant = (stem: string): ReadonlyMap<Term, number> => {
    const found = new Map<Term, number>();
    const itself = terms.get(stem);
    if (itself) found.set(itself, 1);
    if (begins(stem)) {
      for (const [text, term] of tree.atPrefix(stem)) {
        const more = text.length - stem.length;
        if (more > 0) found.set(term, (BEGINNING * text.length) / (text.length + 0.3 * more));
      }
    }
    const forgiven = slips(stem);
    if (forgiven > 0) {
      for (const [text, [term, distance]] of tree.fuzzyGet(stem, forgiven)) {
        if (!found.has(term)) found.set(term, (SLIP * text.length) / (text.length + distance));
      }
    }
    return found;
  };

  const find: RankedIndex<F>['find'] = ({ words, most, fits }) => {
    const scores = new Float64Array(ids.length);
    /** Which stems and which words a text has, a bit for each. */
    const stems = new Uint32Array(ids.length);
    const said = new Uint32Array(ids.length);
    const numbers = new Map<string, number>();
    const asked = words.slice(0, MOST_STEMS / 2);
    for (const [word, of] of asked.entries()) {
      for (const stem of of) {
        const number = numbers.get(stem) ?? numbers.size;
        numbers.set(stem, number);
        for (const [term, weight] of meant(stem)) {
          for (const [at, { boost, lengths, total }] of fields.entries()) {
            const postings = term.in[at] ?? [];
            const rarity = Math.log(1 + (places.size - postings.length + 0.5) / (postings.length + 0.5));
            const times = weight * boost * rarity;
            const average = total / places.size;
            for (const posting of postings) {
              const place = placeIn(posting);
              const count = countIn(posting);
              const length = (lengths[place] ?? 1) / average;
              scores[place] =
                (scores[place] ?? 0) + times * (D + (count * (K + 1)) / (count + K * (1 - B + B * length)));
              stems[place] = (stems[place] ?? 0) | (1 << number);
              said[place] = (said[place] ?? 0) | (1 << word);
            }
          }
        }
      }
    }
    const all = 2 ** asked.length - 1;
    const whole = said.includes(all);
    let total = 0;
    function* fitting(): Generator<{ readonly id: string; readonly score: number }> {
      for (let place = 0; place < said.length; place += 1) {
        const mask = said[place] ?? 0;
        const id = ids[place];
        if (mask === 0 || (whole && mask !== all) || !id || !fits(id)) continue;
        total += 1;
        yield { id, score: (scores[place] ?? 0) * bitsIn(stems[place] ?? 0) };
      }
    }
    const best = bestOf(fitting(), most, (a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return { ids: best.map(({ id }) => id), total };
  };

  return { add, remove, find };
};
