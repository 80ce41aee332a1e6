import { reasonOf, StoreError } from '../errors.ts';

const field = (error: unknown, name: 'code' | 'substatus'): unknown =>
  error instanceof Object && name in error ? (error as Record<typeof name, unknown>)[name] : undefined;

/** The HTTP status that Cosmos DB answered with, null for what it did not answer. */
export const statusOf = (error: unknown): number | null => {
  const code = field(error, 'code');
  return typeof code === 'number' ? code : null;
};

/** The document is not there. A 404 with a sub-status means that its container or a replica's session is not. */
export const isMissing = (error: unknown): boolean => statusOf(error) === 404 && !field(error, 'substatus');

/** Runs one request; whatever goes wrong with the service leaves as a `StoreError`. */
export const request = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(`Cosmos DB refused (${statusOf(error) ?? 'no answer'}): ${reasonOf(error)}.`, {
      cause: error,
    });
  }
};
