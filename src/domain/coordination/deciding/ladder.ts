import { decisionKind } from '../../escalation/reasons.ts';
import { entries, openObjections, silent, waiting } from '../answer.ts';
import { clockOf } from '../backwards.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { endlessCouncil } from '../council-end.ts';
import { outsOf } from '../deviation.ts';
import type { Escalation } from '../escalation-state.ts';
import { partiesOf, seatsOf } from '../seating.ts';
import { type CaseState, isAsked } from '../state.ts';
import { conclusion, regionPositions } from './conclusion.ts';
import { endProblem } from './decisions.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { countedPositions } from './members.ts';
import { officer } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

/** Another proposal to the council that has the case: positions on the earlier one go stale, its clock stands. */
const proposeAnew = (
  { proposal: before, due }: Extract<Escalation, { level: 'council' }>,
  { proposal, until, texts }: Of<'escalate'>,
  context: DecideContext,
): Ruling => {
  const same =
    before.outcome === proposal &&
    before.until === until &&
    (before.texts.text ?? '').trim() === (texts.text ?? '').trim();
  if (same) return nothing;
  const ended = until ? { until } : {};
  return ruled(
    event(context, { type: 'climbed', to: 'council', how: 'officer', due, proposal, ...ended }, texts),
  );
};

/** Where a deviation may be taken up again: in a case that goes on, and in one that was left by it. */
const SETTLED: readonly CaseState['status'][] = [
  'committed',
  'partly-committed',
  'initiated',
  'deviation-decided',
];

/**
 * A deviation stands until a decision changes it, also one by which the item was left: the officer takes it up again, and
 * the council and every region's holder are asked. What was decided stands till they have decided anew.
 */
const takenUp = (state: CaseState, command: Of<'escalate'>, context: DecideContext): Ruling => {
  if (!SETTLED.includes(state.status) || !isAsked(state) || outsOf(state).length === 0) {
    return refused('not-escalated');
  }
  const { proposal, until, texts } = command;
  const problem = textProblem(texts, []) ?? endProblem(proposal, until, context, 'optional');
  if (problem) return { ok: false, error: problem };
  const { governance, now } = context;
  const due = clockOf(state, 'council', governance, now);
  const ended = until ? { until } : {};
  return ruled(
    event(context, { type: 'escalation-opened', cause: 'officer', level: 'managers', due }),
    event(context, { type: 'climbed', to: 'council', how: 'officer', due, proposal, ...ended }, texts),
  );
};

/**
 * The officer lifts the case to the council, with what it is to approve or reject; there the proposal can be changed.
 * Refused: `not-allowed`, `not-escalated`, `already-at-council` once the council is done.
 */
export const escalate = (state: CaseState, command: Of<'escalate'>, context: DecideContext): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status !== 'escalated') return takenUp(state, command, context);
  const { level } = state.escalation;
  if (level === 'decision') return refused('already-at-council');
  const problem = textProblem(command.texts, []);
  if (problem) return { ok: false, error: problem };
  const { proposal, until } = command;
  const ended = endProblem(proposal, until, context, 'optional');
  if (ended) return { ok: false, error: ended };
  if (level === 'council') return proposeAnew(state.escalation, command, context);
  const due = clockOf(state, 'council', context.governance, context.now);
  return ruled(
    event(
      context,
      { type: 'climbed', to: 'council', how: 'officer', due, proposal, ...(until ? { until } : {}) },
      command.texts,
    ),
  );
};

/**
 * The officer says, with a reason, that a decision cannot wait for the body's meeting (KL 6:39): it goes at once to
 * whom the body has charged with urgent decisions, from any level; the decision is reported to the body's next meeting.
 * Refused: `text-missing` without a reason, `no-urgent-mandate` where no row charges anybody, `already-decided`.
 */
export const markUrgent = (state: CaseState, command: Of<'mark-urgent'>, context: DecideContext): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status !== 'escalated') return refused('not-escalated');
  const { escalation } = state;
  const { governance, now } = context;
  const problem = textProblem(command.texts, ['reason']);
  if (problem) return { ok: false, error: problem };
  if (escalation.level === 'decision') {
    if (escalation.urgency) return nothing;
    if (escalation.decisions.length > 0) return refused('already-decided');
  }
  const given = command.proposal;
  const ended = given ? endProblem(given, command.until, context, 'optional') : null;
  if (ended) return { ok: false, error: ended };
  const standing = 'proposal' in escalation ? escalation.proposal.outcome : undefined;
  // Coordination is the norm (law 0): without another proposal that is what is asked.
  const proposal = given ?? (standing === undefined ? 'coordinate' : undefined);
  const regions = partiesOf(state, governance);
  const kind = decisionKind(proposal ?? standing ?? 'coordinate');
  const { seats, missing } = seatsOf(state, governance, kind, regions, true);
  if (!seats.some(({ urgent }) => urgent)) return refused('no-urgent-mandate');
  const positions =
    escalation.level === 'decision'
      ? escalation.council
      : regionPositions(regions, countedPositions(state, governance));
  return ruled(
    event(
      context,
      {
        type: 'marked-urgent',
        ...(proposal ? { proposal } : {}),
        ...(proposal && command.until ? { until: command.until } : {}),
        positions,
        seats,
        missing,
        due: clockOf(state, 'decision', governance, now, seats),
      },
      command.texts,
    ),
  );
};

/**
 * The officer passes a case on from a council that no clock ends, with a reason: the positions that are taken go along, and
 * whoever has the mandate decides. Refused: `not-at-council`, `council-has-clock`, `text-missing`.
 */
export const concludeCouncil = (
  state: CaseState,
  command: Of<'conclude-council'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status !== 'escalated' || state.escalation.level !== 'council') return refused('not-at-council');
  if (endlessCouncil(state, context.governance) === null) return refused('council-has-clock');
  const problem = textProblem(command.texts, ['reason']);
  if (problem) return { ok: false, error: problem };
  return ruled(conclusion(state, context, 'officer', command.texts));
};

/** How a case that nobody disputes any more ends, without a decision. */
export const settledHow = (state: Extract<CaseState, { status: 'escalated' }>): 'solution' | 'answered' =>
  entries(state.round).some((entry) => entry.solution?.status === 'accepted') ? 'solution' : 'answered';

/**
 * The owner ends a case whose objections are gone; after the deadline it does not end by itself. What was taken up again
 * after a deviation, and that nobody has decided on yet, is left again, as it was decided.
 */
export const closeEscalation = (
  state: CaseState,
  _command: Of<'close-escalation'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status !== 'escalated') return refused('not-escalated');
  const { escalation } = state;
  if (escalation.left && !(escalation.level === 'decision' && escalation.decisions.length > 0)) {
    // Nobody has decided anything else: the item stays left, as it was decided.
    const closed = {
      type: 'escalation-closed',
      how: 'withdrawn',
      outcome: 'deviate',
      declining: [],
    } as const;
    return ruled(event(context, closed));
  }
  if (openObjections(state.round).length > 0) return refused('objections-open');
  if (silent(state.round).length > 0 || waiting(state.round).length > 0) return refused('units-silent');
  if (state.escalation.level === 'decision' && state.escalation.decisions.length > 0) {
    return refused('already-decided');
  }
  return ruled(
    event(context, {
      type: 'escalation-closed',
      how: settledHow(state),
      outcome: 'coordinate',
      declining: [],
    }),
  );
};
