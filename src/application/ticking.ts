import type { ItemId } from '#domain/shared/ids.ts';
import type { Cases } from './cases.ts';
import type { Clock } from './clock.ts';
import type { DocumentStore } from './ports/documents.ts';

export interface Ticker {
  /** Lets time do its part in every case that is due: reminders, silence, a climb. Returns how many cases it looked at. */
  tick(): Promise<number>;
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
});
