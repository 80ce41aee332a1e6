import { NO_FIGURES, PULSE_WAVES, type PulseWave } from '../indicators/figures.ts';
import { addDays, addWorkingDays, atHour } from '../shared/calendar.ts';
import type { Instant, UnitId } from '../shared/ids.ts';
import { entries, isCommitment } from './answer.ts';
import { type CaseState, isAsked, type KnownCase } from './state.ts';

/** Calendar days after the contract's start that its users are asked: once it is in use, and after a year. */
const AFTER: Readonly<Record<PulseWave, number>> = { start: 30, year: 365 };
const HOUR = 9;

/**
 * Which wave comes next and when, on a working day at nine in Stockholm; null once both were asked, and for a contract that
 * has ended by then. A wave that another has overtaken is not asked any more: two cards in one week would be nagging.
 */
export const nextPulse = (state: CaseState): { readonly wave: PulseWave; readonly at: Instant } | null => {
  if (!('contract' in state) || state.status === 'closed') return null;
  const { contract, item } = state;
  // The contract's first day in force.
  const start = item.start !== undefined && item.start > contract.date ? item.start : contract.date;
  const asked = (state.figures ?? NO_FIGURES).pulses ?? [];
  const last = PULSE_WAVES.findLastIndex((wave) => asked.includes(wave));
  const wave = PULSE_WAVES[last + 1];
  if (wave === undefined) return null;
  const date = addWorkingDays(addDays(start, AFTER[wave] - 1), 1);
  return date > contract.until ? null : { wave, at: atHour(date, HOUR) };
};

/** The wave to ask about now, the latest one that is due; null when none is. */
export const pulseDue = (state: CaseState, now: Instant): PulseWave | null => {
  let found: PulseWave | null = null;
  let asking = state;
  for (let next = nextPulse(asking); next !== null && next.at <= now; next = nextPulse(asking)) {
    found = next.wave;
    asking = withPulse(asking, next.wave);
  }
  return found;
};

/** The users have been asked. */
export const withPulse = (state: CaseState, wave: PulseWave): CaseState => {
  if (state.status === 'new') return state;
  const figures = state.figures ?? NO_FIGURES;
  return { ...state, figures: { ...figures, pulses: [...(figures.pulses ?? []), wave] } };
};

/** Units that buy on the contract: those that committed themselves. */
export const users = (state: KnownCase): UnitId[] =>
  isAsked(state)
    ? entries(state.round)
        .filter(({ answer }) => isCommitment(answer))
        .map(({ unit }) => unit)
    : [];
