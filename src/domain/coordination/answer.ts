import type { Outcome, ReasonCode, SolutionKind } from '../escalation/reasons.ts';
import type { ItemFacts } from '../plan/item.ts';
import { addWorkingDays, dateOf, endOfDay } from '../shared/calendar.ts';
import type { Instant, PersonId, PlainDate, RegionId, UnitId } from '../shared/ids.ts';
import type { Evidence } from './evidence.ts';

/** How firmly a unit binds itself: an estimate for planning, or an obligation within its budget. */
export const BINDINGS = ['estimate', 'binding'] as const;
export type Binding = (typeof BINDINGS)[number];

/** A unit's yes. The contracting party is the region; the unit says what it expects to buy. */
export interface Commitment {
  /** Pieces, hours or whatever the item is counted in, over the whole term. */
  readonly volume?: number;
  /** SEK excluding VAT, over the whole term. */
  readonly value?: number;
  readonly neededBy?: PlainDate;
  readonly binding: Binding;
}

/** Free text that a person wrote: kept apart from facts, so that the record can digest it and a gallring can remove it. */
export type Texts = Readonly<Record<string, string>>;

/** What a person says for a unit; free text travels in `texts`. */
export type AnswerFacts =
  | { readonly kind: 'yes'; readonly commitment: Commitment }
  | { readonly kind: 'yes-with-conditions'; readonly commitment: Commitment }
  | { readonly kind: 'no-need' }
  | {
      readonly kind: 'objection';
      readonly reason: ReasonCode;
      /** For `existing-contract`: until when it binds, so that a staggered start can be proposed. */
      readonly contract?: ExistingContract;
    };

/** The contract that stands in the way. */
export interface ExistingContract {
  /** Its last day. */
  readonly end?: PlainDate;
  /** The last day if its option is used. */
  readonly optionUntil?: PlainDate;
  /** The last day on which the option can be used. */
  readonly optionBy?: PlainDate;
}

export interface Given {
  readonly by: PersonId;
  readonly at: Instant;
  /** The item's revision that the answer was given to: a later revision makes it stale (law 3). */
  readonly revision: number;
  readonly texts: Texts;
}
export type GivenAnswer = AnswerFacts & Given;

/** `waiting → yes | yes-with-conditions | no-need | objection | no-answer`; silence is never consent (law 1). */
export type Answer =
  | { readonly kind: 'waiting' }
  | GivenAnswer
  | { readonly kind: 'no-answer'; readonly at: Instant };

export const ANSWER_KINDS = [
  'waiting',
  'yes',
  'yes-with-conditions',
  'no-need',
  'objection',
  'no-answer',
] as const satisfies readonly Answer['kind'][];
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export interface Solution {
  readonly kind: SolutionKind;
  readonly by: PersonId;
  readonly at: Instant;
  readonly texts: Texts;
  readonly status: 'proposed' | 'accepted' | 'rejected';
  /** Which of those proposed to the unit it is, so that no card about an earlier one answers it; absent: the first. */
  readonly number?: number;
  /** The objector's words on accepting or rejecting. */
  readonly reply?: string;
}

/** Somebody who answers for the unit has passed the question on to a colleague; both can answer. */
export interface Delegation {
  readonly to: PersonId;
  readonly by: PersonId;
  readonly at: Instant;
}

/** A manager is away; a deputy sees to the request meanwhile, or nobody does and the officer knows. */
export interface Away {
  readonly person: PersonId;
  /** The last day away. */
  readonly until: PlainDate;
  readonly deputy: PersonId | null;
}

/** Whom the unit lends to the reference group, and for how many hours; the name is `texts.name`. */
export interface ReferenceMember {
  readonly hours: number;
  readonly by: PersonId;
  readonly at: Instant;
  readonly texts: Texts;
}

/** One asked unit within a round. */
export interface UnitEntry {
  readonly unit: UnitId;
  readonly region: RegionId;
  /** Those who may answer for the unit: its managers when it was asked, and their deputies. */
  readonly respondents: readonly PersonId[];
  readonly deputies: readonly PersonId[];
  /** The managers' own superior, to whom silence is lifted. */
  readonly superior: PersonId | null;
  readonly askedAt: Instant;
  readonly deadline: Instant;
  readonly answer: Answer;
  /** The answer that a revision made stale: shown beside the new question. */
  readonly stale?: GivenAnswer;
  /** What the item was when that answer was given. */
  readonly staleItem?: ItemFacts;
  /** The objection that the unit has taken back. */
  readonly withdrawn?: GivenAnswer;
  readonly delegates?: readonly Delegation[];
  readonly away?: readonly Away[];
  readonly reference?: ReferenceMember;
  /** Of an objection. */
  readonly evidence?: Evidence;
  readonly moreTime?: { readonly by: PersonId; readonly at: Instant; readonly texts: Texts };
  /** Until when reminders have been sent. */
  readonly remindedUntil: Instant;
  readonly solution?: Solution;
  /** How many have been proposed to the unit; absent while none. */
  readonly solutions?: number;
  /** The decision that settled the unit's objection; the objection itself stays on record. */
  readonly decided?: Outcome;
  /** Of a deviation: its last day; absent where the decision, in records of earlier, named none. */
  readonly outUntil?: PlainDate;
  /** Reasons that a decision to coordinate has weighed, at that revision: said again they open nothing. */
  readonly overruled?: {
    readonly outcome: Outcome;
    readonly revision: number;
    readonly reasons: readonly ReasonCode[];
  };
  /** Of a unit that kept silent: its region decided to coordinate, so the item goes on without it, and counts nobody. */
  readonly goneOn?: true;
  /** The officer's words on asking again. */
  readonly note?: string;
}

export interface Round {
  readonly number: number;
  readonly openedAt: Instant;
  readonly openedBy: string;
  /** The common deadline; a unit may have got more time. */
  readonly deadline: Instant;
  readonly units: Readonly<Record<UnitId, UnitEntry>>;
}

/** Those who answer beside the managers: deputies as asked, deputies of who is away, and colleagues who were handed the question. */
export const standIns = (entry: Pick<UnitEntry, 'deputies' | 'delegates' | 'away'>): readonly PersonId[] => [
  ...entry.deputies,
  ...(entry.delegates ?? []).map(({ to }) => to),
  ...(entry.away ?? []).flatMap(({ deputy }) => deputy ?? []),
];
/** The unit goes its own way by a decision, while the others go on together. */
export const isOut = ({ decided }: UnitEntry): boolean =>
  decided === 'coordinate-partly' || decided === 'deviate';

/** Working days to answer a question that was changed, or was taken up again. */
const REVISION_DAYS = 5;
/** The last moment of as many working days from an instant. */
export const graceFrom = (at: Instant): Instant => endOfDay(addWorkingDays(dateOf(at), REVISION_DAYS));

export const isGiven = (answer: Answer): answer is GivenAnswer =>
  answer.kind !== 'waiting' && answer.kind !== 'no-answer';
export const isCommitment = (
  answer: Answer,
): answer is Extract<GivenAnswer, { kind: 'yes' | 'yes-with-conditions' }> =>
  answer.kind === 'yes' || answer.kind === 'yes-with-conditions';
export const entries = (round: Round): UnitEntry[] => Object.values(round.units);
/** An objection counts as open until it is answered otherwise, solved or decided. */
export const openObjections = (round: Round): UnitEntry[] =>
  entries(round).filter(
    (entry) =>
      entry.answer.kind === 'objection' &&
      entry.solution?.status !== 'accepted' &&
      entry.decided === undefined,
  );
/** Of whom an answer is awaited: not of who goes its own way by a decision. */
export const waiting = (round: Round): UnitEntry[] =>
  entries(round).filter((entry) => entry.answer.kind === 'waiting' && !isOut(entry));
/** Of whom an answer is missing: not of who goes its own way, nor of whom the item has gone on without by a decision. */
export const silent = (round: Round): UnitEntry[] =>
  entries(round).filter((entry) => entry.answer.kind === 'no-answer' && !isOut(entry) && !entry.goneOn);
