import type { Provision } from '#application/council/memo.ts';
import type { DeliveryCounts } from '#application/deliveries.ts';
import type { Candidate, CandidateReason } from '#candidates/candidate.ts';
import type { DurationStep } from '#domain/authority/governance.ts';
import type { AnswerKind, Binding, Commitment, ExistingContract } from '#domain/coordination/answer.ts';
import type { CardSubject, Occasion } from '#domain/coordination/notice.ts';
import type { Refusal, RefusalCode } from '#domain/coordination/refusal.ts';
import type { Stance, Status } from '#domain/coordination/state.ts';
import type { Role } from '#domain/directory/person.ts';
import type { DecisionKind, Level, Outcome, ReasonCode, SolutionKind } from '#domain/escalation/reasons.ts';
import type { PlanStep, PlanWarning, StepReason } from '#domain/plan/timeline.ts';
import type { DocumentType } from '#domain/record/rules.ts';
import type { BodyId, Instant, ItemId, PlainDate, RegionId, UnitId } from '#domain/shared/ids.ts';
import type { Topic } from '#status-query/query.ts';
import type { AdoptingView } from './adopting-view.ts';
import type { ConcernCard } from './concern-views.ts';
import type { CorrectingView } from './correcting-view.ts';
import type { EvidenceLine, SharingView, Suggestion } from './sharing-views.ts';
import type { StageFact, StageView } from './stage-view.ts';
import type { FiguresView } from './views/figures.ts';
import type { FindingsView } from './views/findings.ts';

/**
 * What each card shows, as data: no sentence, no format. Rendering chooses words, dates, money and layout per language.
 * SEK excluding VAT throughout. Names are those of the directory, at the moment of rendering.
 */
export interface ItemHead {
  readonly id: ItemId;
  readonly title: string;
  readonly region: RegionName;
  readonly unit?: string;
  readonly value?: number;
  readonly cpv?: string;
  readonly advertise?: PlainDate;
  readonly start?: PlainDate;
  readonly contractEnd?: PlainDate;
  readonly extensionUntil?: PlainDate;
  readonly procedure?: string;
  readonly agreementType?: string;
  readonly description?: string;
  readonly revision: number;
}

export interface RegionName {
  readonly id: RegionId;
  readonly sv: string;
  readonly en: string;
}

/** How a message that a person pressed or wrote went, on top of the fresh card. */
export type Banner =
  | { readonly kind: 'done'; readonly what: DoneCode; readonly params?: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'occasion'; readonly occasion: Occasion }
  /** The reader is deputy of whom cannot be reached. */
  | { readonly kind: 'instead'; readonly name: string }
  /** Pressed again, or by somebody else before. */
  | { readonly kind: 'already'; readonly by: string; readonly at: Instant };

/** An earlier case like this one, within what the viewer may see. */
export interface PrecedentView {
  readonly item: ItemId;
  readonly title: string;
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly how: 'solution' | 'answered' | 'withdrawn' | 'decided';
  readonly declining: readonly RegionName[];
  /** What it has in common with this one: the objection's reason only where the viewer may read both. */
  readonly alike: readonly ('goods' | 'title' | 'reason')[];
  readonly reason?: ReasonCode;
}
/** What either choice means: SEK excluding VAT, weeks; null is unknown, and said so. */
export interface StakesView {
  readonly planned: number | null;
  readonly without: { readonly units: number; readonly value: number; readonly unknown: number };
  readonly objecting: number;
  readonly procedureWeeks: number | null;
  readonly missing: readonly DurationStep[];
  readonly earliestStart: PlainDate | null;
  readonly weeksLate: number | null;
  readonly contractWeeks: number | null;
}
/** What those who are to decide weigh, beside both sides' facts. */
interface Weighing {
  readonly precedents?: readonly PrecedentView[];
  readonly stakes?: StakesView;
}

export const DONE_CODES = [
  'answer-registered',
  'answer-changed',
  'more-time-sent',
  'delegated',
  'reference-named',
  'away-noted',
  'away-ended',
  'evidence-added',
  'evidence-asked',
  'evidence-accepted',
  'objection-withdrawn',
  'owner-changed',
  'rules-adopted',
  'item-corrected',
  'more-time-granted',
  'more-time-refused',
  'asked-again',
  'solution-sent',
  'solution-accepted',
  'solution-rejected',
  'escalated',
  'marked-urgent',
  'reported',
  'conflict-none',
  'conflict-declared',
  'principle-marked',
  'principle-unmarked',
  'position-registered',
  'decided',
  'decision-registered',
  'closed',
  'locked',
  'assessed-not-possible',
  'assessed-possible',
  'round-opened',
  'imported',
  'discarded',
  'registered',
  'advanced',
  'authorised',
  'decision-asked',
  'documented',
  'time-moved',
  'digest-answered',
  'question-noted',
  'delivery-arrived',
  'delivery-again',
  'push-cancelled',
  'push-resumed',
  'cost-noted',
  'cost-withdrawn',
  'saving-stated',
  'method-ruled-out',
  'saving-validated',
  'realised-noted',
  'effect-attributed',
  'lesson-saved',
  'lesson-used',
] as const;
export type DoneCode = (typeof DONE_CODES)[number];

export interface Base {
  readonly banner?: Banner;
  /** Business time at which the view was made. */
  readonly asOf: Instant;
  /** The text that this answers, so that it can be marked as answered wrongly. */
  readonly asked?: string;
}
export interface OfItem extends Base {
  readonly item: ItemHead;
}

/** Another region's units, in one line: never a name of a person, never a number that the law keeps secret. */
export interface RegionSummary {
  readonly region: RegionName;
  readonly asked: number;
  readonly counts: Readonly<Partial<Record<AnswerKind, number>>>;
}

/** Field-wise before and after of the revision that made an answer stale. */
export interface Change {
  readonly field:
    | 'title'
    | 'description'
    | 'cpv'
    | 'category'
    | 'value'
    | 'valueWithOptions'
    | 'advertise'
    | 'start'
    | 'contractEnd'
    | 'extensionUntil'
    | 'procedure'
    | 'agreementType'
    | 'region';
  readonly before?: string | number;
  readonly after?: string | number;
}

export interface AnswerView {
  readonly kind: AnswerKind;
  readonly by?: string;
  readonly at?: Instant;
  readonly volume?: number;
  readonly value?: number;
  readonly neededBy?: PlainDate;
  readonly binding?: Binding;
  readonly reason?: ReasonCode;
  /** The conditions, or the objection's text. */
  readonly text?: string;
  readonly evidence?: string;
  /** Of an objection: how its evidence stands. */
  readonly evidenceLine?: EvidenceLine;
  readonly contract?: ExistingContract;
}

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
  readonly may: {
    readonly close: boolean;
    readonly lock: boolean;
    readonly escalate: boolean;
    /** The decision cannot wait for the body's meeting, and somebody is charged with such decisions. */
    readonly urgent?: boolean;
    readonly changeOwner?: boolean;
  };
  /** The body whose decision the case awaits: a draft of its tjänsteskrivelse can be had. */
  readonly memoFor?: BodyId;
}
export interface EscalationLine {
  readonly level: Level;
  readonly since: Instant;
  readonly due: Instant | null;
  /** Who owns the level (law 4). */
  readonly owners?: readonly string[];
  /** At the decision: whom the case waits for, and regions for which nobody has a mandate. */
  readonly awaits?: readonly {
    readonly regions: readonly RegionName[];
    readonly holder: { readonly sv: string; readonly en: string };
    /** The delegate, or the secretary who registers what a body decides. */
    readonly person?: string;
    readonly registers: boolean;
  }[];
  readonly missing?: readonly RegionName[];
}

/** A unit's objection, to the officer: three ways on. */
export interface ObjectionView extends OfItem {
  readonly card: 'objection';
  readonly unit: UnitId;
  readonly unitName: string;
  readonly region: RegionName;
  readonly answer: AnswerView;
  readonly solution?: SolutionView;
  readonly escalation?: EscalationLine;
  /** What the others say: both sides' facts. */
  readonly others: readonly RegionSummary[];
  readonly may: {
    readonly propose: boolean;
    readonly askAgain: boolean;
    readonly escalate: boolean;
    readonly acceptEvidence?: boolean;
    readonly askEvidence?: boolean;
  };
  readonly settled: boolean;
  readonly withdrawn?: boolean;
  readonly suggestion?: Suggestion;
}
export interface SolutionForm extends OfItem {
  readonly card: 'solution-form';
  readonly suggestion?: Suggestion;
  readonly unit: UnitId;
  readonly unitName: string;
}
export interface AskAgainForm extends OfItem {
  readonly card: 'ask-again-form';
  readonly unit: UnitId;
  readonly unitName: string;
  readonly suggestedDeadline: PlainDate;
}
export interface EscalateForm extends OfItem {
  readonly card: 'escalate-form';
  readonly suggested: Outcome;
}
/** Asks the officer why it cannot wait (KL 6:39). */
export interface UrgentForm extends OfItem {
  readonly card: 'urgent-form';
  /** Who would decide. */
  readonly deciders: readonly string[];
}
/** To the objector. */
export interface SolutionAnswerView extends OfItem {
  readonly card: 'solution';
  readonly unit: UnitId;
  readonly unitName: string;
  readonly objection: AnswerView;
  readonly solution: SolutionView;
  readonly mayAnswer: boolean;
}
export interface SolutionRejectForm extends OfItem {
  readonly card: 'solution-reject-form';
  readonly unit: UnitId;
  readonly solution: SolutionView;
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
/** A silent unit, to its superior, who may answer in its place. */
export interface LiftedView extends OfItem {
  readonly card: 'lifted';
  readonly unit: UnitId;
  readonly unitName: string;
  readonly respondents: readonly string[];
  readonly deadline: Instant;
  readonly answer: AnswerView;
  readonly open: boolean;
}
/** Both sides' facts, for managers, council and deciders. */
export interface CaseFacts {
  readonly objections: readonly {
    readonly unitName: string;
    readonly region: RegionName;
    readonly answer: AnswerView;
    readonly solution?: SolutionView;
  }[];
  readonly regions: readonly RegionSummary[];
  readonly committedValue: readonly { readonly region: RegionName; readonly value: number }[];
  readonly silent: readonly { readonly unitName: string; readonly region: RegionName }[];
}
export interface ManagersView extends OfItem {
  readonly card: 'managers';
  readonly facts: CaseFacts;
  readonly due: Instant | null;
  readonly openObjections: readonly { readonly unit: UnitId; readonly unitName: string }[];
  readonly open: boolean;
}
export interface ProposalView {
  readonly outcome: Outcome;
  readonly by: string;
  readonly text?: string;
  /** Of a proposed deviation: its last day. */
  readonly until?: PlainDate;
}
export interface PositionView {
  readonly name: string;
  readonly region: RegionName;
  readonly stance: Stance;
  readonly reason?: string;
  readonly dissent?: string;
}
export interface CouncilView extends OfItem, Weighing {
  readonly card: 'council';
  /**
   * declare → position → registered; `excluded` after a conflict (the law), `abstains` by the house rule, `over` once the
   * case has left the council.
   */
  readonly mode: 'declare' | 'position' | 'registered' | 'excluded' | 'abstains' | 'over';
  readonly proposal: ProposalView;
  readonly facts: CaseFacts;
  readonly due: Instant | null;
  readonly own?: PositionView;
  /** What changed since the member took a position, and which that was. */
  readonly stale?: { readonly position: PositionView; readonly changes: readonly Change[] };
  readonly positions: readonly PositionView[];
  readonly regions: readonly { readonly region: RegionName; readonly stance: Stance | null }[];
  /** Members who declared a conflict and take no part. */
  readonly absent?: readonly { readonly name: string; readonly region: RegionName }[];
  /** The forum has no mandate unless a dated row names this member: then the card decides, and says so. */
  readonly recommendsOnly: boolean;
  /** A row names other members: this one's position is advice to them. */
  readonly othersDecide?: true;
}
/** By what somebody may decide, as people call it; an id of a row is nobody's word. */
export interface MandateName {
  readonly name?: { readonly sv: string; readonly en: string };
  /** The body that has delegated it. */
  readonly delegatedBy?: { readonly sv: string; readonly en: string };
  /** The decision that the row rests on. */
  readonly reference?: string;
}
export interface DecisionView extends OfItem, Weighing {
  readonly card: 'decision';
  readonly region: RegionName;
  /** Regions that this decision acts for. */
  readonly actsFor: readonly RegionName[];
  readonly mandate: MandateName;
  readonly example: boolean;
  readonly bodyName: { readonly sv: string; readonly en: string };
  readonly proposal: ProposalView;
  readonly facts: CaseFacts;
  readonly council: readonly PositionView[];
  readonly absent?: NonNullable<CouncilView['absent']>;
  readonly regions: readonly { readonly region: RegionName; readonly stance: Stance | null }[];
  readonly due: Instant | null;
  /** Why it could not wait for the body's meeting (KL 6:39), by the officer. */
  readonly urgency?: { readonly by: string; readonly reason: string };
  /** The decision, once taken. */
  readonly decided?: DecisionLine;
}
export interface DecisionLine {
  readonly regions: readonly RegionName[];
  readonly outcome: Outcome;
  readonly by: string;
  readonly at: Instant;
  readonly reason?: string;
  /** Of a deviation: its last day. */
  readonly until?: PlainDate;
  /** Named members of the council who decided by a mandate. */
  readonly members?: readonly string[];
  readonly urgent?: true;
  readonly body?: {
    readonly name: { readonly sv: string; readonly en: string };
    readonly date: PlainDate;
    readonly paragraph: string;
    readonly registryNumber: string;
  };
}
/** As the governance names it. */
export interface BodyName {
  readonly sv: string;
  readonly en: string;
}
export interface RegistrationView extends OfItem, Weighing {
  readonly card: 'registration';
  readonly body: BodyId;
  readonly bodyName: { readonly sv: string; readonly en: string };
  readonly actsFor: readonly RegionName[];
  readonly proposal: ProposalView;
  readonly facts: CaseFacts;
  readonly regions: readonly { readonly region: RegionName; readonly stance: Stance | null }[];
  readonly example: boolean;
  /** The board that must have prepared the case before the body decides (KL 5:26–30). */
  readonly preparedBy?: { readonly sv: string; readonly en: string };
  readonly decided?: DecisionLine;
}
export interface OutcomeView extends OfItem {
  readonly card: 'outcome';
  readonly outcome: Outcome;
  readonly how: 'solution' | 'answered' | 'withdrawn' | 'decided';
  readonly decisions: readonly DecisionLine[];
  readonly declining: readonly RegionName[];
  readonly status: Status;
  /** How long the case stood on each level, in working days. */
  readonly levels?: readonly { readonly level: Level; readonly workingDays: number }[];
  /** For a manager: what their unit's answer stands at. */
  readonly own?: { readonly unitName: string; readonly answer: AnswerView };
  /** Units that go their own way, while the others go on together. */
  readonly out?: readonly { readonly unitName: string; readonly region: RegionName }[];
}

/** The body that kept the case has ceased: who goes on with it, and what its number was and is in the viewer's region. */
export interface TransferredView extends OfItem {
  readonly card: 'transferred';
  readonly status: Status;
  readonly from: BodyName;
  readonly to: readonly { readonly region: RegionName; readonly body: BodyName }[];
  readonly archive: BodyName;
  /** Where the governance rests on a reading of a proposal: its words. */
  readonly reading?: string;
  readonly escalation?: EscalationLine;
  readonly former?: string;
  readonly number?: string;
  /** For a registrar whose authority has not given the new number yet. */
  readonly toRegister: boolean;
}

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
/** Anything that waits for the viewer, most urgent first; also the card that greets a person who opens the chat anew. */
export interface MineView extends Base {
  readonly card: 'mine';
  readonly name: string;
  readonly tasks: readonly {
    readonly subject: CardSubject;
    readonly title: string;
    readonly what: CardSubject['card'];
    readonly unitName?: string;
    readonly due?: Instant;
    readonly late: boolean;
  }[];
  readonly total: number;
  /** For a registrar: cases of the own authority with something to register. */
  readonly toRegister?: number;
  /** For a secretary: decisions by delegates that the body is to be told of (KL 6:40, 7:8). */
  readonly toReport?: { readonly body: BodyId; readonly count: number };
}
/** A registrar's queue of the own authority, the longest waiting first. */
export interface RegistryView extends Base {
  readonly card: 'registry';
  readonly region: RegionName;
  readonly total: number;
  /** How many stand before the first one shown. */
  readonly skip: number;
  readonly lines: readonly {
    readonly item: ItemId;
    readonly title: string;
    /** The number that the case has already in this authority. */
    readonly number?: string;
    /** The last entry of the record that was read for this line. */
    readonly through: number;
    readonly documents: readonly { readonly document: DocumentType; readonly count: number }[];
    readonly workingDays: number;
    /** Why the number just given was refused, and what it was. */
    readonly problem?: RefusalCode;
    readonly typed?: string;
  }[];
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
export interface UnansweredView extends Base {
  readonly card: 'unanswered';
  readonly filter: { readonly region?: RegionName; readonly item?: ItemHead };
  readonly total: number;
  /** Further units that have not answered, which the viewer may count and not see. */
  readonly hidden: number;
  readonly lines: readonly {
    readonly item: ItemId;
    readonly title: string;
    readonly unitName: string;
    readonly region: RegionName;
    readonly respondents: readonly string[];
    readonly deadline: Instant;
    readonly silent: boolean;
  }[];
}
export interface CasesView extends Base {
  readonly card: 'cases';
  /** Objections that exist and of which the viewer may only know the number. */
  readonly hidden: number;
  readonly topic: 'objections' | 'escalations' | 'deviations';
  readonly filter: {
    readonly region?: RegionName;
    readonly item?: ItemHead;
    readonly from?: PlainDate;
    readonly to?: PlainDate;
  };
  readonly total: number;
  readonly lines: readonly {
    readonly item: ItemId;
    readonly title: string;
    readonly region?: RegionName;
    readonly unitName?: string;
    readonly reason?: ReasonCode;
    readonly text?: string;
    readonly level?: Level;
    readonly due?: Instant | null;
    readonly outcome?: Outcome;
    readonly at?: Instant;
  }[];
}
/** The officer's: how a push goes, what did not arrive for certain, and what to do about it. */
export interface DeliveriesView extends Base {
  readonly card: 'deliveries';
  readonly item?: ItemHead;
  readonly counts: DeliveryCounts;
  /** Those that did not arrive for certain. */
  readonly problems: readonly {
    readonly name: string;
    readonly item: ItemId;
    readonly state: 'planned' | 'unknown' | 'unreachable';
    readonly reason?: string;
    /** Whose deputy it is. */
    readonly insteadOf?: string;
    /** What an officer may settle with one press: the message. */
    readonly message?: string;
  }[];
  readonly may: { readonly stop: boolean; readonly resume: boolean };
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
interface TogetherLine {
  readonly id: ItemId;
  readonly title: string;
  readonly region: RegionName;
  readonly status: Status;
  readonly start?: PlainDate;
  readonly contractEnd?: PlainDate;
  readonly value?: number;
}
/** What could be bought together, best first; `past`: nothing that is still to start, so what the plan holds. */
export interface CandidatesView extends Base {
  readonly card: 'candidates';
  readonly filter: ItemsView['filter'];
  readonly past: boolean;
  readonly total: number;
  /** Lines of earlier pages. */
  readonly skip: number;
  readonly regionNames: readonly RegionName[];
  readonly lines: readonly {
    readonly kind: Candidate['kind'];
    readonly items: readonly Pick<TogetherLine, 'id' | 'title' | 'region'>[];
    readonly reasons: readonly CandidateReason[];
  }[];
}
/** A pair or group to assess: possible, or not and why. */
export interface CandidateView extends Base {
  readonly card: 'candidate';
  readonly items: readonly TogetherLine[];
  readonly reasons: readonly CandidateReason[];
  readonly regionNames: readonly RegionName[];
  /** Of the latest assessment, for whoever may assess. */
  readonly reason?: string;
  readonly mayAssess: boolean;
}
export interface CandidateForm extends Base {
  readonly card: 'candidate-form';
  readonly items: readonly TogetherLine[];
}
/** The council's agenda, or what came of its last meeting: one line a case. */
export interface MeetingView extends Base {
  readonly card: 'meeting';
  readonly kind: 'agenda' | 'minutes';
  readonly date?: PlainDate;
  readonly documentsBy?: PlainDate;
  readonly total: number;
  readonly lines: readonly {
    readonly item: ItemId;
    readonly title: string;
    /** The viewer has a conflict: neither present nor shown how it is argued. */
    readonly withheld: boolean;
    readonly outcome: Outcome;
    readonly objectors: readonly string[];
    readonly regions: readonly { readonly region: BothNames; readonly stance: Stance | null }[];
    readonly conflicted: readonly string[];
    readonly dissents: number;
    readonly concluded?: 'attendance' | 'clock' | 'urgent';
    readonly decided: boolean;
    readonly opens: 'council' | 'item';
  }[];
}
/** In both languages, as the governance names it. */
interface BothNames {
  readonly sv: string;
  readonly en: string;
}
/** What a body's secretary has to report to it (KL 6:40, 7:8). */
export interface ReportingView extends Base {
  readonly card: 'reporting';
  readonly body: BodyId;
  readonly bodyName: BothNames;
  /** Still to be reported. */
  readonly total: number;
  readonly reported: number;
  readonly today: PlainDate;
  readonly lines: readonly {
    readonly item: ItemId;
    readonly title: string;
    readonly at: Instant;
    readonly by: readonly string[];
    readonly regions: readonly BothNames[];
    readonly what:
      | { readonly outcome: Outcome; readonly until?: PlainDate }
      | { readonly kind: DecisionKind };
    readonly urgent: boolean;
  }[];
  /** Which entries of which records the card shows. */
  readonly entries: readonly { readonly item: ItemId; readonly entries: readonly number[] }[];
  readonly others: readonly { readonly body: BodyId; readonly name: BothNames }[];
}
/** The draft of a tjänsteskrivelse, to be read and copied. */
export interface MemoView extends Base {
  readonly card: 'memo';
  readonly id: ItemId;
  readonly title: string;
  readonly body: BodyId;
  readonly bodyName: BothNames;
  readonly preparedBy?: BothNames;
  readonly outcome: Outcome;
  readonly until?: PlainDate;
  readonly text?: string;
  readonly actsFor: readonly BothNames[];
  readonly answers: readonly {
    readonly region: BothNames;
    readonly units: number;
    readonly taking: number;
  }[];
  readonly objections: readonly {
    readonly unit: string;
    readonly region: BothNames;
    readonly reason: ReasonCode;
    readonly text?: string;
  }[];
  readonly council: readonly { readonly region: BothNames; readonly stance: Stance | null }[];
  readonly stakes: StakesView;
  readonly provisions: readonly Provision[];
  /** The card that it was opened from. */
  readonly back: CardSubject;
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
/** A topic for which the store has nothing to answer with, said plainly. */
export interface NothingView extends Base {
  readonly card: 'nothing';
  readonly topic: Topic;
  readonly item?: ItemHead;
}
export interface HelpView extends Base {
  readonly card: 'help';
  readonly name: string;
  readonly roles: readonly Role[];
  readonly welcome: boolean;
  readonly demo: boolean;
}
/** The text was not understood, or lies outside what Samordna is for. */
export interface NotUnderstoodView extends Base {
  readonly card: 'not-understood';
  readonly roles: readonly Role[];
}
export interface MessageView extends Base {
  readonly card: 'message';
  readonly banner: Banner;
  /** Where to go from here. */
  readonly subject?: CardSubject;
}
export interface UnknownPersonView extends Base {
  readonly card: 'unknown-person';
  /** What the administrator needs to add them: `tenantId`, `objectId`. */
  readonly tenantId: string;
  readonly objectId: string;
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
}
export interface ImportPreviewView extends Base {
  readonly card: 'import-preview';
  readonly file: string;
  readonly plan: number;
  readonly read: number;
  readonly created: number;
  readonly revised: number;
  readonly unchanged: number;
  /** Sentences in the viewer's language, at most ten. */
  readonly rejected: readonly { readonly row: number; readonly message: string }[];
  readonly rejectedTotal: number;
  readonly warnings: readonly { readonly row: number; readonly message: string }[];
  readonly warningsTotal: number;
  readonly draft: string;
}
export interface FileRefusedView extends Base {
  readonly card: 'file-refused';
  readonly file: string;
  /** A sentence in the viewer's language. */
  readonly reason: string;
}
/** The demo's clock. */
export interface TimeView extends Base {
  readonly card: 'time';
  readonly speed: string | null;
  /** When the next thing happens by itself. */
  readonly nextDue: Instant | null;
}

export type View =
  | RequestView
  | ConditionsForm
  | ObjectionReasons
  | ObjectionForm
  | MoreTimeForm
  | ReceiptView
  | RoundView
  | ObjectionView
  | SolutionForm
  | AskAgainForm
  | EscalateForm
  | UrgentForm
  | SolutionAnswerView
  | SolutionRejectForm
  | MoreTimeView
  | LiftedView
  | ManagersView
  | CouncilView
  | DecisionView
  | RegistrationView
  | OutcomeView
  | TransferredView
  | TimelineView
  | ItemsView
  | ItemView
  | ChoiceView
  | MineView
  | RegistryView
  | CorrectingView
  | AdoptingView
  | DigestView
  | MeetingView
  | ReportingView
  | MemoView
  | UnansweredView
  | CasesView
  | DeliveriesView
  | HistoryView
  | AuthorityView
  | StageView
  | CandidatesView
  | CandidateView
  | CandidateForm
  | SharedItemView
  | NothingView
  | HelpView
  | NotUnderstoodView
  | MessageView
  | UnknownPersonView
  | RoundDraftView
  | RoundFormView
  | ImportPreviewView
  | FileRefusedView
  | TimeView
  | SharingView
  | ConcernCard
  | FiguresView
  | FindingsView;
export type ViewName = View['card'];
