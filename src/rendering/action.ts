import type { Resolution } from '#application/ports/delivery.ts';
import type { ConcernRecipient } from '#domain/concern/concern.ts';
import type { Commitment, ExistingContract } from '#domain/coordination/answer.ts';
import type { Stance } from '#domain/coordination/escalation-state.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import type { AdvanceTo, AppealOutcome, ModifyGround, StageKind } from '#domain/coordination/stages.ts';
import type { Outcome, ReasonCode, SolutionKind } from '#domain/escalation/reasons.ts';
import type { Dispatch } from '#domain/shared/calendar.ts';
import type { BodyId, Instant, ItemId, PersonId, PlainDate, RegionId, UnitId } from '#domain/shared/ids.ts';
import type { FigureAction, FindingsAction, LessonsAction } from './figure-action.ts';

interface OfUnit {
  readonly item: ItemId;
  readonly unit: UnitId;
}
/** A card that answers for a unit carries the round and revision that it showed. */
interface Answering extends OfUnit {
  readonly round: number;
  readonly revision: number;
  /** When the answer was given that the card showed, where it showed one. */
  readonly after?: Instant | undefined;
}

export interface StageAdvance {
  readonly verb: 'stage.advance';
  readonly item: ItemId;
  readonly to: AdvanceTo;
  readonly date?: PlainDate;
  readonly until?: PlainDate;
  readonly optionsUntil?: PlainDate;
  readonly optionBy?: PlainDate;
  readonly reference?: string;
  readonly procedure?: string;
  readonly evaluators?: readonly PersonId[];
  readonly sent?: Dispatch;
  readonly court?: string;
  readonly outcome?: AppealOutcome;
  readonly arena?: string;
  readonly text?: string;
  readonly worked?: string;
  readonly failed?: string;
  readonly next?: string;
  readonly region?: RegionId;
  /** SEK excluding VAT, as it was typed. */
  readonly value?: string;
  readonly volume?: string;
  readonly ground?: ModifyGround;
}

/**
 * What a button means. A card carries ids and the revision it showed, never the truth: who acts comes from the
 * authenticated activity, rights from the directory, the rest from the store.
 */
export type CardAction =
  | ({ readonly verb: 'request.yes'; readonly commitment: Commitment } & Answering)
  | ({
      readonly verb: 'request.conditions';
      readonly commitment: Commitment;
      readonly text: string;
    } & Answering)
  | ({ readonly verb: 'request.no-need' } & Answering)
  | ({
      readonly verb: 'objection.send';
      readonly reason: ReasonCode;
      readonly text: string;
      readonly evidence: string;
      readonly contract?: ExistingContract;
    } & Answering)
  | ({ readonly verb: 'more-time.send'; readonly text: string } & Answering)
  /** Read-only: ways for whoever cannot answer now, and forms. */
  | ({
      readonly verb:
        | 'request.more'
        | 'delegate.form'
        | 'reference.form'
        | 'evidence.form'
        | 'evidence.ask-form';
    } & OfUnit)
  | ({ readonly verb: 'delegate.send'; readonly to: PersonId } & OfUnit)
  | ({ readonly verb: 'reference.send'; readonly name: string; readonly hours: number } & OfUnit)
  | ({ readonly verb: 'evidence.send' | 'evidence.ask'; readonly text: string } & OfUnit)
  | ({ readonly verb: 'evidence.accept' | 'objection.withdraw' } & OfUnit)
  | { readonly verb: 'owner.form'; readonly item: ItemId }
  | { readonly verb: 'owner.send'; readonly item: ItemId; readonly to: PersonId }
  | { readonly verb: 'concern.form'; readonly item?: ItemId }
  | {
      readonly verb: 'concern.send';
      readonly item?: ItemId;
      readonly to: ConcernRecipient;
      readonly text: string;
    }
  | { readonly verb: 'away.form' | 'away.end' }
  | { readonly verb: 'away.save'; readonly until: PlainDate }
  /** Read-only: other faces of the unit's card. */
  | ({
      readonly verb:
        | 'request.show'
        | 'request.change'
        | 'request.conditions-form'
        | 'objection.reasons'
        | 'more-time.form';
    } & OfUnit)
  | ({ readonly verb: 'objection.form'; readonly reason: ReasonCode } & OfUnit)
  | ({ readonly verb: 'more-time.grant'; readonly workingDays: number } & OfUnit)
  | ({ readonly verb: 'more-time.refuse' } & OfUnit)
  | ({ readonly verb: 'solution.form' | 'ask-again.form' | 'solution.reject-form' } & OfUnit)
  /** `number`: of the solution that the card showed; absent: the first. */
  | ({ readonly verb: 'solution.accept'; readonly number?: number } & OfUnit)
  | ({ readonly verb: 'solution.propose'; readonly solution: SolutionKind; readonly text: string } & OfUnit)
  | ({ readonly verb: 'solution.reject'; readonly number?: number; readonly text: string } & OfUnit)
  | ({ readonly verb: 'ask-again.send'; readonly deadline: PlainDate; readonly text: string } & OfUnit)
  | {
      readonly verb:
        | 'escalate.form'
        | 'urgent.form'
        | 'conclude.form'
        | 'case.close'
        | 'item.lock'
        | 'item.show'
        | 'round.form'
        | 'item.history'
        | 'item.timeline'
        | 'item.deliveries';
      readonly item: ItemId;
    }
  | {
      readonly verb: 'escalate.send';
      readonly item: ItemId;
      readonly outcome: Outcome;
      readonly until?: PlainDate;
      readonly text: string;
    }
  | { readonly verb: 'urgent.send' | 'conclude.send'; readonly item: ItemId; readonly text: string }
  | { readonly verb: 'council.declare'; readonly item: ItemId; readonly conflict: boolean }
  | {
      readonly verb: 'decision.declare';
      readonly item: ItemId;
      readonly region: RegionId;
      readonly conflict: boolean;
    }
  | {
      readonly verb: 'council.position';
      readonly item: ItemId;
      readonly revision: number;
      readonly stance: Stance;
      /** The number of the proposal that the card showed; absent: the item's first. */
      readonly proposal?: number;
      /** The card said that the position decides. */
      readonly decides?: true;
      readonly text: string;
      readonly dissent: string;
    }
  | {
      readonly verb: 'decision.decide';
      readonly item: ItemId;
      readonly region: RegionId;
      readonly revision: number;
      readonly outcome: Outcome;
      /** Of a deviation: its last day. */
      readonly until?: PlainDate;
      readonly text: string;
    }
  | {
      readonly verb: 'registration.register';
      readonly item: ItemId;
      readonly body: BodyId;
      /** One of those that the card is about. */
      readonly region?: RegionId;
      readonly revision: number;
      readonly outcome: Outcome;
      readonly date: PlainDate;
      readonly paragraph: string;
      readonly adjusted?: PlainDate;
      readonly registryNumber: string;
      readonly until?: PlainDate;
      /** The board's preparation of a case of fullmäktige. */
      readonly preparedOn?: PlainDate;
      readonly preparedParagraph?: string;
      readonly text: string;
    }
  /** The inputs of the stage's own form stand beside it; which it needs is `STAGE_FORMS`. */
  | StageAdvance
  /** Read-only: the ways on and out that did not fit on the item's card. */
  | { readonly verb: 'stage.more'; readonly item: ItemId }
  /** Another way on or out: its form. */
  | { readonly verb: 'stage.form'; readonly item: ItemId; readonly to: AdvanceTo }
  | {
      readonly verb: 'stage.authorise';
      readonly item: ItemId;
      readonly region: RegionId;
      readonly date: PlainDate;
      readonly reference: string;
    }
  | { readonly verb: 'stage.ask'; readonly item: ItemId; readonly kind: StageKind }
  | { readonly verb: 'stage.document'; readonly item: ItemId }
  | { readonly verb: 'stage.principle'; readonly item: ItemId; readonly principle: boolean }
  | { readonly verb: 'tenders.form' | 'evaluator.form'; readonly item: ItemId }
  /** Somebody else evaluates instead of one who was named. */
  | {
      readonly verb: 'evaluator.send';
      readonly item: ItemId;
      readonly from: PersonId;
      readonly to: PersonId;
    }
  /** `value`: what somebody wrote that they call off, in SEK excluding VAT; the form has it filled in. */
  | { readonly verb: 'calloff.form'; readonly item: ItemId; readonly value?: number }
  | {
      readonly verb: 'tenders.send';
      readonly item: ItemId;
      readonly received: number;
      readonly approved: number;
    }
  /** `value` 0 with `corrects`: taken back. */
  | {
      readonly verb: 'calloff.send';
      readonly item: ItemId;
      readonly number: number;
      readonly unit: UnitId;
      readonly value: number;
      readonly volume?: number;
      readonly date: PlainDate;
      readonly corrects?: boolean;
    }
  | { readonly verb: 'stage.declare'; readonly item: ItemId; readonly conflict: boolean }
  /** Read-only: the question whether there is a conflict in the case. */
  | { readonly verb: 'conflict.form'; readonly item: ItemId }
  /** Read-only: whether the item could be coordinated at all. */
  | { readonly verb: 'assess.form'; readonly item: ItemId }
  | {
      readonly verb: 'assess.send';
      readonly item: ItemId;
      readonly possible: boolean;
      readonly text: string;
    }
  | {
      readonly verb: 'stage.decide';
      readonly item: ItemId;
      readonly kind: StageKind;
      readonly region: RegionId;
      readonly revision: number;
      /** Of a change of the contract: the number of the one that the card showed. */
      readonly modification?: number;
      readonly text: string;
    }
  | {
      readonly verb: 'stage.register';
      readonly item: ItemId;
      readonly kind: StageKind;
      readonly body: BodyId;
      readonly revision: number;
      readonly modification?: number;
      readonly date: PlainDate;
      readonly paragraph: string;
      readonly registryNumber: string;
      readonly preparedOn?: PlainDate;
      readonly preparedParagraph?: string;
    }
  | FigureAction
  | FindingsAction
  | LessonsAction
  | { readonly verb: 'card.open'; readonly subject: CardSubject }
  /** Teams asks for the fresh look of a card that was delivered; only reads. */
  | { readonly verb: 'card.refresh'; readonly delivery: string }
  /** Yes to these, each with what the card suggested for it. */
  | {
      readonly verb: 'digest.yes';
      readonly delivery: string;
      readonly skip: number;
      readonly lines: readonly (Answering & { readonly commitment: Commitment })[];
    }
  | { readonly verb: 'digest.show'; readonly delivery: string; readonly skip: number }
  | { readonly verb: 'delivery.resolve'; readonly message: string; readonly as: Resolution }
  | { readonly verb: 'push.stop' | 'push.resume'; readonly item: ItemId }
  | {
      readonly verb: 'plan.show';
      readonly after?: string;
      readonly region?: RegionId;
      readonly plan?: number;
      readonly from?: PlainDate;
      readonly to?: PlainDate;
      readonly category?: string;
    }
  | {
      readonly verb: 'candidates.show';
      /** Lines of earlier pages. */
      readonly skip: number;
      readonly region?: RegionId;
      readonly plan?: number;
      readonly from?: PlainDate;
      readonly to?: PlainDate;
      readonly category?: string;
    }
  | {
      readonly verb: 'candidate.show' | 'candidate.possible' | 'candidate.form';
      readonly items: readonly ItemId[];
    }
  | { readonly verb: 'candidate.not-possible'; readonly items: readonly ItemId[]; readonly text: string }
  | { readonly verb: 'round.preview'; readonly item: ItemId; readonly deadline: PlainDate }
  | { readonly verb: 'round.send'; readonly item: ItemId; readonly deadline: PlainDate }
  | { readonly verb: 'meeting.show'; readonly kind: 'agenda' | 'minutes' }
  | { readonly verb: 'reporting.show'; readonly body?: BodyId }
  | {
      readonly verb: 'reporting.save';
      readonly body: BodyId;
      readonly date: PlainDate;
      readonly paragraph: string;
      readonly cases: readonly { readonly item: ItemId; readonly entries: readonly number[] }[];
    }
  /** Without a body: the one that is to decide. */
  | { readonly verb: 'memo.show'; readonly item: ItemId; readonly body?: BodyId }
  | { readonly verb: 'registry.show'; readonly skip: number }
  | { readonly verb: 'item.form'; readonly item: ItemId }
  /** Facts of the item as the plan has them; what is left out is taken away. `revision`: the one that the card showed. */
  | {
      readonly verb: 'item.correct';
      readonly item: ItemId;
      readonly revision: number;
      readonly value?: number;
      readonly valueWithOptions?: number;
      readonly advertise?: PlainDate;
      readonly start?: PlainDate;
      readonly contractEnd?: PlainDate;
    }
  | { readonly verb: 'rules.show' }
  /** Rows of the governance by their ids, and the decision that makes them bind. */
  | {
      readonly verb: 'rules.adopt';
      readonly rows: readonly string[];
      readonly reference: string;
      readonly decided?: PlainDate;
      readonly version: string;
    }
  /** `through`: the last entry that the card showed; an empty number leaves the case as it is. */
  | {
      readonly verb: 'registry.save';
      readonly cases: readonly {
        readonly item: ItemId;
        readonly through: number;
        readonly number: string;
      }[];
    }
  /** The text was not answered as it was meant. */
  /** Shows what would be kept of the text; `answer.keep` keeps that. */
  | { readonly verb: 'answer.wrong'; readonly text: string }
  | { readonly verb: 'answer.keep'; readonly text: string }
  /** As if the person had written it. */
  | { readonly verb: 'say'; readonly text: string }
  | { readonly verb: 'import.confirm' | 'import.discard'; readonly draft: string }
  | { readonly verb: 'time.forward'; readonly by: 'hour' | 'day' | 'week' | 'next' };
export type Verb = CardAction['verb'];
