import { isCoordinated, type ProcurementFacts } from './facts.ts';
import { type Exclusion, exclusions, ratio, type Scope, within } from './indicator.ts';
import { idsOf, inScope } from './population.ts';

const exitIn = (facts: ProcurementFacts, scope: Scope) =>
  within(scope.period, facts.exit?.on) ? facts.exit.how : null;
const contractIn = (facts: ProcurementFacts, scope: Scope) => within(scope.period, facts.contract?.signed);

/** Left the joint procurement without being procured together. */
const uncoordinated = (facts: ProcurementFacts, scope: Scope): boolean => {
  const exit = exitIn(facts, scope);
  if (exit === 'deviation-decided' || exit === 'not-possible') return true;
  return contractIn(facts, scope) && !isCoordinated(facts);
};

/**
 * Indicator 2, the internal control: (possible, then contracted in the period uncoordinated or exited uncoordinated) /
 * (possible, contracted or exited in the period); and of the former, the share with a decided reason (target 100 %).
 * Apart stand what another arena coordinates, a cancelled procurement (nobody bought) and a postponed one (it comes back).
 */
export const controlPoint = (all: readonly ProcurementFacts[], scope: Scope) => {
  const handled = inScope(all, scope)
    .filter((facts) => facts.possible === true && (exitIn(facts, scope) !== null || contractIn(facts, scope)))
    .map((facts) => ({ facts, exit: exitIn(facts, scope) }));
  const apart = ({ facts, exit }: (typeof handled)[number]): Exclusion | null => {
    if (facts.arena === 'external' || exit === 'external-coordination') return 'external';
    return exit === 'cancelled' || exit === 'postponed' ? exit : null;
  };
  const of = handled.filter((one) => apart(one) === null).map(({ facts }) => facts);
  const excluded = exclusions(
    handled.flatMap((one) => {
      const why = apart(one);
      return why === null ? [] : [[why, one.facts.item] as const];
    }),
  );
  const found = of.filter((facts) => uncoordinated(facts, scope));
  const reasoned = found.filter((facts) => facts.reasoned);
  return [
    ratio({
      id: 'control-point',
      unit: 'share',
      scope,
      numerator: found.length,
      denominator: of.length,
      excluded,
      behind: { counted: idsOf(found), of: idsOf(of) },
    }),
    ratio({
      id: 'control-point-reasoned',
      unit: 'share',
      scope,
      numerator: reasoned.length,
      denominator: found.length,
      behind: { counted: idsOf(reasoned), of: idsOf(found) },
    }),
  ] as const;
};
