import { type Governance, levelReminder, type ReminderRow } from '../authority/governance.ts';
import { addDays, addWorkingDays, atHour, dateOf } from '../shared/calendar.ts';
import type { Instant, PlainDate } from '../shared/ids.ts';
import { openObjections, type UnitEntry, waiting } from './answer.ts';
import { tooLateFrom } from './backwards.ts';
import { nextEnding } from './deviation.ts';
import { documentationDue } from './life-cycle.ts';
import { nextPulse } from './pulse.ts';
import type { CaseState } from './state.ts';
import { isAsked, isLocked, isOver } from './state.ts';

/** Where no row of the governance says otherwise: five and one working days before, and on the day. */
const USUAL_REMINDERS: readonly Pick<ReminderRow, 'workingDaysBefore' | 'hour'>[] = [
  { workingDaysBefore: [5, 1, 0], hour: 9 },
];

/** The morning after the last day of an absence. */
export const backAt = (until: PlainDate): Instant => atHour(addDays(until, 1), 8);

/** When a waiting unit is reminded: the reminder row's working days before its deadline, at the row's hour in Stockholm. */
export const reminderTimes = (governance: Governance, entry: UnitEntry): Instant[] =>
  (governance.reminders.length > 0 ? governance.reminders : USUAL_REMINDERS)
    .flatMap((row) =>
      row.workingDaysBefore.map((days) => atHour(addWorkingDays(dateOf(entry.deadline), -days), row.hour)),
    )
    .filter((at) => at > entry.askedAt && at < entry.deadline)
    .sort();

/** Working days before documentation is to be complete that its owner is reminded, at nine in Stockholm. */
const DOCUMENTATION_REMINDER_DAYS = 5;
/** Null once it was sent, or the documentation is complete, or none is due. */
export const documentationReminder = (state: CaseState): Instant | null => {
  const due = documentationDue(state);
  return due === null || 'documentation' in state
    ? null
    : atHour(addWorkingDays(due, -DOCUMENTATION_REMINDER_DAYS), 9);
};

const earliest = (times: readonly (Instant | null | undefined)[]): Instant | null =>
  times.filter((time) => time != null).sort()[0] ?? null;

/** Neither answers nor a ladder are waited for: before a round, from the lock on, and once it lies or is over. */
const isQuiet = (state: CaseState): state is Exclude<CaseState, { status: 'escalated' }> =>
  !isAsked(state) || isLocked(state) || isOver(state) || state.status === 'postponed';

/** What the clock has to do about a case, as the case itself says. */
const ofCase = (state: CaseState): readonly (Instant | null | undefined)[] => {
  const ending = nextEnding(state);
  if (!isAsked(state) || isQuiet(state)) return [documentationReminder(state), nextPulse(state)?.at, ending];
  return [
    ending,
    ...waiting(state.round).flatMap(({ deadline, away = [] }) => [
      deadline,
      ...away.map(({ until }) => backAt(until)),
    ]),
    ...openObjections(state.round).map(({ evidence }) =>
      evidence?.status === 'awaited' ? evidence.due : null,
    ),
    state.status === 'escalated' ? state.escalation.due : null,
  ];
};

/** Reminders, and that the ladder comes too late: by the rows. */
const ofRows = (state: CaseState, governance: Governance): readonly (Instant | null | undefined)[] => {
  if (!isAsked(state) || isQuiet(state)) return [];
  const reminders = waiting(state.round).map((entry) =>
    reminderTimes(governance, entry).find((at) => at > entry.remindedUntil),
  );
  if (state.status !== 'escalated') return reminders;
  const { level, due, reminded } = state.escalation;
  const reminder = due && !reminded ? levelReminder(governance, level, due) : null;
  return [...reminders, reminder, tooLateFrom(state, governance)];
};

/** The next instant at which the clock has something to do about a case; null when it never has. */
export const dueAt = (state: CaseState, governance: Governance): Instant | null =>
  earliest([...ofCase(state), ...ofRows(state, governance)]);

/**
 * The latest that it may be, whatever rows the case was written under: they remind, and never let it wait longer. Null
 * where the case by itself gives it nothing to do.
 */
export const dueAtLatest = (state: CaseState): Instant | null => earliest(ofCase(state));
