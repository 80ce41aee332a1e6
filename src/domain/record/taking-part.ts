import type { CaseEvent } from '../coordination/events.ts';
import { type Instant, type RegionId, regionOf, type UnitId } from '../shared/ids.ts';
import type { HistoryEntry } from './history.ts';

/** From which entry on a set of authorities takes part: the item's, and those whose units the round asks. */
interface Stretch {
  readonly from: number;
  readonly at: Instant;
  readonly owner: RegionId;
  readonly regions: ReadonlySet<RegionId>;
}

/** Who takes part, as the record goes on. */
export interface Parts {
  /** The authority of the item when an entry was written, and everybody who took part then. */
  readonly ownerAt: (seq: number) => RegionId | undefined;
  readonly at: (seq: number) => readonly RegionId[];
  /**
   * When an entry came to an authority that takes part: when it was written, or with the round that asked the authority
   * later; undefined where it took no part then and has taken none since.
   */
  readonly cameTo: (
    region: RegionId,
    entry: HistoryEntry,
  ) => { readonly at: Instant; readonly by: number } | undefined;
  /** Every authority that has taken part at any time, in the order in which they came. */
  readonly ever: readonly RegionId[];
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** An authority that is handed the item, or asked in a round, also has what led there; neither a later round nor leaving takes anything back. */
export const partsOf = (history: readonly HistoryEntry[]): Parts => {
  const stretches: Stretch[] = [];
  let owner: RegionId | undefined;
  let asked: readonly RegionId[] = [];
  const begin = ({ seq, event }: HistoryEntry): void => {
    if (owner !== undefined) {
      stretches.push({ from: seq, at: event.at, owner, regions: new Set([owner, ...asked]) });
    }
  };
  for (const entry of history) {
    const { event } = entry;
    if (event.type === 'item-imported' || event.type === 'item-revised') {
      const { region } = event.item;
      if (region === owner) continue;
      owner = region;
      begin(entry);
    } else if (event.type === 'round-opened') {
      asked = distinct(event.units.map((ask) => ask.region));
      begin(entry);
    } else if (event.type === 'region-left') {
      // What comes after is none of its business; that it left is the last that it gets.
      asked = asked.filter((region) => region !== event.region);
      begin({ ...entry, seq: entry.seq + 1 });
    }
  }
  const stretchAt = (seq: number) => stretches.findLast(({ from }) => from <= seq);
  return {
    ownerAt: (seq) => stretchAt(seq)?.owner,
    at: (seq) => [...(stretchAt(seq)?.regions ?? [])],
    cameTo: (region, { seq, event }) => {
      if (stretchAt(seq)?.regions.has(region)) return { at: event.at, by: seq };
      const later = stretches.find(({ from, regions }) => from > seq && regions.has(region));
      return later && { at: later.at, by: later.from };
    },
    ever: distinct(stretches.flatMap(({ regions }) => [...regions])),
  };
};

/** The authorities whose own an entry is: whose people said it, for whom it was decided, whose decision is reported. */
export const ownersOf = (
  event: CaseEvent,
  history: readonly HistoryEntry[],
  unitsOf: (event: CaseEvent) => readonly UnitId[],
): readonly RegionId[] => {
  switch (event.type) {
    case 'position-taken':
    case 'registered':
    case 'authorisation-filed':
      return [event.region];
    case 'texts-removed':
      return event.region === undefined ? [] : [event.region];
    case 'decided':
      return event.regions;
    case 'stage-decided':
      return event.decision.regions;
    case 'reported':
      return distinct(
        event.entries.flatMap((seq) => {
          const reported = history[seq - 1]?.event;
          return reported && reported.type !== 'reported' ? ownersOf(reported, history, unitsOf) : [];
        }),
      );
    default:
      return distinct(unitsOf(event).map(regionOf));
  }
};
