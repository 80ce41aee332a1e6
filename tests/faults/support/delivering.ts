import { pino } from 'pino';
import { createAddresses } from '#application/addresses.ts';
import { messageId, plannedMessage, tenantOf } from '#application/messages.ts';
import { allDocuments } from '#application/paging.ts';
import { type MessageBody, type Outbox, type Queue, STANDING } from '#application/ports/delivery.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import type { DeliveryWorkerOptions } from '#delivery/options.ts';
import { createPacing, MACHINE_TIME, type Pacing, type Time } from '#delivery/pacing.ts';
import { createDeliveryWorker, type DeliveryWorker } from '#delivery/worker.ts';
import { instantOf, millisecondsOf } from '#domain/shared/calendar.ts';
import { asUnitId, type Instant, itemId, type PersonId, personId } from '#domain/shared/ids.ts';
import { addressOf, type TeamsPerson } from '#support/connector/activities.ts';
import type { ConnectorSimulator } from '#support/connector/connector.ts';
import { createConnector } from '#teams/connector.ts';

export const log = pino({ level: 'silent' });
export const TENANT = '11111111-1111-4111-8111-111111111111';

export const teamsPerson = (number: number, tenantId = TENANT): TeamsPerson => ({
  tenantId,
  objectId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
});
export const idOf = (person: TeamsPerson): PersonId => personId(person.tenantId, person.objectId);

/** A case as far as delivery sees one: who is to be told, and what its card says just now. */
export interface TestCase {
  readonly says: string;
  readonly closed: boolean;
  readonly notices: readonly { readonly id: string; readonly person: PersonId; readonly unit: string }[];
}

/** Commits a change of a case, made where it is missing. Its cards then say `says`. */
export const commit = async (
  store: DocumentStore,
  item: string,
  change: Partial<TestCase>,
): Promise<void> => {
  const known = await store.get<TestCase>('case', item);
  const body = { says: 'first', closed: false, notices: [], ...known?.body, ...change };
  await store.put({ kind: 'case', id: item, index: { pending: 1 }, body }, known?.etag ?? null);
};

/** A request about an item to one person per number; `unit` tells the cards apart. */
export const asking = (item: string, people: readonly TeamsPerson[]): TestCase['notices'] =>
  people.map((person, index) => ({ id: `${item}:1:${index}`, person: idOf(person), unit: `unit ${index}` }));

const NOTICED = '2026-11-20T08:00:00.000Z' as Instant;

export const testOutbox = (store: DocumentStore, machineClock: () => Instant): Outbox => ({
  expand: async (limit) => {
    const { documents } = await store.query<TestCase>({ kind: 'case', where: { pending: 1 }, limit });
    const queues = new Map<string, Queue>();
    for (const { kind, id, body, etag } of documents) {
      for (const { id: notice, person, unit } of body.notices) {
        const subject = { card: 'request', item: itemId(id), unit: asUnitId(unit) } as const;
        const planned = { id: notice, subject, occasion: 'new', at: NOTICED } as const;
        await store.put(plannedMessage(person, planned, machineClock()), null);
        queues.set(tenantOf(person) + id, { tenant: tenantOf(person), round: id });
      }
      const where = { parent: id, state: STANDING };
      for await (const message of allDocuments<MessageBody>(store, { kind: 'message', where })) {
        const { etag: known, ...document } = message;
        await store.put({ ...document, index: { ...document.index, pending: 1 } }, known);
      }
      await store.put({ kind, id, index: {}, body: { ...body, notices: [] } }, etag);
    }
    return { cases: documents.length, queues: [...queues.values()] };
  },
  bundles: () => false,
  deputise: async () => false,
  render: async ({ deliveries: [{ subject }] }) => {
    const known = await store.get<TestCase>('case', subject.item);
    if (!known || known.body.closed || subject.card !== 'request') return null;
    const text = `${subject.item} ${subject.unit}: ${known.body.says}`;
    return {
      card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] },
      summary: text,
    };
  },
});

/** The real sender, over loopback. */
export const sender = (timeoutMs = 2_000) =>
  createConnector({ serviceHosts: ['127.0.0.1'], token: async () => '', log, timeoutMs });

/** As fast as the machine: pacing has tests of its own. */
export const unpaced = (time: Time = MACHINE_TIME): Pacing =>
  createPacing({ conversation: [], tenantPerSecond: 1_000_000 }, time);

/** The machine's time, which a test moves. */
export const testClock = () => {
  let offset = 0;
  return {
    now: (): Instant => instantOf(Date.now() + offset),
    pass: (milliseconds: number) => {
      offset += milliseconds;
    },
  };
};
export type TestClock = ReturnType<typeof testClock>;

export const testWorker = (
  store: DocumentStore,
  now: () => Instant,
  options: Partial<DeliveryWorkerOptions> = {},
): DeliveryWorker =>
  createDeliveryWorker({
    store,
    outbox: testOutbox(store, now),
    sender: sender(),
    addresses: createAddresses(store),
    machineClock: now,
    logger: log,
    // Rest that the service asked for is over when a test says that time has passed.
    pacing: unpaced({ ...MACHINE_TIME, ticks: () => millisecondsOf(now()) }),
    ...options,
  });

export const untilIdle = async (worker: DeliveryWorker): Promise<void> => {
  while ((await worker.runOnce()) > 0);
};

export const introduce = async (
  store: DocumentStore,
  people: readonly TeamsPerson[],
  url: string,
): Promise<void> => {
  const addresses = createAddresses(store);
  await Promise.all(people.map((person) => addresses.learn(addressOf(person, url), 'sv')));
};

/** State and rest of each message, by the unit that tells it apart. */
export const messagesOf = async (
  store: DocumentStore,
): Promise<ReadonlyMap<string, MessageBody['state']>> => {
  const states = new Map<string, MessageBody['state']>();
  for await (const { body } of allDocuments<MessageBody>(store, { kind: 'message' })) {
    const [{ subject }] = body.deliveries;
    states.set(`${subject.item} ${'unit' in subject ? subject.unit : ''}`, body.state);
  }
  return states;
};
export const stateOf = async (store: DocumentStore, notice: string, person: TeamsPerson) =>
  (await store.get<MessageBody>('message', messageId(notice, idOf(person))))?.body.state;

/** How often each card was shown as a message of its own, by what it says. */
export const shownCounts = (connector: ConnectorSimulator): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { method, accepted, body } of connector.received) {
    const text = String(body.summary);
    if (method === 'POST' && accepted) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
};
