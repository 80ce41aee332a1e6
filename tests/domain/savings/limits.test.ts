import { describe, expect, it } from 'vitest';
import { attributed } from '#domain/savings/attribution.ts';
import { basketSaving } from '#domain/savings/basket.ts';
import { checkLines, isAmount } from '#domain/savings/lines.ts';
import { marketPriceSaving } from '#domain/savings/market-price.ts';
import { negotiationSaving } from '#domain/savings/negotiation.ts';
import { marketPotential } from '#domain/savings/potential.ts';
import { exactly, isRange, minus, product, type Range, sumOf, times } from '#domain/savings/range.ts';
import { realisedSaving } from '#domain/savings/realised.ts';

const range = (low: number, base: number, high: number): Range => ({ low, base, high });

describe('a figure is never the base alone: low ≤ base ≤ high', () => {
  it.each([
    [range(1, 2, 3), true],
    [range(2, 2, 2), true],
    [range(2, 1, 3), false],
    [range(1, 3, 2), false],
    [range(Number.NaN, 2, 3), false],
    [range(1, 2, Number.POSITIVE_INFINITY), false],
  ])('%j: %s', (candidate, holds) => {
    expect(isRange(candidate)).toBe(holds);
  });

  it('ends are added to ends, and a sum of nothing is nothing', () => {
    expect(sumOf([range(1, 2, 3), range(10, 20, 30)])).toEqual(range(11, 22, 33));
    expect(sumOf([])).toEqual(exactly(0));
  });

  it('the most of one and the least of the other is the largest difference', () => {
    expect(minus(range(1, 2, 3), range(10, 20, 30))).toEqual(range(-29, -18, -7));
  });

  it('a negative factor turns the ends round; nothing of it is nothing', () => {
    expect(times(range(1, 2, 3), 2)).toEqual(range(2, 4, 6));
    expect(times(range(1, 2, 3), -2)).toEqual(range(-6, -4, -2));
    expect(times(range(1, 2, 3), 0)).toEqual(range(0, 0, 0));
  });

  it.each([
    [range(1, 2, 3), range(10, 20, 30), range(10, 40, 90)],
    [range(-1, 2, 3), range(10, 20, 30), range(-30, 40, 90)],
    [range(1, 2, 3), range(-30, -20, -10), range(-90, -40, -10)],
    [range(-3, -2, -1), range(-30, -20, -10), range(10, 40, 90)],
  ])('%j times %j is what their corners admit', (a, b, wanted) => {
    expect(product(a, b)).toEqual(wanted);
  });
});

describe('what somebody may have typed', () => {
  it.each([
    [0, true],
    [1e12, true],
    [1e12 + 1, false],
    [-0.01, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
  ])('an amount of %d: %s', (amount, possible) => {
    expect(isAmount(amount)).toBe(possible);
  });

  const line = { quantity: exactly(1), prices: [1] };
  it.each([
    [0.5, 'ok'],
    [50, 'ok'],
    [50.5, 'years-impossible'],
    [0, 'years-impossible'],
  ])('a term of %d years: %s', (years, wanted) => {
    const outcome = checkLines([line], years);
    expect(outcome.ok ? 'ok' : outcome.error).toBe(wanted);
  });

  it.each(['low', 'base', 'high'] as const)('a quantity whose %s cannot be is refused as such', (end) => {
    const outcome = checkLines([line, { quantity: { ...exactly(1), [end]: -1 }, prices: [1] }], 1);
    expect(outcome).toEqual({ ok: false, error: 'amount-impossible' });
  });

  it('one line that cannot be spoils the whole', () => {
    expect(checkLines([line, { ...line, prices: [1, -1] }], 1)).toEqual({
      ok: false,
      error: 'amount-impossible',
    });
    expect(checkLines([line, line], 1)).toEqual({ ok: true, value: null });
  });
});

describe('every method refuses a term that cannot be, and the basket an index beyond ten', () => {
  const bought = { quantity: exactly(1), oldPrice: 2, newPrice: 1 };
  const impossible = { ok: false, error: 'years-impossible' };
  it('each for the same reason', () => {
    expect(
      negotiationSaving({
        lines: [{ quantity: exactly(1), firstPrice: 2, finalPrice: 1 }],
        permitted: true,
        years: 51,
      }),
    ).toEqual(impossible);
    expect(marketPriceSaving({ bids: [1, 2, 3], winner: 1, quantity: exactly(1), years: 51 })).toEqual(
      impossible,
    );
  });
  it.each([
    [10, true],
    [10.01, false],
    [0.01, true],
  ])('an index of %d: %s', (index, possible) => {
    expect(basketSaving({ lines: [bought], index: exactly(index), unmatchedValue: 0, years: 1 }).ok).toBe(
      possible,
    );
  });
});

describe('the market-price method with a quantity that is an estimate', () => {
  const figures = () => {
    const found = marketPriceSaving({
      bids: [90, 100, 110],
      winner: 110,
      quantity: range(1, 2, 4),
      years: 3,
    });
    if (!found.ok) throw new Error(found.error);
    const { bias } = found.value;
    // Of three identical bidders the lowest lies 8.5 % below the mean by itself: 8.5 of the 10 SEK a piece.
    return { ...found.value, own: (bias?.share ?? 0) * 100 };
  };

  it('is the spread at the expected and the highest quantity, and in low what chance leaves of it', () => {
    const { annual, term, own } = figures();
    expect(annual.base).toBeCloseTo(20, 9);
    expect(annual.high).toBeCloseTo(40, 9);
    expect(annual.low).toBeCloseTo(Math.min(10 - own, 4 * (10 - own)), 9);
    expect(term.high).toBeCloseTo(120, 9);
  });

  it('to a winner above the mean is a loss, greatest where most is bought', () => {
    const { byWinner, own } = figures();
    expect(byWinner?.base).toBeCloseTo(-20, 9);
    expect(byWinner?.high).toBeCloseTo(-10, 9);
    expect(byWinner?.low).toBeCloseTo(4 * (-10 - own), 9);
  });
});

describe('shares of an effect', () => {
  it('each may be nothing or all, and a sum is a whole to nine digits', () => {
    expect(attributed({ coordination: 1 }).ok).toBe(true);
    expect(attributed({ coordination: 0, market: 1 }).ok).toBe(true);
    expect(attributed({ coordination: 0.5, market: 0.5 + 1e-6 }).ok).toBe(false);
    expect(attributed({ coordination: 2, market: -1 }).ok).toBe(false);
  });
});

describe('lots by their bids', () => {
  it('three bids are enough, two are not, and no lots are unknown', () => {
    expect(marketPotential([[3, 3]])).toEqual({ possible: 1, partly: 0, impossible: 0, unknown: 0 });
    expect(marketPotential([[2, 2]])).toEqual({ possible: 0, partly: 0, impossible: 1, unknown: 0 });
    expect(marketPotential([])).toEqual({ possible: 0, partly: 0, impossible: 0, unknown: 0 });
  });
});

describe('an invoice line', () => {
  it('of nothing, or without a price, is possible', () => {
    expect(realisedSaving([{ quantity: 0, baseline: 0, invoiced: 0 }])).toEqual({
      ok: true,
      value: { value: 0, covered: 0 },
    });
  });
});
