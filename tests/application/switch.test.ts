import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseBody } from '#application/cases.ts';
import { exportRows } from '#application/record/export.ts';
import { replay } from '#domain/coordination/evolve.ts';
import type { CaseState } from '#domain/coordination/state.ts';
import { faultOf } from '#domain/record/verify.ts';
import { regionId } from '#domain/shared/ids.ts';
import { makeJsonl, parseJsonl } from '#reports/jsonl.ts';
import { at, beds, officer, sDecider, vDecider, withSwitch } from '#support/world.ts';
import { caseDocument } from '../../src/cli/commands/case.ts';
import { registryList } from '../../src/cli/commands/registry.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { type Office, office, sRegistrar, untilDecision } from './record/office.ts';

let place: Office;
beforeEach(async () => {
  place = await office();
});
afterEach(() => place.sqlite.dispose());

const SORMLAND = regionId('sormland');
const NEW_YEAR = at('2027-01-01 00:05');
const stored = async (): Promise<CaseBody> => {
  const found = await place.samordna.cases.load(beds.id);
  if (!found) throw new Error('no case');
  return found;
};
const escalation = ({ state }: { readonly state: CaseState }) => {
  if (state.status !== 'escalated' || state.escalation.level !== 'decision') throw new Error(state.status);
  return state.escalation;
};
const cli = (): CliContext => ({
  store: place.sqlite.store,
  samordna: async () => place.samordna,
  person: async () => Promise.reject(new Error('nobody asks')),
  actor: async () => officer,
});
const decides = (by: typeof sDecider) =>
  place.samordna.cases.execute(
    beds.id,
    {
      do: 'decide',
      region: by.region,
      revision: 2,
      outcome: 'coordinate',
      texts: { text: 'Enligt underlaget.' },
    },
    by,
  );
/** At its decision, numbered in Sörmland, and decided there, on the last days of the year. */
const atYearsEnd = async (): Promise<CaseBody> => {
  await untilDecision(place);
  expect((await decides(sDecider)).ok).toBe(true);
  const { history } = await stored();
  await place.does(sRegistrar, {
    do: 'register',
    region: SORMLAND,
    number: 'RS 2026-9',
    through: history.length,
  });
  return stored();
};

describe('a running case over the first of January 2027', () => {
  it('stays as it is while the switch is proposed: the board’s delegate decides in January', async () => {
    await place.samordna.rules.replace(withSwitch('proposed'));
    const before = await atYearsEnd();
    place.now = NEW_YEAR;
    await place.samordna.ticker.tick();
    expect(await stored()).toEqual(before);
    expect((await decides(vDecider)).ok).toBe(true);
    expect((await stored()).state.status).not.toBe('escalated');
  });

  it('goes on with the successors once it is decided, by the clock alone, and once', async () => {
    await place.samordna.rules.replace(withSwitch('decided'));
    const before = await atYearsEnd();
    place.now = at('2026-12-31 23:55');
    await place.samordna.ticker.tick();
    expect(await stored()).toEqual(before);

    place.now = NEW_YEAR;
    await place.samordna.ticker.tick();
    const after = await stored();
    const fresh = after.history.slice(before.history.length).map(({ event }) => event.type);
    expect(fresh).toEqual(['transferred', 'reseated']);
    expect(escalation(after).due).toBe(escalation(before).due);
    expect(escalation(after).decisions).toEqual(escalation(before).decisions);
    expect(escalation(after).seats.map(({ rule }) => rule)).toEqual(['m-s', 'm-2027-vastmanland']);
    expect(replay(after.history.map(({ event }) => event))).toEqual(after.state);
    expect(faultOf(after.state, after.history, after.head)).toBeNull();
    const told = after.notices.slice(before.notices.length).map(({ subject }) => subject.card);
    expect(told).toContain('transferred');

    const refused = await decides(vDecider);
    expect(!refused.ok && refused.error.code).toBe('no-mandate');
    await place.samordna.ticker.tick();
    expect((await stored()).history.length).toBe(after.history.length);
  });

  it('also when the decision on the switch is entered after the day', async () => {
    await place.samordna.rules.replace(withSwitch('proposed'));
    await atYearsEnd();
    place.now = at('2027-01-11 09:00');
    await place.samordna.ticker.tick();
    expect((await stored()).state).not.toHaveProperty('transfers');
    await place.samordna.rules.replace(withSwitch('decided'));
    await place.samordna.ticker.tick();
    expect((await stored()).state).toMatchObject({ transfers: [{ rule: 'switch' }] });
  });

  it('wants a new registry number, and says in the export which archive holds what came before', async () => {
    await place.samordna.rules.replace(withSwitch('decided'));
    const before = await atYearsEnd();
    place.now = NEW_YEAR;
    await place.samordna.ticker.tick();
    const queue = (await registryList({ ...cli(), actor: async () => sRegistrar }, 'sormland')).json;
    expect(queue).toMatchObject([{ item: beds.id, number: null, documents: [{ document: 'transfer' }] }]);
    const shown = await place.says(sRegistrar, 'vad väntar på mig');
    expect(shown).toContain('1 ärende att diarieföra');

    await place.does(sRegistrar, {
      do: 'register',
      region: SORMLAND,
      number: 'RS 2027-1',
      through: (await stored()).history.length,
    });
    const directory = await place.samordna.people.directory();
    const rows = exportRows(await stored(), { region: SORMLAND }, directory);
    const [old, fresh] = [rows.filter(({ seq }) => seq < before.history.length), rows.slice(-2)];
    expect(new Set(old.map((row) => `${row.registryNumber} ${row.archive}`))).toEqual(
      new Set(['RS 2026-9 regionstyrelsen-sormland']),
    );
    expect(fresh.map((row) => [row.registryNumber, row.archive])).toEqual([
      ['RS 2027-1', null],
      ['RS 2027-1', null],
    ]);
    expect(parseJsonl(makeJsonl(rows))).toEqual({ ok: true, value: rows });
  });

  it('says in the case’s document who took over, under which number it was known, and that this is our reading', async () => {
    await place.samordna.rules.replace(withSwitch('decided'));
    await atYearsEnd();
    place.now = NEW_YEAR;
    await place.samordna.ticker.tick();
    const { text } = await caseDocument(cli(), beds.id, { format: 'html', lang: 'sv' });
    for (const words of ['Inköpsnämnden', 'Regionstyrelsen Västmanland', 'RS 2026-9', 'Vår läsning', 'm-s']) {
      expect(text).toContain(words);
    }
  });
});
