import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliveryCounts, deliveryProblems, listDeliveries } from '#application/deliveries.ts';
import * as messages from '#application/messages.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import { asPersonId, asUnitId, type Instant, type ItemId, itemId, roundId } from '#domain/shared/ids.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';

const at = (minute: number) => `2026-11-22T08:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
const noticed = (day: number) => `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z` as Instant;
const ANNA = asPersonId('tenant:anna');
const BO = asPersonId('tenant:bo');
const PUMPS = itemId('pumps');
const BEDS = itemId('beds');
const LEASE = { worker: 'w', leaseUntil: at(10) };

let file: TemporarySqlite;
beforeEach(async () => {
  file = await temporarySqlite();
});
afterEach(() => file.dispose());

/** A message of that item and day, led through the moves. */
const message = async (
  item: ItemId,
  person: typeof ANNA,
  day: number,
  ...moves: readonly ((body: MessageBody) => messages.Move)[]
): Promise<void> => {
  const subject = { card: 'request', item, unit: asUnitId('sormland/IT') } as const;
  const notice = { id: `${item}:${day}:0`, at: noticed(day), subject, occasion: 'new' } as const;
  let document = messages.plannedMessage(person, notice, at(0));
  for (const move of moves) {
    const next = move(document.body);
    if (!next.ok) throw new Error(`${next.error.from} → ${next.error.to}`);
    document = { ...document, ...next.value };
  }
  await file.store.put(document, null);
};
const claim = (body: MessageBody) => messages.claimed(body, LEASE);
const announce = (body: MessageBody) => messages.sending(body, LEASE);
const arrive = (body: MessageBody) => messages.sent(body, at(1), 'activity', 'digest');
const vanish = (body: MessageBody) => messages.unknown(body, at(2), 'http-502');
const bounce = (body: MessageBody) => messages.unreachable(body, at(3), 'blocked');
const wait = (body: MessageBody) => messages.retry(body, at(4), 'http-429');

const NONE = {
  planned: 0,
  sent: 0,
  seen: 0,
  answered: 0,
  unknown: 0,
  unreachable: 0,
  superseded: 0,
  cancelled: 0,
};

const some = async (): Promise<void> => {
  await message(PUMPS, ANNA, 1, claim, announce, arrive);
  await message(PUMPS, BO, 2, claim, announce, vanish);
  await message(PUMPS, ANNA, 3, claim, announce);
  await message(PUMPS, BO, 4, claim, announce, wait);
  await message(BEDS, ANNA, 5, bounce);
  await message(BEDS, BO, 6);
  await message(BEDS, BO, 7, (body) => messages.superseded(body, at(5)));
};

describe('the counts of deliveries', () => {
  it('tell every message once; what is on its way has not been sent', async () => {
    await some();
    expect(await deliveryCounts(file.store)).toEqual({
      ...NONE,
      planned: 3,
      sent: 1,
      unknown: 1,
      unreachable: 1,
      superseded: 1,
    });
  });

  it('can be of one item', async () => {
    await some();
    expect(await deliveryCounts(file.store, { item: BEDS })).toEqual({
      ...NONE,
      planned: 1,
      unreachable: 1,
      superseded: 1,
    });
  });
});

describe('the list of deliveries', () => {
  it('says of each what came of it, when and why, oldest notice first', async () => {
    await some();
    const lines = await listDeliveries(file.store, { item: PUMPS });
    expect(
      lines.map(({ person, state, attempts, at: when, reason }) => [person, state, attempts, when, reason]),
    ).toEqual([
      [ANNA, 'sent', null, at(1), null],
      [BO, 'unknown', null, at(2), 'http-502'],
      [ANNA, 'sending', 0, at(10), null],
      [BO, 'planned', 1, at(4), 'http-429'],
    ]);
    expect(lines[0]).toMatchObject({
      id: 'pumps:1:0/tenant:anna',
      notice: 'pumps:1:0',
      item: PUMPS,
      card: 'request',
    });
  });

  it('can be of one person and of some states', async () => {
    await some();
    const notices = async (filter: Parameters<typeof listDeliveries>[1]) =>
      (await listDeliveries(file.store, filter)).map(({ notice }) => notice);
    expect(await notices({ person: ANNA })).toEqual(['pumps:1:0', 'pumps:3:0', 'beds:5:0']);
    expect(await notices({ states: ['unknown', 'unreachable'] })).toEqual(['pumps:2:0', 'beds:5:0']);
  });

  it('of a round has what was sent from its asking until the next', async () => {
    await some();
    const opened = (number: number, day: number) => ({
      event: { type: 'round-opened', number, at: noticed(day) },
    });
    const history = [{ event: { type: 'assessed', at: noticed(1) } }, opened(1, 1), opened(2, 3)];
    await file.store.put({ kind: 'case', id: PUMPS, index: {}, body: { history } }, null);
    const notices = async (number: number) =>
      (await listDeliveries(file.store, { round: roundId(PUMPS, number) })).map(({ notice }) => notice);
    expect(await notices(1)).toEqual(['pumps:1:0', 'pumps:2:0']);
    expect(await notices(2)).toEqual(['pumps:3:0', 'pumps:4:0']);
    expect(await notices(3)).toEqual([]);
    expect(await listDeliveries(file.store, { round: roundId(BEDS, 1) })).toEqual([]);
    expect(await listDeliveries(file.store, { round: roundId(PUMPS, 1), item: BEDS })).toEqual([]);
  });
});

describe('the problems', () => {
  it('are who was not reached, who may not have been, and who waits after a failed try', async () => {
    await some();
    expect(await deliveryProblems(file.store)).toEqual([
      { person: BO, item: PUMPS, state: 'unknown', reason: 'http-502' },
      { person: BO, item: PUMPS, state: 'planned', reason: 'http-429' },
      { person: ANNA, item: BEDS, state: 'unreachable', reason: 'blocked' },
    ]);
    expect(await deliveryProblems(file.store, { item: BEDS })).toHaveLength(1);
  });
});
