import type { Settlement } from './escalation-state.ts';

/** The latest escalation that asked about conflicts: one that ended below the council asked nobody, and so took nothing back. */
export const askedOfConflicts = (settlements: readonly Settlement[]): Settlement | undefined =>
  settlements.findLast(({ path }) => path.some(({ level }) => level === 'council' || level === 'decision'));
