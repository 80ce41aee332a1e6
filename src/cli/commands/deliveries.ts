import type { CaseBody } from '#application/cases.ts';
import { listDeliveries } from '#application/deliveries.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { itemId, type RoundId, roundId } from '#domain/shared/ids.ts';
import type { CliContext } from '../context.ts';
import { DONE, notThere, type Outcome } from '../output.ts';

/** A round that nobody opened has no deliveries either, which would look as if nothing had been sent. */
const knownRound = async (store: DocumentStore, text: string): Promise<RoundId> => {
  const item = itemId(text.slice(0, Math.max(0, text.lastIndexOf('#'))));
  const history = (await store.get<CaseBody>('case', item))?.body.history ?? [];
  for (const { event } of history) {
    if (event.type === 'round-opened' && roundId(item, event.number) === text)
      return roundId(item, event.number);
  }
  throw notThere(`There is no round "${text}": give it as "round open" printed it, such as ITEM#1.`);
};

/** What was sent to whom and what came of it; `round` is `ITEM#n`. */
export const deliveries = async ({ store }: CliContext, round: string | undefined): Promise<Outcome> => {
  const lines = await listDeliveries(
    store,
    round === undefined ? {} : { round: await knownRound(store, round) },
  );
  return {
    exit: DONE,
    json: lines,
    text:
      lines.length === 0
        ? 'Nothing was sent and nothing waits: the server plans deliveries while it runs.'
        : lines
            .map(({ item, card, person, state, reason }) =>
              `${item} ${card} ${person} ${state} ${reason ?? ''}`.trim(),
            )
            .join('\n'),
  };
};
