import { fail, ok, type Result } from '../shared/result.ts';
import { BID_SPREAD, expectedSpread } from './bias.ts';
import { checkLines } from './lines.ts';
import { METHOD_VERSION, type SavingFault, type SavingFigures } from './method.ts';
import { type Range, times } from './range.ts';

/** Known only after the award decision: until then bids and their number are secret (OSL 19:3). */
export interface Market {
  /** Approved bids, SEK per piece (or, with quantity 1, for the whole). */
  readonly bids: readonly number[];
  /** The winning bid; one of `bids`. */
  readonly winner: number;
  /** Per year. */
  readonly quantity: Range;
  readonly years: number;
}

const FEWEST_BIDS = 3;

/**
 * (mean bid − lowest bid) · q over at least three approved bids, and the same to the winner's price. High and base are the
 * method's own figure at the highest and the expected quantity. Low is what remains when the spread that as many identical
 * bidders show by themselves is taken away: the method alone can never be negative, low can.
 */
export const marketPriceSaving = ({
  bids,
  winner,
  quantity,
  years,
}: Market): Result<SavingFigures, SavingFault> => {
  if (bids.length < FEWEST_BIDS) return fail('fewer-than-3-bids');
  const checked = checkLines([{ quantity, prices: [...bids, winner] }], years);
  if (!checked.ok) return checked;
  if (!bids.includes(winner)) return fail('winner-not-among-bids');
  const mean = bids.reduce((sum, bid) => sum + bid, 0) / bids.length;
  const share = expectedSpread(bids.length);
  const to = (price: number): Range => {
    const spread = mean - price;
    const left = spread - share * mean;
    return {
      low: Math.min(left * quantity.low, left * quantity.high, spread * quantity.low, spread * quantity.high),
      base: spread * quantity.base,
      high: Math.max(spread * quantity.low, spread * quantity.high),
    };
  };
  const annual = to(Math.min(...bids));
  return ok({
    method: 'market-price',
    version: METHOD_VERSION['market-price'],
    annual,
    term: times(annual, years),
    years,
    byWinner: to(winner),
    bias: { bidders: bids.length, share, spread: BID_SPREAD },
  });
};
