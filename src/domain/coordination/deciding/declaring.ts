import { hasRole } from '../../shared/actor.ts';
import { dateOf } from '../../shared/calendar.ts';
import { entries } from '../answer.ts';
import { biddersKnown, declaredAnew, type WithBidders } from '../bidders.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { ownerOf } from '../life-cycle.ts';
import { openSeats } from '../stage-authority.ts';
import { STAGE_KINDS } from '../stages.ts';
import { type CaseState, isAsked, isOver, type KnownCase } from '../state.ts';
import { hasConflict } from './conflict.ts';
import { member } from './council.ts';
import { event, nothing, type PersonActor, type Ruling, refused, ruled } from './draft.ts';
import { person } from './rights.ts';
import { mayBeDecided } from './stage-decisions.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

/** Whose work, or whose reading, a conflict can concern; who only answers for a unit passes the question on instead. */
const HANDLING_ROLES = [
  'officer',
  'council-member',
  'decider',
  'secretary',
  'registrar',
  'controller',
  'administrator',
  'auditor',
] as const;

const isSuperior = (state: CaseState, { id }: PersonActor): boolean =>
  isAsked(state) && entries(state.round).some(({ superior }) => superior === id);

/** Whoever handles the case or may come to: by a role, as its owner, as an evaluator, or as a unit's superior. */
const handles = (state: KnownCase, actor: PersonActor, { governance }: DecideContext): boolean =>
  HANDLING_ROLES.some((role) => hasRole(actor, role)) ||
  ownerOf(state) === actor.id ||
  ('advertising' in state && state.advertising?.evaluators.includes(actor.id) === true) ||
  governance.bodies.some(({ secretary, substitute }) => [secretary, substitute].includes(actor.id)) ||
  isSuperior(state, actor);

/** A delegate whose decision is awaited may have a conflict too, and says so before the decision; or takes it back. */
const awaited = (state: CaseState, { actor }: DecideContext): boolean =>
  actor.kind === 'person' &&
  state.status === 'escalated' &&
  state.escalation.level === 'decision' &&
  (state.escalation.declarations[actor.id]?.conflict === true ||
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
  const asked = before !== undefined || actsOnTenders(state, id, context);
  if (!asked && !(conflict && handles(state, actor.value, context))) return refused('no-mandate');
  if (before?.conflict === conflict) return nothing;
  return ruled(event(context, { type: 'conflict-declared', conflict }));
};

/**
 * Said at any time by whoever handles the case, and taken back in the same way. A "no" that nobody has asked for says
 * nothing. Refused: `not-allowed` for whoever handles nothing of it, `not-at-council` for a member who would take back
 * outside the council what was said there, `not-possible-now` once the case is over.
 */
const declareHandling = (
  state: CaseState,
  { conflict }: Of<'declare-conflict'>,
  context: DecideContext,
): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  if (state.status === 'new') return refused('unknown-item');
  if (!handles(state, actor.value, context)) return refused('not-allowed');
  const before = state.conflicts?.[actor.value.id];
  if (!conflict && !before) {
    const at = member(state, context);
    return at.ok ? nothing : at;
  }
  if (isOver(state)) return refused('not-possible-now', { status: state.status });
  if (before?.conflict === conflict || (conflict && hasConflict(state, actor.value.id))) return nothing;
  return ruled(event(context, { type: 'conflict-declared', conflict, handling: true }));
};

/** KL 6:28–32, 7:4: said first; whoever has a conflict takes no part. A conflict said later removes the position. */
export const declareConflict = (
  state: CaseState,
  command: Of<'declare-conflict'>,
  context: DecideContext,
): Ruling => {
  if (biddersKnown(state)) return declareAnew(state, command, context);
  if (!awaited(state, context) && !member(state, context).ok) return declareHandling(state, command, context);
  const actor = person(context);
  if (!actor.ok) return actor;
  const before =
    state.status === 'escalated' && 'declarations' in state.escalation
      ? state.escalation.declarations[actor.value.id]
      : undefined;
  const stands = hasConflict(state, actor.value.id) === command.conflict;
  if (before?.conflict === command.conflict && stands) return nothing;
  return ruled(event(context, { type: 'conflict-declared', conflict: command.conflict }));
};
