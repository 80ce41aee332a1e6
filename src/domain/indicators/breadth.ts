import { addDays } from '../shared/calendar.ts';
import type { ProcurementFacts } from './facts.ts';
import {
  exclusions,
  type Indicator,
  indicator,
  median,
  ratio,
  type Scope,
  type Unit,
  within,
} from './indicator.ts';
import { contracted, idsOf, inScope, REVIEW_DAYS, reviewedPeriod } from './population.ts';

const DAY_MS = 86_400_000;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const one = (value: number | undefined): readonly number[] => (value === undefined ? [] : [value]);

/** `mean` = sum / how many; of a median and a sum the denominator says how many values there are. */
const SUMMARIES = {
  mean: (values: readonly number[]) => ({ numerator: sum(values), value: sum(values) / values.length }),
  median: (values: readonly number[]) => ({ numerator: null, value: median(values) }),
  sum: (values: readonly number[]) => ({ numerator: sum(values), value: sum(values) }),
} as const;

/** What is known of some procurements, in one figure; those of which nobody has said anything stand apart. */
const over = (
  id: string,
  [summary, unit]: readonly [keyof typeof SUMMARIES, Unit],
  scope: Scope,
  of: readonly ProcurementFacts[],
  read: (facts: ProcurementFacts) => readonly number[],
): Indicator => {
  const known = of.filter((facts) => read(facts).length > 0);
  const values = known.flatMap(read);
  const silent = of.filter((facts) => read(facts).length === 0);
  const shared = {
    id,
    unit,
    scope,
    denominator: values.length,
    excluded: exclusions(silent.map((facts) => ['not-stated', facts.item] as const)),
    behind: { counted: idsOf(known), of: idsOf(of) },
  };
  if (values.length > 0) return indicator({ ...shared, ...SUMMARIES[summary](values) });
  return indicator({ ...shared, reason: of.length === 0 ? 'nothing-in-the-period' : 'not-stated' });
};

const shareOf = (
  id: string,
  scope: Scope,
  of: readonly ProcurementFacts[],
  counts: (facts: ProcurementFacts) => boolean | undefined,
): Indicator => {
  const known = of.filter((facts) => counts(facts) !== undefined);
  const counted = known.filter((facts) => counts(facts) === true);
  return ratio(
    {
      id,
      unit: 'share',
      scope,
      numerator: counted.length,
      denominator: known.length,
      excluded: exclusions(
        of.filter((facts) => counts(facts) === undefined).map((facts) => ['not-stated', facts.item] as const),
      ),
      behind: { counted: idsOf(counted), of: idsOf(known) },
    },
    of.length === 0 ? 'nothing-in-the-period' : 'not-stated',
  );
};

/** Of the units that buy on the contracts and were asked how they work: the share that has answered. */
const application = (scope: Scope, of: readonly ProcurementFacts[]): Indicator => {
  const known = of.filter(({ quality }) => quality.units !== undefined);
  const asked = sum(known.map(({ quality }) => quality.units?.asked ?? 0));
  return ratio(
    {
      id: 'application-in-units',
      unit: 'share',
      scope,
      numerator: sum(known.map(({ quality }) => quality.units?.answered ?? 0)),
      denominator: asked,
      excluded: exclusions(
        of
          .filter(({ quality }) => quality.units === undefined)
          .map((facts) => ['not-stated', facts.item] as const),
      ),
      behind: {
        counted: idsOf(known.filter(({ quality }) => (quality.units?.answered ?? 0) > 0)),
        of: idsOf(known),
      },
    },
    of.length === 0 ? 'nothing-in-the-period' : 'nobody-asked',
  );
};

/**
 * Indicator 9, breadth: quality, business, administration, sustainability, application in the units and learning of the procurements contracted in the period, and
 * the share of those begun that were cancelled. What nobody has stated is said to be so, and is no 0.
 */
export const breadth = (all: readonly ProcurementFacts[], scope: Scope): Indicator[] => {
  const { of } = contracted(all, scope);
  const ended = inScope(all, scope).filter(
    (facts) =>
      (within(scope.period, facts.contract?.signed) ||
        (facts.exit?.how === 'cancelled' && within(scope.period, facts.exit.on))) &&
      facts.arena === 'own' &&
      facts.advertised !== undefined,
  );
  /** Awarded, and contracted or cancelled in the period: an appeal can end in either. */
  const concluded = [
    ...of,
    ...ended.filter((facts) => facts.exit?.how === 'cancelled' && facts.market.appealed !== undefined),
  ];
  const signedBefore = reviewedPeriod(scope.period);
  const dueForReview = inScope(all, scope).filter(
    ({ arena, origin, contract, apart }) =>
      !apart && arena === 'own' && origin === 'advertised' && within(signedBefore, contract?.signed),
  );
  const leadDays = ({ asked, contract }: ProcurementFacts) =>
    asked && contract ? [Math.round((Date.parse(contract.signed) - Date.parse(asked)) / DAY_MS)] : [];
  const reviewedInTime = ({ contract, learning }: ProcurementFacts) =>
    contract !== undefined &&
    learning.reviewed !== undefined &&
    learning.reviewed <= addDays(contract.signed, REVIEW_DAYS);
  const PER_CONTRACT = ['mean', 'per-contract'] as const;
  return [
    over('nonconformities', PER_CONTRACT, scope, of, ({ quality }) => one(quality.nonconformities)),
    over('user-rating', ['mean', 'rating'], scope, of, ({ quality }) => quality.ratings),
    over('approved-bids', PER_CONTRACT, scope, of, ({ market }) => one(market.approvedBids)),
    shareOf('single-bid', scope, of, ({ market }) =>
      market.approvedBids === undefined ? undefined : market.approvedBids === 1,
    ),
    shareOf('appealed', scope, concluded, ({ market }) => market.appealed),
    shareOf('cancelled', scope, ended, ({ exit }) => exit?.how === 'cancelled'),
    over('contract-fidelity', ['mean', 'share'], scope, of, ({ quality }) => one(quality.fidelity)),
    over('deal-rating', ['mean', 'rating'], scope, of, ({ quality }) => quality.business ?? []),
    over(
      'administration-rating',
      ['mean', 'rating'],
      scope,
      of,
      ({ quality }) => quality.administration ?? [],
    ),
    over('sustainability', ['mean', 'share'], scope, of, ({ quality }) => one(quality.sustainability)),
    application(scope, of),
    over('lead-time', ['median', 'days'], scope, of, leadDays),
    shareOf('reviewed-in-time', scope, dueForReview, reviewedInTime),
    over(
      'lessons-reused',
      ['sum', 'count'],
      scope,
      of.filter(({ apart }) => !apart),
      ({ learning }) => [learning.reused],
    ),
  ];
};
