import type { ReasonCode } from '#domain/escalation/reasons.ts';
import type { CostCategory, PulseQuestion, PulseWave } from '#domain/indicators/figures.ts';
import type { Attribution } from '#domain/savings/attribution.ts';
import type { Bias, Method, Obstacle } from '#domain/savings/method.ts';
import type { Range } from '#domain/savings/range.ts';
import type { Instant, ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { OfItem, RegionName } from '../views.ts';

/** Seconds of work, or SEK excluding VAT of an external's. */
export interface Took {
  readonly seconds: number;
  readonly external: number;
}
export interface CostEntry extends Took {
  readonly number: number;
  readonly category: CostCategory;
  readonly at: Instant;
}
/** Everything logged for the item. */
export interface CostKnown extends Took {
  readonly people: number;
  /** SEK excluding VAT; null where no rate for an hour is decided. */
  readonly sek: number | null;
  /** The rate is an example. */
  readonly example: boolean;
}

/** A saving as somebody answers for it; never a bare number. SEK excluding VAT. */
export interface SavingShown {
  readonly method: Method;
  readonly version: string;
  readonly annual: Range;
  readonly term: Range;
  readonly years: number;
  readonly matched?: number;
  readonly byWinner?: Range;
  readonly bias?: Bias;
  readonly by: string;
  readonly on: PlainDate;
  readonly stated: Instant;
  readonly assumptions?: string;
  readonly validated?: { readonly by: string; readonly at: Instant };
}
export interface RealisedShown {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Null: no article had an old price. */
  readonly value: number | null;
  readonly covered: number;
}
export type Obstacles = Readonly<Partial<Record<Method, Obstacle>>>;

/** What was learnt from a procurement, and by what it is found. */
export interface LessonShown {
  readonly said: readonly {
    readonly on: PlainDate;
    /** Named to those who read everything. */
    readonly by?: string;
    readonly region?: RegionName;
    readonly worked?: string;
    readonly failed?: string;
    readonly next?: string;
    readonly market?: string;
  }[];
  readonly reasons: readonly ReasonCode[];
  readonly cpv?: string;
  readonly category?: string;
  readonly usedBy: readonly ItemId[];
}

export type FiguresFace =
  /** Everything at a glance; `saving` 'later': the award is not decided. */
  | {
      readonly kind: 'hub';
      readonly cost: CostKnown | null;
      readonly saving: SavingShown | 'later' | null;
      readonly obstacles: Obstacles;
      readonly realised: readonly RealisedShown[];
      readonly attribution?: Attribution;
      /** What users said, from 1 to 5: the mean and by how many. */
      readonly pulse: readonly {
        readonly wave: PulseWave;
        readonly about: PulseQuestion;
        readonly mean: number;
        readonly of: number;
      }[];
      /** It has lessons of its own; else those of earlier items like it are led to. */
      readonly lessons: boolean;
      readonly may: {
        readonly log: boolean;
        readonly state: boolean;
        readonly realise: boolean;
        readonly attribute: boolean;
      };
    }
  /** One tap; without a category each is a tap. */
  | ({
      readonly kind: 'cost-confirm';
      readonly category?: CostCategory;
      readonly said: Instant;
      /** When the viewer noted the same a short while ago: asked whether it is once more. */
      readonly again?: Instant;
    } & Took)
  | { readonly kind: 'cost-form'; readonly said: Instant }
  /** What is logged, and the viewer's own latest, which they may take back. */
  | {
      readonly kind: 'cost';
      readonly known: CostKnown | null;
      readonly own: readonly CostEntry[];
      readonly mayLog: boolean;
    }
  | {
      readonly kind: 'saving-methods';
      /** Null: the plan names no procedure that says so. */
      readonly negotiation: boolean | null;
      readonly obstacles: Obstacles;
    }
  | { readonly kind: 'saving-form'; readonly method: Method }
  | { readonly kind: 'rule-out-form'; readonly method: Method; readonly obstacles: readonly Obstacle[] }
  | {
      readonly kind: 'saving';
      readonly saving: SavingShown | null;
      readonly obstacles: Obstacles;
      readonly realised: readonly RealisedShown[];
      readonly attribution?: Attribution;
      readonly may: {
        readonly state: boolean;
        readonly validate: boolean;
        readonly realise: boolean;
        readonly attribute: boolean;
      };
    }
  | { readonly kind: 'realised-form'; readonly from?: PlainDate; readonly to: PlainDate }
  | { readonly kind: 'attribution-form'; readonly current?: Attribution }
  /** One question, one tap; the next one follows. `mine`: what the viewer has said of this wave. */
  | {
      readonly kind: 'pulse';
      readonly wave: PulseWave;
      readonly mine: Readonly<Partial<Record<PulseQuestion, number>>>;
      /** Null: everything is said, or nothing is asked of the viewer. */
      readonly asks: PulseQuestion | null;
    }
  | { readonly kind: 'lesson-form' }
  | {
      readonly kind: 'lessons';
      readonly lessons: LessonShown;
      /** The viewer took part and may say what they learnt, or say it anew. */
      readonly maySay: boolean;
      /** A later item that may take them along. */
      readonly for?: ItemId;
    };

/** One item's figures, one question at a time. */
export interface FiguresView extends OfItem {
  readonly card: 'figures';
  readonly face: FiguresFace;
}
