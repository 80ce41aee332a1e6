import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DeliveryPoint } from '#delivery/options.ts';
import type { Instant } from '#domain/shared/ids.ts';

export type Order =
  | {
      readonly do: 'start';
      readonly path: string;
      /** Business time, which stands still. */
      readonly now: Instant;
      /** How far the machine's clock is ahead of this one's. */
      readonly aheadMs: number;
      /** Sends at Teams' pace; otherwise as fast as the machine. */
      readonly paced?: boolean;
    }
  | { readonly do: 'stand-still'; readonly point: DeliveryPoint };
export type Report =
  | { readonly ready: true }
  | { readonly port: number }
  | { readonly armed: DeliveryPoint }
  | { readonly reached: DeliveryPoint };

/** A server in a process of its own. */
export interface ServerProcess {
  readonly endpoint: string;
  /** From now on delivery stands still at this point; resolves once that holds, `reached` when it does. */
  standStillAt(point: DeliveryPoint): Promise<{ readonly reached: Promise<void> }>;
  kill(): Promise<void>;
}

export interface Servers {
  start(path: string, now: Instant, options?: { readonly paced?: boolean }): Promise<ServerProcess>;
  /** Kills whatever still runs. */
  close(): Promise<void>;
}

const CHILD = fileURLToPath(new URL('./server-child.ts', import.meta.url));
/** Longer than any lease, so that each process finds those of the one before lapsed. */
const LATER_MS = 600_000;

/** What the child reports under this key; rejects when it ends before it does. */
const heard = <K extends string>(child: ChildProcess, key: K): Promise<Record<K, unknown>> =>
  new Promise((resolve, reject) => {
    const listen = (report: object): void => {
      if (!(key in report)) return;
      child.off('message', listen);
      resolve(report as Record<K, unknown>);
    };
    child.on('message', listen);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before ${key}`)));
  });

/** Keeps some processes ready ahead of time. */
export const createServers = (spares: number): Servers => {
  const children = new Set<ChildProcess>();
  const prepare = (): { readonly child: ChildProcess; readonly ready: Promise<unknown> } => {
    const child = fork(CHILD, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    children.add(child);
    child.once('exit', () => children.delete(child));
    const ready = heard(child, 'ready');
    ready.catch(() => undefined);
    return { child, ready };
  };
  const waiting = Array.from({ length: spares }, prepare);
  let started = 0;

  const end = async (child: ChildProcess): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    start: async (path, now, options = {}) => {
      waiting.push(prepare());
      const next = waiting.shift() ?? prepare();
      const { child } = next;
      const order = (what: Order) => child.send(what);
      await next.ready;
      const listening = heard(child, 'port');
      order({ do: 'start', path, now, aheadMs: started * LATER_MS, ...options });
      started += 1;
      const { port } = await listening;
      return {
        endpoint: `http://127.0.0.1:${port}/api/messages`,
        standStillAt: async (point) => {
          const armed = heard(child, 'armed');
          const reached = heard(child, 'reached').then(() => undefined);
          reached.catch(() => undefined);
          order({ do: 'stand-still', point });
          await armed;
          return { reached };
        },
        kill: () => end(child),
      };
    },
    close: async () => {
      await Promise.all([...children].map(end));
    },
  };
};
