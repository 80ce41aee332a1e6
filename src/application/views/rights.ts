import type { UnitEntry } from '#domain/coordination/answer.ts';
import type { CaseCommand, DecideContext } from '#domain/coordination/commands.ts';
import { decide } from '#domain/coordination/decide.ts';
import { openRound, ownEntry } from '#domain/coordination/deciding/rights.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { actorOf } from '../asking.ts';
import type { Reading } from '../reading.ts';

export const contextOf = ({ now, viewer, governance }: Reading): DecideContext => ({
  now,
  actor: actorOf(viewer),
  governance,
});

/**
 * Why the viewer may not do something now; null when they may. The rules themselves are asked, so that a card never
 * offers what pressing would refuse.
 */
export const refusalOf = (reading: Reading, state: KnownCase, command: CaseCommand): Refusal | null => {
  const outcome = decide(state, command, contextOf(reading));
  return outcome.ok ? null : outcome.error;
};
export const may = (reading: Reading, state: KnownCase, command: CaseCommand): boolean =>
  refusalOf(reading, state, command) === null;

/** May answer for the unit now. */
export const mayAct = (reading: Reading, state: KnownCase, entry: UnitEntry): boolean =>
  ownEntry(state, entry.unit, contextOf(reading)).ok;

/** Answers are taken until the lock, also late, but not once it was decided to go apart or wait. */
export const isAnswerable = (state: KnownCase): boolean => openRound(state).ok;
