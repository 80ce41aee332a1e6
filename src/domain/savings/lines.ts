import { fail, ok, type Result } from '../shared/result.ts';
import type { SavingFault } from './method.ts';
import { isRange, type Range } from './range.ts';

/** More than any public contract is worth (SEK), and few enough for sums to stay exact. */
const MOST = 1e12;
const LONGEST_TERM_YEARS = 50;

export const isAmount = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= MOST;

/** Quantities per year are estimates and may be ranges; what is known exactly has the same three ends. */
export const checkLines = (
  lines: readonly { readonly quantity: Range; readonly prices: readonly number[] }[],
  years: number,
): Result<null, SavingFault> => {
  if (lines.length === 0) return fail('no-lines');
  if (!(Number.isFinite(years) && years > 0 && years <= LONGEST_TERM_YEARS)) return fail('years-impossible');
  for (const { quantity, prices } of lines) {
    if (![quantity.low, quantity.base, quantity.high, ...prices].every(isAmount))
      return fail('amount-impossible');
    if (!isRange(quantity)) return fail('range-reversed');
  }
  return ok(null);
};
