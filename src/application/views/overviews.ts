import { type Governance, regionsOf } from '#domain/authority/governance.ts';
import { seatsFor } from '#domain/authority/mandates.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { isAsked, isLocked } from '#domain/coordination/state.ts';
import { participations } from '#domain/coordination/status.ts';
import { type DecisionKind, decisionKind } from '#domain/escalation/reasons.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { AuthorityView, ShareView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { isPlanned, type ListFilter } from './filters.ts';
import { bodyName, head, mandateName, nameOf, regionName } from './parts.ts';
import { initiationAt, initiationFacts } from './stage.ts';

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
  const value = amount ?? state?.item.valueWithOptions ?? state?.item.value;
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

/** Every region takes part, and nobody is still to answer or objects. */
const byAll = (state: KnownCase, regions: readonly RegionId[]): boolean => {
  if (!isAsked(state) || (state.status !== 'committed' && state.status !== 'initiated' && !isLocked(state)))
    return false;
  const taking = participations(state.round).map((part) => part.region);
  return regions.length > 1 && regions.every((region) => taking.includes(region));
};

/**
 * No contract is on record yet, so the share is not calculable (0 of 0); the forecast counts commitments of the items
 * that are planned to start in the period, by default the running year.
 */
export const shareView = (reading: Reading, states: readonly KnownCase[], filter: ListFilter): ShareView => {
  const { from, to } = sharePeriod(reading, filter);
  const planned = states.filter(
    (state) =>
      isPlanned(state, { ...filter, from, to }) &&
      (filter.region === undefined || state.item.region === filter.region),
  );
  return shareOf(reading, filter, {
    items: planned.length,
    possible: planned.filter((state) => state.status !== 'draft' && state.status !== 'not-possible').length,
    committed: planned,
  });
};

/** The running year where no period is named. */
export const sharePeriod = (
  { now }: Reading,
  filter: ListFilter,
): { readonly from: PlainDate; readonly to: PlainDate } => {
  const year = dateOf(now).slice(0, 4);
  return {
    from: filter.from ?? (`${year}-01-01` as PlainDate),
    to: filter.to ?? (`${year}-12-31` as PlainDate),
  };
};

/** The same from counts, and from those of the planned items that anybody has committed to. */
export const shareOf = (
  reading: Reading,
  filter: ListFilter,
  planned: { readonly items: number; readonly possible: number; readonly committed: readonly KnownCase[] },
): ShareView => {
  const regions = regionsOf(reading.governance);
  return {
    card: 'share',
    asOf: reading.now,
    ...sharePeriod(reading, filter),
    contracted: 0,
    coordinated: 0,
    forecast: {
      items: planned.items,
      possible: planned.possible,
      committedByAllRegions: planned.committed.filter((state) => byAll(state, regions)).length,
    },
  };
};
