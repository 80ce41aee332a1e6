import { describe, expect, it } from 'vitest';
import { allIndicators } from '#domain/indicators/all.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import type { Scope } from '#domain/indicators/indicator.ts';
import { itemId } from '#domain/shared/ids.ts';
import { alone, answeredIn, day, facts, S, saving, signed, together, V, YEAR } from './facts.ts';

const NOTHING_DECIDED = { rate: null, targets: [] };
const of = (
  id: string,
  all: readonly ProcurementFacts[],
  scope: Scope = YEAR,
  settings: Parameters<typeof allIndicators>[2] = NOTHING_DECIDED,
) => {
  const found = allIndicators(all, scope, settings).find((one) => one.id === id);
  if (!found) throw new Error(`No indicator ${id}`);
  return found;
};
const excludedOf = (id: string, all: readonly ProcurementFacts[], scope?: Scope) =>
  Object.fromEntries(of(id, all, scope).excluded.map(({ reason, items }) => [reason, items]));
const HALF: Scope = { ...YEAR, period: { from: day('2025-01-01'), to: day('2025-06-30') } };
const ofRegion = (region: typeof S): Scope => ({ ...YEAR, region });
const whole = (ceilings: readonly { readonly region: typeof S; readonly ceiling: number }[]) =>
  signed('2025-01-01', ceilings, { value: 1_000_000, to: '2028-12-31' });

describe('1: share coordinated', () => {
  it('is not calculable over nothing, and never 0', () => {
    expect(of('share-coordinated', [])).toMatchObject({
      value: null,
      reason: 'nothing-in-the-period',
      numerator: 0,
      denominator: 0,
    });
  });
  it('is 0 where there were procurements and none was coordinated', () => {
    expect(of('share-coordinated', [facts('A', whole(alone(5)))])).toMatchObject({ value: 0, reason: null });
  });
  it('takes a region with ceiling 0 for no party', () => {
    expect(of('share-coordinated', [facts('A', whole(together(5, 0)))])).toMatchObject({ value: 0 });
  });
  it('counts a procurement in lots once, whatever its parties', () => {
    expect(of('count-coordinated', [facts('A', whole([...together(5, 5), ...alone(2)]))]).value).toBe(1);
  });
  it.each(['direct-award', 'call-off', 'extension'] as const)('leaves out a %s, by name', (origin) => {
    const all = [facts('A', { origin, ...whole(together(5, 5)) })];
    expect(of('share-coordinated', all).denominator).toBe(0);
    expect(excludedOf('share-coordinated', all)).toEqual({ [origin]: ['A'] });
  });
  it('shows what another arena coordinates apart', () => {
    const all = [facts('A', { arena: 'external', ...whole(together(5, 5)) })];
    expect(of('count-coordinated', all).value).toBe(0);
    expect(excludedOf('count-coordinated', all)).toEqual({ external: ['A'] });
  });
  it('leaves out one that was cancelled after all', () => {
    const all = [facts('A', { ...whole(together(5, 5)), exit: { how: 'cancelled', on: day('2025-08-01') } })];
    expect(excludedOf('share-coordinated', all)).toEqual({ cancelled: ['A'] });
  });
  it('counts by the day of signing: both ends of the period belong to it', () => {
    const on = (date: string) => facts(date, signed(date, together(1, 1)));
    const all = ['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01'].map(on);
    expect(of('count-coordinated', all).value).toBe(4);
    expect(of('count-coordinated', all, HALF).behind.counted).toEqual(['2025-01-01', '2025-06-30']);
  });
  it('counts for a region the contracts that it is a party to', () => {
    const all = [
      facts('A', whole(alone(1))),
      facts('B', whole(together(1, 1))),
      facts('C', whole([{ region: V, ceiling: 1 }])),
      facts('D', whole(together(0, 1))),
    ];
    expect(of('share-coordinated', all, ofRegion(S))).toMatchObject({ numerator: 1, denominator: 2 });
    expect(of('share-coordinated', all, ofRegion(V))).toMatchObject({ numerator: 1, denominator: 3 });
  });
  it('counts within a category by the digits it begins with', () => {
    const all = [
      facts('A', { cpv: '33192230', ...whole(together(1, 1)) }),
      facts('B', { cpv: '39100000', ...whole(alone(1)) }),
      facts('C', whole(alone(1))),
    ];
    expect(of('share-coordinated', all, { ...YEAR, category: '33' })).toMatchObject({
      denominator: 1,
      value: 1,
    });
  });
  it('weighs by the contract’s value, else its ceilings, else the plan, and names what has none', () => {
    const all = [
      facts('A', signed('2025-02-01', together(2, 3), { value: 100 })),
      facts('B', { value: 7, ...signed('2025-02-01', together(20, 30)) }),
      facts('C', { value: 350, ...signed('2025-02-01', [{ region: S, ceiling: 0 }]) }),
      facts('D', signed('2025-02-01', [])),
    ];
    expect(of('share-coordinated-by-value', all)).toMatchObject({
      numerator: 150,
      denominator: 500,
      value: 0.3,
    });
    expect(excludedOf('share-coordinated-by-value', all)).toEqual({ 'value-unknown': ['D'] });
  });
  it('counts of the possible only what was assessed so, and names what nobody assessed', () => {
    const all = [
      facts('A', { possible: true, ...whole(together(1, 1)) }),
      facts('B', { possible: false, ...whole(together(1, 1)) }),
      facts('C', { possible: true, ...whole(alone(1)) }),
      facts('D', whole(together(1, 1))),
    ];
    expect(of('share-coordinated-of-possible', all)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(excludedOf('share-coordinated-of-possible', all)).toEqual({ 'not-assessed': ['D'] });
  });
});

describe('1: the forecast', () => {
  const planned = (id: string, more: Partial<ProcurementFacts> = {}) =>
    facts(id, { planned: day('2025-10-01'), ...more });
  it('says it is one, and counts two committed regions, not two units of one', () => {
    const all = [planned('A', { committed: [S, V] }), planned('B', { committed: [S, S] })];
    expect(of('share-coordinated-forecast', all)).toMatchObject({
      basis: 'forecast',
      numerator: 1,
      denominator: 2,
    });
  });
  it('adds what is contracted already, and leaves out what has ended, starts later or is no procurement of the plan', () => {
    const all = [
      facts('A', whole(together(1, 1))),
      planned('B', { committed: [S] }),
      planned('C', { exit: { how: 'postponed', on: day('2025-03-01') }, committed: [S, V] }),
      planned('D', { planned: day('2026-01-01'), committed: [S, V] }),
      planned('E', { origin: 'direct-award', committed: [S, V] }),
      planned('F', { arena: 'external', committed: [S, V] }),
      facts('G', { committed: [S, V] }),
    ];
    expect(of('share-coordinated-forecast', all).behind).toEqual({ counted: ['A'], of: ['A', 'B'] });
  });
  it('counts for a region what its plan or its commitment concerns', () => {
    const all = [planned('A', { committed: [V] }), planned('B', { region: V, committed: [] })];
    expect(of('share-coordinated-forecast', all, ofRegion(V)).behind.of).toEqual(['A', 'B']);
    expect(of('share-coordinated-forecast', all, ofRegion(S)).behind.of).toEqual(['A']);
  });
});

describe('2: the control point', () => {
  const possible = (id: string, more: Partial<ProcurementFacts>) => facts(id, { possible: true, ...more });
  it('finds what was possible and bought alone, or left by a deviation', () => {
    const all = [
      possible('A', whole(alone(1))),
      possible('B', whole(together(1, 1))),
      possible('C', { exit: { how: 'deviation-decided', on: day('2025-02-02') } }),
      possible('D', { exit: { how: 'not-possible', on: day('2025-02-02') } }),
      facts('E', whole(alone(1))),
      facts('F', { possible: false, ...whole(alone(1)) }),
      possible('G', { exit: { how: 'deviation-decided', on: day('2024-02-02') } }),
      possible('H', { planned: day('2025-01-01') }),
    ];
    expect(of('control-point', all).behind).toEqual({ counted: ['A', 'C', 'D'], of: ['A', 'B', 'C', 'D'] });
  });
  it('holds cancelled, postponed and external ones apart', () => {
    const all = [
      possible('A', { exit: { how: 'cancelled', on: day('2025-02-02') } }),
      possible('B', { exit: { how: 'postponed', on: day('2025-02-02') } }),
      possible('C', { exit: { how: 'external-coordination', on: day('2025-02-02') } }),
      possible('D', { arena: 'external', ...whole(alone(1)) }),
    ];
    expect(of('control-point', all)).toMatchObject({ value: null, reason: 'nothing-in-the-period' });
    expect(excludedOf('control-point', all)).toEqual({
      cancelled: ['A'],
      postponed: ['B'],
      external: ['C', 'D'],
    });
  });
  it('asks of what it found whether a reasoned decision stands behind it', () => {
    const all = [possible('A', { reasoned: true, ...whole(alone(1)) }), possible('B', whole(alone(1)))];
    expect(of('control-point-reasoned', all)).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
  });
  it('has no share of reasons where nothing was found', () => {
    expect(of('control-point-reasoned', [possible('A', whole(together(1, 1)))])).toMatchObject({
      value: null,
      reason: 'nothing-in-the-period',
    });
  });
});

describe('3: enabled saving', () => {
  it('is summed end by end, may be negative, and is split into coordinated/own × new/running', () => {
    const all = [
      facts('A', { ...whole(together(1, 1)), ...saving(100, 50, 150) }),
      facts('B', { ...whole(alone(1)), ...saving(-300, -400, -200) }),
      facts('C', { ...signed('2024-05-01', together(1, 1)), ...saving(10) }),
      facts('D', { ...signed('2024-05-01', alone(1)), ...saving(7) }),
    ];
    expect(of('enabled-saving', all)).toMatchObject({ value: -183, low: -333, high: -33 });
    const parts = ['coordinated-new', 'own-new', 'coordinated-running', 'own-running'];
    expect(parts.map((part) => of(`enabled-saving-${part}`, all).value)).toEqual([100, -300, 10, 7]);
  });
  it('counts the days in force: half a year of a contract that began before, none of one that has ended', () => {
    const all = [
      facts('A', { ...signed('2024-01-01', alone(1)), ...saving(365) }),
      facts('B', { ...signed('2024-01-01', alone(1), { to: '2024-12-31' }), ...saving(365) }),
      facts('C', { ...signed('2025-06-01', alone(1), { from: '2025-06-21' }), ...saving(365) }),
    ];
    expect(of('enabled-saving', all, HALF)).toMatchObject({ value: 181 + 10, denominator: 2 });
  });
  it('counts one day on a contract’s last day', () => {
    const all = [facts('A', { ...signed('2024-01-01', alone(1), { to: '2025-01-01' }), ...saving(365) })];
    expect(of('enabled-saving', all).value).toBe(1);
  });
  it('tells what cannot be calculated from what nobody has calculated', () => {
    const failed = {
      basket: 'data-missing',
      negotiation: 'not-comparable',
      'market-price': 'fewer-than-3-bids',
    } as const;
    const all = [facts('A', { ...whole(alone(1)), obstacles: failed }), facts('B', whole(alone(1)))];
    expect(of('enabled-saving', all)).toMatchObject({ value: null, reason: 'not-calculable' });
    expect(excludedOf('enabled-saving', all)).toEqual({
      'not-calculable': ['A'],
      'calculability-unknown': ['B'],
    });
  });
  it('never sums what another arena saved', () => {
    const all = [facts('A', { arena: 'external', ...whole(alone(1)), ...saving(5) })];
    expect(of('enabled-saving', all)).toMatchObject({ value: null, denominator: 0 });
  });
});

describe('4: coverage', () => {
  it('is counted over what was completed, and by the contracts’ value', () => {
    const all = [
      facts('A', { ...signed('2025-02-01', alone(1), { value: 300 }), ...saving(1) }),
      facts('B', signed('2025-02-01', alone(1), { value: 100 })),
      facts('C', { ...signed('2025-02-01', alone(1)), ...saving(1) }),
    ];
    expect(of('coverage', all)).toMatchObject({ numerator: 2, denominator: 3 });
    expect(of('coverage-by-value', all)).toMatchObject({ numerator: 300, denominator: 400, value: 0.75 });
    expect(excludedOf('coverage-by-value', all)).toEqual({
      'calculability-unknown': ['B'],
      'value-unknown': ['C'],
    });
  });
});

describe('5: realised saving and hit rate', () => {
  const invoiced = (value: number | null, to = '2025-12-31') => ({
    realised: [{ from: day('2025-01-01'), to: day(to), value }],
  });
  it('compares the same items and the same stretches of time', () => {
    const all = [
      facts('A', { ...whole(alone(1)), ...saving(365), ...invoiced(90, '2025-06-29') }),
      facts('B', { ...whole(alone(1)), ...saving(1000) }),
      facts('C', { ...whole(alone(1)), ...invoiced(40) }),
    ];
    expect(of('realised-saving', all)).toMatchObject({ value: 130, denominator: 3 });
    // A alone has both: 180 days of 365 a year.
    expect(of('hit-rate', all)).toMatchObject({ numerator: 90, denominator: 180, value: 0.5 });
    expect(excludedOf('realised-saving', all)).toEqual({ 'no-invoice': ['B'] });
  });
  it('is not calculable where no article had an old price', () => {
    const all = [facts('A', { ...whole(alone(1)), ...invoiced(null) })];
    expect(of('realised-saving', all)).toMatchObject({ value: null, reason: 'no-realised' });
    expect(of('hit-rate', all)).toMatchObject({ value: null, reason: 'no-realised' });
  });
  it.each([0, -100])('has no hit rate over an enabled saving of %i', (base) => {
    const all = [facts('A', { ...whole(alone(1)), ...saving(base), ...invoiced(50) })];
    expect(of('hit-rate', all)).toMatchObject({ value: null, reason: 'enabled-not-positive' });
  });
  it('counts invoices by the day their stretch ended', () => {
    const all = [facts('A', { ...whole(alone(1)), ...saving(10), ...invoiced(5, '2025-07-01') })];
    expect(of('realised-saving', all, HALF).value).toBeNull();
    expect(of('realised-saving', all).value).toBe(5);
  });
});

describe('6: coordination cost', () => {
  const asked = { asked: day('2025-01-10') };
  const logged = (hours: number, external = 0) => ({ cost: { seconds: hours * 3600, external } });
  const rated = { rate: 500, targets: [] };
  it('is hours at the loaded rate, and externals; a missing log is unknown and not 0', () => {
    const all = [
      facts('A', { ...asked, ...whole(alone(1)), ...logged(3, 1000) }),
      facts('B', { ...asked, ...whole(alone(1)) }),
      facts('C', { ...asked, exit: { how: 'deviation-decided', on: day('2025-05-01') }, ...logged(1) }),
    ];
    expect(of('coordination-hours', all)).toMatchObject({ value: 4, denominator: 3 });
    expect(of('coordination-cost', all, YEAR, rated)).toMatchObject({ value: 3000 });
    expect(excludedOf('coordination-cost', all)).toEqual({ 'no-log': ['B'] });
  });
  it('has hours and no cost while no rate is decided', () => {
    const all = [facts('A', { ...asked, ...whole(alone(1)), ...logged(3) })];
    expect(of('coordination-cost', all)).toMatchObject({ value: null, reason: 'no-rate' });
  });
  it('needs no rate for externals alone', () => {
    const all = [facts('A', { ...asked, ...whole(alone(1)), ...logged(0, 700) })];
    expect(of('coordination-cost', all)).toMatchObject({ value: 700 });
  });
  it('tells nobody’s logs from nothing to log', () => {
    const all = [facts('A', { ...asked, ...whole(alone(1)) })];
    expect(of('coordination-cost', all)).toMatchObject({ value: null, reason: 'no-log' });
    expect(of('coordination-hours', [])).toMatchObject({ value: null, reason: 'nothing-in-the-period' });
  });
});

describe('7: net benefit', () => {
  const shares = { market: 0, 'e-commerce': 0, 'category-work': 0 };
  const full = {
    // Of one year, so that all of its cost is the year's.
    ...signed('2025-01-01', together(1, 1), { value: 1_000_000, to: '2025-12-31' }),
    ...saving(1000, 400, 1500),
    realised: [{ from: day('2025-01-01'), to: day('2025-12-31'), value: 600 }],
    attribution: { coordination: 1, unknown: 0, ...shares },
    cost: { seconds: 0, external: 100 },
  };
  it('takes the cost from what was realised, and from the low estimate, in two lines', () => {
    expect(of('net-benefit-realised', [facts('A', full)])).toMatchObject({ value: 500 });
    expect(of('net-benefit-theoretical', [facts('A', full)])).toMatchObject({ value: 300 });
  });
  it('may be negative', () => {
    const all = [facts('A', { ...full, cost: { seconds: 0, external: 5000 } })];
    expect(of('net-benefit-realised', all).value).toBe(-4400);
  });
  it('is not calculable while its cost, its attribution or its outcome is unknown', () => {
    const { cost: _cost, ...uncosted } = full;
    const half = { coordination: 0.5, unknown: 0.5, ...shares };
    expect(of('net-benefit-realised', [facts('A', uncosted)])).toMatchObject({
      value: null,
      reason: 'no-log',
    });
    expect(of('net-benefit-realised', [facts('A', { ...full, attribution: half })])).toMatchObject({
      value: null,
      reason: 'attribution-unknown',
    });
    expect(of('net-benefit-realised', [facts('A', { ...full, realised: [] })])).toMatchObject({
      value: null,
      reason: 'no-invoice',
    });
    const { saving: _saving, ...unsaved } = full;
    expect(of('net-benefit-theoretical', [facts('A', unsaved)])).toMatchObject({
      value: null,
      reason: 'not-counted-yet',
    });
  });
  it('is of coordinated procurements only', () => {
    const all = [facts('A', { ...full, ...whole(alone(1)) })];
    expect(of('net-benefit-realised', all)).toMatchObject({ value: null, reason: 'nothing-in-the-period' });
  });
  it('counts the avoided procedures apart: one for each region beyond the first', () => {
    const third = itemId('region') as unknown as typeof S;
    const all = [facts('A', full), facts('B', whole([...together(1, 1), { region: third, ceiling: 1 }]))];
    expect(of('avoided-procedures', all).value).toBe(3);
  });
});

describe('8: targets', () => {
  const target = (value: number, from = '2025-01-01') => ({
    rate: null,
    targets: [
      {
        id: 't',
        indicator: 'share-coordinated',
        period: { from: day(from), to: day('2025-12-31') },
        value,
        basis: null,
      },
    ],
  });
  const all = [facts('A', whole(together(1, 1))), facts('B', whole(alone(1)))];
  it('compares with the target of exactly the same period', () => {
    expect(of('target-share-coordinated', all, YEAR, target(0.25))).toMatchObject({
      value: 2,
      denominator: 0.25,
    });
    expect(of('target-share-coordinated', all, YEAR, target(0.25, '2024-01-01'))).toMatchObject({
      value: null,
      reason: 'no-target',
    });
  });
  it('is blank without a target, and a target of 0 is none', () => {
    expect(of('target-share-coordinated', all)).toMatchObject({ value: null, reason: 'no-target' });
    expect(of('target-share-coordinated', all, YEAR, target(0))).toMatchObject({
      value: null,
      reason: 'no-target',
    });
  });
  it('has no fulfilment where there is no outcome', () => {
    expect(of('target-share-coordinated', [], YEAR, target(0.3))).toMatchObject({
      value: null,
      reason: 'nothing-in-the-period',
    });
  });
});

describe('9: breadth', () => {
  it('is not stated where nobody has stated it, and nothing where there was nothing', () => {
    expect(of('nonconformities', [facts('A', whole(alone(1)))])).toMatchObject({
      value: null,
      reason: 'not-stated',
    });
    expect(of('single-bid', [facts('A', whole(alone(1)))])).toMatchObject({
      value: null,
      reason: 'not-stated',
    });
    expect(of('user-rating', [])).toMatchObject({ value: null, reason: 'nothing-in-the-period' });
    expect(of('appealed', [])).toMatchObject({ value: null, reason: 'nothing-in-the-period' });
  });
  it('weighs every user’s rating alike', () => {
    const all = [
      facts('A', { ...whole(alone(1)), quality: { ratings: [1] } }),
      facts('B', { ...whole(alone(1)), quality: { ratings: [5, 5, 5] } }),
    ];
    expect(of('user-rating', all)).toMatchObject({ numerator: 16, denominator: 4, value: 4 });
  });
  it('counts a single bid, an appeal, and what was advertised and cancelled', () => {
    const all = [
      facts('A', {
        advertised: day('2025-01-01'),
        ...whole(alone(1)),
        market: { approvedBids: 1, appealed: false },
      }),
      facts('B', {
        advertised: day('2025-01-01'),
        ...whole(alone(1)),
        market: { approvedBids: 2, appealed: true },
      }),
      facts('C', { advertised: day('2025-01-01'), exit: { how: 'cancelled', on: day('2025-04-01') } }),
      facts('D', { exit: { how: 'cancelled', on: day('2025-04-01') } }),
    ];
    expect(of('single-bid', all)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(of('appealed', all)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(of('cancelled', all)).toMatchObject({ numerator: 1, denominator: 3 });
    expect(of('approved-bids', all)).toMatchObject({ value: 1.5 });
  });
  it('gives the middle lead time, in whole days from the question to the signature', () => {
    const all = [
      facts('A', { asked: day('2025-01-01'), ...signed('2025-01-11', alone(1)) }),
      facts('B', { asked: day('2025-01-01'), ...signed('2025-01-21', alone(1)) }),
      facts('C', { asked: day('2025-01-01'), ...signed('2025-03-02', alone(1)) }),
    ];
    expect(of('lead-time', all).value).toBe(20);
    expect(of('lead-time', all.slice(0, 2)).value).toBe(15);
  });
  it('takes a review for timely on the ninetieth day and not on the day after', () => {
    const reviewed = (on: string) => ({ learning: { reviewed: day(on), reused: 0 } });
    const all = [
      facts('A', { ...signed('2025-01-01', alone(1)), ...reviewed('2025-04-01') }),
      facts('B', { ...signed('2025-01-01', alone(1)), ...reviewed('2025-04-02') }),
      facts('C', { ...signed('2025-11-01', alone(1)), ...reviewed('2025-11-02') }),
    ];
    expect(of('reviewed-in-time', all).behind).toEqual({ counted: ['A'], of: ['A', 'B'] });
  });
});

describe('10: response', () => {
  const asked = (more: Partial<ProcurementFacts>) => facts('A', { asked: day('2025-03-01'), ...more });
  it('counts who answered of those whose time is out or who have answered', () => {
    const all = [
      asked({ responses: [answeredIn('S1', 1), answeredIn('V1', null), answeredIn('V2', null, false)] }),
    ];
    expect(of('answer-rate', all)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(excludedOf('answer-rate', all)).toEqual({ 'not-due': ['A'] });
    expect(of('days-to-answer', all)).toMatchObject({ value: 1 });
  });
  it('counts for a region its own units', () => {
    const all = [asked({ responses: [answeredIn('S1', 1), answeredIn('V1', 9)] })];
    expect(of('days-to-answer', all, ofRegion(V))).toMatchObject({ value: 9, denominator: 1 });
  });
  it('says that nobody was asked', () => {
    expect(of('answer-rate', [])).toMatchObject({ value: null, reason: 'nobody-asked' });
    expect(of('days-to-answer', [asked({ responses: [answeredIn('S1', null)] })])).toMatchObject({
      value: null,
      reason: 'nobody-asked',
    });
  });
  it('measures each level of the ladder by itself', () => {
    const all = [
      asked({
        ladder: [
          { level: 'council', days: 4 },
          { level: 'council', days: 8 },
        ],
      }),
    ];
    expect(of('ladder-council', all)).toMatchObject({ value: 6, numerator: 2 });
    expect(of('ladder-dialogue', all)).toMatchObject({ value: null });
  });
});
