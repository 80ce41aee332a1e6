import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalBrowser, openBrowser } from '#support/browser/browser.ts';
import { type Chat, openAs } from './chat.ts';

/** One line that the demo prints for each person: their address, name and role. */
const LINE = /^ {2}(http:\/\/127\.0\.0\.1:\d+) {2}([^,]+), ([^,]+), /gm;
const WINDOWS = 7;
const START_MS = 180_000;

export interface Demo {
  readonly store: string;
  readonly process: ChildProcess;
  /** Everything that was printed so far. */
  said(): string;
  /** Name → address of the person's local Teams. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Ends it as `signal` does, and waits until it has. */
  end(signal: 'SIGINT' | 'SIGKILL'): Promise<void>;
}

/** A block of ports for the bot and the windows that is free now. */
const freeBlock = async (): Promise<number> => {
  for (let tried = 0; tried < 50; tried += 1) {
    const first = 20_000 + Math.floor(Math.random() * 20_000);
    const held = await Promise.all(Array.from({ length: WINDOWS + 1 }, (_, i) => hold(first + i)));
    const open = held.filter((server) => server !== null);
    await Promise.all(open.map((server) => new Promise((done) => server.close(done))));
    if (open.length === held.length) return first;
  }
  throw new Error('No free block of ports was found');
};
const hold = (port: number): Promise<Server | null> =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(null));
    server.listen(port, '127.0.0.1', () => done(server));
  });

export interface DemoFolder {
  readonly store: string;
  remove(): Promise<void>;
}
export const demoFolder = async (): Promise<DemoFolder> => {
  const folder = await mkdtemp(join(tmpdir(), 'samordna-e2e-'));
  return {
    store: `sqlite:${join(folder, 'demo.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

/** The demo as `npm run demo` starts it, on a store and ports of its own. */
export const startDemo = async (store: string, ...options: readonly string[]): Promise<Demo> => {
  const port = await freeBlock();
  const child = spawn(
    process.execPath,
    ['src/demo/main.ts', '--store', store, '--port', String(port), ...options],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const until = Date.now() + START_MS;
  while (!said.includes('Ctrl-C ends it')) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`The demo did not start:\n${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    store,
    process: child,
    said: () => said,
    addresses: new Map(
      [...said.matchAll(LINE)].map(([, url = '', name = '']): [string, string] => [name, url]),
    ),
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
};

export interface Windows {
  of(name: string): Chat;
  close(): Promise<void>;
}

/** Opens everybody's chat: a local Teams knows its conversations only from then on. */
export const openWindows = async (demo: Demo): Promise<Windows> => {
  const browser: LocalBrowser = await openBrowser();
  const chats = new Map(
    await Promise.all(
      [...demo.addresses].map(
        async ([name, url]): Promise<[string, Chat]> => [
          name,
          await openAs(browser, { url, person: { name } }),
        ],
      ),
    ),
  );
  return {
    of: (name) => {
      const chat = chats.get(name);
      if (!chat) throw new Error(`${name} has no window; there are ${[...chats.keys()].join(', ')}`);
      return chat;
    },
    close: () => browser.close(),
  };
};
