import type { AdvanceTo, AppealOutcome, ModifyGround, StageKind } from '#domain/coordination/stages.ts';
import type { Status } from '#domain/coordination/state.ts';
import type { BodyId, Instant, PersonId, PlainDate, UnitId } from '#domain/shared/ids.ts';
import type { Banner, ItemHead, RegionName } from '../views.ts';
import type { LessonShown } from './figures.ts';

export interface BothNames {
  readonly sv: string;
  readonly en: string;
}

/** What is known of an item's way from the lock to its end, in the order in which it came. */
export type StageFact =
  /** SEK excluding VAT, and what the item is counted in where somebody named a volume. */
  | {
      readonly kind: 'ceiling';
      readonly region: RegionName;
      readonly value: number;
      readonly volume?: number;
    }
  | {
      readonly kind: 'authorised';
      readonly region: RegionName;
      readonly date: PlainDate;
      readonly reference: string;
    }
  | {
      readonly kind: 'decided';
      readonly decision: StageKind;
      readonly regions: readonly RegionName[];
      readonly body: BothNames;
      /** A delegate's name. */
      readonly by?: string;
      readonly date: PlainDate;
      readonly paragraph?: string;
      readonly late: boolean;
    }
  | {
      readonly kind: 'missing';
      readonly decision: StageKind;
      readonly region: RegionName;
      /** Absent where the delegation order names nobody. */
      readonly body?: BothNames;
      readonly asked?: Instant;
      /** The region has left since the lock, and is a party all the same (law 5). */
      readonly left?: true;
      /** Who registers it, where a conflict keeps the usual person from it. */
      readonly registers?: string;
      /** The item has begun without it: it is regularised, not blocked (law 6). */
      readonly late: boolean;
    }
  /** A region that was asked and has left before the lock: the last day of its row. */
  | { readonly kind: 'left'; readonly region: RegionName; readonly last: PlainDate }
  /** What a region has called off and may still: SEK excluding VAT, and in what the item is counted in (law 5). */
  | {
      readonly kind: 'called';
      readonly region: RegionName;
      readonly value?: { readonly called: number; readonly left: number };
      readonly volume?: { readonly called: number; readonly left: number };
    }
  /** A change of the contract, proposed or made. SEK excluding VAT, and in what the item is counted in. */
  | {
      readonly kind: 'change';
      readonly ground: ModifyGround;
      readonly region?: RegionName;
      readonly value?: number;
      readonly volume?: number;
      readonly until?: PlainDate;
      /** Absent while it is proposed. */
      readonly made?: PlainDate;
    }
  /** What a region has bought by itself instead. SEK excluding VAT. */
  | {
      readonly kind: 'alone';
      readonly region: RegionName;
      readonly date: PlainDate;
      readonly value: number;
    }
  | { readonly kind: 'no-rows' }
  | {
      readonly kind: 'day';
      readonly day:
        | 'advertised'
        | 'awarded'
        | 'standstill'
        | 'appealed'
        | 'signed'
        | 'until'
        | 'options'
        | 'optionBy'
        | 'documented';
      readonly date: PlainDate;
    }
  | {
      readonly kind: 'said';
      readonly said: 'notice' | 'awardNumber' | 'court' | 'contractNumber' | 'arena' | 'reason';
      readonly text: string;
    }
  /** Tenders are under absolute secrecy (OSL 19:3). */
  | { readonly kind: 'secret' }
  | { readonly kind: 'documentation-complete' }
  /** Whatever the amount: the delegation order may then name others. */
  | { readonly kind: 'principle' };

/** The one thing that the card asks of its reader. */
export type StageStep =
  | {
      readonly kind: 'advance';
      readonly to: AdvanceTo;
      readonly date: PlainDate;
      readonly procedure?: string;
      /** Who may be named as evaluators; the owner is proposed. */
      readonly people?: readonly { readonly id: PersonId; readonly name: string }[];
      readonly proposed?: readonly PersonId[];
      readonly outcomes?: readonly AppealOutcome[];
      /** Before the review: what those who took part have said so far. */
      readonly lessons?: LessonShown['said'];
      /** Some region's ceiling is counted in pieces too. */
      readonly volume?: boolean;
      /** Of which region it may be said; the first is proposed. */
      readonly regions?: readonly RegionName[];
    }
  | {
      readonly kind: 'authorise';
      readonly region: RegionName;
      readonly lead: RegionName;
      readonly date: PlainDate;
    }
  | { readonly kind: 'ask'; readonly decision: StageKind }
  | { readonly kind: 'wait'; readonly decision: StageKind }
  | { readonly kind: 'standstill'; readonly until: PlainDate }
  | { readonly kind: 'document' }
  /** How many tenders came: asked of a named evaluator, and shown to nobody (OSL 19:3). */
  | { readonly kind: 'tenders' }
  | {
      /** A unit calls off within its region's ceiling. */
      readonly kind: 'call-off';
      readonly number: number;
      readonly units: readonly { readonly id: UnitId; readonly name: string }[];
      readonly date: PlainDate;
      /** The region's ceiling is counted in pieces too. */
      readonly volume: boolean;
      /** What the reader wrote that they call off: SEK excluding VAT. */
      readonly value?: number;
    }
  /** Who leaves, of those named, and who evaluates instead: nobody who has declared a conflict. */
  | {
      readonly kind: 'evaluator';
      readonly named: readonly { readonly id: PersonId; readonly name: string }[];
      readonly people: readonly { readonly id: PersonId; readonly name: string }[];
    }
  /** Could it be coordinated at all? Possible, or not and why; with what was said last. */
  | {
      readonly kind: 'assess';
      readonly said?: { readonly possible: boolean; readonly by: string; readonly at: Instant };
    }
  /**
   * Is there a conflict (KL 6:28–32)? With a bidder, before anything else once these are known; in the case, by whoever
   * handles it and has found one.
   */
  | { readonly kind: 'declare'; readonly of: 'bidders' | 'case' }
  /** To whoever has said that there is one: nothing of the case, and a way to take a wrong tap back. */
  | { readonly kind: 'conflicted'; readonly undo: boolean }
  /** The rest of what can be done, which did not fit on the card. */
  | { readonly kind: 'more' }
  | {
      readonly kind: 'decide';
      readonly decision: StageKind;
      readonly region: RegionName;
      readonly regions: readonly RegionName[];
      readonly body: BothNames;
      readonly rule: string;
      readonly example: boolean;
      readonly late: boolean;
      /** Of a change of the contract: its number. */
      readonly modification?: number;
    }
  | {
      readonly kind: 'register';
      readonly decision: StageKind;
      readonly id: BodyId;
      readonly body: BothNames;
      readonly regions: readonly RegionName[];
      readonly rule: string;
      readonly example: boolean;
      readonly late: boolean;
      /** Of a change of the contract: its number. */
      readonly modification?: number;
      readonly date: PlainDate;
      /** The board that must have prepared the case (KL 5:26–30). */
      readonly preparedBy?: BothNames;
      /** The body's delegate, who has a conflict: the body itself decides. */
      readonly insteadOf?: string;
    };

/** An item's stage: what is known, and the next step as one question; also what a manager is told of award and contract. */
export interface StageView {
  readonly card: 'stage';
  readonly asOf: Instant;
  readonly asked?: string;
  readonly banner?: Banner;
  readonly item: ItemHead;
  readonly status: Status;
  readonly owner?: string;
  readonly facts: readonly StageFact[];
  readonly step?: StageStep;
  /** A decision that is missing although the item has begun, and that nobody has been asked for. */
  readonly regularise?: StageKind;
  /** What an officer may say of it before the lock: that it is a matter of principle, or that it is not. */
  readonly sayPrinciple?: boolean;
  /** The documentation can be said to be complete, though it is not what is asked (law 7). */
  readonly mayDocument?: true;
  /** What does not fit beside the step stands behind one choice. */
  readonly more?: true;
  /** Another officer may take the locked item over (law 4). */
  readonly changeOwner?: true;
  /** A call-off can be noted. */
  readonly mayCallOff?: true;
  /** The reader's latest call-off can be taken back. */
  readonly undo?: {
    readonly number: number;
    readonly unit: UnitId;
    readonly unitName: string;
    readonly value: number;
    readonly date: PlainDate;
  };
  /** The reader evaluates, and may note the tenders. */
  readonly mayNoteTenders?: true;
  /** Somebody else can be named instead of an evaluator. */
  readonly mayReplace?: true;
  /** Other ways on or out, each opening its own form. */
  readonly others: readonly AdvanceTo[];
  /** For a unit of a participating region: what it may call off within, whether it committed or not (law 5). */
  readonly own?: { readonly region: RegionName; readonly takesPart: boolean };
}
