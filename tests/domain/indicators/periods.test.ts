import { describe, expect, it } from 'vitest';
import { allIndicators } from '#domain/indicators/all.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import type { Scope } from '#domain/indicators/indicator.ts';
import { savingsByMethod } from '#domain/indicators/methods.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import { alone, day, facts, saving, signed, together, YEAR } from './facts.ts';

const over = (from: string, to: string): Scope => ({
  ...YEAR,
  period: { from: day(from), to: day(to) },
  asOf: instantOf(Date.UTC(2030, 0, 15, 8)),
});
const of = (
  id: string,
  all: readonly ProcurementFacts[],
  scope: Scope = YEAR,
  rate: number | null = null,
) => {
  const found = allIndicators(all, scope, { rate, targets: [] }).find((one) => one.id === id);
  if (!found) throw new Error(`No indicator ${id}`);
  return found;
};
const attribution = { coordination: 1, market: 0, 'e-commerce': 0, 'category-work': 0, unknown: 0 };

describe('indicator 7: the periods of a contract’s term add up', () => {
  const contract = facts('A', {
    ...signed('2025-01-01', together(1, 1), { to: '2028-12-31' }),
    ...saving(100_000),
    attribution,
    cost: { seconds: 0, external: 80_000 },
  });
  const net = (from: string, to: string) =>
    of('net-benefit-theoretical', [contract], over(from, to)).value ?? NaN;
  it('two halves are a year', () => {
    expect(net('2025-01-01', '2025-06-30') + net('2025-07-01', '2025-12-31')).toBeCloseTo(
      net('2025-01-01', '2025-12-31'),
      6,
    );
  });
  it('the cost is borne once over the whole term, not once a year', () => {
    const years = [2025, 2026, 2027, 2028].map((year) => net(`${year}-01-01`, `${year}-12-31`));
    expect(years.reduce((sum, value) => sum + value, 0)).toBeCloseTo(4 * 100_000 - 80_000, 6);
    expect(of('net-benefit-theoretical', [contract], over('2025-01-01', '2025-12-31'))).toMatchObject({
      version: '3',
      numerator: 100_000,
      denominator: expect.closeTo((80_000 * 365) / 1461, 6),
    });
  });
  it('without a last day all of it falls on the period of the signature', () => {
    const open = { ...contract, ...signed('2025-03-01', together(1, 1)) };
    expect(of('net-benefit-theoretical', [open], over('2025-01-01', '2025-12-31')).denominator).toBe(80_000);
    expect(of('net-benefit-theoretical', [open], over('2026-01-01', '2026-12-31')).denominator).toBe(0);
  });
});

describe('indicator 3: of a running year the outcome is what has been', () => {
  const running = [facts('A', { ...signed('2025-01-01', alone(1)), ...saving(365) })];
  const asOf = (month: number, date: number): Scope => ({
    ...YEAR,
    asOf: instantOf(Date.UTC(2025, month - 1, date, 11)),
  });
  it.each([
    [1, 5, 5],
    [6, 30, 181],
    [12, 31, 365],
  ])('on %i/%i it is %i days', (month, date, days) => {
    expect(of('enabled-saving', running, asOf(month, date)).value).toBe(days);
    expect(savingsByMethod(running, asOf(month, date))).toMatchObject([{ sum: { base: days } }]);
  });
  it('the forecast alone looks forward', () => {
    expect(of('share-coordinated-forecast', running, asOf(1, 5)).basis).toBe('forecast');
    expect(of('enabled-saving', running, asOf(1, 5)).basis).toBe('outcome');
  });
});

describe('why there is no value', () => {
  const live = signed('2025-01-01', together(1, 1), { to: '2028-12-31' });
  const told = { ...live, ...saving(10), attribution };
  const stretch = { from: day('2025-01-01'), to: day('2025-06-30') };
  it.each<[string, string, ProcurementFacts, string]>([
    [
      'hours without a decided rate',
      'net-benefit-theoretical',
      facts('A', { ...told, cost: { seconds: 3600, external: 0 } }),
      'no-rate',
    ],
    ['no log', 'net-benefit-theoretical', facts('A', told), 'no-log'],
    ['a saving that nobody has counted', 'enabled-saving', facts('A', live), 'not-counted-yet'],
    [
      'one that cannot be',
      'enabled-saving',
      facts('A', {
        ...live,
        obstacles: {
          basket: 'data-missing',
          negotiation: 'not-comparable',
          'market-price': 'fewer-than-3-bids',
        },
      }),
      'not-calculable',
    ],
    ['nothing invoiced', 'realised-saving', facts('A', told), 'no-invoice'],
    [
      'invoices without an old price',
      'realised-saving',
      facts('A', { ...told, realised: [{ ...stretch, value: null }] }),
      'no-realised',
    ],
    ['a value that nobody knows', 'coverage-by-value', facts('A', live), 'value-unknown'],
    [
      'a value that nobody knows, of the share',
      'share-coordinated-by-value',
      facts('A', signed('2025-01-01', [])),
      'value-unknown',
    ],
    ['nobody’s assessment', 'share-coordinated-of-possible', facts('A', live), 'not-assessed'],
  ])('%s', (_, id, one, reason) => {
    expect(of(id, [one])).toMatchObject({ value: null, reason });
    expect(of(id, [])).toMatchObject({ value: null, reason: 'nothing-in-the-period' });
  });
});
