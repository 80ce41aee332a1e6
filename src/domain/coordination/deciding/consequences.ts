import { openObjections, silent, waiting } from '../answer.ts';
import { clockOf } from '../backwards.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { partiesOf } from '../seating.ts';
import type { AskedCase, CaseState, EscalatedCase } from '../state.ts';
import { authorityConsequence } from './authority-notes.ts';
import { moved, tooLate } from './backwards.ts';
import { conclusion, councilComplete, membersDecision } from './conclusion.ts';
import { event } from './draft.ts';
import { settledHow } from './ladder.ts';
import { reseated } from './reseating.ts';
import { settledBy } from './settling.ts';

/** No deviation is taken up again, nobody objects or is silent, and whoever was asked anew has answered. */
const undisputed = (state: EscalatedCase): boolean =>
  state.escalation.cause !== 'officer' &&
  openObjections(state.round).length === 0 &&
  silent(state.round).length === 0 &&
  !waiting(state.round).some((entry) => entry.stale);

const opened = (
  state: AskedCase,
  context: DecideContext,
  cause: 'objection' | 'no-answer',
  level: 'dialogue' | 'managers',
): CaseEvent =>
  event(context, {
    type: 'escalation-opened',
    cause,
    level,
    due: clockOf(state, level, context.governance, context.now),
  });

const whenEscalated = (state: EscalatedCase, last: CaseEvent, context: DecideContext): CaseEvent | null => {
  const { escalation } = state;
  if (escalation.level === 'council' && councilComplete(state, context)) {
    return conclusion(state, context, 'attendance');
  }
  const membersNext = membersDecision(state, context);
  if (membersNext) return membersNext;
  if (escalation.level === 'decision' && escalation.decisions.length > 0) {
    const { decisions } = escalation;
    const decided = new Set(decisions.flatMap((decision) => decision.regions));
    // A region for which nobody has a mandate keeps the case open.
    if (!partiesOf(state, context.governance).every((region) => decided.has(region))) return null;
    return event(context, {
      type: 'escalation-closed',
      how: 'decided',
      ...settledBy(state, decisions, partiesOf(state, context.governance)),
    });
  }
  if (!undisputed(state)) return null;
  // Nothing is left to deal with once the last objection is taken back; what the unit wants instead is asked of it.
  const withdrawn = last.type === 'objection-withdrawn';
  // After the deadline the case is otherwise its owner's to close.
  if (context.now > state.round.deadline && !withdrawn) return null;
  return event(context, {
    type: 'escalation-closed',
    how: withdrawn ? 'withdrawn' : settledHow(state),
    outcome: 'coordinate',
    declining: [],
  });
};

/** Whoever disputed it is no party any more: nothing is left to deal with. What people have decided of it goes its way. */
const afterLeaving = (state: CaseState, last: CaseEvent, context: DecideContext): CaseEvent | null => {
  if (last.type !== 'region-left' || state.status !== 'escalated') return null;
  const { escalation } = state;
  if (escalation.level === 'decision' && escalation.decisions.length > 0) return null;
  const disputed = Object.values(state.departed?.[last.region]?.units ?? {}).some(
    ({ answer }) => answer.kind === 'objection' || answer.kind === 'no-answer',
  );
  return disputed && undisputed(state)
    ? event(context, {
        type: 'escalation-closed',
        how: 'region-left',
        outcome: 'coordinate',
        declining: [],
      })
    : null;
};

/** What may give the decision to another holder: what the matter is, what the units commit, who may handle it. */
const MOVES_SEATS: readonly CaseEvent['type'][] = ['principle-set', 'authority-noted', 'conflict-declared'];

/** What was to be decided is another matter now: back to the council. Below that the clock alone follows the new dates. */
const afterRevision = (state: CaseState, last: CaseEvent, context: DecideContext): CaseEvent | null => {
  if (state.status !== 'escalated') return null;
  if (last.type === 'item-revised' && last.material && state.escalation.level === 'decision') {
    const due = clockOf(state, 'council', context.governance, context.now);
    return event(context, { type: 'climbed', to: 'council', how: 'revision', due });
  }
  return MOVES_SEATS.includes(last.type) ? reseated(state, context) : moved(state, last, context);
};

/** What follows from an event by rule alone, one at a time until nothing follows. */
export const consequence = (state: CaseState, last: CaseEvent, context: DecideContext): CaseEvent | null => {
  const follows =
    afterLeaving(state, last, context) ??
    afterRevision(state, last, context) ??
    authorityConsequence(state, last, context);
  if (follows) return follows;
  switch (state.status) {
    // An objection or silence takes the round back to `asked` first, from wherever it stood.
    case 'asked':
      if (openObjections(state.round).length > 0) return opened(state, context, 'objection', 'dialogue');
      return silent(state.round).length > 0 ? opened(state, context, 'no-answer', 'managers') : null;
    case 'escalated':
      return whenEscalated(state, last, context) ?? tooLate(state, context);
    default:
      return null;
  }
};
