/**
 * How thorough the random stories are: 10,000 of each, fewer where `FAST_RUNS` says so (1: 500; otherwise that number).
 * The seed is fixed, so that a run can be repeated; `SEED` chooses another, and each test prints its own.
 */
const fast = Number(process.env.FAST_RUNS ?? 0);
export const RUNS = fast === 0 ? 10_000 : fast === 1 ? 500 : fast;

export const seeded = (what: string, seed: number): { readonly numRuns: number; readonly seed: number } => {
  const chosen = process.env.SEED === undefined ? seed : Number(process.env.SEED);
  console.info(`${what}: ${RUNS} random runs, seed ${chosen}`);
  return { numRuns: RUNS, seed: chosen };
};
