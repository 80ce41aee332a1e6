import { interimOf } from '#application/reporting/interim.ts';
import type { CutOffRow, Governance } from '#domain/authority/governance.ts';
import type { Period } from '#domain/indicators/indicator.ts';
import { isInterim, parsePeriod } from '#reports/period.ts';
import { badInput } from '../output.ts';

export interface AskedPeriod {
  readonly period: Period;
  readonly cutOff?: CutOffRow;
}

/** A year or a part of it; an interim period only by the one row of the governance that says when it ends. */
export const periodOf = (year: number, part: string | undefined, governance: Governance): AskedPeriod => {
  if (!isInterim(part)) {
    const period = parsePeriod(year, part);
    if (period) return { period };
    throw badInput(`--period is "${part}": write H1, H2, T1–T3, Q1–Q4, delår or 2026-01-01..2026-08-31.`);
  }
  const named = interimOf(governance, year);
  if (named.ok) return named.value;
  throw badInput(
    (governance.cutOffs ?? []).length > 0
      ? 'The governance has more than one last day of an interim period (cutOffs): end all but one.'
      : 'No last day of an interim period is decided: add a row to cutOffs in the governance, or give --period FROM..TO.',
  );
};
