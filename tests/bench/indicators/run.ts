/** In a process of its own, so that its memory is its own: a year's indicators and report over a store of that many items. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allFacts, indicatorsBy, settingsOf } from '#application/indicators.ts';
import { loadReport } from '#application/reporting/loading.ts';
import { createRules } from '#application/rules.ts';
import { factsText } from '#domain/indicators/facts-text.ts';
import type { Instant, PlainDate } from '#domain/shared/ids.ts';
import { writing } from '#rendering/writing.ts';
import { openStore } from '#store/open.ts';
import { REPORT_GOVERNANCE } from '#support/report.ts';
import { seededFacts } from './facts.ts';

const count = Number(process.argv[2] ?? 100_000);
const AT_ONCE = 500;
/** As much as a case with a short record. */
const BODY = { state: { status: 'closed' }, history: ['x'.repeat(3000)], notices: [] };
const path = join(tmpdir(), `samordna-indicators-${process.pid}.db`);
const asOf = '2026-01-15T08:00:00.000Z' as Instant;
const period = { from: '2025-01-01' as PlainDate, to: '2025-12-31' as PlainDate };

/** `cpuMs`: of the process, which a busy machine distorts less. */
const clocked = async <T>(work: () => Promise<T> | T): Promise<{ ms: number; cpuMs: number; value: T }> => {
  const [from, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - from, cpuMs: (user + system) / 1000, value };
};

const store = await openStore({ kind: 'sqlite', path });
try {
  const rules = createRules(store);
  await rules.replace(REPORT_GOVERNANCE);
  let batch: Promise<unknown>[] = [];
  for (const { item, ...facts } of seededFacts(count)) {
    const index = { state: 'closed', region: facts.region, facts: factsText({ item, ...facts }) };
    batch.push(store.put({ kind: 'case', id: item, index, body: BODY }, null));
    if (batch.length === AT_ONCE) {
      await Promise.all(batch);
      batch = [];
    }
  }
  await Promise.all(batch);

  const regions = [null, ...REPORT_GOVERNANCE.regions.map(({ region }) => region)];
  // The first read also fetches the file's pages: that is what an operator's command waits for.
  const read = await clocked(() => allFacts(store));
  // What is asked most, also first: nothing of it has been counted before.
  const together = await clocked(() =>
    indicatorsBy(read.value, [null], { period, category: null, asOf }, settingsOf(REPORT_GOVERNANCE)),
  );
  const counted = await clocked(() =>
    indicatorsBy(read.value, regions, { period, category: null, asOf }, settingsOf(REPORT_GOVERNANCE)),
  );
  const again = await clocked(async () =>
    indicatorsBy(
      await allFacts(store),
      regions,
      { period, category: null, asOf },
      settingsOf(REPORT_GOVERNANCE),
    ),
  );
  const report = await clocked(async () => {
    const [{ reportHtml }, { casesHtml }, { reportWorkbook }] = await Promise.all([
      import('#reports/report/page.ts'),
      import('#reports/report/cases-page.ts'),
      import('#reports/report/workbook.ts'),
    ]);
    const request = { kind: 'board', period, region: null } as const;
    const made = await clocked(() => loadReport({ store, rules }, request, asOf));
    const w = writing('sv');
    const pages = await clocked(() => [
      reportHtml(made.value, w, () => null),
      casesHtml(made.value, w, () => null),
    ]);
    const workbook = await clocked(() => reportWorkbook(made.value, w, { person: null, name: (id) => id }));
    return {
      cases: made.value.cases.size,
      loadMs: made.ms,
      pagesMs: pages.ms,
      workbookMs: workbook.ms,
      bytes: pages.value.reduce((sum, text) => sum + Buffer.byteLength(text), workbook.value.byteLength),
    };
  });
  process.send?.({
    items: count,
    readMs: read.ms,
    countMs: counted.ms,
    indicatorsMs: again.ms,
    indicatorsCpuMs: again.cpuMs,
    togetherMs: together.ms,
    togetherCpuMs: together.cpuMs,
    reportMs: report.ms,
    reportCpuMs: report.cpuMs,
    ...report.value,
    n: counted.value.find(({ id }) => id === 'share-coordinated')?.denominator,
    rssMb: process.memoryUsage.rss() / 1e6,
  });
} finally {
  await store.close();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}
process.disconnect?.();
