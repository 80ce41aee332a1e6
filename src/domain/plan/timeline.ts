import type { DurationStep, Governance, MeetingRow } from '../authority/governance.ts';
import { addDays, addWorkingDays, isJuly, latestDispatch } from '../shared/calendar.ts';
import type { BodyId, PlainDate, RegionId } from '../shared/ids.ts';
import { type ItemFacts, plannedStart } from './item.ts';
import { type LegalWarning, standstillDays } from './thresholds.ts';

/** What a deadline is for, in the order in which they come; the sentences are `timeline.<step>` in the dictionaries. */
export const PLAN_STEPS = [
  'option-notice',
  'open-round',
  'answers-in',
  'preparation-documents',
  'preparation-meeting',
  'initiation-documents',
  'initiation-meeting',
  'advertise',
  'tenders-in',
  'award-notice',
  'contract',
  'start',
] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** What is known of a region's own situation. */
export interface RegionFacts {
  readonly region: RegionId;
  /** Last day of the region's existing contract. */
  readonly contractEnd?: PlainDate;
  /** An extension that is not used yet: the last day to use it, and the contract's last day with it. */
  readonly option?: { readonly noticeBy: PlainDate; readonly until: PlainDate };
  /** The bodies that decide to initiate: who decides, and who prepares it before. */
  readonly initiatedBy?: { readonly body: BodyId; readonly preparedBy?: BodyId };
}

export type StepReason =
  | { readonly why: 'contract-ends'; readonly on: PlainDate }
  | { readonly why: 'planned-start' }
  /** So many days before the next step, by a row of the governance. */
  | {
      readonly why: 'duration';
      readonly row: string;
      readonly days: number;
      readonly unit: 'working' | 'calendar';
    }
  /** LOU 20:1. */
  | { readonly why: 'standstill' }
  | { readonly why: 'meeting'; readonly body: BodyId; readonly on: PlainDate }
  | { readonly why: 'last-day-for-option'; readonly until: PlainDate };

export interface PlannedStep {
  readonly region: RegionId;
  readonly step: PlanStep;
  /** The latest day. */
  readonly by: PlainDate;
  readonly reason: StepReason;
}

export type PlanWarning =
  | {
      readonly region: RegionId;
      readonly warning: 'july' | 'in-the-past';
      readonly step: PlanStep;
      readonly by: PlainDate;
    }
  | {
      readonly region: RegionId;
      readonly warning: 'no-meeting-in-time';
      readonly body: BodyId;
      readonly before: PlainDate;
    }
  | { readonly region: RegionId; readonly warning: 'duration-missing'; readonly duration: DurationStep }
  | { readonly region: RegionId; readonly warning: 'nothing-to-plan-from' }
  /** The planned start leaves the region without a contract from the day after its own ends. */
  | {
      readonly region: RegionId;
      readonly warning: 'gap-after-contract';
      readonly from: PlainDate;
      readonly start: PlainDate;
    }
  /** Of the item itself, in whichever region's plan it stands. */
  | (LegalWarning & { readonly region: RegionId });

export interface BackPlan {
  readonly steps: readonly PlannedStep[];
  readonly warnings: readonly PlanWarning[];
}

/** The last meeting of a body before a day, among the meetings that the governance lists. */
const lastMeeting = (
  governance: Governance,
  body: BodyId,
  before: PlainDate,
): MeetingRow['meetings'][number] | null =>
  (governance.meetings ?? [])
    .filter((row) => row.body === body)
    .flatMap((row) => row.meetings)
    .filter((meeting) => meeting.date < before)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1) ?? null;

/** One region's plan; stops, with a warning, where the governance says nothing: no duration is invented. */
const forRegion = (item: ItemFacts, governance: Governance, facts: RegionFacts): BackPlan => {
  const { region } = facts;
  const steps: PlannedStep[] = [];
  const warnings: PlanWarning[] = [];
  const add = (step: PlanStep, by: PlainDate, reason: StepReason): PlainDate => {
    steps.push({ region, step, by, reason });
    return by;
  };
  const back = (step: PlanStep, from: PlainDate, duration: DurationStep): PlainDate | null => {
    const row = (governance.durations ?? []).find((candidate) => candidate.step === duration);
    if (!row) {
      warnings.push({ region, warning: 'duration-missing', duration });
      return null;
    }
    const by = row.unit === 'working' ? addWorkingDays(from, -row.days) : addDays(from, -row.days);
    return add(step, by, { why: 'duration', row: row.id, days: row.days, unit: row.unit });
  };
  /** The documents' last day, or null where no listed meeting is early enough. */
  const meeting = (
    body: BodyId,
    before: PlainDate,
    [documents, day]: readonly [PlanStep, PlanStep],
  ): PlainDate | null => {
    const found = lastMeeting(governance, body, before);
    if (!found) {
      warnings.push({ region, warning: 'no-meeting-in-time', body, before });
      return null;
    }
    add(day, found.date, { why: 'meeting', body, on: found.date });
    return add(documents, found.documentsBy, { why: 'meeting', body, on: found.date });
  };
  const backwards = (): void => {
    const planned = plannedStart(item);
    const freeFrom = facts.contractEnd === undefined ? undefined : addDays(facts.contractEnd, 1);
    if (planned !== undefined && freeFrom !== undefined && freeFrom < planned) {
      warnings.push({ region, warning: 'gap-after-contract', from: freeFrom, start: planned });
    }
    if (facts.option) {
      add('option-notice', facts.option.noticeBy, { why: 'last-day-for-option', until: facts.option.until });
    }
    const start = freeFrom ?? planned;
    if (start === undefined) {
      warnings.push({ region, warning: 'nothing-to-plan-from' });
      return;
    }
    add(
      'start',
      start,
      facts.contractEnd === undefined
        ? { why: 'planned-start' }
        : { why: 'contract-ends', on: facts.contractEnd },
    );
    const signing = back('contract', start, 'mobilisation');
    if (signing === null) return;
    const notice = add(
      'award-notice',
      latestDispatch(signing, 'electronically', standstillDays(governance, 'electronically')),
      { why: 'standstill' },
    );
    const tenders = back('tenders-in', notice, 'evaluation');
    const advertise = tenders && back('advertise', tenders, 'advertising');
    if (advertise === null) return;
    let ready: PlainDate | null = advertise;
    if (facts.initiatedBy) {
      const { body, preparedBy } = facts.initiatedBy;
      ready = meeting(body, advertise, ['initiation-documents', 'initiation-meeting']);
      if (ready && preparedBy) {
        ready = meeting(preparedBy, ready, ['preparation-documents', 'preparation-meeting']);
      }
    }
    const answers = ready && back('answers-in', ready, 'preparing');
    if (answers) back('open-round', answers, 'round');
  };
  backwards();
  return { steps, warnings };
};

/** The order in time; on the same day the order of the work. */
const inOrder = (a: PlannedStep, b: PlannedStep): number =>
  a.by === b.by ? PLAN_STEPS.indexOf(a.step) - PLAN_STEPS.indexOf(b.step) : a.by < b.by ? -1 : 1;

/**
 * The latest date of every step of a procurement, per region, counted backwards from the day after the region's existing
 * contract (without one, the planned start). An unused option is a step of its own: its last day, and until when it would
 * carry. `governance` holds the rows in force; a duration or a meeting that it does not have ends the count there with a
 * warning. Meetings come strictly before what they allow; July and what lies before `today` are warned about.
 */
export const backPlan = (
  item: ItemFacts,
  governance: Governance,
  regionFacts: readonly RegionFacts[],
  today: PlainDate,
): BackPlan => {
  const plans = regionFacts.map((facts) => forRegion(item, governance, facts));
  const steps = plans.flatMap((plan) => plan.steps).sort(inOrder);
  const dated = steps.flatMap(({ region, step, by }): PlanWarning[] => [
    ...(isJuly(by) && step !== 'start' ? [{ region, warning: 'july', step, by } as const] : []),
    ...(by < today ? [{ region, warning: 'in-the-past', step, by } as const] : []),
  ]);
  return { steps, warnings: [...plans.flatMap((plan) => plan.warnings), ...dated] };
};
