import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import type { Playground } from '#demo/playground/start.ts';
import { startPlayground, startPlaygrounds } from '#demo/playground/start.ts';
import { openBrowser } from '#support/browser/browser.ts';
import { openAs } from './support/chat.ts';
import { answers, otherAddresses } from './support/connecting.ts';
import { ANNA, BO, teamsOf } from './support/people.ts';
import { startSmallBot, textCard } from './support/small-bot.ts';

const started: Playground[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((playground) => playground.stop()));
});
const start = async (...list: Parameters<typeof startPlaygrounds>[0]): Promise<readonly Playground[]> => {
  const playgrounds = await startPlaygrounds(list);
  started.push(...playgrounds);
  return playgrounds;
};

test('two people of two organisations meet one bot, and each sees only what is theirs', async () => {
  const bot = await startSmallBot();
  onTestFinished(bot.close);
  const browser = await openBrowser();
  onTestFinished(browser.close);
  const [ofAnna, ofBo] = await start(teamsOf(ANNA, bot.port), teamsOf(BO, bot.port));
  if (!ofAnna || !ofBo) throw new Error('both were started');
  const [anna, bo] = await Promise.all([openAs(browser, ofAnna), openAs(browser, ofBo)]);

  // Installed by opening the page, welcomed once, and from then on reachable.
  await Promise.all([anna.waitForCard('Välkommen'), bo.waitForCard('Välkommen')]);
  const [toAnna, toBo] = [bot.met.get(ANNA.tenantId), bot.met.get(BO.tenantId)];
  if (!toAnna || !toBo) throw new Error(`the bot met ${[...bot.met.keys()]}`);
  expect(toAnna.serviceUrl).toBe(`${ofAnna.url}/_connector`);
  expect(toBo.serviceUrl).toBe(`${ofBo.url}/_connector`);

  await anna.say('handskar åäö');
  await anna.waitForCard('Anna Lind skrev: handskar åäö');
  await anna.say('sondmat');
  await anna.waitForCard('Anna Lind skrev: sondmat');

  await anna.pressUnanswered('Svara ja', 'handskar');
  await anna.waitForCard('Skriv en volym');
  expect(bot.pressed).toEqual([]);
  await anna.fill('Volym', '1200', 'handskar');
  await anna.fill('Behövs senast', '2027-03-01', 'handskar');
  await anna.fill('Villkor', 'Bara storlek M', 'handskar');
  await anna.choose('Slag', 'Bindande', 'handskar');
  await anna.choose('Delar', 'Flera', 'handskar');
  await anna.press('Svara ja', 'handskar');
  await anna.waitForCard('Tack Anna Lind, ditt svar är sparat');
  expect(bot.pressed).toEqual([
    {
      verb: 'answer',
      item: 'i1',
      volume: '1200',
      neededBy: '2027-03-01',
      text: 'Bara storlek M',
      kind: 'binding',
      lots: 'several',
    },
  ]);
  // The answer took the place of the card that was pressed, and of no other.
  expect(await anna.cards()).toEqual([
    'Välkommen till Samordna',
    'Tack Anna Lind, ditt svar är sparat',
    expect.stringContaining('Anna Lind skrev: sondmat'),
  ]);

  const sent = await bot.sender.send(toBo, textCard('Förfrågan om sondmat'), 'Förfrågan');
  if (sent.kind !== 'sent') throw new Error(`the card came to ${sent.kind}`);
  await bo.waitForCard('Förfrågan om sondmat');
  expect(await bo.lastText()).toBe('Förfrågan om sondmat');

  expect(
    await bot.sender.update(toBo, sent.activityId, textCard('Förfrågan är stängd'), 'Stängd'),
  ).toMatchObject({ kind: 'sent' });
  await bo.waitForCard('Förfrågan är stängd');
  expect(await bo.cards()).toEqual(['Välkommen till Samordna', 'Förfrågan är stängd']);
  expect(await anna.cards()).toHaveLength(3);
});

test('a local Teams is reached from this machine alone, and its page loads nothing from elsewhere', async () => {
  const open = createServer().listen(0);
  onTestFinished(() => void open.close());
  await once(open, 'listening');
  const control = (open.address() as AddressInfo).port;
  // Proves that the question below can be answered with yes.
  expect(await Promise.all(otherAddresses().map((host) => answers(host, control)))).toContain(true);

  const [teams] = await start(teamsOf(ANNA));
  if (!teams) throw new Error('it was started');
  expect(await answers('127.0.0.1', teams.port)).toBe(true);
  for (const host of otherAddresses()) expect(await answers(host, teams.port), host).toBe(false);
  expect((await fetch(teams.url)).headers.get('content-security-policy')).toMatch(
    /^default-src 'self' data:/,
  );
});

test("a local Teams' process calls nobody outside this machine, whatever its telemetry wants", async () => {
  const preload = new URL('../../src/demo/playground/loopback.ts', import.meta.url).href;
  const call = (url: string) =>
    promisify(execFile)(process.execPath, [
      ...['--import', preload, '--eval'],
      `fetch('${url}').then(() => console.log('called'), (error) => console.log(error.cause.message))`,
    ]);
  const server = createHttpServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect((await call(`http://127.0.0.1:${port}`)).stdout).toBe('called\n');
  for (const host of ['192.0.2.1', 'telemetry.example']) {
    expect((await call(`https://${host}`)).stdout).toContain(`calls nobody else on a network, not ${host}`);
  }
});

test('a taken port is an error in words, and the others that were started with it are ended', async () => {
  const [first] = await start(teamsOf(ANNA));
  if (!first) throw new Error('it was started');
  await expect(startPlayground({ ...teamsOf(BO), port: first.port })).rejects.toThrow(
    `Port ${first.port} is taken by another program: stop that one, or choose another port.`,
  );
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const free = (probe.address() as AddressInfo).port;
  probe.close();
  await expect(start({ ...teamsOf(ANNA), port: free }, { ...teamsOf(BO), port: first.port })).rejects.toThrow(
    'is taken by another program',
  );
  expect(await answers('127.0.0.1', free)).toBe(false);
  expect(await answers('127.0.0.1', first.port)).toBe(true);
});

test('a local Teams that cannot start says what its program wrote', async () => {
  const impossible = { ...ANNA, name: 'A'.repeat(300) };
  await expect(startPlayground(teamsOf(impossible))).rejects.toThrow(/did not start: .*256 characters/s);
});

test.each([
  ['interrupted by Ctrl-C', -1, 'SIGINT'],
  ['killed', 1, 'SIGKILL'],
] as const)(
  'a local Teams and its files are gone when whoever started it is %s',
  async (_how, whom, signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'samordna-test-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const parent = fork(new URL('./support/starter.child.ts', import.meta.url), {
      execArgv: [],
      detached: true,
      env: { ...process.env, TMPDIR: folder },
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [port] = (await once(parent, 'message')) as [number];
    expect(await answers('127.0.0.1', port)).toBe(true);
    expect(await readdir(folder)).toHaveLength(1);
    // A terminal sends Ctrl-C to the whole group, which is what a negative number means.
    process.kill(whom * (parent.pid ?? 0), signal);
    await expect.poll(() => answers('127.0.0.1', port), { timeout: 10_000 }).toBe(false);
    await expect.poll(() => readdir(folder), { timeout: 10_000 }).toEqual([]);
  },
);
