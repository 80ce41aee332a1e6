import type { DeliveryCounts } from '#application/deliveries.ts';
import type { Candidate, CandidateReason } from '#candidates/candidate.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import type { RefusalCode } from '#domain/coordination/refusal.ts';
import type { Status } from '#domain/coordination/state.ts';
import type { Level, Outcome, ReasonCode } from '#domain/escalation/reasons.ts';
import type { DocumentType } from '#domain/record/rules.ts';
import type { BodyId, Instant, ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { Base, ItemHead, RegionName } from './frame.ts';
import type { ItemsView } from './items.ts';

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
  /** Of those in which the viewer has a conflict: how many, and nothing else of them. */
  readonly withheld?: number;
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
