import { registerHooks } from 'node:module';

const REMEMBERED = '/src/domain/shared/remembered.ts';

/** From here on what is loaded takes its tests' words from here, and the rules remember nothing from one mutant to the next. */
export const hook = (): void => {
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === 'vitest') {
        return { url: new URL('./vitest.ts', import.meta.url).href, shortCircuit: true };
      }
      const found = next(specifier, context);
      // The memory's own tests see it as it is.
      return found.url.endsWith(REMEMBERED) && context.parentURL?.includes('/src/')
        ? { ...found, url: new URL('../../../tests/mutation/forgetting.ts', found.url).href }
        : found;
    },
  });
};
