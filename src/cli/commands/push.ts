import { COUNTED, type DeliveryCounts, deliveryCounts } from '#application/deliveries.ts';
import { type ItemId, itemId } from '#domain/shared/ids.ts';
import type { CliContext } from '../context.ts';
import { DONE, notThere, type Outcome, refusedBy } from '../output.ts';
import { sentenceOf } from '../refusals.ts';

const WIDTH = 30;
const LOOK_MS = 500;

const knownItem = async ({ store }: CliContext, text: string): Promise<ItemId> => {
  const item = itemId(text);
  if (await store.get('case', item)) return item;
  throw notThere(`No item has the id "${text}": see "deliveries" for those that were sent.`);
};

const totalOf = (counts: DeliveryCounts): number => COUNTED.reduce((sum, state) => sum + counts[state], 0);

/** What has not been announced is stopped, or goes on as the case is now; the server does the sending. */
export const movePush = async (
  context: CliContext,
  how: 'stop' | 'resume',
  text: string,
): Promise<Outcome> => {
  const item = await knownItem(context, text);
  const { delivering } = await context.samordna();
  const actor = await context.actor();
  const moved = await (how === 'stop' ? delivering.cancel(item, actor) : delivering.resume(item, actor));
  if (!moved.ok) throw refusedBy(sentenceOf(moved.error));
  const counts = await deliveryCounts(context.store, { item });
  const what = how === 'stop' ? 'stopped' : 'on their way again';
  return {
    exit: DONE,
    json: { item, messages: moved.value, counts },
    text: `${moved.value} messages ${what}`,
  };
};

/** Waits until nothing of the item is on its way, with a bar on stderr where somebody looks. */
export const watchPush = async (context: CliContext, text: string): Promise<Outcome> => {
  const item = await knownItem(context, text);
  for (;;) {
    const counts = await deliveryCounts(context.store, { item });
    const total = totalOf(counts);
    const done = total - counts.planned;
    if (process.stderr.isTTY) {
      const full = total === 0 ? WIDTH : Math.floor((WIDTH * done) / total);
      process.stderr.write(`\r[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done} of ${total} `);
    }
    if (counts.planned === 0) {
      if (process.stderr.isTTY) process.stderr.write('\n');
      const line = COUNTED.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`);
      return { exit: DONE, json: { item, counts }, text: line.join(', ') || 'Nothing was sent.' };
    }
    await new Promise((later) => setTimeout(later, LOOK_MS));
  }
};
