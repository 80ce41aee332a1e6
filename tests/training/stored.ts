import { TOPICS } from '#status-query/query.ts';
import { PARTS_OF_ONE, type TopicModel } from '#status-query/topic-model/model.ts';
import type { Learned } from './learn.ts';

/** Weights that change nothing are left out. */
const LEAST = 12;

const whole = (weight: number): number => Math.round(weight * PARTS_OF_ONE);

/** As `TopicModel` says, sorted by sign. */
export const stored = ({ weights, bias }: Learned, provenance: string): TopicModel => ({
  provenance,
  topics: TOPICS,
  bias: bias.map(whole),
  weights: Object.fromEntries(
    [...weights]
      .map(([feature, all]) => {
        const pairs = all.flatMap((weight, at) =>
          Math.abs(whole(weight)) >= LEAST ? [at, whole(weight)] : [],
        );
        return [feature, pairs.join(' ')] as const;
      })
      .filter(([, pairs]) => pairs !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
});
