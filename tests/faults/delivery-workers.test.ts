import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '#store/open.ts';
import { type ConnectorSimulator, startConnector } from '#support/connector/connector.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { startChild } from './support/children.ts';
import {
  asking,
  commit,
  introduce,
  messagesOf,
  shownCounts,
  stateOf,
  teamsPerson,
  testClock,
  testWorker,
  unpaced,
  untilIdle,
} from './support/delivering.ts';

let connector: ConnectorSimulator;
let file: TemporarySqlite;
beforeEach(async () => {
  connector = await startConnector();
  file = await temporarySqlite();
});
afterEach(async () => {
  await connector.close();
  await file.dispose();
});

describe('several workers on one store', () => {
  const people = Array.from({ length: 300 }, (_, index) => teamsPerson(index));
  const expected = new Map(people.map((_, index) => [`item unit ${index}: first`, 1]));

  it('of one process deliver each of 300 messages exactly once', async () => {
    const other = await openStore(file.config);
    await introduce(file.store, people, connector.url);
    await commit(file.store, 'item', { notices: asking('item', people) });
    const { now } = testClock();
    await Promise.all([untilIdle(testWorker(file.store, now)), untilIdle(testWorker(other, now))]);
    await other.close();
    await untilIdle(testWorker(file.store, now));
    expect(shownCounts(connector)).toEqual(expected);
  });

  it('of three processes deliver each of 300 messages exactly once', async () => {
    await introduce(file.store, people, connector.url);
    await commit(file.store, 'item', { notices: asking('item', people) });
    const children = [1, 2, 3].map(() => startChild(file.path, 'end'));
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0, 0]);
    await untilIdle(testWorker(file.store, testClock().now));
    expect(shownCounts(connector)).toEqual(expected);
    expect([...(await messagesOf(file.store)).values()].every((state) => state.name === 'sent')).toBe(true);
  });
});

/** `expect.poll` would move the faked timers, which are to stand still. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise<void>((resolve) => setImmediate(resolve));
};

describe('a worker that runs', () => {
  const anna = teamsPerson(1);

  it('sends at once after a nudge, without waiting for the next second, and ends with everything recorded', async () => {
    await introduce(file.store, [anna], connector.url);
    // The worker's own sleep never ends: only the nudge can wake it.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const worker = testWorker(file.store, testClock().now);
      worker.start();
      await until(() => vi.getTimerCount() === 2);
      await commit(file.store, 'item', { notices: asking('item', [anna]) });
      worker.nudge();
      await until(() => connector.received.length === 1);
      await worker.stop();
    } finally {
      vi.useRealTimers();
    }
    expect(await stateOf(file.store, 'item:1:0', anna)).toMatchObject({ name: 'sent' });
  });

  it('sends to a tenant again as soon as its rest is over, while another tenant’s messages are under way', async () => {
    const OTHER = '22222222-2222-4222-8222-222222222222';
    const bo = teamsPerson(2, OTHER);
    await introduce(file.store, [anna, bo], connector.url);
    const held = Promise.withResolvers<null>();
    const asked: string[] = [];
    let resting = true;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const worker = testWorker(file.store, testClock().now, {
        pacing: {
          ...unpaced(),
          reserve: async ({ tenantId }) => {
            asked.push(tenantId);
            if (tenantId === OTHER) return held.promise;
            return resting ? { of: 'tenant', wait: 300 } : null;
          },
        },
      });
      worker.start();
      await until(() => vi.getTimerCount() === 2);
      await commit(file.store, 'item', { notices: asking('item', [anna, bo]) });
      worker.nudge();
      await until(() => asked.length === 2);
      // Both loops sleep, and the rest is counted.
      await until(() => vi.getTimerCount() === 3);
      resting = false;
      await vi.advanceTimersByTimeAsync(299);
      expect(connector.received).toHaveLength(0);
      await vi.advanceTimersByTimeAsync(1);
      await until(() => connector.received.length === 1);
      held.resolve(null);
      await until(() => connector.received.length === 2);
      await worker.stop();
    } finally {
      vi.useRealTimers();
    }
  });

  it('sends without a nudge what another process committed', async () => {
    await introduce(file.store, [anna], connector.url);
    const worker = testWorker(file.store, testClock().now);
    worker.start();
    await commit(file.store, 'item', { notices: asking('item', [anna]) });
    await expect.poll(() => connector.received.length, { timeout: 20_000 }).toBe(1);
    await worker.stop();
  });

  it('is stopped: what is being sent gets its result, what is only claimed is given back', async () => {
    const people = [1, 2].map((number) => teamsPerson(number));
    await introduce(file.store, people, connector.url);
    await commit(file.store, 'item', { notices: asking('item', people) });
    let claims = 0;
    let stopped: Promise<void> = Promise.resolve();
    const bothClaimed = Promise.withResolvers<void>();
    const firstLeft = Promise.withResolvers<void>();
    const worker = testWorker(file.store, testClock().now, {
      hooks: async (point) => {
        if (point === 'claimed') {
          claims += 1;
          // The second stays claimed until the first is being sent and the stop has come.
          if (claims === 2) {
            bothClaimed.resolve();
            await firstLeft.promise;
          } else await bothClaimed.promise;
        }
        if (point === 'in-flight') {
          stopped = worker.stop();
          firstLeft.resolve();
        }
      },
    });
    worker.start();
    await firstLeft.promise;
    await stopped;
    const states = [...(await messagesOf(file.store)).values()].map((state) => state.name);
    expect(states.toSorted()).toEqual(['planned', 'sent']);
    expect(connector.received).toHaveLength(1);
  });

  it('goes on after its store or outbox failed', async () => {
    await introduce(file.store, [anna], connector.url);
    await commit(file.store, 'item', { notices: asking('item', [anna]) });
    let failures = 0;
    const failing = { ...file.store };
    failing.query = (query) => {
      if (query.kind !== 'case' || failures >= 2) return file.store.query(query);
      failures += 1;
      return Promise.reject(new Error('The store is away'));
    };
    const worker = testWorker(failing, testClock().now);
    await expect(worker.runOnce()).rejects.toThrow('The store is away');
    worker.start();
    await expect.poll(() => connector.received.length, { timeout: 20_000 }).toBe(1);
    await worker.stop();
    expect(failures).toBe(2);
  });
});
