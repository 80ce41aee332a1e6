import { createAddresses } from '#application/addresses.ts';
import { createDelivering } from '#application/delivering.ts';
import { isStanding, messageId } from '#application/messages.ts';
import { type MessageBody, type Outbox, STANDING } from '#application/ports/delivery.ts';
import type { DocumentKind, DocumentQuery, DocumentStore } from '#application/ports/documents.ts';
import type { CardSender } from '#application/ports/teams.ts';
import { createPacing, TEAMS_PACING } from '#delivery/pacing.ts';
import { createDeliveryWorker, type DeliveryWorker } from '#delivery/worker.ts';
import { asUnitId, itemId, type PersonId } from '#domain/shared/ids.ts';
import { addressOf, type TeamsPerson } from '#support/connector/activities.ts';
import { SORMLAND } from '#support/world.ts';
import { seeded } from '../support/application/random.ts';
import { asking, commit, idOf, log, TENANT, teamsPerson, testOutbox } from '../support/delivering.ts';
import { type Chats, createChats } from './chats.ts';
import { drawBehaviour, drawWeather } from './faults.ts';
import { createMemoryStore } from './memory-store.ts';
import { createMortal } from './mortal.ts';
import type { Tally } from './tally.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

export const OTHER_TENANT = '22222222-2222-4222-8222-222222222222';
const START = Date.parse('2026-11-22T08:00:00Z');
const LEASE_MS = 30_000;
/** Long enough for every retry, lease and hold once nothing goes wrong any more. */
const CALM_MS = 1_200_000;
const FOREVER = '9999';
const ENDED = ['planned', 'claimed', 'sending'] as const;

/** As many as a page of the ward's address book, seldom as many as a whole region. */
export const drawSize = (random: () => number): number => 50 + Math.floor(451 * random() ** 3);

/** What the outbox of `testOutbox` renders, as a model chat takes it. */
export const carrying = (outbox: Outbox, bundles: boolean): Outbox => ({
  ...outbox,
  bundles: () => bundles,
  render: async (what) => {
    const parts = await Promise.all(
      what.deliveries.map(async (delivery) => ({
        delivery,
        rendered: await outbox.render({ ...what, deliveries: [delivery] }),
      })),
    );
    const living = parts.filter(({ rendered }) => rendered !== null);
    if (living.length === 0) return null;
    const carries = living.map(({ delivery }) => delivery.id);
    return {
      card: { carries, carried: what.id },
      summary: what.id,
      fingerprint: living.map(({ rendered }) => rendered?.summary).join('\n'),
      omitted: parts.flatMap(({ delivery, rendered }) => (rendered === null ? [delivery.id] : [])),
    };
  },
});

interface Round {
  readonly item: string;
  readonly people: readonly TeamsPerson[];
}

/** Whatever the schedule did, each planned delivery must be in one end, and the chats must agree. */
const tally = async (store: DocumentStore, rounds: readonly Round[], chats: Chats): Promise<Tally> => {
  const counted = {
    planned: 0,
    sent: 0,
    unknown: 0,
    unreachable: 0,
    withdrawn: 0,
    lost: 0,
    duplicated: 0,
  };
  const one = (state: MessageBody['state'] | undefined, shown: boolean): keyof typeof counted => {
    if (state === undefined) return 'lost';
    if (isStanding(state)) return shown ? 'sent' : 'lost';
    switch (state.name) {
      case 'unknown':
      case 'unreachable':
        return state.name;
      case 'superseded':
      case 'cancelled':
        return 'withdrawn';
      default:
        return 'lost';
    }
  };
  for (const { item, people } of rounds) {
    for (const [index, person] of people.entries()) {
      counted.planned += 1;
      const notice = `${item}:1:${index}`;
      let ever = false;
      let now = 0;
      let most = 0;
      let state: MessageBody['state'] | undefined;
      // A card that was lost from the chat is followed by another, which stands for the delivery then.
      for (let nth = 0; ; nth += 1) {
        const name = nth === 0 ? notice : `${notice}~${nth}`;
        const found = await store.get<MessageBody>('message', messageId(name, idOf(person)));
        if (!found) break;
        state = found.body.state;
        const { id } = found.body.deliveries[0];
        ever ||= chats.most(id) > 0;
        now += chats.count(id);
        most = Math.max(most, chats.most(id));
      }
      counted[one(state, ever)] += 1;
      if (now > 1 || most > 1) counted.duplicated += 1;
    }
  }
  return counted;
};

/** Everything random about a push, from a seed: who is asked, what goes wrong, who dies, and what people do meanwhile. */
export const runSchedule = async (
  seed: number,
  sendingAs: (sender: CardSender) => CardSender = (sender) => sender,
): Promise<Tally> => {
  const random = seeded(seed);
  const time: VirtualTime = createVirtualTime(START);
  const store = createMemoryStore();
  const weather = drawWeather(random);
  let calm = false;
  const chats = createChats(time, (method) =>
    calm ? { kind: 'ok', delayMs: 50 } : drawBehaviour(weather, method, random),
  );
  const addresses = createAddresses(store);
  const bundles = random() < 0.5;
  const everybody = Array.from({ length: drawSize(random) }, (_, i) =>
    teamsPerson(i, random() < 0.5 ? TENANT : OTHER_TENANT),
  );
  const rounds: readonly Round[] = Array.from({ length: random() < 0.7 ? 1 : 2 }, (_, i) => ({
    item: `item-${i}`,
    people: i === 0 ? everybody : everybody.filter(() => random() < 0.3),
  }));
  const arrive = (person: TeamsPerson) =>
    addresses.learn(addressOf(person, 'https://smba.trafficmanager.net/emea/'), 'sv');
  for (const person of everybody) if (random() < 0.97) await arrive(person);

  // Pace is kept per process; a restart begins it anew, as it does in earnest.
  const mortality = random() < 0.5 ? random() ** 3 * 0.02 : 0;
  const alive = new Set<DeliveryWorker>();
  const startWorker = (): void => {
    const process = createMortal();
    const outbox = carrying(testOutbox(store, time.now), bundles);
    const worker = createDeliveryWorker({
      store: process.of(store),
      outbox: process.of(outbox),
      sender: process.of(sendingAs(chats.sender)),
      addresses: process.of(addresses),
      machineClock: time.now,
      logger: log,
      leaseMs: LEASE_MS,
      backoff: { firstMs: 1_000, ceilingMs: 60_000, random },
      time,
      pacing: createPacing(TEAMS_PACING, time),
      hooks: async () => {
        if (process.dead()) return new Promise<never>(() => undefined);
        if (calm || random() >= mortality) return;
        process.kill();
        alive.delete(worker);
        time.after(100 + random() * 5_000, startWorker);
        return new Promise<never>(() => undefined);
      },
    });
    alive.add(worker);
    worker.start();
  };
  const anyWorker = (): DeliveryWorker | undefined => [...alive][Math.floor(random() * alive.size)];
  const delivering = createDelivering({
    store,
    machineClock: { now: time.now },
    expand: () => carrying(testOutbox(store, time.now), bundles).expand(100),
    nudge: () => anyWorker()?.nudge(),
  });
  const officer = {
    kind: 'person',
    id: idOf(teamsPerson(9_999)),
    region: SORMLAND,
    unit: asUnitId('sormland/Inköp'),
    roles: ['officer'],
  } as const;

  const presses = async (): Promise<void> => {
    const all = [...chats.shown.entries()];
    const one = all[Math.floor(random() * all.length)];
    if (!one) return;
    const [activityId, { person, carried }] = one;
    await delivering.pressed(await delivering.carried(person as PersonId, carried), activityId);
  };
  /** The officer asks the person, who says what they see. */
  const settles = async (): Promise<void> => {
    const { documents } = await store.query<MessageBody>({ kind: 'message', where: { state: ['unknown'] } });
    const one = documents[Math.floor(random() * documents.length)];
    if (!one) return;
    const there = chats.count(one.body.deliveries[0].id) > 0;
    await delivering.resolve(one.id, there ? 'arrived' : 'again', officer);
  };
  const comesBack = async (): Promise<void> => {
    const { documents } = await store.query<MessageBody>({
      kind: 'message',
      where: { state: ['unreachable'] },
    });
    const one = documents[Math.floor(random() * documents.length)];
    const person = everybody.find((candidate) => idOf(candidate) === one?.body.person);
    if (!person) return;
    await arrive(person);
    await anyWorker()?.rearm(idOf(person));
  };
  let changes = 0;
  const life = async (): Promise<void> => {
    for (let i = 0; i < 20; i += 1) {
      await time.sleep(random() * 3_000);
      const chance = random();
      const { item } = rounds[Math.floor(random() * rounds.length)] as Round;
      if (chance < 0.4) await presses();
      else if (chance < 0.6) await settles();
      else if (chance < 0.8) await comesBack();
      else if (chance < 0.86 && changes < 1) {
        changes += 1;
        await commit(store, item, { says: `change ${changes}` });
        anyWorker()?.nudge();
      } else if (chance < 0.9) {
        await delivering.cancel(itemId(item), officer);
        await time.sleep(random() * 2_000);
        if (random() < 0.7) await delivering.resume(itemId(item), officer);
      } else if (chance < 0.92) await commit(store, item, { closed: true });
    }
  };
  const open = async (): Promise<boolean> => {
    const count = (kind: DocumentKind, where: DocumentQuery['where']) =>
      store.count({ kind, ...(where ? { where } : {}) });
    return (
      (await count('message', { state: ENDED })) > 0 ||
      (await count('case', { pending: 1 })) > 0 ||
      // A card that is being brought up to date may turn out to be gone from the chat, and is planned anew then.
      (await count('message', { state: STANDING, pending: 1 })) > 0 ||
      (await count('message', { state: STANDING, dueBefore: FOREVER })) > 0
    );
  };

  await time.run(
    (async () => {
      for (let i = random() < 0.6 ? 1 : 2; i > 0; i -= 1) startWorker();
      for (const { item, people } of rounds) {
        await commit(store, item, { notices: asking(item, people) });
        if (random() < 0.5) anyWorker()?.nudge();
        await time.sleep(random() * 1_000);
      }
      await life();
      calm = true;
      if (alive.size === 0) startWorker();
      for (let waited = 0; waited < CALM_MS && (await open()); waited += 10_000) await time.sleep(10_000);
      await Promise.all([...alive].map((worker) => worker.stop()));
    })(),
  );
  return tally(store, rounds, chats);
};
