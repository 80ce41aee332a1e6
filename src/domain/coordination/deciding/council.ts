import { hasRole } from '../../shared/actor.ts';
import { dateOf } from '../../shared/calendar.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { biddersKnown, declaredAnew, type WithBidders } from '../bidders.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { partiesOf } from '../seating.ts';
import { openSeats } from '../stage-authority.ts';
import { STAGE_KINDS } from '../stages.ts';
import type { CaseState, EscalatedCase, Escalation } from '../state.ts';
import { abstains, hasConflict } from './conflict.ts';
import { event, nothing, type PersonActor, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { mayDecide } from './members.ts';
import { person } from './rights.ts';
import { mayBeDecided } from './stage-decisions.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;
type AtCouncil = Extract<Escalation, { level: 'council' }>;

const member = (
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

/** A delegate whose decision is awaited may have a conflict too, and says so before the decision; or takes it back. */
const awaited = (state: CaseState, { actor }: DecideContext): boolean =>
  actor.kind === 'person' &&
  state.status === 'escalated' &&
  state.escalation.level === 'decision' &&
  (state.escalation.declarations[actor.id] !== undefined ||
    state.escalation.seats.some((seat) => seat.kind === 'delegate' && seat.person === actor.id));

/** Who acts once the bidders are known: a named evaluator, and a delegate whose decision a stage still rests on. */
const actsOnTenders = (
  state: WithBidders,
  id: PersonActor['id'],
  { governance, now }: DecideContext,
): boolean =>
  state.advertising?.evaluators.includes(id) === true ||
  STAGE_KINDS.some(
    (kind) =>
      mayBeDecided(state, kind) &&
      openSeats(state, governance, dateOf(now), kind).some(
        (seat) => seat.kind === 'delegate' && seat.person === id,
      ),
  );

/**
 * KL 6:28–32: each evaluator and each delegate says anew whether there is a conflict with a bidder, before the next act.
 * A conflict that was declared before stays. Refused: `no-mandate` for whoever has nothing to do here, `has-conflict`.
 */
const declareAnew = (
  state: WithBidders,
  { conflict }: Of<'declare-conflict'>,
  context: DecideContext,
): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  const { id } = actor.value;
  const before = declaredAnew(state, id);
  if (!before && hasConflict(state, id)) return conflict ? nothing : refused('has-conflict');
  if (!before && !actsOnTenders(state, id, context)) return refused('no-mandate');
  if (before?.conflict === conflict) return nothing;
  return ruled(event(context, { type: 'conflict-declared', conflict }));
};

/** KL 6:28–32, 7:4: said first; whoever has a conflict takes no part. A conflict said later removes the position. */
export const declareConflict = (
  state: CaseState,
  command: Of<'declare-conflict'>,
  context: DecideContext,
): Ruling => {
  if (biddersKnown(state)) return declareAnew(state, command, context);
  if (!awaited(state, context)) {
    const at = member(state, context);
    if (!at.ok) return at;
  }
  const actor = person(context);
  if (!actor.ok) return actor;
  const before =
    state.status === 'escalated' && 'declarations' in state.escalation
      ? state.escalation.declarations[actor.value.id]
      : undefined;
  if (before?.conflict === command.conflict) return nothing;
  return ruled(event(context, { type: 'conflict-declared', conflict: command.conflict }));
};

/**
 * Tillstyrk or avstyrk; by a mandate of named members, a decision, and only on a card that said so (KL 6:38: nobody
 * decides unknowingly). Jäv is the law's and comes first, before any command (`decide`); that an objector or the case's owner abstains is a house rule.
 * A rejection says why. Refused: `declare-conflict-first`, `house-rule-abstain`, `old-card`, `text-missing`.
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
  if (command.revision !== known.revision || (command.decides === true) !== decides) {
    return refused('old-card');
  }
  const problem = textProblem(command.texts, command.stance === 'reject' ? ['reason'] : []);
  if (problem) return { ok: false, error: problem };
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
