import { randomUUID } from 'node:crypto';
import {
  claimed,
  type Move,
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
import type { Delivery, MessageBody, Rendered } from '#application/ports/delivery.ts';
import type { ConversationAddress, SendResult, UnreachableReason } from '#application/ports/teams.ts';
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

/** What goes out as one card: a message, or several as a digest. */
export type Batch = readonly [StoredMessage, ...StoredMessage[]];
const isBatch = (messages: readonly StoredMessage[]): messages is Batch => messages.length > 0;

/** The card, or `null` when nothing is left to say, or `failed`: a bug must not hold up everybody else's messages. */
const render = async (context: Context, batch: Batch): Promise<Rendered | null | 'failed'> => {
  const [{ id, body }] = batch;
  const [first, ...others] = batch.flatMap((message) => message.body.deliveries);
  try {
    return await context.outbox.render({
      id,
      person: body.person,
      deliveries: [first as Delivery, ...others],
      ...(body.insteadOf === undefined ? {} : { insteadOf: body.insteadOf }),
      standing: false,
    });
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
    await context.pacing.leave(to);
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

/** Writes the same for each; those that were written, as they now stand. */
const writeAll = async (
  context: Context,
  messages: readonly StoredMessage[],
  move: (body: MessageBody) => Move,
): Promise<readonly StoredMessage[]> =>
  (await Promise.all(messages.map((message) => write(context.store, message, move)))).filter(
    (written) => written !== null,
  );

/** A late answer: somebody gave this sending up as unknown, or its reader was faster; but it did arrive. */
const recordLate = async (context: Context, id: string, activityId: string, shown: string) => {
  for (;;) {
    const fresh = await context.store.get<MessageBody>('message', id);
    if (!fresh || !sent(fresh.body, context.machineClock(), activityId, shown).ok) return;
    const now = context.machineClock();
    if (await write(context.store, fresh, (body) => sent(body, now, activityId, shown))) return;
  }
};

/** The deputy is asked before the person is given up: whoever dies in between does both again. */
export const giveUp = async (
  context: Context,
  message: StoredMessage,
  reason: UnreachableReason,
): Promise<boolean> => {
  const now = context.machineClock();
  const deputised = await context.outbox.deputise(message.body);
  context.logger.warn(
    { message: message.id, person: message.body.person, reason, deputised },
    'A person cannot be reached',
  );
  return (await write(context.store, message, (body) => unreachable(body, now, reason))) !== null;
};

const record = async (
  context: Context,
  message: StoredMessage,
  to: ConversationAddress,
  result: Exclude<SendResult, { kind: 'gone' }>,
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
      if (result.throttled) pacing.hold(to, wait);
      await write(store, message, (known) => retry(known, later(now, wait), result.reason));
      return 'rest';
    }
    case 'unknown':
      logger.warn({ ...who, reason: result.reason }, 'A message may or may not have arrived');
      await write(store, message, (known) => unknown(known, now, result.reason));
      return 'rest';
    case 'unreachable':
      await giveUp(context, message, result.reason);
      return 'on';
  }
};

/** Not shown for certain, since no byte has left. */
const putBack = async (
  context: Context,
  messages: readonly StoredMessage[],
  reason: string,
): Promise<void> => {
  const now = context.machineClock();
  await writeAll(context, messages, (body) => {
    const attempts = 'attempts' in body.state ? body.state.attempts : 0;
    return retry(body, later(now, waitFor(context.backoff, attempts, null)), reason);
  });
};

/**
 * One card from `planned` to its result. Each step is a conditional write per message, so that of two workers one goes on;
 * a message that another one has, or that was cancelled meanwhile, is not on the card.
 */
export const sendBatch = async (
  context: Context,
  planned: Batch,
  to: ConversationAddress,
): Promise<Outcome> => {
  const { hooks, worker, leaseMs, machineClock } = context;
  const lease = () => ({ worker, leaseUntil: later(machineClock(), leaseMs) });
  await hooks?.('before-claim');
  const digest = planned.length > 1 ? randomUUID() : undefined;
  const mine = await writeAll(context, planned, (body) => claimed(body, lease(), digest));
  if (!isBatch(mine)) return 'lost';
  await hooks?.('claimed');
  const versions = new Map<string, string | null>();
  for (const message of mine) versions.set(message.id, await caseVersion(context, message));
  const rendered = await render(context, mine);
  const now = machineClock();
  if (rendered === 'failed') {
    await putBack(context, mine, 'render-failed');
    return 'on';
  }
  const silent = (message: StoredMessage): boolean =>
    rendered === null || message.body.deliveries.every(({ id }) => rendered.omitted?.includes(id));
  await writeAll(context, mine.filter(silent), (body) => superseded(body, now));
  if (rendered === null) return 'on';
  const speaking = mine.filter((message) => !silent(message));
  if (context.stopping()) {
    await writeAll(context, speaking, (body) => replanned(body, now));
    return 'rest';
  }
  const announced = await writeAll(context, speaking, (body) => sending(body, lease()));
  if (!isBatch(announced)) return 'lost';
  if (announced.length < speaking.length) {
    // Somebody cancelled one of them: the card would say too much.
    await putBack(context, announced, 'changed-meanwhile');
    return 'on';
  }
  await hooks?.('sending');
  const result = await request(context, planned[0].id, to, rendered);
  await hooks?.('answered');
  const answer =
    result.kind === 'gone' ? ({ kind: 'unreachable', reason: 'no-conversation' } as const) : result;
  const shown = digestOf(rendered);
  const outcomes = await Promise.all(
    announced.map((message) => record(context, message, to, answer, shown, versions.get(message.id) ?? null)),
  );
  return outcomes.includes('rest') ? 'rest' : 'on';
};
