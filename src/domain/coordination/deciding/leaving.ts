import { endedRegions } from '../../authority/ended.ts';
import { entries } from '../answer.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { type CaseState, isAsked, isLocked } from '../state.ts';
import { event } from './draft.ts';

/** Nobody takes part any more in what was left for good; what a deviation has left is asked about again once that ends. */
const isGone = ({ status }: CaseState): boolean =>
  status === 'external-coordination' || status === 'cancelled';

/**
 * Asked regions that have left before the lock: from then on they are no parties. The lock fixes who takes part, and a row
 * that ends afterwards takes nobody out (law 5).
 */
export const leavings = (state: CaseState, context: DecideContext): CaseEvent[] => {
  if (!isAsked(state) || isLocked(state) || isGone(state)) return [];
  const asked = new Set(entries(state.round).map(({ region }) => region));
  return endedRegions(context.governance)
    .filter(({ region }) => asked.has(region))
    .map((ended) => event(context, { type: 'region-left', ...ended }));
};
