/** In a process of its own, so that its memory is its own: lessons asked for by words in a store of that many. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type CaseBody, listingOf } from '#application/cases.ts';
import { noteChange } from '#application/changes.ts';
import { createLessons } from '#application/figures/lessons.ts';
import { allFacts } from '#application/indicators.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { openStore } from '#store/open.ts';
import { fold, wordsOf } from '#words/text.ts';
import { learntCases } from './learnt.ts';
import { naiveIndex } from './naive.ts';

const count = Number(process.argv[2] ?? 100_000);
const AT_ONCE = 500;
const ASKED = 40;
const SHOWN = 5;
const path = join(tmpdir(), `samordna-lessons-${process.pid}.db`);

/** `cpuMs`: of the process, its collector's threads included, which a busy machine distorts less. */
const clocked = async <T>(work: () => Promise<T> | T): Promise<{ ms: number; cpuMs: number; value: T }> => {
  const [from, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - from, cpuMs: (user + system) / 1000, value };
};
const quantile = (all: readonly number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
const rssMb = (): number => process.memoryUsage.rss() / 1e6;

const store = await openStore({ kind: 'sqlite', path });
try {
  const texts: string[] = [];
  let batch: Promise<unknown>[] = [];
  let last: KnownCase | null = null;
  for (const state of learntCases(count)) {
    const body: CaseBody = { state, history: [], notices: [] };
    batch.push(store.put({ kind: 'case', id: state.item.id, index: listingOf(state), body }, null));
    if (texts.length < ASKED) texts.push(state.item.title);
    last = state;
    if (batch.length < AT_ONCE) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  if (!last) throw new Error('nothing was learnt');
  /** One and two words of titles: rare and common ones. */
  const questions = texts.flatMap((title) => {
    const words = wordsOf(fold(title)).filter((word) => word.length > 3);
    return words.length === 0 ? [] : [words.slice(0, 1), words.slice(0, 2)];
  });

  const filledMb = rssMb();
  const lessons = createLessons(store);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const related = await clocked(() => lessons.related({ title: last.item.title }, SHOWN));
  const first = await clocked(() => lessons.within({}, SHOWN, questions[0]));
  delay.disable();
  const builtMb = rssMb();
  const times = [];
  for (const words of questions) times.push(await clocked(() => lessons.within({}, SHOWN, words)));
  const known = await store.get<CaseBody>('case', last.item.id);
  if (!known || !('review' in known.body.state)) throw new Error('nothing was learnt');
  const { etag, ...document } = known;
  const { review } = known.body.state;
  const said = { ...known.body.state, review: { ...review, texts: { next: 'Zebraöverskott' } } };
  await store.put({ ...document, body: { ...known.body, state: said } }, etag);
  await noteChange(store, 'lessons', last.item.id);
  const changed = await clocked(() => lessons.within({}, SHOWN, ['zebraoverskott']));
  if (changed.value.total !== 1) throw new Error('what was changed was not found');

  const naive = await clocked(async () => {
    const facts = await allFacts(store);
    const found = await Promise.all(facts.map(({ item }) => store.get<CaseBody>('case', item)));
    return naiveIndex(found.flatMap((one) => one?.body.state ?? []));
  });
  const naiveTimes = [];
  for (const words of questions.slice(0, 20)) naiveTimes.push(await clocked(() => naive.value.find(words)));
  const cpu = (all: readonly { readonly cpuMs: number }[]): number =>
    all.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / all.length;
  process.send?.({
    items: count,
    questions: questions.length,
    relatedFirstMs: related.ms,
    buildMs: related.ms + first.ms,
    buildCpuMs: related.cpuMs + first.cpuMs,
    longestBlockMs: delay.max / 1e6,
    p50: quantile(
      times.map(({ ms }) => ms),
      0.5,
    ),
    p99: quantile(
      times.map(({ ms }) => ms),
      0.99,
    ),
    searchCpuMs: cpu(times),
    changedMs: changed.ms,
    changedCpuMs: changed.cpuMs,
    memoryMb: builtMb - filledMb,
    rssMb: builtMb,
    naive: {
      buildMs: naive.ms,
      buildCpuMs: naive.cpuMs,
      searchCpuMs: cpu(naiveTimes),
      rssMb: rssMb(),
    },
  });
} finally {
  await store.close();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}
process.disconnect?.();
