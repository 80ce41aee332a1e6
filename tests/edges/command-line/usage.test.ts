import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { commandLine, expectSentence, jsonOf, PLAN_FILE } from './command-line.ts';

const cli = commandLine();
const here = () => ['--store', `sqlite:${cli.path('prepared.db')}`];

describe('--json prints exactly one JSON value on stdout, and everything else on stderr', () => {
  it.each<[string, readonly string[], 1 | 2]>([
    ['an unknown command', ['frobnicate'], 2],
    ['a missing argument', ['item'], 2],
    ['an item that is not there', ['item', 'MT0'], 2],
    ['a person who is not there', ['item', 'MT924', '--as', 'ingen'], 2],
  ])('for %s', async (_, args, exit) => {
    const ran = await cli.run(...args, '--json', ...(args.length > 1 ? here() : []));
    const { error } = jsonOf<{ error: string }>(ran);
    expect(error).toMatch(/^[A-Z"-].*[.]$/);
    expect(ran.exit).toBe(exit);
    expect(ran.err.endsWith(`${error}\n`)).toBe(true);
  });

  it('for a refusal', async () => {
    const args = ['import', PLAN_FILE, '--plan', '2021', '--dry-run', ...here()];
    const ran = await cli.run(...args, '--as', 'erik.sandstrom@sormland.example.se', '--json');
    expect(ran.exit).toBe(1);
    expect(jsonOf(ran)).toEqual({ error: ran.err.trimEnd() });
  });

  it('for help', async () => {
    const ran = await cli.run('round', 'open', '--help', '--json');
    expect([ran.exit, ran.err]).toEqual([0, '']);
    expect(jsonOf(ran)).toEqual({ help: expect.stringContaining('--deadline <date>') });
  });
});

describe('without --json', () => {
  it('help names every command, and help for a command every option', async () => {
    const { exit, out } = await cli.run('--help');
    expect(exit).toBe(0);
    const names = [
      'import',
      'item',
      'ask',
      'round',
      'deliveries',
      'directory',
      'governance',
      'audit',
      'export',
    ];
    for (const name of [...names, 'case', 'registry', 'remove-texts', 'demo'])
      expect(out).toMatch(`\n  ${name} `);
    for (const option of ['--store', '--now', '--as', '--json']) expect(out).toContain(option);
  });

  it('a wrong command, option or argument is one sentence and exit 2', async () => {
    expectSentence(await cli.run('frobnicate'), 2, /^Unknown command 'frobnicate'/);
    expectSentence(await cli.run('item', 'MT924', '--frobnicate'), 2, /^Unknown option '--frobnicate'/);
    expectSentence(await cli.run('import', PLAN_FILE, ...here()), 2, /'--plan <year>' not specified/);
  });
});

describe('--store', () => {
  it('comes from the environment where it is not given', async () => {
    const STORE = `sqlite:${cli.path('prepared.db')}`;
    expect(await cli.runIn({ STORE }, 'item', 'MT924')).toMatchObject({ exit: 0, err: '' });
  });

  it('that names no store, a folder or no database is bad input', async () => {
    const tries = (store: string) => cli.run('item', 'MT924', '--store', store);
    expectSentence(await tries('samordna.db'), 2, /^--store is "samordna.db", which names no store/);
    expectSentence(await tries(`sqlite:${cli.path('.')}`), 2, /is a folder: name the database file in it/);
    const letter = await cli.file('letter.db', 'Dear database,\n');
    expectSentence(await tries(`sqlite:${letter}`), 2, /letter\.db is no SQLite database/);
  });
});

describe('--now', () => {
  it('is the time that the command acts at', async () => {
    const open = ['round', 'open', 'MT924', '--deadline', '2026-12-04', '--dry-run', ...here(), '--now'];
    expect((await cli.run(...open, '2026-12-04T23:59:58+01:00')).exit).toBe(0);
    expect((await cli.run(...open, '2026-12-05T00:00:00+01:00')).exit).toBe(1);
    expectSentence(await cli.run(...open, '2026-13-01'), 2, /^--now is "2026-13-01", which is no instant/);
  });
});

it('every command, option and exit code is written down', async () => {
  const read = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');
  const program = await readdir(new URL('../../../src/cli/program/', import.meta.url));
  const [page, ...groups] = await Promise.all([
    read('docs/cli.md'),
    read('src/cli/main.ts'),
    ...program.map((file) => read(`src/cli/program/${file}`)),
  ]);
  const main = groups.join('\n');
  const commands = [...main.matchAll(/\.command\('([a-z-]+)/g)].map(([, name = '']) => name);
  const options = [...main.matchAll(/ption\('(--[a-z-]+)/g)].map(([, name = '']) => name);
  expect([commands.length, options.length].every((count) => count > 15)).toBe(true);
  for (const name of new Set([...commands, ...options])) expect(page).toContain(name);
});

it('a reader that closes the pipe early ends nothing in the middle: `| head -1`', async () => {
  const main = new URL('../../../src/cli/main.ts', import.meta.url).pathname;
  const line = `"${process.execPath}" "${main}" export --region sormland --format jsonl ${here().join(' ')} | head -1; exit \${PIPESTATUS[0]}`;
  const shell = spawn('bash', ['-c', line], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  shell.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const exit = await new Promise((done) => shell.on('close', done));
  expect([exit, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ authority: 'sormland' });
});
