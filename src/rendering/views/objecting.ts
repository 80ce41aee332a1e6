import type { Level, Outcome } from '#domain/escalation/reasons.ts';
import type { Instant, PlainDate, UnitId } from '#domain/shared/ids.ts';
import type { SolutionView } from './asking.ts';
import type { AnswerView, OfItem, RegionName, RegionSummary } from './frame.ts';
import type { Suggestion } from './sharing.ts';

export interface EscalationLine {
  readonly level: Level;
  readonly since: Instant;
  readonly due: Instant | null;
  /** Who owns the level (law 4). */
  readonly owners?: readonly string[];
  /** At the decision: whom the case waits for, and regions for which nobody has a mandate. */
  readonly awaits?: readonly {
    readonly regions: readonly RegionName[];
    readonly holder: { readonly sv: string; readonly en: string };
    /** The delegate, or the secretary who registers what a body decides. */
    readonly person?: string;
    readonly registers: boolean;
  }[];
  readonly missing?: readonly RegionName[];
}

/** A unit's objection, to the officer: three ways on. */
export interface ObjectionView extends OfItem {
  readonly card: 'objection';
  readonly unit: UnitId;
  readonly unitName: string;
  readonly region: RegionName;
  readonly answer: AnswerView;
  readonly solution?: SolutionView;
  readonly escalation?: EscalationLine;
  /** What the others say: both sides' facts. */
  readonly others: readonly RegionSummary[];
  readonly may: {
    readonly propose: boolean;
    readonly askAgain: boolean;
    readonly escalate: boolean;
    readonly acceptEvidence?: boolean;
    readonly askEvidence?: boolean;
  };
  readonly settled: boolean;
  /** Settled by a decision, which stands whatever is said again. */
  readonly decided?: true;
  readonly withdrawn?: boolean;
  readonly suggestion?: Suggestion;
}

export interface SolutionForm extends OfItem {
  readonly card: 'solution-form';
  readonly suggestion?: Suggestion;
  readonly unit: UnitId;
  readonly unitName: string;
}

export interface AskAgainForm extends OfItem {
  readonly card: 'ask-again-form';
  readonly unit: UnitId;
  readonly unitName: string;
  readonly suggestedDeadline: PlainDate;
}

export interface EscalateForm extends OfItem {
  readonly card: 'escalate-form';
  readonly suggested: Outcome;
  /** The council has the case already, with this proposal. */
  readonly standing?: true;
}

/** Asks the officer why it cannot wait (KL 6:39). */
export interface UrgentForm extends OfItem {
  readonly card: 'urgent-form';
  /** Who would decide. */
  readonly deciders: readonly string[];
}

/** Asks the officer why the council is not waited for, where no clock ends its handling. */
export interface ConcludeForm extends OfItem {
  readonly card: 'conclude-form';
}

/** To the objector. */
export interface SolutionAnswerView extends OfItem {
  readonly card: 'solution';
  readonly unit: UnitId;
  readonly unitName: string;
  readonly objection: AnswerView;
  readonly solution: SolutionView;
  readonly mayAnswer: boolean;
}

export interface SolutionRejectForm extends OfItem {
  readonly card: 'solution-reject-form';
  readonly unit: UnitId;
  readonly solution: SolutionView;
}
