import type { AdvanceTo, AppealOutcome, ModifyGround, StageKind } from '#domain/coordination/stages.ts';
import type { Dispatch } from '#domain/shared/calendar.ts';
import type { BodyId, ItemId, PersonId, PlainDate, RegionId, UnitId } from '#domain/shared/ids.ts';

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

/** What is pressed on an item's own card, from its assessment to its closing. */
export type StageAction =
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
    };
