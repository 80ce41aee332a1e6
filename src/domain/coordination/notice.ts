import type { PulseWave } from '../indicators/figures.ts';
import type { BodyId, Instant, ItemId, PersonId, RegionId, UnitId } from '../shared/ids.ts';

/**
 * Which living card a message shows. The card is rendered from the case when it is sent, and again whenever the case
 * changes, so that no old card can mislead.
 */
export type CardSubject =
  /** The question to a unit, later its receipt. */
  | { readonly card: 'request'; readonly item: ItemId; readonly unit: UnitId }
  /** The officer's view of a round: who answered what. */
  | { readonly card: 'round'; readonly item: ItemId }
  /** A unit's objection, to the officer: propose, ask again, escalate. */
  | { readonly card: 'objection'; readonly item: ItemId; readonly unit: UnitId }
  /** A proposed solution, to the objector: accept or reject. */
  | { readonly card: 'solution'; readonly item: ItemId; readonly unit: UnitId }
  /** A unit asks for more time, to the officer. */
  | { readonly card: 'more-time'; readonly item: ItemId; readonly unit: UnitId }
  /** A silent unit, to its superior. */
  | { readonly card: 'lifted'; readonly item: ItemId; readonly unit: UnitId }
  /** The managers' level of the ladder. */
  | { readonly card: 'managers'; readonly item: ItemId }
  /** The council member's: conflict declaration, then position. */
  | { readonly card: 'council'; readonly item: ItemId }
  /** A named delegate decides. */
  | { readonly card: 'decision'; readonly item: ItemId; readonly region: RegionId }
  /** A secretary registers a body's decision. */
  | { readonly card: 'registration'; readonly item: ItemId; readonly body: BodyId }
  /** Where an item stands from its decision to begin to its end; the next step, for whoever has one. */
  | { readonly card: 'stage'; readonly item: ItemId }
  /** What was decided, to everybody concerned. */
  | { readonly card: 'outcome'; readonly item: ItemId }
  /** Other bodies go on with the case: to its owner, and to the registrars, who give it a new number. */
  | { readonly card: 'transferred'; readonly item: ItemId }
  /** What is known of an item in figures; what coordinating it took; the saving, also to finance for its signature. */
  | { readonly card: 'figures' | 'cost' | 'saving'; readonly item: ItemId }
  /** What was learnt, asked of those who took part before the item is closed. */
  | { readonly card: 'review'; readonly item: ItemId }
  /** How the contract works, asked of its users. */
  | { readonly card: 'pulse'; readonly item: ItemId; readonly wave: PulseWave };

export const CARD_KINDS = [
  'request',
  'round',
  'objection',
  'solution',
  'more-time',
  'lifted',
  'managers',
  'council',
  'decision',
  'registration',
  'outcome',
  'stage',
  'transferred',
  'figures',
  'cost',
  'saving',
  'review',
  'pulse',
] as const satisfies readonly CardSubject['card'][];
export type CardKind = (typeof CARD_KINDS)[number];

/**
 * Why a card is sent, so that its first line can say what has happened: only a first sending needs none. `changed` stands
 * in records of earlier.
 */
export const OCCASIONS = [
  'new',
  'reminder',
  'changed',
  'urgent',
  'revised',
  'answers-in',
  'more-time-granted',
  'more-time-refused',
  'asked-again',
  'time-ran-out',
  'solution-accepted',
  'solution-rejected',
  'climbed',
  'council-concluded',
  'reseated',
  'marked-urgent',
  'conflict-declared',
  'absence-noted',
  'evidence-added',
  'evidence-asked',
  'evidence-accepted',
  'evidence-missed',
  'objection-withdrawn',
  'to-report',
  'ladder-too-late',
  'proposal-changed',
  'deviation-ending',
  'deviation-over',
  'region-left',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** Who gets it; expanded against the directory when the notice is, so that a new colleague is not missed. */
export type Audience =
  | { readonly to: 'person'; readonly person: PersonId }
  | { readonly to: 'unit'; readonly unit: UnitId }
  | { readonly to: 'role'; readonly role: string; readonly regions: readonly RegionId[] };

/** An effect that left the core as data, stored with the events that caused it. */
export interface Notice {
  /** Stable: case id, sequence number of the first event of the commit, position. */
  readonly id: string;
  readonly at: Instant;
  readonly subject: CardSubject;
  readonly occasion: Occasion;
  readonly audience: readonly Audience[];
}
