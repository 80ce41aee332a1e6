import type { DecisionKind, Level } from '../../escalation/reasons.ts';
import type { BodyId, PersonId, PlainDate, RegionId } from '../../shared/ids.ts';
import type { ThresholdKind } from '../governance.ts';

/**
 * What may be said about a governance. A *fault* leaves a decision without anybody, or says two things at once; a
 * *remark* is what somebody may have meant. Each has a sentence in both languages (`finding.<code>`).
 */
export const FINDINGS = {
  /** Nobody has the mandate for a region, a kind of decision, a range of values and a span of days. */
  gap: 'fault',
  /** Two rows that both fit, for different holders: the upper one wins. */
  overlap: 'fault',
  /** The same for one and the same holder. */
  'overlap-same-holder': 'remark',
  'never-used': 'remark',
  /** No row speaks of a kind of decision at all. */
  'kind-unspoken': 'remark',
  /** An item without a value has nobody to decide. */
  'gap-unknown-value': 'remark',
  'staff-group': 'fault',
  'id-twice': 'fault',
  'dates-reversed': 'fault',
  'range-empty': 'fault',
  /** Two rows that say the same of one day: a level's clock, a body, a region, an attendance, a duration. */
  'two-in-force': 'fault',
  'unknown-region': 'fault',
  'unknown-body': 'fault',
  'body-not-in-force': 'fault',
  'unknown-person': 'fault',
  'no-secretary': 'fault',
  'prepared-by-missing': 'fault',
  'prepared-by-itself': 'fault',
  'level-without-row': 'remark',
  'reminder-before-start': 'remark',
  'attendance-missing': 'remark',
  /** Neither a clock nor an attendance: a case with the council never leaves it. */
  'council-without-end': 'fault',
  /** Members decide for a region of which none of them is: its own members' positions would count for nothing. */
  'members-of-another-region': 'fault',
  'attendance-unreachable': 'fault',
  'no-meetings': 'remark',
  'meetings-end': 'remark',
  'meetings-over': 'fault',
  'documents-after-meeting': 'fault',
  'succession-without-successor': 'fault',
  'succession-without-archive': 'fault',
  'succession-by-itself': 'fault',
  'succession-proposed': 'remark',
  /** Each of its cases would be transferred twice. */
  'succession-twice': 'fault',
  'archive-ceases': 'fault',
  'prepared-in-a-ring': 'fault',
  /** Two rows for matters of principle, for different holders: the upper one wins. */
  'principle-twice': 'fault',
  /** A row for matters of principle means every amount. */
  'principle-amounts': 'fault',
  'urgent-without-person': 'fault',
  /** Nobody registers what the body decides when its delegate may not. */
  'no-secretary-for-conflict': 'remark',
  'target-reversed': 'fault',
  'target-unknown': 'fault',
  'rates-twice': 'fault',
  'cut-offs-twice': 'fault',
  'example-in-production': 'fault',
  'no-regions': 'fault',
  /** No row gives a threshold of the law: nothing is said of it. */
  'threshold-missing': 'remark',
  'threshold-to-verify': 'remark',
} as const satisfies Readonly<Record<string, 'fault' | 'remark'>>;
export type FindingCode = keyof typeof FINDINGS;
export type Severity = (typeof FINDINGS)[FindingCode];

/** From a value, inclusive, to below another, in SEK excluding VAT; null: without limit. */
export interface ValueRange {
  readonly from: number;
  readonly below: number | null;
}
/** Days, both inclusive; null: until further notice. */
export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Ids of the rows that it is about; of an overlap the one that wins first. */
  readonly rows: readonly string[];
  readonly regions?: readonly RegionId[];
  readonly kinds?: readonly DecisionKind[];
  /** By the whole procurement's value, and by the region's own part; absent where any value is meant. */
  readonly total?: ValueRange;
  readonly own?: ValueRange;
  readonly span?: Span;
  readonly level?: Level;
  readonly threshold?: ThresholdKind;
  readonly body?: BodyId;
  readonly person?: PersonId;
  readonly date?: PlainDate;
  /** How many are wanted, and how many there are. */
  readonly wanted?: number;
  readonly found?: number;
}

export const finding = (
  code: FindingCode,
  rows: readonly string[],
  facts: Omit<Finding, 'code' | 'severity' | 'rows'> = {},
): Finding => ({ code, severity: FINDINGS[code], rows, ...facts });

/** Who is in the directory, for what can only be judged with it. */
export interface KnownPeople {
  readonly ids: ReadonlySet<PersonId>;
  readonly councilMembers: Readonly<Record<RegionId, number>>;
  readonly regionOf?: ReadonlyMap<PersonId, RegionId>;
}

export interface Checking {
  /** What lies before this day is not looked at. */
  readonly today: PlainDate;
  /** Absent where no directory is known. */
  readonly people?: KnownPeople;
  /** Whether the governance is to be used for real, so that no row of it may be an invented example. */
  readonly production?: boolean;
}
