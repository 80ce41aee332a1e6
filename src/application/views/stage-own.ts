import { callOffsOf, nextCallOff, roomOf } from '#domain/coordination/call-offs.ts';
import { decide } from '#domain/coordination/decide.ts';
import { mustDeclareAnew } from '#domain/coordination/deciding/conflict.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { type PersonId, regionOf, type UnitId, unitName } from '#domain/shared/ids.ts';
import type { StageFact, StageStep, StageView } from '#rendering/views/stage.ts';
import type { Reading } from '../reading.ts';
import { regionName } from './parts.ts';
import { contextOf } from './rights.ts';
import { readsAll } from './visibility.ts';

type Evaluated = Extract<KnownCase, { status: 'evaluation' | 'awarded' | 'standstill' }>;

/** Once the time for tenders is out, until the contract; after a declaration of its own (KL 6:28–32). */
export const mayNoteTenders = (state: KnownCase, person: PersonId): state is Evaluated =>
  (state.status === 'evaluation' || state.status === 'awarded' || state.status === 'standstill') &&
  !mustDeclareAnew(state, person);

/** Units for which the reader may note a call-off: their own, or for an officer all that have a manager. */
const unitsOf = (reading: Reading, state: KnownCase): readonly UnitId[] => {
  const { viewer, directory } = reading;
  const number = nextCallOff(state);
  const date = 'contract' in state ? state.contract.date : dateOf(reading.now);
  // Whether it may at all; how much is another question, which the answer to the card has.
  const may = (unit: UnitId): boolean => {
    const command = { do: 'call-off', unit, number, value: 1, volume: 1, date, texts: {} } as const;
    const outcome = decide(state, command, contextOf(reading));
    return outcome.ok || outcome.error.code === 'ceiling-reached';
  };
  const candidates = viewer.roles.includes('officer') ? directory.units : [viewer.unit];
  return [...new Set(candidates)].filter(may);
};

/** `value`: what was written already, in SEK. Undefined where there is no contract, or the reader's unit has no part in it. */
export const callOffStep = (reading: Reading, state: KnownCase, value?: number): StageStep | undefined => {
  if (!('contract' in state) || dateOf(reading.now) > state.contract.until) return undefined;
  const units = unitsOf(reading, state);
  if (units.length === 0) return undefined;
  return {
    kind: 'call-off',
    number: nextCallOff(state),
    units: units.map((id) => ({ id, name: unitName(id) })),
    date: dateOf(reading.now),
    volume: units.some((unit) => roomOf(state, regionOf(unit))?.volume != null),
    ...(value === undefined ? {} : { value }),
  };
};

/** The reader's latest call-off that still counts. */
export const undoOf = ({ viewer }: Reading, state: KnownCase): StageView['undo'] => {
  const last = callOffsOf(state).findLast(({ by, value }) => by === viewer.id && value > 0);
  if (!last) return undefined;
  const { number, unit, value, date } = last;
  return { number, unit, unitName: unitName(unit), value, date };
};

/** What each region has called off and may still: the own one's, or every one's for those who read everything. */
export const roomFacts = (reading: Reading, state: KnownCase): readonly StageFact[] => {
  if (!('contract' in state)) return [];
  const { viewer } = reading;
  return state.participants
    .filter(({ region }) => readsAll(viewer) || region === viewer.region)
    .flatMap(({ region }): StageFact[] => {
      const room = roomOf(state, region);
      if (!room || callOffsOf(state).every(({ unit, value }) => value === 0 || regionOf(unit) !== region))
        return [];
      return [
        {
          kind: 'called',
          region: regionName(reading, region),
          ...(room.value ? { value: { called: room.value.called, left: room.value.left } } : {}),
          ...(room.volume ? { volume: { called: room.volume.called, left: room.volume.left } } : {}),
        },
      ];
    });
};
