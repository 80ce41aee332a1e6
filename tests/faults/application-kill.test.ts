import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeliveries } from '#application/deliveries.ts';
import type { DeliveryPoint } from '#delivery/options.ts';
import { type ItemId, itemId } from '#domain/shared/ids.ts';
import { textOf } from '#support/people/cards.ts';
import type { Name } from '#support/people/cast.ts';
import { settled } from '#support/people/settled.ts';
import { at } from '#support/world.ts';
import { openRegion, type Region } from './support/application/region.ts';

const MANAGERS = ['erik', 'karin', 'maria', 'james'] as const;
const ASKED = ['anna', ...MANAGERS] as const;

let region: Region;
beforeAll(async () => {
  region = await openRegion(at('2026-11-23 09:00'), 3);
  for (const name of ASKED) await region.people[name].arrives();
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
    expect(await statesOf(item)).toEqual(new Map([...(await statesOf(item)).keys()].map((name) => [name, 'sent'])));
    for (const name of MANAGERS) {
      const receipt = await region.people[name].presses({ verb: 'request.yes', item });
      expect(textOf(receipt), name).toMatch(/Ni är med|You are in/);
    }
    await settled(region.file.store);
  });
});
