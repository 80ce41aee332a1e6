import { describe, expect, it } from 'vitest';
import { breadth } from '#domain/indicators/breadth.ts';
import { coordinationCost, netBenefit } from '#domain/indicators/cost.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { obstaclesIn, responseByUnit } from '#domain/indicators/methods.ts';
import { alone, answeredIn, day, facts, S, saving, signed, together, YEAR } from './facts.ts';

const whole = (parties = together(1, 1)) => signed('2025-03-01', parties, { to: '2028-12-31' });
const find = (all: readonly Indicator[], id: string): Indicator => {
  const found = all.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const of = (id: string, all: readonly ProcurementFacts[]) => find(breadth(all, YEAR), id);
const silentOf = ({ excluded }: Indicator) => excluded.map(({ reason, items }) => [reason, items]);

describe('9: breadth: what nobody has stated stands apart and is no 0', () => {
  const silent = facts('S', whole());
  const stated: readonly (readonly [string, Partial<ProcurementFacts>, number, string])[] = [
    ['nonconformities', { quality: { ratings: [], nonconformities: 3 } }, 3, 'per-contract'],
    ['user-rating', { quality: { ratings: [4, 5] } }, 4.5, 'rating'],
    ['approved-bids', { market: { approvedBids: 4 } }, 4, 'per-contract'],
    ['contract-fidelity', { quality: { ratings: [], fidelity: 0.9 } }, 0.9, 'share'],
    ['deal-rating', { quality: { ratings: [], business: [2, 3], administration: [5] } }, 2.5, 'rating'],
    [
      'administration-rating',
      { quality: { ratings: [], business: [5], administration: [1, 3] } },
      2,
      'rating',
    ],
    ['sustainability', { quality: { ratings: [], sustainability: 0.75 } }, 0.75, 'share'],
    ['lead-time', { asked: day('2025-01-30') }, 30, 'days'],
  ];
  it.each(stated)('%s', (id, given, value, unit) => {
    const found = of(id, [facts('A', { ...whole(), ...given }), silent]);
    expect(found).toMatchObject({ value, unit, behind: { counted: ['A'], of: ['A', 'S'] } });
    expect(silentOf(found)).toEqual([['not-stated', ['S']]]);
    const [none, nothing] = [of(id, [silent]), of(id, [])];
    expect(none).toMatchObject({ value: null, reason: 'not-stated', behind: { counted: [], of: ['S'] } });
    expect(nothing).toMatchObject({ value: null, reason: 'nothing-in-the-period' });
    expect(silentOf(nothing)).toEqual([]);
  });

  it('application: of the units that were asked how it works those that have answered; unasked stands apart', () => {
    const asked = (id: string, units: { asked: number; answered: number }) =>
      facts(id, { ...whole(), quality: { ratings: [], units } });
    const found = of('application-in-units', [
      asked('A', { asked: 4, answered: 3 }),
      asked('B', { asked: 2, answered: 0 }),
      silent,
    ]);
    expect(found).toMatchObject({ numerator: 3, denominator: 6, value: 0.5, unit: 'share' });
    expect(found.behind).toEqual({ counted: ['A'], of: ['A', 'B'] });
    expect(silentOf(found)).toEqual([['not-stated', ['S']]]);
    expect(of('application-in-units', [silent])).toMatchObject({ value: null, reason: 'nobody-asked' });
    expect(of('application-in-units', [])).toMatchObject({ value: null, reason: 'nothing-in-the-period' });
  });

  it('appeals: also of what was awarded and then cancelled in the period, not of what was never awarded', () => {
    const cancelled = (id: string, market: ProcurementFacts['market']) =>
      facts(id, { advertised: day('2025-01-15'), exit: { how: 'cancelled', on: day('2025-05-01') }, market });
    const found = of('appealed', [
      facts('A', { ...whole(), market: { appealed: false } }),
      cancelled('B', { appealed: true }),
      cancelled('C', {}),
    ]);
    expect(found).toMatchObject({ numerator: 1, denominator: 2, behind: { counted: ['B'], of: ['A', 'B'] } });
    expect(silentOf(found)).toEqual([]);
  });

  it('shares: one tender, appeals', () => {
    const bids = (id: string, approvedBids: number) => facts(id, { ...whole(), market: { approvedBids } });
    const single = of('single-bid', [bids('A', 1), bids('B', 2), bids('C', 3), silent]);
    expect(single).toMatchObject({
      numerator: 1,
      denominator: 3,
      unit: 'share',
      behind: { counted: ['A'], of: ['A', 'B', 'C'] },
    });
    expect(silentOf(single)).toEqual([['not-stated', ['S']]]);
    const appealed = (id: string, yes: boolean) => facts(id, { ...whole(), market: { appealed: yes } });
    expect(of('appealed', [appealed('A', true), appealed('B', false)])).toMatchObject({ value: 0.5 });
    expect(silentOf(of('appealed', [appealed('A', true)]))).toEqual([]);
  });

  it('the share cancelled: of what was begun in the own plan and then signed or cancelled in the period', () => {
    const begun = { advertised: day('2025-01-15') };
    const cancelled = (id: string, on: string, more: Partial<ProcurementFacts> = {}) =>
      facts(id, { ...begun, exit: { how: 'cancelled', on: day(on) }, ...more });
    const found = of('cancelled', [
      facts('A', { ...begun, ...whole() }),
      cancelled('B', '2025-05-01'),
      cancelled('not in the period', '2024-05-01'),
      cancelled('another arena', '2025-05-01', { arena: 'external' }),
      facts('not begun', { exit: { how: 'cancelled', on: day('2025-05-01') } }),
      facts('postponed', { ...begun, exit: { how: 'postponed', on: day('2025-05-01') } }),
      facts('signed before', { ...begun, ...signed('2024-05-01', alone(1)) }),
      facts('neither', begun),
    ]);
    expect(found).toMatchObject({ numerator: 1, denominator: 2, behind: { counted: ['B'], of: ['A', 'B'] } });
  });

  it('reviews within 90 days, of the own plan’s advertised contracts whose 90 days end in the period', () => {
    const reviewed = (id: string, on: string | null, more: Partial<ProcurementFacts> = {}) =>
      facts(id, { ...whole(), learning: { reused: 0, ...(on ? { reviewed: day(on) } : {}) }, ...more });
    const found = of('reviewed-in-time', [
      reviewed('on the last day', '2025-05-30'),
      reviewed('a day late', '2025-05-31'),
      reviewed('never', null),
      reviewed('another arena', '2025-05-01', { arena: 'external' }),
      reviewed('a direct award', '2025-05-01', { origin: 'direct-award' }),
      reviewed('unsigned', '2025-05-01', { contract: undefined } as unknown as Partial<ProcurementFacts>),
      facts('not due yet', { ...signed('2025-12-20', alone(1)), learning: { reused: 0 } }),
    ]);
    expect(found.behind).toEqual({
      counted: ['on the last day'],
      of: ['on the last day', 'a day late', 'never'],
    });
  });

  it('lessons that were reused are summed, none being 0', () => {
    const reused = (id: string, count: number) => facts(id, { ...whole(), learning: { reused: count } });
    expect(of('lessons-reused', [reused('A', 2), reused('B', 0), reused('C', 1)])).toMatchObject({
      value: 3,
      numerator: 3,
      denominator: 3,
      unit: 'count',
    });
  });

  it('the lead time is a median of days from the question to the signing', () => {
    const led = (id: string, asked: string) => facts(id, { ...whole(), asked: day(asked) });
    const all = [led('A', '2025-02-28'), led('B', '2025-02-19'), led('C', '2024-03-01')];
    expect(of('lead-time', all)).toMatchObject({ value: 10, numerator: null, denominator: 3 });
    expect(of('lead-time', [...all, facts('D', { asked: day('2025-01-01') })])).toMatchObject({ value: 10 });
  });
});

describe('6: what coordinating cost: of what was asked about and ended in the period', () => {
  const logged = (seconds: number, external = 0) => ({ cost: { seconds, external } });
  const asked = { asked: day('2025-01-10') };
  const costs = (all: readonly ProcurementFacts[], rate: number | null = 1000) => {
    const found = coordinationCost(all, YEAR, rate);
    return [find(found, 'coordination-hours'), find(found, 'coordination-cost')] as const;
  };

  it('hours, and hours at the rate with externals', () => {
    const [hours, money] = costs([
      facts('A', { ...asked, ...whole(), ...logged(7200, 500) }),
      facts('B', {
        ...asked,
        exit: { how: 'deviation-decided', on: day('2025-06-01') },
        ...logged(0, 250),
      }),
      facts('C', { ...asked, ...whole() }),
    ]);
    expect(hours).toMatchObject({ value: 2, numerator: 2, denominator: 3, unit: 'hours' });
    expect(money).toMatchObject({ value: 2750, numerator: 2750, unit: 'SEK' });
    expect(silentOf(money)).toEqual([['no-log', ['C']]]);
    expect(money.behind).toEqual({ counted: ['A', 'B'], of: ['A', 'B', 'C'] });
  });

  it.each<[string, Partial<ProcurementFacts>]>([
    ['another arena', { ...asked, ...whole(), arena: 'external' }],
    ['nobody was asked', whole()],
    ['signed in another year', { ...asked, ...signed('2024-03-01', alone(1)) }],
    ['not ended yet', asked],
    ['left in another year', { ...asked, exit: { how: 'postponed', on: day('2024-03-01') } }],
  ])('not of it: %s', (_name, given) => {
    const [hours, money] = costs([facts('A', { ...given, ...logged(3600) })]);
    expect(hours).toMatchObject({ value: null, reason: 'nothing-in-the-period', unit: 'hours' });
    expect(money).toMatchObject({ value: null, reason: 'nothing-in-the-period', unit: 'SEK' });
  });

  it('missing logs are unknown; hours without a rate are no cost, externals alone are', () => {
    expect(costs([facts('A', { ...asked, ...whole() })])[1]).toMatchObject({ reason: 'no-log' });
    const [hours, money] = costs([facts('A', { ...asked, ...whole(), ...logged(3600) })], null);
    expect([hours.value, money.value, money.reason, money.unit]).toEqual([1, null, 'no-rate', 'SEK']);
    expect(costs([facts('A', { ...asked, ...whole(), ...logged(0, 9) })], null)[1]).toMatchObject({
      value: 9,
    });
  });
});

describe('7: net benefit', () => {
  const lines = (all: readonly ProcurementFacts[]) => netBenefit(all, YEAR, 1000);
  const HALF = { coordination: 0.5, market: 0.5, 'e-commerce': 0, 'category-work': 0, unknown: 0 };
  /** In force for the whole year; what was realised is half a year's. */
  const full = {
    ...signed('2024-12-01', together(1, 1), { from: '2025-01-01', to: '2025-12-31' }),
    ...saving(1000, 800, 1500),
    attribution: HALF,
    cost: { seconds: 0, external: 100 },
    realised: [{ from: day('2025-01-01'), to: day('2025-06-30'), value: 600 }],
  };
  const without = (key: keyof typeof full): ProcurementFacts => {
    const { [key]: _, ...rest } = full;
    return facts('A', rest);
  };

  it('is what the share of coordination gained, less what it cost: low estimate and realised, each by itself', () => {
    const theoretical = find(lines([facts('A', full)]), 'net-benefit-theoretical');
    expect(theoretical).toMatchObject({ value: 300, numerator: 400, denominator: 100, unit: 'SEK' });
    const realised = find(lines([facts('A', full)]), 'net-benefit-realised');
    expect(realised).toMatchObject({ value: 200, numerator: 300, denominator: 100 });
  });

  it.each([
    ['saving', 'net-benefit-theoretical', 'not-counted-yet'],
    ['realised', 'net-benefit-realised', 'no-invoice'],
    ['attribution', 'net-benefit-theoretical', 'attribution-unknown'],
    ['cost', 'net-benefit-theoretical', 'no-log'],
  ] as const)('without %s it is not calculable, and the item is named', (key, line, reason) => {
    const found = find(lines([without(key)]), line);
    expect(found).toMatchObject({ value: null, reason });
    expect(silentOf(found)).toEqual([[reason, ['A']]]);
    // One that is whole still counts beside it.
    const both = find(lines([without(key), facts('B', full)]), line);
    expect(both.behind).toEqual({ counted: ['B'], of: ['A', 'B'] });
  });

  it('is of coordinated procurements alone', () => {
    const single = facts('A', {
      ...full,
      ...signed('2024-12-01', alone(1), { from: '2025-01-01', to: '2025-12-31' }),
    });
    expect(find(lines([single]), 'net-benefit-theoretical')).toMatchObject({
      reason: 'nothing-in-the-period',
    });
  });

  it('counts a second procedure avoided for each further region with a ceiling, priced at nothing', () => {
    const found = find(
      lines([
        facts('A', whole(together(1, 1))),
        facts('B', whole([...together(1, 1), { region: 'orebro' as typeof S, ceiling: 1 }])),
        facts('C', whole([...together(1, 1), { region: 'orebro' as typeof S, ceiling: 0 }])),
        facts('D', whole(alone(1))),
      ]),
      'avoided-procedures',
    );
    expect(found).toMatchObject({ value: 4, unit: 'count', behind: { counted: ['A', 'B', 'C'] } });
  });
});

describe('what stands behind the sums', () => {
  it('reasons are those of procurements without a saving', () => {
    const obstacle = { obstacles: { basket: 'data-missing' } } as const;
    const all = [
      facts('A', { ...whole(), ...obstacle }),
      facts('B', { ...whole(), ...obstacle, ...saving(10) }),
    ];
    expect(obstaclesIn(all, YEAR)).toEqual([{ method: 'basket', obstacle: 'data-missing', items: ['A'] }]);
  });

  it('units stand by the name of their region and their own, whatever came first', () => {
    const all = [
      facts('A', {
        asked: day('2025-02-01'),
        responses: [answeredIn('V2', 1), answeredIn('S2', 2), answeredIn('V1', 3), answeredIn('S1', 4)],
      }),
    ];
    expect(responseByUnit(all, YEAR).map(({ unit }) => unit)).toEqual([
      'sormland/S1',
      'sormland/S2',
      'vastmanland/V1',
      'vastmanland/V2',
    ]);
    expect(responseByUnit(all, { ...YEAR, region: S }).map(({ unit }) => unit)).toEqual([
      'sormland/S1',
      'sormland/S2',
    ]);
  });
});
