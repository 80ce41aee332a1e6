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
 * target of 0 or less cannot be divided by and is no target. A target is of all procurements of the regions together: one
 * region's or one category's outcome is not compared with it, and says so.
 */
export const targetFulfilment = (outcome: Indicator, targets: readonly Target[]): Indicator => {
  const { scope } = outcome;
  const partial = scope.category !== null || scope.region !== null;
  const target = targets.find(
    (candidate) =>
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
    denominator: partial ? null : (target?.value ?? null),
    behind: outcome.behind,
  };
  if (!target) return indicator({ ...shared, reason: 'no-target' });
  if (partial) return indicator({ ...shared, reason: 'joint-target' });
  if (outcome.value === null) return indicator({ ...shared, reason: outcome.reason });
  return indicator({ ...shared, value: outcome.value / target.value });
};
