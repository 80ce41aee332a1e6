import { calculability } from '../savings/method.ts';
import { exactly, type Range, sumOf, times } from '../savings/range.ts';
import type { PlainDate } from '../shared/ids.ts';
import { rememberedFor } from '../shared/remembered.ts';
import { isCoordinated, type ProcurementFacts, type SignedContract } from './facts.ts';
import {
  type Exclusion,
  elapsed,
  exclusions,
  type Indicator,
  indicator,
  type Period,
  ratio,
  type Scope,
  within,
} from './indicator.ts';
import { contracted, foundOnce, idsOf, inScope } from './population.ts';

const DAY_MS = 86_400_000;
const daysIn = ({ from, to }: Period): number =>
  from > to ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

const later = (a: PlainDate, b: PlainDate) => (a > b ? a : b);
const earlier = (a: PlainDate, b: PlainDate) => (a < b ? a : b);

/** Days of the calendar year in which a stretch begins: 365, or 366. */
const yearOf = ({ from }: Period): number => {
  const year = from.slice(0, 4);
  return daysIn({ from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate });
};

/**
 * The share of a contract's whole term that lies in the period, by days: the shares of periods that follow each other add
 * up to 1. Without a last day the whole is the period's in which it was signed.
 */
export const shareOfTerm = (contract: SignedContract, period: Period): number => {
  const { from, to, signed } = contract;
  if (to === undefined || to < from) return within(period, signed) ? 1 : 0;
  if (!overlaps(contract, period)) return 0;
  return daysIn({ from: later(from, period.from), to: earlier(to, period.to) }) / daysIn({ from, to });
};

/** A stretch in years, each day in those of its own calendar year: a whole calendar year is exactly 1, a leap year too. */
const yearsOf = ({ from, to }: Period): number => {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  let years = 0;
  for (let year = first; year <= last; year += 1) {
    const whole: Period = { from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate };
    years += daysIn({ from: later(from, whole.from), to: earlier(to, whole.to) }) / yearOf(whole);
  }
  return years;
};

/** How many years a contract was in force within the period. */
export const yearsInForce = (contract: SignedContract, period: Period): number =>
  overlaps(contract, period)
    ? yearsOf({
        from: later(contract.from, period.from),
        to: earlier(contract.to ?? period.to, period.to),
      })
    : 0;
/** At least a day of it lies in the period. */
const overlaps = ({ from, to }: SignedContract, period: Period): boolean =>
  from <= period.to && (to === undefined || (to >= period.from && to >= from));

const signedBefore = (facts: ProcurementFacts, period: Period) =>
  facts.contract !== undefined && facts.contract.signed < period.from;
/** Those of the joint plan's own procedures whose contract is in force on some day of the period. */
export const livingIn = (all: readonly ProcurementFacts[], scope: Scope): readonly ProcurementFacts[] =>
  foundOnce(all, 'living', scope, () =>
    inScope(all, scope).filter(
      ({ arena, contract }) => contract !== undefined && arena === 'own' && overlaps(contract, scope.period),
    ),
  );

/** Those of them, and those of which invoices of the period ended, also after the contract's last day. */
export const settlingIn = (all: readonly ProcurementFacts[], scope: Scope): readonly ProcurementFacts[] =>
  foundOnce(all, 'settling', scope, () =>
    inScope(all, scope).filter(
      ({ arena, contract, realised }) =>
        contract !== undefined &&
        arena === 'own' &&
        (overlaps(contract, scope.period) || realised.some(({ to }) => within(scope.period, to))),
    ),
  );

export const uncalculated = (facts: ProcurementFacts): Exclusion =>
  calculability(facts.saving, facts.obstacles).calculable === false
    ? 'not-calculable'
    : 'calculability-unknown';

const part = (facts: ProcurementFacts, period: Period): Range =>
  facts.saving && facts.contract
    ? times(facts.saving.annual, yearsInForce(facts.contract, period))
    : exactly(0);

/** The four parts that the target for all savings covers; each is shown, their sum is the whole. */
export const SAVING_PARTS = ['coordinated-new', 'coordinated-running', 'own-new', 'own-running'] as const;
export type SavingPart = (typeof SAVING_PARTS)[number];
export const partOf = (facts: ProcurementFacts, period: Period): SavingPart =>
  `${isCoordinated(facts) ? 'coordinated' : 'own'}-${signedBefore(facts, period) ? 'running' : 'new'}`;

/**
 * Indicator 3: the enabled saving of the contracts in force in the period, as each one's annual figure for the days in
 * force; coordinated/own × new/running, and all. Low and high are sums of the parts' ends. What cannot be calculated, or
 * has not been, stands apart by name: it is not 0.
 */
export const enabledSaving = (all: readonly ProcurementFacts[], scope: Scope): Indicator[] => {
  const living = livingIn(all, scope);
  // Each stands in the whole and in one of its parts.
  const partOnce = rememberedFor((facts: ProcurementFacts) => part(facts, elapsed(scope)));
  const figure = (id: string, some: readonly ProcurementFacts[]): Indicator => {
    const calculated = some.filter((facts) => facts.saving !== undefined);
    const shared = {
      id,
      unit: 'SEK' as const,
      scope,
      denominator: some.length,
      excluded: exclusions(
        some
          .filter((facts) => facts.saving === undefined)
          .map((facts) => [uncalculated(facts), facts.item] as const),
      ),
      behind: { counted: idsOf(calculated), of: idsOf(some) },
      signed: calculated.filter(({ validated }) => validated).length,
    };
    if (calculated.length === 0) {
      if (some.length === 0) return indicator({ ...shared, reason: 'nothing-in-the-period' });
      const failed = some.some((facts) => uncalculated(facts) === 'not-calculable');
      return indicator({ ...shared, reason: failed ? 'not-calculable' : 'not-counted-yet' });
    }
    const { low, base, high } = sumOf(calculated.map(partOnce));
    return indicator({ ...shared, value: base, numerator: base, low, high });
  };
  const parts = Map.groupBy(living, (facts) => partOf(facts, scope.period));
  return [
    figure('enabled-saving', living),
    ...SAVING_PARTS.map((name) => figure(`enabled-saving-${name}`, parts.get(name) ?? [])),
  ];
};

/** Indicator 4: calculable / completed, by count and by value; what is left out is named with its reason. */
export const coverage = (all: readonly ProcurementFacts[], scope: Scope): Indicator[] => {
  const { of, excluded } = contracted(all, scope);
  const calculable = of.filter((facts) => facts.saving !== undefined);
  const without = exclusions(
    of
      .filter((facts) => facts.saving === undefined)
      .map((facts) => [uncalculated(facts), facts.item] as const),
  );
  const valued = (some: readonly ProcurementFacts[]) =>
    some.filter(({ contract }) => contract?.value !== undefined);
  const total = (some: readonly ProcurementFacts[]) =>
    some.reduce((sum, { contract }) => sum + (contract?.value ?? 0), 0);
  const unvalued = of.filter(({ contract }) => contract?.value === undefined);
  return [
    ratio({
      id: 'coverage',
      unit: 'share',
      scope,
      numerator: calculable.length,
      denominator: of.length,
      excluded: [...excluded, ...without],
      behind: { counted: idsOf(calculable), of: idsOf(of) },
    }),
    ratio(
      {
        id: 'coverage-by-value',
        unit: 'share',
        scope,
        numerator: total(valued(calculable)),
        denominator: total(valued(of)),
        excluded: [
          ...excluded,
          ...without,
          ...exclusions(unvalued.map((facts) => ['value-unknown', facts.item] as const)),
        ],
        behind: { counted: idsOf(valued(calculable)), of: idsOf(valued(of)) },
      },
      of.length === 0 ? 'nothing-in-the-period' : 'value-unknown',
    ),
  ];
};

/** SEK of a period's invoices; only stretches that ended within it. Null: none had an old price, or none was entered. */
export const realisedIn = (facts: ProcurementFacts, period: Period): number | null => {
  const values = facts.realised
    .filter(({ to }) => within(period, to))
    .flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
};

/** Some of what was invoiced in the period had no old price. */
const isPartly = (facts: ProcurementFacts, period: Period): boolean =>
  facts.realised.some(({ to, value, covered = 1 }) => within(period, to) && (value === null || covered < 1));

/** Why there is no realised value: nothing was invoiced in the period, or no article of it had an old price. */
export const unrealised = (facts: ProcurementFacts, period: Period): 'no-invoice' | 'no-realised' =>
  facts.realised.some(({ to }) => within(period, to)) ? 'no-realised' : 'no-invoice';

/** What the annual estimate says of the same stretches as the invoices. */
const enabledBeside = (facts: ProcurementFacts, period: Period): number =>
  facts.realised
    .filter(({ to, value }) => value !== null && within(period, to))
    .reduce((sum, stretch) => sum + (facts.saving?.annual.base ?? 0) * yearsOf(stretch), 0);

/**
 * Indicator 5: the realised saving of the period's invoices, and the hit rate = Σ realised / Σ enabled over the same items
 * and the same stretches of time; undefined where what was enabled is not above 0.
 */
export const realised = (all: readonly ProcurementFacts[], scope: Scope): Indicator[] => {
  const living = settlingIn(all, scope);
  const known = living.flatMap((facts) => {
    const value = realisedIn(facts, scope.period);
    return value === null ? [] : [{ facts, value }];
  });
  const sum = known.reduce((total, { value }) => total + value, 0);
  const missing = living.filter((facts) => realisedIn(facts, scope.period) === null);
  const excluded = exclusions([
    ...missing.map((facts) => [unrealised(facts, scope.period), facts.item] as const),
    // What they were invoiced for without an old price is in no sum.
    ...known
      .filter(({ facts }) => isPartly(facts, scope.period))
      .map(({ facts }) => ['partly-realised', facts.item] as const),
  ]);
  const nothing = excluded.some(({ reason }) => reason === 'no-realised') ? 'no-realised' : 'no-invoice';
  const why = living.length === 0 ? 'nothing-in-the-period' : nothing;
  const both = known.filter(({ facts }) => facts.saving !== undefined);
  const enabled = both.reduce((total, { facts }) => total + enabledBeside(facts, scope.period), 0);
  const outcome = both.reduce((total, { value }) => total + value, 0);
  const behind = { counted: idsOf(known.map(({ facts }) => facts)), of: idsOf(living) };
  const hit = {
    id: 'hit-rate',
    unit: 'factor' as const,
    scope,
    numerator: outcome,
    denominator: enabled,
    excluded,
    behind: { counted: idsOf(both.map(({ facts }) => facts)), of: behind.counted },
  };
  return [
    known.length === 0
      ? indicator({ id: 'realised-saving', unit: 'SEK', scope, reason: why, excluded, behind })
      : indicator({
          id: 'realised-saving',
          unit: 'SEK',
          scope,
          value: sum,
          numerator: sum,
          denominator: living.length,
          excluded,
          behind,
        }),
    enabled > 0
      ? indicator({ ...hit, value: outcome / enabled })
      : indicator({
          ...hit,
          reason: both.length > 0 ? 'enabled-not-positive' : known.length > 0 ? 'not-counted-yet' : why,
        }),
  ];
};
