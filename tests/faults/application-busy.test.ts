import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isStanding } from '#application/messages.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { type ItemId, itemId } from '#domain/shared/ids.ts';
import { type ActionData, isRefused, textOf } from '#support/people/cards.ts';
import type { Name } from '#support/people/cast.ts';
import { settled } from '#support/people/settled.ts';
import { at } from '#support/world.ts';
import { seeded } from './support/application/random.ts';
import { ASKED, MANAGERS, openRegion, type Region, UNITS } from './support/application/region.ts';

const ITEMS = ['MT924', 'MT307', 'MT144', 'MT684', 'MT1858', 'MT3408', 'MT4549', 'MT9460'].map(itemId);
/** Each item is asked about once, and each unit answers twice. */
const PRESSES = ITEMS.length * (1 + 2 * MANAGERS.length);
const KILLS = 8;
const MOST_TRIES = 50;

let region: Region;
beforeAll(async () => {
  region = await openRegion(at('2026-11-23 09:00'), 3);
});
afterAll(() => region.close());

const historyOf = async (item: ItemId): Promise<readonly CaseEvent[]> =>
  ((await region.samordna.cases.load(item))?.history ?? []).map(({ event }) => event);

/** People who press again and again until the server has said that it is done; it dies after so many presses. */
const insistence = (kills: readonly number[]) => {
  const left = [...kills];
  let acknowledged = 0;
  let back: Promise<void> = Promise.resolve();
  const attempt = async (name: Name, data: ActionData) => {
    await back;
    return region.people[name].submits(data).catch((error: unknown) => {
      // The connection broke: nobody can tell whether it was done.
      if (error instanceof TypeError) return null;
      throw error;
    });
  };
  return {
    press: async (name: Name, data: ActionData): Promise<void> => {
      let answer = await attempt(name, data);
      for (let tries = 1; answer === null; tries += 1) {
        if (tries > MOST_TRIES) throw new Error('The server does not come back');
        answer = await attempt(name, data);
        // Broken off after the commit: the round had been opened.
        if (answer && data.verb === 'round.send' && isRefused(answer)) break;
      }
      if (isRefused(answer) && data.verb !== 'round.send') throw new Error(`${name}: ${textOf(answer)}`);
      acknowledged += 1;
      while (left[0] !== undefined && acknowledged > left[0]) {
        left.shift();
        back = back.then(() => region.server().kill()).then(region.restart);
      }
    },
    done: async () => {
      await back;
      return { acknowledged, left };
    },
  };
};

describe('the application killed at any moment of a busy minute', () => {
  const random = seeded(20261123);
  const kills = Array.from({ length: KILLS }, () => Math.floor(random() * PRESSES)).toSorted((a, b) => a - b);
  const objecting = new Map(MANAGERS.map((name) => [name, ITEMS.filter(() => random() < 0.3)]));
  const words = (name: Name, item: ItemId) => [`${name} ${item} först`, `${name} ${item} sedan`] as const;

  it('comes back each time, and in the end everybody has got done what they pressed', async () => {
    const { press, done } = insistence(kills);
    const opened = new Map(ITEMS.map((item) => [item, Promise.withResolvers<void>()]));
    const asks = async (): Promise<void> => {
      for (const item of ITEMS) {
        await press('anna', { verb: 'round.send', item, deadline: '2026-12-04' });
        opened.get(item)?.resolve();
      }
    };
    const answers = async (name: (typeof MANAGERS)[number]): Promise<void> => {
      for (const item of ITEMS) {
        await opened.get(item)?.promise;
        const of = { item, unit: UNITS[name], round: 1, revision: 1 };
        const yes = { verb: 'request.conditions', ...of, commitment: { binding: 'estimate' } };
        const no = { verb: 'objection.send', ...of, reason: 'other' };
        const [first, then] = words(name, item);
        await press(name, { ...(objecting.get(name)?.includes(item) ? no : yes), text: first });
        await press(name, { ...yes, text: then });
      }
    };
    await Promise.all([asks(), ...MANAGERS.map(answers)]);
    expect(await done()).toEqual({ acknowledged: PRESSES, left: [] });
    await settled(region.file.store);
  }, 60_000);

  it('has every acknowledged press in the record exactly once', async () => {
    for (const item of ITEMS) {
      const history = await historyOf(item);
      expect(history.filter(({ type }) => type === 'round-opened')).toHaveLength(1);
      for (const name of MANAGERS) {
        const said = history.flatMap((event) =>
          event.type === 'answered' && event.unit === UNITS[name] ? [event.texts?.text] : [],
        );
        expect(said, `${name} ${item}`).toEqual(words(name, item));
      }
    }
  });

  it('has shown no card twice, and calls unknown whatever it cannot tell', async () => {
    const all = (await Promise.all(ITEMS.map((item) => region.messages(item)))).flat();
    for (const name of ASKED) {
      const messages = all.filter(({ person }) => person === region.people[name].id);
      const ids = messages.map(({ deliveries: [first] }) => first.id);
      const sent = messages.flatMap(({ state }) => (isStanding(state) ? [state.activityId] : []));
      const count = (state: string) => messages.filter((message) => message.state.name === state).length;
      expect(sent.length + count('unknown') + count('superseded')).toBe(messages.length);
      expect(new Set(ids).size).toBe(messages.length);
      // Requests that wait together may share a card; no card carries the same one twice.
      const cards = new Set(sent);
      const carried = messages.flatMap(({ deliveries: [first], state }) =>
        isStanding(state) ? [`${state.activityId} ${first.notice}`] : [],
      );
      expect(new Set(carried).size).toBe(carried.length);
      // The first card in each chat is the welcome. Each card that was sent is one of the messages'; whatever else was shown is unknown.
      const shown = region.shown(name).slice(1);
      expect(shown).toEqual(expect.arrayContaining([...cards]));
      expect(shown.length - cards.size).toBeLessThanOrEqual(count('unknown'));
    }
  });

  it('has left every record whole: each chain holds, and each case is what its record says', async () => {
    const cli = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const store = `sqlite:${region.file.path}`;
    // Exits with 1, and so rejects, when a chain is broken.
    const { stdout } = await promisify(execFile)(process.execPath, [
      cli,
      'audit',
      'verify',
      '--store',
      store,
      '--json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ broken: [] });
  });
});
