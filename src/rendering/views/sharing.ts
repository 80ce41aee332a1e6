import type { EvidenceStatus } from '#domain/coordination/evidence.ts';
import type { ReasonCode, SolutionKind } from '#domain/escalation/reasons.ts';
import type { Instant, PersonId, PlainDate, UnitId } from '#domain/shared/ids.ts';
import type { Base, OfItem } from '../views.ts';

interface OfUnit extends OfItem {
  readonly unit: UnitId;
  readonly unitName: string;
}

/** Ways for whoever cannot answer now: later, by somebody else, or with help. */
export interface RequestMoreView extends OfUnit {
  readonly card: 'request-more';
  readonly deadline: Instant;
  readonly may: { readonly moreTime: boolean; readonly delegate: boolean };
}
/** Whom the question can be passed on to: the own region's people, deputies and the own unit first. */
export interface DelegateForm extends OfUnit {
  readonly card: 'delegate-form';
  readonly colleagues: readonly {
    readonly person: PersonId;
    readonly name: string;
    readonly unitName: string;
  }[];
}
export interface ReferenceForm extends OfUnit {
  readonly card: 'reference-form';
  readonly current?: { readonly name: string; readonly hours: number };
}
/** An absence, of nobody's business beyond its last day and who stands in. */
export interface AwayView extends Base {
  readonly card: 'away';
  /** The last day away; absent: here. */
  readonly until?: PlainDate;
  /** Who gets the requests meanwhile; null: nobody, and the officer is told. */
  readonly deputy: string | null;
  /** Open requests that went to the deputy, or of which the officer was told. */
  readonly handed?: number;
}
/** To the objector: what settles the reason, what has been given, what more is asked for. */
export interface EvidenceForm extends OfUnit {
  readonly card: 'evidence-form';
  readonly reason: ReasonCode;
  readonly evidence: EvidenceLine;
}
/** To the officer: what more is needed. */
export interface EvidenceAskForm extends OfUnit {
  readonly card: 'evidence-ask-form';
  readonly reason: ReasonCode;
}
export interface OwnerForm extends OfItem {
  readonly card: 'owner-form';
  /** Absent where the assessment came by the command line. */
  readonly owner?: string;
  /** Whether units have been asked: then it leads back to the round, otherwise to the item. */
  readonly inRound: boolean;
  /** The viewer may say that there is a conflict (KL 6:28–32); others are then told that somebody has to take over. */
  readonly declares?: true;
  readonly officers: readonly { readonly person: PersonId; readonly name: string }[];
}

export interface EvidenceLine {
  readonly status: EvidenceStatus;
  readonly due?: Instant;
  readonly asked?: string;
  readonly given: readonly string[];
}
/** What an officer may propose first, and the start that an existing contract leaves room for. */
export interface Suggestion {
  readonly kind: SolutionKind;
  /** The day after the contract, or its option, ends. */
  readonly start?: PlainDate;
}

export type SharingView =
  | RequestMoreView
  | DelegateForm
  | ReferenceForm
  | AwayView
  | EvidenceForm
  | EvidenceAskForm
  | OwnerForm;
