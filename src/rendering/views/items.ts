import type { CardSubject } from '#domain/coordination/notice.ts';
import type { Status } from '#domain/coordination/state.ts';
import type { Level, Outcome } from '#domain/escalation/reasons.ts';
import type { PlanStep, PlanWarning, StepReason } from '#domain/plan/timeline.ts';
import type { Instant, ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { Topic } from '#status-query/query.ts';
import type { UnitLine } from './asking.ts';
import type { BodyName, MandateName } from './deciding.ts';
import type { Base, ItemHead, OfItem, RegionName, RegionSummary } from './frame.ts';
import type { EscalationLine } from './objecting.ts';
import type { StageFact } from './stage.ts';

export interface TimelineStep {
  readonly step: PlanStep;
  readonly day: PlainDate;
  readonly reason:
    | Exclude<StepReason, { why: 'meeting' }>
    | { readonly why: 'meeting'; readonly body: BodyName; readonly on: PlainDate };
}

type Regionless<T> = T extends unknown ? Omit<T, 'region'> : never;

export type TimelineWarning =
  | Exclude<Regionless<PlanWarning>, { warning: 'no-meeting-in-time' | 'july' | 'in-the-past' }>
  | { readonly warning: 'july' | 'in-the-past'; readonly step: PlanStep; readonly day: PlainDate }
  | { readonly warning: 'no-meeting-in-time'; readonly body: BodyName; readonly before: PlainDate };

/** The latest day of each step for one region, counted backwards, and what is worth a warning. */
export interface TimelineView extends OfItem {
  readonly card: 'timeline';
  readonly region: RegionName;
  readonly steps: readonly TimelineStep[];
  readonly warnings: readonly TimelineWarning[];
  /** An officer may correct what it is counted from. */
  readonly mayCorrect?: true;
}

/** One item in a list. */
export interface ItemLine {
  readonly id: ItemId;
  readonly title: string;
  readonly region: RegionName;
  readonly status: Status;
  readonly start?: PlainDate;
  readonly value?: number;
  readonly deadline?: Instant;
  readonly asked?: number;
  readonly answered?: number;
}

export interface ItemsView extends Base {
  readonly card: 'items';
  readonly heading: 'plan' | 'items';
  readonly filter: {
    readonly region?: RegionName;
    readonly from?: PlainDate;
    readonly to?: PlainDate;
    readonly category?: string;
    readonly plan?: number;
  };
  readonly total: number;
  readonly items: readonly ItemLine[];
  /** For "more": continue after this item. */
  readonly after?: string;
  /** Buttons to ask the units about an item, for officers. */
  readonly mayAsk: boolean;
}

export interface ItemView extends OfItem {
  readonly card: 'item';
  readonly status: Status;
  readonly owner?: string;
  readonly deadline?: Instant;
  readonly regions: readonly RegionSummary[];
  /** Unit by unit, where the viewer may see it. */
  readonly units: readonly UnitLine[];
  readonly escalation?: EscalationLine;
  readonly settlement?: {
    readonly outcome: Outcome;
    readonly at: Instant;
    readonly declining: readonly RegionName[];
  };
  readonly may: {
    readonly ask: boolean;
    readonly openRound: boolean;
    /** The card of its stage: the next step, or where it stands. */
    readonly stage?: boolean;
    /** Another officer may take over what no unit has been asked about (law 4); later its round offers it. */
    readonly changeOwner?: boolean;
    /** Whether it could be coordinated at all, for an officer, until a round asks. */
    readonly assess?: boolean;
    /** To say that there is a conflict of interest (KL 6:28–32), for whoever handles the case. */
    readonly conflict?: boolean;
    /** Its figures and lessons. */
    readonly figures?: boolean;
  };
  /** Who must decide to begin for each region, or has decided, as far as the delegation orders say (law 6). */
  readonly initiation?: readonly StageFact[];
  /** The viewer's own card of this item, if there is one. */
  readonly own?: CardSubject;
}

export interface ChoiceView extends Base {
  readonly card: 'which-item';
  readonly topic: Topic;
  readonly items: readonly ItemLine[];
}

export interface HistoryView extends Base {
  readonly card: 'history';
  readonly item: ItemHead;
  readonly total: number;
  readonly lines: readonly {
    readonly at: Instant;
    readonly by: string;
    readonly type: string;
    readonly unitName?: string;
    /** Of a step from one level to the next: which one it left, and how long it stood there. */
    readonly left?: { readonly level: Level; readonly workingDays: number };
    /** Who was handed the question or the case. */
    readonly to?: string;
  }[];
}

export interface AuthorityView extends Base {
  readonly card: 'authority';
  readonly item?: ItemHead;
  readonly value?: number;
  readonly seats: readonly {
    readonly regions: readonly RegionName[];
    readonly holder: { readonly sv: string; readonly en: string };
    readonly person?: string;
    readonly mandate: MandateName;
    readonly example: boolean;
  }[];
  readonly missing: readonly RegionName[];
  /** Who must decide to begin: another decision than to coordinate, often at another level (law 6). */
  readonly initiation?: readonly StageFact[];
}

/** A procurement for any chat: only what everybody may see. */
export interface SharedItemView extends Base {
  readonly card: 'shared-item';
  readonly id: ItemId;
  readonly title: string;
  readonly region: RegionName;
  readonly cpv?: string;
  readonly start?: PlainDate;
  /** Where it is opened in Samordna. */
  readonly link?: string;
}
