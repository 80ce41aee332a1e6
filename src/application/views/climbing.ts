import { openObjections, type UnitEntry } from '#domain/coordination/answer.ts';
import { regionPosition } from '#domain/coordination/deciding/conclusion.ts';
import { abstains } from '#domain/coordination/deciding/conflict.ts';
import { mandatesInCouncil, mayDecide } from '#domain/coordination/deciding/members.ts';
import type { Escalation, MemberPosition, Proposal } from '#domain/coordination/escalation-state.ts';
import { partiesOf } from '#domain/coordination/seating.ts';
import type { AskedCase } from '#domain/coordination/state.ts';
import { asPersonId, type PersonId, unitName } from '#domain/shared/ids.ts';
import type {
  CaseFacts,
  CouncilView,
  LiftedView,
  ManagersView,
  OutcomeView,
  PositionView,
  ProposalView,
} from '#rendering/views.ts';
import type { Reading, SubjectReading } from '../reading.ts';
import { caseFacts, changes } from './facts.ts';
import { outcome } from './outcome.ts';
import { answerView, FULL, nameOf, ofItem, ofUnit, regionName } from './parts.ts';
import { mayAct } from './rights.ts';
import { atManagersLevel, hasConflict, isSuperior, ownsEntry, readsAll, readsWhole } from './visibility.ts';
import { weighing } from './weighing.ts';

export type BeforeCouncil = Extract<Escalation, { proposal: Proposal }>;

export const proposalView = (
  reading: Reading,
  { outcome: proposed, by, texts, until, number }: Proposal,
): ProposalView => ({
  outcome: proposed,
  by: nameOf(reading, by),
  ...(texts.text ? { text: texts.text } : {}),
  ...(until ? { until } : {}),
  ...(number ? { number } : {}),
});
export const positionView = (reading: Reading, position: MemberPosition): PositionView => ({
  name: nameOf(reading, position.person),
  region: regionName(reading, position.region),
  stance: position.stance,
  ...(position.texts.reason ? { reason: position.texts.reason } : {}),
  ...(position.texts.dissent ? { dissent: position.texts.dissent } : {}),
});
/** Each region's position: the members' majority so far, and what the council concluded once it has. */
export const regionStances = (
  reading: Reading,
  state: AskedCase,
  escalation: BeforeCouncil,
): CouncilView['regions'] =>
  partiesOf(state, reading.governance).map((region) => ({
    region: regionName(reading, region),
    stance:
      (escalation.level === 'decision'
        ? escalation.council.find((position) => position.region === region)
        : regionPosition(region, Object.values(escalation.positions))
      )?.stance ?? null,
  }));

/** Why a region may have no position: who declared a conflict. Who they are is public, why is nobody's to ask. */
export const absentMembers = (
  reading: Reading,
  escalation: BeforeCouncil,
): NonNullable<CouncilView['absent']> =>
  Object.entries(escalation.declarations)
    .filter(([, declaration]) => declaration.conflict)
    .flatMap(([id]) => {
      const member = reading.directory.person(asPersonId(id));
      return member ? [{ name: member.name, region: regionName(reading, member.region) }] : [];
    });

/** A silent unit, to its superior, who may answer in its place. */
export const lifted = (reading: Reading, state: AskedCase, entry: UnitEntry): LiftedView | null => {
  const { viewer } = reading;
  if (!(isSuperior(viewer, entry) && ownsEntry(viewer, state, entry)) && !readsWhole(viewer, state))
    return null;
  return {
    card: 'lifted',
    ...ofUnit(reading, state, entry),
    respondents: entry.respondents.map((person) => nameOf(reading, person)),
    deadline: entry.deadline,
    answer: answerView(reading, entry.answer, FULL),
    open: entry.answer.kind === 'no-answer' && mayAct(reading, state, entry),
  };
};

export const managers = (reading: Reading, state: AskedCase): ManagersView | null => {
  const { viewer } = reading;
  if (hasConflict(viewer, state) || !(atManagersLevel(viewer, state) || readsAll(viewer))) return null;
  const open = state.status === 'escalated' && state.escalation.level === 'managers';
  return {
    card: 'managers',
    ...ofItem(reading, state),
    facts: caseFacts(reading, state),
    due: open ? state.escalation.due : null,
    // Each opens the unit's card, which only its own superior may see.
    openObjections: openObjections(state.round)
      .filter((entry) => ownsEntry(viewer, state, entry) || readsAll(viewer))
      .map(({ unit }) => ({ unit, unitName: unitName(unit) })),
    open,
  };
};

/** The member's earlier position, and what has changed since: only they are asked again (law 3). */
const staleOf = (
  reading: Reading,
  state: AskedCase,
  { stale }: BeforeCouncil,
  member: PersonId,
): Pick<CouncilView, 'stale'> => {
  const before = stale?.[member];
  return before
    ? {
        stale: {
          position: positionView(reading, before.position),
          changes: changes(state, before.item),
        },
      }
    : {};
};

const NO_FACTS: CaseFacts = { objections: [], regions: [], committedValue: [], silent: [] };

/** All that is shown to whoever has a conflict, with a way to take a wrong tap back. */
export const excluded = (
  reading: Reading,
  state: AskedCase,
  { outcome: proposed, by }: Proposal,
): CouncilView => ({
  card: 'council',
  ...ofItem(reading, state),
  mode: 'excluded',
  due: state.status === 'escalated' ? state.escalation.due : null,
  proposal: { outcome: proposed, by: nameOf(reading, by) },
  facts: NO_FACTS,
  positions: [],
  regions: [],
  recommendsOnly: true,
});

/**
 * A member's card; once the case is over, what came of it. The forum recommends, unless a dated row names the member:
 * then the same card decides, and says so.
 */
export const council = (
  reading: Reading & Pick<SubjectReading, 'settled'>,
  state: AskedCase,
): CouncilView | OutcomeView | null => {
  const { viewer } = reading;
  if (!viewer.roles.includes('council-member')) return null;
  if (state.status !== 'escalated') return outcome(reading, state);
  const { escalation } = state;
  if (!('proposal' in escalation)) return null;
  const declared = escalation.declarations[viewer.id];
  const shared = {
    card: 'council',
    ...ofItem(reading, state),
    due: escalation.due,
    recommendsOnly: !mayDecide(state, reading.governance, viewer.id),
    ...(mandatesInCouncil(state, reading.governance) && !mayDecide(state, reading.governance, viewer.id)
      ? { othersDecide: true as const }
      : {}),
  } as const;
  if (hasConflict(viewer, state)) {
    return excluded(reading, state, escalation.proposal);
  }
  const own = escalation.positions[viewer.id];
  const mode = ((): CouncilView['mode'] => {
    if (escalation.level === 'decision') return 'over';
    if (!declared) return 'declare';
    if (abstains(state, viewer)) return 'abstains';
    return own && (own.decides === true) === !shared.recommendsOnly ? 'registered' : 'position';
  })();
  return {
    ...shared,
    mode,
    ...weighing(reading, state),
    proposal: proposalView(reading, escalation.proposal),
    facts: caseFacts(reading, state),
    ...(own ? { own: positionView(reading, own) } : {}),
    ...staleOf(reading, state, escalation, viewer.id),
    // What the others think is for those who have said that they may take part.
    positions: declared
      ? Object.values(escalation.positions)
          .filter((position) => position !== own)
          .map((position) => positionView(reading, position))
      : [],
    absent: declared ? absentMembers(reading, escalation) : [],
    regions: declared ? regionStances(reading, state, escalation) : [],
  };
};
