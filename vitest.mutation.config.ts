import { defineConfig } from 'vitest/config';

/**
 * What a mutant must survive: the rules' own tests, since a rule that only an edge's test holds is held by nobody.
 * All files share one worker and its modules: a run of everything takes two seconds instead of fourteen, and each mutant
 * gets a worker of its own all the same. The page of rules reads files, and runs nothing that could be changed.
 */
export default defineConfig({
  test: {
    include: ['tests/domain/**/*.test.ts'],
    exclude: ['tests/domain/rules-map.test.ts'],
    isolate: false,
    setupFiles: ['tests/support/coverage-by-file.ts'],
    testTimeout: 60_000,
  },
});
