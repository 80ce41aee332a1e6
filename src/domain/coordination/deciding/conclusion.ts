import { levelDue, regionsOf } from '../../authority/governance.ts';
import { seatsFor } from '../../authority/mandates.ts';
import { decisionKind } from '../../escalation/reasons.ts';
import type { RegionId } from '../../shared/ids.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import type { EscalatedCase, MemberPosition, RegionPosition } from '../state.ts';
import { valueBasis } from './decisions.ts';
import { event } from './draft.ts';

/** A region's position is its members' majority; a tie is no position. */
export const regionPosition = (
  region: RegionId,
  positions: readonly MemberPosition[],
): RegionPosition | null => {
  const own = positions.filter((position) => position.region === region);
  const approvals = own.filter((position) => position.stance === 'approve').length;
  const rejections = own.length - approvals;
  if (approvals === rejections) return null;
  return { region, stance: approvals > rejections ? 'approve' : 'reject', approvals, rejections };
};

const positionsOf = (state: EscalatedCase): MemberPosition[] =>
  state.escalation.level === 'council' ? Object.values(state.escalation.positions) : [];

/** Whether each region's configured attendance has been met by a majority; without an attendance row the clock concludes. */
export const councilComplete = (state: EscalatedCase, context: DecideContext): boolean => {
  const positions = positionsOf(state);
  const { attendance } = context.governance;
  const regions = regionsOf(context.governance);
  return (
    regions.length > 0 &&
    regions.every((region) => {
      const needed = attendance.find((row) => row.region === region)?.members;
      const taken = positions.filter((position) => position.region === region).length;
      return needed !== undefined && taken >= needed && regionPosition(region, positions) !== null;
    })
  );
};

/** The council's recommendation, whatever it is, goes on to those who have the mandate; missing mandates are named, never guessed. */
export const conclusion = (
  state: EscalatedCase,
  context: DecideContext,
  how: 'attendance' | 'clock',
): CaseEvent => {
  const { governance, now } = context;
  const regions = regionsOf(governance);
  const positions = regions.flatMap((region) => regionPosition(region, positionsOf(state)) ?? []);
  const outcome = state.escalation.level === 'council' ? state.escalation.proposal.outcome : 'coordinate';
  const { seats, missing } = seatsFor(governance, decisionKind(outcome), valueBasis(state), regions);
  const due = levelDue(governance, 'decision', now);
  return event(context, { type: 'council-concluded', how, positions, seats, missing, due });
};
