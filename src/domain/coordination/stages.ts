import type { Gap } from '../authority/mandates.ts';
import type { RequiredDecision } from '../authority/required.ts';
import type { DecisionKind } from '../escalation/reasons.ts';
import type { Dispatch } from '../shared/calendar.ts';
import type { BodyId, Instant, PersonId, PlainDate, RegionId } from '../shared/ids.ts';
import type { Texts } from './answer.ts';

/** Where an officer may move an item: the stages after the round, the ways out and the way back. */
export const ADVANCES = [
  'initiated',
  'ceiling-stated',
  'locked',
  'advertised',
  'evaluation',
  'awarded',
  'standstill',
  'appealed',
  'appeal-settled',
  'contract',
  'extended',
  'modification-proposed',
  'modification-dropped',
  'modified',
  'followed-up',
  'reviewed',
  'closed',
  'external-coordination',
  'postponed',
  'resumed',
  'contracted-alone',
  'cancelled',
] as const;
export type AdvanceTo = (typeof ADVANCES)[number];

/** On what a contract may be changed without a new procurement (LOU ch. 17); a human says which, and Samordna judges none. */
export const MODIFY_GROUNDS = [
  /** 17:9 */
  'small-value',
  /** 17:10 */
  'option-clause',
  /** 17:11; announced afterwards (17:16) */
  'additional-needs',
  /** 17:12; announced afterwards (17:16) */
  'unforeseen',
  /** 17:14 */
  'non-substantial',
] as const;
export type ModifyGround = (typeof MODIFY_GROUNDS)[number];

/** How a court ended an appeal: the award stands, the evaluation is done again, or the whole procurement is (LOU 20:6). */
export const APPEAL_OUTCOMES = ['award-stands', 'evaluate-again', 'start-over'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

type Bare<T extends AdvanceTo> = T extends AdvanceTo ? { readonly to: T } : never;
/** What each stage must know before an item enters it; free text travels in `texts`. */
export type Advance =
  | Bare<
      | 'initiated'
      | 'locked'
      | 'followed-up'
      | 'reviewed'
      | 'closed'
      | 'postponed'
      | 'resumed'
      | 'cancelled'
      | 'modified'
    >
  /** It was not permitted, or is not needed; `texts.text` says why. */
  | Bare<'modification-dropped'>
  | {
      readonly to: 'advertised';
      readonly date: PlainDate;
      /** The notice's number. */
      readonly reference: string;
      /** Absent: the plan's. */
      readonly procedure?: string;
      /** The only people who may know anything of the tenders until the award (OSL 19:3). */
      readonly evaluators: readonly PersonId[];
    }
  /** The last day for tenders has passed. */
  | { readonly to: 'evaluation'; readonly date: PlainDate }
  | { readonly to: 'awarded'; readonly date: PlainDate; readonly reference: string }
  /** The day on which the bidders were told, and how (LOU 20:1). */
  | {
      readonly to: 'standstill';
      readonly date: PlainDate;
      readonly sent: Dispatch;
      /** Calendar days by the row in force on the day; absent: the law's own. Never the officer's to say. */
      readonly days?: number;
    }
  | { readonly to: 'appealed'; readonly date: PlainDate; readonly court: string }
  | {
      readonly to: 'appeal-settled';
      readonly date: PlainDate;
      readonly outcome: AppealOutcome;
      /** As of the standstill, where the award stands. */
      readonly days?: number;
    }
  | {
      readonly to: 'contract';
      /** The day on which it was signed. */
      readonly date: PlainDate;
      readonly until: PlainDate;
      /** The last day that options can reach. */
      readonly optionsUntil?: PlainDate;
      /** The last day on which the first option can be used; absent: known to nobody here. */
      readonly optionBy?: PlainDate;
      readonly reference: string;
    }
  /** `date`: the day on which the option was used; absent: the day on which that is said. */
  | { readonly to: 'extended'; readonly until: PlainDate; readonly date?: PlainDate }
  /**
   * How the contract is to be changed, for those who decide it (`modify`): a participating region's ceiling raised, or the
   * contract prolonged beyond its options. `texts.text` says why the ground fits.
   */
  | {
      readonly to: 'modification-proposed';
      readonly ground: ModifyGround;
      /** Whose ceiling; of no meaning without a new one. */
      readonly region?: RegionId;
      /** The new ceiling: SEK excluding VAT, for the whole term. */
      readonly value?: number;
      /** The new ceiling in what the item is counted in. */
      readonly volume?: number;
      /** The new last day. */
      readonly until?: PlainDate;
    }
  /** A participating region's ceiling, where its units named no value: SEK excluding VAT, for the whole term. */
  | { readonly to: 'ceiling-stated'; readonly region: RegionId; readonly value: number }
  /**
   * A region that does not buy together with the others has bought by itself: its advertised procurement's contract, of
   * which the plan knows no more. Said anew for the same region, it replaces.
   */
  | {
      readonly to: 'contracted-alone';
      readonly region: RegionId;
      /** The day on which it was signed. */
      readonly date: PlainDate;
      /** Its last day; absent: until further notice, or not known. */
      readonly until?: PlainDate;
      /** SEK excluding VAT, for the whole term. */
      readonly value: number;
    }
  /** `texts.arena`: the purchasing centre or other cooperation. */
  | Bare<'external-coordination'>;

/** What `advanced` records: `locked` is an event of its own, which fixes who takes part. */
export type AdvancedFacts = Exclude<Advance, { to: 'locked' }>;

export interface Stamp {
  readonly at: Instant;
  readonly by: string;
}
type Facts<T extends AdvanceTo> = Omit<Extract<Advance, { to: T }>, 'to'> & Stamp;

export type Advertising = Facts<'advertised'>;
export type Award = Facts<'awarded'>;
export interface Standstill extends Facts<'standstill'> {
  /** The last day: a contract may be signed the day after. */
  readonly until: PlainDate;
}
export interface Appeal extends Facts<'appealed'> {
  readonly settled?: { readonly date: PlainDate; readonly outcome: AppealOutcome };
}
export interface Contract extends Facts<'contract'> {
  /** Until when the documentation is to be complete: 30 days from the contract (law 7). */
  readonly documentedBy: PlainDate;
}
export type ContractChange = Omit<Extract<Advance, { to: 'modification-proposed' }>, 'to'>;
/** A change of the contract as it is proposed; its decision is about this one alone. */
export interface Modification extends Facts<'modification-proposed'> {
  /** 1 for the contract's first: what a card showed. */
  readonly number: number;
  readonly texts: Texts;
}
/** A change that was decided and has taken effect. */
export interface Modified extends Modification {
  readonly madeOn: PlainDate;
  /** The region's ceiling before; absent where none grew. */
  readonly was?: number;
}
/** A region's own contract for what was not bought together. */
export type AloneContract = Facts<'contracted-alone'>;
export interface Written extends Stamp {
  readonly texts: Texts;
}
/** Why an item left, and by when its documentation is to be complete where it had been advertised (law 7). */
export interface Exit extends Written {
  readonly documentedBy?: PlainDate;
}

/** Law 7: complete within 30 days of contract or cancellation; its owner is reminded once. */
export interface Documentation {
  readonly reminded?: Instant;
  readonly completed?: Stamp;
}

/** What named evaluators know of the tenders: never shown, answered or exported; absolute until the award (OSL 19:3). */
export interface Tenders {
  readonly received: number;
  readonly approved: number;
}

/** A region's authorisation (fullmakt) for the lead region to act, on file before the lock (law 5). */
export interface Authorisation {
  readonly date: PlainDate;
  readonly reference: string;
  /** Who led when it was filed: it is for that region alone. Absent in older records. */
  readonly lead?: RegionId;
}

/** The kinds of decision that a stage rests on; the others end an escalation. */
export const STAGE_KINDS = [
  'initiate',
  'award',
  'contract',
  'extend',
  'modify',
  'cancel',
  'postpone',
  'join-external',
] as const satisfies readonly DecisionKind[];
export type StageKind = (typeof STAGE_KINDS)[number];

/** Minutes of a body. */
export interface Minutes {
  readonly body: BodyId;
  readonly date: PlainDate;
  readonly paragraph: string;
}

/** A decision on file that a stage rests on, for some of the regions. */
export interface StageDecisionFacts {
  readonly kind: StageKind;
  readonly regions: readonly RegionId[];
  readonly rule: string;
  readonly ruleVersion: string;
  /** The body that decided, or on whose delegation `delegate` did. */
  readonly body: BodyId;
  readonly delegate?: PersonId;
  readonly date: PlainDate;
  /** Of a body's minutes. */
  readonly paragraph?: string;
  readonly registryNumber?: string;
  /** The board that prepared a fullmäktige's case (KL 5:26–30). */
  readonly preparation?: Minutes;
  /** Taken once the item was past advertising: a missing decision that is regularised (law 6). */
  readonly late: boolean;
  /** The item's revision that was decided on. */
  readonly revision: number;
  /** Of a decision to change the contract: the change, with its ground in law. */
  readonly change?: ContractChange;
}
export interface StageDecision extends StageDecisionFacts, Written {
  /** The day on which the stage that it was for had been entered, or was undone: the next time needs its own. */
  readonly usedOn?: PlainDate;
}

/** Who must decide to initiate, as it was last found: at planning, and at each revision. */
export interface AuthorityNote {
  readonly required: readonly RequiredDecision[];
  readonly gaps: readonly Gap[];
}

export interface MissingDecision {
  readonly region: RegionId;
  /** Whose decision is missing; null where the table names nobody. */
  readonly body: BodyId | null;
}
