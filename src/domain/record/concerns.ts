import { entries } from '../coordination/answer.ts';
import type { CaseEvent } from '../coordination/events.ts';
import { isAsked, type KnownCase } from '../coordination/state.ts';
import { type Instant, type RegionId, regionOf, type UnitId } from '../shared/ids.ts';
import type { HistoryEntry } from './history.ts';
import { liftings } from './liftings.ts';
import { type DocumentType, RECORD_RULES } from './rules.ts';

/** How an entry stands with one authority. */
export interface Concern {
  readonly region: RegionId;
  /** Of a document: drawn up by the authority's own people, or received from the other's. */
  readonly direction: 'drawn-up' | 'received';
  /** When it came to the authority, and by which entry: its own, or the one that lifted it there. */
  readonly since: Instant;
  readonly by: number;
}

/** One entry of a case's record, read for the authorities whose archives it belongs to. */
export interface ConcernedEntry {
  readonly entry: HistoryEntry;
  readonly document: DocumentType | null;
  readonly concerns: readonly Concern[];
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The authorities of a case: that of the item, and those whose units were asked. */
export const takingPart = (state: KnownCase): RegionId[] =>
  distinct([state.item.region, ...(isAsked(state) ? entries(state.round).map((entry) => entry.region) : [])]);

/** Units that an event names; none where it is about the case as a whole. */
export const unitsOf = (event: CaseEvent): readonly UnitId[] => {
  if ('unit' in event) return [event.unit];
  return event.type === 'reminded' || event.type === 'not-answered' || event.type === 'evidence-missed'
    ? event.units
    : [];
};

/** Whose people said it. */
const givers = (event: CaseEvent): readonly RegionId[] => {
  if (event.type === 'position-taken' || event.type === 'registered') return [event.region];
  return event.type === 'decided' ? event.regions : distinct(unitsOf(event).map(regionOf));
};

const documentOf = (event: CaseEvent): DocumentType | null =>
  event.type === 'answered' && event.answer.kind === 'objection'
    ? 'objection'
    : RECORD_RULES[event.type].document;

/**
 * Every entry with the authorities that it concerns. What a unit says is its own region's and that of the item's region,
 * which receives it; an objection that was lifted to the managers or the council is read by both sides, and so concerns
 * everybody who takes part, from then on.
 */
export const concerned = (state: KnownCase, history: readonly HistoryEntry[]): ConcernedEntry[] => {
  const all = takingPart(state);
  const lifted = liftings(history);
  return history.map((entry): ConcernedEntry => {
    const { event, seq } = entry;
    const own = givers(event);
    const { concerns } = RECORD_RULES[event.type];
    const lifting = lifted.get(seq);
    const first =
      concerns === 'everybody' ? all : concerns === 'region' ? own : distinct([...own, state.item.region]);
    const concern = (region: RegionId, since: Instant, by: number): Concern => ({
      region,
      direction: own.includes(region) ? 'drawn-up' : 'received',
      since,
      by,
    });
    const later = lifting ? all.filter((region) => !first.includes(region)) : [];
    return {
      entry,
      document: documentOf(event),
      concerns: [
        ...first.map((region) => concern(region, event.at, seq)),
        ...later.map((region) => concern(region, lifting?.at ?? event.at, lifting?.seq ?? seq)),
      ],
    };
  });
};
