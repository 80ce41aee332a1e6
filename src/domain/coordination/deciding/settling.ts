import { OUTCOMES, type Outcome } from '../../escalation/reasons.ts';
import type { RegionId } from '../../shared/ids.ts';
import { entries, isOut, openObjections } from '../answer.ts';
import { FEWEST } from '../deviation.ts';
import type { RegionDecision } from '../escalation-state.ts';
import type { CaseEvent } from '../events.ts';
import type { AskedCase } from '../state.ts';

type Settled = Required<
  Pick<Extract<CaseEvent, { type: 'escalation-closed' }>, 'outcome' | 'declining' | 'each'>
>;

/**
 * What the regions' decisions come to. Each governs its own region's units. A deviation, whole or in part, is the declining
 * region's; the others go on: coordinated while at least two regions remain, otherwise not coordinated, owing to the
 * declining regions' decisions. Of those who remain, one that wants to wait makes the others wait, and declines nothing.
 */
export const settledBy = (
  state: AskedCase,
  decisions: readonly RegionDecision[],
  regions: readonly RegionId[],
): Settled => {
  const again = state.status === 'escalated' && state.escalation.cause === 'officer';
  const objecting = entries(state.round).filter(
    (entry) =>
      openObjections(state.round).includes(entry) ||
      (again && isOut(entry) && entry.answer.kind === 'objection'),
  );
  const own = (region: RegionId): Outcome =>
    decisions.find((decision) => decision.regions.includes(region))?.outcome ?? 'coordinate';
  const letsOut = (region: RegionId): boolean =>
    own(region) === 'coordinate-partly' && objecting.some((entry) => entry.region === region);
  /** Somebody of the region buys together with the others, or has still to say. */
  const hasOthers = (region: RegionId): boolean =>
    entries(state.round).some(
      (entry) =>
        entry.region === region &&
        entry.answer.kind !== 'no-need' &&
        (again || !isOut(entry)) &&
        !objecting.includes(entry),
    );
  const declining = regions.filter((region) => own(region) === 'deviate' || letsOut(region));
  const remaining = regions.filter(
    (region) => own(region) !== 'deviate' && (!letsOut(region) || hasOthers(region)),
  );
  /** A region whose units need nothing buys nothing: coordinating takes two that do. */
  const needs = (region: RegionId): boolean =>
    entries(state.round).some((entry) => entry.region === region && entry.answer.kind !== 'no-need');
  const each = Object.fromEntries(regions.map((region) => [region, own(region)]));
  const together = (): Outcome => {
    if (remaining.length < regions.length && remaining.filter(needs).length < FEWEST) return 'deviate';
    const taken = remaining
      .filter((region) => own(region) !== 'coordinate-partly' || letsOut(region))
      .map(own);
    if (taken.includes('postpone')) return 'postpone';
    return OUTCOMES.find((outcome) => outcome !== 'coordinate' && taken.includes(outcome)) ?? 'coordinate';
  };
  return { outcome: together(), declining, each };
};
