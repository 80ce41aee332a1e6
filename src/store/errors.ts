/**
 * The store cannot do what it was asked: broken infrastructure or a bug, never a rule of the business.
 * The message is one English sentence for whoever operates the server.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

export const closedError = (): StoreError => new StoreError('The store is closed.');

/** Whatever was thrown, as text to end a sentence with. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').replace(/\.$/, '').trim();
