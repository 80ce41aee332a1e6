import type { CostCategory, PulseQuestion, PulseWave } from '#domain/indicators/figures.ts';
import type { Method, Obstacle } from '#domain/savings/method.ts';
import type { Instant, ItemId, PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { FigureTopic } from '../views/findings.ts';

interface OfItem {
  readonly item: ItemId;
}
/** What it took: seconds of work, or SEK excluding VAT of an external's. */
interface Took {
  readonly seconds: number;
  readonly external: number;
  /** When the card was made: pressed twice it counts once. */
  readonly said: Instant;
}
/** As somebody types a saving; read by `readSaving`, which says what cannot be read. */
export interface TypedSaving {
  readonly method: Method;
  /** One article a line, or one tender. */
  readonly lines: string;
  readonly index?: string;
  readonly unmatched?: string;
  readonly winner?: string;
  readonly quantity?: string;
  readonly years: string;
  readonly assumptions: string;
}

/** Buttons that show figures over several items; read-only. */
export type FindingsAction = {
  readonly verb: 'findings.show';
  readonly topic: FigureTopic;
  readonly of: 'figures' | 'behind' | 'definitions';
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly region?: RegionId;
  readonly category?: string;
};

/** Lessons of earlier items like this one; read-only. */
export type LessonsAction = { readonly verb: 'lessons.for'; readonly item: ItemId };

/** Buttons about an item's figures: money, time, quality and learning. */
export type FigureAction =
  /** Read-only: faces and forms of the item's figures. */
  | ({
      readonly verb: 'cost.form' | 'saving.methods' | 'realised.form' | 'attribution.form';
    } & OfItem)
  | ({ readonly verb: 'lesson.form' } & OfItem)
  /** Read-only; `for`: the later item that the reader came from. */
  | ({ readonly verb: 'lesson.show'; readonly for?: ItemId } & OfItem)
  | ({ readonly verb: 'saving.form'; readonly method: Method } & OfItem)
  | ({ readonly verb: 'saving.rule-out-form'; readonly method: Method } & OfItem)
  /** Read-only: what somebody wrote, about the item that they meant. */
  | ({ readonly verb: 'cost.show'; readonly category?: CostCategory } & OfItem & Took)
  | ({ readonly verb: 'cost.save'; readonly category: CostCategory } & OfItem & Took)
  /** From the form: the amount as it was typed. */
  | ({
      readonly verb: 'cost.send';
      readonly category: CostCategory;
      readonly amount: string;
      readonly said: Instant;
    } & OfItem)
  | ({ readonly verb: 'cost.undo'; readonly number: number } & OfItem)
  | ({ readonly verb: 'saving.send' } & OfItem & TypedSaving)
  | ({ readonly verb: 'saving.rule-out'; readonly method: Method; readonly obstacle: Obstacle } & OfItem)
  /** Bound to the saving that the card showed, by when it was stated. */
  | ({ readonly verb: 'saving.validate'; readonly stated: Instant } & OfItem)
  | ({
      readonly verb: 'realised.send';
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly lines: string;
    } & OfItem)
  | ({
      readonly verb: 'lesson.send';
      readonly worked: string;
      readonly failed: string;
      readonly next: string;
      readonly market: string;
    } & OfItem)
  | ({
      readonly verb: 'pulse.rate';
      readonly wave: PulseWave;
      readonly about: PulseQuestion;
      readonly rating: number;
    } & OfItem)
  /** A later item takes the lessons along. */
  | ({ readonly verb: 'lesson.use'; readonly for: ItemId } & OfItem)
  /** Per cent; what is left of a hundred is unknown. */
  | ({
      readonly verb: 'attribution.send';
      readonly coordination: string;
      readonly market: string;
      readonly commerce: string;
      readonly category: string;
    } & OfItem);
