import type { LevelTime } from '../escalation-state.ts';
import type { CaseState, EscalatedCase } from '../state.ts';
import { impossible } from './entry.ts';

/** A case on the ladder, or it is no such event's. */
export const escalated = (state: CaseState, what: string): EscalatedCase =>
  state.status === 'escalated' ? state : impossible(what, state);

/** The levels with their times, the last one ended, and the next begun where there is one. */
export const moved = (
  path: readonly LevelTime[],
  at: LevelTime['from'],
  level?: LevelTime['level'],
): LevelTime[] => [
  ...path.map((step) => (step.to === null ? { ...step, to: at } : step)),
  ...(level ? [{ level, from: at, to: null }] : []),
];
