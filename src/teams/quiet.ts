import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();
let installed = false;

/**
 * Runs work whose `console.error` calls are dropped: the SDK's token check prints its public keys there at every bad
 * token. Only what this very work prints is dropped, not what runs beside it.
 */
export const quietly = <T>(work: () => Promise<T>): Promise<T> => {
  if (!installed) {
    installed = true;
    const print = console.error;
    console.error = (...parts: unknown[]) => {
      if (!quiet.getStore()) print.apply(console, parts);
    };
  }
  return quiet.run(true, work);
};
