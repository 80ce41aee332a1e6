import { entries, type UnitEntry } from '../answer.ts';
import type { CaseEvent } from '../events.ts';
import { type CaseState, isLocked } from '../state.ts';
import { asked, impossible, restated } from './entry.ts';

const byUnit = (units: readonly UnitEntry[]) => Object.fromEntries(units.map((entry) => [entry.unit, entry]));

/** The region's units leave the round as they stand: nothing they have said counts, and nothing is asked of them. */
export const regionLeft = (
  state: CaseState,
  { at, region, rule, last }: Extract<CaseEvent, { type: 'region-left' }>,
): CaseState => {
  const known = asked(state, 'a region that leaves');
  if (isLocked(known)) return impossible('a region that leaves', state);
  const units = Map.groupBy(entries(known.round), (entry) => entry.region === region);
  return restated({
    ...known,
    round: { ...known.round, units: byUnit(units.get(false) ?? []) },
    departed: {
      ...known.departed,
      [region]: { at, rule, last, units: byUnit(units.get(true) ?? []) },
    },
  });
};
