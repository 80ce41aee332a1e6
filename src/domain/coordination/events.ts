import type { CouncilMandate, Seat } from '../authority/mandates.ts';
import type { Level, Outcome, SolutionKind } from '../escalation/reasons.ts';
import type { Figure, PulseWave, SavingInput } from '../indicators/figures.ts';
import type { ItemFacts, ItemField } from '../plan/item.ts';
import type { SavingFigures } from '../savings/method.ts';
import type { BodyId, Instant, ItemId, PersonId, PlainDate, RegionId, UnitId } from '../shared/ids.ts';
import type { AnswerFacts, Away, Texts } from './answer.ts';
import type { ConcludedHow, Minuted, RegionPosition, SettledHow, Stance } from './escalation-state.ts';
import type {
  AdvancedFacts,
  AuthorityNote,
  MissingDecision,
  StageDecisionFacts,
  StageKind,
} from './stages.ts';
import type { Participation } from './state.ts';

/** A unit as it is asked: who may answer for it, and whom silence is lifted to. */
export interface UnitAsk {
  readonly unit: UnitId;
  readonly region: RegionId;
  readonly respondents: readonly PersonId[];
  readonly deputies: readonly PersonId[];
  readonly superior: PersonId | null;
  /** Managers who are away when the unit is asked. */
  readonly away?: readonly Away[];
}

/** What happened, when, and by whom (`actorId`). Free text only in `texts`. */
export type CaseEvent = {
  readonly at: Instant;
  readonly by: string;
  readonly texts?: Texts;
  /** Names of texts that were there until a gallring took them. Not hashed: the digests say the same. */
  readonly removed?: readonly string[];
} & (
  | { readonly type: 'item-imported'; readonly item: ItemFacts }
  | {
      readonly type: 'item-revised';
      readonly item: ItemFacts;
      readonly changed: readonly ItemField[];
      /** Material changes make a new revision; others only correct the record. */
      readonly material: boolean;
      /** Present when units must answer anew: the earliest deadline that they get. */
      readonly askAgainBy?: Instant;
      /** Scope or category: what was decided before was about another matter. */
      readonly anotherMatter?: true;
      /** In records of earlier: everybody whom a decision has let out stays out. */
      readonly standing?: true;
      /** Whose deviation binds that day: they stay out, and are not asked. */
      readonly stillOut?: readonly UnitId[];
    }
  | { readonly type: 'assessed'; readonly possible: boolean }
  | { readonly type: 'assessed-together'; readonly others: readonly ItemId[]; readonly possible: boolean }
  | {
      readonly type: 'round-opened';
      readonly number: number;
      readonly owner: PersonId;
      readonly deadline: Instant;
      readonly units: readonly UnitAsk[];
      /** In records of earlier: regions whose decision to decline stands, none of whose units is asked for a part. */
      readonly outside?: readonly RegionId[];
      /** Units whose deviation stands till its own end: they are not asked for a part. */
      readonly stillOut?: readonly {
        readonly unit: UnitId;
        readonly decided: 'deviate' | 'coordinate-partly';
        readonly until?: PlainDate;
      }[];
    }
  | {
      readonly type: 'answered';
      readonly unit: UnitId;
      readonly answer: AnswerFacts;
      /** Of an objection without evidence: until when it can be added before the case goes on without. */
      readonly evidenceDue?: Instant;
      /** What was decided over the unit's objection stands: the answer is recorded, and opens nothing (laws 0 and 8). */
      readonly stands?: true;
    }
  | { readonly type: 'delegated'; readonly unit: UnitId; readonly to: PersonId }
  | {
      /** `until` null: back earlier than said. */
      readonly type: 'absence-noted';
      readonly unit: UnitId;
      readonly person: PersonId;
      readonly until: PlainDate | null;
      readonly deputy: PersonId | null;
    }
  | { readonly type: 'absence-ended'; readonly unit: UnitId; readonly person: PersonId }
  | { readonly type: 'reference-named'; readonly unit: UnitId; readonly hours: number }
  | { readonly type: 'evidence-added'; readonly unit: UnitId }
  | { readonly type: 'evidence-asked'; readonly unit: UnitId; readonly due: Instant }
  | { readonly type: 'evidence-accepted'; readonly unit: UnitId }
  | { readonly type: 'evidence-missed'; readonly units: readonly UnitId[] }
  | { readonly type: 'objection-withdrawn'; readonly unit: UnitId; readonly deadline: Instant }
  | { readonly type: 'owner-changed'; readonly owner: PersonId }
  | { readonly type: 'reminded'; readonly units: readonly UnitId[] }
  | { readonly type: 'more-time-requested'; readonly unit: UnitId }
  | { readonly type: 'more-time-granted'; readonly unit: UnitId; readonly deadline: Instant }
  | { readonly type: 'more-time-refused'; readonly unit: UnitId }
  | { readonly type: 'not-answered'; readonly units: readonly UnitId[] }
  | {
      readonly type: 'asked-again';
      readonly unit: UnitId;
      readonly deadline: Instant;
      /** The decision that let the unit out stands; absent in records of earlier. */
      readonly standing?: true;
    }
  | { readonly type: 'solution-proposed'; readonly unit: UnitId; readonly solution: SolutionKind }
  | { readonly type: 'solution-answered'; readonly unit: UnitId; readonly accepted: boolean }
  | {
      readonly type: 'escalation-opened';
      readonly cause: 'objection' | 'no-answer' | 'officer';
      readonly level: Level;
      readonly due: Instant | null;
    }
  | {
      /** To the managers, or to the council, which then has a proposal to approve or reject. */
      readonly type: 'climbed';
      readonly to: 'managers' | 'council';
      /** `revision`: back to the council, since what it was asked about has changed. */
      readonly how: 'clock' | 'officer' | 'revision';
      readonly due: Instant | null;
      readonly proposal?: Outcome;
      /** Of a proposed deviation: its last day. */
      readonly until?: PlainDate;
    }
  | { readonly type: 'level-reminded'; readonly level: Level; readonly due: Instant | null }
  /** The level's clock, once the planned advertising from which it also runs backwards is another. */
  | { readonly type: 'clock-moved'; readonly level: Level; readonly due: Instant }
  /** The owner is told that a deviation is about to end, or that it has: nothing else comes of it by time alone. */
  | { readonly type: 'deviation-ending'; readonly end: PlainDate; readonly over: boolean }
  /** What is left of the ladder cannot be climbed before the planned advertising. */
  | { readonly type: 'ladder-too-late'; readonly level: Level; readonly advertise: PlainDate }
  /** `handling`: by somebody who handles the case, and was not asked first as a member of the council or as its decider. */
  | { readonly type: 'conflict-declared'; readonly conflict: boolean; readonly handling?: true }
  | {
      readonly type: 'position-taken';
      readonly region: RegionId;
      readonly stance: Stance;
      /** Taken by a named member with a mandate, on a card that said that it decides. */
      readonly decides?: true;
    }
  | {
      readonly type: 'council-concluded';
      /** `officer`: no clock ends it, and the officer has passed the case on; why is `texts.reason`. */
      readonly how: ConcludedHow;
      readonly positions: readonly RegionPosition[];
      readonly seats: readonly Seat[];
      readonly missing: readonly RegionId[];
      readonly due: Instant | null;
      /** The council approves by mandates of its own members: their decisions follow. */
      readonly mandates?: readonly CouncilMandate[];
    }
  | {
      /** Cannot wait for the body's meeting (KL 6:39): to whom the mandate row gives it, with the officer's reason. */
      readonly type: 'marked-urgent';
      readonly proposal?: Outcome;
      readonly until?: PlainDate;
      readonly positions: readonly RegionPosition[];
      readonly seats: readonly Seat[];
      readonly missing: readonly RegionId[];
      readonly due: Instant | null;
    }
  | {
      /** The governance gives the mandate to others than when the case left the council. */
      readonly type: 'reseated';
      readonly seats: readonly Seat[];
      readonly missing: readonly RegionId[];
      /** A decider wants what another holder decides: for which regions, what, and by which minutes; why is `texts.text`. */
      readonly passed?: {
        readonly regions: readonly RegionId[];
        readonly outcome: Outcome;
        readonly until?: PlainDate;
        readonly body?: Minuted;
      };
    }
  | {
      readonly type: 'decided';
      readonly regions: readonly RegionId[];
      readonly outcome: Outcome;
      readonly rule: string;
      readonly ruleVersion: string;
      /** Of a deviation: its last day. */
      readonly until?: PlainDate;
      /** The body that a delegate's or the members' decision is reported to (KL 6:40, 7:8). */
      readonly reportTo?: BodyId;
      /** Named members of the council who decided by a mandate. */
      readonly members?: readonly PersonId[];
      /** For the body, since it could not wait (KL 6:39). */
      readonly urgent?: true;
      readonly body?: Minuted;
    }
  | {
      readonly type: 'escalation-closed';
      readonly how: SettledHow;
      readonly outcome: Outcome;
      readonly declining: readonly RegionId[];
      /** What each region decided for its own units; absent in records of earlier, where the outcome was everybody's. */
      readonly each?: Readonly<Record<RegionId, Outcome>>;
    }
  | {
      /** By a succession of the governance: other bodies go on with the case, where it stands and with its clock. */
      readonly type: 'transferred';
      readonly rule: string;
      readonly from: BodyId;
      readonly to: readonly { readonly region: RegionId; readonly body: BodyId }[];
      readonly archive: BodyId;
    }
  | {
      /** Its row has ended before the lock: it is no party any more, and its units are asked nothing (laws 0, 5). */
      readonly type: 'region-left';
      readonly region: RegionId;
      readonly rule: string;
      /** The last day of its row. */
      readonly last: PlainDate;
    }
  | {
      /** The body has had these entries' decisions reported at its meeting of the day. */
      readonly type: 'reported';
      readonly body: BodyId;
      readonly entries: readonly number[];
      readonly date: PlainDate;
      readonly paragraph?: string;
    }
  | { readonly type: 'locked'; readonly participants: readonly Participation[] }
  /** One stage on, out or back in; `locked` alone is an event of its own. */
  | {
      readonly type: 'advanced';
      readonly stage: AdvancedFacts;
      /** Kinds whose decisions on file are used up by it: the next time needs its own. */
      readonly uses?: readonly StageKind[];
    }
  /** `of`: who may take or register it, absent in records of earlier. `anew`: others than those who were asked may now. */
  | {
      readonly type: 'stage-decision-asked';
      readonly kind: StageKind;
      readonly of?: readonly PersonId[];
      readonly anew?: true;
    }
  | { readonly type: 'stage-decided'; readonly decision: StageDecisionFacts }
  /** Who must decide to initiate, found at planning or at a revision (law 6). */
  | { readonly type: 'authority-noted'; readonly note: AuthorityNote }
  /** Decisions to initiate that are missing although the item is locked; empty once they are regularised (law 6). */
  | { readonly type: 'authority-flagged'; readonly missing: readonly MissingDecision[] }
  | {
      readonly type: 'authorisation-filed';
      readonly region: RegionId;
      readonly date: PlainDate;
      readonly reference: string;
      /** The region that was authorised to act. */
      readonly lead?: RegionId;
    }
  | { readonly type: 'principle-set'; readonly principle: boolean }
  /**
   * Tells how many tenders came: secret, leaves in no export (OSL 19:3, 31:16). The figures stand in `texts`, whose
   * digests are salted: from a plain hash in the chain of an export a small number could be guessed.
   */
  | { readonly type: 'tenders-noted' }
  /** Who evaluates instead of whom. */
  | { readonly type: 'evaluator-replaced'; readonly from: PersonId; readonly to: PersonId }
  | {
      /** A unit has called off on the contract; the same number again is a correction, 0 takes it back. */
      readonly type: 'called-off';
      readonly number: number;
      readonly unit: UnitId;
      readonly value: number;
      readonly volume?: number;
      readonly date: PlainDate;
    }
  | { readonly type: 'documentation-reminded' }
  /** The contract's users were asked how it works. */
  | { readonly type: 'pulse-asked'; readonly wave: PulseWave }
  | { readonly type: 'documentation-completed' }
  /** The saving as computed, and what it was computed from: tenders' prices among it (OSL 19:3, 31:16). */
  | { readonly type: 'saving-stated'; readonly input: SavingInput; readonly figures: SavingFigures }
  | { readonly type: 'figure-noted'; readonly figure: Figure }
  | {
      /** An authority has registered what came to it, through that entry of the record. */
      readonly type: 'registered';
      readonly region: RegionId;
      readonly number: string;
      readonly through: number;
    }
  | {
      /** On a decision on gallring: the texts of these entries are gone; their digests stay. */
      readonly type: 'texts-removed';
      readonly entries: readonly number[];
      readonly reference: string;
      /** The day of the decision. */
      readonly date: PlainDate;
      /** The authority whose decision it is; absent in records of earlier. */
      readonly region?: RegionId;
      /** Entries of the decision whose texts stay until every other authority that they concern has decided too. */
      readonly held?: readonly number[];
    }
);

export type EventType = CaseEvent['type'];
