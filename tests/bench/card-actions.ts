/**
 * Card actions per second of the whole path (HTTP → authentication's checks → zod → decide → durable commit → rendered
 * card) beside a bare teams-ai handler that returns a constant card, in the same run.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { cardAction } from '#support/connector/activities.ts';

const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 20;

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU of the server's process, all threads, in ms per action: what a busy machine distorts least. */
  readonly cpu: number;
}
interface Ready {
  readonly port: number;
  readonly items?: readonly string[];
  readonly units?: readonly { readonly unit: string; readonly person: string }[];
}

const start = async (name: string): Promise<{ child: ChildProcess; ready: Ready }> => {
  const child = fork(new URL(`./servers/${name}.ts`, import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [ready] = (await once(child, 'message', { signal: AbortSignal.timeout(120_000) })) as [Ready];
  return { child, ready };
};

let serial = 0;
/** A fresh answer each time, so that each press is an event and a commit. */
const body = ({ port, items = ['MT924'], units = [] }: Ready): string => {
  serial += 1;
  const { unit, person } = units[serial % Math.max(1, units.length)] ?? {
    unit: 'sormland/Operation',
    person: '11111111-1111-4111-8111-111111111111:aaaaaaaa-0000-4000-8000-000000000002',
  };
  const item = items[Math.floor(serial / 4) % items.length];
  const [tenantId = '', objectId = ''] = person.split(':');
  const data = {
    verb: 'request.yes',
    item,
    unit,
    round: 1,
    revision: 1,
    commitment: { binding: 'estimate', value: 1000 + serial },
  };
  return JSON.stringify(
    cardAction({ tenantId, objectId }, data, { serviceUrl: `http://127.0.0.1:${port}/` }),
  );
};

/** CPU that a server has used so far, in ms. */
const cpuOf = async (child: ChildProcess): Promise<number> => {
  child.send('cpu');
  const [usage] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return (usage.user + usage.system) / 1000;
};

let acknowledged = 0;
const measure = async (
  { child, ready }: { readonly child: ChildProcess; readonly ready: Ready },
  expected: string,
): Promise<Measured> => {
  let wrong: string | null = null;
  let answered = 0;
  const before = await cpuOf(child);
  const result = await autocannon({
    url: `http://127.0.0.1:${ready.port}/api/messages`,
    connections: CONNECTIONS,
    duration: SECONDS,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    requests: [
      {
        setupRequest: (request) => ({ ...request, body: body(ready) }),
        onResponse: (status, text) => {
          answered += 1;
          if (status !== 200 || !text.includes(expected)) wrong ??= `${status} ${text.slice(0, 300)}`;
          else if (ready.items) acknowledged += 1;
        },
      },
    ],
  });
  if (wrong !== null) throw new Error(`A wrong answer makes the figures worthless: ${wrong}`);
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: ((await cpuOf(child)) - before) / answered,
  };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const summary = (rounds: readonly Measured[]): Measured => ({
  perSecond: median(rounds.map((round) => round.perSecond)),
  p50: median(rounds.map((round) => round.p50)),
  p99: median(rounds.map((round) => round.p99)),
  cpu: median(rounds.map((round) => round.cpu)),
});

/** The figures, and the same as lines to read. */
export const cardActions = async () => {
  const bare = await start('bare');
  const whole = await start('samordna');
  const figures: { bare: Measured[]; whole: Measured[] } = { bare: [], whole: [] };
  // The first round warms both up and is not counted; then turn by turn, so that a noisy minute hits both.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await measure(bare, 'AdaptiveCard');
    const other = await measure(whole, 'AdaptiveCard');
    if (round === 0) continue;
    figures.bare.push(one);
    figures.whole.push(other);
  }
  whole.child.send('count');
  const [{ answers }] = (await once(whole.child, 'message')) as [{ answers: number }];
  for (const { child } of [bare, whole]) {
    child.disconnect();
    await once(child, 'exit');
  }
  // Answers whose reply was cut off at the end of a round are committed and not acknowledged; never the other way.
  if (answers < acknowledged)
    throw new Error(`${acknowledged} answers were acknowledged, ${answers} are there`);

  const baseline = summary(figures.bare);
  const samordna = summary(figures.whole);
  const json = {
    connections: CONNECTIONS,
    rounds: ROUNDS,
    secondsPerRound: SECONDS,
    bare: baseline,
    samordna,
    ratio: samordna.perSecond / baseline.perSecond,
    p99Ratio: samordna.p99 / baseline.p99,
    cpuRatio: baseline.cpu / samordna.cpu,
    acknowledged,
    committed: answers,
  };
  const text: string[] = [];
  const line = (name: string, { perSecond, p50, p99, cpu }: Measured) =>
    `${name.padEnd(10)} ${perSecond.toFixed(0).padStart(6)} actions/s   p50 ${p50} ms   p99 ${p99} ms   CPU ${cpu.toFixed(3)} ms/action`;
  text.push(line('bare', baseline));
  text.push(line('samordna', samordna));
  text.push(
    `ratio ${json.ratio.toFixed(2)}   p99 ratio ${json.p99Ratio.toFixed(2)}   CPU ratio ${json.cpuRatio.toFixed(2)}   ${answers} answers committed`,
  );
  return { json, text };
};
