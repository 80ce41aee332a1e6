import { hasRole } from '../../shared/actor.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import type { Escalation } from '../escalation-state.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { partiesOf } from '../seating.ts';
import type { CaseState, EscalatedCase } from '../state.ts';
import { abstains } from './conflict.ts';
import { endProblem } from './decisions.ts';
import { event, nothing, type PersonActor, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { mayDecide } from './members.ts';
import { person } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;
type AtCouncil = Extract<Escalation, { level: 'council' }>;

/** A member of the council who is asked about the case there. */
export const member = (
  state: CaseState,
  context: DecideContext,
): Result<{ actor: PersonActor; state: EscalatedCase; council: AtCouncil }, Refusal> => {
  const actor = person(context);
  if (!actor.ok) return actor;
  if (!hasRole(actor.value, 'council-member')) {
    return fail(refuse('not-allowed', { role: 'council-member' }));
  }
  if (state.status !== 'escalated' || state.escalation.level !== 'council')
    return fail(refuse('not-at-council'));
  if (!partiesOf(state, context.governance).includes(actor.value.region)) {
    return fail(refuse('region-takes-no-part'));
  }
  return ok({ actor: actor.value, state, council: state.escalation });
};

/**
 * Tillstyrk or avstyrk; by a mandate of named members, a decision, and only on a card that said so (KL 6:38: nobody
 * decides unknowingly), and about the proposal that it showed. Jäv is the law's and comes first, before any command (`decide`); that an objector or the case's owner abstains is a house rule.
 * A rejection says why. Refused: `declare-conflict-first`, `house-rule-abstain`, `old-card`, `text-missing`; where it would
 * decide a deviation, also `deadline-in-the-past` and `deviation-too-long`.
 */
export const takePosition = (
  state: CaseState,
  command: Of<'take-position'>,
  context: DecideContext,
): Ruling => {
  const at = member(state, context);
  if (!at.ok) return at;
  const { actor, council, state: known } = at.value;
  if (!council.declarations[actor.id]) return refused('declare-conflict-first');
  if (abstains(known, actor)) return refused('house-rule-abstain');
  const decides = mayDecide(known, context.governance, actor.id);
  const another = (command.proposal ?? 1) !== (council.proposal.number ?? 1);
  if (another || command.revision !== known.revision || (command.decides === true) !== decides) {
    return refused('old-card');
  }
  const problem = textProblem(command.texts, command.stance === 'reject' ? ['reason'] : []);
  if (problem) return { ok: false, error: problem };
  const { outcome, until } = council.proposal;
  const ended =
    decides && command.stance === 'approve' ? endProblem(outcome, until, context, 'required') : null;
  if (ended) return { ok: false, error: ended };
  const before = council.positions[actor.id];
  const same =
    before?.stance === command.stance &&
    (before.decides === true) === decides &&
    before.texts.reason === command.texts.reason &&
    before.texts.dissent === command.texts.dissent;
  if (same) return nothing;
  return ruled(
    event(
      context,
      {
        type: 'position-taken',
        region: actor.region,
        stance: command.stance,
        ...(decides ? { decides: true } : {}),
      },
      command.texts,
    ),
  );
};
