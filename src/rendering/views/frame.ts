import type { AnswerKind, Binding, ExistingContract } from '#domain/coordination/answer.ts';
import type { Occasion } from '#domain/coordination/notice.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import type { ReasonCode } from '#domain/escalation/reasons.ts';
import type { Instant, ItemId, PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { EvidenceLine } from './sharing.ts';

/**
 * What each card shows, as data: no sentence, no format. Rendering chooses words, dates, money and layout per language.
 * SEK excluding VAT throughout. Names are those of the directory, at the moment of rendering.
 */
export interface ItemHead {
  readonly id: ItemId;
  readonly title: string;
  readonly region: RegionName;
  readonly unit?: string;
  readonly value?: number;
  readonly cpv?: string;
  readonly advertise?: PlainDate;
  readonly start?: PlainDate;
  readonly contractEnd?: PlainDate;
  readonly extensionUntil?: PlainDate;
  readonly procedure?: string;
  readonly agreementType?: string;
  readonly description?: string;
  readonly revision: number;
}

export interface RegionName {
  readonly id: RegionId;
  readonly sv: string;
  readonly en: string;
}

/** How a message that a person pressed or wrote went, on top of the fresh card. */
export type Banner =
  | { readonly kind: 'done'; readonly what: DoneCode; readonly params?: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'occasion'; readonly occasion: Occasion }
  /** The reader is deputy of whom cannot be reached. */
  | { readonly kind: 'instead'; readonly name: string }
  /** More was written than is read: so many letters of it were. */
  | { readonly kind: 'cut'; readonly read: number }
  /** Pressed again, or by somebody else before. */
  | { readonly kind: 'already'; readonly by: string; readonly at: Instant };

export const DONE_CODES = [
  'answer-registered',
  'answer-changed',
  'more-time-sent',
  'delegated',
  'reference-named',
  'away-noted',
  'away-ended',
  'evidence-added',
  'evidence-asked',
  'evidence-accepted',
  'objection-withdrawn',
  'owner-changed',
  'rules-adopted',
  'item-corrected',
  'more-time-granted',
  'more-time-refused',
  'asked-again',
  'solution-sent',
  'solution-accepted',
  'solution-rejected',
  'escalated',
  'proposal-changed',
  'passed-on',
  'marked-urgent',
  'to-decision',
  'reported',
  'conflict-none',
  'conflict-declared',
  'principle-marked',
  'principle-unmarked',
  'position-registered',
  'decided',
  'decision-registered',
  'closed',
  'locked',
  'assessed-not-possible',
  'assessed-possible',
  'round-opened',
  'imported',
  'discarded',
  'registered',
  'advanced',
  'authorised',
  'decision-asked',
  'documented',
  'time-moved',
  'digest-answered',
  'question-noted',
  'delivery-arrived',
  'delivery-again',
  'push-cancelled',
  'push-resumed',
  'cost-noted',
  'cost-withdrawn',
  'saving-stated',
  'method-ruled-out',
  'saving-validated',
  'realised-noted',
  'effect-attributed',
  'lesson-saved',
  'lesson-used',
  'rating-noted',
  'tenders-noted',
  'evaluator-replaced',
  'called-off',
  'call-off-undone',
] as const;

export type DoneCode = (typeof DONE_CODES)[number];

export interface Base {
  readonly banner?: Banner;
  /** Business time at which the view was made. */
  readonly asOf: Instant;
  /** The text that this answers, so that it can be marked as answered wrongly. */
  readonly asked?: string;
}

export interface OfItem extends Base {
  readonly item: ItemHead;
}

/** Another region's units, in one line: never a name of a person, never a number that the law keeps secret. */
export interface RegionSummary {
  readonly region: RegionName;
  readonly asked: number;
  readonly counts: Readonly<Partial<Record<AnswerKind, number>>>;
}

/** Field-wise before and after of the revision that made an answer stale. */
export interface Change {
  readonly field:
    | 'title'
    | 'description'
    | 'cpv'
    | 'category'
    | 'value'
    | 'valueWithOptions'
    | 'advertise'
    | 'start'
    | 'contractEnd'
    | 'extensionUntil'
    | 'procedure'
    | 'agreementType'
    | 'region';
  readonly before?: string | number;
  readonly after?: string | number;
}

export interface AnswerView {
  readonly kind: AnswerKind;
  readonly by?: string;
  readonly at?: Instant;
  readonly volume?: number;
  readonly value?: number;
  readonly neededBy?: PlainDate;
  readonly binding?: Binding;
  readonly reason?: ReasonCode;
  /** The conditions, or the objection's text. */
  readonly text?: string;
  readonly evidence?: string;
  /** Of an objection: how its evidence stands. */
  readonly evidenceLine?: EvidenceLine;
  readonly contract?: ExistingContract;
}
