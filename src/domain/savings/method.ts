import type { PlainDate } from '../shared/ids.ts';
import type { Range } from './range.ts';

/** One procurement's enabled saving is found by exactly one of these (audit 2.4: the model's own three). */
export const METHODS = ['basket', 'negotiation', 'market-price'] as const;
export type Method = (typeof METHODS)[number];

/** Stands with every figure: another way of computing is another version, and old figures keep theirs. */
export const METHOD_VERSION: Readonly<Record<Method, string>> = {
  basket: 'basket-1',
  negotiation: 'negotiation-1',
  'market-price': 'market-price-1',
};

/** Why a method cannot be used for an item. */
export const OBSTACLES = [
  'fewer-than-3-bids',
  'data-missing',
  'unit-does-not-answer',
  'not-comparable',
  'negotiation-not-permitted',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Faults of what somebody typed or sent in; each has a sentence in both languages. */
export const SAVING_FAULTS = [
  'no-lines',
  'range-reversed',
  'amount-impossible',
  'years-impossible',
  'fewer-than-3-bids',
  'winner-not-among-bids',
  'negotiation-not-permitted',
  'shares-not-whole',
] as const;
export type SavingFault = (typeof SAVING_FAULTS)[number];

/** What the bids' own spread would show without any coordination, beside a market-price figure. */
export interface Bias {
  readonly bidders: number;
  /** Share of the mean bid that the lowest of as many identical bidders is expected to lie below it. */
  readonly share: number;
  /** Standard deviation of the bids assumed by the simulation, as a share of their mean. */
  readonly spread: number;
}

/** What a method found. All amounts in SEK excluding VAT. */
export interface SavingFigures {
  readonly method: Method;
  readonly version: string;
  readonly annual: Range;
  /** Over the whole term of `years`, options apart. */
  readonly term: Range;
  readonly years: number;
  /** `basket`: the share of the value that old and new prices could be matched for, 0–1. */
  readonly matched?: number;
  /** `market-price`: measured to the winner's price instead of the lowest. */
  readonly byWinner?: Range;
  readonly bias?: Bias;
}

/** Figures as somebody answers for them. The assumptions are free text and travel in the event's texts. */
export interface EnabledSaving extends SavingFigures {
  readonly by: string;
  /** The day of the calculation; from then on its baseline is frozen. */
  readonly on: PlainDate;
}

/** A procurement can be calculated by one method, or not, with a reason for each: it is uncalculable only if all three fail. */
export type Calculability =
  | { readonly calculable: true; readonly method: Method }
  | { readonly calculable: false; readonly reasons: Readonly<Record<Method, Obstacle>> }
  | { readonly calculable: 'unknown'; readonly reasons: Readonly<Partial<Record<Method, Obstacle>>> };

export const calculability = (
  enabled: Pick<SavingFigures, 'method'> | undefined,
  reasons: Readonly<Partial<Record<Method, Obstacle>>>,
): Calculability => {
  if (enabled) return { calculable: true, method: enabled.method };
  const { basket, negotiation, 'market-price': market } = reasons;
  return basket && negotiation && market
    ? { calculable: false, reasons: { basket, negotiation, 'market-price': market } }
    : { calculable: 'unknown', reasons };
};
