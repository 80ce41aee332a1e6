import type { ItemId, PlainDate, RegionId } from '#domain/shared/ids.ts';

/** What of a planned procurement says whether it could be bought together with another. */
export interface CandidateItem {
  readonly id: ItemId;
  readonly title: string;
  readonly region: RegionId;
  readonly cpv?: string;
  /** Planned start; where a plan has none, the day of advertising. */
  readonly start?: PlainDate;
  /** End of the contract in force, and the last day that its options reach. */
  readonly contractEnd?: PlainDate;
  readonly extensionUntil?: PlainDate;
  /** SEK excluding VAT. */
  readonly value?: number;
}

/** Somebody has assessed the items together before. */
export interface PairAssessment {
  readonly items: readonly ItemId[];
  readonly possible: boolean;
  readonly on: PlainDate;
}

export const EXPERIENCES = ['deviation', 'lesson'] as const;
/** Something learnt earlier about a need of the same kind. */
export interface Experience {
  readonly kind: (typeof EXPERIENCES)[number];
  readonly item: ItemId;
  readonly title: string;
  readonly cpv?: string;
  readonly on: PlainDate;
}

/** Why the items should be assessed together: codes and facts, the sentence is the dictionaries'. */
export type CandidateReason =
  | { readonly code: 'same-title'; readonly title: string }
  /** What the two titles say, each in its own words. */
  | { readonly code: 'same-meaning' | 'related-meaning'; readonly words: readonly [string, string] }
  | { readonly code: 'same-cpv' | 'near-cpv' | 'same-division'; readonly cpv: string }
  | { readonly code: 'other-cpv'; readonly cpvs: readonly [string, string] }
  | { readonly code: 'same-time'; readonly months: number; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly code: 'contract-covers'; readonly region: RegionId; readonly until: PlainDate }
  | { readonly code: 'start-unknown' }
  /** SEK excluding VAT of those that have a value; how many have none. */
  | { readonly code: 'value'; readonly sum: number; readonly without: number }
  | {
      readonly code: 'earlier-deviation' | 'earlier-lesson';
      readonly item: ItemId;
      readonly title: string;
      readonly on: PlainDate;
    }
  | { readonly code: 'assessed-possible' | 'assessed-not-possible'; readonly on: PlainDate }
  | { readonly code: 'already-joint'; readonly regions: readonly RegionId[] };
export type CandidateReasonCode = CandidateReason['code'];

export const CANDIDATE_KINDS = ['pair', 'group', 'already-joint'] as const;
export interface Candidate {
  /** `already-joint`: one item whose title names several regions; nothing is left to assess. */
  readonly kind: (typeof CANDIDATE_KINDS)[number];
  /** By planned start. A pair or group has items of at least two regions. */
  readonly items: readonly CandidateItem[];
  /** 0–1. */
  readonly score: number;
  readonly reasons: readonly CandidateReason[];
}

/** Months between two planned starts within which needs can be met together (domain rule; a default). */
export const WINDOW_MONTHS = 18;
