import { type Likeness, likenessOf } from './likeness.ts';
import { findableBy, type Need } from './needs.ts';

/** Two needs that are alike, by their places in the list; the same place twice where several regions have one need. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly likeness: Likeness;
}

/** How many needs of a concept are looked at from each: those with the nearest codes. Keeps the work linear. */
const NEAR = 60;
const COMPARED = 60;
/** Below it a concept says too little to find anything by. */
const TELLING = 0.2;

const AT_ONCE = 50;

/** Pairs of needs that score at least `least`, found in steps by an inverted index over concepts: never all pairs. */
export function* neighbours(needs: readonly Need[], least: number): Generator<void, readonly Edge[]> {
  const order = needs
    .map((_, place) => place)
    .toSorted((a, b) => {
      const [one, other] = [needs[a]?.cpv ?? '', needs[b]?.cpv ?? ''];
      return one < other ? -1 : one > other ? 1 : a - b;
    });
  const postings = new Map<string, number[]>();
  for (const place of order) {
    const need = needs[place];
    if (!need) continue;
    for (const [concept] of findableBy(need)) {
      const known = postings.get(concept);
      if (known) known.push(place);
      else postings.set(concept, [place]);
    }
  }
  const byLabel = new Map<string, number[]>();
  for (const place of order) {
    for (const concept of needs[place]?.label ?? []) {
      const known = byLabel.get(concept);
      if (known) known.push(place);
      else byLabel.set(concept, [place]);
    }
  }
  const rank = new Int32Array(needs.length);
  order.forEach((place, at) => {
    rank[place] = at;
  });
  /** The part of a posting list around the need's own code. */
  const around = (list: readonly number[], place: number): readonly number[] => {
    if (list.length <= 2 * NEAR) return list;
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rank[list[middle] ?? 0] ?? 0) < (rank[place] ?? 0)) low = middle + 1;
      else high = middle;
    }
    return list.slice(Math.max(0, low - NEAR), low + NEAR);
  };

  const edges: Edge[] = [];
  const seen = new Set<number>();
  for (const [place, need] of needs.entries()) {
    if (place % AT_ONCE === 0) yield;
    const common = new Map<number, number>();
    const touch = (list: readonly number[] | undefined, weight: number): void => {
      for (const other of around(list ?? [], place))
        if (other !== place) common.set(other, (common.get(other) ?? 0) + weight);
    };
    for (const [concept, weight] of findableBy(need)) {
      if (weight < TELLING) continue;
      touch(postings.get(concept), weight);
      if (!concept.startsWith('>')) touch(byLabel.get(concept), weight * 0.3);
    }
    const likely = [...common].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COMPARED);
    for (const [other] of likely) {
      const [a, b] = place < other ? [place, other] : [other, place];
      const key = a * needs.length + b;
      if (seen.has(key)) continue;
      seen.add(key);
      const [one, two] = [needs[a], needs[b]];
      if (!one || !two) continue;
      const likeness = likenessOf(one, two);
      if (likeness.score >= least) edges.push({ a, b, likeness });
    }
  }
  return edges.toSorted((x, y) => y.likeness.score - x.likeness.score || x.a - y.a || x.b - y.b);
}
