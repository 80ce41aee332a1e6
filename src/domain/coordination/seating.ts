import { type Governance, regionsOf } from '../authority/governance.ts';
import { type Seat, seatsFor } from '../authority/mandates.ts';
import type { DecisionKind } from '../escalation/reasons.ts';
import { takingPart } from '../record/concerns.ts';
import type { RegionId } from '../shared/ids.ts';
import { hasConflict } from './deciding/conflict.ts';
import { matterOf } from './stage-authority.ts';
import type { AskedCase } from './state.ts';

/** The regions that take a position and decide on the ladder: those that take part, as far as the rows still know them. */
export const partiesOf = (state: AskedCase, governance: Governance): RegionId[] => {
  const parts = takingPart(state);
  return regionsOf(governance).filter((region) => parts.includes(region));
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
      seats.push(seat);
      continue;
    }
    const { rule, body, example, person } = seat;
    const special = governance.mandates.find(({ id }) => id === rule);
    if (special?.urgent === true || special?.despiteResistance === true) {
      // Whoever would have decided without the special row does.
      const others = { ...governance, mandates: governance.mandates.filter(({ id }) => id !== rule) };
      const held = regions.filter((region) => seat.regions.includes(region));
      const next = seatsOf(state, others, kind, held, urgent);
      seats.push(...next.seats);
      missing.push(...next.missing);
      continue;
    }
    // What a body has delegated it may always decide itself (KL 6:37–38, 7:5).
    const secretary = governance.bodies.find((row) => row.body === body)?.secretary ?? null;
    seats.push({ rule, regions: seat.regions, example, kind: 'body', body, secretary, insteadOf: person });
  }
  return { seats, missing };
};
