import type { Resolution } from '#application/ports/delivery.ts';
import type { Outcome, SolutionKind } from '#domain/escalation/reasons.ts';
import type { ItemId, PersonId, PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { OfUnit } from './answering.ts';

/** What an officer presses: rounds, solutions (which the objector answers), escalation, plan and candidates, rules, deliveries. */
export type OfficerAction =
  | { readonly verb: 'owner.form'; readonly item: ItemId }
  | { readonly verb: 'owner.send'; readonly item: ItemId; readonly to: PersonId }
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
  | { readonly verb: 'import.confirm' | 'import.discard'; readonly draft: string };
