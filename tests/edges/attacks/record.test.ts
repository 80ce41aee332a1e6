import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseBody } from '#application/cases.ts';
import type { StoredDocument } from '#application/ports/documents.ts';
import { itemId } from '#domain/shared/ids.ts';
import { DEADLINE } from '#support/given.ts';
import { at, beds, governance, operator, units } from '#support/world.ts';
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

  const whole = { exit: 0, broken: [] };
  const state = { exit: 1, broken: [{ case: beds.id, entry: null }] };
  const index = (change: (index: StoredDocument<CaseBody>['index']) => StoredDocument<CaseBody>['index']) =>
    tamper((known) => ({ ...known, index: change(known.index) }));

  it('a clock that was stopped, or put off', async () => {
    await index(({ dueAt: _, ...rest }) => rest);
    expect(await broken()).toEqual(state);
    await index((rest) => ({ ...rest, dueAt: at('2099-01-01 09:00') }));
    expect(await broken()).toEqual(state);
  });

  it('one that was put off beyond what the case allows, though other rules were in force when it was written', async () => {
    await region.samordna.rules.replace({ ...governance, version: 'test-2', reminders: [] });
    expect(await broken()).toEqual(whole);
    // A unit has until its deadline, whatever reminds it before.
    await index((rest) => ({ ...rest, dueAt: DEADLINE }));
    const { state: now } = (await region.samordna.cases.load(beds.id)) ?? {};
    expect(now?.status).toBe('escalated');
    expect(await broken()).toEqual(state);
  });

  it('that there is nobody to be told any more', async () => {
    await index(({ pending: _, ...rest }) => rest);
    expect(await broken()).toEqual(state);
  });

  it('a list of who is to be told that was erased or emptied before anybody was', async () => {
    await region.press('officer', { verb: 'escalate.send', item: beds.id, outcome: 'coordinate', text: '' });
    await region.press('vMember', { verb: 'council.declare', item: beds.id, conflict: false });
    await region.press('officer', {
      verb: 'solution.propose',
      item: beds.id,
      unit: units.vKirurgi,
      solution: 'lots',
      text: 'Delas',
    });
    await region.press('vKirurgi', {
      verb: 'solution.reject',
      item: beds.id,
      unit: units.vKirurgi,
      text: 'Räcker inte',
    });
    expect(await broken()).toEqual(whole);
    const known = await region.sqlite.store.get<CaseBody>('case', beds.id);
    const notices = known?.body.notices ?? [];
    expect(notices.length).toBeGreaterThan(0);
    await tamper((one) => ({ ...one, body: { ...one.body, notices: [] } }));
    expect(await broken()).toEqual(state);
    await tamper((one) => {
      const { notices: _, ...body } = one.body;
      return { ...one, body: body as CaseBody };
    });
    expect(await broken()).toEqual(state);
    await tamper((one) => ({ ...one, body: { ...one.body, notices } }));
    expect(await broken()).toEqual(whole);
    await region.expand();
    expect(await broken()).toEqual(whole);
  });

  it('that everybody was told, though nobody has a message', async () => {
    await region.press('officer', { verb: 'escalate.send', item: beds.id, outcome: 'coordinate', text: '' });
    await region.press('vKirurgi', {
      verb: 'evidence.send',
      item: beds.id,
      unit: units.vKirurgi,
      text: 'Lagrådets yttrande',
    });
    await index((rest) => ({ ...rest, pending: 0 }));
    expect(await broken()).toEqual(state);
    await index((rest) => ({ ...rest, pending: 1 }));
    await region.expand();
    expect(await broken()).toEqual(whole);
  });

  it('an item whose id looks like a notice of another item accuses nobody', async () => {
    const item = { ...beds, id: itemId('MT924:99:0') };
    await region.samordna.cases.execute(item.id, { do: 'import', item }, operator);
    await region.press('officer', { verb: 'round.send', item: item.id, deadline: '2026-12-04' });
    await region.expand();
    expect(await broken()).toEqual({ exit: 0, broken: [] });
  });
});
