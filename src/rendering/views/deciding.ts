import type { Provision } from '#application/council/memo.ts';
import type { DurationStep } from '#domain/authority/governance.ts';
import type { ConcludedHow, SettledHow, Stance } from '#domain/coordination/escalation-state.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import type { Status } from '#domain/coordination/state.ts';
import type { DecisionKind, Level, Outcome, ReasonCode } from '#domain/escalation/reasons.ts';
import type { BodyId, Instant, ItemId, PlainDate, RegionId, UnitId } from '#domain/shared/ids.ts';
import type { SolutionView } from './asking.ts';
import type { AnswerView, Base, Change, OfItem, RegionName, RegionSummary } from './frame.ts';
import type { EscalationLine } from './objecting.ts';

/** An earlier case like this one, within what the viewer may see. */
export interface PrecedentView {
  readonly item: ItemId;
  readonly title: string;
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly how: SettledHow;
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
  /** Which of the item's proposals; absent: the first. */
  readonly number?: number;
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
  /** One of those that are asked the same; absent where none is. */
  readonly region?: RegionId;
  readonly bodyName: { readonly sv: string; readonly en: string };
  readonly actsFor: readonly RegionName[];
  readonly proposal: ProposalView;
  readonly facts: CaseFacts;
  readonly regions: readonly { readonly region: RegionName; readonly stance: Stance | null }[];
  readonly example: boolean;
  /** The body's delegate, who has a conflict: the body itself decides. */
  readonly insteadOf?: string;
  /** The board that must have prepared the case before the body decides (KL 5:26–30). */
  readonly preparedBy?: { readonly sv: string; readonly en: string };
  /** A body that has ceased, for which the viewer registers too what it may have decided in time. */
  readonly former?: { readonly body: BodyId; readonly name: BodyName };
  readonly decided?: DecisionLine;
}

export interface OutcomeView extends OfItem {
  readonly card: 'outcome';
  readonly outcome: Outcome;
  readonly how: SettledHow;
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
    readonly concluded?: ConcludedHow | 'urgent';
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
