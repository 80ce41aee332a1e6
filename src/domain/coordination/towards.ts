import { type Governance, regionsOf } from '../authority/governance.ts';
import { hasConflict } from './deciding/conflict.ts';
import { ownerOf } from './life-cycle.ts';
import type { Audience } from './notice.ts';
import type { KnownCase } from './state.ts';

/**
 * Who sees to a case (law 4): its owner; while the owner has a conflict every officer, of whom another takes it over
 * (KL 6:28–32: whoever has one is shown nothing). Nobody for a draft, which is Inköp's.
 */
export const towardsOwner = (state: KnownCase, governance: Governance): Audience[] => {
  const owner = ownerOf(state);
  if (owner === null) return [];
  return hasConflict(state, owner)
    ? [{ to: 'role', role: 'officer', regions: regionsOf(governance) }]
    : [{ to: 'person', person: owner }];
};
