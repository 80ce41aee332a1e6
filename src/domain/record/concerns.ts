import { entries } from '../coordination/answer.ts';
import type { CaseEvent } from '../coordination/events.ts';
import { isAsked, type KnownCase } from '../coordination/state.ts';
import type { Instant, RegionId, UnitId } from '../shared/ids.ts';
import type { HistoryEntry } from './history.ts';
import { liftings } from './liftings.ts';
import { type DocumentType, RECORD_RULES } from './rules.ts';
import { ownersOf, partsOf } from './taking-part.ts';

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

/** An authority to which an entry comes twice, as the item's and by its lifting, has it from the first time. */
const soonest = (concerns: readonly Concern[]): Concern[] => {
  const inOrder = concerns.toSorted((one, other) => one.by - other.by);
  return inOrder.filter(({ region }, i) => inOrder.findIndex((one) => one.region === region) === i);
};

const documentOf = (event: CaseEvent): DocumentType | null =>
  event.type === 'answered' && event.answer.kind === 'objection'
    ? 'objection'
    : RECORD_RULES[event.type].document;

/**
 * Every entry with the authorities that it concerns. An entry of the case's own belongs to those that took part when it
 * was written, and to those that were asked later, from then on; a later round takes nothing from anybody. What an
 * authority itself said or decided is always its own. What a unit says is its own region's and that of the item's region,
 * which receives it, as does each that is handed the item later, from then on; an objection that was lifted to the managers or the council is read by both sides, and so concerns
 * everybody who takes part, from then on.
 */
export const concerned = (history: readonly HistoryEntry[]): ConcernedEntry[] => {
  const parts = partsOf(history);
  const lifted = liftings(history);
  /** Who took part, or decided: a body that takes an archive over takes it over also from one that has left. */
  const having = new Set(parts.ever);
  return history.map((entry): ConcernedEntry => {
    const { event, seq } = entry;
    const own = ownersOf(event, history, unitsOf);
    for (const region of own) having.add(region);
    const { concerns } = RECORD_RULES[event.type];
    const concern = (region: RegionId, came = { at: event.at, by: seq }): Concern => ({
      region,
      direction: own.includes(region) ? 'drawn-up' : 'received',
      since: came.at,
      by: came.by,
    });
    /** Those who take part when `of` is written, and those who do later, save whose own the entry is. */
    const everybody = (of: HistoryEntry): Concern[] =>
      parts.ever.flatMap((region) => {
        const came = own.includes(region) ? undefined : parts.cameTo(region, of);
        return came ? [concern(region, came)] : [];
      });
    const owners = own.map((region) => concern(region));
    if (concerns === 'region') return { entry, document: documentOf(event), concerns: owners };
    if (concerns === 'everybody') {
      const all = [...everybody(entry), ...owners];
      const left =
        event.type === 'transferred'
          ? event.to.map(({ region }) => region).filter((region) => having.has(region))
          : [];
      const missed = left.filter((region) => all.every((one) => one.region !== region));
      return { entry, document: documentOf(event), concerns: [...all, ...missed.map((one) => concern(one))] };
    }
    const received = [...parts.owners(entry)].filter(([region]) => !own.includes(region));
    const lifting = lifted.get(seq);
    const by = lifting && history[lifting.seq - 1];
    const others = [...received.map(([region, came]) => concern(region, came)), ...(by ? everybody(by) : [])];
    return { entry, document: documentOf(event), concerns: [...owners, ...soonest(others)] };
  });
};

/** The authorities that anything in the record concerns: each has a number of its own for the case. */
export const authorities = (read: readonly ConcernedEntry[]): RegionId[] =>
  distinct(read.flatMap(({ concerns }) => concerns.map(({ region }) => region)));
