import { coordinationShare } from '../savings/attribution.ts';
import { isCoordinated, isParty, type ProcurementFacts } from './facts.ts';
import {
  type Exclusion,
  elapsed,
  exclusions,
  type Indicator,
  indicator,
  type NoValue,
  type Scope,
  within,
} from './indicator.ts';
import { contracted, idsOf, inScope } from './population.ts';
import {
  livingIn,
  realisedIn,
  settlingIn,
  shareOfTerm,
  uncalculated,
  unrealised,
  yearsInForce,
} from './saving.ts';

/** SEK excluding VAT for an hour of coordination, payroll overheads included: a dated row of the governance, or unknown. */
export type LoadedRate = number | null;
const HOUR = 3600;

/** SEK; null where nobody has logged, or hours were logged and no rate is decided: unknown, never 0. */
export const costOf = ({ cost }: ProcurementFacts, rate: LoadedRate): number | null => {
  if (cost === undefined) return null;
  if (cost.seconds === 0) return cost.external;
  return rate === null ? null : (cost.seconds / HOUR) * rate + cost.external;
};

/** The procurements whose coordinating the period paid for: contracted or ended in it, in the joint plan's own arena. */
const handled = (all: readonly ProcurementFacts[], scope: Scope): ProcurementFacts[] =>
  inScope(all, scope).filter(
    (facts) =>
      facts.arena === 'own' &&
      facts.asked !== undefined &&
      (within(scope.period, facts.contract?.signed) || within(scope.period, facts.exit?.on)),
  );

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Indicator 6: hours · loaded rate + externals of what was contracted or ended in the period. Missing logs are unknown, not 0. */
export const coordinationCost = (
  all: readonly ProcurementFacts[],
  scope: Scope,
  rate: LoadedRate,
): Indicator[] => {
  const of = handled(all, scope);
  const logged = of.filter((facts) => facts.cost !== undefined);
  const known = logged.filter((facts) => costOf(facts, rate) !== null);
  const excluded = exclusions(
    of.filter((facts) => facts.cost === undefined).map((facts) => ['no-log', facts.item] as const),
  );
  const behind = { counted: idsOf(logged), of: idsOf(of) };
  const hours = sum(logged.map(({ cost }) => (cost?.seconds ?? 0) / HOUR));
  const nothing = of.length === 0 ? ('nothing-in-the-period' as const) : ('no-log' as const);
  const shared = { scope, excluded, behind, denominator: of.length };
  return [
    logged.length === 0
      ? indicator({ ...shared, id: 'coordination-hours', unit: 'hours', reason: nothing })
      : indicator({ ...shared, id: 'coordination-hours', unit: 'hours', value: hours, numerator: hours }),
    logged.length === 0
      ? indicator({ ...shared, id: 'coordination-cost', unit: 'SEK', reason: nothing })
      : known.length < logged.length
        ? indicator({ ...shared, id: 'coordination-cost', unit: 'SEK', reason: 'no-rate' })
        : indicator({
            ...shared,
            id: 'coordination-cost',
            unit: 'SEK',
            value: sum(known.map((facts) => costOf(facts, rate) ?? 0)),
            numerator: sum(known.map((facts) => costOf(facts, rate) ?? 0)),
          }),
  ];
};

/** Why an item stands outside a net benefit: both an exclusion and, where nothing is left, the reason. */
type Missing = Extract<Exclusion, NoValue>;
interface Part {
  readonly facts: ProcurementFacts;
  readonly gross: number;
  readonly cost: number;
}

/**
 * Indicator 7: coordinated procurements only, and two lines that are never summed: what was realised and what the low
 * estimate promises, each for the share attributed to coordination and less the cost of coordinating. The cost is spread
 * evenly over the contract's days, so that the periods of its term together bear it once. Unknown cost or
 * attribution takes an item out, by name. The second procedure that was avoided is counted apart, not priced.
 */
export const netBenefit = (all: readonly ProcurementFacts[], scope: Scope, rate: LoadedRate): Indicator[] => {
  const living = livingIn(all, scope).filter(isCoordinated);
  const settling = settlingIn(all, scope).filter(isCoordinated);
  const until = elapsed(scope);
  const termShare = ({ contract }: ProcurementFacts): number => (contract ? shareOfTerm(contract, until) : 0);
  const line = (
    id: string,
    of: readonly ProcurementFacts[],
    gross: (facts: ProcurementFacts) => number | null,
    without: (facts: ProcurementFacts) => Missing,
  ): Indicator => {
    const parts: Part[] = [];
    const out: (readonly [Missing, ProcurementFacts['item']])[] = [];
    for (const facts of of) {
      const share = coordinationShare(facts.attribution);
      const cost = costOf(facts, rate);
      const found = gross(facts);
      if (found === null) out.push([without(facts), facts.item]);
      else if (share === null) out.push(['attribution-unknown', facts.item]);
      else if (cost === null) out.push([facts.cost === undefined ? 'no-log' : 'no-rate', facts.item]);
      else parts.push({ facts, gross: found * share, cost: cost * termShare(facts) });
    }
    const shared = {
      id,
      unit: 'SEK' as const,
      scope,
      excluded: exclusions(out),
      behind: { counted: idsOf(parts.map(({ facts }) => facts)), of: idsOf(of) },
    };
    if (parts.length === 0) {
      const [first] = out;
      return indicator({ ...shared, reason: first ? first[0] : 'nothing-in-the-period' });
    }
    const gained = sum(parts.map((part) => part.gross));
    const paid = sum(parts.map((part) => part.cost));
    // The parts of the difference, not of a quotient: what was gained, and what it cost.
    return indicator({ ...shared, value: gained - paid, numerator: gained, denominator: paid });
  };
  const { coordinated } = contracted(all, scope);
  const avoided = sum(coordinated.map(({ contract }) => (contract?.parties.filter(isParty).length ?? 1) - 1));
  return [
    line(
      'net-benefit-realised',
      settling,
      (facts) => realisedIn(facts, scope.period),
      (facts) => unrealised(facts, scope.period),
    ),
    line(
      'net-benefit-theoretical',
      living,
      ({ saving, contract }) =>
        saving && contract ? saving.annual.low * yearsInForce(contract, until) : null,
      (facts) => (uncalculated(facts) === 'not-calculable' ? 'not-calculable' : 'not-counted-yet'),
    ),
    indicator({
      id: 'avoided-procedures',
      unit: 'count',
      scope,
      value: avoided,
      numerator: avoided,
      behind: { counted: idsOf(coordinated), of: idsOf(coordinated) },
    }),
  ];
};
