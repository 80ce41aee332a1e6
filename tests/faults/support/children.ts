import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./delivery-child.ts', import.meta.url));

export interface Child {
  /** Resolves when the child says that it stands at its point; rejects when it ends without. */
  readonly reached: Promise<void>;
  /** The exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
  kill(): Promise<void>;
}

/** `until`: a delivery point, or `end`. */
export const startChild = (path: string, until: string, clockOffsetMs = 0): Child => {
  const child: ChildProcess = spawn(process.execPath, [CHILD, path, until, String(clockOffsetMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const reached = Promise.race([
    once(child.stdout ?? child, 'data').then(() => undefined),
    ended.then((code) => Promise.reject(new Error(`The child ended with ${code} before ${until}`))),
  ]);
  reached.catch(() => undefined);
  return {
    reached,
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
