/**
 * Why a unit may object (domain vocabulary; the audit's sections on deviations). Each reason is settled by evidence of
 * its own, asked for on the card; its sentence is `evidence.<code>` in the dictionaries.
 */
export const REASON_CODES = [
  'patient-safety',
  'differing-needs',
  'changed-ways-of-working',
  'existing-contract',
  'legal',
  'it-compatibility',
  'delivery-terms',
  'sme-access',
  'time-capacity',
  'responsibility',
  'follow-up',
  'preparedness',
  'bad-experience',
  'economy',
  'external-arena',
  'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Ways to meet an objection without leaving coordination. */
export const SOLUTIONS = ['lots', 'staggered-start', 'option', 'changed-requirement'] as const;
export type SolutionKind = (typeof SOLUTIONS)[number];

/** What a decision may come to; a deviation belongs to the region that declines. */
export const OUTCOMES = [
  'coordinate',
  'coordinate-with-lots',
  'coordinate-with-staggered-start',
  'coordinate-with-option',
  /** The objecting units go their own way, the others go on together. */
  'coordinate-partly',
  'deviate',
  'postpone',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Distinct decisions about a procurement; a delegation order gives each of them to somebody of its own. */
export const DECISION_KINDS = [
  'initiate',
  'award',
  'contract',
  'extend',
  'coordinate',
  'deviate',
  'postpone',
  'cancel',
  'modify',
  'join-external',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
/**
 * The kind of decision that a mandate must cover for an outcome of an escalation. Who lets units out of the coordination
 * decides a deviation for them: an objection alone takes nobody out (law 0).
 */
export const decisionKind = (outcome: Outcome): DecisionKind => {
  switch (outcome) {
    case 'deviate':
    case 'coordinate-partly':
      return 'deviate';
    case 'postpone':
      return 'postpone';
    default:
      return 'coordinate';
  }
};

/** Leaves the coordination, wholly or for the units that object: decided, reasoned, and for a limited time (Avsteg). */
export const isDeviation = (outcome: Outcome): boolean => decisionKind(outcome) === 'deviate';

export const LEVELS = ['dialogue', 'managers', 'council', 'decision'] as const;
export type Level = (typeof LEVELS)[number];
