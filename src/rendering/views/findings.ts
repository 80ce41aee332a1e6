import type { CostCategory } from '#domain/indicators/figures.ts';
import type { Exclusion, NoValue, Unit } from '#domain/indicators/indicator.ts';
import type { Range } from '#domain/savings/range.ts';
import type { Instant, ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { Base, RegionName } from '../views.ts';
import type { Took } from './figures.ts';

/** What may be asked about over several items. */
export const FIGURE_TOPICS = ['share', 'savings', 'costs', 'net', 'lessons', 'control'] as const;
export type FigureTopic = (typeof FIGURE_TOPICS)[number];

/** What the figures are counted over; both days belong to it. */
export interface Counted {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly region?: RegionName;
  readonly category?: string;
}
/** An indicator as a card shows it: never a value without what it rests on. */
export interface IndicatorLine {
  readonly id: string;
  readonly value: number | null;
  readonly reason: NoValue | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly measure: Unit;
  readonly version: string;
  readonly basis: 'outcome' | 'forecast';
  /** How many procurements it rests on, of how many. */
  readonly rests: { readonly on: number; readonly of: number };
  readonly excluded: readonly { readonly reason: Exclusion; readonly count: number }[];
  /** Of a sum of savings: how many of those counted finance has signed. */
  readonly signed?: number;
}
export interface ItemTitle {
  readonly id: ItemId;
  readonly title: string;
  readonly region: RegionName;
}

/** How a procurement that could have been coordinated was not, and what was decided about it (domain: indicator 2). */
export interface ControlShown {
  readonly how: 'deviation-decided' | 'not-possible' | 'contracted-alone';
  readonly on: PlainDate;
  /** Empty: nobody has decided a reason. */
  readonly reasons: readonly { readonly text: string; readonly by: string; readonly on: PlainDate }[];
  /** The reader has declared a conflict. */
  readonly withheld?: true;
}
/** Where the evidence is opened: a page that prints, and the same rows as a workbook. */
export interface EvidenceLinks {
  readonly page: string;
  readonly workbook: string;
}

export interface LessonLine extends ItemTitle {
  readonly on?: PlainDate;
  /** What to do next time, or what worked. */
  readonly next?: string;
  /** How many later items have used them. */
  readonly used: number;
}

export type FindingsFace =
  /** Several items fit what somebody wrote: one tap says which. */
  | ({
      readonly kind: 'cost-which';
      readonly category?: CostCategory;
      readonly said: Instant;
      readonly items: readonly ItemTitle[];
    } & Took)
  | {
      readonly kind: 'indicators';
      readonly topic: FigureTopic;
      readonly over: Counted;
      readonly main: IndicatorLine;
      readonly others: readonly IndicatorLine[];
      /** The main one for each region, where both are counted. */
      readonly regions: readonly { readonly region: RegionName; readonly line: IndicatorLine }[];
      /** The last day that counts of a period that is not over; absent for one that is. */
      readonly running?: PlainDate;
      /** What of the savings rests on the market price, whose bias is told beside it. SEK excluding VAT. */
      readonly market?: { readonly count: number; readonly sum: Range };
      /** Of the main one in exactly this period; `basis` null: none is documented. */
      readonly target?: { readonly value: number; readonly basis: string | null; readonly example: boolean };
      readonly evidence?: EvidenceLinks;
    }
  /** Lessons that fit, the likest or the latest first; `for`: the item that they are wanted for. */
  | {
      readonly kind: 'lessons';
      readonly lines: readonly LessonLine[];
      readonly total: number;
      readonly about?: string;
      /** The words that no lesson says: the latest are shown instead. */
      readonly unsaid?: string;
      readonly for?: ItemId;
      readonly over?: Counted;
      readonly figures: readonly IndicatorLine[];
    }
  /** What each figure of the topic is. */
  | {
      readonly kind: 'definitions';
      readonly topic: FigureTopic;
      readonly over: Counted;
      readonly lines: readonly Pick<IndicatorLine, 'id' | 'version'>[];
    }
  /** The procurements behind the main figure: those that count in it, and the rest of what it is divided by. */
  | {
      readonly kind: 'behind';
      readonly topic: FigureTopic;
      readonly over: Counted;
      readonly id: string;
      readonly counted: readonly (ItemTitle & { readonly control?: ControlShown })[];
      readonly rest: readonly ItemTitle[];
      readonly evidence?: EvidenceLinks;
    };

/** What was found over several items. */
export interface FindingsView extends Base {
  readonly card: 'findings';
  readonly face: FindingsFace;
}
