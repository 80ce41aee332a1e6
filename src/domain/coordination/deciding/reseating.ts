import type { Seat } from '../../authority/mandates.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { decisionOn, partiesOf, seatsAt } from '../seating.ts';
import type { EscalatedCase } from '../state.ts';
import { event } from './draft.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const key = (seat: Seat): string => JSON.stringify(seat);

/**
 * Mandates are dated, a matter can become another's, and a delegate may have a conflict: who may not decide is not asked,
 * and whom the rows name instead is. Decisions that were taken stand with the row that gave them. Null when nothing changes.
 */
export const reseated = (state: EscalatedCase, context: DecideContext): CaseEvent | null => {
  const { escalation } = state;
  if (escalation.level !== 'decision') return null;
  const taken = escalation.seats.filter((seat) => decisionOn(seat, escalation.decisions) !== undefined);
  const decided = new Set(escalation.decisions.flatMap(({ regions }) => regions));
  const left = partiesOf(state, context.governance).filter((region) => !decided.has(region));
  const now = seatsAt(state, escalation, context.governance, left);
  const seats = [...taken, ...now.seats];
  const unchanged =
    same(seats.map(key).sort(), escalation.seats.map(key).sort()) && same(now.missing, escalation.missing);
  return unchanged ? null : event(context, { type: 'reseated', seats, missing: now.missing });
};
