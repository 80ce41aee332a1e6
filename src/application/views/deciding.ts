import type { Seat } from '#domain/authority/mandates.ts';
import { levelSince } from '#domain/coordination/backwards.ts';
import type { Escalation } from '#domain/coordination/escalation-state.ts';
import { formerSeats } from '#domain/coordination/former-bodies.ts';
import { decisionOn, formerSeat, proposedFor, undecided } from '#domain/coordination/seating.ts';
import type { AskedCase, EscalatedCase } from '#domain/coordination/state.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { BodyId, RegionId } from '#domain/shared/ids.ts';
import type { CouncilView, DecisionView, OutcomeView, RegistrationView } from '#rendering/views.ts';
import type { Reading, SubjectReading } from '../reading.ts';
import { absentMembers, excluded, positionView, proposalView, regionStances } from './climbing.ts';
import { caseFacts, decisionLine } from './facts.ts';
import { outcome } from './outcome.ts';
import { bodyName, mandateName, nameOf, ofItem, regionName } from './parts.ts';
import { hasConflict } from './visibility.ts';
import { weighing } from './weighing.ts';

type Weighed = Reading & Pick<SubjectReading, 'settled'>;
type AtDecision = Extract<Escalation, { level: 'decision' }>;

/** What the seat's holder has before them, the same for a delegate and for a body's secretary. */
const before = (reading: Weighed, state: EscalatedCase, at: AtDecision, seat: Seat) => {
  const decided = decisionOn(seat, at.decisions);
  const [first] = seat.regions;
  return {
    ...ofItem(reading, state),
    actsFor: seat.regions.map((region) => regionName(reading, region)),
    bodyName: bodyName(reading, seat.body),
    example: seat.example,
    proposal: proposalView(reading, first === undefined ? at.proposal : proposedFor(at, first)),
    facts: caseFacts(reading, state),
    regions: regionStances(reading, state, at),
    ...weighing(reading, state),
    ...(decided ? { decided: decisionLine(reading, decided) } : {}),
  };
};

/** A delegate's card, for the holder of the seat alone; once the case is over, what came of it. */
export const decision = (
  reading: Weighed,
  state: AskedCase,
  region: RegionId,
): DecisionView | CouncilView | OutcomeView | null => {
  if (state.status !== 'escalated') return outcome(reading, state);
  const at = state.escalation;
  if (at.level !== 'decision') return null;
  const { viewer } = reading;
  if (hasConflict(viewer, state) && at.declarations[viewer.id]) return excluded(reading, state, at.proposal);
  const seat = at.seats.find(
    (held) => held.kind === 'delegate' && held.person === viewer.id && held.regions.includes(region),
  );
  if (!seat) return null;
  return {
    card: 'decision',
    ...before(reading, state, at, seat),
    region: regionName(reading, region),
    mandate: mandateName(reading, seat),
    absent: absentMembers(reading, at),
    council: Object.values(at.positions).map((position) => positionView(reading, position)),
    due: at.due,
    ...(at.urgency
      ? { urgency: { by: nameOf(reading, at.urgency.by), reason: at.urgency.texts.reason ?? '' } }
      : {}),
  };
};

/** A body's card, for its secretary alone; once the case is over, what came of it. */
export const registration = (
  reading: Weighed,
  state: AskedCase,
  body: BodyId,
): RegistrationView | OutcomeView | null => {
  if (state.status !== 'escalated') return outcome(reading, state);
  const at = state.escalation;
  if (at.level !== 'decision') return null;
  const held = at.seats.filter(
    (seat) => seat.kind === 'body' && seat.secretary === reading.viewer.id && seat.body === body,
  );
  // What it decided while it had the case is still to be registered, though it has ceased since.
  const former = formerSeat(state, reading.governance, { body, date: dateOf(levelSince(state)) });
  const late = former?.secretary === reading.viewer.id ? former : undefined;
  // Of several questions the next that is to be decided.
  const seat = undecided({ seats: held, decisions: at.decisions })[0] ?? held.at(-1) ?? late;
  if (!seat || hasConflict(reading.viewer, state)) return null;
  const preparing = reading.governance.bodies.find((row) => row.body === body)?.preparedBy;
  const ceased = formerSeats(state, reading.governance).find(
    (one) => one.body !== body && one.secretary === reading.viewer.id,
  );
  return {
    card: 'registration',
    ...before(reading, state, at, seat),
    body,
    ...(seat.regions[0] ? { region: seat.regions[0] } : {}),
    ...(seat.kind === 'body' && seat.insteadOf ? { insteadOf: nameOf(reading, seat.insteadOf) } : {}),
    ...(preparing ? { preparedBy: bodyName(reading, preparing) } : {}),
    ...(ceased ? { former: { body: ceased.body, name: bodyName(reading, ceased.body) } } : {}),
  };
};
