import { dateOf } from '../shared/calendar.ts';
import type { Instant, ItemId, PlainDate, RegionId } from '../shared/ids.ts';
import { versionOf } from './ids.ts';

/** Both days belong to the period; days in Stockholm. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}
export const within = (period: Period, date: PlainDate | undefined): date is PlainDate =>
  date !== undefined && period.from <= date && date <= period.to;

export const UNITS = ['share', 'count', 'SEK', 'days', 'hours', 'per-contract', 'rating', 'factor'] as const;
export type Unit = (typeof UNITS)[number];

/** Why there is no value. */
export const NO_VALUE = [
  'nothing-in-the-period',
  'not-calculable',
  'not-counted-yet',
  'value-unknown',
  'not-assessed',
  'no-target',
  'joint-target',
  'no-log',
  'no-rate',
  'no-realised',
  'no-invoice',
  'enabled-not-positive',
  'attribution-unknown',
  'nobody-asked',
  'not-stated',
] as const;
export type NoValue = (typeof NO_VALUE)[number];

/** Why something stands outside a figure. */
export const EXCLUSIONS = [
  'direct-award',
  'call-off',
  'extension',
  'external',
  'cancelled',
  'postponed',
  'not-assessed',
  'value-unknown',
  'not-calculable',
  'calculability-unknown',
  'not-counted-yet',
  'no-log',
  'no-rate',
  'attribution-unknown',
  'no-realised',
  'no-invoice',
  'partly-realised',
  'not-due',
  'not-stated',
  'other-region',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export interface Excluded {
  readonly reason: Exclusion;
  readonly items: readonly ItemId[];
}

/** What an indicator is counted over. */
export interface Scope {
  readonly period: Period;
  /** Null: both regions together. */
  readonly region: RegionId | null;
  /** A CPV prefix; null: all. */
  readonly category: string | null;
  /** Facts as they stood then. */
  readonly asOf: Instant;
}

/** The part of the period that has been: what is in force then is outcome, what will be is not counted. */
export const elapsed = ({ period, asOf }: Scope): Period => {
  const today = dateOf(asOf);
  return period.to <= today ? period : { from: period.from, to: today };
};

/** A forecast of a period that is over says nothing any longer: its outcome does. */
export const isOutrun = ({ basis, scope }: Pick<Indicator, 'basis' | 'scope'>): boolean =>
  basis === 'forecast' && scope.period.to < dateOf(scope.asOf);

/** A figure that can be followed back: never a value without what it was divided by, when, by which definition. */
export interface Indicator<Id extends string = string> {
  readonly id: Id;
  /** Null: not calculable, for `reason`. */
  readonly value: number | null;
  readonly reason: NoValue | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: Unit;
  readonly low: number | null;
  readonly high: number | null;
  /** Which definition, of which version; its words stand in the dictionaries and in docs/indicators.md. */
  readonly version: string;
  readonly basis: 'outcome' | 'forecast';
  /** Of a sum of savings: how many of those counted finance has signed. Absent for every other figure. */
  readonly signed?: number;
  readonly scope: Scope;
  readonly excluded: readonly Excluded[];
  /** The cases behind it: what counts in the numerator, and in the denominator. */
  readonly behind: { readonly counted: readonly ItemId[]; readonly of: readonly ItemId[] };
}

type Given<Id extends string> = Pick<Indicator<Id>, 'id' | 'unit' | 'scope'> &
  Partial<Omit<Indicator<Id>, 'id' | 'unit' | 'scope'>>;

export const indicator = <Id extends string>(given: Given<Id>): Indicator<Id> => ({
  value: null,
  reason: null,
  numerator: null,
  denominator: null,
  low: null,
  high: null,
  version: versionOf(given.id),
  basis: 'outcome',
  excluded: [],
  behind: { counted: [], of: [] },
  ...given,
});

/** numerator / denominator; over nothing it is not calculable, never 0 (domain: indicator 1). */
export const ratio = <Id extends string>(
  given: Given<Id> & { readonly numerator: number; readonly denominator: number },
  overNothing: NoValue = 'nothing-in-the-period',
): Indicator<Id> =>
  given.denominator === 0
    ? indicator({ ...given, value: null, reason: overNothing })
    : indicator({ ...given, value: given.numerator / given.denominator });

export const exclusions = (found: readonly (readonly [Exclusion, ItemId])[]): readonly Excluded[] =>
  [...Map.groupBy(found, ([reason]) => reason)].map(([reason, pairs]) => ({
    reason,
    items: pairs.map(([, item]) => item),
  }));

/** The middle value, or the mean of the two in the middle; null of nothing. */
export const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[(sorted.length >> 1) - 1] ?? upper) + upper) / 2;
};
