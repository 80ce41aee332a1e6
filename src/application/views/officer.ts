import {
  entries,
  isCommitment,
  isGiven,
  openObjections,
  silent,
  type UnitEntry,
  waiting,
} from '#domain/coordination/answer.ts';
import { longerDeadline } from '#domain/coordination/deciding/answers.ts';
import type { AskedCase } from '#domain/coordination/state.ts';
import { unitName } from '#domain/shared/ids.ts';
import type { LiftedView, MoreTimeView, ObjectionView, RoundView } from '#rendering/views.ts';
import type { SubjectReading } from '../reading.ts';
import {
  answerView,
  bannerOf,
  committedValue,
  escalationLine,
  head,
  nameOf,
  regionName,
  regionSummaries,
  solutionView,
  unitLine,
} from './parts.ts';
import { isAnswerable } from './request.ts';
import { isSuperior, readsAll } from './visibility.ts';

/** Working days that an officer can grant with one tap. */
const MORE_TIME = [3, 5, 10] as const;

const below = (state: AskedCase): boolean =>
  state.status === 'escalated' &&
  (state.escalation.level === 'dialogue' || state.escalation.level === 'managers');

export const round = (reading: SubjectReading, state: AskedCase): RoundView | null => {
  const { viewer } = reading;
  if (!readsAll(viewer)) return null;
  const all = entries(state.round);
  const officer = viewer.roles.includes('officer');
  const committed = all.filter((entry) => isCommitment(entry.answer));
  const byRegion = committedValue(reading, state);
  const settled =
    openObjections(state.round).length === 0 &&
    silent(state.round).length === 0 &&
    waiting(state.round).length === 0;
  const escalation = escalationLine(state);
  return {
    card: 'round',
    asOf: reading.now,
    item: head(reading, state),
    ...bannerOf(reading, isAnswerable(state)),
    status: state.status,
    owner: nameOf(reading, state.owner),
    deadline: state.round.deadline,
    units: all.map((entry) => unitLine(reading, entry)),
    totals: {
      value: byRegion.reduce((sum, { value }) => sum + value, 0),
      unitsWithoutValue: committed.filter(
        ({ answer }) => isCommitment(answer) && answer.commitment.value === undefined,
      ).length,
      byRegion,
    },
    ...(escalation ? { escalation } : {}),
    may: {
      close: officer && state.status === 'escalated' && settled,
      lock: officer && (state.status === 'committed' || state.status === 'partly-committed'),
      escalate: officer && below(state) && !settled,
    },
  };
};

export const objection = (
  reading: SubjectReading,
  state: AskedCase,
  entry: UnitEntry,
): ObjectionView | null => {
  const { viewer } = reading;
  if (!readsAll(viewer)) return null;
  // Asked again, the unit has yet to answer: what it said before is what the card is about.
  const said = isGiven(entry.answer) ? entry.answer : (entry.stale ?? entry.answer);
  const open = openObjections(state.round).some((one) => one.unit === entry.unit);
  const officer = viewer.roles.includes('officer');
  const escalation = escalationLine(state);
  return {
    card: 'objection',
    asOf: reading.now,
    item: head(reading, state),
    ...bannerOf(reading, open),
    unit: entry.unit,
    unitName: unitName(entry.unit),
    region: regionName(reading, entry.region),
    answer: answerView(reading, said, { named: true, worded: true }),
    ...(entry.solution ? { solution: solutionView(reading, entry.solution) } : {}),
    ...(escalation ? { escalation } : {}),
    others: regionSummaries(reading, state, entry),
    may: {
      propose: officer && open && isAnswerable(state) && entry.solution?.status !== 'proposed',
      askAgain: officer && open && isAnswerable(state),
      escalate: officer && open && below(state),
    },
    settled: !open,
  };
};

export const moreTime = (
  reading: SubjectReading,
  state: AskedCase,
  entry: UnitEntry,
): MoreTimeView | null => {
  if (!readsAll(reading.viewer)) return null;
  const asked = entry.moreTime;
  const reason = asked?.texts.text;
  const [respondent] = entry.respondents;
  const open = asked !== undefined && isAnswerable(state);
  return {
    card: 'more-time',
    asOf: reading.now,
    item: head(reading, state),
    ...bannerOf(reading, open),
    unit: entry.unit,
    unitName: unitName(entry.unit),
    by: nameOf(reading, asked?.by ?? respondent ?? ''),
    ...(reason ? { reason } : {}),
    deadline: entry.deadline,
    choices: MORE_TIME.map((workingDays) => ({
      workingDays,
      deadline: longerDeadline(entry.deadline, reading.now, workingDays),
    })),
    open,
  };
};

/** A silent unit, to its superior, who may answer in its place. */
export const lifted = (reading: SubjectReading, state: AskedCase, entry: UnitEntry): LiftedView | null => {
  const { viewer } = reading;
  if (!isSuperior(viewer, entry) && !readsAll(viewer)) return null;
  const open = entry.answer.kind === 'no-answer' && isAnswerable(state);
  return {
    card: 'lifted',
    asOf: reading.now,
    item: head(reading, state),
    ...bannerOf(reading, open),
    unit: entry.unit,
    unitName: unitName(entry.unit),
    respondents: entry.respondents.map((person) => nameOf(reading, person)),
    deadline: entry.deadline,
    answer: answerView(reading, entry.answer, { named: true, worded: true }),
    open,
  };
};
