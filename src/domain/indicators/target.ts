import { type Indicator, indicator, type Period } from './indicator.ts';

/** A target as somebody set it. */
export interface Target {
  readonly id: string;
  readonly indicator: string;
  readonly period: Period;
  /** In the indicator's own unit. */
  readonly value: number;
  /** The document that gives it, or null: "no documented basis", and said so. */
  readonly basis: string | null;
}

/**
 * Indicator 8: outcome / target of the same period. Without a target for exactly that period and indicator it is blank; a
 * target of 0 or less cannot be divided by and is no target. A target is of all procurements: a category has none, and an
 * amount or a number that is one region's is not compared with what is to be reached together.
 */
export const targetFulfilment = (outcome: Indicator, targets: readonly Target[]): Indicator => {
  const { scope } = outcome;
  const partial =
    scope.category !== null ||
    (scope.region !== null && (outcome.unit === 'SEK' || outcome.unit === 'count'));
  const target = targets.find(
    (candidate) =>
      !partial &&
      candidate.indicator === outcome.id &&
      candidate.period.from === scope.period.from &&
      candidate.period.to === scope.period.to &&
      candidate.value > 0,
  );
  const shared = {
    id: `target-${outcome.id}`,
    unit: 'share' as const,
    scope,
    basis: outcome.basis,
    numerator: outcome.value,
    denominator: target?.value ?? null,
    behind: outcome.behind,
  };
  if (!target) return indicator({ ...shared, reason: 'no-target' });
  if (outcome.value === null) return indicator({ ...shared, reason: outcome.reason });
  return indicator({ ...shared, value: outcome.value / target.value });
};
