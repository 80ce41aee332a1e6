import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseBody } from '#application/cases.ts';
import { caseFile } from '#application/record/case-file.ts';
import { exportRows } from '#application/record/export.ts';
import { entries } from '#domain/coordination/answer.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { faultOf } from '#domain/record/verify.ts';
import type { Actor } from '#domain/shared/actor.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import { refusalSentence } from '#rendering/render.ts';
import { beds, date, governance, SORMLAND, VASTMANLAND } from '#support/world.ts';
import { DISSENT, OBJECTION, type Office, office, sRegistrar, vRegistrar, wholeStory } from './office.ts';

let place: Office;
beforeEach(async () => {
  place = await office();
  await wholeStory(place);
});
afterEach(() => place.sqlite.dispose());

const stored = async (): Promise<CaseBody> => {
  const found = await place.samordna.cases.load(beds.id);
  if (!found) throw new Error('no case');
  return found;
};
const entryWith = async (text: string): Promise<number> => {
  const found = (await stored()).history.find(({ event }) => Object.values(event.texts ?? {}).includes(text));
  if (!found) throw new Error('no such text');
  return found.seq;
};
const removes = async (by: Actor, reference: string, entries: readonly number[]) =>
  place.samordna.cases.execute(
    beds.id,
    { do: 'remove-texts', entries, reference, date: date('2026-12-01') },
    by,
  );
const given = async (region: RegionId): Promise<string> => {
  const body = await stored();
  const directory = await place.samordna.people.directory();
  const rows = exportRows(body, { region }, directory);
  return JSON.stringify([rows, caseFile(body, { now: place.now, directory, governance, keptBy: region })]);
};

describe('gallring: each authority decides on its own, and a text that concerns both waits for both', () => {
  it('one authority’s decision leaves the other’s document to it, and takes it out of what its own is given', async () => {
    const entry = await entryWith(DISSENT);
    const outcome = await removes(sRegistrar, 'RS-S 2026-5', [entry]);
    expect(outcome).toMatchObject({
      value: { events: [{ entries: [], held: [entry], region: SORMLAND, reference: 'RS-S 2026-5' }] },
    });
    expect(JSON.stringify(await stored())).toContain(DISSENT);
    expect(await given(VASTMANLAND)).toContain(DISSENT);
    expect(await given(SORMLAND)).not.toContain(DISSENT);
    const { state, history, head } = await stored();
    expect(faultOf(state, history, head)).toBeNull();
  });

  it('it is gone when the other has decided too, each by a reference of its own', async () => {
    const entry = await entryWith(DISSENT);
    await removes(sRegistrar, 'RS-S 2026-5', [entry]);
    await removes(vRegistrar, 'RS-V 2026-9', [entry]);
    const { state, history, head } = await stored();
    expect(JSON.stringify({ state, history })).not.toContain(DISSENT);
    expect(history.slice(-2).map(({ event }) => event)).toMatchObject([
      { held: [entry], reference: 'RS-S 2026-5' },
      { entries: [entry], reference: 'RS-V 2026-9' },
    ]);
    expect(replay(history.map(({ event }) => event))).toEqual(state);
    expect(faultOf(state, history, head)).toBeNull();
  });

  it('who has decided already is told whom it waits for, in both languages', async () => {
    const entry = await entryWith(DISSENT);
    await removes(sRegistrar, 'RS-S 2026-5', [entry]);
    const again = await removes(sRegistrar, 'RS-S 2026-6', [entry]);
    expect(again).toMatchObject({ error: { code: 'other-authority-decides' } });
    if (again.ok) return;
    expect(refusalSentence(again.error, 'sv')).toMatch(/tills den andra myndigheten också har beslutat/);
    expect(refusalSentence(again.error, 'en')).toMatch(/until the other authority has decided too/);
    expect((await stored()).history.at(-1)?.event).toMatchObject({ reference: 'RS-S 2026-5' });
  });
});

describe('gallring: a text goes with its copies, or they are named', () => {
  it('a description that later revisions carry is named in each of them, and nothing goes until the decision does', async () => {
    const { history } = await stored();
    const items = history
      .filter(({ event }) => event.type === 'item-imported' || event.type === 'item-revised')
      .map(({ seq }) => seq);
    expect(items).toEqual([1, 5]);
    const one = await removes(vRegistrar, 'RS-V 2026-9', [1]);
    expect(one).toEqual({ ok: false, error: { code: 'copies-not-named', params: { entries: '5' } } });
    if (one.ok) return;
    expect(refusalSentence(one.error, 'sv')).toMatch(/^Samma text står på fler rader: 5\./);
    expect(refusalSentence(one.error, 'en')).toMatch(/^The same text stands in more rows: 5\./);
    await removes(vRegistrar, 'RS-V 2026-9', items);
    await removes(sRegistrar, 'RS-S 2026-5', items);
    expect(JSON.stringify(await stored())).not.toMatch(/Tolv operationsbord|Anna Ek/);
  });

  it('removing an objection’s texts keeps the fact that evidence was given', async () => {
    const entry = await entryWith(OBJECTION);
    const standing = (body: CaseBody) =>
      isAsked(body.state)
        ? entries(body.state.round).flatMap(({ evidence }) => (evidence ? [evidence.status] : []))
        : [];
    const before = standing(await stored());
    expect(before).toContain('given');
    await removes(vRegistrar, 'RS-V 2026-9', [entry]);
    await removes(sRegistrar, 'RS-S 2026-5', [entry]);
    const after = await stored();
    expect(JSON.stringify(after)).not.toMatch(/Avtal RV 2023-114|löper till 2027/);
    expect(standing(after)).toEqual(before);
    expect(faultOf(after.state, after.history, after.head)).toBeNull();
  });
});
