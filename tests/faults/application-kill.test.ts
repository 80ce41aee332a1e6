import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeliveries } from '#application/deliveries.ts';
import type { DeliveryPoint } from '#delivery/options.ts';
import { type ItemId, itemId } from '#domain/shared/ids.ts';
import { textOf } from '#support/people/cards.ts';
import type { Name } from '#support/people/cast.ts';
import { settled } from '#support/people/settled.ts';
import { at } from '#support/world.ts';
import { ASKED, MANAGERS, openRegion, type Region } from './support/application/region.ts';

let region: Region;
beforeAll(async () => {
  region = await openRegion(at('2026-11-23 09:00'), 3);
});
afterAll(() => region.close());

/** Anna asks about an item while delivery stands still at a point; there the server is killed. */
const killedAt = async (point: DeliveryPoint, item: ItemId): Promise<void> => {
  const { people, server } = region;
  await people.anna.says(`fråga enheterna om ${item} till 4 december`);
  const { reached } = await server().standStillAt(point);
  const answer = await people.anna.presses({ verb: 'round.send', item });
  expect(textOf(answer)).toContain('Enheterna är tillfrågade');
  await reached;
};
const die = async (): Promise<void> => {
  await region.server().kill();
};
const reborn = async (): Promise<void> => {
  await region.restart();
  await settled(region.file.store);
};
/** How many cards came into each chat while something was done. */
const came = (before: ReadonlyMap<Name, number>) =>
  new Map(ASKED.map((name) => [name, region.shown(name).length - (before.get(name) ?? 0)]));
const chats = (): ReadonlyMap<Name, number> =>
  new Map(ASKED.map((name) => [name, region.shown(name).length]));
const statesOf = async (item: ItemId): Promise<ReadonlyMap<Name, string>> => {
  const lines = await listDeliveries(region.file.store, { item });
  expect(lines).toHaveLength(ASKED.length);
  return new Map(
    lines.map((line) => {
      const name = ASKED.find((one) => region.people[one].id === line.person);
      if (!name) throw new Error(`${line.person} was never asked`);
      return [name, line.state];
    }),
  );
};
const total = (before: ReadonlyMap<Name, number>): number =>
  [...came(before).values()].reduce((sum, count) => sum + count, 0);
/** Anna's own way to who got what. */
const deliveriesCard = async (item: ItemId): Promise<string> => {
  const { anna } = region.people;
  await anna.says(`visa ${item}`);
  await anna.presses({ verb: 'card.open', subject: { card: 'round', item } });
  return textOf(await anna.presses({ verb: 'item.deliveries', item }));
};

describe('the application killed', () => {
  it.each([
    ['before-expand', 'MT924'],
    ['before-claim', 'MT307'],
    ['claimed', 'MT144'],
  ] as const)('at `%s`, after a commit, sends every card exactly once after a restart', async (point, id) => {
    const item = itemId(id);
    await killedAt(point, item);
    // Anna's own draft is the last that came.
    const before = chats();
    await die();
    expect(came(before)).toEqual(new Map(ASKED.map((name) => [name, 0])));
    await reborn();
    expect(came(before)).toEqual(new Map(ASKED.map((name) => [name, 1])));
    expect(await statesOf(item)).toEqual(new Map(ASKED.map((name) => [name, 'sent'])));
    for (const name of MANAGERS) {
      const receipt = await region.people[name].presses({ verb: 'request.yes', item });
      expect(textOf(receipt), name).toMatch(/Ni är med|You are in/);
    }
    await settled(region.file.store);
  });

  it.each([
    ['sending', 'MT684'],
    ['in-flight', 'MT1858'],
    ['answered', 'MT3408'],
  ] as const)(
    'at `%s` sends every card at most once, and tells its officer what is unknown',
    async (point, id) => {
      const item = itemId(id);
      const before = chats();
      await killedAt(point, item);
      if (point !== 'sending') {
        // The draft came before it: whatever else comes is on its way out.
        await expect.poll(() => total(before), { timeout: 20_000 }).toBeGreaterThan(1);
      }
      await die();
      const early = came(before);
      await reborn();
      const arrived = came(before);
      const states = await statesOf(item);
      const unknown = ASKED.filter((name) => states.get(name) === 'unknown');
      expect(unknown).not.toEqual([]);
      for (const name of ASKED) {
        // Anna got her draft as well.
        const cards = (arrived.get(name) ?? 0) - (name === 'anna' ? 1 : 0);
        if (['sent', 'answered'].includes(states.get(name) ?? '')) expect(cards, name).toBe(1);
        else expect([states.get(name), arrived.get(name)], name).toEqual(['unknown', early.get(name)]);
        expect(cards, name).toBeLessThanOrEqual(1);
      }
      if (point === 'sending') {
        expect(unknown.map((name) => early.get(name))).toEqual(
          unknown.map((name) => (name === 'anna' ? 1 : 0)),
        );
      }
      const told = await deliveriesCard(item);
      for (const name of ASKED) {
        const problem = told.includes(`${region.people[name].name}`);
        expect(problem, `${name} in:\n${told}`).toBe(unknown.includes(name));
      }
      expect(told).toContain('Osäkert om det kom fram');
      // Who never saw the card finds the question all the same.
      for (const name of MANAGERS) {
        const user = region.people[name];
        await user.says(user === region.people.james ? 'what is waiting for me' : 'vad väntar på mig');
        await user.presses({ verb: 'card.open', subject: { card: 'request', item } });
        await user.presses({ verb: 'request.yes', item });
      }
      await settled(region.file.store);
    },
  );
});
