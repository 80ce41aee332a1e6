import { type Governance, governanceThen, regionsOf } from '../authority/governance.ts';
import { type Seat, seatsFor } from '../authority/mandates.ts';
import { type DecisionKind, decisionKind } from '../escalation/reasons.ts';
import { takingPart } from '../record/concerns.ts';
import type { BodyId, PlainDate, RegionId } from '../shared/ids.ts';
import { entries } from './answer.ts';
import { hasConflict } from './deciding/conflict.ts';
import type { Escalation, Proposal, RegionDecision } from './escalation-state.ts';
import { bodyInstead, registered, registersFor } from './secretaries.ts';
import { matterOf } from './stage-authority.ts';
import type { AskedCase, EscalatedCase } from './state.ts';

/** Regions that stand outside by a decision of their own: none of their units takes part. */
export const outside = ({ round }: AskedCase): RegionId[] => {
  const inside = new Set(
    entries(round)
      .filter(({ decided }) => decided !== 'deviate')
      .map(({ region }) => region),
  );
  const all = new Set(entries(round).map(({ region }) => region));
  return [...all].filter((region) => !inside.has(region));
};

/**
 * The regions that take a position and decide on the ladder: those that take part, as far as the rows still know them. A
 * region that has declined decides no more, but where the officer has taken its own deviation up again.
 */
export const partiesOf = (state: AskedCase, governance: Governance): RegionId[] => {
  const parts = takingPart(state);
  const again = state.status === 'escalated' && state.escalation.cause === 'officer';
  const out = again ? [] : outside(state);
  return regionsOf(governance).filter((region) => parts.includes(region) && !out.includes(region));
};

type AtDecision = Extract<Escalation, { level: 'decision' }>;

/** What a region's holder is asked: the common proposal, or what a decider of the region has passed on. */
export const proposedFor = (escalation: AtDecision, region: RegionId): Proposal =>
  escalation.passed?.[region] ?? escalation.proposal;

/** What was decided on a seat: by its row, for its regions. One row may hold several, each with a question of its own. */
export const decisionOn = (
  { rule, regions }: Pick<Seat, 'rule' | 'regions'>,
  decisions: readonly RegionDecision[],
): RegionDecision | undefined =>
  decisions.find(
    (decision) => decision.rule === rule && decision.regions.some((region) => regions.includes(region)),
  );
/** Who is still to decide. */
export const undecided = ({ seats, decisions }: Pick<AtDecision, 'seats' | 'decisions'>): Seat[] =>
  seats.filter((seat) => decisionOn(seat, decisions) === undefined);

/** Two regions are asked the same where the same is proposed for both, till the same day. */
const questionOf = ({ outcome, until }: Proposal): string => `${outcome} ${until ?? ''}`;

/**
 * The seats for what each region is asked, at the decision; one seat where a row decides the same question for several,
 * and never one for different questions: what is decided of the one would be decided of the other unasked.
 */
export const seatsAt = (
  state: EscalatedCase,
  escalation: AtDecision,
  governance: Governance,
  regions: readonly RegionId[],
): Seating => {
  const questions = Map.groupBy(regions, (region) => questionOf(proposedFor(escalation, region)));
  const found = [...questions.values()].map((of) => {
    const [first] = of;
    const { outcome } = first === undefined ? escalation.proposal : proposedFor(escalation, first);
    return seatsOf(state, governance, decisionKind(outcome), of, escalation.urgency !== undefined);
  });
  return { seats: found.flatMap((one) => one.seats), missing: found.flatMap((one) => one.missing) };
};

type BodySeat = Extract<Seat, { kind: 'body' }>;
/**
 * The seat that a body had on an earlier day, for regions that nobody has decided for: its minutes of that day stand though
 * the body has ceased or others have its mandate. Who registers for it now registers them (`registersFor`). Null where it had none.
 */
export const formerSeat = (
  state: EscalatedCase,
  governance: Governance,
  { body, date, region }: { readonly body: BodyId; readonly date: PlainDate; readonly region?: RegionId },
): BodySeat | null => {
  const { escalation } = state;
  if (escalation.level !== 'decision') return null;
  const then = governanceThen(governance, date);
  const decided = escalation.decisions.flatMap(({ regions }) => regions);
  const left = partiesOf(state, then).filter((region) => !decided.includes(region));
  const had = seatsAt(state, escalation, then, left).seats.find(
    (seat): seat is BodySeat =>
      seat.kind === 'body' && seat.body === body && (region === undefined || seat.regions.includes(region)),
  );
  return had ? { ...had, secretary: registersFor(state, governance, body) } : null;
};

type Seating = ReturnType<typeof seatsFor>;

/**
 * Who decides on the ladder for `regions`, weighed as law 6 weighs a stage (`matterOf`): principle, own parts, options, and
 * the committed values where they are more. Refuses to guess: regions without a holder are `missing`.
 */
export const seatsOf = (
  state: AskedCase,
  governance: Governance,
  kind: DecisionKind,
  regions: readonly RegionId[],
  urgent = false,
): Seating => {
  const seating = seatsFor(governance, kind, matterOf(state), regions, urgent);
  const seats: Seat[] = [];
  const missing: RegionId[] = [...seating.missing];
  for (const seat of seating.seats) {
    if (seat.kind === 'body' || !hasConflict(state, seat.person)) {
      seats.push(registered(state, governance, seat));
      continue;
    }
    const { rule } = seat;
    const special = governance.mandates.find(({ id }) => id === rule);
    if (special?.urgent === true || special?.despiteResistance === true) {
      // Whoever would have decided without the special row does.
      const others = { ...governance, mandates: governance.mandates.filter(({ id }) => id !== rule) };
      const next = seatsOf(state, others, kind, seat.regions, urgent);
      seats.push(...next.seats);
      missing.push(...next.missing);
      continue;
    }
    seats.push(bodyInstead(state, governance, seat));
  }
  return { seats, missing };
};
