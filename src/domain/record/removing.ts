import type { CaseCommand, DecideContext } from '../coordination/commands.ts';
import { event, MAX_TEXT, type Ruling, refused, ruled } from '../coordination/deciding/draft.ts';
import type { CaseEvent } from '../coordination/events.ts';
import { replay } from '../coordination/evolve.ts';
import type { CaseState, KnownCase } from '../coordination/state.ts';
import { hasRole } from '../shared/actor.ts';
import { dateOf } from '../shared/calendar.ts';
import type { RegionId } from '../shared/ids.ts';
import { type ConcernedEntry, concerned } from './concerns.ts';
import { type HistoryEntry, hasTexts, holdsCopy, strip } from './history.ts';

type Removal = Extract<CaseEvent, { type: 'texts-removed' }>;
const isRemoval = (event: CaseEvent): event is Removal => event.type === 'texts-removed';

/** Entries whose texts an authority has decided to remove, also where another keeps them yet. */
export const decidedBy = (history: readonly HistoryEntry[], region: RegionId): ReadonlySet<number> =>
  new Set(
    history.flatMap(({ event }) =>
      isRemoval(event) && event.region === region ? [...event.entries, ...(event.held ?? [])] : [],
    ),
  );

/**
 * The record as an authority has it: without the texts that it has decided to remove, although another that they concern
 * keeps them until it decides for itself.
 */
export const asKeptBy = (history: readonly HistoryEntry[], region: RegionId): readonly HistoryEntry[] => {
  const gone = decidedBy(history, region);
  return history.map((entry) => (gone.has(entry.seq) && hasTexts(entry) ? strip(entry) : entry));
};

/** What else in the record holds the texts of these entries: copies, and copies of copies, that the decision must name. */
export const copiesOf = (
  history: readonly HistoryEntry[],
  entries: readonly number[],
): readonly HistoryEntry[] => {
  const worded = history.filter(hasTexts);
  const named = new Set(entries);
  const more = worded.filter(
    (entry) =>
      !named.has(entry.seq) && worded.some((other) => named.has(other.seq) && holdsCopy(entry, other)),
  );
  if (more.length === 0) return [];
  const further = copiesOf(history, [...entries, ...more.map(({ seq }) => seq)]);
  return [...more, ...further].sort((a, b) => a.seq - b.seq);
};

/** The authorities that an entry concerns and that have not decided to remove its texts, once this one has. */
const waitsFor = (
  { entry, concerns }: ConcernedEntry,
  history: readonly HistoryEntry[],
  decides: RegionId,
): readonly RegionId[] =>
  concerns.flatMap(({ region }) =>
    region === decides || decidedBy(history, region).has(entry.seq) ? [] : [region],
  );

/**
 * An authority's decision on gallring of the texts of entries (Arkivlagen 10 §), named by its reference and date. By a
 * registrar or an administrator of an authority that the entries concern. Each authority decides for itself: a text that
 * concerns several is gone when all of them have, and is left out of what the one that has decided is given until then.
 * Refused: `people-only`, `not-allowed`, `text-missing` without a reference, `date-in-the-future`, `no-texts-there`,
 * `wrong-authority`, `copies-not-named` where another entry holds the same text, `other-authority-decides` where this one
 * has decided already.
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
  const read = concerned(history);
  const found = wanted.flatMap((seq) => read.find(({ entry }) => entry.seq === seq && hasTexts(entry)) ?? []);
  if (wanted.length === 0 || found.length < wanted.length) return refused('no-texts-there');
  if (found.some(({ concerns }) => concerns.every(({ region }) => region !== actor.region))) {
    return refused('wrong-authority');
  }
  const { region } = actor;
  const copies = copiesOf(history, wanted).filter(({ seq }) =>
    read.some(({ entry, concerns }) => entry.seq === seq && concerns.some((one) => one.region === region)),
  );
  if (copies.length > 0)
    return refused('copies-not-named', { entries: copies.map(({ seq }) => seq).join(', ') });
  const earlier = decidedBy(history, region);
  const held = found.filter((one) => waitsFor(one, history, region).length > 0).map(({ entry }) => entry.seq);
  const entries = wanted.filter((seq) => !held.includes(seq));
  const anew = held.filter((seq) => !earlier.has(seq));
  if (entries.length === 0 && anew.length === 0) return refused('other-authority-decides');
  const waiting = anew.length > 0 ? { held: anew } : {};
  return ruled(
    event(context, { type: 'texts-removed', entries, reference, date: command.date, region, ...waiting }),
  );
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
