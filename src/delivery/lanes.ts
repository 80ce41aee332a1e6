import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Queue } from '#application/ports/delivery.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { asPersonId, type Instant, type PersonId } from '#domain/shared/ids.ts';

/** Messages that are looked at together, of one round. */
const PAGE = 200;
/** Messages of all rounds that are looked through in one turn of the event loop. */
const DISCOVER_PAGE = 500;

/** `wait`: the tenant as a whole has to rest for so many milliseconds. */
export interface Served {
  readonly count: number;
  readonly wait?: number;
}

export interface LanesOptions {
  readonly store: DocumentStore;
  readonly machineClock: () => Instant;
  /** Conversations of one tenant that are served at the same time. */
  readonly concurrency: number;
  readonly stopping: () => boolean;
  /** Sends a person what is due for them. */
  readonly serve: (person: PersonId) => Promise<Served>;
  readonly failed: (error: unknown) => void;
  /** A tenant has to rest for so many milliseconds; its lane has ended, and whom it left waits to be found again. */
  readonly resting: (milliseconds: number) => void;
}

export interface Lanes {
  /** There is, or may be, something to send in these rounds; each tenant's lane starts where it is not under way. */
  open(queues: readonly Queue[]): void;
  /** Finds what is due in the store: after a start, for retries, and what other processes planned. */
  discover(): Promise<void>;
  /** Resolves when every lane has come to its end: how many messages were taken in hand since the last time. */
  idle(): Promise<number>;
  readonly active: () => number;
}

/** One round's people of one tenant, page by page. */
const createSource = ({ store, machineClock }: LanesOptions, { tenant, round }: Queue) => {
  const people: PersonId[] = [];
  const due = machineClock();
  let after: string | undefined;
  let ended = false;
  return {
    next: async (): Promise<PersonId | null> => {
      while (people.length === 0 && !ended) {
        const page = await store.indexes({
          kind: 'message',
          where: { state: ['planned'], region: tenant, parent: round, dueBefore: due },
          limit: PAGE,
          ...(after === undefined ? {} : { after }),
        });
        people.push(
          ...page.documents.flatMap(({ index }) => (index.person ? [asPersonId(index.person)] : [])),
        );
        after = page.next;
        ended = after === undefined;
      }
      return people.shift() ?? null;
    },
  };
};

/**
 * One lane per tenant, since each has a pace of its own: neither waits for the other. In a lane the rounds take turns,
 * one person each, so that a question to ten people does not wait behind one to ten thousand.
 */
export const createLanes = (options: LanesOptions): Lanes => {
  const { store, machineClock, concurrency, stopping, serve, failed, resting: rests } = options;
  const rounds = new Map<string, Map<string, ReturnType<typeof createSource>>>();
  const running = new Map<string, Promise<void>>();
  let count = 0;

  const run = async (tenant: string): Promise<void> => {
    const busy = new Set<PersonId>();
    let rest: number | null = null;
    let turn: Promise<unknown> = Promise.resolve();

    /** The next round's next person; a round that has nobody left leaves the rotation. */
    const take = async (): Promise<PersonId | null> => {
      const known = rounds.get(tenant);
      for (;;) {
        const first = known?.entries().next().value;
        if (!known || !first) return null;
        const [round, source] = first;
        known.delete(round);
        const person = await source.next();
        if (person === null) continue;
        // One that was opened anew meanwhile begins again after this turn.
        if (!known.has(round)) known.set(round, source);
        return person;
      }
    };
    const inTurn = (): Promise<PersonId | null> => {
      const taken = turn.then(take);
      turn = taken.catch(() => undefined);
      return taken;
    };
    const runner = async (): Promise<void> => {
      while (rest === null && !stopping()) {
        const person = await inTurn();
        if (person === null) return;
        if (busy.has(person)) continue;
        busy.add(person);
        try {
          const served = await serve(person);
          count += served.count;
          if (served.wait !== undefined) rest = Math.max(rest ?? 0, served.wait);
        } catch (error) {
          failed(error);
        } finally {
          busy.delete(person);
        }
      }
    };
    await Promise.all(
      Array.from({ length: concurrency }, async () => {
        try {
          await runner();
        } catch (error) {
          failed(error);
        }
      }),
    );
    if (rest === null) return;
    rounds.delete(tenant);
    rests(rest);
  };

  const start = (tenant: string): void => {
    if (running.has(tenant)) return;
    const lane = run(tenant).then(() => {
      running.delete(tenant);
      // Opened while the last runner was ending.
      if ((rounds.get(tenant)?.size ?? 0) > 0 && !stopping()) start(tenant);
    });
    running.set(tenant, lane);
  };

  const open = (queues: readonly Queue[]): void => {
    for (const queue of queues) {
      const known = rounds.get(queue.tenant) ?? new Map();
      known.set(queue.round, createSource(options, queue));
      rounds.set(queue.tenant, known);
    }
    for (const tenant of new Set(queues.map((queue) => queue.tenant))) start(tenant);
  };

  return {
    open,
    discover: async () => {
      const found = new Map<string, Queue>();
      const where = { state: ['planned'], dueBefore: machineClock() };
      let after: string | undefined;
      do {
        // Without the messages themselves: reading ten thousand would hold up whoever is to be sent to in these moments.
        const page = await store.indexes({
          kind: 'message',
          where,
          limit: DISCOVER_PAGE,
          ...(after === undefined ? {} : { after }),
        });
        for (const { index } of page.documents) {
          const { region: tenant, parent: round } = index;
          if (tenant === undefined || round === undefined) continue;
          if (!rounds.get(tenant)?.has(round)) found.set(`${tenant} ${round}`, { tenant, round });
        }
        after = page.next;
        // What is ready to leave leaves between two pages: a standstill is made good by a bunch, which Teams may refuse.
        await nextTurn();
      } while (after !== undefined && !stopping());
      open([...found.values()]);
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values());
      const done = count;
      count = 0;
      return done;
    },
    active: () => running.size,
  };
};
