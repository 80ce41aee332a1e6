/** In a process of its own, so that its memory is its own: asks the questions over a store of that many items. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSamordna } from '#application/samordna.ts';
import { prepareDemo } from '#demo/prepare.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { openStore } from '#store/open.ts';
import { understood, utterances } from '../../edges/status-query/fixtures.ts';
import { fillStore } from './store.ts';

const count = Number(process.argv[2] ?? 100_000);
const path = join(tmpdir(), `samordna-questions-${process.pid}.db`);
/** These count over every procurement of the store, anew at each question. */
const COUNTING: ReadonlySet<string> = new Set(['share', 'savings', 'costs', 'lessons']);
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const store = await openStore({ kind: 'sqlite', path });
try {
  const now = '2026-11-22T08:00:00.000Z' as Instant;
  const clock = { now: () => now };
  let salt = 0;
  const samordna = createSamordna({ store, clock, machineClock: clock, salt: () => `s${salt++}` });
  await prepareDemo(store, samordna);
  await fillStore(store, count - 131);
  const anna = (await samordna.people.directory()).find('anna.lindqvist@sormland.example.se');
  if (!anna) throw new Error('The demo has no Anna');
  const started = performance.now();
  await samordna.ask(anna, 'hjälp');
  await samordna.ask(anna, 'vad kan vi samordna?');
  const first = performance.now() - started;
  const texts = utterances('dev.jsonl').map(({ text }) => text);
  const times: {
    readonly text: string;
    readonly topic: string;
    readonly ms: number;
    readonly cpuMs: number;
  }[] = [];
  const isCounting = (text: string): boolean => COUNTING.has(understood(text).query.topic);
  // What counts over all leaves much to clear away, which others should not be measured by.
  const rounds = [texts.filter((text) => !isCounting(text)), texts.filter(isCounting)].flatMap((some) =>
    Array.from({ length: 6 }, (_, round) => ({ some, round })),
  );
  for (const { some, round } of rounds) {
    for (const text of some) {
      const from = performance.now();
      const cpu = process.cpuUsage();
      const { query } = await samordna.ask(anna, text);
      // The first round warms up.
      const { user, system } = process.cpuUsage(cpu);
      if (round > 0)
        times.push({
          text,
          topic: query.topic,
          ms: performance.now() - from,
          cpuMs: (user + system) / 1e3,
        });
    }
  }
  const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
  const cpuSorted = times.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
  const ms = (counting: boolean): number[] =>
    times
      .filter(({ topic }) => COUNTING.has(topic) === counting)
      .map((one) => one.ms)
      .sort((a, b) => a - b);
  const byTopic = Object.fromEntries(
    [...Map.groupBy(times, ({ topic }) => topic)].map(([topic, of]) => [
      topic,
      Math.max(...of.map(({ ms }) => ms)),
    ]),
  );
  process.send?.({
    items: count,
    questions: times.length,
    firstMs: first,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    cpuP99: quantile(cpuSorted, 0.99),
    p99NotCounting: quantile(ms(false), 0.99),
    p50Counting: quantile(ms(true), 0.5),
    slowest: times.reduce((worst, one) => (one.ms > worst.ms ? one : worst)),
    slowestByTopic: byTopic,
    rssMb: process.memoryUsage.rss() / 1e6,
  });
} finally {
  await store.close();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}
process.disconnect?.();
