import type { RegionId } from '../shared/ids.ts';
import { entries } from './answer.ts';
import { isAsked, type KnownCase } from './state.ts';
import { participations } from './status.ts';

/**
 * Regions that buy by themselves what this item was about: every asked one once a deviation has ended the coordination,
 * the one in whose plan it stands where it was not possible, and while the others go on, those that declined. Empty for an
 * item that all of them buy together.
 */
export const mayContractAlone = (state: KnownCase): RegionId[] => {
  if (state.status === 'not-possible') return [state.item.region];
  if (!isAsked(state)) return [];
  if (state.status === 'deviation-decided') {
    return [...new Set([state.item.region, ...entries(state.round).map(({ region }) => region)])];
  }
  const takingPart = new Set(participations(state.round).map(({ region }) => region));
  const declined = state.settlements.flatMap(({ declining }) => declining);
  return [...new Set(declined)].filter((region) => !takingPart.has(region));
};
