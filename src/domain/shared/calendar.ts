import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { Instant, PlainDate } from './ids.ts';
import { remembered } from './remembered.ts';

/** All deadlines are read in Swedish local time; a day that is lengthened or shortened by DST is still one day. */
export const ZONE = 'Europe/Stockholm';

const holidays = new Holidays('SE');

/**
 * Red days and the eves that Lag (1930:173) 2 § equates with them (midsummer's, Christmas and New Year's eve);
 * date-holidays marks the eves `bank`.
 */
const holidaysIn = remembered(
  (year: number): ReadonlySet<string> =>
    new Set(
      holidays
        .getHolidays(year)
        .filter((day) => day.type === 'public' || day.type === 'bank')
        .map((day) => day.date.slice(0, 10)),
    ),
);

const day = (date: PlainDate): Temporal.PlainDate => Temporal.PlainDate.from(date);
const text = (date: Temporal.PlainDate): PlainDate => date.toString() as PlainDate;

export const isPlainDate = (candidate: string): candidate is PlainDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(candidate)) return false;
  try {
    Temporal.PlainDate.from(candidate);
    return true;
  } catch {
    return false;
  }
};

/** An ISO 8601 instant with offset or Z → UTC with milliseconds; null when it is none. */
export const parseInstant = (candidate: string): Instant | null => {
  try {
    return instantOf(Temporal.Instant.from(candidate).epochMilliseconds);
  } catch {
    return null;
  }
};

export const instantOf = (epochMilliseconds: number): Instant =>
  new Date(epochMilliseconds).toISOString() as Instant;
export const millisecondsOf = (instant: Instant): number => Date.parse(instant);

/** Stockholm is whole hours from UTC and changes on the hour: within one hour of UTC it is one day there. */
const HOUR_MS = 3_600_000;
const dayOfHour = remembered((hour: number) =>
  text(
    Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS)
      .toZonedDateTimeISO(ZONE)
      .toPlainDate(),
  ),
);

/** The calendar day in Stockholm that an instant falls on. */
export const dateOf = (instant: Instant): PlainDate =>
  dayOfHour(Math.floor(millisecondsOf(instant) / HOUR_MS));

/** An instant as the clock in Stockholm shows it, with its offset: `2026-11-24T09:00:00+01:00`. */
export const inStockholm = (instant: Instant): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(ZONE)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** 23:59:59 in Stockholm: what a bare date means as a deadline. */
export const endOfDay = remembered(
  (date: PlainDate): Instant =>
    instantOf(day(date).toZonedDateTime({ timeZone: ZONE, plainTime: '23:59:59' }).epochMilliseconds),
);

/** `hour` o'clock in Stockholm: when a reminder of that day is sent. */
export const atHour = remembered(
  (date: PlainDate, hour: number): Instant =>
    instantOf(day(date).toZonedDateTime({ timeZone: ZONE, plainTime: { hour } }).epochMilliseconds),
);

export const addDays = (date: PlainDate, days: number): PlainDate => text(day(date).add({ days }));

/** Calendar days from one day to another; negative when `to` is the earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => day(from).until(day(to)).days;

export const isWorkingDay = remembered((date: PlainDate): boolean => {
  const { dayOfWeek, year } = day(date);
  return dayOfWeek <= 5 && !holidaysIn(year).has(date);
});

/** The working day `count` working days after (or, negative, before) `date`, which itself does not count. */
export const addWorkingDays = remembered((date: PlainDate, count: number): PlainDate => {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = date;
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
});

/** Working days in (`from`, `to`]; negative when `to` is the earlier. */
export const workingDaysBetween = (from: PlainDate, to: PlainDate): number => {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let at = from; at < to; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) count += 1;
  }
  return count;
};

/** How the notice of an award decision went to the bidders. */
export type Dispatch = 'electronically' | 'otherwise';
/** What the law has; a dated row of the governance goes before it. */
const STANDSTILL_DAYS: Readonly<Record<Dispatch, number>> = { electronically: 10, otherwise: 15 };

/**
 * The last day of the standstill (LOU 20:1): 10 calendar days when the award notice was sent electronically, otherwise 15,
 * counted from the day after dispatch in Stockholm. A last day that is a Saturday, a Sunday, a holiday or one of the eves
 * that Lag (1930:173) 2 § equates with them moves to the next working day. The contract may be signed the day after.
 */
export const standstillEnd = (
  dispatched: PlainDate,
  sent: Dispatch,
  days: number = STANDSTILL_DAYS[sent],
): PlainDate => {
  const last = addDays(dispatched, days);
  return isWorkingDay(last) ? last : addWorkingDays(last, 1);
};

/** The last day on which an award notice can be sent for the contract to be signed on `signing`. */
export const latestDispatch = (
  signing: PlainDate,
  sent: Dispatch,
  days: number = STANDSTILL_DAYS[sent],
): PlainDate => {
  let dispatched = addDays(signing, -days - 1);
  while (standstillEnd(dispatched, sent, days) >= signing) dispatched = addDays(dispatched, -1);
  return dispatched;
};

/** The month in which bodies do not meet and few answer: a deadline there is worth a warning. */
export const isJuly = (date: PlainDate): boolean => date.slice(5, 7) === '07';
