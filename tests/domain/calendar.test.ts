import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standstillAfterAppeal } from '#domain/coordination/life-cycle.ts';
import {
  addDays,
  addWorkingDays,
  dateOf,
  endOfDay,
  isJuly,
  isWorkingDay,
  latestDispatch,
  standstillEnd,
} from '#domain/shared/calendar.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { date } from '../support/world.ts';

describe('the standstill counts calendar days (LOU 20:1)', () => {
  it('is 10 days from the day after dispatch when sent electronically', () => {
    // Dispatched Monday 2 November 2026: the tenth day is Thursday the 12th.
    expect(standstillEnd(date('2026-11-02'), 'electronically')).toBe('2026-11-12');
  });

  it('is 15 days otherwise', () => {
    expect(standstillEnd(date('2026-11-02'), 'otherwise')).toBe('2026-11-17');
  });

  it.each([
    ['a Saturday', '2026-11-04', '2026-11-16'],
    ['a Sunday', '2026-11-05', '2026-11-16'],
    ['Epiphany', '2026-12-27', '2027-01-07'],
    ['Good Friday, then through Easter Monday', '2026-03-24', '2026-04-07'],
  ])('is extended when its last day is %s', (_, dispatched, last) => {
    expect(standstillEnd(date(dispatched), 'electronically')).toBe(last);
  });

  it.each([
    ["Midsummer's Eve", '2026-06-09', '2026-06-22'],
    ['Christmas Eve, then to the Monday after Boxing Day', '2026-12-14', '2026-12-28'],
    ["New Year's Eve, then over the weekend", '2026-12-21', '2027-01-04'],
  ])('is extended when its last day is %s (Lag 1930:173 2 §)', (_, dispatched, last) => {
    expect(standstillEnd(date(dispatched), 'electronically')).toBe(last);
  });

  // Worked through by Upphandlingsmyndigheten in its Frågeportal ("Hur räknar man ut en avtalsspärr enligt LOU?").
  it.each([
    ['an ordinary week', '2019-04-01', '2019-04-11'],
    ['Easter inside it, and a Sunday last', '2019-04-18', '2019-04-29'],
  ])('is as the authority for procurement counts it: %s', (_, dispatched, last) => {
    expect(standstillEnd(date(dispatched), 'electronically')).toBe(last);
  });

  it('is counted in the same way from the day of a court that has settled an appeal, as the authority does', () => {
    // 30 May 2018 is day 0; day 10 is Saturday 9 June, so that it ends on Monday the 11th.
    expect(standstillAfterAppeal(date('2018-05-30'))).toBe('2018-06-11');
  });

  it('is not extended by an eve that the act does not name', () => {
    // Trettondagsafton, 5 January 2027, is a Tuesday and an ordinary working day.
    expect(standstillEnd(date('2026-12-26'), 'electronically')).toBe('2027-01-05');
  });

  it.each([
    ['2026-03-27', '2026-04-07'],
    ['2026-10-22', '2026-11-02'],
  ])('has as many days over a change of the clock as otherwise (dispatched %s)', (dispatched, last) => {
    expect(standstillEnd(date(dispatched), 'electronically')).toBe(last);
  });

  it('starts with the day in Stockholm, not in UTC', () => {
    const lateEvening = '2026-11-02T23:30:00.000Z' as Instant;
    expect(dateOf(lateEvening)).toBe('2026-11-03');
    expect(standstillEnd(dateOf(lateEvening), 'electronically')).toBe('2026-11-13');
  });

  it('never ends early or on a day off, whatever the day of dispatch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        fc.constantFrom('electronically', 'otherwise'),
        (n, sent) => {
          const dispatched = addDays(date('2024-01-01'), n);
          const last = standstillEnd(dispatched, sent);
          expect(isWorkingDay(last)).toBe(true);
          expect(last >= addDays(dispatched, sent === 'electronically' ? 10 : 15)).toBe(true);
        },
      ),
    );
  });
});

describe('planning backwards over a standstill', () => {
  it('the latest dispatch leaves the whole standstill before the contract is signed, and a day later would not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        fc.constantFrom('electronically', 'otherwise'),
        (n, sent) => {
          const signing = addDays(date('2024-02-01'), n);
          const latest = latestDispatch(signing, sent);
          expect(standstillEnd(latest, sent) < signing).toBe(true);
          expect(standstillEnd(addDays(latest, 1), sent) >= signing).toBe(true);
        },
      ),
    );
  });

  it('knows July', () => {
    expect([isJuly(date('2026-07-01')), isJuly(date('2026-06-30')), isJuly(date('2026-08-01'))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("the ladder's clocks count Swedish working days in Stockholm", () => {
  it('skip weekends, holidays and the equated eves', () => {
    expect(addWorkingDays(date('2026-12-23'), 1)).toBe('2026-12-28');
    expect(addWorkingDays(date('2026-06-18'), 1)).toBe('2026-06-22');
  });

  it('a day that is 23 or 25 hours long is one day', () => {
    expect(endOfDay(date('2026-03-29'))).toBe('2026-03-29T21:59:59.000Z');
    expect(endOfDay(date('2026-03-28'))).toBe('2026-03-28T22:59:59.000Z');
    expect(endOfDay(date('2026-10-25'))).toBe('2026-10-25T22:59:59.000Z');
    expect(endOfDay(date('2026-10-24'))).toBe('2026-10-24T21:59:59.000Z');
  });
});
