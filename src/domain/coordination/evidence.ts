import { addWorkingDays, dateOf, endOfDay } from '../shared/calendar.ts';
import type { Instant, PersonId } from '../shared/ids.ts';

/** Working days in which an objector can add what settles the reason; then the case goes on without ("utan underlag"). */
export const EVIDENCE_DAYS = 5;

/** The end of the fifth working day after `now` in Stockholm. */
export const evidenceDue = (now: Instant): Instant => endOfDay(addWorkingDays(dateOf(now), EVIDENCE_DAYS));

/** One piece, in the objector's words: what it says, or where it is. */
export interface EvidencePiece {
  readonly by: PersonId;
  readonly at: Instant;
  readonly text: string;
}

export const EVIDENCE_STATUSES = ['awaited', 'given', 'accepted', 'missing'] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];

/**
 * What settles an objection's reason. Asked for with the objection, and again by the officer; read and accepted by the
 * officer; `missing` once its time ran out: said to everybody who deals with the case, which goes on all the same.
 */
export type Evidence = { readonly given: readonly EvidencePiece[] } & (
  | {
      readonly status: 'awaited';
      readonly due: Instant;
      /** The officer's words on what more is needed. */
      readonly asked?: string;
    }
  | { readonly status: 'given' }
  | { readonly status: 'accepted'; readonly by: string; readonly at: Instant }
  | { readonly status: 'missing'; readonly since: Instant }
);
