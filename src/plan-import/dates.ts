import { isValid } from 'date-fns/isValid';
import { enGB } from 'date-fns/locale/en-GB';
import { sv } from 'date-fns/locale/sv';
import { parse } from 'date-fns/parse';
import { dateOf, instantOf, isPlainDate, parseInstant } from '#domain/shared/calendar.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { Cell } from './cell.ts';
import { type Fault, fault } from './issue.ts';

/** Ways of writing a day that mean the same everywhere; 03/04/2021 does not and is asked about. */
const PLAIN_FORMATS = [
  'yyyy-MM-dd',
  'yyyyMMdd',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH:mm:ss',
  "yyyy-MM-dd'T'HH:mm",
  "yyyy-MM-dd'T'HH:mm:ss",
  "yyyy-MM-dd'T'HH:mm:ss.SSS",
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'd.M.yyyy',
  'd.M.yy',
  'd MMM yyyy',
  'd MMMM yyyy',
  'd-MMM-yyyy',
  'd-MMM-yy',
  'd MMM yy',
  'MMM d, yyyy',
  'MMMM d, yyyy',
] as const;

const FIRST = '1950-01-01';
const LAST = '2149-12-31';
const within = (date: PlainDate): Result<PlainDate, Fault> =>
  date >= FIRST && date <= LAST ? ok(date) : fail(fault('unreadable-date'));

const pad = (number: number, digits = 2): string => String(number).padStart(digits, '0');
const dayOf = (date: Date): PlainDate =>
  `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` as PlainDate;

/** A zone in the format makes the text an instant, whose day is Stockholm's and not this machine's. */
const hasZone = (pattern: string): boolean => /[xX]/.test(pattern.replace(/'[^']*'/g, ''));

const withFormat = (text: string, pattern: string, year: number): PlainDate | null => {
  for (const locale of [sv, enGB]) {
    // The reference gives two-digit years their century.
    const date = parse(text, pattern, new Date(year, 0, 1), { locale });
    if (isValid(date)) return hasZone(pattern) ? dateOf(instantOf(date.getTime())) : dayOf(date);
  }
  return null;
};

const DAY_MS = 86_400_000;
/** Excel's day numbers of the years 2000–2099; day 1 is 1 January 1900, with a 29 February 1900 that never was. */
const ofSerial = (serial: number): PlainDate | null =>
  serial >= 36_526 && serial < 73_051
    ? (new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10) as PlainDate)
    : null;

const IMPRECISE =
  /^(?:(?:19|20)\d\d(?:[-/. ]\d{1,2})?|(?:[a-zåäö]+\.?\s+)*(?:19|20)\d\d|(?:v(?:ecka|\.)?|week|w)\.?\s*\d+.*|(?:q|kv|kvartal|quarter|t|tertial|h)\.?\s*[1-4].*|(?:19|20)\d\d[-\s]*(?:q|kv|t|h|w|v).*)$/i;

const ofText = (
  text: string,
  formats: readonly string[] | undefined,
  year: number,
): Result<PlainDate, Fault> => {
  for (const pattern of formats ?? PLAIN_FORMATS) {
    const date = withFormat(text, pattern, year);
    if (date && isPlainDate(date) && date >= FIRST && date <= LAST) return ok(date);
  }
  if (formats) return fail(fault('unreadable-date'));
  const instant = /[zZ]$|[+-]\d\d:?\d\d$/.test(text) ? parseInstant(text) : null;
  if (instant) return within(dateOf(instant));
  const [, one = '', two = '', years = ''] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (years) return ofSlashes(Number(one), Number(two), years);
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? ofSerial(Number(text.replace(',', '.'))) : null;
  if (serial) return ok(serial);
  return fail(fault(IMPRECISE.test(text) ? 'imprecise-date' : 'unreadable-date'));
};

/** 25/3/2021 can only be a day and a month; 3/4/2021 may be American. */
const ofSlashes = (one: number, two: number, year: string): Result<PlainDate, Fault> => {
  if (one <= 12 && two <= 12 && one !== two) return fail(fault('ambiguous-date'));
  const [day, month] = one > 12 || one === two ? [one, two] : [two, one];
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return isPlainDate(date) ? within(date) : fail(fault('unreadable-date'));
};

/**
 * A cell → the day in Stockholm. `formats` are Unicode tokens, tried in order with Swedish and English month names;
 * without them only unmistakable ways of writing are read. `year` places two-digit years within 50 years of it.
 */
export const readDate = (
  cell: Cell,
  formats: readonly string[] | undefined,
  year: number,
): Result<PlainDate, Fault> => {
  if (cell.date) return within(cell.date);
  const serial = cell.number === undefined ? null : ofSerial(cell.number);
  return serial ? ok(serial) : ofText(cell.text.replace(/\s+/g, ' '), formats, year);
};
