import { randomUUID } from 'node:crypto';
import { lapsed, replanned, type StoredMessage, superseded, unreachable } from '#application/messages.ts';
import { allDocuments } from '#application/paging.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import type { DocumentQuery } from '#application/ports/documents.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import { eachOf, write } from './moves.ts';
import { DEFAULT_BACKOFF, type DeliveryWorkerOptions } from './options.ts';
import { createPacing, TEAMS_PACING } from './pacing.ts';
import { type Context, sendMessage } from './send.ts';
import { updateCard } from './update.ts';

export interface DeliveryWorker {
  /**
   * Does once what is due now: notices to messages, messages to people, changed cards to their new look. The number of
   * cases, messages and cards that it took in hand; 0 when nothing is due. Rejects, after doing the rest, when the store
   * or the outbox failed.
   */
  runOnce(): Promise<number>;
  /** Does so again and again, at least each second and at once after a nudge. */
  start(): void;
  /** Lets what is being sent come to its result, gives back what is not, and ends. */
  stop(): Promise<void>;
  /** Something was committed. */
  nudge(): void;
  /** The person can be reached (again): after each new installation or message. Cheap when nothing waits. */
  rearm(person: PersonId): Promise<void>;
}

const LONGEST_SLEEP_MS = 1_000;
const EXPAND_AT_ONCE = 50;
const PAGE = 200;

const byPerson = (messages: readonly StoredMessage[]): ReadonlyMap<PersonId, StoredMessage[]> => {
  const oldestFirst = messages.toSorted((a, b) => (firstAt(a) < firstAt(b) ? -1 : 1));
  return Map.groupBy(oldestFirst, (message) => message.body.person);
};
const firstAt = ({ body, id }: StoredMessage): string => `${body.deliveries[0].at} ${id}`;

export const createDeliveryWorker = (options: DeliveryWorkerOptions): DeliveryWorker => {
  const { store, outbox, addresses, machineClock, logger, hooks, concurrency = 16 } = options;
  let stopping = false;
  let nudged = false;
  let wake: () => void = () => undefined;
  let running: Promise<void> | null = null;

  const context: Context = {
    ...options,
    pacing: createPacing(options.pacing ?? TEAMS_PACING),
    backoff: options.backoff ?? DEFAULT_BACKOFF,
    leaseMs: options.leaseMs ?? 60_000,
    worker: randomUUID(),
    stopping: () => stopping,
  };
  const messages = (where: NonNullable<DocumentQuery['where']>) =>
    allDocuments<MessageBody>(store, { kind: 'message', where });

  const rearm = async (person: PersonId): Promise<void> => {
    const waiting: StoredMessage[] = [];
    for await (const message of messages({ person, state: ['unreachable'] })) waiting.push(message);
    // Whoever comes back after weeks gets each living card once, not once more for every reminder that was missed.
    const cards = new Set<string>();
    for (const message of waiting.toSorted((a, b) => (firstAt(a) < firstAt(b) ? -1 : 1))) {
      const card = JSON.stringify(message.body.deliveries[0].subject);
      const repeated = cards.has(card);
      cards.add(card);
      const now = machineClock();
      await write(store, message, (body) => (repeated ? superseded(body, now) : replanned(body, now)));
    }
    if (waiting.length > 0) nudge();
  };

  /** What dead workers left behind. */
  const takeBack = async (): Promise<number> => {
    let count = 0;
    const now = machineClock();
    for await (const message of messages({ state: ['claimed', 'sending'], dueBefore: now })) {
      const left = await write(store, message, (body) => lapsed(body, now));
      if (!left) continue;
      count += 1;
      if (left.body.state.name === 'unknown') {
        logger.warn({ message: left.id, person: left.body.person }, 'A sending was broken off');
      }
    }
    return count;
  };

  const sendTo = async (person: PersonId, due: readonly StoredMessage[]): Promise<number> => {
    const to = await addresses.get(person);
    let count = 0;
    if (!to) {
      for (const message of due) {
        const now = machineClock();
        if (await write(store, message, (body) => unreachable(body, now, 'no-conversation'))) count += 1;
      }
      // Somebody who arrived between the question and the writing was armed too early to be heard.
      if (await addresses.get(person)) await rearm(person);
      return count;
    }
    for (const message of due) {
      if (stopping || (await context.pacing.reserve(to)) > 0) break;
      const outcome = await sendMessage(context, message, to);
      if (outcome !== 'lost') count += 1;
      if (outcome === 'rest') break;
    }
    return count;
  };

  const updateFor = async (person: PersonId, marked: readonly StoredMessage[]): Promise<number> => {
    const to = await addresses.get(person);
    let count = 0;
    for (const message of marked) {
      if (stopping) break;
      // Another worker has it, or it waits for another try; both end at this instant.
      if ((message.index.dueAt ?? '') > machineClock()) continue;
      const outcome = await updateCard(context, message, to);
      if (outcome !== 'lost') count += 1;
      if (outcome === 'rest') break;
    }
    return count;
  };

  /** All that fit, page by page, each person's in order and several people at a time. */
  const workOff = async (
    where: NonNullable<DocumentQuery['where']>,
    work: (person: PersonId, messages: readonly StoredMessage[]) => Promise<number>,
    failed: (error: unknown) => void,
  ): Promise<number> => {
    let count = 0;
    let after: string | undefined;
    do {
      const page = await store.query<MessageBody>({
        kind: 'message',
        where,
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      await eachOf(byPerson(page.documents), concurrency, async ([person, theirs]) => {
        try {
          const done = await work(person, theirs);
          count += done;
        } catch (error) {
          failed(error);
        }
      });
      after = page.next;
    } while (after !== undefined && !stopping);
    return count;
  };

  const pass = async (failed: (error: unknown) => void): Promise<number> => {
    let count = 0;
    const step = async (work: () => Promise<number>): Promise<void> => {
      if (stopping) return;
      try {
        const done = await work();
        count += done;
      } catch (error) {
        failed(error);
      }
    };
    await hooks?.('before-expand');
    await step(() => outbox.expand(EXPAND_AT_ONCE));
    await step(takeBack);
    await step(() => workOff({ state: ['planned'], dueBefore: machineClock() }, sendTo, failed));
    await step(() => workOff({ state: ['sent'], pending: 1 }, updateFor, failed));
    await step(() => workOff({ state: ['sent'], dueBefore: machineClock() }, updateFor, failed));
    return count;
  };

  /** A process may have died between learning an address and arming what waited for it. */
  const rearmReachable = async (): Promise<void> => {
    const people = new Set<PersonId>();
    for await (const { body } of messages({ state: ['unreachable'] })) {
      if (body.state.name === 'unreachable' && body.state.reason === 'no-conversation')
        people.add(body.person);
    }
    for (const person of people) if (await addresses.get(person)) await rearm(person);
  };

  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, LONGEST_SLEEP_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const loop = async (): Promise<void> => {
    const failed = (error: unknown) => logger.error({ err: error }, 'Delivery failed for the moment');
    await rearmReachable().catch(failed);
    while (!stopping) {
      nudged = false;
      let failures = 0;
      const count = await pass((error) => {
        failures += 1;
        failed(error);
      });
      if (!stopping && !nudged && (count === 0 || failures > 0)) await sleep();
    }
  };

  const nudge = (): void => {
    nudged = true;
    wake();
  };

  return {
    runOnce: async () => {
      const failures: unknown[] = [];
      const count = await pass((error) => failures.push(error));
      if (failures.length > 0) throw failures[0];
      return count;
    },
    start: () => {
      if (running) return;
      stopping = false;
      running = loop();
    },
    stop: async () => {
      stopping = true;
      wake();
      await running;
      running = null;
    },
    nudge,
    rearm,
  };
};
