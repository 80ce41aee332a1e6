import { movedClock, tooLateFrom } from '../backwards.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { EscalatedCase } from '../state.ts';
import { event } from './draft.ts';

/** Said once of each planned advertising; it moves no clock and decides nothing. */
export const tooLate = (state: EscalatedCase, context: DecideContext): CaseEvent | null => {
  const from = tooLateFrom(state, context.governance);
  const { advertise } = state.item;
  return from !== null && from <= context.now && advertise !== undefined
    ? event(context, { type: 'ladder-too-late', level: state.escalation.level, advertise })
    : null;
};

/**
 * What a planned advertising does to a case on the ladder: another date moves the level's clock; an objection after
 * silence makes it run backwards too, and never gives more time.
 */
export const moved = (state: EscalatedCase, last: CaseEvent, context: DecideContext): CaseEvent | null => {
  const revised = last.type === 'item-revised' && last.changed.includes('advertise');
  const objected = last.type === 'answered' && last.answer.kind === 'objection';
  if (!revised && !objected) return null;
  const due = movedClock(state, context.governance, context.now);
  const sooner = due !== null && state.escalation.due !== null && due < state.escalation.due;
  return due !== null && (revised || sooner)
    ? event(context, { type: 'clock-moved', level: state.escalation.level, due })
    : null;
};
