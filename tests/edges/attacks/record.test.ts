import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseBody } from '#application/cases.ts';
import type { StoredDocument } from '#application/ports/documents.ts';
import { itemId } from '#domain/shared/ids.ts';
import { beds, operator, units } from '#support/world.ts';
import { auditVerify } from '../../../src/cli/commands/audit.ts';
import { type JointFunction, jointFunction } from './joint-function.ts';

let region: JointFunction;
beforeEach(async () => {
  region = await jointFunction();
  await region.press('officer', { verb: 'round.send', item: beds.id, deadline: '2026-12-04' });
  await region.press('vKirurgi', {
    verb: 'objection.send',
    item: beds.id,
    unit: units.vKirurgi,
    round: 1,
    revision: 1,
    reason: 'legal',
    text: 'Lagen säger nej',
    evidence: '',
  });
  await region.expand();
});
afterEach(() => region.sqlite.dispose());

const broken = async () => {
  const { store } = region.sqlite;
  const none = async () => Promise.reject(new Error('nobody asks'));
  const samordna = async () => region.samordna;
  const { json, exit } = await auditVerify({ store, samordna, person: none, actor: none });
  const found = (json as { broken: { case: string; entry: number | null }[] }).broken;
  return { exit, broken: found.map(({ case: id, entry }) => ({ case: id, entry })) };
};
const tamper = async (
  change: (known: StoredDocument<CaseBody>) => StoredDocument<CaseBody>,
): Promise<void> => {
  const { store } = region.sqlite;
  const known = await store.get<CaseBody>('case', beds.id);
  if (!known) throw new Error('no case');
  const { etag, ...document } = change(known);
  expect((await store.put(document, etag)).ok).toBe(true);
};
const withHistory = (known: StoredDocument<CaseBody>, history: CaseBody['history']) => ({
  ...known,
  body: { ...known.body, history },
});

describe('whoever can write to the store cannot do it unseen', () => {
  it('an untouched record is whole', async () => {
    expect(await broken()).toEqual({ exit: 0, broken: [] });
  });

  it('a changed event, also one with nothing but its time or its person changed', async () => {
    await tamper((known) =>
      withHistory(
        known,
        known.body.history.map((entry) =>
          entry.seq === 2 ? { ...entry, event: { ...entry.event, by: 'tenant-v:v-boss' } } : entry,
        ),
      ),
    );
    expect(await broken()).toEqual({ exit: 1, broken: [{ case: beds.id, entry: 2 }] });
  });

  it('a reworded objection, in the record or in the state', async () => {
    const reword = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value).replaceAll('Lagen säger nej', 'Lagen säger ja')) as T;
    await tamper((known) => ({ ...known, body: { ...known.body, state: reword(known.body.state) } }));
    expect((await broken()).broken).toEqual([{ case: beds.id, entry: null }]);
    await tamper((known) => reword(known));
    expect((await broken()).broken).toEqual([{ case: beds.id, entry: 4 }]);
  });

  it('a record whose end was cut off, together with the state', async () => {
    const early = await jointFunction();
    await early.press('officer', { verb: 'round.send', item: beds.id, deadline: '2026-12-04' });
    const before = (await early.sqlite.store.get<CaseBody>('case', beds.id)) as StoredDocument<CaseBody>;
    await early.sqlite.dispose();
    await tamper((known) => ({
      ...known,
      index: { ...known.index, state: before.body.state.status },
      body: { ...before.body, history: before.body.history, notices: [] },
    }));
    expect((await broken()).broken).toEqual([{ case: beds.id, entry: 4 }]);
  });

  it('a removed case', async () => {
    const { store } = region.sqlite;
    // No code of ours may: the port's type forbids it.
    await store.remove('case' as 'draft', beds.id);
    expect((await broken()).broken).toEqual([{ case: beds.id, entry: 1 }]);
  });

  it('a case that its index hides from the lists', async () => {
    await tamper((known) => ({ ...known, index: { ...known.index, state: 'locked' } }));
    expect((await broken()).broken).toEqual([{ case: beds.id, entry: null }]);
  });

  it('an item whose id looks like a notice of another item accuses nobody', async () => {
    const item = { ...beds, id: itemId('MT924:99:0') };
    await region.samordna.cases.execute(item.id, { do: 'import', item }, operator);
    await region.press('officer', { verb: 'round.send', item: item.id, deadline: '2026-12-04' });
    await region.expand();
    expect(await broken()).toEqual({ exit: 0, broken: [] });
  });
});
