import type { ConcernRecipient } from '#domain/concern/concern.ts';
import type { Commitment, ExistingContract } from '#domain/coordination/answer.ts';
import type { ReasonCode } from '#domain/escalation/reasons.ts';
import type { Instant, ItemId, PersonId, PlainDate, UnitId } from '#domain/shared/ids.ts';

export interface OfUnit {
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

/** What a unit's people press: answers, objections, more time, a colleague instead, absence, concerns, several at once. */
export type AnsweringAction =
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
  /** Yes to these, each with what the card suggested for it. */
  | {
      readonly verb: 'digest.yes';
      readonly delivery: string;
      readonly skip: number;
      readonly lines: readonly (Answering & { readonly commitment: Commitment })[];
    }
  | { readonly verb: 'digest.show'; readonly delivery: string; readonly skip: number };
