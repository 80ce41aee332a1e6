/** What the numbers of bids alone say of the market-price method, before anybody has looked at a price. */
export interface MarketPotential {
  /** Three bids or more for every lot: could at most be calculated. */
  readonly possible: number;
  /** Some lots have three bids or more, others fewer: for those lots at most. */
  readonly partly: number;
  /** Fewer than three bids for every lot: cannot be calculated by this method. */
  readonly impossible: number;
  /** No number of bids is known. */
  readonly unknown: number;
}

const FEWEST_BIDS = 3;

/** Each procurement by the numbers of bids of its lots; an empty list is unknown, not none. */
export const marketPotential = (procurements: readonly (readonly number[])[]): MarketPotential => {
  const kind = (lots: readonly number[]): keyof MarketPotential => {
    if (lots.length === 0) return 'unknown';
    const enough = lots.filter((bids) => bids >= FEWEST_BIDS).length;
    if (enough === 0) return 'impossible';
    return enough === lots.length ? 'possible' : 'partly';
  };
  const found = { possible: 0, partly: 0, impossible: 0, unknown: 0 };
  for (const lots of procurements) found[kind(lots)] += 1;
  return found;
};
