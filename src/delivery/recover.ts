import { lapsed, replanned, type StoredMessage, superseded } from '#application/messages.ts';
import { allDocuments } from '#application/paging.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import type { UnreachableReason } from '#application/ports/teams.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import { write } from './moves.ts';
import type { DeliveryWorkerOptions } from './options.ts';

type Options = Pick<DeliveryWorkerOptions, 'store' | 'machineClock' | 'logger' | 'addresses'>;

/** Oldest notice first. */
export const inOrder = (messages: readonly StoredMessage[]): StoredMessage[] => {
  const key = ({ body, id }: StoredMessage): string => `${body.deliveries[0].at} ${id}`;
  return messages.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** What dead workers left behind: how many messages. */
export const takeBack = async ({ store, machineClock, logger }: Options): Promise<number> => {
  let count = 0;
  const now = machineClock();
  const where = { state: ['claimed', 'sending'], dueBefore: now };
  for await (const message of allDocuments<MessageBody>(store, { kind: 'message', where })) {
    const left = await write(store, message, (body) => lapsed(body, now));
    if (!left) continue;
    count += 1;
    if (left.body.state.name === 'unknown') {
      logger.warn({ message: left.id, person: left.body.person }, 'A sending was broken off');
    }
  }
  return count;
};

/** Plans again what could not reach this person; how many messages that touched. */
export const rearmPerson = async ({ store, machineClock }: Options, person: PersonId): Promise<number> => {
  const waiting: StoredMessage[] = [];
  const where = { person, state: ['unreachable'] };
  for await (const message of allDocuments<MessageBody>(store, { kind: 'message', where }))
    waiting.push(message);
  // Whoever comes back after weeks gets each living card once, not once more for every reminder that was missed.
  const cards = new Set<string>();
  for (const message of inOrder(waiting)) {
    const card = JSON.stringify(message.body.deliveries[0].subject);
    const repeated = cards.has(card);
    cards.add(card);
    const now = machineClock();
    await write(store, message, (body) => (repeated ? superseded(body, now) : replanned(body, now)));
  }
  return waiting.length;
};

/** What an address that was learnt since puts right. */
const ELSEWHERE: readonly UnreachableReason[] = ['not-installed', 'uninstalled', 'no-conversation', 'moved'];

/** A process may have died between learning an address and planning again what waited for it. */
export const rearmReachable = async (options: Options): Promise<void> => {
  const people = new Set<PersonId>();
  const where = { state: ['unreachable'] };
  for await (const { body } of allDocuments<MessageBody>(options.store, { kind: 'message', where })) {
    const { state } = body;
    if (state.name === 'unreachable' && ELSEWHERE.includes(state.reason)) people.add(body.person);
  }
  for (const person of people) {
    if (await options.addresses.get(person)) await rearmPerson(options, person);
  }
};
