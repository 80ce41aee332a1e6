import { entries, isGiven, type UnitEntry } from '#domain/coordination/answer.ts';
import type { AskedCase } from '#domain/coordination/state.ts';
import type { OutcomeView, ReceiptView, RequestView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { changes } from './facts.ts';
import { outcome } from './outcome.ts';
import { answerView, FULL, nameOf, ofUnit, regionSummaries, solutionView } from './parts.ts';
import { isAnswerable, mayAct } from './rights.ts';
import { objectionView, ownMay, referenceOf } from './sharing.ts';
import { ownsEntry, readsWhole } from './visibility.ts';

export const requestBase = (reading: Reading, state: AskedCase, entry: UnitEntry) => ({
  ...ofUnit(reading, state, entry),
  round: state.round.number,
  deadline: entry.deadline,
  askedBy: nameOf(reading, state.owner),
  late: reading.now > entry.deadline,
});

/**
 * What a yes is filled in with: the plan's value for the units of the region in whose plan the item stands, in equal
 * shares rounded down to whole thousands; nothing for the other region, whose need the plan does not know. SEK
 * excluding VAT.
 */
export const prefillOf = (state: AskedCase, entry: UnitEntry): RequestView['prefill'] => {
  const { value, region } = state.item;
  if (value === undefined || entry.region !== region) return {};
  const sharedBy = entries(state.round).filter((other) => other.region === region).length;
  return sharedBy < 2 ? { value } : { value: Math.floor(value / sharedBy / 1000) * 1000, sharedBy };
};

export const question = (reading: Reading, state: AskedCase, entry: UnitEntry): RequestView => ({
  card: 'request',
  ...requestBase(reading, state, entry),
  others: regionSummaries(reading, state, entry),
  lessons: (reading.lessons ?? []).map(({ title, text }) => ({ title, text })),
  prefill: prefillOf(state, entry),
  moreTimeRequested: entry.moreTime !== undefined,
  ...(entry.note ? { note: entry.note } : {}),
  // An officer who asks again has changed words, not the item.
  changes: entry.stale && entry.stale.revision < state.revision ? changes(state, entry.staleItem) : [],
  ...(entry.stale ? { stale: answerView(reading, entry.stale, FULL) } : {}),
  ...(entry.withdrawn ? { withdrawn: answerView(reading, entry.withdrawn, FULL) } : {}),
});

/** The unit's own card: the question while it is open, then what the unit said. */
export const request = (
  reading: Reading,
  state: AskedCase,
  entry: UnitEntry,
): RequestView | ReceiptView | OutcomeView | null => {
  const { viewer } = reading;
  if (!ownsEntry(viewer, state, entry) && !readsWhole(viewer, state)) return null;
  const given = isGiven(entry.answer);
  const acts = mayAct(reading, state, entry);
  if (!given && acts) return question(reading, state, entry);
  // Decided before the unit had answered: nothing is asked of it any more, but it is told.
  if (!given && !isAnswerable(state) && state.settlements.length > 0) return outcome(reading, state);
  return {
    card: 'receipt',
    ...requestBase(reading, state, entry),
    answer: objectionView(reading, entry, FULL),
    others: regionSummaries(reading, state, entry),
    mayChange: given && acts,
    status: state.status,
    may: ownMay(reading, state, entry),
    ...referenceOf(entry),
    ...(entry.solution ? { solution: solutionView(reading, entry.solution) } : {}),
    ...(entry.decided ? { decided: entry.decided } : {}),
  };
};
