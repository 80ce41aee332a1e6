import { Temporal } from 'temporal-polyfill';

export type Day = Temporal.PlainDate;
/** Inclusive days. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Something that comes again: quarter, spring, March. `at(0)` is near `today`; consecutive, in order of time. */
export interface Recurring {
  readonly at: (index: number, today: Day) => Span;
}

export const dayOf = (year: number, month: number, day = 1): Day =>
  Temporal.PlainDate.from({ year, month, day });

const months = (from: Day, count: number): Span => ({
  from,
  to: from.add({ months: count }).subtract({ days: 1 }),
});

/** The year cut into pieces of `count` months: a year (12), half-year (6), tertial (4), quarter (3), month (1). */
export const piece = (count: 1 | 3 | 4 | 6 | 12): Recurring => ({
  at: (index, today) =>
    months(
      dayOf(today.year, today.month - ((today.month - 1) % count)).add({ months: index * count }),
      count,
    ),
});

/** `count` months from the first of `month`, once a year. */
export const yearly = (month: number, count: number): Recurring => ({
  at: (index, today) => months(dayOf(today.year + index, month), count),
});

/** One day of the year: New Year, Christmas; `of` gives it for a year. */
export const feast = (of: (year: number) => Day): Recurring => ({
  at: (index, today) => ({ from: of(today.year + index), to: of(today.year + index) }),
});

/** Monday to Sunday. */
export const week: Recurring = {
  at: (index, today) => {
    const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: index });
    return { from: monday, to: monday.add({ days: 6 }) };
  },
};

export const weekday = (number: number): Recurring => ({
  at: (index, today) => {
    const day = today.subtract({ days: today.dayOfWeek - number }).add({ weeks: index });
    return { from: day, to: day };
  },
});

const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0;
const near = [-2, -1, 0, 1, 2] as const;

const first = (of: Recurring, today: Day, fits: (span: Span) => boolean): Span =>
  near.map((index) => of.at(index, today)).find(fits) ?? of.at(0, today);
const last = (of: Recurring, today: Day, fits: (span: Span) => boolean): Span =>
  near.map((index) => of.at(index, today)).findLast(fits) ?? of.at(0, today);

/** The one that holds or is next to come. */
export const holding = (of: Recurring, today: Day): Span =>
  first(of, today, (span) => !isBefore(span.to, today));
/** The first that has not begun. */
export const following = (of: Recurring, today: Day): Span =>
  first(of, today, (span) => isBefore(today, span.from));
/** The latest that has ended. */
export const previous = (of: Recurring, today: Day): Span =>
  last(of, today, (span) => isBefore(span.to, today));
/** The latest that has begun. */
export const begun = (of: Recurring, today: Day): Span =>
  last(of, today, (span) => !isBefore(today, span.from));

/** Gauss: Easter Sunday. */
const easter = (year: number): Day => {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15;
  const moon = (19 * golden + correction) % 30;
  const full =
    moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const sunday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return dayOf(year, 3).add({ days: full - sunday + 27 });
};

/** The Friday of 19–25 June. */
const midsummer = (year: number): Day => {
  const earliest = dayOf(year, 6, 19);
  return earliest.add({ days: (12 - earliest.dayOfWeek) % 7 });
};

export const FEASTS = {
  newYear: feast((year) => dayOf(year, 1, 1)),
  christmas: feast((year) => dayOf(year, 12, 24)),
  easter: feast(easter),
  midsummer: feast(midsummer),
} as const;
