import type { ItemId } from '#domain/shared/ids.ts';
import type { Cases } from './cases.ts';
import type { Clock } from './clock.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';

export interface Ticker {
  /** Lets time do its part in every case that is due: reminders, silence, a climb. Returns how many cases it looked at. */
  tick(): Promise<number>;
  /** The same for every escalated case, due or not: after the governance changed. */
  everyEscalated(): Promise<void>;
}

const BATCH = 50;

export const createTicker = (store: DocumentStore, cases: Cases, clock: Clock): Ticker => ({
  tick: async () => {
    let looked = 0;
    let after: string | undefined;
    do {
      const page = await store.query({
        kind: 'case',
        where: { dueBefore: clock.now() },
        limit: BATCH,
        ...(after ? { after } : {}),
      });
      for (const { id } of page.documents) {
        await cases.execute(id as ItemId, { do: 'tick' }, { kind: 'clock' });
        looked += 1;
      }
      after = page.next;
    } while (after !== undefined);
    return looked;
  },
  everyEscalated: async () => {
    const query = { kind: 'case', where: { state: ['escalated'] } } as const;
    for await (const { id } of allDocuments(store, query)) {
      await cases.execute(id as ItemId, { do: 'tick' }, { kind: 'clock' });
    }
  },
});
