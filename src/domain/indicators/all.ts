import { breadth } from './breadth.ts';
import { controlPoint } from './control-point.ts';
import { coordinationCost, type LoadedRate, netBenefit } from './cost.ts';
import type { ProcurementFacts } from './facts.ts';
import type { Indicator, Scope } from './indicator.ts';
import { response } from './response.ts';
import { coverage, enabledSaving, realised } from './saving.ts';
import { forecastCoordinated, shareCoordinated } from './share.ts';
import { type Target, targetFulfilment } from './target.ts';

/** What is decided outside the procurements: dated rows of the governance. */
export interface Settings {
  readonly rate: LoadedRate;
  readonly targets: readonly Target[];
}

/** Every indicator of domain section 5 over one scope, in its order; the fulfilment of each target that there is comes last. */
export const allIndicators = (
  all: readonly ProcurementFacts[],
  scope: Scope,
  { rate, targets }: Settings,
): Indicator[] => {
  const outcomes: Indicator[] = [
    ...shareCoordinated(all, scope),
    forecastCoordinated(all, scope),
    ...controlPoint(all, scope),
    ...enabledSaving(all, scope),
    ...coverage(all, scope),
    ...realised(all, scope),
    ...coordinationCost(all, scope, rate),
    ...netBenefit(all, scope, rate),
    ...breadth(all, scope),
    ...response(all, scope),
  ];
  const targeted = new Set(['share-coordinated', 'enabled-saving', ...targets.map((row) => row.indicator)]);
  return [
    ...outcomes,
    ...outcomes.filter(({ id }) => targeted.has(id)).map((outcome) => targetFulfilment(outcome, targets)),
  ];
};
