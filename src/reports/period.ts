import type { Period } from '#domain/indicators/indicator.ts';
import { addDays, isPlainDate } from '#domain/shared/calendar.ts';
import type { PlainDate } from '#domain/shared/ids.ts';

/** Months of a part of the year, by its letter. */
const LENGTHS: Readonly<Record<string, number>> = { H: 6, T: 4, Q: 3 };

const firstOf = (year: number, month: number): PlainDate =>
  (month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`) as PlainDate;

/** "delår": its last day is a row of the governance, and without one there is none. */
export const isInterim = (text: string | undefined): boolean =>
  /^(?:del[åa]r(?:et)?|interim)$/i.test(text?.trim() ?? '');

/** A report's period in one text: `2025`, `2025 T1`, `2025-delår`, `FROM..TO`; null where no year begins it. */
export const yearAndPart = (
  text: string,
): { readonly year: number; readonly part: string | undefined } | null => {
  if (text.includes('..')) return { year: Number(text.slice(0, 4)), part: text };
  const [, year, part] = /^((?:19|20|21)\d\d)(?:[\s-]+(\S+))?$/.exec(text.trim()) ?? [];
  return year === undefined ? null : { year: Number(year), part };
};

/**
 * `H1`, `T2` (tertial), `Q4` of a year, `FROM..TO`, or nothing for the whole year; null for anything else. Both days belong
 * to a period.
 */
export const parsePeriod = (year: number, text: string | undefined): Period | null => {
  if (text === undefined) return { from: firstOf(year, 1), to: addDays(firstOf(year, 13), -1) };
  const [from = '', to = ''] = text.split('..');
  if (isPlainDate(from) && isPlainDate(to)) return from <= to ? { from, to } : null;
  const [, letter = '', digit = ''] = /^([HTQ])([1-4])$/.exec(text.toUpperCase()) ?? [];
  const months = LENGTHS[letter];
  if (months === undefined || Number(digit) * months > 12) return null;
  const first = (Number(digit) - 1) * months + 1;
  return { from: firstOf(year, first), to: addDays(firstOf(year, first + months), -1) };
};
