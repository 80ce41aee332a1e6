import { describe, expect, it } from 'vitest';
import { allIndicators } from '#domain/indicators/all.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { NO_FIGURES } from '#domain/indicators/figures.ts';
import { isOutrun } from '#domain/indicators/indicator.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { BID_CLASSES, biasClass, expectedSpread } from '#domain/savings/bias.ts';
import { exactly } from '#domain/savings/range.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import { until } from '#support/stages.ts';
import { at } from '#support/world.ts';
import { known } from '../../application/views/support.ts';
import { alone, day, facts, saving, signed, together, YEAR } from './facts.ts';

const over = (from: string, to: string) => ({
  ...YEAR,
  period: { from: day(from), to: day(to) },
  asOf: instantOf(Date.UTC(2030, 0, 15, 8)),
});
const of = (id: string, all: readonly ProcurementFacts[], from: string, to: string) => {
  const found = allIndicators(all, over(from, to), { rate: 600, targets: [] }).find((one) => one.id === id);
  if (!found) throw new Error(`No indicator ${id}`);
  return found;
};
const names = (id: string, all: readonly ProcurementFacts[], from = '2025-01-01', to = '2025-12-31') =>
  Object.fromEntries(of(id, all, from, to).excluded.map(({ reason, items }) => [reason, items]));

describe('indicator 3 over several years: each day is one of its own year', () => {
  const contract = [facts('A', { ...signed('2024-01-01', alone(1), { to: '2026-12-31' }), ...saving(100) })];
  it('three whole years, one of them a leap year, are three', () => {
    expect(of('enabled-saving', contract, '2024-01-01', '2026-12-31').value).toBeCloseTo(300, 9);
  });
  it('and parts of two years are parts of each', () => {
    // 1 July to 31 December 2024 is 184 of 366 days, 1 January to 30 June 2025 is 181 of 365.
    expect(of('enabled-saving', contract, '2024-07-01', '2025-06-30').value).toBeCloseTo(
      (100 * 184) / 366 + (100 * 181) / 365,
      9,
    );
  });
});

describe('indicator 5: what was invoiced counts in the period in which its stretch ended', () => {
  const late = facts('A', {
    ...signed('2025-01-01', together(1, 1), { to: '2025-12-31' }),
    ...saving(100),
    realised: [{ from: day('2025-07-01'), to: day('2026-01-31'), value: 50 }],
    attribution: { coordination: 1, market: 0, 'e-commerce': 0, 'category-work': 0, unknown: 0 },
    cost: { seconds: 0, external: 10 },
  });
  it('also where it ends after the contract’s last day', () => {
    expect(of('realised-saving', [late], '2025-01-01', '2025-12-31')).toMatchObject({ reason: 'no-invoice' });
    expect(of('realised-saving', [late], '2026-01-01', '2026-12-31')).toMatchObject({
      value: 50,
      denominator: 1,
    });
    // The cost fell on the contract's days, of which none is in 2026.
    expect(of('net-benefit-realised', [late], '2026-01-01', '2026-12-31')).toMatchObject({
      value: 50,
      denominator: 0,
    });
    // 184 of 365 days of 2025 and 31 of 365 of 2026, at 100 a year.
    expect(of('hit-rate', [late], '2026-01-01', '2026-12-31').denominator).toBeCloseTo((100 * 215) / 365, 9);
  });
  it('an item of whose invoices only some had an old price counts, and is named for the rest', () => {
    const stretch = (from: string, to: string) => ({ from: day(from), to: day(to) });
    const live = signed('2025-01-01', alone(1), { to: '2028-12-31' });
    const all = [
      facts('A', {
        ...live,
        realised: [
          { ...stretch('2025-01-01', '2025-06-30'), value: 30 },
          { ...stretch('2025-07-01', '2025-12-31'), value: null },
        ],
      }),
      facts('B', { ...live, realised: [{ ...stretch('2025-01-01', '2025-12-31'), value: 5, covered: 0.6 }] }),
      facts('C', { ...live, realised: [{ ...stretch('2025-01-01', '2025-12-31'), value: 7 }] }),
      facts('D', { ...live, realised: [{ ...stretch('2025-01-01', '2025-12-31'), value: null }] }),
    ];
    expect(of('realised-saving', all, '2025-01-01', '2025-12-31').value).toBe(42);
    expect(names('realised-saving', all)).toEqual({ 'partly-realised': ['A', 'B'], 'no-realised': ['D'] });
  });
});

describe('external arenas stand apart (domain section 5)', () => {
  it('by the item’s own exit, in the period of the exit, since no contract tells of it', () => {
    const left = facts('X', { exit: { how: 'external-coordination', on: day('2025-05-02') } });
    const all = [left, facts('A', signed('2025-02-01', together(1, 1)))];
    for (const id of ['share-coordinated', 'count-coordinated', 'coverage'])
      expect(names(id, all)).toMatchObject({ external: ['X'] });
    expect(of('share-coordinated', all, '2025-01-01', '2025-12-31')).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
    expect(names('share-coordinated', all, '2024-01-01', '2024-12-31')).toEqual({});
  });
});

it('a sum of savings says how many of those counted finance has signed', () => {
  const live = signed('2025-01-01', alone(1));
  const all = [
    facts('A', { ...live, ...saving(10), validated: true }),
    facts('B', { ...live, ...saving(20) }),
    facts('C', live),
  ];
  expect(of('enabled-saving', all, '2025-01-01', '2025-12-31')).toMatchObject({ value: 30, signed: 1 });
  expect(of('coverage', all, '2025-01-01', '2025-12-31')).not.toHaveProperty('signed');
});

it('a forecast is outrun once its period is over, and nothing else is', () => {
  const found = (asOf: string) =>
    allIndicators([], { ...YEAR, asOf: at(asOf) }, { rate: null, targets: [] })
      .filter(isOutrun)
      .map(({ id }) => id);
  expect(found('2025-12-31 12:00')).toEqual([]);
  expect(found('2026-01-01 12:00')).toEqual(['share-coordinated-forecast']);
});

describe('what is kept of a saving in a case’s facts', () => {
  const contract = known(until('contract'));
  const stated = {
    method: 'market-price' as const,
    version: 'market-price-1',
    annual: exactly(10),
    term: exactly(40),
    years: 4,
    bias: { bidders: 3, share: 0.085, spread: 0.1 },
    by: 'anna',
    on: day('2027-04-01'),
    at: at('2027-04-01 09:00'),
    texts: { assumptions: 'Samma volym' },
  };
  it('how, over which term, by whom, on what, and who has signed it; without its text where that was removed', () => {
    const figures = { ...NO_FIGURES, saving: stated, validated: { by: 'nils', at: at('2027-04-02 09:00') } };
    expect(factsOf({ ...contract, figures })?.saving?.stated).toEqual({
      version: 'market-price-1',
      years: 4,
      by: 'anna',
      on: '2027-04-01',
      assumptions: 'Samma volym',
      bidders: 3,
      signed: { by: 'nils', on: '2027-04-02' },
    });
    const { texts: _removed, ...bare } = stated;
    expect(
      factsOf({ ...contract, figures: { ...NO_FIGURES, saving: bare } })?.saving?.stated,
    ).not.toHaveProperty('assumptions');
  });
  it('and who has a conflict in the case; who says later that there is none is not among them', () => {
    const said = (conflict: boolean) => ({ conflict, at: at('2027-04-01 09:00') });
    const [a, b] = ['a', 'b'] as PersonId[];
    const state = { ...contract, conflicts: { [a as PersonId]: said(true), [b as PersonId]: said(false) } };
    expect(factsOf(state as typeof contract)?.conflicted).toEqual(['a']);
    expect(factsOf(contract)).not.toHaveProperty('conflicted');
  });
});

describe('the classes of what bids show by themselves', () => {
  it('three or four, five to nine, ten and more; below three there is no such figure', () => {
    expect(BID_CLASSES).toEqual([3, 5, 10]);
    expect(biasClass(2)).toBeNull();
    const four = { fewest: 3, least: expectedSpread(3), most: expectedSpread(4) };
    expect([biasClass(3), biasClass(4)]).toEqual([four, four]);
    expect(biasClass(9)).toEqual({ fewest: 5, least: expectedSpread(5), most: expectedSpread(9) });
    expect(biasClass(25)).toEqual({ fewest: 10, least: expectedSpread(10), most: null });
  });
});
