import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageId } from '#application/messages.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import type { DeliveryWorker } from '#delivery/worker.ts';
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
  type TestClock,
  teamsPerson,
  testClock,
  testOutbox,
  testWorker,
  untilIdle,
} from './support/delivering.ts';

const ANNA = teamsPerson(1);
const NOTICE = 'item:1:0';

let connector: ConnectorSimulator;
let file: TemporarySqlite;
let clock: TestClock;
let worker: DeliveryWorker;
beforeEach(async () => {
  connector = await startConnector();
  file = await temporarySqlite();
  clock = testClock();
  worker = testWorker(file.store, clock.now);
  await introduce(file.store, [ANNA], connector.url);
  await commit(file.store, 'item', { notices: asking('item', [ANNA]) });
  await untilIdle(worker);
});
afterEach(async () => {
  await connector.close();
  await file.dispose();
});

const texts = () => connector.shown(personalChat(ANNA)).map(({ summary }) => summary);
const methods = () => connector.received.map(({ method }) => method);
const message = () => file.store.get<MessageBody>('message', messageId(NOTICE, idOf(ANNA)));
/** Long enough for every wait of a worker. */
const nextTry = async () => {
  clock.pass(600_000);
  await untilIdle(testWorker(file.store, clock.now));
};

describe('a sent card', () => {
  it('is replaced when its case changed, and no second message comes', async () => {
    await commit(file.store, 'item', { says: 'second' });
    await untilIdle(worker);
    expect(texts()).toEqual(['item unit 0: second']);
    expect(methods()).toEqual(['POST', 'PUT']);
  });

  it('is left alone when the person would see no difference', async () => {
    await commit(file.store, 'item', {});
    await untilIdle(worker);
    expect(methods()).toEqual(['POST']);
    expect((await message())?.index.pending).toBeUndefined();
  });

  it('is left alone when only what its fingerprint leaves out has changed', async () => {
    const real = testOutbox(file.store, clock.now);
    const outbox: typeof real = {
      ...real,
      render: async (...of) => {
        const rendered = await real.render(...of);
        return rendered && { ...rendered, fingerprint: rendered.summary.split(',')[0] ?? '' };
      },
    };
    const other = testWorker(file.store, clock.now, { outbox });
    await commit(file.store, 'item', { says: 'second, today' });
    await untilIdle(other);
    await commit(file.store, 'item', { says: 'second, tomorrow' });
    await untilIdle(other);
    expect(texts()).toEqual(['item unit 0: second, today']);
    await commit(file.store, 'item', { says: 'third, tomorrow' });
    await untilIdle(other);
    expect(texts()).toEqual(['item unit 0: third, tomorrow']);
  });

  it('stays as it is when it may not be shown any more', async () => {
    await commit(file.store, 'item', { closed: true });
    await untilIdle(worker);
    expect(methods()).toEqual(['POST']);
    expect((await message())?.body.state.name).toBe('sent');
  });

  it.each([
    ['throttled', throttled(5)],
    ['refused for the moment', { kind: 'status', status: 412 } as const],
    ['answered by 502', serverError(502)],
    ['broken off', { kind: 'reset' } as const],
  ])('whose update was %s is updated later: a replacement may be repeated', async (_name, behaviour) => {
    connector.next([behaviour]);
    await commit(file.store, 'item', { says: 'second' });
    await untilIdle(worker);
    expect(texts()).toEqual(['item unit 0: first']);
    await nextTry();
    expect(texts()).toEqual(['item unit 0: second']);
    expect(methods()).toEqual(['POST', 'PUT', 'PUT']);
  });

  it('whose person blocked the bot stays sent, and is not tried again by itself', async () => {
    connector.next([forbidden('ConversationBlockedByUser')]);
    await commit(file.store, 'item', { says: 'second' });
    await untilIdle(worker);
    await nextTry();
    expect(methods()).toEqual(['POST', 'PUT']);
    expect((await message())?.body.state.name).toBe('sent');
  });

  it('is updated again by the next worker when one died between the update and recording it', async () => {
    await commit(file.store, 'item', { says: 'second' });
    const dead = new Error('killed');
    const store = { ...file.store };
    const dying = testWorker(store, clock.now, {
      sender: {
        ...sender(),
        update: async (...of) => {
          const result = await sender().update(...of);
          store.put = () => Promise.reject(dead);
          return result;
        },
      },
    });
    await expect(dying.runOnce()).rejects.toBe(dead);
    await nextTry();
    expect(methods()).toEqual(['POST', 'PUT', 'PUT']);
    expect(texts()).toEqual(['item unit 0: second']);
    await nextTry();
    expect(methods()).toHaveLength(3);
  });

  it('shows the latest when its case changes while it is being updated', async () => {
    await commit(file.store, 'item', { says: 'second' });
    const slow = testWorker(file.store, clock.now, {
      sender: {
        ...sender(),
        update: async (...of) => {
          if (JSON.stringify(of).includes('second')) {
            await commit(file.store, 'item', { says: 'third' });
            await untilIdle(testWorker(file.store, clock.now));
          }
          return sender().update(...of);
        },
      },
    });
    await untilIdle(slow);
    expect(texts()).toEqual(['item unit 0: third']);
  });

  it('shows the latest when its case changed while it was being sent', async () => {
    await commit(file.store, 'new', { notices: asking('new', [ANNA]) });
    const slow = testWorker(file.store, clock.now, {
      hooks: async (point) => {
        if (point !== 'sending') return;
        await commit(file.store, 'new', { says: 'second' });
        await untilIdle(testWorker(file.store, clock.now));
      },
    });
    await untilIdle(slow);
    expect(texts()).toEqual(['item unit 0: first', 'new unit 0: second']);
  });

  it('comes after new messages: what is asked matters more than how an old card looks', async () => {
    await commit(file.store, 'item', { says: 'second' });
    await commit(file.store, 'new', { notices: asking('new', [ANNA]) });
    await untilIdle(worker);
    expect(methods()).toEqual(['POST', 'POST', 'PUT']);
  });

  it('is replaced once by two workers', async () => {
    const people = Array.from({ length: 40 }, (_, index) => teamsPerson(100 + index));
    await introduce(file.store, people, connector.url);
    await commit(file.store, 'many', { notices: asking('many', people) });
    await untilIdle(worker);
    connector.reset();
    connector.on(({ method }) => ({ kind: 'status', status: 200, accept: true, body: { id: method } }));
    await commit(file.store, 'many', { says: 'second' });
    await Promise.all([untilIdle(worker), untilIdle(testWorker(file.store, clock.now))]);
    await untilIdle(worker);
    const updates = connector.received.map(({ conversationId }) => conversationId);
    expect(updates.toSorted()).toEqual(people.map(personalChat).toSorted());
  });
});
