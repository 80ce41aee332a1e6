import { createAddresses } from '#application/addresses.ts';
import { isStanding } from '#application/messages.ts';
import { allDocuments } from '#application/paging.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import { createSamordna } from '#application/samordna.ts';
import { prepareDemo } from '#demo/prepare.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import { itemId, type PlainDate, unitId } from '#domain/shared/ids.ts';
import { addressOf } from '#support/connector/activities.ts';
import { startConnector } from '#support/connector/connector.ts';
import { temporarySqlite } from '#support/stores.ts';
import { at, SORMLAND } from '#support/world.ts';
import { createServers, type ServerProcess } from '../support/application/processes.ts';
import { seeded } from '../support/application/random.ts';
import { idOf, teamsPerson } from '../support/delivering.ts';
import { NOTHING, type Tally } from './tally.ts';

const NOW = at('2026-11-23 09:00');
/** A life in which nothing leaves any more has nothing left to do, or waits for what another one had leased. */
const STILL_MS = 3_000;
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * One question to so many managers, by the real server in a process of its own, which is killed again and again (SIGKILL)
 * after a random number of cards, and started anew on the same file until nothing is left to send.
 */
export const runKills = async (
  seed: number,
  kills: number,
  people: number,
  told: (done: number) => void = () => undefined,
): Promise<Tally & { readonly killed: number }> => {
  const random = seeded(seed);
  const servers = createServers(2);
  const [file, connector] = await Promise.all([temporarySqlite(), startConnector()]);
  const { store } = file;
  let server: ServerProcess | null = null;
  try {
    const clock = { now: () => NOW };
    const samordna = createSamordna({ store, clock, machineClock: clock, salt: () => 'salt' });
    await prepareDemo(store, samordna);
    const managers = Array.from({ length: people }, (_, i) => teamsPerson(i));
    await samordna.people.import(
      managers.map((person, i) => ({
        id: idOf(person),
        name: `Chef ${i}`,
        email: `chef${i}@example.se`,
        region: SORMLAND,
        unit: unitId(SORMLAND, `Enhet ${i}`),
        roles: ['unit-manager'],
        language: 'sv',
        deputy: null,
        manager: null,
      })),
    );
    const addresses = createAddresses(store);
    for (const person of managers) await addresses.learn(addressOf(person, connector.url), 'sv');
    const opened = await samordna.rounds.open(itemId('MT924'), endOfDay('2026-12-04' as PlainDate), {
      kind: 'operator',
      name: 'faults',
    });
    if (!opened.ok) throw new Error(opened.error.code);

    let killed = 0;
    const each = Math.max(1, people / Math.max(1, kills));
    while (killed < kills) {
      server = await servers.start(file.path, NOW, { paced: true });
      const target = connector.received.length + 1 + Math.floor(random() * (2 * each - 1));
      let last = performance.now();
      let before = connector.received.length;
      while (connector.received.length < target && performance.now() - last < STILL_MS) {
        await wait(2);
        if (connector.received.length > before) {
          before = connector.received.length;
          last = performance.now();
        }
      }
      await wait(random() * 25);
      await server.kill();
      killed += 1;
      told(killed);
    }
    server = await servers.start(file.path, NOW, { paced: true });
    const open = { kind: 'message', where: { state: ['planned', 'claimed', 'sending'] } } as const;
    const notices = { kind: 'case', where: { pending: 1 } } as const;
    while ((await store.count(notices)) > 0 || (await store.count(open)) > 0) await wait(100);
    await server.kill();

    const shown = new Map<string, number>();
    const known = new Set<string>();
    for (const { method, accepted, activityId, conversationId } of connector.received) {
      if (method !== 'POST' || !accepted) continue;
      shown.set(conversationId, (shown.get(conversationId) ?? 0) + 1);
      known.add(activityId);
    }
    const counted = { ...NOTHING } as { -readonly [K in keyof Tally]: number };
    const asked = new Set(managers.map(idOf));
    for await (const { body } of allDocuments<MessageBody>(store, { kind: 'message' })) {
      if (!asked.has(body.person)) continue;
      counted.planned += 1;
      const { state } = body;
      if (isStanding(state)) counted[known.has(state.activityId) ? 'sent' : 'lost'] += 1;
      else if (state.name === 'unknown' || state.name === 'unreachable') counted[state.name] += 1;
      else if (state.name === 'superseded' || state.name === 'cancelled') counted.withdrawn += 1;
      else counted.lost += 1;
    }
    counted.lost += Math.max(0, people - counted.planned);
    counted.duplicated = [...shown.values()].reduce((sum, cards) => sum + Math.max(0, cards - 1), 0);
    return { ...counted, planned: people, killed };
  } finally {
    await servers.close();
    await connector.close();
    await file.dispose();
  }
};
