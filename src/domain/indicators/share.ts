import { isParty, type ProcurementFacts } from './facts.ts';
import { exclusions, type Indicator, indicator, ratio, type Scope, within } from './indicator.ts';
import { contracted, idsOf, inScope } from './population.ts';

/** SEK excluding VAT: the contract's value, else the sum of the ceilings, else the plan's estimate. */
const worth = ({ contract, value }: ProcurementFacts): number | undefined => {
  if (contract?.value !== undefined) return contract.value;
  const parties = contract?.parties.filter(isParty) ?? [];
  // With a party whose ceiling is a volume, the others' values are not the whole.
  const valued = parties.length > 0 && parties.every(({ ceiling }) => ceiling > 0);
  return valued ? parties.reduce((sum, { ceiling }) => sum + ceiling, 0) : value;
};
const total = (some: readonly ProcurementFacts[]) =>
  some.reduce((sum, facts) => sum + (worth(facts) ?? 0), 0);

/** Indicator 1: share coordinated = C / N, the count C, by value, and of those that were possible to coordinate. */
export const shareCoordinated = (all: readonly ProcurementFacts[], scope: Scope) => {
  const { of, coordinated, excluded } = contracted(all, scope);
  const valued = of.filter((facts) => worth(facts) !== undefined);
  const valuedTogether = coordinated.filter((facts) => worth(facts) !== undefined);
  const possible = of.filter((facts) => facts.possible === true);
  const possibleTogether = coordinated.filter((facts) => facts.possible === true);
  return [
    ratio({
      id: 'share-coordinated',
      unit: 'share',
      scope,
      numerator: coordinated.length,
      denominator: of.length,
      excluded,
      behind: { counted: idsOf(coordinated), of: idsOf(of) },
    }),
    indicator({
      id: 'count-coordinated',
      unit: 'count',
      scope,
      value: coordinated.length,
      numerator: coordinated.length,
      excluded,
      behind: { counted: idsOf(coordinated), of: idsOf(of) },
    }),
    ratio(
      {
        id: 'share-coordinated-by-value',
        unit: 'share',
        scope,
        numerator: total(valuedTogether),
        denominator: total(valued),
        excluded: [
          ...excluded,
          ...exclusions(
            of
              .filter((facts) => worth(facts) === undefined)
              .map((facts) => ['value-unknown', facts.item] as const),
          ),
        ],
        behind: { counted: idsOf(valuedTogether), of: idsOf(valued) },
      },
      of.length === 0 ? 'nothing-in-the-period' : 'value-unknown',
    ),
    ratio(
      {
        id: 'share-coordinated-of-possible',
        unit: 'share',
        scope,
        numerator: possibleTogether.length,
        denominator: possible.length,
        excluded: [
          ...excluded,
          ...exclusions(
            of
              .filter((facts) => facts.possible === null)
              .map((facts) => ['not-assessed', facts.item] as const),
          ),
        ],
        behind: { counted: idsOf(possibleTogether), of: idsOf(possible) },
      },
      of.some((facts) => facts.possible === null) ? 'not-assessed' : 'nothing-in-the-period',
    ),
  ] as const satisfies readonly Indicator[];
};

/**
 * The forecast of a running period, and called so: of what is planned to start in it or is under contract already, the
 * share that at least two regions have committed themselves to, or contracted together. An answer is not an outcome.
 */
export const forecastCoordinated = (all: readonly ProcurementFacts[], scope: Scope): Indicator => {
  const { of: signed, coordinated } = contracted(all, scope);
  const open = inScope(all, scope).filter(
    (facts) =>
      facts.contract === undefined &&
      facts.exit === undefined &&
      facts.origin === 'advertised' &&
      facts.arena === 'own' &&
      within(scope.period, facts.planned),
  );
  const together = open.filter(({ committed }) => new Set(committed).size >= 2);
  const counted = [...coordinated, ...together];
  const of = [...signed, ...open];
  return ratio({
    id: 'share-coordinated-forecast',
    unit: 'share',
    scope,
    basis: 'forecast',
    numerator: counted.length,
    denominator: of.length,
    behind: { counted: idsOf(counted), of: idsOf(of) },
  });
};
