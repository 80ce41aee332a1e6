import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
const LISTENS = /"port":(\d+),"msg":"Samordna listens"/;

let folder: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samordna-'));
});
afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  running.clear();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `npm start` in an environment with nothing else in it. */
const start = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [MAIN], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  /** After its streams have been read to their ends. */
  const ended = once(child, 'close').then(([code]) => code as number | null);
  /** The port that it says it listens on; rejects when it ends instead. */
  const listening = new Promise<number>((resolve, reject) => {
    child.stdout.on('data', () => {
      const port = LISTENS.exec(said.out)?.[1];
      if (port) resolve(Number(port));
    });
    void ended.then((code) => reject(new Error(`It ended with ${code}: ${said.err}`)));
  });
  // A process that is meant to end has nobody waiting for its port.
  listening.catch(() => {});
  return { child, said, ended, listening };
};

const store = (name: string): string => `sqlite:${join(folder, name)}`;

/** Exit 2, nothing but sentences on stderr, and no trace of code. */
const expectSentences = async (env: Record<string, string>, ...beginnings: readonly RegExp[]) => {
  const { said, ended } = start(env);
  expect(await ended).toBe(2);
  const lines = said.err.trimEnd().split('\n');
  expect(lines).toEqual(beginnings.map((beginning) => expect.stringMatching(beginning)));
  for (const line of lines) expect(line).toMatch(/\.$/);
  expect(said.err).not.toMatch(/\n\s+at |node:|\.ts/);
};

describe('npm start refuses, with exit code 2 and sentences', () => {
  it('an environment without anything', () =>
    expectSentences({}, /^BOT_ID is missing: /, /^ALLOWED_TENANTS is missing: /));

  it('the local mode in production', () =>
    expectSentences({ LOCAL_TEAMS: '1', NODE_ENV: 'production' }, /^LOCAL_TEAMS is 1 while NODE_ENV/));

  it('a store that is none', async () => {
    await writeFile(join(folder, 'letter.db'), 'Dear database,\n');
    await expectSentences(
      { LOCAL_TEAMS: '1', PORT: '0', STORE: store('letter.db') },
      /letter\.db is no SQLite database/,
    );
  });

  it('a port that is taken', async () => {
    const other: Server = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      await expectSentences(
        { LOCAL_TEAMS: '1', PORT: String(port), STORE: store('port.db'), LOG_LEVEL: 'silent' },
        /^Port \d+ is taken by another program: /,
      );
    } finally {
      other.close();
    }
  });
});

describe('npm start in local mode', () => {
  it('listens on 127.0.0.1 only, is ready, and ends when it is told to', async () => {
    const { child, said, ended, listening } = start({
      LOCAL_TEAMS: '1',
      PORT: '0',
      STORE: store('local.db'),
    });
    const port = await listening;
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    const elsewhere = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1')
      .map(({ address }) => address);
    // Linux answers on the whole of 127/8, so that there is always one that is not 127.0.0.1.
    for (const address of [...elsewhere, '127.0.0.2']) {
      const call = fetch(`http://${address}:${port}/health/live`, { signal: AbortSignal.timeout(2000) });
      await expect(call, address).rejects.toThrow();
    }
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said.out).toContain('Samordna has stopped; nothing is lost');
    expect(said.err).toBe('');
  });
});
