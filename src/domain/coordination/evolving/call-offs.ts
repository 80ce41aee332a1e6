import type { CaseEvent } from '../events.ts';
import type { CaseState } from '../state.ts';
import { impossible } from './entry.ts';

/** Noted anew under its number, it takes the place of what was noted before. */
export const calledOff = (state: CaseState, event: Extract<CaseEvent, { type: 'called-off' }>): CaseState => {
  if (!('contract' in state)) return impossible('a call-off', state);
  const { number, unit, value, volume, date, at, by } = event;
  const noted = { number, unit, value, ...(volume === undefined ? {} : { volume }), date, at, by };
  const others = (state.callOffs ?? []).filter((one) => one.number !== number);
  return { ...state, callOffs: [...others, noted].sort((a, b) => a.number - b.number) };
};
