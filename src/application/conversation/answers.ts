import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import type { View } from '#rendering/views.ts';
import type { StatusQuery, Understanding } from '#status-query/query.ts';
import type { CaseBody, Cases } from '../cases.ts';
import { toBeReported } from '../council/cards.ts';
import { deliveryCounts, listDeliveries } from '../deliveries.ts';
import { unsignedSavings } from '../figures/unsigned.ts';
import { type Listed, listedIn } from '../listing.ts';
import { likeItems } from '../planning.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Presenter } from '../presenter.ts';
import type { Reading } from '../reading.ts';
import { EVER_ASKED } from '../record/queue.ts';
import { ownQueue } from '../record/registry-cards.ts';
import { interimOf } from '../reporting/interim.ts';
import type { ListFilter } from '../views/index.ts';
import * as views from '../views/index.ts';
import { refusedView } from '../views/message.ts';
import type { CandidateCards } from './candidate-cards.ts';
import type { FigureAnswers } from './figure-answers.ts';

/** Status questions answered from the store, within what the person may see. */
export interface Answers {
  answer(viewer: Person, understood: Understanding): Promise<View>;
  item(viewer: Person, item: ItemId): Promise<View>;
  history(viewer: Person, item: ItemId): Promise<View>;
  timeline(viewer: Person, item: ItemId): Promise<View>;
  deliveries(viewer: Person, item: ItemId | null): Promise<View>;
  items(viewer: Person, heading: 'plan' | 'items', filter: ListFilter, after?: string): Promise<View>;
  mine(viewer: Person): Promise<View>;
}

/** What has not arrived for certain. */
const UNCERTAIN = ['planned', 'claimed', 'sending', 'unknown', 'unreachable'] as const;
const OPEN = ['asked', 'escalated', 'committed', 'partly-committed'];
/** Until there is a contract somebody may be waited for: an award and a contract rest on decisions too. */
const UNDER_WAY = [
  ...OPEN,
  'initiated',
  'locked',
  'advertised',
  'evaluation',
  'awarded',
  'standstill',
  'appealed',
];

const filterOf = ({ region, period, category }: StatusQuery): ListFilter => ({
  ...(region ? { region } : {}),
  ...(period ? { from: period.from, to: period.to } : {}),
  ...(category ? { category } : {}),
});
export const createAnswers = (
  store: DocumentStore,
  cases: Cases,
  presenter: Presenter,
  candidates: Pick<CandidateCards, 'list'>,
  listing: () => Promise<readonly Listed[]>,
  figures: FigureAnswers,
): Answers => {
  const states = (found: readonly CaseBody[]) => found.map((body) => body.state);
  const ofItem = async (
    viewer: Person,
    item: ItemId,
    show: (reading: Reading, found: CaseBody) => View | Promise<View>,
  ): Promise<View> => {
    const [reading, found] = await Promise.all([presenter.reading(viewer), cases.load(item)]);
    if (found) return show(reading, found);
    return refusedView(reading.now, refuse('unknown-item', { item }));
  };
  /** The plan's own facts change with an import only; of the page that is shown everything is read anew. */
  const items: Answers['items'] = async (viewer, heading, filter, after) => {
    const [reading, plan] = await Promise.all([presenter.reading(viewer), listing()]);
    const listed = listedIn(plan, filter).map(({ id }) => id);
    const from = views.pageFrom(listed, after);
    const page = await Promise.all(listed.slice(from, from + views.PAGE).map((id) => cases.load(id)));
    const shown = states(page.filter((body) => body !== null));
    const more = from + views.PAGE < listed.length;
    return views.itemsPage(reading, shown, heading, filter, { total: listed.length, more });
  };
  const item: Answers['item'] = (viewer, id) =>
    ofItem(viewer, id, (reading, { state }) => views.itemView(reading, state));
  const timeline: Answers['timeline'] = (viewer, id) =>
    ofItem(viewer, id, async (reading, { state }) =>
      views.timelineView(reading, state, await likeItems(store, state.item)),
    );
  const history: Answers['history'] = (viewer, id) =>
    ofItem(viewer, id, (reading, found) => views.historyView(reading, found.state, found.history));
  const deliveries: Answers['deliveries'] = async (viewer, id) => {
    const reading = await presenter.reading(viewer);
    const found = id ? await cases.load(id) : null;
    const filter = id ? { item: id } : {};
    const [counts, problems] = await Promise.all([
      deliveryCounts(store, filter),
      listDeliveries(store, { ...filter, states: UNCERTAIN }),
    ]);
    return views.deliveriesView(reading, found?.state ?? null, counts, problems);
  };
  const mine: Answers['mine'] = async (viewer) => {
    const reading = await presenter.reading(viewer);
    const [open, unsigned, queue, toReport] = await Promise.all([
      cases.list({ state: UNDER_WAY }),
      unsignedSavings(store, viewer),
      ownQueue(cases, reading),
      toBeReported(cases, reading),
    ]);
    const known = new Set(open.map(({ state }) => state.item.id));
    const signing = await Promise.all(unsigned.filter((id) => !known.has(id)).map((id) => cases.load(id)));
    const waiting = [...open, ...signing.filter((body) => body !== null)];
    return views.mineView(reading, states(waiting), queue.lines.length, toReport);
  };

  /** Figures over several procurements; of a delår up to its decided last day. */
  const sums = async (
    viewer: Person,
    topic: 'share' | 'savings' | 'costs' | 'net',
    { query, interim }: Understanding,
  ): Promise<View> => {
    const reading = await presenter.reading(viewer);
    const filter = filterOf(query);
    if (!interim) return figures.show(viewer, topic, 'figures', filter);
    const year = Number((query.period?.to ?? dateOf(reading.now)).slice(0, 4));
    const named = interimOf(reading.governance, year);
    return named.ok
      ? figures.show(viewer, topic, 'figures', { ...filter, ...named.value.period })
      : refusedView(reading.now, named.error);
  };

  const answer: Answers['answer'] = async (viewer, understood) => {
    const { query, choices, about } = understood;
    const { topic } = query;
    const reading = await presenter.reading(viewer);
    // Several items fit, and what was learnt may be about what they have in common.
    const said = topic === 'lessons' && about ? await figures.lessons(viewer, filterOf(query), about) : null;
    if (said?.card === 'findings' && said.face.kind === 'lessons' && said.face.about !== undefined)
      return said;
    if (!query.item && choices.length > 1) {
      const found = await Promise.all(choices.map((id) => cases.load(id)));
      const fitting = states(found.filter((body) => body !== null));
      return views.choiceView(reading, topic, fitting);
    }
    const only = query.item ? await cases.load(query.item) : null;
    const filter = filterOf(query);
    switch (topic) {
      case 'item':
        return query.item ? item(viewer, query.item) : views.notUnderstoodView(reading);
      case 'items':
        return items(viewer, 'items', filter);
      case 'unanswered': {
        const open = only ? [only] : await cases.list({ state: OPEN });
        return views.unansweredView(reading, states(open), filter, only?.state);
      }
      case 'objections':
      case 'escalations':
      case 'deviations': {
        const found = only ? [only] : await cases.list({ state: EVER_ASKED });
        return views.casesView(reading, topic, states(found), filter, only?.state);
      }
      case 'mine':
        return mine(viewer);
      case 'share':
        return sums(viewer, topic, understood);
      case 'authority':
        return views.authorityView(reading, only?.state ?? null, query.value);
      case 'deliveries':
        return deliveries(viewer, query.item ?? null);
      case 'history':
        return query.item ? history(viewer, query.item) : views.nothingView(reading, topic);
      case 'candidates':
        return candidates.list(viewer, filter, 0, query.item);
      case 'savings':
      case 'costs': {
        const of = topic === 'savings' ? 'saving' : 'cost';
        const own = only && views.figuresView(reading, only.state, of);
        if (own) return own;
        // Whoever may not see one item's figures is shown the item; sums over several are everybody's.
        return only
          ? views.itemView(reading, only.state)
          : sums(viewer, understood.net ? 'net' : topic, understood);
      }
      case 'lessons':
        return query.item
          ? figures.lessonsFor(viewer, query.item)
          : (said ?? figures.lessons(viewer, filter));
      case 'help':
        return views.helpView(reading, false);
      case 'none':
        return views.notUnderstoodView(reading);
      default:
        return never(topic);
    }
  };
  return { answer, item, history, timeline, deliveries, items, mine };
};
