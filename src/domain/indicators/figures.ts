import type { Texts } from '../coordination/answer.ts';
import type { Attribution, Source } from '../savings/attribution.ts';
import type { Basket } from '../savings/basket.ts';
import type { Market } from '../savings/market-price.ts';
import type { EnabledSaving, Method, Obstacle } from '../savings/method.ts';
import type { Negotiation } from '../savings/negotiation.ts';
import type { InvoicedLine } from '../savings/realised.ts';
import type { Instant, ItemId, PersonId, PlainDate, UnitId } from '../shared/ids.ts';

/** What coordinating takes; each is logged by whoever spent it. */
export const COST_CATEGORIES = ['meetings', 'anchoring', 'requirements', 'external'] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

/** What users are asked about a contract, each with a number from 1 to 5, and when (domain: indicator 9, breadth). */
export const PULSE_QUESTIONS = ['quality', 'business', 'administration'] as const;
export type PulseQuestion = (typeof PULSE_QUESTIONS)[number];
export const PULSE_WAVES = ['start', 'year'] as const;
export type PulseWave = (typeof PULSE_WAVES)[number];

/** What a saving was computed from: its baseline, frozen with the event that states it. Prices of tenders are among it. */
export type SavingInput =
  | ({ readonly method: 'basket' } & Basket)
  /** Whether negotiation is permitted follows from the procedure, and is not the author's to say. */
  | ({ readonly method: 'negotiation' } & Omit<Negotiation, 'permitted'>)
  | ({ readonly method: 'market-price' } & Market);

/** A figure as somebody states it; free text travels in `texts`. */
export type FigureInput =
  /** A method that cannot be used, and why. */
  | { readonly kind: 'ruled-out'; readonly method: Method; readonly obstacle: Obstacle }
  /** Finance signs the saving that stands; a new one has to be signed anew. */
  | {
      readonly kind: 'validated';
      /** When the saving was stated that the signer saw; absent: whichever stands. */
      readonly stated?: Instant;
    }
  | {
      readonly kind: 'realised';
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly lines: readonly InvoicedLine[];
    }
  | { readonly kind: 'attributed'; readonly shares: Readonly<Partial<Record<Source, number>>> }
  /** Seconds of somebody's work, or SEK excluding VAT of an external's. */
  | {
      readonly kind: 'cost';
      readonly category: CostCategory;
      readonly seconds: number;
      readonly external: number;
      /** When the card was made on which it was said: the same person's same card counts once, however often it is pressed. */
      readonly said?: Instant;
    }
  /** A logged cost that was wrong, by its number. */
  | { readonly kind: 'cost-withdrawn'; readonly number: number }
  /** SEK excluding VAT of the signed contract over its whole term. */
  | { readonly kind: 'contract-value'; readonly value: number }
  | {
      readonly kind: 'rating';
      readonly rating: number;
      /** Absent: the quality. */
      readonly about?: PulseQuestion;
      /** When it was asked about; absent where it was said unasked. */
      readonly wave?: PulseWave;
    }
  | { readonly kind: 'nonconformities'; readonly count: number }
  | { readonly kind: 'fidelity'; readonly share: number }
  /** Of the contract's sustainability requirements that were followed up: the share that was met, 0–1. */
  | { readonly kind: 'sustainability'; readonly share: number }
  /** What somebody who took part learnt: `worked`, `failed`, `next` and `market` are texts, one of the first three at least. */
  | { readonly kind: 'lesson' }
  /** A later item has used this one's lessons. */
  | { readonly kind: 'lesson-used'; readonly item: ItemId };
export type FigureKind = FigureInput['kind'];

/** As it stands in the record: computed where there was something to compute. */
export type Figure =
  | Exclude<FigureInput, { kind: 'realised' | 'attributed' | 'cost' | 'lesson' }>
  /** For which unit it was said, where for one. */
  | { readonly kind: 'lesson'; readonly unit?: UnitId }
  | (Extract<FigureInput, { kind: 'cost' }> & { readonly number: number })
  | {
      readonly kind: 'realised';
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly value: number | null;
      readonly covered: number;
    }
  | { readonly kind: 'attributed'; readonly shares: Attribution };

export interface StatedSaving extends EnabledSaving {
  readonly at: Instant;
  /** `assumptions`; absent where a gallring has taken it. */
  readonly texts?: Texts;
}
export interface LoggedCost {
  /** 1 for the item's first; never used again. */
  readonly number: number;
  readonly by: string;
  readonly at: Instant;
  readonly category: CostCategory;
  readonly seconds: number;
  readonly external: number;
  readonly said?: Instant;
}
export interface LessonGiven {
  readonly at: Instant;
  readonly unit?: UnitId;
  readonly texts: Texts;
}
export interface RealisedStretch {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly value: number | null;
  readonly covered: number;
}

/** What is known of an item's money, quality and learning; absent fields are unknown, not 0. */
export interface Figures {
  readonly saving?: StatedSaving;
  readonly obstacles: Readonly<Partial<Record<Method, Obstacle>>>;
  readonly validated?: { readonly by: string; readonly at: Instant };
  /** By the first day of the stretch: stated anew, it replaces. */
  readonly realised: Readonly<Record<PlainDate, RealisedStretch>>;
  readonly attribution?: Attribution;
  readonly costs: readonly LoggedCost[];
  /** How many were ever logged, withdrawn ones too. */
  readonly logged: number;
  readonly contractValue?: number;
  /** One a person: changed, it replaces. */
  readonly ratings: Readonly<Record<PersonId, number>>;
  /** When the users were asked, in order; absent while they have not been. */
  readonly pulses?: readonly PulseWave[];
  /** A person's answers of a wave, by question. Absent while nobody has given any. */
  readonly pulse?: Readonly<
    Partial<Record<PulseWave, Readonly<Record<PersonId, Readonly<Partial<Record<PulseQuestion, number>>>>>>>
  >;
  readonly nonconformities?: number;
  readonly fidelity?: number;
  readonly sustainability?: number;
  readonly usedBy: readonly ItemId[];
  /** One a person: said anew, it replaces. Absent while nobody has said any. */
  readonly lessons?: Readonly<Record<PersonId, LessonGiven>>;
}
export const NO_FIGURES: Figures = {
  obstacles: {},
  realised: {},
  costs: [],
  logged: 0,
  ratings: {},
  usedBy: [],
};
