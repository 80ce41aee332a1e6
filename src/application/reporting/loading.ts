import type { Governance } from '#domain/authority/governance.ts';
import type { Actor } from '#domain/shared/actor.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { allFacts } from '../indicators.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Rules } from '../rules.ts';
import { type Report, type ReportRequest, reportOf } from './report.ts';

/** Whose work the numbers are: Inköp, those who watch over it, and those who decide. */
const READERS: readonly string[] = [
  'officer',
  'registrar',
  'auditor',
  'controller',
  'administrator',
  'council-member',
  'decider',
  'secretary',
];
export const mayReadReports = (actor: Actor): boolean =>
  actor.kind === 'operator' ||
  (actor.kind === 'person' && actor.roles.some((role) => READERS.includes(role)));

/** Counted anew from the indexes each time: a report kept would be a second truth. */
export const loadReport = async (
  { store, rules }: { readonly store: DocumentStore; readonly rules: Rules },
  request: ReportRequest,
  asOf: Instant,
): Promise<Report> => {
  const inForce: Governance = await rules.at(asOf);
  const whole = (await rules.whole()) ?? inForce;
  return reportOf(await allFacts(store), { inForce, whole }, request, asOf);
};
