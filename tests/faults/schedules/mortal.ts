const NEVER = new Promise<never>(() => undefined);

/** A process that can be killed: from then on nothing that it asked for is answered, and nothing that it asks for is done. */
export interface Mortal {
  readonly dead: () => boolean;
  kill(): void;
  /** The same thing as this process sees it. What had been asked before the kill still happens. */
  of<T extends object>(thing: T): T;
}

export const createMortal = (): Mortal => {
  let dead = false;
  return {
    dead: () => dead,
    kill: () => {
      dead = true;
    },
    of: <T extends object>(thing: T): T =>
      Object.fromEntries(
        Object.entries(thing).map(([name, method]) => [
          name,
          typeof method !== 'function'
            ? method
            : (...given: unknown[]) => {
                if (dead) return NEVER;
                const answer: unknown = method(...given);
                if (!(answer instanceof Promise)) return answer;
                return answer.then(
                  (value: unknown) => (dead ? NEVER : value),
                  (error: unknown) => (dead ? NEVER : Promise.reject(error)),
                );
              },
        ]),
      ) as T,
  };
};
