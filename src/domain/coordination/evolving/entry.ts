import type { ItemFacts } from '../../plan/item.ts';
import type { Instant, UnitId } from '../../shared/ids.ts';
import { isGiven, isOut, type UnitEntry } from '../answer.ts';
import type { AskedCase, CaseState } from '../state.ts';
import { isAsked } from '../state.ts';
import { roundStatus } from '../status.ts';

/** History only holds what was legal when it happened; anything else is a broken record, not a refusal. */
export const impossible = (what: string, state: CaseState): never => {
  throw new Error(`The record is broken: ${what} on an item that is ${state.status}`);
};
export const asked = (state: CaseState, what: string): AskedCase =>
  isAsked(state) ? state : impossible(what, state);

export const without = <T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> => {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
};

/** While nothing is escalated the answers alone say where the round stands. */
export const restated = (state: AskedCase): AskedCase =>
  state.status === 'asked' ||
  state.status === 'committed' ||
  state.status === 'partly-committed' ||
  state.status === 'initiated'
    ? { ...state, status: roundStatus(state.round) }
    : state;

export const changeEntry = (
  state: AskedCase,
  unit: UnitId,
  change: (entry: UnitEntry) => UnitEntry,
): AskedCase => {
  const entry = state.round.units[unit];
  if (!entry) return impossible(`unit ${unit}`, state);
  const units = { ...state.round.units, [unit]: change(entry) };
  return restated({ ...state, round: { ...state.round, units } });
};

/** The answer that no longer counts, and what the item was when it was given: an unanswered question keeps the earlier ones. */
const staleOf = (entry: UnitEntry, item?: ItemFacts): Pick<UnitEntry, 'stale' | 'staleItem'> => {
  if (isGiven(entry.answer)) return { stale: entry.answer, ...(item ? { staleItem: item } : {}) };
  const { stale, staleItem } = entry;
  return { ...(stale ? { stale } : {}), ...(staleItem ? { staleItem } : {}) };
};

/** A decided deviation ends by a decision, not by a new question. */
export const stillOut = (entry: UnitEntry): Pick<UnitEntry, 'decided' | 'outUntil'> =>
  entry.decided && isOut(entry)
    ? { decided: entry.decided, ...(entry.outUntil ? { outUntil: entry.outUntil } : {}) }
    : {};

/** The unit is to answer anew; what it said before stays beside the question. */
export const askAnew = (entry: UnitEntry, deadline: Instant, at: Instant, item?: ItemFacts): UnitEntry => ({
  ...without(
    entry,
    'solution',
    'evidence',
    'withdrawn',
    'decided',
    'outUntil',
    'goneOn',
    'stale',
    'staleItem',
    'note',
    'moreTime',
  ),
  answer: { kind: 'waiting' },
  ...staleOf(entry, item),
  deadline,
  remindedUntil: at,
});
