import type { PlainDate } from '#domain/shared/ids.ts';
import { type CandidateItem, type CandidateReason, WINDOW_MONTHS } from './candidate.ts';

const MONTH_DAYS = 365.25 / 12;
export const dayOf = (date: PlainDate | undefined): number | null =>
  date === undefined ? null : Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** How two needs lie in time, and how well: 0–1; null when they cannot be met together. */
export interface Timing {
  readonly fit: number;
  readonly reason: CandidateReason;
}

const latest = ({ contractEnd, extensionUntil }: CandidateItem): PlainDate | undefined =>
  [contractEnd, extensionUntil]
    .flatMap((date) => (date ? [date] : []))
    .toSorted()
    .at(-1);

/**
 * Within the window between the starts, or the earlier one's contract (with its options) reaches the later one's start,
 * so that it can wait.
 */
export const timingOf = (a: CandidateItem, b: CandidateItem, windowMonths = WINDOW_MONTHS): Timing | null => {
  const [one, other] = [dayOf(a.start), dayOf(b.start)];
  if (one === null || other === null) return { fit: 0.9, reason: { code: 'start-unknown' } };
  const [earlier, later] = one <= other ? [a, b] : [b, a];
  if (!earlier.start || !later.start) return null;
  const months = Math.abs(one - other) / MONTH_DAYS;
  if (months <= windowMonths) {
    return {
      fit: 1 - 0.1 * (months / Math.max(1, windowMonths)),
      reason: { code: 'same-time', months: Math.round(months), from: earlier.start, to: later.start },
    };
  }
  const until = latest(earlier);
  if (until === undefined || until < later.start) return null;
  return { fit: 0.85, reason: { code: 'contract-covers', region: earlier.region, until } };
};
