import { CosmosClient } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '#application/ports/documents.ts';
import { openStore } from '#store/open.ts';
import { type EmulatedCosmos, emulatedCosmos } from '#support/stores.ts';
import { document, written } from './documents.ts';
import { type GoBetween, startGoBetween } from './go-between.ts';

let emulator: EmulatedCosmos;
beforeEach(async () => {
  emulator = await emulatedCosmos();
});
afterEach(() => emulator.dispose());

describe('Cosmos DB over a bad line', () => {
  let between: GoBetween;
  let store: DocumentStore;
  beforeEach(async () => {
    between = await startGoBetween(emulator.config.endpoint);
    store = await openStore({ ...emulator.config, endpoint: between.endpoint });
  });
  afterEach(async () => {
    await store.close();
    await between.close();
  });

  it('takes a write that the client had to repeat for its own, not for a conflict', async () => {
    between.troubles.push('answer-lost', 'answer-lost');
    const first = await written(store, document('a', { body: 1 }));
    const second = await written(store, document('a', { body: 2 }), first);
    expect(between.troubles).toEqual([]);
    expect(await store.get('case', 'a')).toMatchObject({ body: 2, etag: second });
  });

  it('still sees a conflict with somebody else when the write was repeated', async () => {
    const first = await written(store, document('a', { body: 1 }));
    await written(emulator.store, document('a', { body: 'theirs' }), first);
    between.troubles.push('answer-lost', 'answer-lost');
    expect((await store.put(document('a', { body: 'ours' }), first)).ok).toBe(false);
    expect((await store.put(document('a', { body: 'ours' }), null)).ok).toBe(false);
    expect((await store.get('case', 'a'))?.body).toBe('theirs');
  });

  it('waits and writes when the service is busy', async () => {
    between.troubles.push('throttled', 'throttled', 'throttled');
    expect((await store.put(document('a'), null)).ok).toBe(true);
    expect(between.troubles).toEqual([]);
  });

  it('throws, and does not speak of a conflict, when the service is broken', async () => {
    between.troubles.push('broken');
    await expect(store.put(document('a'), null)).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringMatching(/^Cosmos DB refused \(500\): .+\.$/),
    });
    expect(await store.get('case', 'a')).toBeNull();
  });
});

describe('a Cosmos DB database that cannot be used', () => {
  const refusal = async (config = emulator.config): Promise<unknown> =>
    openStore(config).catch((error: unknown) => error);
  const withClient = async (work: (client: CosmosClient) => Promise<unknown>): Promise<void> => {
    const { endpoint, key } = emulator.config;
    const client = new CosmosClient({
      endpoint,
      key: key ?? '',
      connectionPolicy: { enableEndpointDiscovery: false },
    });
    await work(client);
    client.dispose();
  };

  it('is refused in words when nobody answers', async () => {
    const { endpoint } = emulator.config;
    await emulator.dispose();
    expect(await refusal()).toMatchObject({
      name: 'StoreError',
      message: expect.stringMatching(`^The database "samordna" at ${endpoint} cannot be opened: .+\\.$`),
    });
  });

  it('is refused in words when a newer version made it', async () => {
    await withClient((client) =>
      client
        .database('samordna')
        .container('documents')
        .items.upsert({ id: 'schema', partition: 'store', version: 2 }),
    );
    expect(await refusal()).toMatchObject({
      name: 'StoreError',
      message: 'The database was made by a newer Samordna (schema 2, this one knows 1); start that one.',
    });
  });

  it('is refused in words when its container is partitioned for another program', async () => {
    await withClient(async (client) => {
      const { database } = await client.databases.create({ id: 'another' });
      await database.containers.create({ id: 'documents', partitionKey: { paths: ['/customer'] } });
    });
    expect(await refusal({ ...emulator.config, database: 'another' })).toMatchObject({
      name: 'StoreError',
      message: `The container "documents" is another program's: it is not partitioned by /partition.`,
    });
  });

  it('is made by whoever of several comes first', async () => {
    const config = { ...emulator.config, database: 'together' };
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(config)));
    await Promise.all(stores.map((store, at) => written(store, document(`by-${at}`))));
    expect(await stores[0]?.count({ kind: 'case' })).toBe(4);
    for (const store of stores) await store.close();
  });
});
