import { isAmount } from '../../savings/lines.ts';
import { hasRole } from '../../shared/actor.ts';
import { dateOf } from '../../shared/calendar.ts';
import { regionOf } from '../../shared/ids.ts';
import { type CalledOff, callOffsOf, nextCallOff, roomOf } from '../call-offs.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type CaseState, isAsked, type KnownCase } from '../state.ts';
import { event, nothing, type PersonActor, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { mayAnswerFor, person } from './rights.ts';

type Command = Extract<CaseCommand, { do: 'call-off' }>;

/** Of the unit's own people, whether the unit was asked and committed itself or not (law 5). */
const isOwn = (state: KnownCase, { unit }: Command, actor: PersonActor): boolean => {
  const entry = isAsked(state) ? state.round.units[unit] : undefined;
  return entry ? mayAnswerFor(entry, actor) : hasRole(actor, 'unit-manager') && actor.unit === unit;
};

const amountProblem = (
  state: KnownCase,
  { unit, value, volume, number, corrects }: Command,
): Refusal | null => {
  const takesBack = corrects === true && value === 0;
  if (!isAmount(value) || (value === 0 && !takesBack)) return refuse('number-unreadable');
  if (volume !== undefined && !isAmount(volume)) return refuse('number-unreadable');
  const region = regionOf(unit);
  const room = roomOf(state, region, corrects ? number : undefined);
  if (!room) return refuse('late-region-outside', { region });
  if (takesBack) return null;
  // A ceiling that nobody has named in kronor is kept by its volume.
  if (room.value === null && !volume) return refuse('number-unreadable');
  if (room.value && value > room.value.left) {
    const { left } = room.value;
    return refuse('ceiling-reached', { region, left: String(left), beyond: String(value - left) });
  }
  if (room.volume && volume !== undefined && volume > room.volume.left) {
    const { left } = room.volume;
    return refuse('ceiling-reached', {
      region,
      leftVolume: String(left),
      beyondVolume: String(volume - left),
    });
  }
  return null;
};

const dateProblem = (state: KnownCase, date: string, { now }: DecideContext): Refusal | null => {
  if (!('contract' in state)) return refuse('no-contract-yet');
  if (date > dateOf(now)) return refuse('stage-date-in-the-future');
  if (date < state.contract.date) return refuse('stage-date-too-early', { after: state.contract.date });
  return date > state.contract.until ? refuse('contract-over', { until: state.contract.until }) : null;
};

const same = (known: CalledOff, { unit, value, volume, date }: Command): boolean =>
  known.unit === unit && known.value === value && known.volume === volume && known.date === date;

/**
 * A unit of a participating region calls off within its region's ceiling, whether it had committed or not (law 5): noted
 * by the unit's own people or an officer, with the number that the card showed, so that the same press counts once. With
 * `corrects` the giver or an officer changes it, or takes it back with 0. Refused: `people-only`, `not-your-unit`,
 * `no-contract-yet`, `late-region-outside`, `ceiling-reached` with what is left and what lies beyond (which takes a new
 * procurement or a permitted change), `contract-over`, `stage-date-too-early`, `stage-date-in-the-future`,
 * `number-unreadable`, `old-card`.
 */
export const noteCallOff = (state: CaseState, command: Command, context: DecideContext): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  if (state.status === 'new') return refused('unknown-item');
  if (!('contract' in state)) return refused('no-contract-yet');
  const officer = hasRole(actor.value, 'officer');
  if (!officer && !isOwn(state, command, actor.value)) return refused('not-your-unit');
  const { unit, number, value, volume, date, corrects, texts } = command;
  const known = callOffsOf(state).find((one) => one.number === number);
  if (known && same(known, command) && (corrects || known.by === actor.value.id)) return nothing;
  if (corrects) {
    if (!known || known.unit !== unit) return refused('old-card');
    if (!officer && known.by !== actor.value.id) return refused('not-your-unit');
  } else if (number !== nextCallOff(state)) return refused('old-card');
  const problem =
    dateProblem(state, date, context) ?? amountProblem(state, command) ?? textProblem(texts, []);
  if (problem) return { ok: false, error: problem };
  return ruled(
    event(
      context,
      { type: 'called-off', number, unit, value, ...(volume === undefined ? {} : { volume }), date },
      texts,
    ),
  );
};
