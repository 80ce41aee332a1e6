import type { CouncilMandate } from '../../authority/mandates.ts';
import { decisionKind, isDeviation } from '../../escalation/reasons.ts';
import type { RegionId } from '../../shared/ids.ts';
import type { Texts } from '../answer.ts';
import { clockOf } from '../backwards.ts';
import type { DecideContext } from '../commands.ts';
import type { ConcludedHow, MemberPosition, RegionPosition } from '../escalation-state.ts';
import type { CaseEvent } from '../events.ts';
import { partiesOf, seatsOf } from '../seating.ts';
import type { EscalatedCase } from '../state.ts';
import { endProblem } from './decisions.ts';
import { event } from './draft.ts';
import { countedPositions, mandatesInCouncil, proposedOutcome } from './members.ts';

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

/**
 * Whether each region's configured attendance has been met by a majority; without an attendance row the clock concludes.
 * By a mandate it is the named members' attendance that counts.
 */
export const councilComplete = (state: EscalatedCase, context: DecideContext): boolean => {
  const positions = countedPositions(state, context.governance);
  const { attendance } = context.governance;
  const regions = partiesOf(state, context.governance);
  return (
    regions.length > 0 &&
    regions.every((region) => {
      const needed = attendance.find((row) => row.region === region)?.members;
      const taken = positions.filter((position) => position.region === region).length;
      return needed !== undefined && taken >= needed && regionPosition(region, positions) !== null;
    })
  );
};

/** Each region's position so far. */
export const regionPositions = (
  regions: readonly RegionId[],
  positions: readonly MemberPosition[],
): RegionPosition[] => regions.flatMap((region) => regionPosition(region, positions) ?? []);

/** By a mandate the council decides, when every region's named members have met and approve. */
const decidedInCouncil = (
  state: EscalatedCase,
  context: DecideContext,
  positions: readonly RegionPosition[],
): readonly CouncilMandate[] | null => {
  const proposal = 'proposal' in state.escalation ? state.escalation.proposal : null;
  // Members decide within the same limits as everybody else who decides.
  if (proposal && endProblem(proposal.outcome, proposal.until, context, 'required')) return null;
  const mandates = mandatesInCouncil(state, context.governance);
  const regions = partiesOf(state, context.governance);
  const approved = regions.every((region) =>
    positions.some((position) => position.region === region && position.stance === 'approve'),
  );
  const named = mandates?.every(({ members }) =>
    countedPositions(state, context.governance).some(
      ({ person, stance }) => stance === 'approve' && members.includes(person),
    ),
  );
  return mandates && approved && named ? mandates : null;
};

/**
 * The council's position goes on to those who have the mandate, whether the regions agree or not; missing mandates are
 * named, never guessed. Where rows give named members the mandate and every region approves, they have decided. The
 * clock only passes on, and so does an officer: it decides nothing (KL 6:38).
 */
export const conclusion = (
  state: EscalatedCase,
  context: DecideContext,
  how: ConcludedHow,
  texts?: Texts,
): CaseEvent => {
  const { governance, now } = context;
  const regions = partiesOf(state, governance);
  const positions = regionPositions(regions, countedPositions(state, governance));
  const mandates = how === 'attendance' ? decidedInCouncil(state, context, positions) : null;
  if (mandates) {
    const due = clockOf(state, 'decision', governance, now, []);
    return event(context, {
      type: 'council-concluded',
      how,
      positions,
      seats: [],
      missing: [],
      due,
      mandates,
    });
  }
  const kind = decisionKind(proposedOutcome(state));
  const { seats, missing } = seatsOf(state, governance, kind, regions);
  const due = clockOf(state, 'decision', governance, now, seats);
  return event(context, { type: 'council-concluded', how, positions, seats, missing, due }, texts);
};

/** The next decision of members with a mandate after the council has approved: by those of the row who approved. */
export const membersDecision = (state: EscalatedCase, context: DecideContext): CaseEvent | null => {
  const { escalation } = state;
  if (escalation.level !== 'decision' || !escalation.mandates) return null;
  const next = escalation.mandates.find(
    ({ rule }) => !escalation.decisions.some((decision) => decision.rule === rule),
  );
  if (!next) return null;
  const { rule, regions, body } = next;
  const approving = Object.values(escalation.positions)
    .filter((one) => one.decides && one.stance === 'approve' && next.members.includes(one.person))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const last = approving.at(-1);
  if (!last) return null;
  const { outcome, until } = escalation.proposal;
  const reason = last.texts.reason ?? escalation.proposal.texts.text;
  const decided = event(
    context,
    {
      type: 'decided',
      regions,
      outcome,
      rule,
      ruleVersion: context.governance.version,
      ...(isDeviation(outcome) && until ? { until } : {}),
      reportTo: body,
      members: approving.map(({ person }) => person),
    },
    reason ? { text: reason } : {},
  );
  // Each row's decision is its own members': the last of them to approve completed it.
  return { ...decided, by: last.person };
};
