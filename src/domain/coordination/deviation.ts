import { isDeviation } from '../escalation/reasons.ts';
import { addDays, addWorkingDays, atHour, dateOf } from '../shared/calendar.ts';
import type { Instant, PlainDate } from '../shared/ids.ts';
import { entries, isOut } from './answer.ts';
import { type CaseState, isAsked, isLocked } from './state.ts';

/** Working days before a deviation ends that the owner is told: time to ask, and to plan what comes instead. */
const TOLD_BEFORE = 20;

/**
 * The last day of the deviation that a case stands in: the first to end, where regions have decided several. Null where
 * none stands, where it is the lock's to say who takes part, and for records of earlier that gave it no end.
 */
export const deviationEnd = (state: CaseState): PlainDate | null => {
  if (!isAsked(state) || isLocked(state)) return null;
  const left = state.status === 'deviation-decided';
  if (!left && !entries(state.round).some(isOut)) return null;
  const ends = state.settlements
    .filter(({ how, declining }) => how === 'decided' && declining.length > 0)
    .slice(left ? -1 : 0)
    .flatMap(({ declining, decisions }) =>
      decisions.flatMap(({ outcome, regions, until }) =>
        until && isDeviation(outcome) && regions.some((region) => declining.includes(region)) ? [until] : [],
      ),
    );
  return ends.sort().at(left ? 0 : -1) ?? null;
};

/** Whether a deviation binds on a day: through its last day; one that has no end, until a decision changes it. */
export const deviationStands = (state: CaseState, today: PlainDate): boolean => {
  const end = deviationEnd(state);
  return end === null || end >= today;
};

/** What the owner is told next of a deviation's end, and when; null where nothing is left to tell. */
export const nextEnding = (
  state: CaseState,
): { readonly at: Instant; readonly end: PlainDate; readonly over: boolean } | null => {
  const end = deviationEnd(state);
  if (end === null || !isAsked(state)) return null;
  const told = state.endingTold?.end === end ? state.endingTold : null;
  if (told?.over) return null;
  return told
    ? { at: atHour(addDays(end, 1), 8), end, over: true }
    : { at: atHour(addWorkingDays(end, -TOLD_BEFORE), 9), end, over: false };
};

/** Due now: one that is over already is told of as over at once. */
export const endingDue = (state: CaseState, now: Instant): { end: PlainDate; over: boolean } | null => {
  const next = nextEnding(state);
  if (next === null || next.at > now) return null;
  return { end: next.end, over: next.end < dateOf(now) };
};
