/**
 * Why something was refused. Every code has a sentence in Swedish and English that says what to do next
 * (`refusal.<code>` in the dictionaries, checked for completeness by types).
 */
export const REFUSAL_CODES = [
  'unknown-item',
  'unknown-person',
  'not-allowed',
  'people-only',
  'not-possible-now',
  'already-registered',
  'round-closed',
  'old-card',
  'item-locked',
  'unit-not-asked',
  'not-your-unit',
  'deadline-in-the-past',
  'nobody-to-ask',
  'round-already-open',
  'text-missing',
  'text-too-long',
  'number-unreadable',
  'date-unreadable',
  'date-in-the-future',
  'no-objection',
  'no-open-solution',
  'solution-already-open',
  'no-more-time-requested',
  'not-escalated',
  'already-at-council',
  'not-at-council',
  'declare-conflict-first',
  'has-conflict',
  'house-rule-abstain',
  'not-for-decision',
  'no-mandate',
  'already-decided',
  'no-urgent-mandate',
  'deviation-without-end',
  'not-prepared',
  'nothing-to-report',
  'objections-open',
  'units-silent',
  'not-ready-to-lock',
  'late-region-takes-part',
  'late-region-outside',
  'authorisation-missing',
  'authorisation-not-needed',
  'decision-missing',
  'nobody-may-decide',
  'no-delegation-rows',
  'preparation-missing',
  'evaluators-missing',
  'not-an-evaluator',
  'stage-date-in-the-future',
  'stage-date-too-early',
  'standstill-running',
  'contract-ends-too-early',
  'no-such-option',
  'documentation-incomplete',
  'wrong-authority',
  'registry-number-malformed',
  'registered-otherwise',
  'number-of-former-body',
  'no-texts-there',
  'unreadable-card',
  'personal-chat-only',
  'busy',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** What the sentence names: ids and instants, never secrets. */
  readonly params?: Readonly<Record<string, string>>;
}
export const refuse = (code: RefusalCode, params?: Readonly<Record<string, string>>): Refusal =>
  params ? { code, params } : { code };
