import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAddresses } from '#application/addresses.ts';
import type { DeliveryWorker } from '#delivery/worker.ts';
import { millisecondsOf } from '#domain/shared/calendar.ts';
import { personalChat } from '#support/connector/activities.ts';
import {
  type ConnectorSimulator,
  forbidden,
  serverError,
  startConnector,
  throttled,
} from '#support/connector/connector.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import {
  asking,
  commit,
  idOf,
  introduce,
  sender,
  shownCounts,
  stateOf,
  type TestClock,
  teamsPerson,
  testClock,
  testOutbox,
  testWorker,
  untilIdle,
} from './support/delivering.ts';

const ANNA = teamsPerson(1);
const BO = teamsPerson(2);
const NOTICE = 'item:1:0';

let connector: ConnectorSimulator;
let file: TemporarySqlite;
let clock: TestClock;
let worker: DeliveryWorker;
beforeEach(async () => {
  connector = await startConnector();
  file = await temporarySqlite();
  clock = testClock();
  worker = testWorker(file.store, clock.now, { sender: sender(300) });
  await introduce(file.store, [ANNA, BO], connector.url);
  await commit(file.store, 'item', { notices: asking('item', [ANNA]) });
});
afterEach(async () => {
  await connector.close();
  await file.dispose();
});
const state = () => stateOf(file.store, NOTICE, ANNA);

describe('a throttled message', () => {
  it('waits as long as the service asked for, and then arrives once', async () => {
    connector.next([throttled(7)]);
    const before = millisecondsOf(clock.now());
    await untilIdle(worker);
    const waiting = await state();
    expect(waiting).toMatchObject({ name: 'planned', attempts: 1, reason: 'http-429' });
    const notBefore = waiting?.name === 'planned' ? millisecondsOf(waiting.notBefore) : 0;
    expect(notBefore - before).toBeGreaterThanOrEqual(7_000);
    clock.pass(6_000);
    await untilIdle(testWorker(file.store, clock.now));
    expect(connector.received).toHaveLength(1);
    clock.pass(10_000);
    await untilIdle(testWorker(file.store, clock.now));
    expect([...shownCounts(connector).values()]).toEqual([1]);
    expect(await state()).toMatchObject({ name: 'sent' });
  });

  it('without a time is tried again and again, ever later, and is never given up', async () => {
    connector.on(() => throttled());
    for (let attempts = 1; attempts <= 12; attempts += 1) {
      await untilIdle(worker);
      const waiting = await state();
      expect(waiting).toMatchObject({ name: 'planned', attempts });
      const wait =
        waiting?.name === 'planned' ? millisecondsOf(waiting.notBefore) - millisecondsOf(clock.now()) : 0;
      expect(wait).toBeLessThanOrEqual(301_000);
      clock.pass(302_000);
    }
    expect(connector.received).toHaveLength(12);
    connector.on(() => undefined);
    await untilIdle(worker);
    expect(await state()).toMatchObject({ name: 'sent' });
  });

  it('holds back the next one to the same person, not the one to another', async () => {
    await commit(file.store, 'other', { notices: asking('other', [ANNA, BO]) });
    connector.next([throttled(60)], personalChat(ANNA));
    await untilIdle(worker);
    await untilIdle(worker);
    expect(connector.received.map(({ conversationId, accepted }) => [conversationId, accepted])).toEqual(
      expect.arrayContaining([
        [personalChat(ANNA), false],
        [personalChat(BO), true],
      ]),
    );
    expect(connector.received).toHaveLength(2);
  });
});

describe('a message that may have arrived', () => {
  it.each([500, 502, 503])('after %i is unknown, and is not sent again', async (status) => {
    connector.next([serverError(status, true)]);
    await untilIdle(worker);
    clock.pass(86_400_000);
    await untilIdle(worker);
    expect(await state()).toMatchObject({ name: 'unknown', reason: `http-${status}` });
    expect(connector.received).toHaveLength(1);
  });

  it('after a broken connection is unknown', async () => {
    connector.next([{ kind: 'reset', accept: true }]);
    await untilIdle(worker);
    expect(await state()).toMatchObject({ name: 'unknown' });
    expect(connector.received).toHaveLength(1);
  });

  it('takes one request of a pass: a silent conversation does not hold up the others for each of its messages', async () => {
    await commit(file.store, 'other', { notices: asking('other', [ANNA, BO]) });
    connector.next([serverError(), serverError()], personalChat(ANNA));
    await worker.runOnce();
    expect(connector.received.map(({ conversationId }) => conversationId).toSorted()).toEqual([
      personalChat(ANNA),
      personalChat(BO),
    ]);
  });

  it('is unknown when the sender breaks down', async () => {
    const broken = { ...sender(), send: () => Promise.reject(new Error('a bug')) };
    await untilIdle(testWorker(file.store, clock.now, { sender: broken }));
    expect(await state()).toMatchObject({ name: 'unknown', reason: 'sender-failed' });
  });

  it('becomes sent when its answer comes after another worker had given it up', async () => {
    const slow = testWorker(file.store, clock.now, {
      hooks: async (point) => {
        if (point !== 'answered') return;
        clock.pass(600_000);
        await untilIdle(testWorker(file.store, clock.now));
        expect(await state()).toMatchObject({ name: 'unknown', reason: 'no-answer-recorded' });
      },
    });
    await slow.runOnce();
    expect(await state()).toMatchObject({ name: 'sent', activityId: connector.received[0]?.activityId });
    expect(connector.received).toHaveLength(1);
  });
});

describe('a person who cannot be reached', () => {
  it.each([
    [forbidden('ConversationBlockedByUser'), 'blocked'],
    [forbidden('BotNotInConversationRoster'), 'uninstalled'],
    [forbidden('BotDisabledByAdmin'), 'disabled-by-admin'],
    [forbidden('ForbiddenOperationException'), 'forbidden'],
    [forbidden('Forbidden', 'MessageWritesBlocked'), 'writes-blocked'],
  ] as const)('is not tried again until they come back (%#: %s)', async (behaviour, reason) => {
    connector.next([behaviour]);
    await untilIdle(worker);
    clock.pass(86_400_000);
    await untilIdle(worker);
    expect(await state()).toMatchObject({ name: 'unreachable', reason });
    expect(connector.received).toHaveLength(1);
    await worker.rearm(idOf(ANNA));
    await untilIdle(worker);
    expect(await state()).toMatchObject({ name: 'sent' });
    expect([...shownCounts(connector).values()]).toEqual([1]);
  });

  it('without a conversation gets the card when they open one', async () => {
    const cecilia = teamsPerson(3);
    await commit(file.store, 'new', { notices: asking('new', [cecilia]) });
    await untilIdle(worker);
    expect(await stateOf(file.store, 'new:1:0', cecilia)).toMatchObject({
      name: 'unreachable',
      reason: 'not-installed',
    });
    await introduce(file.store, [cecilia], connector.url);
    await worker.rearm(idOf(cecilia));
    await untilIdle(worker);
    expect(shownCounts(connector).get('new unit 0: first')).toBe(1);
  });

  it('who arrives while the message is being parked is not missed', async () => {
    const cecilia = teamsPerson(3);
    await commit(file.store, 'new', { notices: asking('new', [cecilia]) });
    const real = createAddresses(file.store);
    let asked = 0;
    const addresses = {
      ...real,
      get: async (person: ReturnType<typeof idOf>) => {
        asked += person === idOf(cecilia) ? 1 : 0;
        if (person !== idOf(cecilia) || asked !== 1) return real.get(person);
        await introduce(file.store, [cecilia], connector.url);
        return null;
      },
    };
    await untilIdle(testWorker(file.store, clock.now, { addresses }));
    expect(shownCounts(connector).get('new unit 0: first')).toBe(1);
  });

  it('whose arrival was learnt just before a crash gets the card after the restart', async () => {
    const cecilia = teamsPerson(3);
    await commit(file.store, 'new', { notices: asking('new', [cecilia]) });
    await untilIdle(worker);
    await introduce(file.store, [cecilia], connector.url);
    const restarted = testWorker(file.store, clock.now);
    restarted.start();
    await expect.poll(() => shownCounts(connector).get('new unit 0: first'), { timeout: 20_000 }).toBe(1);
    await restarted.stop();
  });

  it('gets each card once when they come back, however many reminders were missed', async () => {
    const cecilia = teamsPerson(3);
    const notice = (id: string, unit: string) => ({ id, person: idOf(cecilia), unit });
    const missed = [notice('new:1:0', 'a'), notice('new:2:0', 'a'), notice('new:3:0', 'a')];
    await commit(file.store, 'new', { notices: [...missed, notice('new:4:0', 'b')] });
    await untilIdle(worker);
    await introduce(file.store, [cecilia], connector.url);
    await worker.rearm(idOf(cecilia));
    await untilIdle(worker);
    expect(shownCounts(connector).get('new a: first')).toBe(1);
    expect(shownCounts(connector).get('new b: first')).toBe(1);
  });
});

describe('a message that nobody took', () => {
  it('because nothing listens there waits and arrives once later', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const address = free.address();
    await new Promise((resolve) => free.close(resolve));
    const port = typeof address === 'object' && address ? address.port : 0;
    await introduce(file.store, [ANNA], `http://127.0.0.1:${port}/`);
    await untilIdle(worker);
    expect(await state()).toMatchObject({ name: 'planned', attempts: 1, reason: 'econnrefused' });
    await introduce(file.store, [ANNA], connector.url);
    clock.pass(10_000);
    await untilIdle(worker);
    expect([...shownCounts(connector).values()]).toEqual([1]);
  });

  it('because its card could not be made waits, and holds up nobody else', async () => {
    await commit(file.store, 'other', { notices: asking('other', [ANNA, BO]) });
    const real = testOutbox(file.store, clock.now);
    const outbox: typeof real = {
      ...real,
      render: async (what) => {
        if (what.deliveries[0].subject.item === 'item') throw new Error('a bug');
        return real.render(what);
      },
    };
    await untilIdle(testWorker(file.store, clock.now, { outbox }));
    expect(await state()).toMatchObject({ name: 'planned', attempts: 1, reason: 'render-failed' });
    expect([...shownCounts(connector).keys()].toSorted()).toEqual([
      'other unit 0: first',
      'other unit 1: first',
    ]);
  });

  it('because the round had closed is superseded, and nothing is sent', async () => {
    await commit(file.store, 'item', { closed: true, notices: asking('item', [ANNA]) });
    await untilIdle(worker);
    expect(await state()).toMatchObject({ name: 'superseded' });
    expect(connector.received).toEqual([]);
  });
});
