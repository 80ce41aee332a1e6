import { type Governance, regionsOf } from '#domain/authority/governance.ts';
import { seatsFor } from '#domain/authority/mandates.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { type DecisionKind, decisionKind } from '#domain/escalation/reasons.ts';
import { plannedValue } from '#domain/plan/item.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import type { AuthorityView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { bodyName, head, mandateName, nameOf, regionName } from './parts.ts';
import { initiationAt, initiationFacts } from './stage-facts.ts';

type Seats = ReturnType<typeof seatsFor>;

/** Asked without an item or an amount: everybody whom a row gives the mandate at some amount. */
const atAnyValue = (governance: Governance, kind: DecisionKind, regions: readonly RegionId[]): Seats => {
  const bounds = governance.mandates.flatMap(({ from, below }) => [from ?? 0, below ?? 0]);
  const known = [...new Set([0, ...bounds])].map((value) => seatsFor(governance, kind, value, regions));
  const seats = [...known, seatsFor(governance, kind, undefined, regions)].flatMap((found) => found.seats);
  return {
    seats: [...new Map(seats.map((seat) => [seat.rule, seat])).values()],
    missing: regions.filter((region) => known.some(({ missing }) => missing.includes(region))),
  };
};

/** Who decides about an item, or about an amount (SEK excluding VAT): by the rows in force, never by a guess. */
export const authorityView = (
  reading: Reading,
  state: KnownCase | null,
  amount: number | undefined,
): AuthorityView => {
  const { governance } = reading;
  const value = amount ?? (state ? plannedValue(state.item) : undefined);
  const proposed =
    state?.status === 'escalated' && 'proposal' in state.escalation
      ? state.escalation.proposal.outcome
      : 'coordinate';
  const kind = decisionKind(proposed);
  const regions = regionsOf(governance);
  const { seats, missing } =
    state === null && amount === undefined
      ? atAnyValue(governance, kind, regions)
      : seatsFor(governance, kind, value, regions);
  const initiation =
    amount !== undefined ? initiationAt(reading, amount) : state ? initiationFacts(reading, state) : [];
  return {
    card: 'authority',
    asOf: reading.now,
    ...(state ? { item: head(reading, state) } : {}),
    ...(value === undefined ? {} : { value }),
    seats: seats.map((seat) => ({
      regions: seat.regions.map((region) => regionName(reading, region)),
      holder: bodyName(reading, seat.body),
      ...(seat.kind === 'delegate' ? { person: nameOf(reading, seat.person) } : {}),
      mandate: mandateName(reading, seat),
      example: seat.example,
    })),
    missing: missing.map((region) => regionName(reading, region)),
    ...(initiation.length > 0 ? { initiation } : {}),
  };
};
