import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseIndex } from '#application/cases.ts';
import { allFacts } from '#application/indicators.ts';
import { rebuildFacts } from '#application/rebuilding.ts';
import { createSamordna } from '#application/samordna.ts';
import { writeFacts } from '#domain/indicators/facts-text.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { itemId } from '#domain/shared/ids.ts';
import { until } from '#support/stages.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { at, beds, governance } from '#support/world.ts';
import { auditVerify } from '../../src/cli/commands/audit.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { historyOf, known, stories } from './views/support.ts';

const STORIES = { DEVIATED: stories.deviated, CLOSED: until('closed'), CONTRACT: until('contract') } as const;
let sqlite: TemporarySqlite;
beforeEach(async () => {
  sqlite = await temporarySqlite();
});
afterEach(() => sqlite.dispose());

const stateOf = (id: keyof typeof STORIES) => {
  const state = known(STORIES[id]);
  return { ...state, item: { ...state.item, id: itemId(id) } };
};
/** As an earlier version wrote it: no version before the facts, and none of what came later. */
const earlier = (id: keyof typeof STORIES): string => {
  const { title: _t, deviations: _d, levels: _l, ...facts } = factsOf(stateOf(id)) ?? ({} as never);
  return JSON.stringify(facts);
};
const written = async (facts: (id: keyof typeof STORIES) => string | undefined) => {
  for (const id of Object.keys(STORIES) as (keyof typeof STORIES)[]) {
    const state = stateOf(id);
    const { facts: _, ...rest } = caseIndex(state, governance, 0);
    const old = facts(id);
    const index = { ...rest, ...(old === undefined ? {} : { facts: old }) };
    const body = { state, history: historyOf(STORIES[id]), notices: [] };
    await sqlite.store.put({ kind: 'case', id, index, body }, null);
  }
};
const kept = async () =>
  Object.fromEntries(
    (await sqlite.store.indexes({ kind: 'case' })).documents.map(({ id, index }) => [id, index.facts]),
  );
const asNow = () =>
  Object.fromEntries(
    (Object.keys(STORIES) as (keyof typeof STORIES)[]).map((id) => [id, writeFacts(stateOf(id))]),
  );

describe.each([
  ['an earlier version', earlier],
  ['a version before there were facts', () => undefined],
  ['a later version', (id: keyof typeof STORIES) => `4${earlier(id)}`],
] as const)('a store that %s wrote', (_, facts) => {
  beforeEach(() => written(facts));

  it('is counted right from the first moment: what its index lacks does not pass for unknown', async () => {
    const found = new Map((await allFacts(sqlite.store)).map((one) => [one.item as string, one]));
    expect(found.get('DEVIATED')).toEqual(factsOf(stateOf('DEVIATED')));
    expect(found.get('DEVIATED')?.deviations).toHaveLength(1);
    expect(found.get('CLOSED')?.title).toBe(beds.title);
  });

  it('is written anew once, and nothing else of a case changes', async () => {
    const before = await sqlite.store.query({ kind: 'case' });
    expect(await rebuildFacts(sqlite.store, () => false)).toBe(3);
    expect(await kept()).toEqual(asNow());
    const after = await sqlite.store.query({ kind: 'case' });
    const without = ({ documents }: typeof before) =>
      documents.map(({ id, body, index: { facts: _facts, ...index } }) => ({ id, body, index }));
    expect(without(after)).toEqual(without(before));
    expect(await rebuildFacts(sqlite.store, () => false)).toBe(0);
  });

  it('stops between two cases when the server ends', async () => {
    let left = 1;
    expect(await rebuildFacts(sqlite.store, () => left-- <= 0)).toBe(1);
  });
});

it('a case that somebody commits meanwhile keeps what they committed', async () => {
  await written(earlier);
  const { store } = sqlite;
  const racing = {
    ...store,
    get: async (...given: Parameters<typeof store.get>) => {
      const found = await store.get(...given);
      if (found) await store.put({ ...found, index: { ...found.index, facts: '2{"theirs":1}' } }, found.etag);
      return found;
    },
  } as typeof store;
  expect(await rebuildFacts(racing, () => false)).toBe(0);
  expect(Object.values(await kept())).toEqual(['2{"theirs":1}', '2{"theirs":1}', '2{"theirs":1}']);
});

describe('audit verify', () => {
  const verified = async () => {
    const clock = { now: () => at('2028-01-10 09:00') };
    const samordna = createSamordna({ store: sqlite.store, clock, machineClock: clock, salt: () => 's' });
    const context = { store: sqlite.store, samordna: async () => samordna } as unknown as CliContext;
    const { json } = await auditVerify(context);
    return (json as { broken: { case: string; why: string }[] }).broken;
  };
  it('takes facts of another version for no fault, and facts of this one that are wrong for one', async () => {
    const { store } = sqlite;
    const story = STORIES.CLOSED;
    const state = known(story);
    const { facts: current = '', ...index } = caseIndex(state, governance, 0);
    const body = { state, history: historyOf(story), notices: [] };
    const id = state.item.id;
    await store.put({ kind: 'case', id, index: { ...index, facts: earlier('CLOSED') }, body }, null);
    expect(await verified()).toEqual([]);
    await rebuildFacts(store, () => false);
    expect((await store.get('case', id))?.index.facts).toBe(current);
    expect(await verified()).toEqual([]);
    const found = await store.get('case', id);
    if (!found) throw new Error('gone');
    const { etag, ...document } = found;
    const wrong = current.replace('"plan":', '"plan":1');
    await store.put({ ...document, index: { ...document.index, facts: wrong } }, etag);
    expect(await verified()).toMatchObject([{ case: id, why: 'state' }]);
  });
});
