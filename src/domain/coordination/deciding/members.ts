import type { Governance } from '../../authority/governance.ts';
import { type CouncilMandate, councilMandate } from '../../authority/mandates.ts';
import { decisionKind, isDeviation } from '../../escalation/reasons.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { MemberPosition, Proposal } from '../escalation-state.ts';
import { partiesOf } from '../seating.ts';
import { matterOf } from '../stage-authority.ts';
import type { EscalatedCase } from '../state.ts';

/** What the council is asked about; coordination is the norm where nobody has proposed anything (law 0). */
export const proposedOutcome = ({ escalation }: EscalatedCase): Proposal['outcome'] =>
  'proposal' in escalation ? escalation.proposal.outcome : 'coordinate';

/**
 * The rows by which named members decide this case in the council; null where it only recommends. A deviation is
 * reasoned and time-limited: a proposed one without a reason or an end is nothing that the council could decide.
 */
export const mandatesInCouncil = (
  state: EscalatedCase,
  governance: Governance,
): readonly CouncilMandate[] | null => {
  const { escalation } = state;
  if (escalation.level !== 'council') return null;
  const { outcome, until, texts } = escalation.proposal;
  if (isDeviation(outcome) && (until === undefined || !texts.text?.trim())) return null;
  return councilMandate(governance, decisionKind(outcome), matterOf(state), partiesOf(state, governance));
};

/** Whether this member's position is a decision, by a row that names them. */
export const mayDecide = (state: EscalatedCase, governance: Governance, person: PersonId): boolean =>
  mandatesInCouncil(state, governance)?.some(({ members }) => members.includes(person)) === true;

/**
 * The positions that make a region's: by a mandate those of its named members, taken as decisions; otherwise every
 * member's. A recommendation that was given before a mandate came is not turned into a decision.
 */
export const countedPositions = (state: EscalatedCase, governance: Governance): MemberPosition[] => {
  const { escalation } = state;
  if (escalation.level !== 'council') return [];
  const mandates = mandatesInCouncil(state, governance);
  return Object.values(escalation.positions).filter(
    ({ person, decides }) =>
      mandates === null || (decides === true && mandates.some(({ members }) => members.includes(person))),
  );
};
