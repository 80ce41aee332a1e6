import { fail, ok, type Result } from '../shared/result.ts';
import { isAmount } from './lines.ts';
import type { SavingFault } from './method.ts';

/** What was invoiced of one article during a period. */
export interface InvoicedLine {
  readonly quantity: number;
  /** The frozen baseline price; absent for an article without an old price. */
  readonly baseline?: number;
  readonly invoiced: number;
}

/** SEK excluding VAT of a period; null where no line has an old price to compare with: not calculable, not zero. */
export interface RealisedSaving {
  readonly value: number | null;
  /** The share of the invoiced value whose articles had a baseline, 0–1. */
  readonly covered: number;
}

/** Σ actual q · (baseline − invoiced price), over the articles that have a baseline (domain: indicator 5). */
export const realisedSaving = (lines: readonly InvoicedLine[]): Result<RealisedSaving, SavingFault> => {
  if (lines.length === 0) return fail('no-lines');
  if (
    !lines.every(
      ({ quantity, baseline, invoiced }) =>
        isAmount(quantity) && isAmount(invoiced) && (baseline === undefined || isAmount(baseline)),
    )
  )
    return fail('amount-impossible');
  const comparable = lines.filter((line) => line.baseline !== undefined);
  const spent = (some: readonly InvoicedLine[]) =>
    some.reduce((sum, { quantity, invoiced }) => sum + quantity * invoiced, 0);
  const whole = spent(lines);
  return ok({
    value:
      comparable.length === 0
        ? null
        : comparable.reduce(
            (sum, { quantity, baseline = 0, invoiced }) => sum + quantity * (baseline - invoiced),
            0,
          ),
    covered: whole === 0 ? 0 : spent(comparable) / whole,
  });
};
