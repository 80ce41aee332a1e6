import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConnectorSimulator, startConnector } from '#support/connector/connector.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { type Child, startChild } from './support/children.ts';
import { asking, commit, introduce, messagesOf, shownCounts, teamsPerson } from './support/delivering.ts';

const PEOPLE = [1, 2, 3, 4, 5].map((number) => teamsPerson(number));
const CARDS = PEOPLE.map((_, index) => `item unit ${index}`);
/** Longer than any lease. */
const LATER_MS = 600_000;

let connector: ConnectorSimulator;
let file: TemporarySqlite;
const children: Child[] = [];

beforeEach(async () => {
  connector = await startConnector();
  file = await temporarySqlite();
  await introduce(file.store, PEOPLE, connector.url);
  await commit(file.store, 'item', { notices: asking('item', PEOPLE) });
});
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
  await connector.close();
  await file.dispose();
});

const child = (until: string, clockOffsetMs = 0): Child => {
  const started = startChild(file.path, until, clockOffsetMs);
  children.push(started);
  return started;
};
const killedAt = async (point: string): Promise<void> => {
  const worker = child(point);
  await worker.reached;
  await worker.kill();
};
const restarted = async (): Promise<void> => {
  expect(await child('end', LATER_MS).ended).toBe(0);
};
const onceEach = new Map(CARDS.map((card) => [`${card}: first`, 1]));

describe('a worker that is killed', () => {
  it.each(['before-expand', 'before-claim', 'claimed'])(
    'at `%s` loses nothing: after a restart every card has arrived exactly once',
    async (point) => {
      await killedAt(point);
      expect(connector.received).toEqual([]);
      await restarted();
      expect(shownCounts(connector)).toEqual(onceEach);
      const states = await messagesOf(file.store);
      expect([...states.keys()].toSorted()).toEqual(CARDS);
      expect(new Set([...states.values()].map((state) => state.name))).toEqual(new Set(['sent']));
    },
  );

  it('at `sending` shows as unknown what it had announced, and sends none of it again', async () => {
    await killedAt('sending');
    await restarted();
    const states = await messagesOf(file.store);
    const announced = [...states].filter(([, state]) => state.name === 'unknown').map(([card]) => card);
    expect(announced).not.toEqual([]);
    expect([...states.values()].every((state) => state.name === 'unknown' || state.name === 'sent')).toBe(
      true,
    );
    const rest = CARDS.filter((card) => !announced.includes(card));
    expect(shownCounts(connector)).toEqual(new Map(rest.map((card) => [`${card}: first`, 1])));
  });

  it.each(['in-flight', 'answered'])(
    'at `%s` has sent each card at most once, and shows as unknown what nobody recorded',
    async (point) => {
      const worker = child(point);
      await worker.reached;
      await expect.poll(() => connector.received.length, { timeout: 20_000 }).toBeGreaterThan(0);
      await worker.kill();
      await restarted();
      const shown = shownCounts(connector);
      expect(Math.max(...shown.values())).toBe(1);
      const states = await messagesOf(file.store);
      const unknown = [...states].filter(([, state]) => state.name === 'unknown');
      expect(unknown.map(([card]) => shown.get(`${card}: first`) ?? 0)).toContain(1);
      for (const [card, state] of states) {
        if (state.name === 'unknown') expect(state.reason).toBe('no-answer-recorded');
        else expect([state.name, shown.get(`${card}: first`)], card).toEqual(['sent', 1]);
      }
    },
  );

  it('again and again, wherever it happens to be, never shows a card twice and never forgets one', async () => {
    const many = Array.from({ length: 60 }, (_, index) => teamsPerson(100 + index));
    await introduce(file.store, many, connector.url);
    await commit(file.store, 'many', { notices: asking('many', many) });
    for (const [round, arrivals] of [5, 17, 33].entries()) {
      const worker = child('nowhere', round * LATER_MS);
      // A worker that was killed with much announced leaves that unknown: the next has the rest alone, and may be done before.
      let done = false;
      void worker.ended.then(() => {
        done = true;
      });
      await expect
        .poll(() => done || connector.received.length > arrivals, { interval: 1, timeout: 20_000 })
        .toBe(true);
      await worker.kill();
    }
    expect(await child('end', 4 * LATER_MS).ended).toBe(0);
    const shown = shownCounts(connector);
    expect(Math.max(...shown.values())).toBe(1);
    const states = await messagesOf(file.store);
    expect(states.size).toBe(CARDS.length + many.length);
    for (const [card, state] of states) {
      expect(['sent', 'unknown']).toContain(state.name);
      if (state.name === 'sent') expect(shown.get(`${card}: first`), card).toBe(1);
    }
  });
});
