import {
  isStanding,
  type Move,
  plannedMessage,
  type StoredMessage,
  superseded,
  updated,
  updating,
} from '#application/messages.ts';
import { allDocuments } from '#application/paging.ts';
import { type Delivery, type MessageBody, type Rendered, STANDING } from '#application/ports/delivery.ts';
import type { ConversationAddress, SendResult } from '#application/ports/teams.ts';
import { digestOf, later, waitFor, write } from './moves.ts';
import type { Context, Outcome } from './send.ts';

/** A replacement counts no attempts: what failed is tried again after the backoff's fourth step. */
const UPDATE_ATTEMPTS = 3;

/** The other messages on the same card. */
const companions = async ({ store }: Context, { id, body }: StoredMessage): Promise<StoredMessage[]> => {
  const found: StoredMessage[] = [];
  if (body.digest === undefined) return found;
  const where = { person: body.person, state: STANDING };
  for await (const message of allDocuments<MessageBody>(store, { kind: 'message', where })) {
    if (message.body.digest === body.digest && message.id !== id) found.push(message);
  }
  return found;
};

const NTH = /~(\d+)$/;
/** The message that takes the place of a lost card: its id follows from the lost one's, so that two workers plan one. */
const replacementOf = ({ person, insteadOf, deliveries: [lost] }: MessageBody, context: Context) => {
  const nth = Number(NTH.exec(lost.notice)?.[1] ?? 0) + 1;
  const { subject, occasion, at } = lost;
  const notice = { id: `${lost.notice.replace(NTH, '')}~${nth}`, subject, occasion, at };
  return plannedMessage(person, notice, context.machineClock(), insteadOf);
};

/**
 * Replaces a standing card whose case changed, if the person would see a difference. A replacement may be repeated, so a
 * worker that dies in the middle only makes the next one say the same again.
 */
export const updateCard = async (
  context: Context,
  found: StoredMessage,
  to: ConversationAddress | null,
): Promise<Outcome> => {
  const { store, outbox, sender, logger, pacing, backoff, leaseMs, machineClock } = context;
  const leaseUntil = later(machineClock(), leaseMs);
  const mine = await write(store, found, (body) => updating(body, leaseUntil));
  if (!mine || !isStanding(mine.body.state)) return 'lost';
  const { id, body } = mine;
  const { activityId, shown } = mine.body.state;

  /** Somebody may have marked the card again meanwhile; as long as the lease is ours, the result is ours to write. */
  const finish = async (move: (known: StoredMessage) => Move): Promise<void> => {
    let known: StoredMessage | null = mine;
    while (known?.index.dueAt === leaseUntil) {
      const current: StoredMessage = known;
      if (await write(store, current, () => move(current))) return;
      known = await store.get<MessageBody>('message', id);
    }
  };
  const leaveAs = async (digest: string): Promise<Outcome> => {
    await finish((known) => updated(known.body, digest, known.index.pending === 1));
    return 'on';
  };
  const tryLater = async (wait: number): Promise<Outcome> => {
    await finish((known) => updating(known.body, later(machineClock(), wait)));
    return 'rest';
  };
  /** Its companions need not say the same again: whoever changed meanwhile stays marked, and is looked at anew. */
  const settle = async (others: readonly StoredMessage[], digest: string): Promise<void> => {
    for (const other of others) {
      await write(store, other, (known) => updated(known, digest, other.index.pending === 1));
    }
  };
  /** The card is no longer in the chat: once more, as a message of its own. */
  const replace = async (others: readonly StoredMessage[]): Promise<Outcome> => {
    const lost = [(await store.get<MessageBody>('message', id)) ?? mine, ...others];
    for (const message of lost) {
      const replacement = replacementOf(message.body, context);
      await store.put(replacement, null);
      const now = machineClock();
      await write(store, message, (known) => superseded(known, now, replacement.id));
    }
    logger.info({ message: id, lost: lost.length }, 'A card was lost from the chat and comes anew');
    return 'on';
  };

  const others = await companions(context, mine);
  const [first, ...rest] = [mine, ...others].flatMap((message) => message.body.deliveries);
  let rendered: Rendered | null;
  try {
    rendered = await outbox.render({
      id,
      person: body.person,
      deliveries: [first as Delivery, ...rest],
      ...(body.insteadOf === undefined ? {} : { insteadOf: body.insteadOf }),
      standing: true,
    });
  } catch (error) {
    logger.error({ err: error, message: id }, 'A sent card could not be rendered again');
    return tryLater(backoff.ceilingMs);
  }
  // Where nothing may be shown any more, or nothing can be reached, the old card stays: its buttons ask the case anyway.
  if (rendered === null || to === null || activityId === '') return leaveAs(shown);
  const digest = digestOf(rendered);
  if (digest === shown) return leaveAs(shown);
  const full = await pacing.reserve(to);
  if (full) return tryLater(full.wait);
  let result: SendResult;
  try {
    await pacing.leave(to);
    result = await sender.update(to, activityId, rendered.card, rendered.summary);
  } catch (error) {
    logger.error({ err: error, message: id }, 'Updating a card failed without saying how');
    return tryLater(backoff.ceilingMs);
  }
  switch (result.kind) {
    case 'sent':
      await settle(others, digest);
      return leaveAs(digest);
    case 'gone':
      return replace(others);
    case 'unreachable':
      logger.info({ message: id, reason: result.reason }, 'A sent card can no longer be updated');
      return leaveAs(shown);
    case 'retry':
    case 'unknown': {
      const wait = waitFor(backoff, UPDATE_ATTEMPTS, result.kind === 'retry' ? result.afterMs : null);
      if (result.kind === 'retry' && result.throttled) pacing.hold(to, wait);
      return tryLater(wait);
    }
  }
};
