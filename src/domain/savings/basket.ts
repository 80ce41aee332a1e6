import { fail, ok, type Result } from '../shared/result.ts';
import { checkLines, isAmount } from './lines.ts';
import { METHOD_VERSION, type SavingFault, type SavingFigures } from './method.ts';
import { exactly, isRange, minus, product, type Range, sumOf, times } from './range.ts';

/** An article that is bought before and after: the same quantity at the old price and at the new one. */
export interface BasketLine {
  /** Per year. */
  readonly quantity: Range;
  readonly oldPrice: number;
  readonly newPrice: number;
}
export interface Basket {
  readonly lines: readonly BasketLine[];
  /** What the old prices would have become: 1.03 for three per cent. */
  readonly index: Range;
  /** SEK per year of what was bought and has no counterpart among the new prices. Never extrapolated to. */
  readonly unmatchedValue: number;
  readonly years: number;
}

/**
 * Σ qᵢ · (old priceᵢ · index − new priceᵢ), the same q before and after (domain: indicator 3). May be negative. Low and high
 * are the least and the most that the stated ranges of quantities and index admit; what could not be matched counts
 * nothing in any of the three, and its share stands beside them.
 */
export const basketSaving = ({
  lines,
  index,
  unmatchedValue,
  years,
}: Basket): Result<SavingFigures, SavingFault> => {
  const checked = checkLines(
    lines.map(({ quantity, oldPrice, newPrice }) => ({ quantity, prices: [oldPrice, newPrice] })),
    years,
  );
  if (!checked.ok) return checked;
  if (!isRange(index)) return fail('range-reversed');
  if (!(isAmount(unmatchedValue) && index.low > 0 && index.high <= 10)) return fail('amount-impossible');
  const annual = sumOf(
    lines.map(({ quantity, oldPrice, newPrice }) =>
      product(quantity, minus(times(index, oldPrice), exactly(newPrice))),
    ),
  );
  const matchedValue = lines.reduce(
    (sum, { quantity, oldPrice }) => sum + quantity.base * oldPrice * index.base,
    0,
  );
  const whole = matchedValue + unmatchedValue;
  return ok({
    method: 'basket',
    version: METHOD_VERSION.basket,
    annual,
    term: times(annual, years),
    years,
    matched: whole === 0 ? 0 : matchedValue / whole,
  });
};
