import { randomUUID } from 'node:crypto';
import type { StoredMessage } from '#application/messages.ts';
import { allDocuments } from '#application/paging.ts';
import { type MessageBody, STANDING } from '#application/ports/delivery.ts';
import type { DocumentQuery } from '#application/ports/documents.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import { createLanes, type Served } from './lanes.ts';
import { eachOf } from './moves.ts';
import { DEFAULT_BACKOFF, type DeliveryWorkerOptions } from './options.ts';
import { createPacing, MACHINE_TIME, TEAMS_PACING } from './pacing.ts';
import { inOrder, rearmPerson, rearmReachable, takeBack } from './recover.ts';
import { type Batch, type Context, giveUp, sendBatch } from './send.ts';
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
/** Cards that are brought up to date at the same time, beside what is sent. */
const UPDATES_AT_ONCE = 8;
/** One card holds so many requests at most; what is more comes as a second one. */
const LARGEST_DIGEST = 60;
/** How often the whole queue is looked through while lanes are under way. */
const DISCOVER_MS = 10_000;

const byPerson = (messages: readonly StoredMessage[]): ReadonlyMap<PersonId, StoredMessage[]> =>
  Map.groupBy(inOrder(messages), (message) => message.body.person);

export const createDeliveryWorker = (options: DeliveryWorkerOptions): DeliveryWorker => {
  const { store, outbox, addresses, machineClock, logger, hooks, concurrency = 32 } = options;
  const time = options.time ?? MACHINE_TIME;
  let stopping = false;
  let running: Promise<unknown> | null = null;

  const context: Context = {
    ...options,
    pacing: options.pacing ?? createPacing(TEAMS_PACING, time),
    backoff: options.backoff ?? DEFAULT_BACKOFF,
    leaseMs: options.leaseMs ?? 60_000,
    worker: randomUUID(),
    stopping: () => stopping,
  };

  const rearm = async (person: PersonId): Promise<void> => {
    if ((await rearmPerson(options, person)) > 0) nudge();
  };

  /** What goes out together: requests as one card, at the place of the first of them. */
  const batchesOf = (due: readonly StoredMessage[]): readonly Batch[] => {
    const bundled = due.filter(({ body }) => outbox.bundles(body.deliveries[0]));
    const digests = new Map<string, Batch>();
    for (let i = 0; i < bundled.length; i += LARGEST_DIGEST) {
      const [first, ...others] = bundled.slice(i, i + LARGEST_DIGEST);
      if (first) digests.set(first.id, [first, ...others]);
    }
    const inDigest = new Set(bundled.map(({ id }) => id));
    return due.flatMap((message): readonly Batch[] => {
      const digest = digests.get(message.id);
      return digest ? [digest] : inDigest.has(message.id) ? [] : [[message]];
    });
  };

  const serve = async (person: PersonId): Promise<Served> => {
    const found: StoredMessage[] = [];
    const where = { person, state: ['planned'], dueBefore: machineClock() };
    for await (const message of allDocuments<MessageBody>(store, { kind: 'message', where }))
      found.push(message);
    const due = inOrder(found);
    if (due.length === 0) return { count: 0 };
    const to = await addresses.get(person);
    let count = 0;
    if (!to) {
      const reason = (await addresses.hasLeft(person)) ? 'uninstalled' : 'not-installed';
      for (const message of due) if (await giveUp(context, message, reason)) count += 1;
      // Somebody who arrived between the question and the writing was armed too early to be heard.
      if (await addresses.get(person)) await rearm(person);
      return { count };
    }
    for (const batch of batchesOf(due)) {
      if (stopping) break;
      const full = await context.pacing.reserve(to);
      if (full) return { count, ...(full.of === 'tenant' ? { wait: full.wait } : {}) };
      const outcome = await sendBatch(context, batch, to);
      if (outcome !== 'lost') count += batch.length;
      if (outcome === 'rest') break;
    }
    return { count };
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

  type Failed = (error: unknown) => void;
  /** All cards that fit, page by page, each person's in order and several people at a time. */
  const updateAll = async (where: NonNullable<DocumentQuery['where']>, failed: Failed): Promise<number> => {
    let count = 0;
    let after: string | undefined;
    do {
      const page = await store.query<MessageBody>({
        kind: 'message',
        where,
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      await eachOf(byPerson(page.documents), UPDATES_AT_ONCE, async ([person, theirs]) => {
        try {
          const done = await updateFor(person, theirs);
          count += done;
        } catch (error) {
          failed(error);
        }
      });
      after = page.next;
    } while (after !== undefined && !stopping);
    return count;
  };
  const updates = async (failed: Failed): Promise<number> =>
    (await updateAll({ state: STANDING, pending: 1 }, failed)) +
    (await updateAll({ state: STANDING, dueBefore: machineClock() }, failed));

  let failedNow: Failed = () => undefined;
  let discovered = Number.NEGATIVE_INFINITY;
  /** Called off when the worker stops. */
  const rests = new Set<() => void>();
  const lanes = createLanes({
    store,
    machineClock,
    concurrency,
    stopping: () => stopping,
    serve,
    failed: (error) => failedNow(error),
    resting: (milliseconds) => {
      if (!running) return;
      const off = time.after(milliseconds, () => {
        rests.delete(off);
        discovered = Number.NEGATIVE_INFINITY;
        planner.wake();
      });
      rests.add(off);
    },
  });

  const guarded = async (work: () => Promise<number>, failed: Failed): Promise<number> => {
    if (stopping) return 0;
    try {
      return await work();
    } catch (error) {
      failed(error);
      return 0;
    }
  };
  const expand = async (): Promise<number> => {
    await hooks?.('before-expand');
    const { cases, queues } = await outbox.expand(EXPAND_AT_ONCE);
    lanes.open(queues);
    return cases;
  };

  /** A loop that sleeps until it is woken, and not longer than a second. */
  const createLoop = (work: (failed: Failed) => Promise<number>, failed: Failed) => {
    let nudged = false;
    let wake: () => void = () => undefined;
    let resting = false;
    const sleep = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        const off = time.after(milliseconds, resolve);
        wake = () => {
          off();
          resolve();
        };
      });
    return {
      nudge: () => {
        nudged = true;
        if (!resting) wake();
      },
      wake: () => wake(),
      run: async (): Promise<void> => {
        while (!stopping) {
          nudged = false;
          let failures = 0;
          const count = await work((error) => {
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
      },
    };
  };

  const failed: Failed = (error) => logger.error({ err: error }, 'Delivery failed for the moment');
  /** What is new goes to its lanes, which run by themselves: a push of an hour keeps nobody else's question waiting. */
  const planner = createLoop(async (failing) => {
    const cases = await guarded(expand, failing);
    await guarded(() => takeBack(options), failing);
    if (lanes.active() === 0 || time.ticks() - discovered > DISCOVER_MS) {
      await guarded(async () => {
        await lanes.discover();
        return 0;
      }, failing);
      discovered = time.ticks();
    }
    if (cases > 0) updater.nudge();
    return cases;
  }, failed);
  const updater = createLoop(updates, failed);

  const nudge = (): void => planner.nudge();

  return {
    runOnce: async () => {
      const failures: unknown[] = [];
      const failing: Failed = (error) => failures.push(error);
      failedNow = failing;
      let count = await guarded(expand, failing);
      count += await guarded(() => takeBack(options), failing);
      await guarded(async () => {
        await lanes.discover();
        return 0;
      }, failing);
      count += await lanes.idle();
      count += await guarded(() => updates(failing), failing);
      if (failures.length > 0) throw failures[0];
      return count;
    },
    start: () => {
      if (running) return;
      stopping = false;
      failedNow = failed;
      running = (async () => {
        await rearmReachable(options).catch(failed);
        await Promise.all([planner.run(), updater.run()]);
        await lanes.idle();
      })();
    },
    stop: async () => {
      stopping = true;
      for (const off of rests) off();
      rests.clear();
      planner.wake();
      updater.wake();
      await running;
      running = null;
    },
    nudge,
    rearm,
  };
};
