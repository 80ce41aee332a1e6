import type { CaseCommand, DecideContext } from '../coordination/commands.ts';
import { event, MAX_TEXT, type Ruling, refused, ruled } from '../coordination/deciding/draft.ts';
import type { CaseEvent } from '../coordination/events.ts';
import { replay } from '../coordination/evolve.ts';
import type { CaseState, KnownCase } from '../coordination/state.ts';
import { hasRole } from '../shared/actor.ts';
import { dateOf } from '../shared/calendar.ts';
import { concerned } from './concerns.ts';
import { type HistoryEntry, hasTexts, strip } from './history.ts';

type Removal = Extract<CaseEvent, { type: 'texts-removed' }>;
const isRemoval = (event: CaseEvent): event is Removal => event.type === 'texts-removed';

/**
 * Removes the texts of entries on a decision on gallring (Arkivlagen 10 §), which is named by its reference and date. By
 * a registrar or an administrator of an authority that the entries concern. Refused: `people-only`, `not-allowed`,
 * `text-missing` without a reference, `date-in-the-future`, `no-texts-there`, `wrong-authority`.
 */
export const removeTexts = (
  state: CaseState,
  command: Extract<CaseCommand, { do: 'remove-texts' }>,
  context: DecideContext,
): Ruling => {
  const { actor, history = [] } = context;
  if (actor.kind !== 'person') return refused('people-only');
  if (!hasRole(actor, 'registrar') && !hasRole(actor, 'administrator')) {
    return refused('not-allowed', { role: 'registrar' });
  }
  if (state.status === 'new') return refused('unknown-item');
  const reference = command.reference.trim();
  if (reference === '') return refused('text-missing');
  if (reference.length > MAX_TEXT) return refused('text-too-long', { max: String(MAX_TEXT) });
  if (command.date > dateOf(context.now)) return refused('date-in-the-future');
  const wanted = [...new Set(command.entries)].sort((a, b) => a - b);
  const read = concerned(state, history);
  const found = wanted.flatMap((seq) => read.find(({ entry }) => entry.seq === seq && hasTexts(entry)) ?? []);
  if (wanted.length === 0 || found.length < wanted.length) return refused('no-texts-there');
  if (found.some(({ concerns }) => concerns.every(({ region }) => region !== actor.region))) {
    return refused('wrong-authority');
  }
  return ruled(event(context, { type: 'texts-removed', entries: wanted, reference, date: command.date }));
};

/** Entries whose texts are gone by decision, by the removals of a record. */
export const removedEntries = (history: readonly HistoryEntry[]): ReadonlySet<number> =>
  new Set(history.flatMap(({ event }) => (isRemoval(event) ? event.entries : [])));

/**
 * The record without the texts that these events remove, and the state that follows from it: the state is always the
 * replay of what the record still holds. Null where nothing is removed.
 */
export const afterRemovals = (
  history: readonly HistoryEntry[],
  events: readonly CaseEvent[],
): { readonly history: readonly HistoryEntry[]; readonly state: KnownCase } | null => {
  const gone = new Set(events.filter(isRemoval).flatMap(({ entries }) => entries));
  if (gone.size === 0) return null;
  const kept = history.map((entry) => (gone.has(entry.seq) ? strip(entry) : entry));
  const state = replay(kept.map(({ event }) => event));
  if (state.status === 'new') throw new Error('A removal from an empty record');
  return { history: kept, state };
};

/**
 * Whether a record that is about to be written only adds to the one that was read, apart from texts that a removal in
 * what is added names. Anything else is a bug that must not reach the store.
 */
export const onlyAdds = (before: readonly HistoryEntry[], after: readonly HistoryEntry[]): boolean => {
  const gone = removedEntries(after.slice(before.length));
  return before.every((entry, i) => {
    const kept = after[i];
    return (
      kept === entry ||
      (kept !== undefined && gone.has(entry.seq) && kept.hash === entry.hash && !hasTexts(kept))
    );
  });
};
