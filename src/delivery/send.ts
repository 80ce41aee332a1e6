import {
  claimed,
  marked,
  replanned,
  retry,
  type StoredMessage,
  sending,
  sent,
  superseded,
  unknown,
  unreachable,
} from '#application/messages.ts';
import type { Rendered } from '#application/ports/delivery.ts';
import type { ConversationAddress, SendResult } from '#application/ports/teams.ts';
import { digestOf, later, waitFor, write } from './moves.ts';
import type { DeliveryWorkerOptions } from './options.ts';
import type { Pacing } from './pacing.ts';

export interface Context extends Omit<DeliveryWorkerOptions, 'pacing'> {
  readonly pacing: Pacing;
  readonly backoff: NonNullable<DeliveryWorkerOptions['backoff']>;
  readonly leaseMs: number;
  readonly worker: string;
  readonly stopping: () => boolean;
}

/** `lost`: another worker has it · `on`: the person's next message may follow · `rest`: not now. */
export type Outcome = 'lost' | 'on' | 'rest';

/** The card, or `null` when nothing is left to say, or `failed`: a bug must not hold up everybody else's messages. */
const render = async (context: Context, { id, body }: StoredMessage): Promise<Rendered | null | 'failed'> => {
  const [{ subject, occasion }] = body.deliveries;
  try {
    return await context.outbox.render(body.person, subject, occasion);
  } catch (error) {
    context.logger.error({ err: error, message: id }, 'A card could not be rendered');
    return 'failed';
  }
};

const request = async (
  context: Context,
  id: string,
  to: ConversationAddress,
  { card, summary }: Rendered,
): Promise<SendResult> => {
  try {
    const answer = context.sender.send(to, card, summary);
    await context.hooks?.('in-flight');
    return await answer;
  } catch (error) {
    context.logger.error({ err: error, message: id }, 'Sending failed without saying how');
    return { kind: 'unknown', reason: 'sender-failed' };
  }
};

const caseVersion = async ({ store }: Context, { body }: StoredMessage): Promise<string | null> =>
  (await store.get('case', body.deliveries[0].subject.item))?.etag ?? null;

/** A late answer: somebody gave this sending up as unknown, but it did arrive. */
const recordLate = async (context: Context, id: string, activityId: string, shown: string) => {
  const now = context.machineClock();
  const fresh = await context.store.get<StoredMessage['body']>('message', id);
  if (fresh) await write(context.store, fresh, (body) => sent(body, now, activityId, shown));
};

const record = async (
  context: Context,
  message: StoredMessage,
  to: ConversationAddress,
  result: SendResult,
  shown: string,
  caseAtRendering: string | null,
): Promise<Outcome> => {
  const { store, machineClock, logger, pacing, backoff } = context;
  const now = machineClock();
  const { id, body } = message;
  const who = { message: id, person: body.person };
  switch (result.kind) {
    case 'sent': {
      const { activityId } = result;
      const written = await write(store, message, (known) => sent(known, now, activityId, shown));
      if (!written) await recordLate(context, id, activityId, shown);
      // Marked only now: while it was on its way, whoever changed the case did not find it among the sent cards.
      else if ((await caseVersion(context, message)) !== caseAtRendering) await write(store, written, marked);
      return 'on';
    }
    case 'retry': {
      const attempts = 'attempts' in body.state ? body.state.attempts : 0;
      const wait = waitFor(backoff, attempts, result.afterMs);
      logger.info({ ...who, reason: result.reason, wait, attempts }, 'A message waits for another try');
      if (result.afterMs !== null) await pacing.hold(to, wait);
      await write(store, message, (known) => retry(known, later(now, wait), result.reason));
      return 'rest';
    }
    case 'unknown':
      logger.warn({ ...who, reason: result.reason }, 'A message may or may not have arrived');
      await write(store, message, (known) => unknown(known, now, result.reason));
      return 'rest';
    case 'unreachable':
      logger.warn({ ...who, reason: result.reason }, 'A person cannot be reached');
      await write(store, message, (known) => unreachable(known, now, result.reason));
      return 'on';
  }
};

/** One message from `planned` to its result. Each step is a conditional write, so that of two workers one goes on. */
export const sendMessage = async (
  context: Context,
  planned: StoredMessage,
  to: ConversationAddress,
): Promise<Outcome> => {
  const { store, hooks, worker, leaseMs, machineClock } = context;
  const lease = () => ({ worker, leaseUntil: later(machineClock(), leaseMs) });
  await hooks?.('before-claim');
  const mine = await write(store, planned, (body) => claimed(body, lease()));
  if (!mine) return 'lost';
  await hooks?.('claimed');
  const caseAtRendering = await caseVersion(context, mine);
  const rendered = await render(context, mine);
  const now = machineClock();
  if (rendered === 'failed') {
    const wait = waitFor(context.backoff, 'attempts' in mine.body.state ? mine.body.state.attempts : 0, null);
    await write(store, mine, (body) => retry(body, later(now, wait), 'render-failed'));
    return 'on';
  }
  if (rendered === null) {
    await write(store, mine, (body) => superseded(body, now));
    return 'on';
  }
  if (context.stopping()) {
    await write(store, mine, (body) => replanned(body, now));
    return 'rest';
  }
  const announced = await write(store, mine, (body) => sending(body, lease()));
  if (!announced) return 'lost';
  await hooks?.('sending');
  const result = await request(context, planned.id, to, rendered);
  await hooks?.('answered');
  return record(context, announced, to, result, digestOf(rendered), caseAtRendering);
};
