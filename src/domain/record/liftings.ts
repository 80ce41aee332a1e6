import type { Instant, UnitId } from '../shared/ids.ts';
import type { HistoryEntry } from './history.ts';

export interface Lifting {
  readonly seq: number;
  readonly at: Instant;
}

/**
 * Which objections stood when their case was lifted to the managers or the council, where the other region's people read
 * them: by the objection's entry, the entry that lifted it. One that was withdrawn or solved before stays with its own.
 */
export const liftings = (history: readonly HistoryEntry[]): ReadonlyMap<number, Lifting> => {
  const lifted = new Map<number, Lifting>();
  const standing = new Map<UnitId, number>();
  let above = false;
  const lift = ({ seq, event }: HistoryEntry, objections: Iterable<number>): void => {
    for (const objection of objections) {
      if (!lifted.has(objection)) lifted.set(objection, { seq, at: event.at });
    }
  };
  for (const entry of history) {
    const { event, seq } = entry;
    switch (event.type) {
      case 'answered':
        standing.delete(event.unit);
        if (event.answer.kind === 'objection') {
          standing.set(event.unit, seq);
          if (above) lift(entry, [seq]);
        }
        break;
      case 'asked-again':
        standing.delete(event.unit);
        break;
      case 'solution-answered':
        if (event.accepted) standing.delete(event.unit);
        break;
      case 'item-revised':
        if (event.askAgainBy !== undefined) standing.clear();
        break;
      case 'escalation-opened':
        above = event.level !== 'dialogue';
        if (above) lift(entry, standing.values());
        break;
      case 'climbed':
        above = true;
        lift(entry, standing.values());
        break;
      case 'round-opened':
        standing.clear();
        above = false;
        break;
      case 'escalation-closed':
        above = false;
        break;
      default:
    }
  }
  return lifted;
};
