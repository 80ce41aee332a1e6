/** A figure as it may be shown: never the base alone. SEK excluding VAT unless said otherwise; low ≤ base ≤ high. */
export interface Range {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

export const exactly = (value: number): Range => ({ low: value, base: value, high: value });

export const isRange = ({ low, base, high }: Range): boolean =>
  [low, base, high].every(Number.isFinite) && low <= base && base <= high;

/** What sums of independent ranges admit: ends added to ends, so that the true value lies within if each part does. */
export const sumOf = (ranges: readonly Range[]): Range =>
  ranges.reduce(
    (sum, range) => ({
      low: sum.low + range.low,
      base: sum.base + range.base,
      high: sum.high + range.high,
    }),
    exactly(0),
  );

export const times = (range: Range, factor: number): Range =>
  factor >= 0
    ? { low: range.low * factor, base: range.base * factor, high: range.high * factor }
    : { low: range.high * factor, base: range.base * factor, high: range.low * factor };

/** The smallest and largest product that two ranges admit, and the product of their bases. */
export const product = (a: Range, b: Range): Range => {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...corners), base: a.base * b.base, high: Math.max(...corners) };
};

/** `a − b`, from the smallest difference that the two admit to the largest. */
export const minus = (a: Range, b: Range): Range => ({
  low: a.low - b.high,
  base: a.base - b.base,
  high: a.high - b.low,
});
