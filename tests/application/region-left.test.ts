import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseBody } from '#application/cases.ts';
import type { Governance } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Role } from '#domain/directory/person.ts';
import { faultOf } from '#domain/record/verify.ts';
import { advances } from '#support/stages.ts';
import { OREBRO, oKirurgi, opens, threeRegions } from '#support/three.ts';
import * as world from '#support/world.ts';
import { type Office, office } from './record/office.ts';

const { at, beds, date, officer } = world;
const DAY = at('2026-11-25 00:05');
const leaving: Governance = {
  ...threeRegions,
  version: 'leaving-1',
  regions: threeRegions.regions.map((row) =>
    row.region === OREBRO ? { ...row, validTo: date('2026-11-24') } : row,
  ),
};
const request = { verb: 'card.open', subject: { card: 'request', item: beds.id, unit: oKirurgi.unit } };
const card = (name: 'round' | 'stage') => ({ verb: 'card.open', subject: { card: name, item: beds.id } });

let place: Office;
const stored = async (): Promise<CaseBody> => {
  const found = await place.samordna.cases.load(beds.id);
  if (!found) throw new Error('no case');
  return found;
};
const says = async (...by: readonly (typeof oKirurgi)[]): Promise<void> => {
  for (const one of by) {
    const answer: CaseCommand = {
      do: 'answer',
      unit: one.unit,
      round: 1,
      revision: 1,
      answer: { kind: 'yes', commitment: { binding: 'estimate', value: 10 } },
      texts: {},
    };
    await place.does(one, answer);
  }
};
beforeEach(async () => {
  place = await office();
  await place.samordna.rules.replace(leaving);
  const known = await place.samordna.people.directory();
  const others = [officer, world.sKirurgi, world.sAkut, world.vKirurgi, world.vAnestesi].flatMap(
    ({ id }) => known.person(id) ?? [],
  );
  await place.samordna.people.import([
    ...others,
    {
      id: oKirurgi.id,
      name: 'Olle Örn',
      email: 'olle@example.se',
      region: OREBRO,
      unit: oKirurgi.unit,
      roles: oKirurgi.roles as readonly Role[],
      language: 'sv',
      deputy: null,
      manager: null,
    },
  ]);
  await place.does(officer, opens().command);
});
afterEach(() => place.sqlite.dispose());

describe('a region leaves while a case runs', () => {
  it('the clock takes it out on the day after its last day, once, and the record stays whole', async () => {
    await says(oKirurgi);
    place.now = at('2026-11-24 23:50');
    await place.samordna.ticker.tick();
    const before = await stored();
    expect(before.state).not.toHaveProperty('departed');
    place.now = DAY;
    await place.samordna.ticker.tick();
    const after = await stored();
    const fresh = after.history.slice(before.history.length).map(({ event }) => event.type);
    expect(fresh).toEqual(['region-left']);
    expect(faultOf(after.state, after.history, after.head)).toBeNull();
    expect(after.notices.slice(-2).map(({ subject, occasion }) => [subject.card, occasion])).toEqual([
      ['request', 'region-left'],
      ['round', 'region-left'],
    ]);
    await place.samordna.ticker.tick();
    expect((await stored()).history).toHaveLength(after.history.length);
  });

  it('its unit reads why nothing is asked of it any more, and has no button for it', async () => {
    await says(oKirurgi);
    place.now = DAY;
    await place.samordna.ticker.tick();
    const shown = await place.press(oKirurgi, request);
    expect(shown).toContain('Regionen har lämnat samordningen.');
    expect(shown).not.toContain('"verb":"request.');
    expect(shown).not.toContain('Ni är med');
    const again = {
      verb: 'request.yes',
      item: beds.id,
      unit: oKirurgi.unit,
      round: 1,
      revision: 1,
      value: '20',
    };
    expect(await place.press(oKirurgi, again)).toContain('Regionen har lämnat samordningen.');
    expect((await stored()).history.at(-1)?.event.type).toBe('region-left');
  });

  it('so does one that had not answered', async () => {
    place.now = DAY;
    await place.samordna.ticker.tick();
    expect(await place.press(oKirurgi, request)).toContain('Regionen har lämnat samordningen.');
  });

  it('the officer reads on the round’s card and the item’s which region left, by its name, and when', async () => {
    await says(world.sKirurgi, world.sAkut, world.vKirurgi, world.vAnestesi, oKirurgi);
    place.now = DAY;
    await place.samordna.ticker.tick();
    const round = await place.press(officer, card('round'));
    expect(round).toContain('Har lämnat samordningen');
    expect(round).toContain('Örebro, sista dagen var');
    expect(round).toContain('4 av 4 har svarat');
    expect(await place.press(officer, card('stage'))).toContain('Örebro, sista dagen var');
    expect(await place.says(officer, `historik ${beds.id}`)).toContain('En region lämnade samordningen');
  });

  it('the dry run of a new round leaves its units out', async () => {
    await place.samordna.rules.replace({ ...leaving, version: 'leaving-2', mandates: [] });
    await place.does(officer, advances({ to: 'postponed' }, { texts: { text: 'Vi väntar' } }).command);
    place.now = DAY;
    await place.samordna.ticker.tick();
    const preview = await place.samordna.rounds.preview(beds.id, at('2026-12-18 23:59'), officer);
    expect(preview.ok && preview.value.units.map(({ region }) => region)).not.toContain(OREBRO);
    expect((await place.samordna.rounds.open(beds.id, at('2026-12-18 23:59'), officer)).ok).toBe(true);
  });
});
