import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BasketLine, basketSaving } from '#domain/savings/basket.ts';
import { expectedSpread } from '#domain/savings/bias.ts';
import { marketPriceSaving } from '#domain/savings/market-price.ts';
import { calculability } from '#domain/savings/method.ts';
import { negotiationSaving } from '#domain/savings/negotiation.ts';
import { exactly, isRange, type Range } from '#domain/savings/range.ts';

const basket = (lines: readonly BasketLine[], more: { index?: Range; unmatchedValue?: number } = {}) =>
  basketSaving({ lines, index: exactly(1), unmatchedValue: 0, years: 4, ...more });

describe('basket: Σ q · (old price · index − new price)', () => {
  it('compares the same quantity at both prices, the old one indexed', () => {
    const found = basket([{ quantity: exactly(100), oldPrice: 50, newPrice: 45 }], { index: exactly(1.1) });
    // 100 · (50 · 1.1 − 45) = 1,000 a year
    expect(found).toMatchObject({
      ok: true,
      value: { method: 'basket', version: 'basket-1', years: 4, matched: 1 },
    });
    expect(found.ok && found.value.annual.base).toBeCloseTo(1000, 9);
    expect(found.ok && found.value.term.base).toBeCloseTo(4000, 9);
  });

  it('may be negative, and is shown so', () => {
    const found = basket([{ quantity: exactly(10), oldPrice: 100, newPrice: 130 }]);
    expect(found).toMatchObject({ value: { annual: { low: -300, base: -300, high: -300 } } });
  });

  it('gives the least and the most that the ranges of quantity and index admit', () => {
    const found = basket([{ quantity: { low: 10, base: 20, high: 30 }, oldPrice: 100, newPrice: 100 }], {
      index: { low: 0.9, base: 1, high: 1.2 },
    });
    expect(found.ok && found.value.annual.low).toBeCloseTo(-300, 9);
    expect(found.ok && found.value.annual.base).toBe(0);
    expect(found.ok && found.value.annual.high).toBeCloseTo(600, 9);
  });

  it('says which share of the value was matched, and extrapolates to nothing else', () => {
    const found = basket([{ quantity: exactly(10), oldPrice: 30, newPrice: 20 }], { unmatchedValue: 900 });
    expect(found).toMatchObject({ value: { matched: 0.25, annual: { base: 100 } } });
  });

  it('matches nothing of nothing', () => {
    expect(basket([{ quantity: exactly(0), oldPrice: 0, newPrice: 0 }])).toMatchObject({
      value: { matched: 0 },
    });
  });

  it.each([
    ['no lines', [], {}, 'no-lines'],
    ['a negative price', [{ quantity: exactly(1), oldPrice: -1, newPrice: 1 }], {}, 'amount-impossible'],
    [
      'a price that is no number',
      [{ quantity: exactly(1), oldPrice: Number.NaN, newPrice: 1 }],
      {},
      'amount-impossible',
    ],
    [
      'a quantity whose low is above its high',
      [{ quantity: { low: 3, base: 2, high: 1 }, oldPrice: 1, newPrice: 1 }],
      {},
      'range-reversed',
    ],
    [
      'an index of nothing',
      [{ quantity: exactly(1), oldPrice: 1, newPrice: 1 }],
      { index: exactly(0) },
      'amount-impossible',
    ],
    [
      'an index of eleven',
      [{ quantity: exactly(1), oldPrice: 1, newPrice: 1 }],
      { index: exactly(11) },
      'amount-impossible',
    ],
    [
      'an index reversed',
      [{ quantity: exactly(1), oldPrice: 1, newPrice: 1 }],
      { index: { low: 2, base: 1, high: 1 } },
      'range-reversed',
    ],
    [
      'a negative unmatched value',
      [{ quantity: exactly(1), oldPrice: 1, newPrice: 1 }],
      { unmatchedValue: -1 },
      'amount-impossible',
    ],
  ] as const)('refuses %s', (_, lines, more, fault) => {
    expect(basket(lines, more)).toEqual({ ok: false, error: fault });
  });

  it.each([0, -1, 51, Number.NaN, Number.POSITIVE_INFINITY])('refuses a term of %s years', (years) => {
    const lines = [{ quantity: exactly(1), oldPrice: 2, newPrice: 1 }];
    expect(basketSaving({ lines, index: exactly(1), unmatchedValue: 0, years })).toEqual({
      ok: false,
      error: 'years-impossible',
    });
  });
});

describe('negotiation: Σ q · (first price − final price)', () => {
  const lines = [
    { quantity: { low: 8, base: 10, high: 12 }, firstPrice: 110, finalPrice: 100 },
    { quantity: exactly(5), firstPrice: 20, finalPrice: 22 },
  ];
  it('sums what each article came down, or went up', () => {
    expect(negotiationSaving({ lines, permitted: true, years: 2 })).toMatchObject({
      value: { annual: { low: 70, base: 90, high: 110 }, term: { low: 140, base: 180, high: 220 } },
    });
  });
  it('is refused where negotiation is not permitted, whatever the prices', () => {
    expect(negotiationSaving({ lines, permitted: false, years: 2 })).toEqual({
      ok: false,
      error: 'negotiation-not-permitted',
    });
  });
  it('is refused without prices', () => {
    expect(negotiationSaving({ lines: [], permitted: true, years: 2 })).toEqual({
      ok: false,
      error: 'no-lines',
    });
  });
});

describe('market price: (mean bid − lowest bid) · q over at least three approved bids', () => {
  const market = { bids: [90, 100, 110], winner: 100, quantity: exactly(10), years: 1 };
  it('measures the mean against the lowest, and against the winner', () => {
    const found = marketPriceSaving(market);
    expect(found).toMatchObject({
      value: { annual: { base: 100, high: 100 }, byWinner: { base: 0, high: 0 } },
    });
  });
  it('takes away in its low estimate what identical bidders show by themselves', () => {
    const found = marketPriceSaving(market);
    expect(found.ok && found.value.annual.low).toBeCloseTo(10 * (10 - expectedSpread(3) * 100), 9);
    expect(found.ok && found.value.byWinner?.low).toBeCloseTo(-10 * expectedSpread(3) * 100, 9);
  });
  it('shows the bias and the spread it assumes beside the figure', () => {
    expect(marketPriceSaving(market)).toMatchObject({
      value: { bias: { bidders: 3, share: expectedSpread(3), spread: 0.1 } },
    });
  });
  it('refuses two bids', () => {
    expect(marketPriceSaving({ ...market, bids: [90, 100] })).toEqual({
      ok: false,
      error: 'fewer-than-3-bids',
    });
  });
  it('refuses a winner who did not bid', () => {
    expect(marketPriceSaving({ ...market, winner: 95 })).toEqual({
      ok: false,
      error: 'winner-not-among-bids',
    });
  });
  it('refuses an impossible bid', () => {
    expect(marketPriceSaving({ ...market, bids: [90, 100, -5] })).toEqual({
      ok: false,
      error: 'amount-impossible',
    });
  });
});

describe('the market-price bias (domain: indicator 3)', () => {
  it.each([
    [3, 0.085],
    [5, 0.117],
    [10, 0.154],
  ])('is at %i identical bidders about %f of the mean, with no coordination at all', (bidders, share) => {
    expect(expectedSpread(bidders)).toBeCloseTo(share, 3);
  });
  it('grows with the number of bidders', () => {
    const shares = [2, 3, 4, 6, 9, 15].map(expectedSpread);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
  it.each([
    [2, 0.056834757145],
    [3, 0.085097858157],
    [10, 0.153928477647],
  ])('at %i is %f whenever and wherever it is asked', (bidders, share) => {
    expect(expectedSpread(bidders)).toBeCloseTo(share, 11);
    expect(expectedSpread(bidders)).toBeCloseTo(share, 11);
  });
  it.each([0, 1, 2.5])('says nothing about %s bidders', (bidders) => {
    expect(expectedSpread(bidders)).toBeNaN();
  });
});

describe('every method', () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  const range = fc
    .tuple(amount, amount, amount)
    .map((three) => three.toSorted((a, b) => a - b))
    .map(([low = 0, base = 0, high = 0]): Range => ({ low, base, high }));
  const line = fc.record({ quantity: range, oldPrice: amount, newPrice: amount });

  it('never gives a base outside its own low and high', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const found = [
          basket(lines, { index: { low: 0.9, base: 1, high: 1.1 } }),
          negotiationSaving({
            lines: lines.map(({ quantity, oldPrice, newPrice }) => ({
              quantity,
              firstPrice: oldPrice,
              finalPrice: newPrice,
            })),
            permitted: true,
            years: 3,
          }),
          marketPriceSaving({
            bids: [...lines.map(({ newPrice }) => newPrice), 1, 2, 3],
            winner: 1,
            quantity: lines[0]?.quantity ?? exactly(1),
            years: 2,
          }),
        ];
        for (const one of found) {
          expect(one.ok && isRange(one.value.annual) && isRange(one.value.term)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('calculability', () => {
  it('is known as soon as one method gave a figure', () => {
    expect(calculability({ method: 'basket' }, { negotiation: 'negotiation-not-permitted' })).toEqual({
      calculable: true,
      method: 'basket',
    });
  });
  it('is denied only when all three methods fail, each for its reason', () => {
    const reasons = {
      basket: 'data-missing',
      negotiation: 'negotiation-not-permitted',
      'market-price': 'fewer-than-3-bids',
    } as const;
    expect(calculability(undefined, reasons)).toEqual({ calculable: false, reasons });
  });
  it.each([
    [{}],
    [{ basket: 'data-missing' as const }],
    [{ basket: 'data-missing' as const, negotiation: 'not-comparable' as const }],
    [{ negotiation: 'not-comparable' as const, 'market-price': 'fewer-than-3-bids' as const }],
    [{ basket: 'not-comparable' as const, 'market-price': 'fewer-than-3-bids' as const }],
  ])('is unknown while somebody has not said of each method: %j', (reasons) => {
    expect(calculability(undefined, reasons)).toEqual({ calculable: 'unknown', reasons });
  });
});
