import type { Finding } from '../audit/findings.ts';
import type { DecisionKind, Level } from '../escalation/reasons.ts';
import { addDays, addWorkingDays, atHour, dateOf } from '../shared/calendar.ts';
import type { BodyId, Instant, PersonId, PlainDate, RegionId } from '../shared/ids.ts';
import { rememberedForBoth } from '../shared/remembered.ts';

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
  /** Who registers the body's decisions; nobody can, and none is asked for, where there is none. */
  readonly secretary?: PersonId;
  /** Who registers them where the secretary has a conflict in the case (KL 6:28–32). */
  readonly substitute?: PersonId;
  /** The board that must prepare each case of this body first: a fullmäktige's styrelse (KL 5:26–30). */
  readonly preparedBy?: BodyId;
}
/** A rung of the escalation ladder: its clock in working days, and how long before its end the owner is reminded. */
export interface LadderRow extends GovernanceRow {
  readonly level: Level;
  readonly workingDays: number;
  readonly remindWorkingDaysBefore: number;
  /** The forum whose meetings the level follows, where it meets: the council. Its clock is then the next meeting. */
  readonly body?: BodyId;
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
/** Who holds a mandate: a named person on a body's delegation, a body, or named members of the council. Never a staff group. */
export type Holder =
  | { readonly kind: 'delegate'; readonly person: PersonId; readonly body: BodyId }
  | { readonly kind: 'body'; readonly body: BodyId }
  | { readonly kind: 'members'; readonly members: readonly PersonId[]; readonly body: BodyId };

/**
 * A mandate, often a row of a delegation order: who may take which decision for which regions (`actsFor`), within which
 * amounts (SEK excluding VAT, whole term, options included) or in matters of principle.
 */
export interface MandateRow extends GovernanceRow {
  /** What people call it, such as the point of a delegation order; without it, whose delegation it is says enough. */
  readonly name?: { readonly sv: string; readonly en: string };
  readonly kinds: readonly DecisionKind[];
  readonly actsFor: readonly RegionId[];
  readonly holder: Holder;
  /** Whether the amounts mean the whole procurement (default) or the region's own part of it. */
  readonly basis?: 'own' | 'total';
  /** True: the chair or a named member decides for the body what cannot wait for its meeting (KL 6:39). */
  readonly urgent?: true;
  /**
   * True: Inköp's mandate to go on despite resistance (law 0): one named person decides to coordinate, and nothing else,
   * before everybody who otherwise would.
   */
  readonly despiteResistance?: true;
  /** True: for matters of principle, whatever the amount. */
  readonly principle?: boolean;
  /** From this value, inclusive. */
  readonly from?: number;
  /** Below this value. */
  readonly below?: number;
  /** Whether the row also covers items whose value is unknown. */
  readonly unknownValue?: boolean;
}

/** When a body meets, and the last day for documents to each meeting. */
export interface MeetingRow extends GovernanceRow {
  readonly body: BodyId;
  readonly meetings: readonly { readonly date: PlainDate; readonly documentsBy: PlainDate }[];
}

/** The stretches that a plan is counted backwards over. */
export const DURATION_STEPS = ['round', 'preparing', 'advertising', 'evaluation', 'mobilisation'] as const;
export type DurationStep = (typeof DURATION_STEPS)[number];
export interface DurationRow extends GovernanceRow {
  readonly step: DurationStep;
  readonly days: number;
  readonly unit: 'working' | 'calendar';
}

/**
 * A body that ceases on `validFrom`. Once decided, its own mandates and those delegated by it lapse on that day, its open
 * cases go on with the successors at the same level with their clocks, and its archive goes to the named body.
 */
export interface SuccessionRow extends GovernanceRow {
  readonly body: BodyId;
  /** Who takes its cases over, for each region. */
  readonly successors: readonly { readonly region: RegionId; readonly body: BodyId }[];
  readonly archive: BodyId;
  /** Where the row rests on a reading of a proposal, and not on its words: said wherever the row is shown. */
  readonly reading?: string;
}

/** What an hour of coordination costs: SEK excluding VAT, payroll overheads included. */
export interface RateRow extends GovernanceRow {
  readonly sekPerHour: number;
}
/** A target of an indicator for a period, in the indicator's own unit; `reference` is its documented basis. */
export interface TargetRow extends GovernanceRow {
  readonly indicator: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly value: number;
}

/** Period words whose last day is decided and not given by the calendar. */
export const CUT_OFF_PERIODS = ['interim'] as const;
/** The last day that an interim (delår) figure counts, as `MM-DD` of any year; `reference` is its decision. */
export interface CutOffRow extends GovernanceRow {
  readonly period: (typeof CUT_OFF_PERIODS)[number];
  readonly endsOn: string;
}
/** What is done about a finding of the audit; one a measure. */
export interface FollowUpRow extends GovernanceRow {
  readonly finding: Finding;
  readonly measure: { readonly sv: string; readonly en: string };
  /** Who answers for it: an office or a body, never a person's name. */
  readonly owner: string;
  readonly due: PlainDate;
}

/** What the law draws a line at: an amount, years, or calendar days. */
export const THRESHOLDS = [
  'direct-award',
  'framework-years',
  'standstill-electronically',
  'standstill-otherwise',
] as const;
export type ThresholdKind = (typeof THRESHOLDS)[number];
/** A threshold of the law, dated, with its source: SEK excluding VAT, years, or calendar days, by its kind. */
export interface ThresholdRow extends GovernanceRow {
  readonly threshold: ThresholdKind;
  readonly value: number;
  /** Where the law says so. */
  readonly source: string;
  /** Only for what these CPV codes begin with, such as the services of LOU's annex 2; absent: for everything else. */
  readonly cpv?: readonly string[];
  /** From that day the figure is to be checked anew: the EU's amounts change every second year. */
  readonly verifyFrom?: PlainDate;
}

/** Rows that bound before the day: nobody acts by them, and what was done under them is still named by them. */
export interface PastRows {
  readonly regions: readonly RegionRow[];
  readonly bodies: readonly BodyRow[];
  readonly mandates: readonly MandateRow[];
}

/** Whom the staff of a region may turn to besides their managers. */
export const CONTACT_ROLES = ['hr', 'safety-representative'] as const;
export interface ContactRow extends GovernanceRow {
  readonly region: RegionId;
  readonly role: (typeof CONTACT_ROLES)[number];
  readonly person: PersonId;
}
/** A region's own system for reporting incidents and risks at work. */
export interface ReportingRow extends GovernanceRow {
  readonly region: RegionId;
  readonly name: { readonly sv: string; readonly en: string };
  readonly url?: string;
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
  readonly meetings?: readonly MeetingRow[];
  readonly durations?: readonly DurationRow[];
  readonly successions?: readonly SuccessionRow[];
  readonly rates?: readonly RateRow[];
  readonly targets?: readonly TargetRow[];
  readonly cutOffs?: readonly CutOffRow[];
  readonly followUps?: readonly FollowUpRow[];
  readonly contacts?: readonly ContactRow[];
  readonly reporting?: readonly ReportingRow[];
  readonly thresholds?: readonly ThresholdRow[];
  /** Only in the governance of a day. */
  readonly past?: PastRows;
  /** Only in the governance of a day: people whom the rows of bodies name and who have left, as the directory has it. */
  readonly gone?: readonly PersonId[];
  /** Only in the governance of a day: the whole file, from which follows what bound on an earlier one. */
  readonly file?: Governance;
}

const binds =
  (date: PlainDate) =>
  (row: GovernanceRow): boolean =>
    row.status === 'decided' && row.validFrom <= date && (row.validTo === undefined || date <= row.validTo);

/**
 * The rows that bind on a day. A body whose succession is in force is no body any more, and what it held or delegated has
 * lapsed, whatever the other rows say.
 */
export const governanceOn = rememberedForBoth((all: Governance, date: PlainDate): Governance => {
  const on = binds(date);
  const successions = (all.successions ?? []).filter(on);
  const gone = new Set(successions.map((row) => row.body));
  const bodyBinds = (row: BodyRow) => on(row) && !gone.has(row.body);
  const mandateBinds = (row: MandateRow) => on(row) && !gone.has(row.holder.body);
  const bound = (row: GovernanceRow) => row.status === 'decided' && row.validFrom <= date;
  return {
    version: all.version,
    regions: all.regions.filter(on),
    bodies: all.bodies.filter(bodyBinds),
    ladder: all.ladder.filter(on),
    attendance: all.attendance.filter(on),
    reminders: all.reminders.filter(on),
    mandates: all.mandates.filter(mandateBinds),
    meetings: (all.meetings ?? []).filter((row) => on(row) && !gone.has(row.body)),
    durations: (all.durations ?? []).filter(on),
    successions,
    rates: (all.rates ?? []).filter(on),
    targets: (all.targets ?? []).filter(on),
    cutOffs: (all.cutOffs ?? []).filter(on),
    followUps: (all.followUps ?? []).filter(on),
    contacts: (all.contacts ?? []).filter(on),
    reporting: (all.reporting ?? []).filter(on),
    thresholds: (all.thresholds ?? []).filter(on),
    past: {
      regions: all.regions.filter((row) => bound(row) && !on(row)),
      bodies: all.bodies.filter((row) => bound(row) && !bodyBinds(row)),
      mandates: all.mandates.filter((row) => bound(row) && !mandateBinds(row)),
    },
    file: all.file ?? all,
  };
});

/** The rows that bound on an earlier day than that of the governance given: a decision is judged by those of its own day. */
export const governanceThen = (governance: Governance, date: PlainDate): Governance =>
  governanceOn(governance.file ?? governance, date);

/** The lists of rows that a governance is made of. */
export const ROW_LISTS = [
  'regions',
  'bodies',
  'ladder',
  'attendance',
  'reminders',
  'mandates',
  'meetings',
  'durations',
  'successions',
  'rates',
  'targets',
  'cutOffs',
  'followUps',
  'contacts',
  'reporting',
  'thresholds',
] as const satisfies readonly (keyof Governance)[];
export type RowList = (typeof ROW_LISTS)[number];

/** Every row, of whatever kind. */
export const rowsOf = (all: Governance): readonly GovernanceRow[] =>
  ROW_LISTS.flatMap((list): readonly GovernanceRow[] => all[list] ?? []);

/** The latest day, `date` included, from which a decided row binds or binds no more; null when none ever did. */
export const lastChange = (all: Governance, date: PlainDate): PlainDate | null =>
  rowsOf(all)
    .filter((row) => row.status === 'decided')
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === undefined ? [] : [addDays(validTo, 1)])])
    .filter((day) => day <= date)
    .sort()
    .at(-1) ?? null;

/** A region by its row in force, else by the last that it had. */
export const regionRow = ({ regions, past }: Governance, region: RegionId): RegionRow | undefined =>
  [...regions, ...(past?.regions ?? []).toReversed()].find((row) => row.region === region);
/** A body by its row in force, else by the last that it had. */
export const bodyRow = ({ bodies, past }: Governance, body: BodyId): BodyRow | undefined =>
  [...bodies, ...(past?.bodies ?? []).toReversed()].find((row) => row.body === body);
/** A mandate by its id, also one that has lapsed: what was decided by it stands. */
export const mandateRow = ({ mandates, past }: Governance, id: string): MandateRow | undefined =>
  [...mandates, ...(past?.mandates ?? [])].find((row) => row.id === id);

export const regionsOf = (governance: Governance): RegionId[] => governance.regions.map((row) => row.region);

export type Meeting = MeetingRow['meetings'][number];

/** A body's meetings in the order of their days. */
export const meetingsOf = (governance: Governance, body: BodyId): Meeting[] =>
  (governance.meetings ?? [])
    .filter((row) => row.body === body)
    .flatMap((row) => row.meetings)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** The forum of a level, where the ladder names one. */
export const forumOf = (governance: Governance, level: Level): BodyId | null =>
  governance.ladder.find((row) => row.level === level)?.body ?? null;

/** The first meeting whose documents can still be sent on a day; null where the calendar lists none. */
export const nextMeeting = (governance: Governance, body: BodyId, from: PlainDate): Meeting | null =>
  meetingsOf(governance, body).find(({ date, documentsBy }) => documentsBy >= from && date >= from) ?? null;

/**
 * When a level's clock runs out if it starts now, at 16 in Stockholm: at the next meeting of the level's forum, or that
 * many working days later where the forum has no calendar or the ladder names none. Null without a ladder row.
 */
export const levelDue = (governance: Governance, level: Level, from: Instant): Instant | null => {
  const row = governance.ladder.find((candidate) => candidate.level === level);
  if (!row) return null;
  const today = dateOf(from);
  const meeting = row.body === undefined ? null : nextMeeting(governance, row.body, today);
  const due = meeting && atHour(meeting.date, 16);
  return due !== null && due > from ? due : atHour(addWorkingDays(today, row.workingDays), 16);
};

/** When the level's owner is reminded before its clock runs out. */
export const levelReminder = (governance: Governance, level: Level, due: Instant): Instant | null => {
  const row = governance.ladder.find((candidate) => candidate.level === level);
  return row ? atHour(addWorkingDays(dateOf(due), -row.remindWorkingDaysBefore), 9) : null;
};
