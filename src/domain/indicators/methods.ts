import { METHODS, type Method, OBSTACLES, type Obstacle } from '../savings/method.ts';
import { type Range, sumOf, times } from '../savings/range.ts';
import type { ItemId, RegionId, UnitId } from '../shared/ids.ts';
import type { ProcurementFacts } from './facts.ts';
import { elapsed, type Indicator, median, type Scope } from './indicator.ts';
import { askedIn, contracted, idsOf } from './population.ts';
import { livingIn, yearsInForce } from './saving.ts';

export interface MethodSum {
  readonly method: Method;
  readonly items: readonly ItemId[];
  /** SEK excluding VAT for the days in force in the period. */
  readonly sum: Range;
}

/** What each method gave of the enabled saving of the contracts in force; two methods never stand for one item. */
export const savingsByMethod = (all: readonly ProcurementFacts[], scope: Scope): MethodSum[] => {
  const living = livingIn(all, scope).flatMap(({ item, contract, saving }) =>
    contract && saving
      ? [
          {
            item,
            method: saving.method,
            part: times(saving.annual, yearsInForce(contract, elapsed(scope))),
          },
        ]
      : [],
  );
  return METHODS.flatMap((method) => {
    const some = living.filter((one) => one.method === method);
    return some.length === 0
      ? []
      : [{ method, items: some.map(({ item }) => item), sum: sumOf(some.map(({ part }) => part)) }];
  });
};

export interface ObstacleCount {
  readonly method: Method;
  readonly obstacle: Obstacle;
  readonly items: readonly ItemId[];
}

/** Why what was contracted in the period has no saving, by method; one procurement can stand in several rows. */
export const obstaclesIn = (all: readonly ProcurementFacts[], scope: Scope): ObstacleCount[] => {
  const without = contracted(all, scope).of.filter(({ saving }) => saving === undefined);
  return METHODS.flatMap((method) =>
    OBSTACLES.flatMap((obstacle) => {
      const items = idsOf(without.filter(({ obstacles }) => obstacles[method] === obstacle));
      return items.length === 0 ? [] : [{ method, obstacle, items }];
    }),
  );
};

export interface UnitResponse {
  readonly unit: UnitId;
  readonly region: RegionId;
  readonly answered: number;
  /** Asked in the period, and answered or out of time. */
  readonly due: number;
  /** Whole days; null where none answered. */
  readonly medianDays: number | null;
  /** The procurements that it answered, of those it was asked about. */
  readonly behind: Indicator['behind'];
}

/** Indicator 10 for each unit of the scope, by name of region and unit. */
export const responseByUnit = (all: readonly ProcurementFacts[], scope: Scope): UnitResponse[] => {
  const parts = askedIn(all, scope).flatMap(({ item, responses }) =>
    responses
      .filter(({ due, region }) => due && (scope.region === null || region === scope.region))
      .map((part) => ({ item, ...part })),
  );
  return [...Map.groupBy(parts, ({ unit }) => unit)]
    .map(([unit, some]) => {
      const answered = some.filter(({ days }) => days !== null);
      const days = answered.flatMap((one) => one.days ?? []);
      const items = (of: typeof some) => [...new Set(of.map(({ item }) => item))];
      const [first] = some;
      return {
        unit,
        region: (first as (typeof some)[number]).region,
        answered: days.length,
        due: some.length,
        medianDays: median(days),
        behind: { counted: items(answered), of: items(some) },
      };
    })
    .sort((a, b) => (a.region + a.unit < b.region + b.unit ? -1 : 1));
};
