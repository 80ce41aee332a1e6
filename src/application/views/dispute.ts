import { openObjections, type UnitEntry } from '#domain/coordination/answer.ts';
import type { AskedCase, MemberPosition, Proposal } from '#domain/coordination/state.ts';
import { unitName } from '#domain/shared/ids.ts';
import type {
  CouncilView,
  ManagersView,
  PositionView,
  ProposalView,
  SolutionAnswerView,
} from '#rendering/views.ts';
import type { Reading, SubjectReading } from '../reading.ts';
import { answerView, bannerOf, caseFacts, head, nameOf, regionName, solutionView } from './parts.ts';
import { isAnswerable } from './request.ts';
import { answersFor, atManagersLevel, isSuperior, levelsReached, readsAll } from './visibility.ts';

/** To the objector: accept or reject what the officer proposes. */
export const solution = (
  reading: SubjectReading,
  state: AskedCase,
  entry: UnitEntry,
): SolutionAnswerView | null => {
  const { viewer } = reading;
  if (!answersFor(viewer, entry) && !isSuperior(viewer, entry) && !readsAll(viewer)) return null;
  if (!entry.solution) return null;
  const open = entry.solution.status === 'proposed' && isAnswerable(state);
  return {
    card: 'solution',
    asOf: reading.now,
    item: head(reading, state),
    ...bannerOf(reading, open),
    unit: entry.unit,
    unitName: unitName(entry.unit),
    objection: answerView(reading, entry.answer, { named: true, worded: true }),
    solution: solutionView(reading, entry.solution),
    mayAnswer: open && answersFor(viewer, entry),
  };
};

export const managers = (reading: SubjectReading, state: AskedCase): ManagersView | null => {
  if (!readsAll(reading.viewer) && !atManagersLevel(reading.viewer, state)) return null;
  const open = state.status === 'escalated' && state.escalation.level === 'managers';
  return {
    card: 'managers',
    asOf: reading.now,
    item: head(reading, state),
    ...bannerOf(reading, open),
    facts: caseFacts(reading, state),
    due: open && state.status === 'escalated' ? state.escalation.due : null,
    openObjections: openObjections(state.round).map((entry) => ({
      unit: entry.unit,
      unitName: unitName(entry.unit),
    })),
    open,
  };
};

export const proposalView = (reading: Reading, proposal: Proposal): ProposalView => ({
  outcome: proposal.outcome,
  by: nameOf(reading, proposal.by),
  ...(proposal.texts.text ? { text: proposal.texts.text } : {}),
});

/** What the case was about: as proposed while it is open, as decided afterwards. */
export const proposalOf = (reading: Reading, state: AskedCase): ProposalView => {
  if (state.status === 'escalated') {
    const { escalation } = state;
    if (escalation.level === 'council' || escalation.level === 'decision') {
      return proposalView(reading, escalation.proposal);
    }
  }
  const settled = state.settlements.at(-1);
  return settled
    ? { outcome: settled.outcome, by: nameOf(reading, settled.by) }
    : { outcome: 'coordinate', by: nameOf(reading, state.owner) };
};

export const positionView = (reading: Reading, position: MemberPosition): PositionView => {
  const { reason, dissent } = position.texts;
  return {
    name: nameOf(reading, position.person),
    region: regionName(reading, position.region),
    stance: position.stance,
    ...(reason ? { reason } : {}),
    ...(dissent ? { dissent } : {}),
  };
};

/** Members' positions, in the order in which they were taken; gone once the case is settled (the record has them). */
export const positionsOf = (reading: Reading, state: AskedCase): PositionView[] => {
  if (state.status !== 'escalated') return [];
  const { escalation } = state;
  if (escalation.level !== 'council' && escalation.level !== 'decision') return [];
  return Object.values(escalation.positions)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((position) => positionView(reading, position));
};

export const regionStances = (reading: Reading, state: AskedCase): CouncilView['regions'] => {
  const concluded =
    state.status === 'escalated' && state.escalation.level === 'decision'
      ? state.escalation.council
      : state.status === 'escalated'
        ? []
        : (state.settlements.at(-1)?.council ?? []);
  return reading.governance.regions.map(({ region }) => ({
    region: regionName(reading, region),
    stance: concluded.find((position) => position.region === region)?.stance ?? null,
  }));
};

const modeFor = (reading: Reading, state: AskedCase): CouncilView['mode'] => {
  if (state.status !== 'escalated' || state.escalation.level !== 'council') return 'over';
  const { viewer } = reading;
  const declaration = state.escalation.declarations[viewer.id];
  if (!declaration) return 'declare';
  if (declaration.conflict) return 'excluded';
  return state.escalation.positions[viewer.id] ? 'registered' : 'position';
};

export const council = (reading: SubjectReading, state: AskedCase): CouncilView | null => {
  const { viewer } = reading;
  if (!viewer.roles.includes('council-member') && !readsAll(viewer)) return null;
  if (!levelsReached(state).includes('council')) return null;
  const mode = viewer.roles.includes('council-member') ? modeFor(reading, state) : 'over';
  const at = state.status === 'escalated' && state.escalation.level === 'council' ? state.escalation : null;
  const own = at?.positions[viewer.id];
  // Whoever has a conflict neither handles the case nor is present (KL 6:30): the facts are no longer theirs to read.
  const absent = mode === 'excluded';
  const facts = caseFacts(reading, state);
  return {
    card: 'council',
    asOf: reading.now,
    item: head(reading, state),
    ...bannerOf(reading, mode === 'declare' || mode === 'position'),
    mode,
    proposal: proposalOf(reading, state),
    facts: absent ? { ...facts, objections: [], committedValue: [], silent: [] } : facts,
    due: at?.due ?? null,
    ...(own ? { own: positionView(reading, own) } : {}),
    positions: absent ? [] : positionsOf(reading, state),
    regions: regionStances(reading, state),
    recommendsOnly: true,
  };
};
