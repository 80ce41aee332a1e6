import type { DeviationFacts, ProcurementFacts } from './facts.ts';
import { type Scope, within } from './indicator.ts';

const inCategory = ({ cpv }: ProcurementFacts, { category }: Scope): boolean =>
  category === null || (cpv ?? '').startsWith(category);
const of = (regions: readonly string[], { region }: Scope): boolean =>
  region === null || regions.includes(region);

export interface DecidedDeviation {
  readonly facts: ProcurementFacts;
  readonly deviation: DeviationFacts;
}

/** Deviations decided in the period; a region's own are those that belong to it, since it declined. */
export const deviationsIn = (all: readonly ProcurementFacts[], scope: Scope): DecidedDeviation[] =>
  all
    .filter((facts) => inCategory(facts, scope))
    .flatMap((facts) =>
      (facts.deviations ?? [])
        .filter(({ on, regions }) => within(scope.period, on) && of(regions, scope))
        .map((deviation) => ({ facts, deviation })),
    );

export interface LevelFaults {
  readonly missing: readonly ProcurementFacts[];
  readonly regularised: readonly ProcurementFacts[];
}

/**
 * Procurements advertised up to the end of the period whose decision to initiate is still missing, whatever their age: it
 * stays a fault until it is on file; and those advertised in it where it came late (law 6).
 */
export const levelFaults = (all: readonly ProcurementFacts[], scope: Scope): LevelFaults => {
  const known = all.filter((facts) => facts.levels !== undefined && inCategory(facts, scope));
  return {
    missing: known.filter(
      ({ levels, advertised }) =>
        (levels?.missing.length ?? 0) > 0 &&
        of(levels?.missing ?? [], scope) &&
        (advertised === undefined || advertised <= scope.period.to),
    ),
    regularised: known.filter(
      ({ levels, advertised }) =>
        (levels?.regularised.length ?? 0) > 0 &&
        of(levels?.regularised ?? [], scope) &&
        within(scope.period, advertised),
    ),
  };
};
