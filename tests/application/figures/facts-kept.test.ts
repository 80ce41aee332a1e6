import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseIndex } from '#application/cases.ts';
import { allFacts } from '#application/indicators.ts';
import { until } from '#support/stages.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { beds, governance } from '#support/world.ts';
import { historyOf, known } from '../views/support.ts';

let sqlite: TemporarySqlite;
beforeEach(async () => {
  sqlite = await temporarySqlite();
});
afterEach(() => sqlite.dispose());

const contract = until('contract');
const keep = async (expected: string | null, id: string = beds.id) => {
  const state = known(contract);
  const index = caseIndex(state, governance, 0);
  const body = { state, history: historyOf(contract), notices: [] };
  const put = await sqlite.store.put({ kind: 'case', id, index, body }, expected);
  if (!put.ok) throw new Error('conflict');
  return put.value;
};

it('what every procurement is known for is read once, and anew after a case was written', async () => {
  const etag = await keep(null);
  const first = await allFacts(sqlite.store);
  expect(first).toHaveLength(1);
  expect(await allFacts(sqlite.store)).toBe(first);
  await sqlite.store.put({ kind: 'setting', id: 's', index: {}, body: {} }, null);
  expect(await allFacts(sqlite.store)).toBe(first);
  await keep(etag);
  const second = await allFacts(sqlite.store);
  expect(second).not.toBe(first);
  await keep(null, 'another');
  expect(await allFacts(sqlite.store)).toHaveLength(2);
});

it('a store that cannot tell is read each time', async () => {
  await keep(null);
  const blind = { ...sqlite.store, stamp: async () => null };
  const first = await allFacts(blind);
  await keep(null, 'another');
  expect(first).toHaveLength(1);
  expect(await allFacts(blind)).toHaveLength(2);
});
