import { createAddresses } from '#application/addresses.ts';
import { createDelivering } from '#application/delivering.ts';
import { isStanding } from '#application/messages.ts';
import { allDocuments } from '#application/paging.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { createPacing } from '#delivery/pacing.ts';
import { createDeliveryWorker, type DeliveryWorker } from '#delivery/worker.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import { type Behaviour, type ConnectorSimulator, startConnector } from '#support/connector/connector.ts';
import { temporarySqlite } from '#support/stores.ts';
import { seeded } from '../support/application/random.ts';
import {
  asking,
  commit,
  idOf,
  introduce,
  log,
  sender,
  TENANT,
  teamsPerson,
  testOutbox,
} from '../support/delivering.ts';
import { drawBehaviour, drawWeather } from './faults.ts';
import { createMortal } from './mortal.ts';
import { carrying, drawSize, OTHER_TENANT } from './schedule.ts';
import { NOTHING, type Tally } from './tally.ts';

const LEASE_MS = 700;
const TIMEOUT_MS = 300;
const PATIENCE_MS = 60_000;
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Real time must not pass in seconds: the service asks for none, and is never slow. */
const hurried = (drawn: ReturnType<typeof drawBehaviour>): Behaviour => {
  if (drawn.kind === 'unconnected') return { kind: 'status', status: 412 };
  if (drawn.kind === 'ok') return { kind: 'ok' };
  return drawn.kind === 'status' && drawn.headers?.['retry-after']
    ? { ...drawn, headers: { 'retry-after': '0' } }
    : drawn;
};

const carriesOf = (body: Readonly<Record<string, unknown>>): readonly string[] => {
  const [first] = body.attachments as readonly {
    readonly content: { readonly carries: readonly string[] };
  }[];
  return first?.content.carries ?? [];
};

/** Delivery → how often it was shown as a message of its own, without those that were taken out of the chat. */
const shownIn = (connector: ConnectorSimulator, lost: ReadonlySet<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { method, accepted, activityId, body } of connector.received) {
    if (method !== 'POST' || !accepted) continue;
    for (const id of carriesOf(body)) {
      const known = counts.get(id) ?? 0;
      counts.set(id, lost.has(activityId) ? known : known + 1);
    }
  }
  return counts;
};

const tally = async (
  store: DocumentStore,
  shown: ReadonlyMap<string, number>,
  planned: number,
): Promise<Tally> => {
  const counted = { ...NOTHING } as { -readonly [K in keyof Tally]: number };
  for await (const { body } of allDocuments<MessageBody>(store, { kind: 'message' })) {
    const [{ id }] = body.deliveries;
    const { state } = body;
    if ((shown.get(id) ?? 0) > 1) counted.duplicated += 1;
    // Its successor stands for it.
    if (state.name === 'superseded' && state.by !== undefined) continue;
    counted.planned += 1;
    if (isStanding(state)) counted[shown.has(id) ? 'sent' : 'lost'] += 1;
    else if (state.name === 'unknown' || state.name === 'unreachable') counted[state.name] += 1;
    else if (state.name === 'superseded' || state.name === 'cancelled') counted.withdrawn += 1;
    else counted.lost += 1;
  }
  return { ...counted, lost: counted.lost + Math.max(0, planned - counted.planned), planned };
};

/** The same as a schedule on virtual time, with the real sender over loopback, a file, and workers that die. */
export const runOverHttp = async (seed: number): Promise<Tally> => {
  const random = seeded(seed);
  const [connector, file] = await Promise.all([startConnector(), temporarySqlite()]);
  const { store } = file;
  const weather = drawWeather(random);
  const lost = new Set<string>();
  let calm = false;
  connector.on(({ method, conversationId, activityId }) => {
    if (calm || method === 'DELETE') return undefined;
    const behaviour = hurried(drawBehaviour(weather, method, random));
    if (method === 'PUT' && behaviour.kind === 'status' && behaviour.status === 404) {
      lost.add(activityId);
      connector.lose(conversationId, activityId);
    }
    return behaviour;
  });
  const now = () => instantOf(Date.now());
  const addresses = createAddresses(store);
  const outbox = carrying(testOutbox(store, now), random() < 0.5);
  const everybody = Array.from({ length: drawSize(random) }, (_, i) =>
    teamsPerson(i, random() < 0.5 ? TENANT : OTHER_TENANT),
  );
  await introduce(
    store,
    everybody.filter(() => random() < 0.97),
    connector.url,
  );
  const second = everybody.filter(() => random() < 0.3);
  const mortality = random() < 0.5 ? random() ** 3 * 0.02 : 0;

  const alive = new Set<DeliveryWorker>();
  const startWorker = (): void => {
    const process = createMortal();
    const worker = createDeliveryWorker({
      store: process.of(store),
      outbox: process.of(outbox),
      sender: process.of(sender(TIMEOUT_MS)),
      addresses: process.of(addresses),
      machineClock: now,
      logger: log,
      leaseMs: LEASE_MS,
      backoff: { firstMs: 5, ceilingMs: 80, random },
      pacing: createPacing({ conversation: [], tenantPerSecond: 100_000 }),
      hooks: async () => {
        if (process.dead()) return new Promise<never>(() => undefined);
        if (calm || random() >= mortality) return;
        process.kill();
        alive.delete(worker);
        setTimeout(startWorker, random() * 50);
        return new Promise<never>(() => undefined);
      },
    });
    alive.add(worker);
    worker.start();
  };
  const anyWorker = () => [...alive][0];
  const delivering = createDelivering({
    store,
    machineClock: { now },
    expand: () => outbox.expand(100),
    nudge: () => anyWorker()?.nudge(),
  });
  const open = async (): Promise<boolean> =>
    (await store.count({ kind: 'message', where: { state: ['planned', 'claimed', 'sending'] } })) > 0 ||
    (await store.count({ kind: 'case', where: { pending: 1 } })) > 0;

  try {
    for (let i = random() < 0.6 ? 1 : 2; i > 0; i -= 1) startWorker();
    await commit(store, 'item-0', { notices: asking('item-0', everybody) });
    await commit(store, 'item-1', { notices: asking('item-1', second) });
    anyWorker()?.nudge();
    for (let i = 0; i < 5; i += 1) {
      await wait(random() * 60);
      const cards = connector.received.filter(({ method, accepted }) => method === 'POST' && accepted);
      const one = cards[Math.floor(random() * cards.length)];
      const chance = random();
      if (one && chance < 0.5) {
        const person = everybody.find(({ objectId }) => one.conversationId.endsWith(objectId));
        const [first] = one.body.attachments as readonly { readonly content: { readonly carried: string } }[];
        const carried = await delivering.carried(
          idOf(person ?? teamsPerson(0)),
          first?.content.carried ?? '',
        );
        await delivering.pressed(carried, one.activityId);
      } else if (chance < 0.7) {
        await commit(store, 'item-0', { says: `change ${i}` });
        anyWorker()?.nudge();
      }
    }
    calm = true;
    const until = Date.now() + PATIENCE_MS;
    while (alive.size === 0 || ((await open()) && Date.now() < until)) await wait(20);
    await Promise.all([...alive].map((worker) => worker.stop()));
    return await tally(store, shownIn(connector, lost), everybody.length + second.length);
  } finally {
    await connector.close();
    await file.dispose();
  }
};
