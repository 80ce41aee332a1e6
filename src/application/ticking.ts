import type { ItemId } from '#domain/shared/ids.ts';
import type { Cases } from './cases.ts';
import type { Clock } from './clock.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';
import { WITH_DOCUMENTS } from './record/queue.ts';
import type { Rules } from './rules.ts';

export interface Ticker {
  /**
   * Lets time do its part in every case that is due: reminders, silence, a climb. When other rows bind than before, every
   * open case is looked at first. Returns how many cases it looked at.
   */
  tick(): Promise<number>;
  /** Lets open cases follow the rows that bind now: new seats, a transfer. Returns how many it looked at. */
  follow(): Promise<number>;
}

export interface TickerOptions {
  readonly store: DocumentStore;
  readonly cases: Cases;
  readonly rules: Rules;
  readonly clock: Clock;
}

const BATCH = 50;
/** By which edition of the rules every open case has been looked at. */
const FOLLOWED = 'governance-followed';
interface Followed {
  readonly edition: string;
}

export const createTicker = ({ store, cases, rules, clock }: TickerOptions): Ticker => {
  const look = (id: string) => cases.execute(id as ItemId, { do: 'tick' }, { kind: 'clock' });
  let seen: string | null = null;

  const keep = async (edition: string): Promise<void> => {
    for (;;) {
      const known = await store.get<Followed>('setting', FOLLOWED);
      if (known?.body.edition === edition) return;
      const body: Followed = { edition };
      const document = { kind: 'setting', id: FOLLOWED, index: {}, body } as const;
      if ((await store.put(document, known?.etag ?? null)).ok) return;
    }
  };

  const follow = async (): Promise<number> => {
    const edition = await rules.edition(clock.now());
    if (edition === seen) return 0;
    const known = await store.get<Followed>('setting', FOLLOWED);
    let looked = 0;
    if (known?.body.edition !== edition) {
      const query = { kind: 'case', where: { state: WITH_DOCUMENTS } } as const;
      for await (const { id } of allDocuments(store, query)) {
        await look(id);
        looked += 1;
      }
      // Only now: whoever is interrupted looks at all of them again, and what was done is not done twice.
      await keep(edition);
    }
    seen = edition;
    return looked;
  };

  return {
    follow,
    tick: async () => {
      let looked = await follow();
      let after: string | undefined;
      do {
        const page = await store.query({
          kind: 'case',
          where: { dueBefore: clock.now() },
          limit: BATCH,
          ...(after ? { after } : {}),
        });
        for (const { id } of page.documents) {
          await look(id);
          looked += 1;
        }
        after = page.next;
      } while (after !== undefined);
      return looked;
    },
  };
};
