import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { remembered } from '../shared/remembered.ts';

/** Standard deviation of the simulated bids, as a share of their mean. */
export const BID_SPREAD = 0.1;
const RUNS = 20_000;
const SEED = 20_251_027;

const simulated = remembered((bidders: number): number => {
  const random = xoroshiro128plus(SEED);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniformFloat64(random))) * Math.cos(2 * Math.PI * uniformFloat64(random));
  let sum = 0;
  for (let run = 0; run < RUNS; run += 1) {
    let total = 0;
    let lowest = Number.POSITIVE_INFINITY;
    for (let bidder = 0; bidder < bidders; bidder += 1) {
      const bid = 1 + BID_SPREAD * normal();
      total += bid;
      lowest = Math.min(lowest, bid);
    }
    const mean = total / bidders;
    sum += (mean - lowest) / mean;
  }
  return sum / RUNS;
});

/**
 * How far below the mean bid the lowest of `bidders` identical bidders lies on average, as a share of the mean: what the
 * market-price method shows without any coordination (domain: indicator 3). Simulated with normally distributed bids of
 * `BID_SPREAD`; the seed is fixed, so the same number always comes out. NaN below two bidders.
 */
export const expectedSpread = (bidders: number): number =>
  Number.isInteger(bidders) && bidders >= 2 ? simulated(bidders) : Number.NaN;

/** From how many bids each class of them begins, for what is told of one procurement: its number is a person's to release (OSL 31:16). */
export const BID_CLASSES = [3, 5, 10] as const;

/** What the bids of a class show by themselves, as shares of the mean: at the fewest, and at the most that the class has. */
export interface BiasClass {
  readonly fewest: number;
  readonly least: number;
  /** Null: the class has no end. */
  readonly most: number | null;
}
/** Null below three bids: there is no such figure. */
export const biasClass = (bidders: number): BiasClass | null => {
  const at = BID_CLASSES.findLastIndex((fewest) => bidders >= fewest);
  const fewest = BID_CLASSES[at];
  if (fewest === undefined) return null;
  const next = BID_CLASSES[at + 1];
  return {
    fewest,
    least: expectedSpread(fewest),
    most: next === undefined ? null : expectedSpread(next - 1),
  };
};
