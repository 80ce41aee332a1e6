import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { FindingsView } from '#rendering/views/findings.ts';
import type { View } from '#rendering/views.ts';
import type { CostRequest } from '#status-query/cost-requests.ts';
import type { Cases } from '../cases.ts';
import type { Presenter } from '../presenter.ts';
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
