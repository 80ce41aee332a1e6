import type { Seat } from '#domain/authority/mandates.ts';
import type { AskedCase, RegionDecision } from '#domain/coordination/state.ts';
import type { BodyId, RegionId } from '#domain/shared/ids.ts';
import { unitName } from '#domain/shared/ids.ts';
import type { DecisionView, OutcomeView, RegistrationView } from '#rendering/views.ts';
import type { Reading, SubjectReading } from '../reading.ts';
import { positionsOf, proposalOf, regionStances } from './dispute.ts';
import { answerView, bannerOf, bodyName, caseFacts, decisionLine, head, regionName } from './parts.ts';
import { answersFor, atManagersLevel, holdsSeat, levelsReached, readsAll } from './visibility.ts';

interface Sitting {
  readonly rule: string;
  readonly regions: readonly RegionId[];
  readonly example: boolean;
  readonly body: BodyId;
  readonly decided: RegionDecision | undefined;
}

/** The viewer's seat (or, for who reads all, anybody's), also after the case was closed. */
const sittingOf = (
  reading: Reading,
  state: AskedCase,
  fits: (seat: Seat) => boolean,
  decidedBy: (decision: RegionDecision) => boolean,
): Sitting | null => {
  const { viewer, governance } = reading;
  if (state.status === 'escalated' && state.escalation.level === 'decision') {
    const { seats, decisions } = state.escalation;
    const seat = seats.find(
      (candidate) =>
        fits(candidate) &&
        (readsAll(viewer) ||
          (candidate.kind === 'delegate' ? candidate.person : candidate.secretary) === viewer.id),
    );
    if (!seat) return null;
    const decided = decisions.find((decision) => decision.rule === seat.rule);
    return { rule: seat.rule, regions: seat.regions, example: seat.example, body: seat.body, decided };
  }
  const decided = state.settlements.at(-1)?.decisions.find(decidedBy);
  if (!decided || (decided.by !== viewer.id && !readsAll(viewer))) return null;
  const row = governance.mandates.find((mandate) => mandate.id === decided.rule);
  const body = decided.body?.body ?? row?.holder.body;
  if (!body) return null;
  return { rule: decided.rule, regions: decided.regions, example: row?.example === true, body, decided };
};

const shared = (reading: SubjectReading, state: AskedCase, sitting: Sitting) => ({
  asOf: reading.now,
  item: head(reading, state),
  ...bannerOf(reading, !sitting.decided),
  actsFor: sitting.regions.map((region) => regionName(reading, region)),
  example: sitting.example,
  bodyName: bodyName(reading, sitting.body),
  proposal: proposalOf(reading, state),
  facts: caseFacts(reading, state),
  regions: regionStances(reading, state),
  ...(sitting.decided ? { decided: decisionLine(reading, sitting.decided) } : {}),
});

export const decision = (
  reading: SubjectReading,
  state: AskedCase,
  region: RegionId,
): DecisionView | null => {
  const sitting = sittingOf(
    reading,
    state,
    (seat) => seat.kind === 'delegate' && seat.regions.includes(region),
    (taken) => taken.body === undefined && taken.regions.includes(region),
  );
  if (!sitting) return null;
  return {
    card: 'decision',
    ...shared(reading, state, sitting),
    region: regionName(reading, region),
    rule: sitting.rule,
    council: positionsOf(reading, state),
    due: state.status === 'escalated' ? state.escalation.due : null,
  };
};

export const registration = (
  reading: SubjectReading,
  state: AskedCase,
  body: BodyId,
): RegistrationView | null => {
  const sitting = sittingOf(
    reading,
    state,
    (seat) => seat.kind === 'body' && seat.body === body,
    (taken) => taken.body?.body === body,
  );
  return sitting ? { card: 'registration', ...shared(reading, state, sitting), body } : null;
};

/** What it came to, for everybody who was drawn in. */
export const outcome = (reading: SubjectReading, state: AskedCase): OutcomeView | null => {
  const settled = state.settlements.at(-1);
  if (!settled) return null;
  const { viewer } = reading;
  const own = Object.values(state.round.units).find((entry) => answersFor(viewer, entry));
  const concerned =
    readsAll(viewer) ||
    own !== undefined ||
    holdsSeat(viewer, state) ||
    atManagersLevel(viewer, state) ||
    Object.values(state.round.units).some((entry) => entry.superior === viewer.id) ||
    (viewer.roles.includes('council-member') && levelsReached(state).includes('council')) ||
    viewer.roles.includes('secretary');
  if (!concerned) return null;
  return {
    card: 'outcome',
    asOf: reading.now,
    item: head(reading, state),
    ...bannerOf(reading, false),
    outcome: settled.outcome,
    how: settled.how,
    decisions: settled.decisions.map((taken) => decisionLine(reading, taken)),
    declining: settled.declining.map((region) => regionName(reading, region)),
    status: state.status,
    ...(own
      ? {
          own: {
            unitName: unitName(own.unit),
            answer: answerView(reading, own.answer, { named: true, worded: true }),
          },
        }
      : {}),
  };
};
