import { entries, isGiven } from '#domain/coordination/answer.ts';
import { ownerOf } from '#domain/coordination/life-cycle.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import { type AskedCase, isAsked, isLocked, type KnownCase } from '#domain/coordination/state.ts';
import { plannedStart } from '#domain/plan/item.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { ChoiceView, ItemLine, ItemsView, ItemView } from '#rendering/views.ts';
import type { Topic } from '#status-query/query.ts';
import type { Reading } from '../reading.ts';
import { readsFigures } from './figures/shown.ts';
import type { ListFilter } from './filters.ts';
import { escalationLine, nameOf, ofItem, regionName, regionSummaries, unitLine } from './parts.ts';
import { may as mayDo } from './rights.ts';
import { mayChangeOwner } from './sharing.ts';
import { stage } from './stage.ts';
import { initiationFacts } from './stage-facts.ts';
import { tasksOf } from './tasks.ts';
import { answersFor, hasConflict, isInvolved, readsEntry, readsWhole } from './visibility.ts';

/** How far the answers have come is told to those who have a part in the case. */
export const itemLine = (reading: Reading, state: KnownCase): ItemLine => {
  const { item } = state;
  const start = plannedStart(item);
  const base = {
    id: item.id,
    title: item.title,
    region: regionName(reading, item.region),
    status: state.status,
    ...(start ? { start } : {}),
    ...(item.value === undefined ? {} : { value: item.value }),
  };
  if (!isInvolved(reading.viewer, state)) return base;
  const units = entries(state.round);
  return {
    ...base,
    deadline: state.round.deadline,
    asked: units.length,
    answered: units.filter((entry) => isGiven(entry.answer)).length,
  };
};

const alphabet = new Intl.Collator('sv');
/** By planned start, those without one last; then by title. */
const byStart = (a: KnownCase, b: KnownCase): number => {
  const [first = '9999', second = '9999'] = [plannedStart(a.item), plannedStart(b.item)];
  if (first !== second) return first < second ? -1 : 1;
  return alphabet.compare(a.item.title, b.item.title) || (a.item.id < b.item.id ? -1 : 1);
};

/** Items on a card. */
export const PAGE = 8;

/** In the order of planned start; `after` is the item that the page before ended with. */
export const itemsView = (
  reading: Reading,
  states: readonly KnownCase[],
  heading: ItemsView['heading'],
  filter: ListFilter,
  after?: string,
): ItemsView => {
  const sorted = states.toSorted(byStart);
  const from = pageFrom(
    sorted.map(({ item }) => item.id),
    after,
  );
  return itemsPage(reading, sorted.slice(from, from + PAGE), heading, filter, {
    total: sorted.length,
    more: from + PAGE < sorted.length,
  });
};

/** Where the page begins that follows the one that ended with that item. */
export const pageFrom = (ids: readonly ItemId[], after: string | undefined): number =>
  after === undefined ? 0 : ids.indexOf(after as ItemId) + 1;

/** One page of a list of which the rest was not read. */
export const itemsPage = (
  reading: Reading,
  page: readonly KnownCase[],
  heading: ItemsView['heading'],
  filter: ListFilter,
  { total, more }: { readonly total: number; readonly more: boolean },
): ItemsView => {
  const last = page.at(-1);
  const { region, ...rest } = filter;
  return {
    card: 'items',
    asOf: reading.now,
    heading,
    filter: { ...rest, ...(region ? { region: regionName(reading, region) } : {}) },
    total,
    items: page.map((state) => itemLine(reading, state)),
    ...(last && more ? { after: last.item.id } : {}),
    mayAsk: reading.viewer.roles.includes('officer'),
  };
};

export const choiceView = (reading: Reading, topic: Topic, states: readonly KnownCase[]): ChoiceView => ({
  card: 'which-item',
  asOf: reading.now,
  topic,
  items: states.map((state) => itemLine(reading, state)),
});

/** While the round is what there is to do, only whoever has a step of their own is led to the stage. */
const showsStage = (reading: Reading, state: KnownCase): boolean => {
  const view = stage(reading, state);
  return view !== null && (view.step !== undefined || isLocked(state) || 'exit' in state);
};

const mayDeclare = (reading: Reading, state: KnownCase): boolean =>
  !hasConflict(reading.viewer, state) && mayDo(reading, state, { do: 'declare-conflict', conflict: true });

const ASKABLE: readonly KnownCase['status'][] = ['draft', 'assessed', 'postponed'];

/** The viewer's own card of the item: what waits for them there, else their unit's. */
const ownCard = (reading: Reading, state: AskedCase): { own?: CardSubject } => {
  const [task] = tasksOf(reading, [state]);
  if (task) return { own: task.subject };
  const entry = entries(state.round).find((asked) => answersFor(reading.viewer, asked));
  return entry ? { own: { card: 'request', item: state.item.id, unit: entry.unit } } : {};
};

/**
 * One item's state: what is planned and where it stands for everybody; for those who have a part in the case counts of
 * all answers and, unit by unit, those that they may read.
 */
export const itemView = (reading: Reading, state: KnownCase): ItemView => {
  const { viewer } = reading;
  const base = { card: 'item', ...ofItem(reading, state), status: state.status } as const;
  const may = {
    ask: viewer.roles.includes('officer') && ASKABLE.includes(state.status) && !hasConflict(viewer, state),
    openRound: isAsked(state) && readsWhole(viewer, state),
    ...(showsStage(reading, state) ? { stage: true } : {}),
    ...(readsFigures(viewer, state) ? { figures: true } : {}),
    ...(mayDo(reading, state, { do: 'assess', possible: false, texts: { text: '…' } })
      ? { assess: true }
      : {}),
    ...(mayDeclare(reading, state) ? { conflict: true } : {}),
  };
  const initiation = initiationFacts(reading, state);
  if (!isAsked(state)) {
    const owner = ownerOf(state);
    return {
      ...base,
      ...(owner === null ? {} : { owner: nameOf(reading, owner) }),
      regions: [],
      units: [],
      may: { ...may, ...(mayChangeOwner(reading, state) ? { changeOwner: true } : {}) },
      initiation,
    };
  }
  const involved = isInvolved(viewer, state);
  const readable = entries(state.round).filter((entry) => readsEntry(viewer, state, entry));
  const settled = state.settlements.at(-1);
  return {
    ...base,
    owner: nameOf(reading, state.owner),
    deadline: state.round.deadline,
    regions: involved ? regionSummaries(reading, state) : [],
    units: readable.map((entry) => unitLine(reading, state, entry)),
    ...(involved ? escalationLine(reading, state) : {}),
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
    initiation,
    ...ownCard(reading, state),
  };
};
