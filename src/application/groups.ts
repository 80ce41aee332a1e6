/** Settles a group together: for each request, in their order, what gives its result or throws what went wrong with it. */
type Settle<K, W, R> = (key: K, group: readonly W[]) => Promise<readonly (() => R)[]>;

interface Waiting<W, R> {
  readonly wanted: W;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** The longest group: enough for everybody who presses at once, few enough not to keep the first one waiting. */
const MOST = 64;

/** What is asked about a key while an earlier request about it is being settled waits, and is settled as one group. */
export const inGroups = <K, W, R>(settle: Settle<K, W, R>): ((key: K, wanted: W) => Promise<R>) => {
  const queues = new Map<K, Waiting<W, R>[]>();

  const settleAll = async (key: K, group: readonly Waiting<W, R>[]): Promise<void> => {
    try {
      const results = await settle(
        key,
        group.map(({ wanted }) => wanted),
      );
      for (const [i, { resolve, reject }] of group.entries()) {
        try {
          resolve((results[i] as () => R)());
        } catch (error) {
          reject(error);
        }
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };
  const run = async (key: K, queue: Waiting<W, R>[]): Promise<void> => {
    while (queue.length > 0) await settleAll(key, queue.splice(0, MOST));
    queues.delete(key);
  };

  return (key, wanted) =>
    new Promise((resolve, reject) => {
      const waiting = { wanted, resolve, reject };
      const queue = queues.get(key);
      if (queue) {
        queue.push(waiting);
        return;
      }
      const started = [waiting];
      queues.set(key, started);
      void run(key, started);
    });
};
