import type { DecisionKind, Level } from '../escalation/reasons.ts';
import { addWorkingDays, atHour, dateOf } from '../shared/calendar.ts';
import type { BodyId, Instant, PersonId, PlainDate, RegionId } from '../shared/ids.ts';

/** A dated row of the governance. Only rows that are `decided` and in force on the day bind anybody. */
export interface GovernanceRow {
  readonly id: string;
  readonly validFrom: PlainDate;
  /** Last day in force; absent: until further notice. */
  readonly validTo?: PlainDate;
  readonly status: 'draft' | 'proposed' | 'decided';
  /** The decision that the row rests on: body, date, paragraph. */
  readonly reference?: string;
  /** True for invented rows of the demo: shown as examples. */
  readonly example?: boolean;
}

export interface RegionRow extends GovernanceRow {
  readonly region: RegionId;
  readonly name: { readonly sv: string; readonly en: string };
  readonly tenants: readonly string[];
}
export interface BodyRow extends GovernanceRow {
  readonly body: BodyId;
  readonly name: { readonly sv: string; readonly en: string };
  /** Who registers the body's decisions. */
  readonly secretary: PersonId;
}
/** A rung of the escalation ladder: its clock in working days, and how long before its end the owner is reminded. */
export interface LadderRow extends GovernanceRow {
  readonly level: Level;
  readonly workingDays: number;
  readonly remindWorkingDaysBefore: number;
}
/** How many members of a region must have taken a position before it is the region's. */
export interface AttendanceRow extends GovernanceRow {
  readonly region: RegionId;
  readonly members: number;
}
/** When a silent unit is reminded before its deadline, at `hour` in Stockholm. */
export interface ReminderRow extends GovernanceRow {
  readonly workingDaysBefore: readonly number[];
  readonly hour: number;
}
/** A mandate: who may take which decision for which regions (`actsFor`), within which amounts (SEK excluding VAT). */
export interface MandateRow extends GovernanceRow {
  readonly kinds: readonly DecisionKind[];
  readonly actsFor: readonly RegionId[];
  readonly holder:
    | { readonly kind: 'delegate'; readonly person: PersonId; readonly body: BodyId }
    | { readonly kind: 'body'; readonly body: BodyId };
  /** From this value, inclusive. */
  readonly from?: number;
  /** Below this value. */
  readonly below?: number;
  /** Whether the row also covers items whose value is unknown. */
  readonly unknownValue?: boolean;
}

export interface Governance {
  /** Stands on every decision as the rule version that gave the mandate. */
  readonly version: string;
  readonly regions: readonly RegionRow[];
  readonly bodies: readonly BodyRow[];
  readonly ladder: readonly LadderRow[];
  readonly attendance: readonly AttendanceRow[];
  readonly reminders: readonly ReminderRow[];
  readonly mandates: readonly MandateRow[];
}

const binds =
  (date: PlainDate) =>
  (row: GovernanceRow): boolean =>
    row.status === 'decided' && row.validFrom <= date && (row.validTo === undefined || date <= row.validTo);

/** The rows that bind on a day. */
export const governanceOn = (all: Governance, date: PlainDate): Governance => ({
  version: all.version,
  regions: all.regions.filter(binds(date)),
  bodies: all.bodies.filter(binds(date)),
  ladder: all.ladder.filter(binds(date)),
  attendance: all.attendance.filter(binds(date)),
  reminders: all.reminders.filter(binds(date)),
  mandates: all.mandates.filter(binds(date)),
});

export const regionsOf = (governance: Governance): RegionId[] => governance.regions.map((row) => row.region);

/** When a level's clock runs out if it starts now: at the hour of its start, that many working days later; null without a ladder row. */
export const levelDue = (governance: Governance, level: Level, from: Instant): Instant | null => {
  const row = governance.ladder.find((candidate) => candidate.level === level);
  return row ? atHour(addWorkingDays(dateOf(from), row.workingDays), 16) : null;
};

/** When the level's owner is reminded before its clock runs out. */
export const levelReminder = (governance: Governance, level: Level, due: Instant): Instant | null => {
  const row = governance.ladder.find((candidate) => candidate.level === level);
  return row ? atHour(addWorkingDays(dateOf(due), -row.remindWorkingDaysBefore), 9) : null;
};
