import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  atHour,
  dateOf,
  daysBetween,
  endOfDay,
  inStockholm,
  isPlainDate,
  isWorkingDay,
  parseInstant,
  workingDaysBetween,
} from '#domain/shared/calendar.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { date } from '#support/world.ts';

const instant = (text: string) => text as Instant;

describe('a day is written YYYY-MM-DD and exists', () => {
  it.each(['2026-11-24', '2028-02-29'])('%s is one', (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '20261124',
    '2026-11-24T10:00',
    'x2026-11-24',
    '+002026-11-24',
    '2026-11-24x',
    '2026-1-4',
    '',
  ])('"%s" is none', (text) => {
    expect(isPlainDate(text)).toBe(false);
  });
});

describe('an instant is kept in UTC', () => {
  it('with milliseconds, so that text order is time order', () => {
    expect(parseInstant('2026-11-24T09:00:00+01:00')).toBe('2026-11-24T08:00:00.000Z');
    expect(parseInstant('2026-11-24T08:00Z')).toBe('2026-11-24T08:00:00.000Z');
  });

  it.each(['2026-11-24', '2026-11-24T09:00', 'nu', ''])('"%s" is none: it does not say where', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('and shown as the clock in Stockholm, with its offset, to the second', () => {
    expect(inStockholm(instant('2026-11-24T08:00:00.250Z'))).toBe('2026-11-24T09:00:00+01:00');
    expect(inStockholm(instant('2026-07-01T08:00:00.000Z'))).toBe('2026-07-01T10:00:00+02:00');
  });
});

describe('the days on which the clocks change are days like others', () => {
  it('their end and their hours are those of Stockholm', () => {
    expect(endOfDay(date('2027-03-28'))).toBe('2027-03-28T21:59:59.000Z');
    expect(endOfDay(date('2027-10-31'))).toBe('2027-10-31T22:59:59.000Z');
    expect(atHour(date('2027-03-28'), 9)).toBe('2027-03-28T07:00:00.000Z');
    expect(atHour(date('2027-10-31'), 9)).toBe('2027-10-31T08:00:00.000Z');
  });

  it('an hour that the clock skips is the one after it', () => {
    expect(atHour(date('2027-03-28'), 2)).toBe('2027-03-28T01:00:00.000Z');
  });

  it('midnight in Stockholm is where a day begins', () => {
    expect(dateOf(instant('2027-03-27T22:59:59.999Z'))).toBe('2027-03-27');
    expect(dateOf(instant('2027-03-27T23:00:00.000Z'))).toBe('2027-03-28');
    expect(dateOf(instant('2027-03-28T21:59:59.999Z'))).toBe('2027-03-28');
    expect(dateOf(instant('2027-03-28T22:00:00.000Z'))).toBe('2027-03-29');
  });
});

describe('calendar days between two days', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-03-28', '2026-03-30', 2],
    ['2027-01-06', '2026-12-23', -14],
    ['2028-02-01', '2028-03-01', 29],
  ])('from %s to %s they are %i', (from, to, days) => {
    expect(daysBetween(date(from), date(to))).toBe(days);
  });
});

describe('working days before and after a day', () => {
  it.each([
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-23', -5, '2026-11-16'],
    ['2026-12-28', -1, '2026-12-23'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i: %s', (from, count, day) => {
    expect(addWorkingDays(date(from), count)).toBe(day);
  });
});

describe('working days between two days', () => {
  it('the first does not count, the last does', () => {
    expect(workingDaysBetween(date('2026-11-23'), date('2026-11-23'))).toBe(0);
    expect(workingDaysBetween(date('2026-11-23'), date('2026-11-24'))).toBe(1);
    expect(workingDaysBetween(date('2026-11-20'), date('2026-11-23'))).toBe(1);
    expect(workingDaysBetween(date('2026-11-21'), date('2026-11-22'))).toBe(0);
  });

  it('holidays do not, and backwards they are negative', () => {
    expect(workingDaysBetween(date('2026-12-22'), date('2027-01-07'))).toBe(7);
    expect(workingDaysBetween(date('2027-01-07'), date('2026-12-22'))).toBe(-7);
    expect(isWorkingDay(date('2027-01-06'))).toBe(false);
  });
});
