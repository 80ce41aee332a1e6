import { entries, isCommitment, openObjections, type UnitEntry } from '#domain/coordination/answer.ts';
import { advertisingStand } from '#domain/coordination/backwards.ts';
import { endlessCouncil } from '#domain/coordination/council-end.ts';
import { decide } from '#domain/coordination/decide.ts';
import { longerDeadline } from '#domain/coordination/deciding/answers.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import { undecided } from '#domain/coordination/seating.ts';
import type { AskedCase, KnownCase } from '#domain/coordination/state.ts';
import { SOLUTIONS } from '#domain/escalation/reasons.ts';
import { addWorkingDays, dateOf, endOfDay } from '#domain/shared/calendar.ts';
import { type BodyId, type PersonId, unitName } from '#domain/shared/ids.ts';
import { ok, type Result } from '#domain/shared/result.ts';
import type { MoreTimeView, ObjectionView, RoundView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { mayCorrect } from './correcting.ts';
import { committedValue } from './facts.ts';
import {
  answerView,
  departedRegions,
  escalationLine,
  FULL,
  nameOf,
  ofItem,
  ofUnit,
  regionName,
  regionSummaries,
  solutionView,
  unitLine,
} from './parts.ts';
import { contextOf, may } from './rights.ts';
import { arrangements, mayChangeOwner, objectionView, officerMay, suggestionFor } from './sharing.ts';
import { readsWhole } from './visibility.ts';

/** Working days that a unit gets when it is asked again. */
export const AGAIN_DAYS = 5;
/** Working days of more time that an officer chooses among. */
const LONGER = [3, 5, 10] as const;

export const againBy = ({ now }: Reading) => addWorkingDays(dateOf(now), AGAIN_DAYS);

/** What an officer may press about a unit's objection, as commands whose words are still to be written. */
export const propose = (entry: UnitEntry) =>
  ({ do: 'propose-solution', unit: entry.unit, solution: SOLUTIONS[0], texts: { text: '…' } }) as const;
export const askAgain = (reading: Reading, entry: UnitEntry) =>
  ({ do: 'ask-again', unit: entry.unit, deadline: endOfDay(againBy(reading)), texts: {} }) as const;
export const escalate = { do: 'escalate', proposal: 'coordinate', texts: {} } as const;

/** The officer passes a case on from a council that no clock ends. */
export const conclude = { do: 'conclude-council', texts: { reason: '…' } } as const;

const hurry = { do: 'mark-urgent', texts: { reason: '…' } } as const;
/** Who would decide if the officer marked the case as urgent (KL 6:39), or why that cannot be. */
export const urgentSeats = (reading: Reading, state: KnownCase): Result<PersonId[], Refusal> => {
  const outcome = decide(state, hurry, contextOf(reading));
  if (!outcome.ok) return outcome;
  const marked = outcome.value.events.find((event) => event.type === 'marked-urgent');
  const seats = marked?.seats ?? [];
  return ok(seats.flatMap((seat) => (seat.kind === 'delegate' && seat.urgent ? [seat.person] : [])));
};
/** Marked once; a second time says nothing new. */
const mayHurry = (reading: Reading, state: KnownCase): boolean => {
  const seats = urgentSeats(reading, state);
  return seats.ok && seats.value.length > 0;
};

/** A body that is to decide, and has not. */
const awaitedBody = (state: AskedCase): { memoFor?: BodyId } => {
  if (state.status !== 'escalated' || state.escalation.level !== 'decision') return {};
  const seat = undecided(state.escalation).find(({ kind }) => kind === 'body');
  return seat ? { memoFor: seat.body } : {};
};

/** What the officer has to know of the planned advertising: that the ladder comes too late for it, or that it has passed. */
const advertisingOf = (reading: Reading, state: AskedCase): Pick<RoundView, 'advertising'> => {
  const found = advertisingStand(state, reading.governance, dateOf(reading.now));
  return found === null || found.stands === 'in-time'
    ? {}
    : { advertising: { date: found.advertise, stands: found.stands } };
};

export const round = (reading: Reading, state: AskedCase): RoundView | null => {
  if (!readsWhole(reading.viewer, state)) return null;
  const committed = entries(state.round).flatMap(({ answer }) =>
    isCommitment(answer) ? [answer.commitment.value] : [],
  );
  const left = departedRegions(reading, state);
  const endless = endlessCouncil(state, reading.governance);
  return {
    card: 'round',
    ...ofItem(reading, state),
    status: state.status,
    owner: nameOf(reading, state.owner),
    deadline: state.round.deadline,
    units: entries(state.round).map((entry) => ({
      ...unitLine(reading, state, entry),
      answer: objectionView(reading, entry, FULL),
      ...arrangements(reading, entry),
    })),
    totals: {
      value: committed.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      unitsWithoutValue: committed.filter((value) => value === undefined).length,
      byRegion: committedValue(reading, state),
    },
    ...escalationLine(reading, state),
    ...advertisingOf(reading, state),
    ...(left.length > 0 ? { left } : {}),
    ...(endless
      ? { endless: { attendance: endless.attendance.map((region) => regionName(reading, region)) } }
      : {}),
    may: {
      close: may(reading, state, { do: 'close-escalation' }),
      lock: may(reading, state, { do: 'lock' }),
      escalate: may(reading, state, escalate),
      urgent: mayHurry(reading, state),
      ...(may(reading, state, conclude) ? { conclude: true } : {}),
      ...(state.status === 'escalated' && mayCorrect(reading, state) ? { correct: true } : {}),
      changeOwner: mayChangeOwner(reading, state),
    },
    ...awaitedBody(state),
  };
};

/** Also once the unit has been asked again: then with the objection that it made before. */
export const objection = (reading: Reading, state: AskedCase, entry: UnitEntry): ObjectionView | null => {
  if (!readsWhole(reading.viewer, state)) return null;
  const open = openObjections(state.round).includes(entry);
  const earlier = entry.answer.kind === 'waiting' ? (entry.withdrawn ?? entry.stale) : undefined;
  const suggestion = open ? suggestionFor(entry) : null;
  return {
    card: 'objection',
    ...ofUnit(reading, state, entry),
    region: regionName(reading, entry.region),
    answer: earlier ? answerView(reading, earlier, FULL) : objectionView(reading, entry, FULL),
    ...(entry.withdrawn && earlier ? { withdrawn: true } : {}),
    ...(suggestion ? { suggestion } : {}),
    ...(entry.solution ? { solution: solutionView(reading, entry.solution) } : {}),
    ...escalationLine(reading, state),
    others: regionSummaries(reading, state, entry),
    may: {
      propose: entry.solution?.status !== 'proposed' && may(reading, state, propose(entry)),
      askAgain: open && may(reading, state, askAgain(reading, entry)),
      escalate: open && may(reading, state, escalate),
      ...(open ? officerMay(reading, state, entry) : {}),
    },
    ...(!open && entry.decided ? { decided: true as const } : {}),
    settled: !open && entry.answer.kind !== 'waiting' && entry.answer.kind !== 'no-answer',
  };
};

export const moreTime = (reading: Reading, state: AskedCase, entry: UnitEntry): MoreTimeView | null => {
  if (!readsWhole(reading.viewer, state)) return null;
  const { moreTime: asked, deadline } = entry;
  const open = asked !== undefined && may(reading, state, { do: 'refuse-more-time', unit: entry.unit });
  return {
    card: 'more-time',
    ...ofUnit(reading, state, entry),
    // Once it is settled the case no longer says who asked, only that the unit did.
    by: asked ? nameOf(reading, asked.by) : unitName(entry.unit),
    ...(asked?.texts.text ? { reason: asked.texts.text } : {}),
    deadline,
    choices: open
      ? LONGER.map((workingDays) => ({
          workingDays,
          deadline: longerDeadline(deadline, reading.now, workingDays),
        }))
      : [],
    open,
  };
};
