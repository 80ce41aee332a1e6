interface Known {
  readonly runs: number;
  readonly failed: number;
  readonly took: number;
}

const UNKNOWN: Known = { runs: 0, failed: 0, took: 0 };
/** What a test that has not run yet is taken to take, in milliseconds: as long as most. */
const USUAL = 0.5;

/** Which tests to run first, learnt as they run: those that find most for the time they take. */
export const createOrder = () => {
  const known = new Map<string, Known>();
  const worth = (id: string): number => {
    const { runs, failed, took } = known.get(id) ?? UNKNOWN;
    return (failed + 1) / (runs + 2) / ((took + USUAL) / (runs + 1));
  };
  return {
    note: (id: string, failed: boolean, took: number): void => {
      const before = known.get(id) ?? UNKNOWN;
      known.set(id, {
        runs: before.runs + 1,
        failed: before.failed + (failed ? 1 : 0),
        took: before.took + took,
      });
    },
    sorted: (ids: readonly string[]): readonly string[] =>
      ids
        .map((id) => ({ id, worth: worth(id) }))
        .sort((one, other) => other.worth - one.worth)
        .map(({ id }) => id),
  };
};
