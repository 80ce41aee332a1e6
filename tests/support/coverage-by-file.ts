import { afterAll, inject } from 'vitest';

/** What Stryker's instrumented code counts: how often each mutant was reached, while modules load and by each test. */
interface Coverage {
  readonly static: Readonly<Record<string, number>>;
  perTest: Record<string, Readonly<Record<string, number>>>;
}
interface Counted {
  mutantCoverage?: Coverage;
  /** What the instrumented modules hold on to, whatever is handed out. */
  held?: Coverage;
}

/**
 * The test files share one worker, so what was counted for one file would be handed out again with every file after it:
 * ninety copies of all, and the worker out of memory. Each file hands out what its own tests reached.
 */
const name = inject('globalNamespace' as never) as string | undefined;
if (name !== undefined) {
  const spaces = globalThis as unknown as Record<string, Counted | undefined>;
  const space: Counted = spaces[name] ?? {};
  spaces[name] = space;
  const held: Coverage = space.held ?? { static: {}, perTest: {} };
  space.held = held;
  space.mutantCoverage = held;
  held.perTest = {};
  // Stryker's own hook, which hands out what stands here, was set before this one and therefore comes after it.
  afterAll(() => {
    space.mutantCoverage = { static: { ...held.static }, perTest: held.perTest };
  });
}
