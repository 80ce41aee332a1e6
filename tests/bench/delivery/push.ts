import { createAddresses } from '#application/addresses.ts';
import { deliveryCounts } from '#application/deliveries.ts';
import { plannedMessage, tenantOf } from '#application/messages.ts';
import type { Outbox } from '#application/ports/delivery.ts';
import type { ConversationAddress } from '#application/ports/teams.ts';
import { createPacing, type PacingLimits, TEAMS_PACING } from '#delivery/pacing.ts';
import { createDeliveryWorker } from '#delivery/worker.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { asUnitId, type Instant, itemId, type PersonId, personId } from '#domain/shared/ids.ts';
import { carrying } from '#rendering/carrying.ts';
import { createRenderer } from '#rendering/render.ts';
import { temporarySqlite } from '#support/stores.ts';
import { createConnector } from '#teams/connector.ts';
import { log } from '../../faults/support/delivering.ts';
import { samples } from '../../gallery/samples.ts';
import type { Teams } from './teams.ts';

export const TENANTS = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
] as const;
export const PACED = TEAMS_PACING;
export const UNPACED: PacingLimits = { conversation: [], tenantPerSecond: 1_000_000 };

/** Half of them in each tenant. */
export const peopleOf = (count: number): readonly PersonId[] =>
  Array.from({ length: count }, (_, i) =>
    personId(TENANTS[i % 2 === 0 ? 0 : 1], `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`),
  );
export const addressAt = (url: string, person: PersonId): ConversationAddress => ({
  person,
  tenantId: tenantOf(person),
  conversationId: `${tenantOf(person)}/${person}`,
  serviceUrl: url,
  userId: '29:user',
  botId: '28:bot',
});

const now = (): Instant => instantOf(Date.now());
const REQUEST = samples.find(({ card }) => card === 'request')?.view;

/** The real card of a request, rendered for each sending. */
export const renderedRequest = () => {
  const render = createRenderer({ cpvLabel });
  if (!REQUEST) throw new Error('There is no sample of a request');
  return () => render(REQUEST, 'sv');
};

export interface PushOptions {
  readonly people: readonly PersonId[];
  readonly limits: PacingLimits;
  /** One after the other, to everybody each. */
  readonly rounds?: number;
  /** After each round. */
  readonly told?: (round: number) => void;
}

/** Our worker over a file and the real sender: everything from planned messages to recorded results. */
export const runPush = async (teams: Teams, options: PushOptions) => {
  const { people, limits, rounds = 1, told = () => undefined } = options;
  const file = await temporarySqlite();
  const { store } = file;
  const request = renderedRequest();
  const outbox: Outbox = {
    expand: async () => ({ cases: 0, queues: [] }),
    bundles: () => false,
    deputise: async () => false,
    render: async ({ id }) => {
      const rendered = request();
      return { ...rendered, card: carrying(rendered.card, id, ['29:user']) };
    },
  };
  const addresses = createAddresses(store);
  const worker = createDeliveryWorker({
    store,
    outbox,
    sender: createConnector({ serviceHosts: ['127.0.0.1'], token: async () => '', log }),
    addresses,
    machineClock: now,
    logger: log,
    pacing: createPacing(limits),
    backoff: { firstMs: 200, ceilingMs: 5_000 },
  });
  try {
    for (let i = 0; i < people.length; i += 500) {
      await Promise.all(
        people.slice(i, i + 500).map((person) => addresses.learn(addressAt(teams.url, person), 'sv')),
      );
    }
    worker.start();
    const cpu = process.cpuUsage();
    const started = performance.now();
    let sending = 0;
    for (let round = 0; round < rounds; round += 1) {
      const subject = {
        card: 'request',
        item: itemId(`item-${round}`),
        unit: asUnitId('sormland/IT'),
      } as const;
      const notice = { id: `item-${round}:1:0`, subject, occasion: 'new', at: now() } as const;
      for (let i = 0; i < people.length; i += 500) {
        const some = people.slice(i, i + 500);
        await Promise.all(some.map((person) => store.put(plannedMessage(person, notice, now()), null)));
      }
      const from = performance.now();
      worker.nudge();
      const open = { kind: 'message', where: { state: ['planned', 'claimed', 'sending'] } } as const;
      while ((await store.count(open)) > 0) await new Promise((done) => setTimeout(done, 200));
      sending += performance.now() - from;
      told(round + 1);
    }
    const { user, system } = process.cpuUsage(cpu);
    await worker.stop();
    return {
      counts: await deliveryCounts(store),
      /** Of this process, all threads, in ms per sending, planning included: what a busy machine distorts least. */
      cpu: (user + system) / 1000 / (people.length * rounds),
      seconds: (performance.now() - started) / 1000,
      sendingSeconds: sending / 1000,
    };
  } finally {
    await worker.stop();
    await file.dispose();
  }
};
