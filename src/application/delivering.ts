import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import { type Actor, actorId, hasRole } from '#domain/shared/actor.ts';
import type { ItemId, PersonId } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { Clock } from './clock.ts';
import {
  cancelled,
  evidenced,
  isStanding,
  type Move,
  replanned,
  resolved,
  type StoredMessage,
} from './messages.ts';
import { allDocuments } from './paging.ts';
import type { MessageBody, Resolution } from './ports/delivery.ts';
import type { DocumentStore } from './ports/documents.ts';

/** What people do about deliveries, and what proves that one arrived. */
export interface Delivering {
  /** The messages of the card that carried this id, where they are this person's; the first is the one named. */
  carried(person: PersonId, id: string): Promise<readonly StoredMessage[]>;
  /**
   * Whoever pressed the card, or had it refreshed, has it: an `unknown` one is settled. `activityId`: the message in the
   * chat, where the channel names it.
   */
  pressed(messages: readonly StoredMessage[], activityId: string | null): Promise<void>;
  /** Teams' read receipt: everything up to that message has been seen. */
  read(person: PersonId, lastReadId: string): Promise<void>;
  /** An officer says what became of an `unknown` one. Refused: `not-allowed`, `not-possible-now` (it is known already). */
  resolve(id: string, as: Resolution, actor: Actor): Promise<Result<StoredMessage, Refusal>>;
  /** Stops what of the item has not left yet. The number of messages; what has left stays, and follows the case. */
  cancel(item: ItemId, actor: Actor): Promise<Result<number, Refusal>>;
  /** Sends what was stopped, as the case is now. The number of messages. */
  resume(item: ItemId, actor: Actor): Promise<Result<number, Refusal>>;
}

export interface DeliveringOptions {
  readonly store: DocumentStore;
  readonly machineClock: Clock;
  /** Notices of the item that are not yet messages become some, so that none escapes a stop. */
  readonly expand: () => Promise<unknown>;
  /** The worker has something to do. */
  readonly nudge: () => void;
}

/** Teams names messages by the millisecond at which they came; anything else is not compared. */
const moment = (id: string): number | null => (/^\d{10,16}$/.test(id) ? Number(id) : null);

export const createDelivering = (options: DeliveringOptions): Delivering => {
  const { store, machineClock, expand, nudge } = options;

  /** Writes a move on the newest version; null when it is legal no more. */
  const change = async (
    message: StoredMessage,
    move: (known: StoredMessage) => Move | null,
  ): Promise<StoredMessage | null> => {
    let known: StoredMessage | null = message;
    while (known) {
      const { kind, id, etag }: StoredMessage = known;
      const next = move(known);
      if (!next?.ok) return null;
      const written = await store.put({ kind, id, ...next.value }, etag);
      if (written.ok) return { kind, id, ...next.value, etag: written.value };
      known = await store.get<MessageBody>('message', id);
    }
    return null;
  };
  const seen = (message: StoredMessage, activityId = '') =>
    change(message, (known) => evidenced(known, 'seen', machineClock.now(), activityId));

  const officerOrOperator = (actor: Actor): Refusal | null =>
    actor.kind === 'operator' || hasRole(actor, 'officer')
      ? null
      : refuse('not-allowed', { role: 'officer' });

  const changeAll = async (
    item: ItemId,
    states: readonly string[],
    move: (known: StoredMessage) => Move,
  ): Promise<number> => {
    let count = 0;
    const where = { parent: item, state: states };
    for await (const message of allDocuments<MessageBody>(store, { kind: 'message', where })) {
      if (await change(message, move)) count += 1;
    }
    return count;
  };

  return {
    carried: async (person, id) => {
      const first = await store.get<MessageBody>('message', id);
      if (first?.body.person !== person) return [];
      const { digest } = first.body;
      if (digest === undefined) return [first];
      const others: StoredMessage[] = [];
      for await (const message of allDocuments<MessageBody>(store, { kind: 'message', where: { person } })) {
        if (message.body.digest === digest && message.id !== id) others.push(message);
      }
      return [first, ...others];
    },
    pressed: async (messages, activityId) => {
      // The first press is news; afterwards this costs nothing.
      await Promise.all(
        messages
          .filter(({ body: { state } }) => state.name === 'sent' || !isStanding(state))
          .map((message) => seen(message, activityId ?? '')),
      );
    },
    read: async (person, lastReadId) => {
      const last = moment(lastReadId);
      if (last === null) return;
      const where = { person, state: ['sent'] };
      for await (const message of allDocuments<MessageBody>(store, { kind: 'message', where })) {
        const { state } = message.body;
        const at = isStanding(state) ? moment(state.activityId) : null;
        if (at !== null && at <= last) await seen(message);
      }
    },
    resolve: async (id, as, actor) => {
      const right = officerOrOperator(actor);
      if (right) return fail(right);
      const known = await store.get<MessageBody>('message', id);
      if (!known || actor.kind !== 'person') return fail(refuse(known ? 'people-only' : 'unreadable-card'));
      const told = await change(known, ({ body }) => resolved(body, as, actor.id, machineClock.now()));
      if (!told) return fail(refuse('not-possible-now'));
      nudge();
      return ok(told);
    },
    cancel: async (item, actor) => {
      const right = officerOrOperator(actor);
      if (right) return fail(right);
      await expand();
      const by = actorId(actor);
      return ok(
        await changeAll(item, ['planned', 'claimed', 'unreachable'], ({ body }) =>
          cancelled(body, machineClock.now(), by),
        ),
      );
    },
    resume: async (item, actor) => {
      const right = officerOrOperator(actor);
      if (right) return fail(right);
      const count = await changeAll(item, ['cancelled'], ({ body }) => replanned(body, machineClock.now()));
      nudge();
      return ok(count);
    },
  };
};
