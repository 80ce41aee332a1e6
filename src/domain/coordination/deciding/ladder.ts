import { levelDue } from '../../authority/governance.ts';
import { entries, openObjections, silent, waiting } from '../answer.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import type { CaseState } from '../state.ts';
import { event, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { officer } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

/** The officer lifts the case to the council, with what it is to approve or reject. */
export const escalate = (state: CaseState, command: Of<'escalate'>, context: DecideContext): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status !== 'escalated') return refused('not-escalated');
  const { level } = state.escalation;
  if (level === 'council' || level === 'decision') return refused('already-at-council');
  const problem = textProblem(command.texts, []);
  if (problem) return { ok: false, error: problem };
  const due = levelDue(context.governance, 'council', context.now);
  return ruled(
    event(
      context,
      { type: 'climbed', to: 'council', how: 'officer', due, proposal: command.proposal },
      command.texts,
    ),
  );
};

/** How a case that nobody disputes any more ends, without a decision. */
export const settledHow = (state: Extract<CaseState, { status: 'escalated' }>): 'solution' | 'answered' =>
  entries(state.round).some((entry) => entry.solution?.status === 'accepted') ? 'solution' : 'answered';

/** The owner ends a case whose objections are gone; after the deadline it does not end by itself. */
export const closeEscalation = (
  state: CaseState,
  _command: Of<'close-escalation'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status !== 'escalated') return refused('not-escalated');
  if (openObjections(state.round).length > 0) return refused('objections-open');
  if (silent(state.round).length > 0 || waiting(state.round).length > 0) return refused('units-silent');
  if (state.escalation.level === 'decision' && state.escalation.decisions.length > 0) {
    return refused('already-decided');
  }
  return ruled(
    event(context, {
      type: 'escalation-closed',
      how: settledHow(state),
      outcome: 'coordinate',
      declining: [],
    }),
  );
};
