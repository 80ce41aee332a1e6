/** The whole of Samordna in one process on a file of its own, with rounds to answer. Sends its port and what to press. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { importPlan } from '#application/importing.ts';
import { loadConfig } from '#config';
import { prepareDemo } from '#demo/prepare.ts';
import { entries } from '#domain/coordination/answer.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { endOfDay, instantOf } from '#domain/shared/calendar.ts';
import { itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';
import { openStore } from '#store/open.ts';
import { startServer } from '../../../src/server.ts';

const ITEMS = Number(process.argv[2] ?? 1000);
const folder = await mkdtemp(join(tmpdir(), 'samordna-bench-'));
const store = await openStore({ kind: 'sqlite', path: join(folder, 'bench.db') });
const config = loadConfig({ LOCAL_TEAMS: '1', PORT: '0' });
if (!config.ok) throw new Error(config.error.join('\n'));
const clock = { now: () => instantOf(Date.now()) };
const started = await startServer({ config: config.value, store, clock, log: pino({ level: 'silent' }) });
if (!started.ok) throw new Error(started.error);
const { samordna, port, stop } = started.value;

await prepareDemo(store, samordna);
const operator = { kind: 'operator', name: 'bench' } as const;
const rows = Array.from({ length: ITEMS }, (_, i) => ({
  row: i + 2,
  item: {
    id: itemId(`B${i}`),
    plan: 2026,
    title: `Operationsbord ${i}`,
    region: regionId(i % 2 === 0 ? 'sormland' : 'vastmanland'),
    cpv: '33192230',
    value: 4_000_000,
  },
}));
await importPlan(store, samordna.cases, rows, operator);
const deadline = endOfDay(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) as PlainDate);
for (const { item } of rows) {
  const opened = await samordna.rounds.open(item.id, deadline, operator);
  if (!opened.ok) throw new Error(opened.error.code);
}
const [first] = rows;
const state = first ? (await samordna.cases.load(first.item.id))?.state : null;
const units = state && isAsked(state) ? entries(state.round) : [];

process.send?.({
  port,
  items: rows.map(({ item }) => item.id),
  units: units.map(({ unit, respondents }) => ({ unit, person: respondents[0] })),
});

/** `cpu`, or how many answers stand in the records: what was acknowledged must be there. */
process.on('message', async (wish) => {
  if (wish === 'cpu') {
    process.send?.(process.cpuUsage());
    return;
  }
  let answers = 0;
  for (const { item } of rows) {
    const found = await samordna.cases.load(item.id);
    answers += found?.history.filter((entry) => entry.event.type === 'answered').length ?? 0;
  }
  process.send?.({ answers });
});
process.on('disconnect', async () => {
  await stop();
  await store.close();
  await rm(folder, { recursive: true });
  process.exit(0);
});
