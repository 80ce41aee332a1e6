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

/** When something came to an authority, and by which entry. */
export interface Came {
  readonly at: Instant;
  readonly by: number;
}

/** Who takes part, as the record goes on. */
export interface Parts {
  /**
   * When an entry came to an authority that takes part: when it was written, or with what made it take part
   * later; undefined where it took no part then and has taken none since.
   */
  readonly cameTo: (region: RegionId, entry: HistoryEntry) => Came | undefined;
  /** Whose the item was when an entry was written, and whose it has become since, with when the entry came to each. */
  readonly owners: (entry: HistoryEntry) => ReadonlyMap<RegionId, Came>;
  /** Every authority that has taken part at any time, in the order in which they came. */
  readonly ever: readonly RegionId[];
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

const came = ({ from, at }: Stretch, { seq, event }: HistoryEntry): Came =>
  from > seq ? { at, by: from } : { at: event.at, by: seq };

/** An authority that is handed the item, or asked in a round, also has what led there; neither what comes later nor leaving takes anything back. */
export const partsOf = (history: readonly HistoryEntry[]): Parts => {
  const stretches: Stretch[] = [];
  let owner: RegionId | undefined;
  let asked: readonly RegionId[] = [];
  const begin = (from: number, at: Instant): void => {
    if (owner !== undefined) stretches.push({ from, at, owner, regions: new Set([owner, ...asked]) });
  };
  for (const { seq, event } of history) {
    if (event.type === 'item-imported' || event.type === 'item-revised') {
      owner = event.item.region;
      begin(seq, event.at);
    } else if (event.type === 'round-opened') {
      asked = event.units.map(({ region }) => region);
      begin(seq, event.at);
    } else if (event.type === 'region-left') {
      // What comes after is none of its business; that it left is the last that it gets.
      asked = asked.filter((region) => region !== event.region);
      begin(seq + 1, event.at);
    }
  }
  /** What held when an entry was written, and what has come after it. */
  const onward = (seq: number): readonly Stretch[] =>
    stretches.slice(stretches.findLastIndex(({ from }) => from <= seq));
  return {
    cameTo: (region, entry) => {
      const first = onward(entry.seq).find(({ regions }) => regions.has(region));
      return first && came(first, entry);
    },
    owners: (entry) => {
      const known = new Map<RegionId, Came>();
      for (const stretch of onward(entry.seq)) {
        if (!known.has(stretch.owner)) known.set(stretch.owner, came(stretch, entry));
      }
      return known;
    },
    ever: distinct(stretches.flatMap(({ regions }) => [...regions])),
  };
};

/** For whom an entry decides. */
const decidedFor = (event: CaseEvent): readonly RegionId[] => {
  if (event.type === 'stage-decided') return event.decision.regions;
  return event.type === 'decided' ? event.regions : [];
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
    case 'stage-decided':
      return decidedFor(event);
    case 'reported':
      return distinct(
        history.flatMap(({ seq, event: one }) => (event.entries.includes(seq) ? decidedFor(one) : [])),
      );
    default:
      return distinct(unitsOf(event).map(regionOf));
  }
};
