import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';

const inProject = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const MAIN = inProject('src/cli/main.ts');

export const PLAN_FILE = inProject('src/demo/data/uhm_2021_number_of_procurements.csv');
export const VALUES_FILE = inProject('src/demo/data/uhm_2021_contracted_value.csv');
export const DIRECTORY_FILE = inProject('src/demo/data/directory.csv');
export const GOVERNANCE_FILE = inProject('src/demo/data/governance.json');
export const NOTICES_FILE = inProject('tests/fixtures/plans/notices.csv');
export const NOTICES_MAPPING = inProject('tests/fixtures/plans/notices.mapping.json');

export const ANNA = 'anna.lindqvist@sormland.example.se';
export const NOW = '2026-11-23T09:00:00+01:00';

/** What a finished command left behind. */
export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** One command as an operator's shell runs it, with nothing in the environment but what is given. */
const spawned = async (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran> => {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const [exit] = (await once(child, 'close')) as [number | null];
  return { exit, ...said };
};

/** The one JSON value that `--json` promises; fails for anything before or after it. */
export const jsonOf = <T = unknown>({ out }: Ran): T => {
  expect(out.endsWith('\n')).toBe(true);
  return JSON.parse(out) as T;
};

/** One sentence on stderr, nothing on stdout, no trace of code. */
export const expectSentence = (ran: Ran, exit: 1 | 2, like: RegExp): void => {
  expect(ran).toEqual({ exit, out: '', err: expect.stringMatching(like) });
  expect(ran.err).toMatch(/^[^\n]+[.]\n$/);
  expect(ran.err).not.toMatch(/\bat file:|node:|[.]ts\b|undefined|\[object/);
};

export interface Bench {
  /** Runs a command in the file's own folder. */
  run(...args: readonly string[]): Promise<Ran>;
  /** The same, and the value that it prints with `--json`; the exit code must be 0. */
  json<T = unknown>(...args: readonly string[]): Promise<T>;
  runIn(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran>;
  path(name: string): string;
  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>;
  /** A store of its own with the demo's plan, people and governance, as `--store` takes it. */
  prepared(name: string): Promise<string>;
}

/**
 * For one test file: a folder, and in it a store that tests read or copy, prepared as `demo prepare` does or, where
 * that is not needed, not at all.
 */
export const commandLine = ({ prepare = true } = {}): Bench => {
  let folder = '';
  const path = (name: string): string => join(folder, name);
  const run = (...args: readonly string[]): Promise<Ran> => spawned(args, folder, {});
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samordna-cli-'));
    if (!prepare) return;
    const made = await run('demo', 'prepare', '--store', `sqlite:${path('prepared.db')}`, '--now', NOW);
    expect(made).toMatchObject({ exit: 0, err: '' });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    run,
    path,
    json: async <T>(...args: readonly string[]) => {
      const ran = await run(...args, '--json');
      expect(ran, ran.err).toMatchObject({ exit: 0 });
      return jsonOf<T>(ran);
    },
    runIn: (env, ...args) => spawned(args, folder, env),
    file: async (name, content) => {
      await writeFile(path(name), content);
      return path(name);
    },
    prepared: async (name) => {
      await copyFile(path('prepared.db'), path(name));
      return `sqlite:${path(name)}`;
    },
  };
};
