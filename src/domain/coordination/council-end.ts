import type { Governance } from '../authority/governance.ts';
import type { RegionId } from '../shared/ids.ts';
import { partiesOf } from './seating.ts';
import type { CaseState } from './state.ts';

/** A council that has a case, and that no clock ends. */
export interface EndlessCouncil {
  /** Regions for which no row says how many members are enough, so that neither do their positions end it. */
  readonly attendance: readonly RegionId[];
}

/**
 * Null where the council's clock runs, or begins by a row that the case has not been looked at under. Without one a case
 * that the members leave alone would lie there for ever: nobody guesses a time, and the officer passes it on.
 */
export const endlessCouncil = (state: CaseState, governance: Governance): EndlessCouncil | null => {
  if (state.status !== 'escalated' || state.escalation.level !== 'council') return null;
  if (state.escalation.due !== null || governance.ladder.some(({ level }) => level === 'council'))
    return null;
  const counted = governance.attendance.map(({ region }) => region);
  return { attendance: partiesOf(state, governance).filter((region) => !counted.includes(region)) };
};
