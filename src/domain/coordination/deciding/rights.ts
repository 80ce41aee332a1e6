import { hasRole } from '../../shared/actor.ts';
import { type RegionId, regionOf, type UnitId } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { standIns, type UnitEntry } from '../answer.ts';
import type { DecideContext } from '../commands.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type AskedCase, type CaseState, isAsked, isLocked, isOver } from '../state.ts';
import type { PersonActor } from './draft.ts';

/** Inköp's own work. The command line may do it too where nothing is answered or decided. */
export const officerOrOperator = ({ actor }: DecideContext): Refusal | null =>
  actor.kind === 'operator' || hasRole(actor, 'officer') ? null : refuse('not-allowed', { role: 'officer' });

export const officer = ({ actor }: DecideContext): Refusal | null => {
  if (actor.kind !== 'person') return refuse('people-only');
  return hasRole(actor, 'officer') ? null : refuse('not-allowed', { role: 'officer' });
};

/** KL 6:38: answers, positions and decisions are people's. */
export const person = ({ actor }: DecideContext): Result<PersonActor, Refusal> =>
  actor.kind === 'person' ? ok(actor) : fail(refuse('people-only'));

/** A round that can still be answered. */
export const openRound = (state: CaseState): Result<AskedCase, Refusal> => {
  if (!isAsked(state)) return fail(refuse('round-closed'));
  if (isOver(state) || state.status === 'postponed') return fail(refuse('round-closed'));
  return isLocked(state) ? fail(refuse('item-locked')) : ok(state);
};

export const entryOf = (state: AskedCase, unit: UnitId): Result<UnitEntry, Refusal> => {
  const entry = state.round.units[unit];
  if (entry) return ok(entry);
  const left = state.departed?.[regionOf(unit)]?.units[unit] !== undefined;
  return fail(refuse(left ? 'region-has-left' : 'unit-not-asked'));
};

/**
 * A unit's managers, as asked (while they are managers at all) and as they are now, their deputies, and colleagues to
 * whom the question was passed on; the superior only once silence was lifted to them (law 1: a silent unit is lifted,
 * never counted).
 */
export const mayAnswerFor = (entry: UnitEntry, actor: PersonActor): boolean =>
  (actor.roles.includes('unit-manager') &&
    (entry.respondents.includes(actor.id) || actor.unit === entry.unit)) ||
  standIns(entry).includes(actor.id) ||
  (entry.superior === actor.id && entry.answer.kind === 'no-answer');

/**
 * What holds for whoever comes after the lock (law 5): a region that takes part may call off within its ceiling, whoever
 * of its units committed; another needs a procurement of its own or a permitted change.
 */
const late = (state: CaseState, region: RegionId): Refusal => {
  const part = isLocked(state) ? state.participants.find((one) => one.region === region) : undefined;
  return part
    ? refuse('late-region-takes-part', { region, ceiling: String(part.ceiling) })
    : refuse('late-region-outside', { region });
};

/** The answering person's entry, or why not. */
export const ownEntry = (
  state: CaseState,
  unit: UnitId,
  context: DecideContext,
): Result<{ state: AskedCase; entry: UnitEntry; actor: PersonActor }, Refusal> => {
  const actor = person(context);
  if (!actor.ok) return actor;
  const round = openRound(state);
  if (!round.ok) return round.error.code === 'item-locked' ? fail(late(state, regionOf(unit))) : round;
  const entry = entryOf(round.value, unit);
  if (!entry.ok) return entry;
  // Who gave the answer may change it, also a superior after the lifting (law 8).
  const given = 'by' in entry.value.answer && entry.value.answer.by === actor.value.id;
  return given || mayAnswerFor(entry.value, actor.value)
    ? ok({ state: round.value, entry: entry.value, actor: actor.value })
    : fail(refuse('not-your-unit'));
};
