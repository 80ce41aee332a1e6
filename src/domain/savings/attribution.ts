import { fail, ok, type Result } from '../shared/result.ts';
import type { SavingFault } from './method.ts';

/** What an effect may come from. Nobody's guess: somebody with a name states the shares, or they are unknown. */
export const SOURCES = ['coordination', 'market', 'e-commerce', 'category-work', 'unknown'] as const;
export type Source = (typeof SOURCES)[number];
/** Shares of one effect, together 1. */
export type Attribution = Readonly<Record<Source, number>>;

const TOLERANCE = 1e-9;

/** The whole effect, split; a part that nobody named is 0. Refused unless every share is 0–1 and they add up to 1. */
export const attributed = (
  shares: Readonly<Partial<Record<Source, number>>>,
): Result<Attribution, SavingFault> => {
  const whole = Object.fromEntries(SOURCES.map((source) => [source, shares[source] ?? 0])) as Record<
    Source,
    number
  >;
  const values = Object.values(whole);
  const sum = values.reduce((total, share) => total + share, 0);
  return values.every((share) => share >= 0 && share <= 1) && Math.abs(sum - 1) < TOLERANCE
    ? ok(whole)
    : fail('shares-not-whole');
};

/**
 * The share that coordination brought about, 0–1; null when nobody has said, or when part of it is unknown: then what is
 * coordination's cannot be told.
 */
export const coordinationShare = (attribution: Attribution | undefined): number | null =>
  attribution === undefined || attribution.unknown > 0 ? null : attribution.coordination;
