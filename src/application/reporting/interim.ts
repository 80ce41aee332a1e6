import type { CutOffRow, Governance } from '#domain/authority/governance.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import type { Period } from '#domain/indicators/indicator.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';

/** Up to the decided last day, `MM-DD`. */
const interimPeriod = (year: number, endsOn: string): Period => ({
  from: `${year}-01-01` as PlainDate,
  to: `${year}-${endsOn}` as PlainDate,
});

/**
 * A year's delår: up to the last day that the one row of the governance says. Refused where none is decided, or two are:
 * nobody guesses when a delår ends (domain section 5).
 */
export const interimOf = (
  { cutOffs = [] }: Governance,
  year: number,
): Result<{ readonly period: Period; readonly cutOff: CutOffRow }, Refusal> => {
  const [cutOff, another] = cutOffs.filter(({ period }) => period === 'interim');
  return cutOff && !another
    ? ok({ period: interimPeriod(year, cutOff.endsOn), cutOff })
    : fail(refuse('no-cut-off'));
};
