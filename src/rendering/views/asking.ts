import type { Commitment } from '#domain/coordination/answer.ts';
import type { Status } from '#domain/coordination/state.ts';
import type { Outcome, ReasonCode, SolutionKind } from '#domain/escalation/reasons.ts';
import type { BodyId, Instant, ItemId, PlainDate, UnitId } from '#domain/shared/ids.ts';
import type { AnswerView, Banner, Base, Change, OfItem, RegionName, RegionSummary } from './frame.ts';
import type { EscalationLine } from './objecting.ts';

interface RequestBase extends OfItem {
  readonly unit: UnitId;
  readonly unitName: string;
  readonly round: number;
  readonly deadline: Instant;
  readonly askedBy: string;
  /** True when the item's other commitments bind nobody yet; after the deadline a late answer still counts until the lock. */
  readonly late: boolean;
}

export interface RequestView extends RequestBase {
  readonly card: 'request';
  readonly others: readonly RegionSummary[];
  readonly lessons: readonly { readonly title: string; readonly text: string }[];
  /** What the yes is prefilled with; the value is the plan's, shared equally where several units of the region were asked. */
  readonly prefill: { readonly volume?: number; readonly value?: number; readonly sharedBy?: number };
  readonly moreTimeRequested: boolean;
  readonly note?: string;
  readonly changes: readonly Change[];
  readonly stale?: AnswerView;
  /** The objection that the unit took back. */
  readonly withdrawn?: AnswerView;
  /** The current answer, when the giver is about to change it. */
  readonly current?: AnswerView;
}

export interface ConditionsForm extends RequestBase {
  readonly card: 'request-conditions';
  readonly prefill: RequestView['prefill'];
}

export interface ObjectionReasons extends RequestBase {
  readonly card: 'objection-reasons';
}

export interface ObjectionForm extends RequestBase {
  readonly card: 'objection-form';
  readonly reason: ReasonCode;
}

export interface MoreTimeForm extends RequestBase {
  readonly card: 'more-time-form';
}

/** The unit's own receipt: what it said, what happens next, and a way to change it until the lock. */
export interface ReceiptView extends RequestBase {
  readonly card: 'receipt';
  readonly answer: AnswerView;
  readonly others: readonly RegionSummary[];
  readonly mayChange: boolean;
  readonly status: Status;
  readonly solution?: SolutionView;
  /** What was decided about the unit's objection. */
  readonly decided?: Outcome;
  readonly reference?: { readonly name: string; readonly hours: number };
  readonly may?: {
    readonly withdraw: boolean;
    readonly evidence: boolean;
    readonly reference: boolean;
  };
}

export interface SolutionView {
  readonly kind: SolutionKind;
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
  readonly status: 'proposed' | 'accepted' | 'rejected';
  /** Which of those proposed to the unit; absent: the first. */
  readonly number?: number;
  readonly reply?: string;
}

export interface UnitLine {
  readonly unit: UnitId;
  readonly unitName: string;
  readonly region: RegionName;
  readonly respondents: readonly string[];
  readonly deadline: Instant;
  readonly answer: AnswerView;
  readonly moreTimeRequested: boolean;
  /** Colleagues whom the question was passed on to. */
  readonly delegates?: readonly string[];
  readonly away?: readonly {
    readonly name: string;
    readonly until: PlainDate;
    readonly deputy: string | null;
  }[];
  readonly reference?: { readonly name: string; readonly hours: number };
  /** Goes its own way by a decision. */
  readonly out?: boolean;
  /** Delivery of the request: how far it has come, where that is known. */
  readonly delivery?: 'planned' | 'sent' | 'unknown' | 'unreachable';
}

/** The officer's living view of a round. */
export interface RoundView extends OfItem {
  readonly card: 'round';
  readonly status: Status;
  readonly owner: string;
  readonly deadline: Instant;
  readonly units: readonly UnitLine[];
  readonly totals: {
    readonly value: number;
    readonly unitsWithoutValue: number;
    readonly byRegion: readonly { readonly region: RegionName; readonly value: number }[];
  };
  readonly escalation?: EscalationLine;
  /** No clock ends the council, and for these regions no attendance does. */
  readonly endless?: { readonly attendance: readonly RegionName[] };
  /** Regions that were asked and have left since, with the last day of their rows. */
  readonly left?: readonly { readonly region: RegionName; readonly last: PlainDate }[];
  /** The planned advertising, where the ladder comes too late for it or it has passed. */
  readonly advertising?: { readonly date: PlainDate; readonly stands: 'too-late' | 'past' };
  readonly may: {
    readonly close: boolean;
    readonly lock: boolean;
    readonly escalate: boolean;
    /** The decision cannot wait for the body's meeting, and somebody is charged with such decisions. */
    readonly urgent?: boolean;
    /** The case can be passed on from the council, which no clock ends. */
    readonly conclude?: boolean;
    /** The planned advertising can be moved. */
    readonly correct?: boolean;
    readonly changeOwner?: boolean;
  };
  /** The body whose decision the case awaits: a draft of its tjänsteskrivelse can be had. */
  readonly memoFor?: BodyId;
}

export interface MoreTimeView extends OfItem {
  readonly card: 'more-time';
  readonly unit: UnitId;
  readonly unitName: string;
  readonly by: string;
  readonly reason?: string;
  readonly deadline: Instant;
  /** The deadlines that granting 3, 5 or 10 working days would give. */
  readonly choices: readonly { readonly workingDays: number; readonly deadline: Instant }[];
  readonly open: boolean;
}

/** One request of a digest; what it was answered, or what came of the press that was just made. */
export interface DigestLine {
  readonly item: ItemId;
  readonly title: string;
  readonly region: RegionName;
  readonly unit?: UnitId;
  readonly unitName?: string;
  readonly deadline?: Instant;
  readonly late?: boolean;
  /** Since the unit answered: it is asked again, and before and after stand on its own card. */
  readonly changed?: boolean;
  /** What a yes to all says for this one. */
  readonly asked?: { readonly round: number; readonly revision: number; readonly commitment: Commitment };
  readonly answer?: AnswerView;
  readonly outcome?: Outcome;
  readonly result?: Extract<Banner, { kind: 'refused' | 'already' }> | { readonly kind: 'done' };
}

/** Several requests to one manager as one card. */
export interface DigestView extends Base {
  readonly card: 'digest';
  /** The delivery whose card this is. */
  readonly delivery: string;
  readonly total: number;
  /** Still to be answered, of all. */
  readonly open: number;
  readonly skip: number;
  readonly lines: readonly DigestLine[];
}

/** The dry run before units are asked: who, who cannot be reached, how large. */
export interface RoundDraftView extends OfItem {
  readonly card: 'round-draft';
  readonly deadline: PlainDate;
  readonly deadlineAt: Instant;
  /** What about the deadline is probably not meant: more than 60 days away, or no working day. */
  readonly doubts: readonly ('far' | 'not-a-working-day')[];
  readonly units: readonly {
    readonly unitName: string;
    readonly region: RegionName;
    readonly respondents: readonly { readonly name: string; readonly reachable: boolean }[];
  }[];
  readonly regionsWithoutUnits: readonly RegionName[];
  readonly people: number;
  readonly unreachable: number;
  /** Size of the largest card in bytes, as it is sent. */
  readonly cardBytes: number;
  /** How long the push will take at Teams' pace, in whole minutes, at least one. */
  readonly minutes: number;
}

/** Asks an officer for the deadline. */
export interface RoundFormView extends OfItem {
  readonly card: 'round-form';
  readonly suggestedDeadline: PlainDate;
  /** Nobody has been asked yet: it may also be assessed as not possible to coordinate. */
  readonly assess?: true;
}
