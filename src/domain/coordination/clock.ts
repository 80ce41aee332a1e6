import { type Governance, levelReminder } from '../authority/governance.ts';
import { addWorkingDays, atHour, dateOf } from '../shared/calendar.ts';
import type { Instant } from '../shared/ids.ts';
import { type UnitEntry, waiting } from './answer.ts';
import { documentationDue } from './life-cycle.ts';
import type { CaseState } from './state.ts';
import { isAsked, isLocked, isOver } from './state.ts';

/** When a waiting unit is reminded: the reminder row's working days before its deadline, at the row's hour in Stockholm. */
export const reminderTimes = (governance: Governance, entry: UnitEntry): Instant[] =>
  governance.reminders
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
  const done = 'documentation' in state && state.documentation !== undefined;
  return due === null || done ? null : atHour(addWorkingDays(due, -DOCUMENTATION_REMINDER_DAYS), 9);
};

const earliest = (times: readonly (Instant | null | undefined)[]): Instant | null =>
  times.filter((time) => time != null).sort()[0] ?? null;

/** The next instant at which the clock has something to do about a case; null when it never has. */
export const dueAt = (state: CaseState, governance: Governance): Instant | null => {
  if (!isAsked(state) || isLocked(state) || isOver(state) || state.status === 'postponed') {
    return documentationReminder(state);
  }
  const units = waiting(state.round).flatMap((entry) => [
    entry.deadline,
    reminderTimes(governance, entry).find((at) => at > entry.remindedUntil),
  ]);
  if (state.status !== 'escalated') return earliest(units);
  const { level, due, reminded } = state.escalation;
  const reminder = due && !reminded ? levelReminder(governance, level, due) : null;
  return earliest([...units, due, reminder]);
};
