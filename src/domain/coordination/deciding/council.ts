import { hasRole } from '../../shared/actor.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { openObjections } from '../answer.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CaseState, Escalation } from '../state.ts';
import { event, nothing, type PersonActor, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { person } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;
type AtCouncil = Extract<Escalation, { level: 'council' }>;

const member = (
  state: CaseState,
  context: DecideContext,
): Result<{ actor: PersonActor; council: AtCouncil }, Refusal> => {
  const actor = person(context);
  if (!actor.ok) return actor;
  if (!hasRole(actor.value, 'council-member')) {
    return fail(refuse('not-allowed', { role: 'council-member' }));
  }
  if (state.status !== 'escalated' || state.escalation.level !== 'council')
    return fail(refuse('not-at-council'));
  return ok({ actor: actor.value, council: state.escalation });
};

/** KL 6:28–32, 7:4: said first; whoever has a conflict takes no part. A conflict said later removes the position. */
export const declareConflict = (
  state: CaseState,
  command: Of<'declare-conflict'>,
  context: DecideContext,
): Ruling => {
  const at = member(state, context);
  if (!at.ok) return at;
  const before = at.value.council.declarations[at.value.actor.id];
  if (before?.conflict === command.conflict) return nothing;
  return ruled(event(context, { type: 'conflict-declared', conflict: command.conflict }));
};

/**
 * Tillstyrk or avstyrk. House rule, told apart from jäv: a member whose own unit objected, or who answered for it,
 * abstains. A rejection says why.
 */
export const takePosition = (
  state: CaseState,
  command: Of<'take-position'>,
  context: DecideContext,
): Ruling => {
  const at = member(state, context);
  if (!at.ok) return at;
  const { actor, council } = at.value;
  const declaration = council.declarations[actor.id];
  if (!declaration) return refused('declare-conflict-first');
  if (declaration.conflict) return refused('has-conflict');
  if (state.status !== 'escalated') return refused('not-at-council');
  const objecting = openObjections(state.round);
  if (objecting.some((entry) => entry.unit === actor.unit || entry.respondents.includes(actor.id))) {
    return refused('house-rule-abstain');
  }
  if (command.revision !== state.revision) return refused('old-card');
  const problem = textProblem(command.texts, command.stance === 'reject' ? ['reason'] : []);
  if (problem) return { ok: false, error: problem };
  const before = council.positions[actor.id];
  const same =
    before?.stance === command.stance &&
    before.texts.reason === command.texts.reason &&
    before.texts.dissent === command.texts.dissent;
  if (same) return nothing;
  return ruled(
    event(context, { type: 'position-taken', region: actor.region, stance: command.stance }, command.texts),
  );
};
