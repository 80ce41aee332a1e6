import type { Topic } from '../query.ts';
import { featuresOf } from './features.ts';

/** Weights are stored in twentieths. */
export const PARTS_OF_ONE = 20;

/** How the weights are stored (see `tests/training`): for each sign, places of topics and weights in turn, "3 12 7 -40". */
export interface TopicModel {
  readonly provenance: string;
  readonly topics: readonly string[];
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, string>>;
}
export interface Guess {
  readonly topic: Topic;
  /** 0–1. */
  readonly certainty: number;
}

/** Every stem that weights were learnt of, alone or beside another. */
export const stemsIn = ({ weights }: TopicModel): ReadonlySet<string> =>
  new Set(Object.keys(weights).flatMap((sign) => sign.split(' ')));

/** Makes a reader of masked words from stored weights: what people usually ask for in such words. Deterministic. */
export const topicReader = (model: TopicModel): ((words: readonly string[]) => Guess) => {
  const { topics, bias, weights } = model;
  const stems = stemsIn(model);
  const known = new Map(
    Object.entries(weights).map(([feature, pairs]) => [feature, pairs.split(' ').map(Number)] as const),
  );
  return (words) => {
    const signs = featuresOf(words, (stem) => stems.has(stem)).flatMap((feature) => {
      const found = known.get(feature);
      return found ? [found] : [];
    });
    const scale = 1 / Math.sqrt(signs.length + 1) / PARTS_OF_ONE;
    const scores = bias.map((weight) => weight * scale);
    for (const sign of signs) {
      for (let at = 0; at + 1 < sign.length; at += 2) {
        const topic = sign[at] ?? 0;
        scores[topic] = (scores[topic] ?? 0) + (sign[at + 1] ?? 0) * scale;
      }
    }
    const highest = Math.max(...scores);
    const grown = scores.map((score) => Math.exp(score - highest));
    const best = scores.indexOf(highest);
    return {
      topic: (topics[best] ?? 'none') as Topic,
      certainty: 1 / grown.reduce((sum, one) => sum + one, 0),
    };
  };
};
