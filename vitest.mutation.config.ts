import { defineConfig } from 'vitest/config';

/** What a mutant must survive: the rules' own tests, since a rule that only an edge's test holds is held by nobody. */
export default defineConfig({
  test: { include: ['tests/domain/**/*.test.ts'], testTimeout: 60_000 },
});
