import canonicalize from 'canonicalize';
import { replay } from '../coordination/evolve.ts';
import type { CaseState } from '../coordination/state.ts';
import { breakIn, type HistoryEntry, textsGone } from './history.ts';
import { removedEntries } from './removing.ts';

/**
 * `chain`: an entry was changed, removed or moved. `text`: a text is not the one that was digested. `text-missing`: a
 * text is gone and no decision on gallring names its entry. `end`: entries are missing at the end. `state`: the state,
 * or what lists go by, is not what the record says. `earlier`: another record than the one that was exported before.
 */
export const FAULTS = ['chain', 'text', 'text-missing', 'end', 'state', 'earlier'] as const;
export type FaultCode = (typeof FAULTS)[number];

export interface Fault {
  /** Sequence number of the first entry that is wrong or missing; null where it is the state. */
  readonly entry: number | null;
  readonly why: FaultCode;
}

export interface Head {
  readonly seq: number;
  readonly hash: string;
}

const replays = (state: CaseState, history: readonly HistoryEntry[]): boolean => {
  try {
    return canonicalize(replay(history.map((entry) => entry.event))) === canonicalize(state);
  } catch {
    return false;
  }
};

/** Entries that an export of earlier named, against the record as it is now. */
export const earlierFault = (history: readonly HistoryEntry[], earlier: readonly Head[]): Fault | null => {
  const wrong = earlier.find(({ seq, hash }) => history[seq - 1]?.hash !== hash);
  if (!wrong) return null;
  return { entry: wrong.seq, why: wrong.seq > history.length ? 'end' : 'earlier' };
};

/** What is wrong with a case's record, the first thing first; null when it is whole and the state follows from it. */
export const faultOf = (state: CaseState, history: readonly HistoryEntry[], head?: Head): Fault | null => {
  const broken = breakIn(history);
  if (broken) return broken;
  const gone = removedEntries(history);
  const lost = history.find((entry) => textsGone(entry) && !gone.has(entry.seq));
  if (lost) return { entry: lost.seq, why: 'text-missing' };
  if (head && head.seq > history.length) return { entry: history.length + 1, why: 'end' };
  if (head && history.at(-1)?.hash !== head.hash) return { entry: history.length, why: 'chain' };
  return replays(state, history) ? null : { entry: null, why: 'state' };
};
