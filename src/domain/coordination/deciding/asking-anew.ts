import { dateOf } from '../../shared/calendar.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { holdersOf } from '../stage-authority.ts';
import { STAGE_KINDS } from '../stages.ts';
import type { CaseState } from '../state.ts';
import { event } from './draft.ts';
import { mayBeDecided } from './stage-decisions.ts';

/**
 * A decision that was asked for is another holder's now: by a revision, what the units commit, a conflict, or other rows
 * (the switch of 2027). Whoever it is now is asked, and nobody waits for an answer that cannot come. What was asked before
 * it was kept of whom is asked once more. Null when nobody is new.
 */
export const askedAnew = (state: CaseState, context: DecideContext): CaseEvent | null => {
  if (state.status === 'new') return null;
  for (const kind of STAGE_KINDS) {
    if (!state.decisionsAsked?.[kind] || !mayBeDecided(state, kind)) continue;
    const of = holdersOf(state, context.governance, dateOf(context.now), kind);
    if (of.some((person) => !state.askedOf?.[kind]?.includes(person)))
      return event(context, { type: 'stage-decision-asked', kind, of, anew: true });
  }
  return null;
};
