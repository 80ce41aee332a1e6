import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '#domain/directory/person.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Addresses } from './addresses.ts';
import { deliveryCounts, listDeliveries } from './deliveries.ts';
import type { DocumentStore } from './ports/documents.ts';
import type { CardSender, SendResult } from './ports/teams.ts';
import type { Presenter } from './presenter.ts';
import { deliveriesView } from './views/index.ts';

/** How a push goes, for the officer who started it: one card that is brought up to date while it runs. */
export interface Progress {
  /** Returns at once. A push that is over before the first look shows nothing: its answer has said it all. */
  follow(viewer: Person, item: ItemId, language: Language): void;
  /** Leaves the cards as they stand, with their button to see more. */
  end(): Promise<void>;
}

export interface ProgressOptions {
  readonly store: DocumentStore;
  readonly presenter: Pick<Presenter, 'reading' | 'reply'>;
  readonly addresses: Pick<Addresses, 'get'>;
  readonly sender: CardSender;
  /** The machine's milliseconds between two looks: two thirds of what Teams takes of one conversation in an hour. */
  readonly everyMs?: number;
}

/** Three hours: whoever could not be reached by then is tried again, and looked up by hand. */
const MOST_LOOKS = 3_600;

/**
 * Kept in this process only: after a restart the card stands still, and its button shows how it went. No failed update is
 * repeated, since the next look says more.
 */
export const createProgress = (options: ProgressOptions): Progress => {
  const { store, presenter, addresses, sender, everyMs = 3_000 } = options;
  const following = new Map<string, Promise<void>>();
  const ending = new AbortController();

  const look = async (viewer: Person, item: ItemId) => {
    const known = await store.get<{ readonly state: Parameters<typeof deliveriesView>[1] }>('case', item);
    const counts = await deliveryCounts(store, { item });
    const lines = await listDeliveries(store, { item, states: ['unknown', 'unreachable'] });
    return deliveriesView(await presenter.reading(viewer), known?.body.state ?? null, counts, lines);
  };

  const run = async (viewer: Person, item: ItemId, language: Language): Promise<void> => {
    let activityId: string | null = null;
    let shown: string | null = null;
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      await sleep(everyMs, undefined, { signal: ending.signal, ref: false });
      const view = await look(viewer, item);
      if (view.card !== 'deliveries') return;
      const isOver = view.counts.planned === 0;
      if (activityId === null && isOver) return;
      const to = await addresses.get(viewer.id);
      if (!to) return;
      const counts = JSON.stringify(view.counts);
      if (counts !== shown) {
        const { card, summary } = presenter.reply(view, language);
        const result: SendResult =
          activityId === null
            ? await sender.send(to, card, summary)
            : await sender.update(to, activityId, card, summary);
        if (result.kind === 'sent') {
          activityId ??= result.activityId;
          shown = counts;
        } else if (activityId === null || result.kind !== 'retry') return;
      }
      if (isOver && shown === counts) return;
    }
  };

  return {
    follow: (viewer, item, language) => {
      const key = `${viewer.id} ${item}`;
      if (following.has(key) || ending.signal.aborted) return;
      const followed = run(viewer, item, language)
        // Ended, or a store that is away for the moment: how it goes is still a question away.
        .catch(() => undefined)
        .finally(() => following.delete(key));
      following.set(key, followed);
    },
    end: async () => {
      ending.abort();
      await Promise.all(following.values());
    },
  };
};
