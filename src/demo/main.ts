import { mkdir, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import { runningClock, type Speed } from '#application/stored-clock.ts';
import { loadDemoConfig } from '#config';
import { regionsOf } from '#domain/authority/governance.ts';
import type { Person, Role } from '#domain/directory/person.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import { unitName } from '#domain/shared/ids.ts';
import { openStore } from '#store/open.ts';
import { startServer } from '../server.ts';
import { CAST_ROLES, type CastRole, castOf, EXTRA_ROLES, ROLE_NAMES } from './cast.ts';
import { PlaygroundError } from './playground/error.ts';
import type { PlaygroundPerson } from './playground/person.ts';
import { type Playground, startPlaygrounds } from './playground/start.ts';
import { prepareDemo } from './prepare.ts';
import { addScenes } from './scenes/index.ts';
import { parseSpeed } from './speed.ts';

interface Options {
  readonly store?: string;
  readonly port: number;
  readonly speed?: Speed;
  readonly reset?: boolean;
  readonly as?: CastRole;
  readonly with?: readonly Role[];
}

const port = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 65_500) return value;
  throw new InvalidArgumentError('A port is a whole number from 1 to 65500.');
};
const speed = (text: string): Speed => {
  const parsed = parseSpeed(text);
  if (parsed) return parsed;
  throw new InvalidArgumentError('Write it like 1d=10s: a day of the demo in ten seconds.');
};
const role = (text: string): CastRole => {
  const found = CAST_ROLES.find((name) => name === text);
  if (found) return found;
  throw new InvalidArgumentError(`Choose one of ${CAST_ROLES.join(', ')}.`);
};
const roles = (text: string): readonly Role[] =>
  text.split(',').map((name) => {
    const found = EXTRA_ROLES.find((one) => one === name.trim());
    if (found) return found;
    throw new InvalidArgumentError(`Choose among ${EXTRA_ROLES.join(', ')}, separated by commas.`);
  });

const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(2);
};

const parse = (): Options => {
  const program = new Command('demo')
    .description(
      'Samordna on this machine: real procurements of 2021, invented people, a local Teams for each',
    )
    .option(
      '--store <url>',
      'where the demo keeps its data, sqlite:./data/demo.db unless STORE says another place',
    )
    .option('--port <n>', 'port of the bot; the people get those after it', port, 3978)
    .option('--speed <pace>', 'let time run faster: 1d=10s', speed)
    .option('--reset', 'start over: forget everything that was done')
    .option('--as <role>', `open only the windows of one role: ${CAST_ROLES.join(', ')}`, role)
    .option('--with <roles>', `windows for others too: ${EXTRA_ROLES.join(', ')}`, roles)
    .exitOverride();
  try {
    return program.parse().opts<Options>();
  } catch (error) {
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
    throw error;
  }
};

const options = parse();
const config = loadDemoConfig(options);
if (!config.ok) fail(config.error.join('\n'));
if (!config.ok) throw new Error('unreachable');
const { store: storeConfig } = config.value;

if (storeConfig.kind === 'sqlite') {
  const path = resolve(storeConfig.path);
  await mkdir(dirname(path), { recursive: true });
  if (options.reset) {
    for (const suffix of ['', '-wal', '-shm']) await rm(`${path}${suffix}`, { force: true });
  }
} else if (options.reset) {
  fail('--reset removes a file; a Cosmos database is removed where it was made. Leave --reset out.');
}

const log = pino({ level: config.value.logLevel }, pino.destination(2));
const store = await openStore(storeConfig);
const clock = await runningClock(store, { now: () => instantOf(Date.now()) }, options.speed ?? null);
// Before anybody can press anything.
await addScenes(store, clock.now());
const started = await startServer({ config: config.value, store, log, clock, tickMs: 250 });
if (!started.ok) {
  await store.close();
  fail(started.error);
}
if (!started.ok) throw new Error('unreachable');
const server = started.value;

const { items, directory } = await prepareDemo(store, server.samordna);
// A local Teams forgets its conversations when it closes: who is here now is learnt anew.
await server.samordna.addresses.forgetAll();
const governance = await server.samordna.rules.at(clock.now());
const cast = castOf(directory, regionsOf(governance), { only: options.as, more: options.with });

let stopping = false;
let windows: readonly Playground[] = [];
const keeping = setInterval(() => void clock.keep().catch(() => {}), 2000);
const stop = async (): Promise<void> => {
  if (stopping) return;
  stopping = true;
  clearInterval(keeping);
  await Promise.all(windows.map((window) => window.stop()));
  await server.stop();
  await clock.keep();
  await store.close();
  console.log('\nStopped. Everything is kept: npm run demo goes on from here.');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

const account = ({ id, name, email }: Person): PlaygroundPerson => {
  const [tenantId = '', objectId = ''] = id.split(':');
  return { name, email, tenantId, objectId };
};
try {
  windows = await startPlaygrounds(
    cast.map(({ person }, i) => ({
      person: account(person),
      others: directory.people.filter((other) => other.region === person.region).map(account),
      botEndpoint: `http://127.0.0.1:${server.port}/api/messages`,
      botId: 'samordna',
      port: server.port + 1 + i,
    })),
  );
} catch (error) {
  if (!(error instanceof PlaygroundError)) throw error;
  console.error(error.message);
  await stop();
  process.exit(2);
}

console.log(`Samordna: ${items} real procurements of 2021, invented people (examples). Open these pages:\n`);
for (const [i, { person, role: part }] of cast.entries()) {
  const url = windows[i]?.url ?? '';
  console.log(`  ${url}  ${person.name}, ${ROLE_NAMES[part]}, ${unitName(person.unit)} (${person.region})`);
}
console.log('\nStart as the officer: write "visa planen" or "fråga enheterna om MT924 till 4 december".');
if (!options.with) {
  console.log(
    '--with secretary,registrar opens windows for them too: from 50 mnkr the board decides, and its secretary registers that.',
  );
}
console.log('Ctrl-C ends it; --reset starts over; --speed 1d=10s lets time run.');
