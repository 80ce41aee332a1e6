import { dateOf } from '../../shared/calendar.ts';
import { isGiven } from '../answer.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { ownerOf } from '../life-cycle.ts';
import { type CaseState, isOver } from '../state.ts';
import { hasConflict } from './conflict.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { officer, ownEntry } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

/** Most hours that a reference-group member can be lent for: about a working year. */
export const MOST_HOURS = 2000;

/**
 * Passes the open question on to a deputy or a named colleague of the own region, who gets the card; both can answer.
 * Refused: `already-registered` once the unit has answered, `not-a-colleague` for somebody of another region or oneself.
 */
export const delegate = (state: CaseState, command: Of<'delegate'>, context: DecideContext): Ruling => {
  const own = ownEntry(state, command.unit, context);
  if (!own.ok) return own;
  const { entry, actor } = own.value;
  if (isGiven(entry.answer)) return refused('already-registered');
  const { person, region } = command.to;
  if (region !== entry.region || person === actor.id) return refused('not-a-colleague');
  if (entry.delegates?.some(({ to }) => to === person)) return nothing;
  return ruled(event(context, { type: 'delegated', unit: command.unit, to: person }));
};

/**
 * A manager says until when they are away, or that they are back; the deputy gets the open question meanwhile, and
 * without one the officer is told. Ends by itself after `until`. Refused: `deadline-in-the-past`.
 */
export const noteAbsence = (
  state: CaseState,
  command: Of<'note-absence'>,
  context: DecideContext,
): Ruling => {
  const own = ownEntry(state, command.unit, context);
  if (!own.ok) return own;
  const { entry, actor } = own.value;
  const { unit, until, deputy } = command;
  if (until !== null && until < dateOf(context.now))
    return refused('deadline-in-the-past', { deadline: until });
  const before = entry.away?.find(({ person }) => person === actor.id);
  if (until === null ? !before : before?.until === until && before.deputy === deputy) return nothing;
  return ruled(event(context, { type: 'absence-noted', unit, person: actor.id, until, deputy }));
};

/** Broad participation decides whether coordination works: the unit lends somebody, by name and hours. */
export const nameReference = (
  state: CaseState,
  command: Of<'name-reference'>,
  context: DecideContext,
): Ruling => {
  const own = ownEntry(state, command.unit, context);
  if (!own.ok) return own;
  const problem = textProblem(command.texts, ['name']);
  if (problem) return { ok: false, error: problem };
  const { hours, texts, unit } = command;
  if (!(hours > 0 && hours <= MOST_HOURS)) return refused('hours-unreadable', { max: String(MOST_HOURS) });
  const before = own.value.entry.reference;
  if (before?.hours === hours && before.texts.name === texts.name) return nothing;
  return ruled(event(context, { type: 'reference-named', unit, hours }, texts));
};

/**
 * Another officer takes the item over, from its assessment on (law 4). Nobody has to say why, and no reason is kept.
 * Refused: `not-possible-now` for what nobody owns yet, `round-closed` once it is over, `not-an-officer`, `owner-has-conflict` (KL 6:28–32).
 */
export const changeOwner = (
  state: CaseState,
  command: Of<'change-owner'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (!('assessment' in state)) return refused('not-possible-now', { status: state.status });
  if (isOver(state)) return refused('round-closed');
  const { person, roles } = command.to;
  if (!roles.includes('officer')) return refused('not-an-officer');
  if (ownerOf(state) === person) return nothing;
  if (hasConflict(state, person)) return refused('owner-has-conflict');
  return ruled(event(context, { type: 'owner-changed', owner: person }));
};
