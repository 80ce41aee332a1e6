/** Lets whoever else waits for the process go on: between two steps of work that is long in a large plan. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** All steps, with a breath between two of them. */
export const inSteps = async <T>(steps: Generator<void, T>): Promise<T> => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
};
