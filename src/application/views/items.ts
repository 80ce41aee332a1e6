import { entries, isGiven } from '#domain/coordination/answer.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import { plannedStart } from '#domain/plan/item.ts';
import type { PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { ChoiceView, ItemLine, ItemsView, ItemView } from '#rendering/views.ts';
import type { Topic } from '#status-query/query.ts';
import type { Reading } from '../reading.ts';
import { escalationLine, head, nameOf, regionName, regionSummaries, unitLine } from './parts.ts';
import { answersFor, readsAll, readsEntry } from './visibility.ts';

/** What narrows a list. */
export interface ListFilter {
  readonly region?: RegionId;
  readonly plan?: number;
  /** Inclusive, on the planned start. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly category?: string;
}

export const itemLine = (reading: Reading, state: KnownCase): ItemLine => {
  const { item } = state;
  const start = plannedStart(item);
  const units = isAsked(state) ? entries(state.round) : [];
  return {
    id: item.id,
    title: item.title,
    region: regionName(reading, item.region),
    status: state.status,
    ...(start ? { start } : {}),
    ...(item.value === undefined ? {} : { value: item.value }),
    ...(isAsked(state)
      ? {
          deadline: state.round.deadline,
          asked: units.length,
          answered: units.filter((entry) => isGiven(entry.answer)).length,
        }
      : {}),
  };
};

const byStart = (a: KnownCase, b: KnownCase): number => {
  const key = ({ item }: KnownCase) => `${plannedStart(item) ?? '9999'} ${item.title} ${item.id}`;
  return key(a) < key(b) ? -1 : 1;
};

const PAGE = 8;

/** In the order of planned start; `after` is the item that the page before ended with. */
export const itemsView = (
  reading: Reading,
  states: readonly KnownCase[],
  heading: ItemsView['heading'],
  filter: ListFilter,
  after?: string,
): ItemsView => {
  const sorted = states.toSorted(byStart);
  const from = after === undefined ? 0 : sorted.findIndex((state) => state.item.id === after) + 1;
  const page = sorted.slice(from, from + PAGE);
  const last = page.at(-1);
  const { region, ...rest } = filter;
  return {
    card: 'items',
    asOf: reading.now,
    heading,
    filter: { ...rest, ...(region ? { region: regionName(reading, region) } : {}) },
    total: sorted.length,
    items: page.map((state) => itemLine(reading, state)),
    ...(last && from + PAGE < sorted.length ? { after: last.item.id } : {}),
    mayAsk: reading.viewer.roles.includes('officer'),
  };
};

export const choiceView = (reading: Reading, topic: Topic, states: readonly KnownCase[]): ChoiceView => ({
  card: 'which-item',
  asOf: reading.now,
  topic,
  items: states.map((state) => itemLine(reading, state)),
});

const ASKABLE: readonly KnownCase['status'][] = ['draft', 'assessed', 'postponed'];

/** One item's state: unit by unit what the viewer may see, counts of the rest. */
export const itemView = (reading: Reading, state: KnownCase): ItemView => {
  const { viewer } = reading;
  const base = { card: 'item', asOf: reading.now, item: head(reading, state), status: state.status } as const;
  const may = {
    ask: viewer.roles.includes('officer') && ASKABLE.includes(state.status),
    openRound: isAsked(state) && readsAll(viewer),
  };
  if (!isAsked(state)) return { ...base, regions: [], units: [], may };
  const all = entries(state.round);
  const own = all.find((entry) => answersFor(viewer, entry));
  const settled = state.settlements.at(-1);
  return {
    ...base,
    owner: nameOf(reading, state.owner),
    deadline: state.round.deadline,
    regions: regionSummaries(reading, state),
    units: all
      .filter((entry) => readsEntry(viewer, state, entry))
      .map((entry) => unitLine(reading, state, entry)),
    ...escalationLine(state),
    ...(settled
      ? {
          settlement: {
            outcome: settled.outcome,
            at: settled.at,
            declining: settled.declining.map((region) => regionName(reading, region)),
          },
        }
      : {}),
    may,
    ...(own ? { own: { card: 'request', item: state.item.id, unit: own.unit } as const } : {}),
  };
};
