import type { DocumentStore } from '#application/ports/documents.ts';
import type { StoreConfig } from '#config';

/**
 * Opens the store that the configuration names and makes it where it is missing. Throws a `StoreError` with one
 * sentence when it cannot be opened, is no store, or was made by a newer version.
 */
export const openStore = async (config: StoreConfig): Promise<DocumentStore> => {
  // Imported when chosen: whoever keeps documents in a file never loads the cloud's client.
  if (config.kind === 'sqlite') return (await import('./sqlite/open.ts')).openSqlite(config.path);
  return (await import('./cosmos/open.ts')).openCosmos(config);
};
