import { setTimeout as wait } from 'node:timers/promises';
import { STANDING } from '#application/ports/delivery.ts';
import type { DocumentStore } from '#application/ports/documents.ts';

const PATIENCE_MS = 30_000;
/** After any time that is ever due. */
const FAR = '9999-12-31T00:00:00.000Z';

/** Resolves once delivery has nothing left to do: no notice, no message on its way, no card to bring up to date. */
export const settled = async (store: DocumentStore): Promise<void> => {
  const open = async (): Promise<number> => {
    // In the order in which work moves on, so that none is missed in between.
    const notices = await store.count({ kind: 'case', where: { pending: 1 } });
    const messages = await store.count({
      kind: 'message',
      where: { state: ['planned', 'claimed', 'sending'] },
    });
    const marked = await store.count({ kind: 'message', where: { state: STANDING, pending: 1 } });
    const updating = await store.count({ kind: 'message', where: { state: STANDING, dueBefore: FAR } });
    return notices + messages + marked + updating;
  };
  const until = Date.now() + PATIENCE_MS;
  while ((await open()) > 0) {
    if (Date.now() > until) throw new Error(`Delivery has not settled in ${PATIENCE_MS} ms`);
    await wait(5);
  }
};
