import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpServer } from '@vercel/cosmosdb-server';
import type { DocumentStore } from '#application/ports/documents.ts';
import type { StoreConfig } from '#config';
import { openStore } from '#store/open.ts';

type ConfigOf<K extends StoreConfig['kind']> = Extract<StoreConfig, { kind: K }>;

interface Temporary<C extends StoreConfig> {
  readonly store: DocumentStore;
  /** For opening the same store once more. */
  readonly config: C;
  /** Closes the store and removes what it kept. */
  dispose(): Promise<void>;
}
export interface TemporarySqlite extends Temporary<ConfigOf<'sqlite'>> {
  readonly path: string;
}
export type EmulatedCosmos = Temporary<ConfigOf<'cosmos'>>;

/** A store in a file of its own, as a user's is. */
export const temporarySqlite = async (): Promise<TemporarySqlite> => {
  const folder = await mkdtemp(join(tmpdir(), 'samordna-'));
  const path = join(folder, 'samordna.db');
  const config = { kind: 'sqlite', path } as const;
  const store = await openStore(config);
  return {
    store,
    path,
    config,
    dispose: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The real client against an emulator inside this process, over plain HTTP on loopback. */
export const emulatedCosmos = async (): Promise<EmulatedCosmos> => {
  const server = createHttpServer({ keepAlive: true });
  // The emulator answers 500 to reading what is not there, unless the read says it may cross partitions.
  server.prependListener('request', (request) => {
    if (request.method === 'GET') request.headers['x-ms-documentdb-query-enablecrosspartition'] = 'true';
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const key = Buffer.from('no secret').toString('base64');
  const config = {
    kind: 'cosmos',
    endpoint: `http://127.0.0.1:${port}/`,
    database: 'samordna',
    key,
  } as const;
  const store = await openStore(config);
  return {
    store,
    config,
    dispose: async () => {
      await store.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
};
