import type { Stance } from '#domain/coordination/escalation-state.ts';
import type { Outcome } from '#domain/escalation/reasons.ts';
import type { BodyId, ItemId, PlainDate, RegionId } from '#domain/shared/ids.ts';

/** What a council member, a decider, a secretary or a registrar presses. */
export type DecidingAction =
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
  /** `through`: the last entry that the card showed; an empty number leaves the case as it is. */
  | {
      readonly verb: 'registry.save';
      readonly cases: readonly {
        readonly item: ItemId;
        readonly through: number;
        readonly number: string;
      }[];
    };
