import type { CouncilMandate, Seat } from '../authority/mandates.ts';
import type { Level, Outcome } from '../escalation/reasons.ts';
import type { ItemFacts } from '../plan/item.ts';
import type { BodyId, Instant, PersonId, PlainDate, RegionId } from '../shared/ids.ts';
import type { Texts } from './answer.ts';

/** What the council is asked about and the decider decides: go on together, in which form, or not. */
export interface Proposal {
  readonly outcome: Outcome;
  readonly by: string;
  readonly at: Instant;
  readonly texts: Texts;
  /** Of a proposed deviation: its last day. */
  readonly until?: PlainDate;
  /** Which of the item's proposals it is, so that no card about an earlier one counts for it; absent: the first. */
  readonly number?: number;
}

export const STANCES = ['approve', 'reject'] as const;
/** Tillstyrk / avstyrk. */
export type Stance = (typeof STANCES)[number];

export interface MemberPosition {
  readonly person: PersonId;
  readonly region: RegionId;
  readonly stance: Stance;
  readonly at: Instant;
  readonly revision: number;
  /** `reason`, and `dissent` where the member wants a differing opinion minuted. */
  readonly texts: Texts;
  /** By a mandate, on a card that said so. */
  readonly decides?: true;
}

/** Whether somebody has a conflict (jäv, KL 6:28–32): whoever has takes no part, in any role. */
export interface Declaration {
  readonly conflict: boolean;
  readonly at: Instant;
}

export interface RegionPosition {
  readonly region: RegionId;
  readonly stance: Stance;
  readonly approvals: number;
  readonly rejections: number;
}

/** How a body's decision stands in its minutes. */
export interface Minuted {
  readonly body: BodyId;
  readonly date: PlainDate;
  readonly paragraph: string;
  readonly adjusted?: PlainDate;
  readonly registryNumber: string;
  /** The board's preparation, where the body may not decide without (KL 5:26–30). */
  readonly prepared?: { readonly body: BodyId; readonly date: PlainDate; readonly paragraph: string };
}

export interface RegionDecision {
  readonly regions: readonly RegionId[];
  readonly outcome: Outcome;
  readonly rule: string;
  readonly ruleVersion: string;
  readonly at: Instant;
  readonly texts: Texts;
  /** The delegate who decided, the member whose position completed it, or the secretary who registered. */
  readonly by: PersonId;
  /** Of a deviation: its last day. */
  readonly until?: PlainDate;
  /** The body that the decision is reported to. */
  readonly reportTo?: BodyId;
  readonly members?: readonly PersonId[];
  readonly urgent?: true;
  readonly body?: Minuted;
}

export interface LevelTime {
  readonly level: Level;
  readonly from: Instant;
  readonly to: Instant | null;
}

interface Opened {
  readonly openedAt: Instant;
  readonly cause: 'objection' | 'no-answer' | 'officer';
  /** Time spent on each level, in order. */
  readonly path: readonly LevelTime[];
  /** When the level's clock runs out; null where no ladder row gives one. */
  readonly due: Instant | null;
  readonly reminded: boolean;
  /** The planned advertising of which the owner was told that the ladder comes too late for it. */
  readonly tooLate?: PlainDate;
  /** The officer has taken up again that the item was left by a deviation: without a decision it stays left. */
  readonly left?: true;
}
/** A position that a revision made stale, and what the item was when it was taken: shown beside the new question. */
export interface StalePosition {
  readonly position: MemberPosition;
  readonly item: ItemFacts;
}
interface Council extends Opened {
  readonly proposal: Proposal;
  readonly declarations: Readonly<Record<PersonId, Declaration>>;
  readonly positions: Readonly<Record<PersonId, MemberPosition>>;
  readonly stale?: Readonly<Record<PersonId, StalePosition>>;
}

/** A proposal by somebody who was to decide, and may not decide that; a body's with its minutes. */
export interface PassedOn extends Proposal {
  readonly body?: Minuted;
}

export interface Urgency {
  readonly by: string;
  readonly at: Instant;
  readonly texts: Texts;
}

/** A clocked case that climbs until somebody with a mandate decides; what is known grows with the level. */
export type Escalation =
  | (Opened & { readonly level: 'dialogue' | 'managers' })
  | (Council & { readonly level: 'council' })
  | (Council & {
      readonly level: 'decision';
      readonly council: readonly RegionPosition[];
      readonly seats: readonly Seat[];
      /** Regions for which no row of the governance gives anybody the mandate. */
      readonly missing: readonly RegionId[];
      readonly decisions: readonly RegionDecision[];
      /** Rows by which members of the council decide in the council itself. */
      readonly mandates?: readonly CouncilMandate[];
      /** Why it cannot wait for the body's meeting (KL 6:39). */
      readonly urgency?: Urgency;
      /** What a region's decider passed on to whoever decides that, instead of the common proposal. */
      readonly passed?: Readonly<Record<RegionId, PassedOn>>;
    });

/** What ended a council's handling of a case: its members' attendance, its clock, or the officer where there is none. */
export type ConcludedHow = 'attendance' | 'clock' | 'officer';
/** `region-left`: whoever disputed it is no party any more. */
export type SettledHow = 'solution' | 'answered' | 'withdrawn' | 'region-left' | 'decided';
/** How an escalation ended; kept with the item. */
export interface Settlement {
  readonly at: Instant;
  readonly by: string;
  readonly how: SettledHow;
  readonly outcome: Outcome;
  /** Regions to which a deviation or postponement belongs. */
  readonly declining: readonly RegionId[];
  readonly decisions: readonly RegionDecision[];
  readonly council: readonly RegionPosition[];
  readonly path: readonly LevelTime[];
  /** Members who declared a conflict: it does not end with the case. Absent where nobody did. */
  readonly conflicted?: readonly PersonId[];
}
