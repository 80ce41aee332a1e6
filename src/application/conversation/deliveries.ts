import type { Refusal } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { asPersonId } from '#domain/shared/ids.ts';
import type { Result } from '#domain/shared/result.ts';
import type { Banner, DoneCode, View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import type { Delivering } from '../delivering.ts';
import type { MessageBody, Resolution } from '../ports/delivery.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Presenter } from '../presenter.ts';
import type { Answers } from './answers.ts';

/** The buttons of the officer's deliveries card; each answers with the card as it is then. */
export interface DeliveryCards {
  resolve(viewer: Person, message: string, as: Resolution): Promise<View>;
  stop(viewer: Person, item: ItemId): Promise<View>;
  resume(viewer: Person, item: ItemId): Promise<View>;
}

export interface DeliveryCardsOptions {
  readonly store: DocumentStore;
  readonly delivering: Delivering;
  readonly answers: Pick<Answers, 'deliveries'>;
  readonly presenter: Pick<Presenter, 'reading'>;
}

export const createDeliveryCards = (options: DeliveryCardsOptions): DeliveryCards => {
  const { store, delivering, answers, presenter } = options;
  const shown = async (viewer: Person, item: ItemId | null, banner: Banner): Promise<View> => ({
    ...(await answers.deliveries(viewer, item)),
    banner,
  });
  const outcome = (result: Result<unknown, Refusal>, what: DoneCode): Banner =>
    result.ok ? { kind: 'done', what } : { kind: 'refused', refusal: result.error };

  return {
    resolve: async (viewer, id, as) => {
      const result = await delivering.resolve(id, as, actorOf(viewer));
      const known = await store.get<MessageBody>('message', id);
      const item = known?.body.deliveries[0].subject.item ?? null;
      const resolved = known?.body.resolved;
      if (!result.ok && result.error.code === 'not-possible-now' && resolved) {
        // A colleague, or the same press once more.
        const { directory } = await presenter.reading(viewer);
        const by = directory.person(asPersonId(resolved.by))?.name ?? resolved.by;
        return shown(viewer, item, { kind: 'already', by, at: resolved.at });
      }
      return shown(viewer, item, outcome(result, as === 'again' ? 'delivery-again' : 'delivery-arrived'));
    },
    stop: async (viewer, item) =>
      shown(viewer, item, outcome(await delivering.cancel(item, actorOf(viewer)), 'push-cancelled')),
    resume: async (viewer, item) =>
      shown(viewer, item, outcome(await delivering.resume(item, actorOf(viewer)), 'push-resumed')),
  };
};
