import { regionsOf } from '#domain/authority/governance.ts';
import { seatsFor } from '#domain/authority/mandates.ts';
import { entries, isGiven } from '#domain/coordination/answer.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import { plannedStart } from '#domain/plan/item.ts';
import type { HistoryEntry } from '#domain/record/history.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { type PlainDate, unitName } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import type { AuthorityView, CasesView, HistoryView, ShareView, UnansweredView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import type { ListFilter } from './items.ts';
import { bodyName, head, nameOf, regionName } from './parts.ts';
import { isAnswerable } from './rights.ts';
import { answersFor, isSuperior, readsAll, readsDispute, readsEntry } from './visibility.ts';

const MOST = 10;

const within = (state: KnownCase, { from, to }: ListFilter): boolean => {
  const start = plannedStart(state.item);
  return (
    (from === undefined || (start !== undefined && start >= from)) &&
    (to === undefined || (start !== undefined && start <= to))
  );
};

/** Units that are still to answer, or kept silent: all of them for Inköp, one's own for everybody else. */
export const unansweredView = (
  reading: Reading,
  states: readonly KnownCase[],
  filter: ListFilter,
  item?: KnownCase,
): UnansweredView => {
  const { viewer } = reading;
  const lines = states
    .filter(isAsked)
    .filter((state) => isAnswerable(state) && within(state, filter))
    .flatMap((state) =>
      entries(state.round)
        .filter((entry) => !isGiven(entry.answer))
        .filter((entry) => filter.region === undefined || entry.region === filter.region)
        .filter((entry) => readsEntry(viewer, state, entry))
        .map((entry) => ({
          item: state.item.id,
          title: state.item.title,
          unitName: unitName(entry.unit),
          region: regionName(reading, entry.region),
          respondents: entry.respondents.map((person) => nameOf(reading, person)),
          deadline: entry.deadline,
          silent: entry.answer.kind === 'no-answer',
        })),
    )
    .sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
  return {
    card: 'unanswered',
    asOf: reading.now,
    filter: {
      ...(filter.region ? { region: regionName(reading, filter.region) } : {}),
      ...(item ? { item: head(reading, item) } : {}),
    },
    total: lines.length,
    lines: lines.slice(0, MOST),
  };
};

type CaseLine = CasesView['lines'][number];

const objectionLines = (reading: Reading, state: KnownCase, filter: ListFilter): CaseLine[] =>
  isAsked(state)
    ? entries(state.round).flatMap((entry): CaseLine[] => {
        if (entry.answer.kind !== 'objection') return [];
        if (filter.region !== undefined && entry.region !== filter.region) return [];
        const base = {
          item: state.item.id,
          title: state.item.title,
          region: regionName(reading, entry.region),
        };
        const { text } = entry.answer.texts;
        return readsEntry(reading.viewer, state, entry)
          ? [
              {
                ...base,
                unitName: unitName(entry.unit),
                reason: entry.answer.reason,
                at: entry.answer.at,
                ...(text ? { text } : {}),
              },
            ]
          : [base];
      })
    : [];

const escalationLines = (state: KnownCase): CaseLine[] =>
  state.status === 'escalated'
    ? [
        {
          item: state.item.id,
          title: state.item.title,
          level: state.escalation.level,
          due: state.escalation.due,
          at: state.escalation.openedAt,
        },
      ]
    : [];

const deviationLines = (reading: Reading, state: KnownCase, filter: ListFilter): CaseLine[] =>
  isAsked(state)
    ? state.settlements
        .filter((settled) => settled.outcome === 'deviate')
        .flatMap((settled) =>
          settled.declining
            .filter((region) => filter.region === undefined || region === filter.region)
            .map((region): CaseLine => {
              const decision = settled.decisions.find((taken) => taken.regions.includes(region));
              const reason = readsDispute(reading.viewer, state) ? decision?.texts.text : undefined;
              return {
                item: state.item.id,
                title: state.item.title,
                region: regionName(reading, region),
                outcome: settled.outcome,
                at: settled.at,
                ...(reason ? { text: reason } : {}),
              };
            }),
        )
    : [];

export const casesView = (
  reading: Reading,
  topic: CasesView['topic'],
  states: readonly KnownCase[],
  filter: ListFilter,
  item?: KnownCase,
): CasesView => {
  const lines = states
    .filter((state) => within(state, filter))
    .flatMap((state) => {
      switch (topic) {
        case 'objections':
          return objectionLines(reading, state, filter);
        case 'escalations':
          return filter.region === undefined || state.item.region === filter.region
            ? escalationLines(state)
            : [];
        case 'deviations':
          return deviationLines(reading, state, filter);
        default:
          return never(topic);
      }
    });
  return {
    card: 'cases',
    asOf: reading.now,
    topic,
    filter: {
      ...(filter.region ? { region: regionName(reading, filter.region) } : {}),
      ...(item ? { item: head(reading, item) } : {}),
      ...(filter.from ? { from: filter.from } : {}),
      ...(filter.to ? { to: filter.to } : {}),
    },
    total: lines.length,
    lines: lines.slice(0, MOST),
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
  const { seats, missing } = seatsFor(governance, 'coordinate', value, regionsOf(governance));
  return {
    card: 'authority',
    asOf: reading.now,
    ...(state ? { item: head(reading, state) } : {}),
    ...(value === undefined ? {} : { value }),
    seats: seats.map((seat) => ({
      regions: seat.regions.map((region) => regionName(reading, region)),
      holder: bodyName(reading, seat.body),
      ...(seat.kind === 'delegate' ? { person: nameOf(reading, seat.person) } : {}),
      rule: seat.rule,
      example: seat.example,
    })),
    missing: missing.map((region) => regionName(reading, region)),
  };
};

/** The latest first. Whoever does not read all sees their own unit's steps and those that concern everybody. */
export const historyView = (
  reading: Reading,
  state: KnownCase,
  history: readonly HistoryEntry[],
): HistoryView => {
  const { viewer } = reading;
  const own = isAsked(state)
    ? entries(state.round).filter((entry) => answersFor(viewer, entry) || isSuperior(viewer, entry))
    : [];
  const mine = new Set(own.map((entry) => entry.unit));
  const visible = history.filter(({ event }) => {
    if (readsAll(viewer)) return true;
    if ('unit' in event) return mine.has(event.unit);
    return event.type !== 'position-taken' && event.type !== 'conflict-declared';
  });
  const lines = visible.toReversed().map(({ event }) => ({
    at: event.at,
    by: nameOf(reading, event.by),
    type: event.type,
    ...('unit' in event ? { unitName: unitName(event.unit) } : {}),
  }));
  return {
    card: 'history',
    asOf: reading.now,
    item: head(reading, state),
    total: lines.length,
    lines: lines.slice(0, MOST),
  };
};

/** No contract is followed up yet, so nothing is counted as coordinated; the forecast is from commitments and says so. */
export const shareView = (reading: Reading, states: readonly KnownCase[], filter: ListFilter): ShareView => {
  const year = dateOf(reading.now).slice(0, 4);
  const from = filter.from ?? (`${year}-01-01` as PlainDate);
  const to = filter.to ?? (`${year}-12-31` as PlainDate);
  const planned = states.filter((state) => within(state, { from, to }));
  const committed = planned.filter(
    (state) => state.status === 'committed' || (state.status === 'locked' && state.participants.length > 1),
  );
  const possible = planned.filter((state) => state.status !== 'draft' && state.status !== 'not-possible');
  return {
    card: 'share',
    asOf: reading.now,
    from,
    to,
    contracted: 0,
    coordinated: 0,
    forecast: {
      items: planned.length,
      committedByAllRegions: committed.length,
      possible: possible.length,
    },
  };
};
