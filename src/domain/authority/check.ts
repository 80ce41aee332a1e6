import { bodies } from './checking/bodies.ts';
import type { Checking, Finding } from './checking/finding.ts';
import { gaps, neverUsed, overlaps } from './checking/mandates.ts';
import { malformed, people, standing } from './checking/rows.ts';
import { senseless } from './checking/senseless.ts';
import { thresholds } from './checking/thresholds.ts';
import type { Governance } from './governance.ts';

/**
 * Everything that can be said about a governance before anybody decides by it: what its rows leave out, where they say
 * two things, and whom or what they name that is not there. From `today` on; faults before remarks.
 */
export const checkGovernance = (all: Governance, checking: Checking): Finding[] => {
  const found = [
    malformed,
    bodies,
    people,
    standing,
    gaps,
    overlaps,
    neverUsed,
    senseless,
    thresholds,
  ].flatMap((check) => check(all, checking));
  return [
    ...found.filter(({ severity }) => severity === 'fault'),
    ...found.filter(({ severity }) => severity === 'remark'),
  ];
};
