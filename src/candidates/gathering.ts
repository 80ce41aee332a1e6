import type { CandidateItem } from './candidate.ts';
import type { Likeness } from './likeness.ts';
import { likenessOf } from './likeness.ts';
import type { Need } from './needs.ts';
import type { Edge } from './neighbours.ts';
import { dayOf, type Timing, timingOf } from './window.ts';

/** Items to be assessed together, and the pair across regions that says best why. */
export interface Gathering {
  readonly items: readonly CandidateItem[];
  readonly pair: readonly [CandidateItem, CandidateItem];
  readonly needs: readonly [Need, Need];
  readonly likeness: Likeness;
  readonly timing: Timing;
}

/** So alike that they are one need in different words. */
const ONE_NEED = 0.72;
const MOST_NEEDS = 8;
/** What an officer can still assess together. */
const MOST_ITEMS = 12;

/** Needs that are one in different words, each with all the others (complete linkage). */
const clusters = (needs: readonly Need[], edges: readonly Edge[]): readonly (readonly number[])[] => {
  const strong = edges.filter(({ likeness }) => likeness.score >= ONE_NEED);
  const linked = new Set(strong.map(({ a, b }) => a * needs.length + b));
  const isLinked = (a: number, b: number): boolean =>
    linked.has(Math.min(a, b) * needs.length + Math.max(a, b));
  const members = new Map<number, number[]>(needs.map((_, place) => [place, [place]]));
  const own = needs.map((_, place) => place);
  for (const { a, b } of strong) {
    const [one, other] = [own[a] ?? a, own[b] ?? b];
    if (one === other) continue;
    const [left, right] = [members.get(one) ?? [], members.get(other) ?? []];
    if (left.length + right.length > MOST_NEEDS) continue;
    if (!left.every((x) => right.every((y) => isLinked(x, y)))) continue;
    for (const place of right) own[place] = one;
    members.set(one, [...left, ...right]);
    members.delete(other);
  }
  return [...members.values()];
};

interface Placed {
  readonly item: CandidateItem;
  readonly need: Need;
}
const byStart = (a: Placed, b: Placed): number =>
  (dayOf(a.item.start) ?? Infinity) - (dayOf(b.item.start) ?? Infinity) || (a.item.id < b.item.id ? -1 : 1);

/** Cuts a row of items in the order of their starts into runs that can be met together. */
const runs = (placed: readonly Placed[], windowMonths: number): readonly (readonly Placed[])[] => {
  const found: Placed[][] = [];
  let run: Placed[] = [];
  for (const one of placed) {
    const [first] = run;
    if (first && (run.length >= MOST_ITEMS || timingOf(first.item, one.item, windowMonths) === null)) {
      found.push(run);
      run = [];
    }
    run.push(one);
  }
  if (run.length > 0) found.push(run);
  return found;
};

const NOWHERE = (need: Need): Likeness => ({
  score: 1,
  meaning: 1,
  shared: [...need.weights.keys()].map((concept) => [concept, concept] as const),
});

/** The best pair across regions within a run; null where there is none. */
const best = (
  run: readonly Placed[],
  windowMonths: number,
  between?: readonly [Need, Need],
): Gathering | null => {
  let found: Gathering | null = null;
  for (const [at, one] of run.entries()) {
    for (const other of run.slice(at + 1)) {
      if (one.item.region === other.item.region) continue;
      if (between && one.need === other.need) continue;
      const timing = timingOf(one.item, other.item, windowMonths);
      if (!timing) continue;
      const likeness = one.need === other.need ? NOWHERE(one.need) : likenessOf(one.need, other.need);
      if (found && likeness.score * timing.fit <= found.likeness.score * found.timing.fit) continue;
      found = {
        items: run.map(({ item }) => item),
        pair: [one.item, other.item],
        needs: [one.need, other.need],
        likeness,
        timing,
      };
    }
  }
  return found;
};

const placed = (need: Need): Placed[] => need.items.map((item) => ({ item, need }));

const AT_ONCE = 200;

/** Everything that should be assessed together, in steps: one need of several regions, and needs that are alike. */
export function* gatherings(
  needs: readonly Need[],
  edges: readonly Edge[],
  windowMonths: number,
): Generator<void, readonly Gathering[]> {
  const own = new Map<number, readonly number[]>();
  const found: Gathering[] = [];
  yield;
  for (const [at, cluster] of clusters(needs, edges).entries()) {
    if (at % AT_ONCE === 0) yield;
    for (const place of cluster) own.set(place, cluster);
    const row = cluster.flatMap((place) => (needs[place] ? placed(needs[place]) : [])).toSorted(byStart);
    for (const run of runs(row, windowMonths)) {
      const gathering = best(run, windowMonths);
      if (gathering) found.push(gathering);
    }
  }
  for (const [at, { a, b }] of edges.entries()) {
    if (at % AT_ONCE === 0) yield;
    const [one, other] = [needs[a], needs[b]];
    if (!one || !other || own.get(a)?.includes(b)) continue;
    // Each side's many buyers are gathered on their own already: what is new is that the two needs meet.
    const row = [...placed(one).slice(0, MOST_ITEMS / 2), ...placed(other).slice(0, MOST_ITEMS / 2)].toSorted(
      byStart,
    );
    for (const run of runs(row, windowMonths)) {
      const gathering = best(run, windowMonths, [one, other]);
      if (gathering) found.push(gathering);
    }
  }
  return found;
}
