import { addDays } from '../../shared/calendar.ts';
import type { PlainDate } from '../../shared/ids.ts';
import { type Governance, type GovernanceRow, governanceOn, rowsOf } from '../governance.ts';
import type { Span } from './finding.ts';

/** The rows that bind through a whole span of days. */
export interface BoundSpan {
  readonly span: Span;
  readonly rows: Governance;
}

/** From `today` on, the spans within which the same rows bind. */
export const boundSpans = (all: Governance, today: PlainDate): BoundSpan[] => {
  const days = rowsOf(all)
    .filter(({ status }) => status === 'decided')
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === undefined ? [] : [addDays(validTo, 1)])])
    .filter((day) => day > today);
  const starts = [today, ...new Set(days.sort())];
  return starts.map((from, i) => {
    const next = starts[i + 1];
    return {
      span: { from, to: next === undefined ? null : addDays(next, -1) },
      rows: governanceOn(all, from),
    };
  });
};

/** The part of a row's days that lies from `today` on; null when it is over, or its dates are reversed. */
export const ahead = ({ validFrom, validTo }: GovernanceRow, today: PlainDate): Span | null => {
  if (validTo !== undefined && (validTo < today || validTo < validFrom)) return null;
  return { from: validFrom > today ? validFrom : today, to: validTo ?? null };
};

/** Two spans of which one goes on where the other ends. */
export const joined = (earlier: Span, later: Span): Span | null =>
  earlier.to !== null && addDays(earlier.to, 1) === later.from ? { from: earlier.from, to: later.to } : null;

/**
 * What is found span by span, each run of spans with the same find as one: `key` says when two finds are the same but for
 * their days.
 */
export const acrossSpans = <T extends { readonly span: Span }>(
  found: readonly T[],
  key: (find: T) => string,
): T[] => {
  const open = new Map<string, T>();
  const all: T[] = [];
  const close = (find: T): void => {
    all.push(find);
  };
  for (const find of found) {
    const before = open.get(key(find));
    const whole = before && joined(before.span, find.span);
    if (before && !whole) close(before);
    open.set(key(find), whole ? { ...before, span: whole } : find);
  }
  for (const find of open.values()) close(find);
  return all;
};
