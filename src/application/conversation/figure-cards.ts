import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { FigureAction } from '#rendering/actions/figures.ts';
import { readAmount } from '#rendering/read-figures.ts';
import type { FindingsView } from '#rendering/views/findings.ts';
import type { View } from '#rendering/views.ts';
import type { CostRequest } from '#status-query/cost-requests.ts';
import type { Cases } from '../cases.ts';
import type { Presenter } from '../presenter.ts';
import { figureForm } from '../views/index.ts';
import { refusedView } from '../views/message.ts';
import { regionName } from '../views/parts.ts';
import type { Pressed } from './pressed.ts';

/** What somebody wrote that coordinating took: a card to note it with one tap, or to say which item is meant. */
export const costCard = async (
  { cases, presenter }: { readonly cases: Cases; readonly presenter: Presenter },
  pressed: Pressed,
  viewer: Person,
  { effort, category, item, choices }: CostRequest,
): Promise<View> => {
  const reading = await presenter.reading(viewer);
  const took =
    effort.kind === 'time' ? { seconds: effort.seconds, external: 0 } : { seconds: 0, external: effort.sek };
  const of = { ...(category ? { category } : {}), ...took, said: reading.now };
  if (item) return pressed(viewer, { verb: 'cost.show', item, ...of });
  const found = (await Promise.all(choices.map((id) => cases.load(id)))).filter((body) => body !== null);
  if (found.length === 0) {
    return refusedView(reading.now, refuse('cost-item-missing'));
  }
  return {
    card: 'findings',
    asOf: reading.now,
    face: {
      kind: 'cost-which',
      ...of,
      items: found.map(({ state }) => ({
        id: state.item.id,
        title: state.item.title,
        region: regionName(reading, state.item.region),
      })),
    },
  } satisfies FindingsView;
};

/**
 * What was typed on the form, asked about where the same was noted within half an hour, as what is written in the chat is;
 * null where it was not, and for a form that is sent a second time, which notes nothing.
 */
export const onceMoreCard = async (
  { cases, presenter }: { readonly cases: Cases; readonly presenter: Presenter },
  viewer: Person,
  { item, category, amount, said }: Extract<FigureAction, { verb: 'cost.send' }>,
): Promise<View | null> => {
  const [reading, found] = await Promise.all([presenter.reading(viewer), cases.load(item)]);
  const took = readAmount(amount, category);
  const costs = found?.state.figures?.costs ?? [];
  if (!found || !took || costs.some((one) => one.by === viewer.id && one.said === said)) return null;
  const form = figureForm(reading, found.state, { verb: 'cost.show', item, category, ...took, said });
  const asks = form.ok && form.value.face.kind === 'cost-confirm' && form.value.face.again !== undefined;
  return asks ? form.value : null;
};
