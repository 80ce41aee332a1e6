import { listDeliveries } from '#application/deliveries.ts';
import type { RoundId } from '#domain/shared/ids.ts';
import type { CliContext } from '../context.ts';
import { DONE, type Outcome } from '../output.ts';

/** What was sent to whom and what came of it; `round` is `ITEM#n`. */
export const deliveries = async ({ store }: CliContext, round: string | undefined): Promise<Outcome> => {
  const lines = await listDeliveries(store, round === undefined ? {} : { round: round as RoundId });
  return {
    exit: DONE,
    json: lines,
    text: lines
      .map(({ item, card, person, state, reason }) =>
        `${item} ${card} ${person} ${state} ${reason ?? ''}`.trim(),
      )
      .join('\n'),
  };
};
