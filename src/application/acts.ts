import type { EventType } from '#domain/coordination/events.ts';
import type { HistoryEntry } from '#domain/record/history.ts';
import type { Instant } from '#domain/shared/ids.ts';
import type { MessageBody } from './ports/delivery.ts';

/** What officers do to an item without having been asked. */
const UNASKED: readonly EventType[] = ['item-imported', 'item-revised', 'assessed', 'round-opened'];

interface Act {
  readonly at: Instant;
  readonly unit: string | null;
}
/** What people did in a case, by person. */
export type Acts = ReadonlyMap<string, readonly Act[]>;

export const actsIn = (history: readonly HistoryEntry[] = []): Acts => {
  const acts = history
    .filter(({ event }) => !UNASKED.includes(event.type))
    .map(({ event }) => ({ by: event.by, at: event.at, unit: 'unit' in event ? event.unit : null }));
  return Map.groupBy(acts, ({ by }) => by);
};

/** The person did something about what the message asks, after it was to be told; however they came to it. */
export const hasActed = (acts: Acts, { person, deliveries: [{ subject, at }] }: MessageBody): boolean =>
  (acts.get(person) ?? []).some(
    (act) => act.at >= at && (!('unit' in subject) || act.unit === null || act.unit === subject.unit),
  );
