import { entries, isGiven, type UnitEntry } from '#domain/coordination/answer.ts';
import type { AskedCase } from '#domain/coordination/state.ts';
import { unitName } from '#domain/shared/ids.ts';
import type { ReceiptView, RequestView } from '#rendering/views.ts';
import type { Reading, SubjectReading } from '../reading.ts';
import { answerView, bannerOf, changes, head, nameOf, regionSummaries, solutionView } from './parts.ts';
import { answersFor, isSuperior, readsAll } from './visibility.ts';

/** Answers are taken until the lock, also late, but not once it was decided to go apart or wait. */
export const isAnswerable = (state: AskedCase): boolean =>
  state.status !== 'locked' && state.status !== 'deviation-decided' && state.status !== 'postponed';

export const requestBase = (reading: Reading, state: AskedCase, entry: UnitEntry) => ({
  asOf: reading.now,
  item: head(reading, state),
  unit: entry.unit,
  unitName: unitName(entry.unit),
  round: state.round.number,
  deadline: entry.deadline,
  askedBy: nameOf(reading, state.owner),
  late: reading.now > entry.deadline,
});

/**
 * What a yes is filled in with: the plan's value for the units of the region in whose plan the item stands, in equal
 * shares of whole thousands; nothing for the other region, whose need the plan does not know. SEK excluding VAT.
 */
export const prefillOf = (state: AskedCase, entry: UnitEntry): RequestView['prefill'] => {
  const { value, region } = state.item;
  if (value === undefined || entry.region !== region) return {};
  const sharedBy = entries(state.round).filter((other) => other.region === region).length;
  if (sharedBy < 2) return { value };
  return { value: Math.floor(value / sharedBy / 1000) * 1000, sharedBy };
};

export const question = (reading: Reading, state: AskedCase, entry: UnitEntry): RequestView => {
  const own = { named: true, worded: true };
  return {
    card: 'request',
    ...requestBase(reading, state, entry),
    others: regionSummaries(reading, state, entry),
    lessons: [],
    prefill: prefillOf(state, entry),
    moreTimeRequested: entry.moreTime !== undefined,
    ...(entry.note ? { note: entry.note } : {}),
    changes: entry.stale && entry.stale.revision < state.revision ? changes(state) : [],
    ...(entry.stale ? { stale: answerView(reading, entry.stale, own) } : {}),
  };
};

/** The unit's own card: the question while it is open, then what the unit said. */
export const request = (
  reading: SubjectReading,
  state: AskedCase,
  entry: UnitEntry,
): RequestView | ReceiptView | null => {
  const { viewer } = reading;
  if (!answersFor(viewer, entry) && !isSuperior(viewer, entry) && !readsAll(viewer)) return null;
  const open = isAnswerable(state);
  if (open && !isGiven(entry.answer)) {
    return { ...question(reading, state, entry), ...bannerOf(reading, true) };
  }
  // A reminder to somebody who has answered meanwhile has nothing to say.
  if (reading.occasion === 'reminder' && !reading.banner && !reading.standing) return null;
  const mine = answersFor(viewer, entry) || ('by' in entry.answer && entry.answer.by === viewer.id);
  return {
    card: 'receipt',
    ...requestBase(reading, state, entry),
    ...bannerOf(reading, false),
    answer: answerView(reading, entry.answer, { named: true, worded: true }),
    others: regionSummaries(reading, state, entry),
    mayChange: open && mine,
    status: state.status,
    ...(entry.solution ? { solution: solutionView(reading, entry.solution) } : {}),
  };
};
