import type { Governance, ThresholdKind, ThresholdRow } from '../authority/governance.ts';
import type { Origin } from '../indicators/facts.ts';
import type { Dispatch } from '../shared/calendar.ts';
import type { ItemId, PlainDate } from '../shared/ids.ts';
import { type ItemFacts, plannedValue } from './item.ts';
import { originOf } from './procedure.ts';

/** By which row of the governance something is said of the law, where the law says it, and whether the figure is old. */
export interface ByThreshold {
  readonly row: string;
  readonly source: string;
  /** The row's own figure is to be checked anew since that day. */
  readonly verifyFrom?: PlainDate;
}

/** What the law's thresholds have to say of a planned procurement; amounts in SEK excluding VAT, options counted (LOU 5:3). */
export type LegalWarning = ByThreshold &
  (
    | { readonly warning: 'below-direct-award'; readonly value: number; readonly limit: number }
    /** The plan gives no value with options: with them it may be another matter. */
    | { readonly warning: 'below-without-options'; readonly value: number; readonly limit: number }
    | { readonly warning: 'over-direct-award'; readonly value: number; readonly limit: number }
    | {
        readonly warning: 'options-pass-limit';
        readonly value: number;
        readonly withOptions: number;
        readonly limit: number;
      }
    /** The region plans several of the same kind in the year that only together reach the limit (LOU 5:6–7 a). */
    | {
        readonly warning: 'may-be-split';
        readonly others: readonly ItemId[];
        readonly total: number;
        readonly limit: number;
      }
    | { readonly warning: 'framework-too-long'; readonly until: PlainDate; readonly years: number }
  );

/** Another planned procurement of the same region and year. */
export interface LikeItem extends Pick<ItemFacts, 'cpv'> {
  readonly id: ItemId;
  readonly origin: Origin;
  /** SEK excluding VAT. */
  readonly value?: number;
}

/** A signed contract's first day, and the last that its options can reach. */
export interface Term {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const by = ({ id, source, verifyFrom }: ThresholdRow, today: PlainDate): ByThreshold => ({
  row: id,
  source,
  ...(verifyFrom !== undefined && verifyFrom <= today ? { verifyFrom } : {}),
});

const ofKind = (governance: Governance, kind: ThresholdKind): readonly ThresholdRow[] =>
  (governance.thresholds ?? []).filter(({ threshold }) => threshold === kind);

const longest = (row: ThresholdRow, cpv: string): number =>
  Math.max(0, ...(row.cpv ?? []).filter((prefix) => cpv.startsWith(prefix)).map(({ length }) => length));

/** The row that speaks of these goods or services most exactly, else the one for all; null where none is in force. */
export const thresholdFor = (
  governance: Governance,
  kind: ThresholdKind,
  cpv: string | undefined,
): ThresholdRow | null => {
  const rows = ofKind(governance, kind);
  const special = rows
    .filter((row) => cpv !== undefined && longest(row, cpv) > 0)
    .sort((a, b) => longest(b, cpv ?? '') - longest(a, cpv ?? ''));
  return special[0] ?? rows.find((row) => row.cpv === undefined) ?? null;
};

/** Calendar days of the standstill by the rows in force (LOU 20:1); undefined where none says: the law's own hold. */
export const standstillDays = (governance: Governance, sent: Dispatch): number | undefined =>
  ofKind(governance, sent === 'electronically' ? 'standstill-electronically' : 'standstill-otherwise')[0]
    ?.value;

const FRAMEWORKS = ['ramavtal', 'framework'] as const;
export const isFramework = ({ agreementType }: Pick<ItemFacts, 'agreementType'>): boolean =>
  FRAMEWORKS.some((word) => (agreementType ?? '').toLowerCase().includes(word));

/** Whether it is a procurement of its own: call-offs and extensions rest on one. */
const isOwn = (origin: Origin): boolean => origin === 'advertised' || origin === 'direct-award';

/** Our reading: goods and services are of the same kind where their CPV codes share the class, the first four digits. */
const CLASS_DIGITS = 4;
export const kindOf = (cpv: string): string => cpv.slice(0, CLASS_DIGITS);

const direct = (item: ItemFacts, governance: Governance, today: PlainDate): readonly LegalWarning[] => {
  const { value = item.valueWithOptions, valueWithOptions, cpv } = item;
  const row = thresholdFor(governance, 'direct-award', cpv);
  if (row === null || value === undefined || !isOwn(originOf(item))) return [];
  // Without a code it may be a service with a limit of its own, which is higher: only "below" holds for both.
  const unsure = cpv === undefined && ofKind(governance, 'direct-award').length > 1;
  const limit = row.value;
  const facts = { ...by(row, today), limit };
  const withOptions = plannedValue(item) ?? value;
  if (withOptions < limit) {
    if (originOf(item) === 'direct-award') return [];
    const warning = valueWithOptions === undefined ? 'below-without-options' : 'below-direct-award';
    return [{ ...facts, warning, value: withOptions }];
  }
  if (unsure) return [];
  if (value < limit) return [{ ...facts, warning: 'options-pass-limit', value, withOptions }];
  return originOf(item) === 'direct-award' ? [{ ...facts, warning: 'over-direct-award', value }] : [];
};

const split = (
  item: ItemFacts,
  like: readonly LikeItem[],
  governance: Governance,
  today: PlainDate,
): readonly LegalWarning[] => {
  const { cpv } = item;
  const own = plannedValue(item);
  if (cpv === undefined || own === undefined || !isOwn(originOf(item))) return [];
  const row = thresholdFor(governance, 'direct-award', cpv);
  if (row === null || own >= row.value) return [];
  const others = like.filter(
    (one) =>
      one.id !== item.id &&
      one.cpv !== undefined &&
      kindOf(one.cpv) === kindOf(cpv) &&
      one.value !== undefined &&
      one.value < row.value &&
      isOwn(one.origin),
  );
  const total = others.reduce((sum, { value = 0 }) => sum + value, own);
  return others.length > 0 && total >= row.value
    ? [
        {
          ...by(row, today),
          warning: 'may-be-split',
          others: others.map(({ id }) => id),
          total,
          limit: row.value,
        },
      ]
    : [];
};

/** The same day so many years later; 29 February becomes 1 March, as a term of years is counted. */
const yearsAfter = (date: PlainDate, years: number): string =>
  `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;

const framework = (
  item: ItemFacts,
  term: Term | null,
  governance: Governance,
  today: PlainDate,
): readonly LegalWarning[] => {
  const row = thresholdFor(governance, 'framework-years', item.cpv);
  if (row === null || term === null || !isFramework(item)) return [];
  // The last day of four years is the day before the same date.
  return term.to >= yearsAfter(term.from, row.value)
    ? [{ ...by(row, today), warning: 'framework-too-long', until: term.to, years: row.value }]
    : [];
};

/**
 * What the thresholds in force say of an item: `like` holds the same region's other items of the year, `term` its signed
 * contract. Nothing is said where no row gives a figure: none is a constant (LOU 5:3, 5:6–7 a, 7:2, 19 a:2).
 */
export const legalWarnings = (
  item: ItemFacts,
  governance: Governance,
  today: PlainDate,
  { like = [], term = null }: { readonly like?: readonly LikeItem[]; readonly term?: Term | null } = {},
): readonly LegalWarning[] => [
  ...(term === null ? [...direct(item, governance, today), ...split(item, like, governance, today)] : []),
  ...framework(item, term, governance, today),
];
