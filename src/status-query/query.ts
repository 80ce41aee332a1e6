import type { ItemId, PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';

export const TOPICS = [
  'item',
  'items',
  'unanswered',
  'objections',
  'escalations',
  'deviations',
  'mine',
  'share',
  'savings',
  'costs',
  'authority',
  'lessons',
  'deliveries',
  'history',
  'candidates',
  'help',
  'none',
] as const;
export type Topic = (typeof TOPICS)[number];

export interface StatusQuery {
  readonly topic: Topic;
  /** Absent when the text names no item, or when several fit (`choices` then has them and the answer asks which). */
  readonly item?: ItemId;
  readonly region?: RegionId;
  /** Inclusive. */
  readonly period?: { readonly from: PlainDate; readonly to: PlainDate };
  /** Two-digit CPV division or a deeper prefix. */
  readonly category?: string;
  /** SEK. */
  readonly value?: number;
  readonly language: Language;
}

/** What the parser knows of the plan. */
export interface PlanEntry {
  readonly id: ItemId;
  readonly title: string;
  readonly region: RegionId;
  readonly cpv?: string;
}

/** A text understood: the query, and the items that fit when several do (at most ten, best first). */
export interface Understanding {
  readonly query: StatusQuery;
  readonly choices: readonly ItemId[];
  /** A delår was named: it ends on the day that the governance says, and `query.period` has its year at most. */
  readonly interim?: true;
  /** Of costs: what remains of the saving after them is asked for. */
  readonly net?: true;
  /** Of lessons: the words that say what they are wanted about. */
  readonly about?: readonly string[];
}
