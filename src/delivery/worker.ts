import { randomUUID } from 'node:crypto';
import { type StoredMessage, unreachable } from '#application/messages.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import type { DocumentQuery } from '#application/ports/documents.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import { eachOf, write } from './moves.ts';
import { DEFAULT_BACKOFF, type DeliveryWorkerOptions } from './options.ts';
import { createPacing, TEAMS_PACING } from './pacing.ts';
import { inOrder, rearmPerson, rearmReachable, takeBack } from './recover.ts';
import { type Context, sendMessage } from './send.ts';
import { updateCard } from './update.ts';

export interface DeliveryWorker {
  /**
   * Does once what is due now: notices to messages, messages to people, changed cards to their new look. The number of
   * cases, messages and cards that it took in hand; 0 when nothing is due. Rejects, after doing the rest, when the store
   * or the outbox failed.
   */
  runOnce(): Promise<number>;
  /** Does so again and again: at least each second, at once after a nudge, and ten times a second while nudges go on. */
  start(): void;
  /** Lets what is being sent come to its result, gives back what is not, and ends. */
  stop(): Promise<void>;
  /** Something was committed. */
  nudge(): void;
  /** The person can be reached (again): after each new installation or message. Cheap when nothing waits. */
  rearm(person: PersonId): Promise<void>;
}

const LONGEST_SLEEP_MS = 1_000;
/** While people press, a case that is answered several times is looked at once, and their buttons come first. */
const REST_MS = 100;
const EXPAND_AT_ONCE = 100;
const PAGE = 200;

const byPerson = (messages: readonly StoredMessage[]): ReadonlyMap<PersonId, StoredMessage[]> =>
  Map.groupBy(inOrder(messages), (message) => message.body.person);

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

  const rearm = async (person: PersonId): Promise<void> => {
    if ((await rearmPerson(options, person)) > 0) nudge();
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
    await step(() => takeBack(options));
    await step(() => workOff({ state: ['planned'], dueBefore: machineClock() }, sendTo, failed));
    await step(() => workOff({ state: ['sent'], pending: 1 }, updateFor, failed));
    await step(() => workOff({ state: ['sent'], dueBefore: machineClock() }, updateFor, failed));
    return count;
  };

  let resting = false;
  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const loop = async (): Promise<void> => {
    const failed = (error: unknown) => logger.error({ err: error }, 'Delivery failed for the moment');
    await rearmReachable(options).catch(failed);
    while (!stopping) {
      nudged = false;
      let failures = 0;
      const count = await pass((error) => {
        failures += 1;
        failed(error);
      });
      if (stopping) break;
      if (nudged) {
        resting = true;
        await sleep(REST_MS);
        resting = false;
      } else if (count === 0 || failures > 0) await sleep(LONGEST_SLEEP_MS);
    }
  };

  const nudge = (): void => {
    nudged = true;
    if (!resting) wake();
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
