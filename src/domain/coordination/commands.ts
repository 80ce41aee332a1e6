import type { Governance } from '../authority/governance.ts';
import type { Outcome, SolutionKind } from '../escalation/reasons.ts';
import type { FigureInput, SavingInput } from '../indicators/figures.ts';
import type { ItemFacts } from '../plan/item.ts';
import type { HistoryEntry } from '../record/history.ts';
import type { Actor } from '../shared/actor.ts';
import type { BodyId, Instant, ItemId, PersonId, PlainDate, RegionId, UnitId } from '../shared/ids.ts';
import type { AnswerFacts, Texts } from './answer.ts';
import type { Stance } from './escalation-state.ts';
import type { UnitAsk } from './events.ts';
import type { Advance, StageKind } from './stages.ts';

/** Another person, as the directory has them. */
export interface Colleague {
  readonly person: PersonId;
  readonly region: RegionId;
  readonly roles: readonly string[];
}

/** What somebody wants done to one case. */
export type CaseCommand =
  | { readonly do: 'import'; readonly item: ItemFacts }
  | { readonly do: 'assess'; readonly possible: boolean; readonly texts: Texts }
  | {
      /** Whether the item and those of other regions could be bought together; said on each of their cases. */
      readonly do: 'assess-together';
      readonly others: readonly ItemId[];
      readonly possible: boolean;
      readonly texts: Texts;
    }
  | {
      readonly do: 'open-round';
      readonly owner: PersonId;
      readonly deadline: Instant;
      readonly units: readonly UnitAsk[];
    }
  | {
      readonly do: 'answer';
      readonly unit: UnitId;
      /** The round and revision that the card showed. */
      readonly round: number;
      readonly revision: number;
      readonly answer: AnswerFacts;
      readonly texts: Texts;
    }
  /** To a colleague of the same region, as the directory has them. */
  | { readonly do: 'delegate'; readonly unit: UnitId; readonly to: Colleague }
  | {
      readonly do: 'note-absence';
      readonly unit: UnitId;
      /** The last day away; null: back already. */
      readonly until: PlainDate | null;
      readonly deputy: PersonId | null;
    }
  /** The member's name is `texts.name`. */
  | { readonly do: 'name-reference'; readonly unit: UnitId; readonly hours: number; readonly texts: Texts }
  | { readonly do: 'add-evidence'; readonly unit: UnitId; readonly texts: Texts }
  | { readonly do: 'ask-evidence'; readonly unit: UnitId; readonly texts: Texts }
  | { readonly do: 'accept-evidence'; readonly unit: UnitId }
  | { readonly do: 'withdraw-objection'; readonly unit: UnitId; readonly texts: Texts }
  /** Without a reason, and none is kept. */
  | { readonly do: 'change-owner'; readonly to: Colleague }
  | { readonly do: 'request-more-time'; readonly unit: UnitId; readonly round: number; readonly texts: Texts }
  | { readonly do: 'grant-more-time'; readonly unit: UnitId; readonly workingDays: number }
  | { readonly do: 'refuse-more-time'; readonly unit: UnitId }
  | { readonly do: 'ask-again'; readonly unit: UnitId; readonly deadline: Instant; readonly texts: Texts }
  | {
      readonly do: 'propose-solution';
      readonly unit: UnitId;
      readonly solution: SolutionKind;
      readonly texts: Texts;
    }
  | {
      readonly do: 'answer-solution';
      readonly unit: UnitId;
      /** The one that the card showed; absent: the first. */
      readonly number?: number;
      readonly accept: boolean;
      readonly texts: Texts;
    }
  | {
      readonly do: 'escalate';
      readonly proposal: Outcome;
      /** Of a proposed deviation: its last day. */
      readonly until?: PlainDate;
      readonly texts: Texts;
    }
  | {
      /** `texts.reason`: why it cannot wait. The proposal is the one that stands, where there is one. */
      readonly do: 'mark-urgent';
      readonly proposal?: Outcome;
      readonly until?: PlainDate;
      readonly texts: Texts;
    }
  | { readonly do: 'declare-conflict'; readonly conflict: boolean }
  | {
      readonly do: 'take-position';
      readonly revision: number;
      /** The number of the proposal that the card showed; absent: the item's first. */
      readonly proposal?: number;
      readonly stance: Stance;
      /** The card said that the position decides, by a mandate; absent: that it recommends. */
      readonly decides?: boolean;
      readonly texts: Texts;
    }
  | {
      readonly do: 'decide';
      readonly region: RegionId;
      readonly revision: number;
      readonly outcome: Outcome;
      /** Of a deviation, which is never without end: its last day. */
      readonly until?: PlainDate;
      readonly texts: Texts;
    }
  | {
      readonly do: 'register-decision';
      readonly body: BodyId;
      /** One of those that the card was about, where the body has several questions before it. */
      readonly region?: RegionId;
      readonly revision: number;
      readonly outcome: Outcome;
      readonly date: PlainDate;
      readonly paragraph: string;
      readonly adjusted?: PlainDate;
      readonly registryNumber: string;
      readonly until?: PlainDate;
      /** The board's preparation of a case of fullmäktige. */
      readonly prepared?: { readonly date: PlainDate; readonly paragraph: string };
      readonly texts: Texts;
    }
  | {
      readonly do: 'report-decisions';
      readonly body: BodyId;
      readonly entries: readonly number[];
      readonly date: PlainDate;
      readonly paragraph?: string;
    }
  /** Where no clock ends the council; `texts.reason`: why its members are not waited for. */
  | { readonly do: 'conclude-council'; readonly texts: Texts }
  | { readonly do: 'close-escalation' }
  | { readonly do: 'lock' }
  | { readonly do: 'advance'; readonly stage: Advance; readonly texts: Texts }
  | { readonly do: 'ask-stage-decision'; readonly kind: StageKind }
  | {
      readonly do: 'decide-stage';
      readonly kind: StageKind;
      readonly region: RegionId;
      readonly revision: number;
      /** Of a change of the contract: its number, as the card showed it. */
      readonly modification?: number;
      readonly texts: Texts;
    }
  | {
      readonly do: 'register-stage-decision';
      readonly kind: StageKind;
      readonly body: BodyId;
      readonly revision: number;
      /** Of a change of the contract: its number, as the card showed it. */
      readonly modification?: number;
      readonly date: PlainDate;
      readonly paragraph: string;
      readonly registryNumber: string;
      /** The board's preparation, where the body needs one (KL 5:26–30). */
      readonly preparation?: { readonly date: PlainDate; readonly paragraph: string };
      readonly texts: Texts;
    }
  | {
      readonly do: 'file-authorisation';
      readonly region: RegionId;
      readonly date: PlainDate;
      readonly reference: string;
    }
  | { readonly do: 'set-principle'; readonly principle: boolean }
  | { readonly do: 'note-tenders'; readonly received: number; readonly approved: number }
  /** Somebody else evaluates instead of one who was named. */
  | { readonly do: 'replace-evaluator'; readonly from: PersonId; readonly to: PersonId }
  | {
      /** What a unit calls off on the contract (law 5); SEK excluding VAT. */
      readonly do: 'call-off';
      readonly unit: UnitId;
      /** The number that the card showed. */
      readonly number: number;
      /** Of a correction 0: it is taken back. */
      readonly value: number;
      readonly volume?: number;
      readonly date: PlainDate;
      /** The one of that number is changed. */
      readonly corrects?: boolean;
      readonly texts: Texts;
    }
  | { readonly do: 'complete-documentation' }
  | {
      readonly do: 'register';
      readonly region: RegionId;
      readonly number: string;
      /** The last entry that the registrar saw. */
      readonly through: number;
      /** The earlier number, where this one corrects or succeeds it. */
      readonly replaces?: string;
    }
  | {
      readonly do: 'remove-texts';
      readonly entries: readonly number[];
      readonly reference: string;
      readonly date: PlainDate;
    }
  /** What a saving is computed from; `texts.assumptions` says on what it rests. */
  | { readonly do: 'state-saving'; readonly input: SavingInput; readonly texts: Texts }
  | { readonly do: 'note-figure'; readonly figure: FigureInput; readonly texts: Texts }
  | { readonly do: 'tick' };

export interface DecideContext {
  readonly now: Instant;
  readonly actor: Actor;
  /** The rows in force on the day of `now`. */
  readonly governance: Governance;
  /** The case's record so far, for commands about the record itself. */
  readonly history?: readonly HistoryEntry[];
}
