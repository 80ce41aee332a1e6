import { TOPICS, type Topic } from '#status-query/query.ts';
import { featuresOf, stemOf } from '#status-query/topic-model/features.ts';
import { randomly } from './frames.ts';

export interface Example {
  readonly topic: Topic;
  /** Masked. */
  readonly words: readonly string[];
  /** What it counts against one that a person wrote. */
  readonly worth: number;
}
/** For each feature a weight for each topic, in the order of `TOPICS`; `bias` for what any text has. */
export interface Learned {
  readonly weights: ReadonlyMap<string, readonly number[]>;
  readonly bias: readonly number[];
}

const ROUNDS = 30;
const STEP = 0.3;
const SHRINK = 1e-5;
const SEED = 7;
/** What stands in one example alone is no sign. */
const SEEN = 2;
const K = TOPICS.length;

const often = (all: readonly (readonly string[])[]): string[] => {
  const counts = new Map<string, number>();
  for (const some of all) for (const one of new Set(some)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= SEEN).map(([one]) => one);
};

/** Multinomial logistic regression by AdaGrad, in an order drawn by the seed: the same examples give the same weights. */
export const learned = (examples: readonly Example[]): Learned => {
  const stems = new Set(often(examples.map(({ words }) => words.map(stemOf))));
  const signs = examples.map(({ words }) => featuresOf(words, (stem) => stems.has(stem)));
  const places = new Map(often(signs).map((feature, at) => [feature, at + 1]));
  const rows = examples.map(({ topic, worth }, row) => ({
    at: Int32Array.from([0, ...(signs[row] ?? []).flatMap((feature) => places.get(feature) ?? [])]),
    topic: TOPICS.indexOf(topic),
    worth,
  }));
  const weights = new Float64Array((places.size + 1) * K);
  const squares = new Float64Array(weights.length).fill(0.01);
  const share = new Float64Array(K);
  const next = randomly(SEED);
  const order = rows.map((_, at) => at);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(next() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const which of order) {
      const row = rows[which];
      if (!row) continue;
      const scale = 1 / Math.sqrt(row.at.length);
      share.fill(0);
      for (const place of row.at)
        for (let k = 0; k < K; k += 1) share[k] = (share[k] ?? 0) + (weights[place * K + k] ?? 0) * scale;
      const highest = Math.max(...share);
      let sum = 0;
      for (let k = 0; k < K; k += 1) {
        const grown = Math.exp((share[k] ?? 0) - highest);
        share[k] = grown;
        sum += grown;
      }
      for (let k = 0; k < K; k += 1) {
        const off = ((share[k] ?? 0) / sum - (k === row.topic ? 1 : 0)) * row.worth * scale;
        for (const place of row.at) {
          const cell = place * K + k;
          const slope = off + SHRINK * (weights[cell] ?? 0);
          const square = (squares[cell] ?? 0) + slope * slope;
          squares[cell] = square;
          weights[cell] = (weights[cell] ?? 0) - (STEP * slope) / Math.sqrt(square);
        }
      }
    }
  }
  const at = (place: number): number[] => [...weights.subarray(place * K, (place + 1) * K)];
  return { weights: new Map([...places].map(([feature, place]) => [feature, at(place)])), bias: at(0) };
};
