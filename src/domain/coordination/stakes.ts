import type { DurationStep, Governance } from '../authority/governance.ts';
import { plannedStart, plannedValue } from '../plan/item.ts';
import { standstillDays } from '../plan/thresholds.ts';
import { addDays, addWorkingDays, daysBetween, standstillEnd } from '../shared/calendar.ts';
import type { PlainDate } from '../shared/ids.ts';
import { entries, isCommitment, openObjections } from './answer.ts';
import type { AskedCase } from './state.ts';

/**
 * What either choice means, from what is on record: amounts in SEK excluding VAT over the whole term, time in weeks. What
 * is not known is null, or counted as unknown; nothing is estimated.
 */
export interface Stakes {
  /** The plan's own figure for everybody together: the larger of those without and with options. */
  readonly planned: number | null;
  /** Those who take part without the objectors: what they have named, and how many of them named nothing. */
  readonly without: { readonly units: number; readonly value: number; readonly unknown: number };
  /** How many units object; an objection names no value, so what they would add is unknown. */
  readonly objecting: number;
  /** A whole procedure from a decision today; null with the stretches for which the governance has no row. */
  readonly procedureWeeks: number | null;
  readonly missing: readonly DurationStep[];
  readonly earliestStart: PlainDate | null;
  /** Weeks from the planned start to the earliest one: above 0 it comes too late. */
  readonly weeksLate: number | null;
  /** Weeks that the region's existing contract, with its option, still runs. */
  readonly contractWeeks: number | null;
}

const WEEK = 7;
const weeks = (days: number): number => Math.ceil(days / WEEK);

/** Forwards from a decision: prepared, advertised, evaluated, standing still, mobilised (LOU 20:1 for the standstill). */
const procedure = (
  governance: Governance,
  from: PlainDate,
): { readonly start: PlainDate | null; readonly missing: DurationStep[] } => {
  const missing: DurationStep[] = [];
  const after = (date: PlainDate, step: DurationStep): PlainDate => {
    const row = (governance.durations ?? []).find((candidate) => candidate.step === step);
    if (!row) missing.push(step);
    if (!row) return date;
    return row.unit === 'working' ? addWorkingDays(date, row.days) : addDays(date, row.days);
  };
  const evaluated = after(after(after(from, 'preparing'), 'advertising'), 'evaluation');
  const signed = addDays(
    standstillEnd(evaluated, 'electronically', standstillDays(governance, 'electronically')),
    1,
  );
  const start = after(signed, 'mobilisation');
  return { start: missing.length > 0 ? null : start, missing };
};

export const stakesOf = (state: AskedCase, governance: Governance, today: PlainDate): Stakes => {
  const { item, round } = state;
  const taking = entries(round).filter((entry) => isCommitment(entry.answer) && entry.decided !== 'deviate');
  const values = taking.flatMap(({ answer }) => (isCommitment(answer) ? [answer.commitment.value] : []));
  const { start, missing } = procedure(governance, today);
  const planned = plannedStart(item);
  const ends = item.extensionUntil ?? item.contractEnd;
  return {
    planned: plannedValue(item) ?? null,
    without: {
      units: taking.length,
      value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      unknown: values.filter((value) => value === undefined).length,
    },
    objecting: openObjections(round).length,
    procedureWeeks: start === null ? null : weeks(daysBetween(today, start)),
    missing,
    earliestStart: start,
    weeksLate: start === null || planned === undefined ? null : weeks(daysBetween(planned, start)),
    contractWeeks: ends === undefined ? null : Math.floor(daysBetween(today, ends) / WEEK),
  };
};
