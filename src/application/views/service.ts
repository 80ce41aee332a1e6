import type { KnownCase } from '#domain/coordination/state.ts';
import { addDays, dateOf, isWorkingDay } from '#domain/shared/calendar.ts';
import { type Instant, type PersonId, type PlainDate, unitName } from '#domain/shared/ids.ts';
import type {
  DeliveriesView,
  HelpView,
  NothingView,
  NotUnderstoodView,
  RoundDraftView,
} from '#rendering/views.ts';
import type { Topic } from '#status-query/query.ts';
import type { DeliveryCounts, DeliveryLine } from '../deliveries.ts';
import { tenantOf } from '../messages.ts';
import type { Reading } from '../reading.ts';
import type { RoundPreview } from '../rounds.ts';
import { head, nameOf, regionName } from './parts.ts';
import { readsAll } from './visibility.ts';

export const helpView = (reading: Reading, welcome: boolean): HelpView => ({
  card: 'help',
  asOf: reading.now,
  name: reading.viewer.name,
  roles: reading.viewer.roles,
  welcome,
  demo: reading.demo,
});

export const notUnderstoodView = (
  reading: Reading,
  keeps?: NotUnderstoodView['keeps'],
): NotUnderstoodView => ({
  card: 'not-understood',
  asOf: reading.now,
  roles: reading.viewer.roles,
  ...(keeps ? { keeps } : {}),
});

/** Said plainly where the store has nothing to answer with. */
export const nothingView = (reading: Reading, topic: Topic, state?: KnownCase): NothingView => ({
  card: 'nothing',
  asOf: reading.now,
  topic,
  ...(state ? { item: head(reading, state) } : {}),
});

const SHOWN = 10;

/** How it goes, and what did not arrive for certain, by name; only for who reads all. */
export const deliveriesView = (
  reading: Reading,
  state: KnownCase | null,
  counts: DeliveryCounts,
  problems: readonly DeliveryLine[],
): DeliveriesView | NothingView => {
  if (!readsAll(reading.viewer)) return nothingView(reading, 'deliveries', state ?? undefined);
  const officer = reading.viewer.roles.includes('officer');
  return {
    card: 'deliveries',
    asOf: reading.now,
    ...(state ? { item: head(reading, state) } : {}),
    counts,
    problems: problems
      // What only waits for its turn is no problem.
      .filter((line) => line.state === 'unknown' || line.state === 'unreachable' || line.attempts !== 0)
      .slice(0, SHOWN)
      .map((line) => ({
        name: nameOf(reading, line.person),
        item: line.item,
        state: line.state === 'unknown' || line.state === 'unreachable' ? line.state : 'planned',
        ...(line.reason ? { reason: line.reason } : {}),
        ...(line.insteadOf ? { insteadOf: nameOf(reading, line.insteadOf) } : {}),
        ...(officer && line.state === 'unknown' ? { message: line.message } : {}),
      })),
    may: {
      stop: officer && state !== null && counts.planned > 0,
      resume: officer && state !== null && counts.cancelled > 0,
    },
  };
};

/** A day that has passed this year is read as next year's: whoever wrote it should see that. */
const FAR_DAYS = 60;
const doubtsAbout = (date: PlainDate, { now }: Reading): RoundDraftView['doubts'] => [
  ...(date > addDays(dateOf(now), FAR_DAYS) ? (['far'] as const) : []),
  ...(isWorkingDay(date) ? [] : (['not-a-working-day'] as const)),
];

/** Cards to each tenant in a second, as delivery paces them; the tenants are served beside each other. */
const PER_SECOND = 47.5;
export const expectedMinutes = (people: readonly PersonId[]): number => {
  const tenants = [...Map.groupBy(people, tenantOf).values()].map(({ length }) => length);
  return Math.max(1, Math.ceil(Math.max(0, ...tenants) / PER_SECOND / 60));
};

/** The dry run, for the officer who is about to ask. */
export const roundDraftView = (
  reading: Reading,
  { state, units, reachable, cardBytes, deadline }: RoundPreview,
  date: PlainDate,
): RoundDraftView => {
  const asked = new Set(units.flatMap((ask) => ask.respondents));
  const regions = new Set(units.map((ask) => ask.region));
  return {
    card: 'round-draft',
    asOf: reading.now,
    item: head(reading, state),
    deadline: date,
    doubts: doubtsAbout(date, reading),
    deadlineAt: deadline satisfies Instant,
    units: units.map((ask) => ({
      unitName: unitName(ask.unit),
      region: regionName(reading, ask.region),
      respondents: ask.respondents.map((person) => ({
        name: nameOf(reading, person),
        reachable: reachable.has(person),
      })),
    })),
    regionsWithoutUnits: reading.governance.regions
      .filter((row) => !regions.has(row.region))
      .map((row) => regionName(reading, row.region)),
    people: asked.size,
    unreachable: [...asked].filter((person) => !reachable.has(person)).length,
    cardBytes,
    minutes: expectedMinutes([...asked].filter((person) => reachable.has(person))),
  };
};
