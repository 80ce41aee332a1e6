import { type Move, type StoredMessage, updated, updating } from '#application/messages.ts';
import type { MessageBody, Rendered } from '#application/ports/delivery.ts';
import type { ConversationAddress, SendResult } from '#application/ports/teams.ts';
import { digestOf, later, waitFor, write } from './moves.ts';
import type { Context, Outcome } from './send.ts';

/** A replacement counts no attempts: what failed is tried again after the backoff's fourth step. */
const UPDATE_ATTEMPTS = 3;

/**
 * Replaces a sent card whose case changed, if the person would see a difference. A replacement may be repeated, so a
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
  if (mine?.body.state.name !== 'sent') return 'lost';
  const { id, body } = mine;
  const { activityId, shown } = mine.body.state;
  const [{ subject, occasion }] = body.deliveries;

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
  let rendered: Rendered | null;
  try {
    rendered = await outbox.render(body.person, subject, occasion, true);
  } catch (error) {
    logger.error({ err: error, message: id }, 'A sent card could not be rendered again');
    return tryLater(backoff.ceilingMs);
  }
  // Where nothing may be shown any more, or nothing can be reached, the old card stays: its buttons ask the case anyway.
  if (rendered === null || to === null || activityId === '') return leaveAs(shown);
  const digest = digestOf(rendered);
  if (digest === shown) return leaveAs(shown);
  const full = await pacing.reserve(to);
  if (full > 0) return tryLater(full);
  let result: SendResult;
  try {
    result = await sender.update(to, activityId, rendered.card, rendered.summary);
  } catch (error) {
    logger.error({ err: error, message: id }, 'Updating a card failed without saying how');
    return tryLater(backoff.ceilingMs);
  }
  switch (result.kind) {
    case 'sent':
      return leaveAs(digest);
    case 'unreachable':
      logger.info({ message: id, reason: result.reason }, 'A sent card can no longer be updated');
      return leaveAs(shown);
    case 'retry':
    case 'unknown': {
      const afterMs = result.kind === 'retry' ? result.afterMs : null;
      const wait = waitFor(backoff, UPDATE_ATTEMPTS, afterMs);
      if (afterMs !== null) await pacing.hold(to, wait);
      return tryLater(wait);
    }
  }
};
