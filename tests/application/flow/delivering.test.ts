import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryCounts, listDeliveries } from '#application/deliveries.ts';
import { allDocuments } from '#application/paging.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import type { DeliveryPoint } from '#delivery/options.ts';
import { itemId } from '#domain/shared/ids.ts';
import { cardAction, personalChat, resent } from '#support/connector/activities.ts';
import { FORBIDDEN, serverError } from '#support/connector/connector.ts';
import { buttonsOf, dataOf, isRefused, textOf } from '#support/people/cards.ts';
import type { Name } from '#support/people/cast.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { at } from '#support/world.ts';
import { type Office, openOffice } from './office.ts';

const START = at('2026-11-23 09:00');
const DEADLINE = at('2026-12-04 23:59');
const OPERATOR = { kind: 'operator', name: 'test' } as const;

/** Delivery stands still at a point until the gate opens. */
let gate: { readonly point: DeliveryPoint; readonly opened: Promise<void> } | null = null;
const closedAt = (point: DeliveryPoint): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  gate = { point, opened: promise };
  return () => {
    gate = null;
    resolve();
  };
};

let file: TemporarySqlite;
let office: Office;
beforeAll(async () => {
  file = await temporarySqlite();
  office = await openOffice(file.store, START, async (point) => {
    if (gate?.point === point) await gate.opened;
  });
});
afterAll(async () => {
  await office.stop();
  await file.dispose();
});

const chatOf = (name: Name): string => {
  const [tenantId = '', objectId = ''] = office.people[name].id.split(':');
  return personalChat({ tenantId, objectId });
};
const ask = async (...items: readonly string[]): Promise<void> => {
  for (const item of items) {
    const opened = await office.samordna.rounds.open(itemId(item), DEADLINE, OPERATOR);
    if (!opened.ok) throw new Error(opened.error.code);
  }
};
const messagesOf = async (name: Name, item: string) => {
  const found: MessageBody[] = [];
  const where = { person: office.people[name].id, parent: item };
  for await (const { body } of allDocuments<MessageBody>(file.store, { kind: 'message', where }))
    found.push(body);
  return found;
};
const stateOf = async (name: Name, item: string) => (await messagesOf(name, item))[0]?.state;
const answersIn = async (item: string) =>
  ((await office.samordna.cases.load(itemId(item)))?.history ?? []).filter(
    ({ event }) => event.type === 'answered',
  );
/** All of them are planned before the first is sent. */
const askTogether = async (...items: readonly string[]): Promise<void> => {
  await office.settled();
  const open = closedAt('before-expand');
  await ask(...items);
  open();
  await office.settled();
};

describe('several requests to one manager', () => {
  it('come as one card, are answered with one press, one commit each, and the receipt names each outcome', async () => {
    await askTogether('MT924', 'MT307', 'MT144');
    const [card] = office.people.karin.cards().filter((one) => textOf(one).includes('3 förfrågningar'));
    expect(card).toBeDefined();
    // An exception first: one of them has an answer of its own, and the list comes back.
    await office.people.karin.presses({ verb: 'card.open', subject: subjectOf('MT307') });
    const afterOne = await office.people.karin.presses({ verb: 'request.no-need', item: 'MT307' });
    expect(textOf(afterOne)).toMatch(/2 förfrågningar att svara på/);
    const receipt = await office.people.karin.presses('digest.yes');
    expect(textOf(receipt)).toContain('Allt är besvarat');
    expect(textOf(receipt).match(/^Registrerat$/gm)).toHaveLength(2);
    for (const item of ['MT924', 'MT307', 'MT144']) expect(await answersIn(item), item).toHaveLength(1);
    await office.settled();
    for (const item of ['MT924', 'MT307', 'MT144']) {
      expect(await stateOf('karin', item), item).toMatchObject({ name: 'answered' });
    }
  });

  it('are not answered twice by an old card in another tab: each line says who had registered it', async () => {
    await askTogether('MT684', 'MT1858');
    const old = office.people.erik.about('digest.yes');
    await office.people.erik.presses('digest.yes');
    const again = await office.people.erik.submits(old);
    expect(textOf(again).match(/Redan registrerat av Erik/g)).toHaveLength(2);
    for (const item of ['MT684', 'MT1858']) expect(await answersIn(item), item).toHaveLength(1);
  });

  it('are shown in pages, and far below what Teams takes', async () => {
    const items = ['MT3408', 'MT4549', 'MT9460', ...(await others(12))];
    await askTogether(...items);
    const card = office.people.maria.cards().findLast((one) => textOf(one).includes('förfrågningar'));
    for (const each of office.people.maria.received()) {
      expect(JSON.stringify(each).length * 2).toBeLessThan(60_000);
    }
    expect(buttonsOf(card ?? {}).map((button) => dataOf(button).verb)).toContain('digest.show');
    const next = await office.people.maria.presses('digest.show');
    expect(textOf(next)).toMatch(/9–\d+ av \d+/);
  });
});

describe('a press that comes again', () => {
  it.each(['same', 'new'] as const)(
    'with the %s activity id has one effect, and is told who had registered it',
    async (id) => {
      const item = id === 'same' ? 'MT924' : 'MT144';
      const [tenantId = '', objectId = ''] = office.people.james.id.split(':');
      const unit = 'vastmanland/Kirurgkliniken Köping';
      const { round } = await roundOf(item);
      const data = { verb: 'request.no-need', item, unit, round, revision: 1 };
      const press = cardAction({ tenantId, objectId }, data, { serviceUrl: office.connector.url });
      const post = async (activity: object) => {
        const response = await fetch(office.endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(activity),
        });
        return (await response.json()) as { readonly value: Record<string, unknown> };
      };
      const both = await Promise.all([post(press), post(press)]);
      const third = await post(resent(press, id));
      const own = (await answersIn(item)).filter(
        ({ event }) => event.type === 'answered' && event.unit === unit,
      );
      expect(own).toHaveLength(1);
      expect(both.map(({ value }) => isRefused(value))).toEqual([false, false]);
      expect(textOf(third.value)).toMatch(/Already registered by James/);
    },
  );
});

describe('what may not have arrived', () => {
  it('is settled by its reader: a press on the card is proof', async () => {
    const [item = ''] = await others(1);
    await office.settled();
    office.connector.next([serverError(502, true)], chatOf('james'));
    await ask(item);
    await office.settled();
    expect(await stateOf('james', item)).toMatchObject({ name: 'unknown' });
    await office.people.james.presses({ verb: 'objection.reasons', item });
    expect(await stateOf('james', item)).toMatchObject({ name: 'seen', activityId: 'activity-of-the-card' });
  });

  it('is settled by an officer with one press: it came, or it goes again', async () => {
    const [one = '', two = ''] = await others(2);
    for (const [item, as] of [
      [one, 'arrived'],
      [two, 'again'],
    ] as const) {
      await office.settled();
      office.connector.next([serverError(502, as === 'arrived')], chatOf('james'));
      await ask(item);
      await office.settled();
      expect(await stateOf('james', item)).toMatchObject({ name: 'unknown' });
      await office.people.anna.submits({ verb: 'item.deliveries', item });
      await office.people.anna.says(`leveranser ${item}`);
      const settled = await office.people.anna.presses({ verb: 'delivery.resolve', as });
      expect(isRefused(settled)).toBe(false);
      await office.settled();
      expect(await stateOf('james', item)).toMatchObject({ name: 'sent' });
      expect((await messagesOf('james', item))[0]?.resolved).toMatchObject({ by: office.people.anna.id, as });
    }
  });

  it('is nobody else’s to settle', async () => {
    const [item = ''] = await others(1);
    await office.settled();
    office.connector.next([serverError(502)], chatOf('james'));
    await ask(item);
    await office.settled();
    const [line] = await listDeliveries(file.store, { item: itemId(item), states: ['unknown'] });
    const data = { verb: 'delivery.resolve', message: line?.message, as: 'again' };
    expect(isRefused(await office.people.karin.submits(data))).toBe(true);
    expect(await stateOf('james', item)).toMatchObject({ name: 'unknown' });
  });
});

describe('a push under way', () => {
  it('is stopped by its officer and goes on later; whoever had got the card keeps it', async () => {
    const [item = ''] = await others(1);
    await office.settled();
    const open = closedAt('before-claim');
    await ask(item);
    await expect
      .poll(async () => (await deliveryCounts(file.store, { item: itemId(item) })).planned)
      .toBeGreaterThan(0);
    const stopped = await office.people.anna.submits({ verb: 'push.stop', item });
    expect(textOf(stopped)).toMatch(/Utskicket är stoppat/);
    const counts = await deliveryCounts(file.store, { item: itemId(item) });
    expect(counts.planned).toBe(0);
    expect(counts.cancelled).toBeGreaterThan(0);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    open();
    await office.settled();
    expect((await deliveryCounts(file.store, { item: itemId(item) })).cancelled).toBe(counts.cancelled);
    const resumed = await office.people.anna.submits({ verb: 'push.resume', item });
    expect(textOf(resumed)).toMatch(/Resten skickas nu/);
    const after = await deliveryCounts(file.store, { item: itemId(item) });
    expect(after.cancelled).toBe(0);
    expect(Object.values(after).reduce((sum, count) => sum + count, 0)).toBe(total);
  });

  it('is followed on one card by the officer who started it, until nothing is left to send', async () => {
    const [item = ''] = await others(1);
    await office.settled();
    const title = (await office.samordna.cases.load(itemId(item)))?.state.item.title ?? '';
    /** How many are done, and what can be pressed, on each card about the push. */
    const followed = () =>
      office.people.anna
        .cards()
        .filter((card) => textOf(card).startsWith(`${title}\nUtskicket`))
        .map((card) => ({
          done: /(\d+) av 5 klara/.exec(textOf(card))?.[1],
          stops: buttonsOf(card).some((button) => dataOf(button).verb === 'push.stop'),
        }));
    const open = closedAt('before-claim');
    try {
      await office.people.anna.submits({ verb: 'round.send', item, deadline: '2026-12-04' });
      await expect.poll(followed, { timeout: 20_000 }).toEqual([{ done: '0', stops: true }]);
    } finally {
      open();
    }
    // Still one card, not one for each look, and its last look offers nothing to stop.
    await expect.poll(followed, { timeout: 20_000 }).toEqual([{ done: '5', stops: false }]);
    await office.settled();
  });

  it('names in the officer’s list whom it could not reach, and what to do', async () => {
    const [item = ''] = await others(1);
    await office.settled();
    office.connector.next([FORBIDDEN.blocked], chatOf('erik'));
    await ask(item);
    await expect.poll(async () => (await stateOf('erik', item))?.name).toBe('unreachable');
    const list = await office.people.anna.submits({ verb: 'item.deliveries', item });
    expect(textOf(list)).toMatch(/Erik/);
    expect(textOf(list)).toMatch(/Be personen skriva till Samordna/);
    await office.people.erik.says('hjälp');
    await expect.poll(async () => (await stateOf('erik', item))?.name, { timeout: 60_000 }).toBe('sent');
  });

  it('asks the deputy of whom it cannot reach, who is told whom they stand in for and may answer', async () => {
    const [item = ''] = await others(1);
    const directory = await office.samordna.people.directory();
    const erik = directory.person(office.people.erik.id);
    const peter = directory.person(office.people.peter.id);
    if (!erik || !peter) throw new Error('Erik and Peter are in the directory');
    await office.samordna.people.import([{ ...erik, deputy: peter.id }]);
    await office.samordna.addresses.forget(erik.id);
    await ask(item);
    await office.settled();
    expect(await stateOf('erik', item)).toMatchObject({ name: 'unreachable', reason: 'uninstalled' });
    expect((await messagesOf('peter', item))[0]).toMatchObject({
      insteadOf: erik.id,
      state: { name: 'sent' },
    });
    const card = office.people.peter.cards().at(-1) ?? {};
    expect(textOf(card)).toMatch(/Du får frågan i stället för Erik/);
    expect(isRefused(await office.people.peter.presses({ verb: 'request.yes', item }))).toBe(false);
    await office.people.erik.arrives();
    await office.settled();
    expect(await stateOf('erik', item)).toMatchObject({ name: 'sent' });
  });
});

const subjectOf = (item: string) => ({
  card: 'request',
  item,
  unit: 'sormland/Operationskliniken Nyköping',
});
const roundOf = async (item: string) => {
  const state = (await office.samordna.cases.load(itemId(item)))?.state;
  if (!state || !('round' in state)) throw new Error(`${item} was not asked about`);
  return { round: state.round.number };
};
const taken = new Set(['MT924', 'MT307', 'MT144', 'MT684', 'MT1858', 'MT3408', 'MT4549', 'MT9460']);
/** Items of the plan that no test has asked about. */
async function others(count: number): Promise<readonly string[]> {
  const all = await office.samordna.cases.list({ state: ['draft'] });
  const free = all
    .map(({ state }) => state.item.id)
    .filter((id) => !taken.has(id))
    .slice(0, count);
  for (const id of free) taken.add(id);
  return free;
}
