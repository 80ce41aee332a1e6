/**
 * `npm run faults`: random pushes under everything that can go wrong, and a table of what came of each delivery. Options:
 * `--schedules N` (10000) on virtual time, `--http N` (200) over loopback, `--kills N` (200) of the server during a push of
 * `--people N` (1000), `--seed N` (1), `--jobs N` processes. Exits with 1 when anything was lost or shown twice.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runKills } from './schedules/kills.ts';
import { runOverHttp } from './schedules/over-http.ts';
import { NOTHING, sum, type Tally, table } from './schedules/tally.ts';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '10000' },
    http: { type: 'string', default: '200' },
    kills: { type: 'string', default: '200' },
    people: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) },
  },
});
const number = (name: keyof typeof values): number => {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  console.error(`--${name} is "${values[name]}": give a whole number.`);
  process.exit(2);
};
const [schedules, http, kills, people, seed, jobs] = [
  number('schedules'),
  number('http'),
  number('kills'),
  number('people'),
  number('seed'),
  Math.max(1, number('jobs')),
];

const progress = (what: string, done: number, all: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${what}: ${done} of ${all}   `);
  else if (done === all || done % Math.max(1, Math.floor(all / 10)) === 0)
    console.error(`${what}: ${done} of ${all}`);
};
const wrong = (what: string, { lost, duplicated }: Tally): void => {
  if (lost > 0 || duplicated > 0) console.error(`\n${what}: lost ${lost}, duplicated ${duplicated}`);
};

/** Each process takes every `jobs`-th seed. */
const onVirtualTime = async (): Promise<Tally> => {
  let done = 0;
  const child = fileURLToPath(new URL('./schedules/child.ts', import.meta.url));
  const job = (first: number): Promise<Tally> =>
    new Promise((resolve, reject) => {
      let total = NOTHING;
      const running = fork(child, [String(seed + first), String(jobs), String(seed + schedules)]);
      running.on('message', ({ seed: of, tally }: { readonly seed: number; readonly tally: Tally }) => {
        wrong(`Seed ${of}`, tally);
        total = sum([total, tally]);
        done += 1;
        progress('Schedules', done, schedules);
      });
      running.on('exit', (code) => {
        if (code === 0) resolve(total);
        else reject(new Error(`A schedule broke off with ${code}: the seed stands above`));
      });
    });
  return sum(await Promise.all(Array.from({ length: Math.min(jobs, schedules) }, (_, i) => job(i))));
};

const overHttp = async (): Promise<Tally> => {
  let total = NOTHING;
  for (let i = 0; i < http; i += 1) {
    const tally = await runOverHttp(seed + i);
    wrong(`Over HTTP, seed ${seed + i}`, tally);
    total = sum([total, tally]);
    progress('Over HTTP', i + 1, http);
  }
  return total;
};

const rows: (readonly [string, Tally])[] = [];
if (schedules > 0) rows.push([`${schedules} schedules, virtual time`, await onVirtualTime()]);
if (http > 0) rows.push([`${http} schedules over HTTP`, await overHttp()]);
if (kills > 0) {
  const { killed, ...tally } = await runKills(seed, kills, people, (done) => progress('Kills', done, kills));
  rows.push([`${killed} kills, a push of ${people}`, tally]);
}
const all = sum(rows.map(([, tally]) => tally));
if (process.stderr.isTTY) process.stderr.write('\r');
console.log(table([...rows, ['all', all]]));
process.exitCode = all.lost + all.duplicated > 0 ? 1 : 0;
