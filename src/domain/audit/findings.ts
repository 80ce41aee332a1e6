/**
 * What the audit of 2025-10-27 found lacking (its findings in our words, not its wording), and what the auditors' letter
 * demanded: `decision-levels`.
 */
export const FINDINGS = [
  'duty-to-coordinate',
  'responsibility',
  'deviation-handling',
  'reasons-documented',
  'savings-model',
  'costs-quality-lessons',
  'decision-levels',
] as const;
export type Finding = (typeof FINDINGS)[number];
