import type { InertRow } from '#domain/authority/adopting.ts';
import type { DurationStep, ThresholdKind } from '#domain/authority/governance.ts';
import type { DecisionKind, Level } from '#domain/escalation/reasons.ts';
import type { Base } from '../views.ts';

/** A row of the governance by what it is about. */
export interface RuleRow extends InertRow {
  readonly about?: { readonly sv: string; readonly en: string };
  /** A mandate's decisions. */
  readonly kinds?: readonly DecisionKind[];
  readonly level?: Level;
  readonly step?: DurationStep;
  readonly threshold?: ThresholdKind;
}

/** To the administrator: rows of the governance that bind nobody yet, and the decision that makes them bind. */
export interface AdoptingView extends Base {
  readonly card: 'adopting';
  /** What the rules are called now. */
  readonly version: string;
  readonly rows: readonly RuleRow[];
  /** What they could be called then. */
  readonly suggested: string;
}
