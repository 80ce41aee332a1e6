import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentStore } from '#application/ports/documents.ts';
import type { StoreConfig } from '#config';
import { openStore } from '#store/open.ts';

export interface TemporarySqlite {
  readonly store: DocumentStore;
  readonly path: string;
  readonly config: Extract<StoreConfig, { kind: 'sqlite' }>;
  /** Closes the store and removes its file. */
  dispose(): Promise<void>;
}

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
