import type { PlainDate, RegionId } from '../shared/ids.ts';
import { isCoordinated, isParty, type ProcurementFacts } from './facts.ts';
import { type Exclusion, exclusions, type Period, ratio, type Scope, within } from './indicator.ts';
import { idsOf, inScope } from './population.ts';

const exitIn = (facts: ProcurementFacts, period: Period) =>
  within(period, facts.exit?.on) ? facts.exit.how : null;
const contractIn = (facts: ProcurementFacts, period: Period) => within(period, facts.contract?.signed);

/** How and when a procurement, or a region of it, left the joint one in a period; the first of the reasons that apply. */
export const leftIn = (
  facts: ProcurementFacts,
  period: Period,
): {
  readonly how: 'deviation-decided' | 'not-possible' | 'contracted-alone';
  readonly on: PlainDate;
} | null => {
  const exit = exitIn(facts, period);
  if (facts.exit && (exit === 'deviation-decided' || exit === 'not-possible'))
    return { how: exit, on: facts.exit.on };
  const deviation = facts.deviations?.find(({ on }) => within(period, on));
  if (deviation) return { how: 'deviation-decided', on: deviation.on };
  if (facts.contract && contractIn(facts, period) && !isCoordinated(facts))
    return { how: 'contracted-alone', on: facts.contract.signed };
  const alone = facts.alone?.find(({ signed }) => within(period, signed));
  return alone ? { how: 'contracted-alone', on: alone.signed } : null;
};

/** Whom it concerns: the parties of a contract, before one its plan's region and those that have committed themselves. */
const concerned = ({ contract, region, committed, alone = [] }: ProcurementFacts): readonly RegionId[] => [
  ...(contract ? contract.parties.filter(isParty).map((party) => party.region) : [region, ...committed]),
  ...alone.map((one) => one.region),
];
/** To whom it belongs that it was not bought together: the regions that declined; where none did, all whom it concerns. */
const answerable = (facts: ProcurementFacts): readonly RegionId[] => {
  const declined = (facts.deviations ?? []).flatMap(({ regions }) => regions);
  return declined.length > 0 ? declined : concerned(facts);
};

type Standing =
  | 'found'
  | 'together'
  | Extract<Exclusion, 'external' | 'cancelled' | 'postponed' | 'other-region'>;
/** What a possible procurement is to the control of the scope's region in the period; null: nothing. */
const standingOf = (facts: ProcurementFacts, { region, period }: Scope): Standing | null => {
  const exit = exitIn(facts, period);
  const left = leftIn(facts, period);
  const contract = contractIn(facts, period);
  if (exit === null && left === null && !contract) return null;
  const mine = region === null || answerable(facts).includes(region);
  if (!mine && !concerned(facts).includes(region)) return null;
  if (facts.arena === 'external' || exit === 'external-coordination') return 'external';
  if (exit === 'cancelled' || exit === 'postponed') return exit;
  if (left === null) return 'together';
  if (mine) return 'found';
  return contract && isCoordinated(facts) ? 'together' : 'other-region';
};

/** With a decision and its reason; a region's by its own. */
const reasonedFor = ({ deviations = [], reasoned }: ProcurementFacts, { region }: Scope): boolean => {
  const own = deviations.filter(({ regions }) => region !== null && regions.includes(region));
  return own.length > 0 ? own.some((deviation) => deviation.reasoned) : reasoned;
};

/**
 * Indicator 2, the internal control: (possible, then contracted in the period uncoordinated or exited uncoordinated) /
 * (possible, contracted or exited in the period); and of the former, the share with a decided reason (target 100 %). An
 * item counts once in a period. A deviation is the declining region's (domain section 3), and so is that another had to
 * buy alone owing to it: there it stands apart. So do what another arena coordinates, a cancelled procurement (nobody
 * bought) and a postponed one (it comes back).
 */
export const controlPoint = (all: readonly ProcurementFacts[], scope: Scope) => {
  const judged = inScope(all, { ...scope, region: null })
    .filter(({ possible, apart }) => possible === true && !apart)
    .map((facts) => ({ facts, standing: standingOf(facts, scope) }));
  const as = (...standings: readonly (Standing | null)[]): ProcurementFacts[] =>
    judged.filter(({ standing }) => standings.includes(standing)).map(({ facts }) => facts);
  const of = as('found', 'together');
  const found = as('found');
  const reasoned = found.filter((facts) => reasonedFor(facts, scope));
  const excluded = exclusions(
    judged.flatMap(({ facts, standing }) =>
      standing === null || standing === 'found' || standing === 'together'
        ? []
        : [[standing, facts.item] as const],
    ),
  );
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
