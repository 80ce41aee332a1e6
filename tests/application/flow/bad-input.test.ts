import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import type { CaseBody } from '#application/cases.ts';
import { missingAuthorisations } from '#domain/coordination/life-cycle.ts';
import { asPersonId, itemId } from '#domain/shared/ids.ts';
import { type ActionData, bannerOf, type Card, isRefused, textOf } from '#support/people/cards.ts';
import type { Cast } from '#support/people/cast.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { at, date } from '#support/world.ts';
import { type Office, openOffice } from './office.ts';

/** Each in the person's language, with what to do next, and nothing lost or half-written. */
let place: TemporarySqlite;
let office: Office;
let people: Cast;
beforeAll(async () => {
  place = await temporarySqlite();
  office = await openOffice(place.store, at('2026-11-23 09:00'));
  people = office.people;
});
afterAll(async () => {
  await office.stop();
  await place.dispose();
});

const stored = async (id: string): Promise<CaseBody | null> =>
  (await place.store.get<CaseBody>('case', itemId(id)))?.body ?? null;
const entries = async (id: string): Promise<number> => (await stored(id))?.history.length ?? 0;
const imported = () => place.store.count({ kind: 'case' });
const refusal = (card: Card): string => {
  expect(isRefused(card), textOf(card)).toBe(true);
  return bannerOf(card)?.text ?? '';
};

/** Before the lock each region's delegate has decided to begin (law 6), and its authorisation is on file (law 5). */
const lock = async (id: string): Promise<void> => {
  const known = (await office.samordna.cases.load(itemId(id)))?.state;
  const directory = await office.samordna.people.directory();
  const [anna] = directory.inRole('officer');
  if (!known || !anna) throw new Error('The demo has changed');
  for (const region of missingAuthorisations(known)) {
    const filed = {
      do: 'file-authorisation',
      region,
      date: date('2026-11-20'),
      reference: 'RS 2026-9',
    } as const;
    expect(await office.samordna.cases.execute(itemId(id), filed, actorOf(anna))).toMatchObject({ ok: true });
  }
  const delegates = [people.cecilia.id, people.mats.id];
  for (const decider of directory.people.filter((one) => delegates.includes(one.id))) {
    const decided = {
      do: 'decide-stage',
      kind: 'initiate',
      region: decider.region,
      revision: known.revision,
      texts: { text: 'Enligt planen' },
    } as const;
    expect(await office.samordna.cases.execute(itemId(id), decided, actorOf(decider))).toMatchObject({
      ok: true,
    });
  }
  await office.settled();
  await people.anna.says(`visa ${id}`);
  await people.anna.presses({ verb: 'card.open', subject: { card: 'stage', item: id } });
  // Nobody in Sörmland named a value with their yes.
  await people.anna.presses({ verb: 'stage.advance', to: 'ceiling-stated' }, { value: '2,5 mnkr' });
  await people.anna.presses({ verb: 'stage.advance', to: 'locked' });
};

describe('a file', () => {
  it('that is no table is refused with how to save it, and nothing is kept of it', async () => {
    const before = await imported();
    const letter = await people.anna.sends('brev.csv', 'Hej Anna,\n\nplanen kommer i morgon.\n');
    expect(textOf(letter)).toContain('Jag hittar ingen kolumn för upphandlingens id');
    const picture = await people.anna.sends('plan.csv', '\u0089PNG\r\n\u001A\n\u0000\u0000\u0000');
    expect(textOf(picture)).toContain('Filen är ingen tabell. Spara planen som xlsx eller csv.');
    expect(await imported()).toBe(before);
  });

  it('with a row without title, an unknown CPV code and “ca 3 mnkr” says so row by row, and the good rows stay', async () => {
    const rows = [
      'Diarienummer;Benämning;Region;CPV;Värde;Startdatum',
      'DÅ-1;Sängar;Sörmland;33192230;3 000 000;2027-03-01',
      'DÅ-2;;Sörmland;33192230;1;2027-03-01',
      'DÅ-3;Bord;Västmanland;99999999;2;2027-03-01',
      'DÅ-4;Stolar;Västmanland;39112000;ca 3 mnkr;2027-03-01',
    ];
    const before = await imported();
    const text = textOf(await people.anna.sends('plan 2027.csv', `${rows.join('\n')}\n`));
    expect(text).toContain('Rad 3: Kolumnen ”Benämning”: Här står inget, men uppgiften behövs. Fyll i den');
    expect(text).toContain('Rad 4: Kolumnen ”CPV”: ”99999999” finns inte i CPV 2008.');
    expect(text).toContain('Rad 5: Kolumnen ”Värde”: ”ca 3 mnkr” är en uppskattning');
    expect(await imported()).toBe(before);
    await people.anna.presses('import.confirm');
    expect(await imported()).toBe(before + 3);
    expect(await stored('DÅ-2')).toBeNull();
    expect((await stored('DÅ-3'))?.state.item?.cpv).toBe('99999999');
    expect((await stored('DÅ-4'))?.state.item).not.toHaveProperty('value');
  });
});

it('an unknown person is told how to be added, whatever they write', async () => {
  const id = asPersonId('22222222-2222-4222-8222-222222222222:ffffffff-0000-4000-8000-000000000001');
  const stranger = office.teams.user({ id, name: 'Okänd Person' });
  for (const said of ['visa planen', 'hjälp']) {
    expect(textOf(await stranger.says(said))).toContain('katalog');
  }
  expect(textOf(await stranger.submits({ verb: 'item.show', item: 'MT924' }))).not.toContain(
    'Operationsbord',
  );
});

it('a message in no language is answered in the person’s, with what can be asked', async () => {
  const swedish = textOf(await people.erik.says('asdf qwer zxcv'));
  expect(swedish).toContain('förstod');
  expect(textOf(await people.james.says('asdf qwer zxcv'))).toContain('understand');
  for (const said of ['🙂', '12', '???', '<at></at>']) {
    expect(textOf(await people.james.says(said)).length, said).toBeGreaterThan(20);
  }
});

describe('a card', () => {
  let yes: ActionData;
  beforeAll(async () => {
    await people.anna.says('fråga enheterna om MT924 till 4 december');
    await people.anna.presses('round.send');
    await office.settled();
    yes = people.erik.about('request.yes');
  });

  it('answered by somebody who may not is refused, to each in their language', async () => {
    const before = await entries('MT924');
    expect(refusal(await people.lars.submits(yes))).not.toBe('');
    expect(refusal(await people.james.submits(yes))).toMatch(/\b(unit|answer)\b/);
    expect(await entries('MT924')).toBe(before);
  });

  it('pressed twice is one answer, and the second press shows it', async () => {
    await people.erik.presses('request.yes');
    const once = await entries('MT924');
    const again = await people.erik.submits(yes);
    expect(isRefused(again)).toBe(false);
    expect(textOf(again)).toContain('Ni är med');
    expect(await entries('MT924')).toBe(once);
  });

  it('for a round that has closed changes nothing, and shows how it stands', async () => {
    for (const name of ['karin', 'maria', 'james'] as const) await people[name].presses('request.yes');
    const late = people.james.about('request.change');
    await office.settled();
    await lock('MT924');
    const locked = await entries('MT924');
    const swedish = refusal(await people.erik.submits({ ...yes, volume: '7' }));
    expect(swedish).toContain('låst');
    const english = textOf(await people.james.submits(late));
    expect(english).toContain('locked');
    expect(await entries('MT924')).toBe(locked);
    expect((await stored('MT924'))?.state.status).toBe('locked');
  });
});
