import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runNaive } from './delivery/naive.ts';
import { PACED, peopleOf, renderedRequest, runPush, TENANTS, UNPACED } from './delivery/push.ts';
import { startTeams, type Teams } from './delivery/teams.ts';

export interface DeliverySize {
  /** Of the paced push, half of them in each tenant. */
  readonly people: number;
  /** Of the unpaced push, of the long one per round, and of the naive comparison. */
  readonly fast: number;
  readonly long: number;
  readonly naive: number;
}
export const FULL: DeliverySize = { people: 10_000, fast: 10_000, long: 10_000, naive: 2_000 };

const PER_SECOND = 50;
const ROUNDS = 10;
const megabytes = (): number => Math.round(process.memoryUsage.rss() / 1_048_576);
/** What is still in use after a collection: the rest of the heap is V8's to give back, which it seldom does. */
const liveMegabytes = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return Math.round(process.memoryUsage().heapUsed / 1_048_576);
};
const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
const withTeams = async <T>(work: (teams: Teams) => Promise<T>): Promise<T> => {
  const teams = await startTeams();
  try {
    return await work(teams);
  } finally {
    await teams.end();
  }
};

/** Two tenants at Teams' own limit: how close we come to it, and whether it was ever told us. */
export const deliveryPace = ({ people }: DeliverySize) =>
  withTeams(async (teams) => {
    // What an earlier benchmark left in this process is not collected while this one keeps time.
    liveMegabytes();
    await teams.begin({ perSecond: PER_SECOND });
    const { counts } = await runPush(teams, { people: peopleOf(people), limits: PACED });
    const { perTenant, tooFast, extra, chats, seconds } = await teams.report();
    const rates = TENANTS.map((tenant) => rounded(perTenant[tenant] ?? 0, 2));
    const json = {
      people,
      tenants: TENANTS.length,
      limitPerTenantAndSecond: PER_SECOND,
      perTenantAndSecond: rates,
      throttled: tooFast,
      seconds: rounded(seconds),
      sent: counts.sent,
      lost: people - chats,
      duplicated: extra,
    };
    return {
      json,
      text: [`${rates.join(' and ')} sends/s per tenant of ${PER_SECOND}, ${tooFast} told 429`],
    };
  });

/** Without the cap: what the machine can do, with durable writes before and after each sending. */
export const deliverySpeed = ({ fast }: DeliverySize) =>
  withTeams(async (teams) => {
    await teams.begin({});
    const { counts, cpu } = await runPush(teams, { people: peopleOf(fast), limits: UNPACED });
    const { seconds, shown } = await teams.report();
    const cpuMsPerSend = rounded(cpu, 3);
    const json = {
      people: fast,
      sent: counts.sent,
      seconds: rounded(seconds),
      perSecond: rounded(shown / seconds),
      cpuMsPerSend,
    };
    return {
      json,
      text: [`${json.perSecond} sends/s without a cap, CPU ${json.cpuMsPerSend} ms per sending`],
    };
  });

/** Ten rounds to the same people: memory must follow what goes on, not what has been. */
export const deliveryMemory = ({ long }: DeliverySize) =>
  withTeams(async (teams) => {
    await teams.begin({});
    const rss: number[] = [];
    const live: number[] = [];
    const { counts } = await runPush(teams, {
      people: peopleOf(long),
      limits: UNPACED,
      rounds: ROUNDS,
      told: () => {
        rss.push(megabytes());
        live.push(liveMegabytes());
      },
    });
    const json = {
      deliveries: counts.sent,
      perRound: long,
      rssMegabytes: rss,
      first: rss[0],
      last: rss.at(-1),
      liveMegabytes: live,
    };
    return {
      json,
      text: [
        `RSS ${json.first} MB after ${long}, ${json.last} MB after ${counts.sent} deliveries; in use ${live[0]} and ${live.at(-1)} MB`,
      ],
    };
  });

/** The loop of the samples and ours, against the same faults from the same seed. */
export const deliveryNaive = ({ naive }: DeliverySize) =>
  withTeams(async (teams) => {
    const people = peopleOf(naive);
    const order = { faults: { throttled: 0.03, gateway: 0.02, reset: 0.01 }, seed: 7 };
    await teams.begin(order);
    const { failed } = await runNaive(teams, people, renderedRequest()().card);
    const loop = await teams.report();
    await teams.begin(order);
    const { counts } = await runPush(teams, { people, limits: UNPACED });
    const ours = await teams.report();
    const json = {
      people: naive,
      faults: order.faults,
      naive: {
        lost: naive - loop.chats,
        duplicated: loop.extra,
        saidToHaveFailed: failed,
        perSecond: rounded(loop.shown / loop.seconds),
      },
      samordna: {
        lost: naive - counts.sent - counts.unknown,
        duplicated: ours.extra,
        unknown: counts.unknown,
        perSecond: rounded(ours.shown / ours.seconds),
      },
    };
    const line = (name: string, of: { lost: number; duplicated: number; perSecond: number }) =>
      `${name.padEnd(10)} lost ${of.lost}   duplicated ${of.duplicated}   ${of.perSecond} sends/s`;
    return {
      json,
      text: [
        line('naive', json.naive),
        `${line('samordna', json.samordna)}   unknown ${counts.unknown}, each shown to an officer`,
      ],
    };
  });
