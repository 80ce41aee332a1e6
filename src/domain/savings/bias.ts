import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Standard deviation of the simulated bids, as a share of their mean. */
export const BID_SPREAD = 0.1;
const RUNS = 20_000;
const SEED = 20_251_027;
const known = new Map<number, number>();

/**
 * How far below the mean bid the lowest of `bidders` identical bidders lies on average, as a share of the mean: what the
 * market-price method shows without any coordination (domain: indicator 3). Simulated with normally distributed bids of
 * `BID_SPREAD`; the seed is fixed, so the same number always comes out. NaN below two bidders.
 */
export const expectedSpread = (bidders: number): number => {
  if (!Number.isInteger(bidders) || bidders < 2) return Number.NaN;
  const found = known.get(bidders);
  if (found !== undefined) return found;
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
  const share = sum / RUNS;
  known.set(bidders, share);
  return share;
};
