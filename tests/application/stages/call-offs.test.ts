import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIFE } from '#support/stages.ts';
import {
  at,
  beds,
  officer,
  operator,
  SORMLAND,
  secretary,
  sKirurgi,
  units,
  vKirurgi,
} from '#support/world.ts';
import { itemCallOff } from '../../../src/cli/commands/stage.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { lockedOffice, type Office } from '../record/office.ts';

let place: Office;
const item = beds.id;
const card = { verb: 'card.open', subject: { card: 'stage', item } } as const;
const send = (more: object = {}) => ({
  verb: 'calloff.send',
  item,
  number: 1,
  unit: units.sKirurgi,
  value: '800 000',
  date: '2027-05-31',
  ...more,
});
const as = (actor: typeof officer | typeof operator): CliContext => ({
  store: place.sqlite.store,
  samordna: async () => place.samordna,
  person: async () => Promise.reject(new Error('nobody asks')),
  actor: async () => actor,
});
const fails = async (work: Promise<unknown>): Promise<{ exit: number; message: string }> => {
  try {
    await work;
  } catch (error) {
    return error as { exit: number; message: string };
  }
  throw new Error('it was allowed');
};

beforeEach(async () => {
  place = await lockedOffice(LIFE.slice(0, 5));
  place.now = at('2027-06-01 10:00');
});
afterEach(async () => place.sqlite.dispose());

describe('a call-off is noted on a card, against the region’s ceiling (law 5)', () => {
  it('by the unit’s manager with an amount; the card says what is left, and takes it back', async () => {
    expect(await place.press(sKirurgi, card)).toContain('"verb":"calloff.form"');
    const form = await place.press(sKirurgi, { verb: 'calloff.form', item });
    expect(form).toContain('Vad avropar Kirurgi?');
    expect(form).not.toContain('Ta tillbaka');
    const done = await place.press(sKirurgi, send());
    expect(done).toContain('Tack, avropet är antecknat.');
    expect(done).toMatch(/800\s000\skr, kvar 1\s200\s000\skr/u);
    // The other region's are its own affair.
    expect(await place.press(vKirurgi, card)).not.toMatch(/1\s200\s000/u);
    const again = await place.press(sKirurgi, { verb: 'calloff.form', item });
    expect(again).toMatch(/Ta tillbaka Kirurgi: 800\s000\skr/u);
    const back = await place.press(sKirurgi, send({ value: 0, corrects: true }));
    expect(back).toContain('Avropet är tillbakataget');
    expect(await place.press(sKirurgi, { verb: 'item.history', item })).toContain('Ett avrop antecknades');
  });

  it('beyond the ceiling it says what is left, what is missing and what that takes', async () => {
    const refused = await place.press(sKirurgi, send({ value: '2,5 mnkr' }));
    expect(refused).toMatch(
      /Regionen har 2\s000\s000\skr kvar under sitt tak, och avropet kräver 500\s000\skr mer\. Det kräver en ny upphandling eller ett beslut att ändra avtalet/u,
    );
  });

  it('an officer chooses the unit, of those that take part; whoever chooses none is told to', async () => {
    const form = await place.press(officer, { verb: 'calloff.form', item });
    expect(form).toContain('Vad avropas, och av vem?');
    expect(form).toContain(units.vKirurgi);
    expect(await place.press(officer, send({ unit: '' }))).not.toContain('antecknat');
    expect(await place.press(officer, send({ unit: units.vKirurgi }))).toContain('antecknat');
    expect(await place.press(vKirurgi, card)).toMatch(/kvar 1\s200\s000\skr/u);
  });

  it('a line in the chat opens the form with its amount filled in, and notes nothing', async () => {
    const form = await place.says(sKirurgi, `avropa 200 000 på ${item}`);
    expect(form).toContain('Vad avropar Kirurgi?');
    expect(form).toContain('"value":"200000"');
    expect(await place.says(officer, 'call off 200,000 on operating tables')).toContain('"value":"200000"');
    expect(await place.says(sKirurgi, `avropa på ${item}`)).toContain('Vad avropar Kirurgi?');
    const { history } = (await place.samordna.cases.load(item)) ?? { history: [] };
    expect(history.map(({ event }) => event.type)).not.toContain('called-off');
    // The filled in amount is what the form sends.
    expect(await place.press(sKirurgi, send({ value: '200000' }))).toMatch(/kvar 1\s800\s000\skr/u);
  });

  it('whoever may call off nothing is told so instead', async () => {
    const told = await place.says(secretary, `avropa 200 000 på ${item}`);
    expect(told).not.toContain('calloff.send');
    expect(told).toContain('Be dess chef');
    const early = await lockedOffice(LIFE.slice(0, 2));
    const refused = await early.says(sKirurgi, `avropa 200 000 på ${item}`);
    expect(refused).not.toContain('calloff.send');
    expect(refused).toContain('"style":"attention"');
    await early.sqlite.dispose();
  });

  it('another’s unit is refused, and what cannot be read', async () => {
    expect(await place.press(vKirurgi, send())).not.toContain('antecknat');
    expect(await place.press(sKirurgi, send({ value: 'mycket' }))).not.toContain('antecknat');
    place.now = at('2029-04-02 10:00');
    expect(await place.press(sKirurgi, card)).not.toContain('calloff.form');
  });

  it('at the command line too, corrected and taken back, with the room that is left', async () => {
    const given = { unit: units.sKirurgi, value: '800000' };
    const { json, text } = await itemCallOff(as(officer), item, given);
    expect(json).toMatchObject({
      events: ['called-off'],
      room: { region: SORMLAND, value: { ceiling: 2_000_000, called: 800_000, left: 1_200_000 } },
    });
    expect(text).toContain('1200000 SEK left of 2000000');
    const more = await itemCallOff(as(officer), item, { ...given, value: '900000', correct: '1' });
    expect(more.json).toMatchObject({ room: { value: { called: 900_000 } } });
    const back = await itemCallOff(as(officer), item, { ...given, value: '0', correct: '1' });
    expect(back.json).toMatchObject({ room: { value: { called: 0 } } });
    const over = await fails(itemCallOff(as(officer), item, { ...given, value: '3000000' }));
    expect(over).toMatchObject({ exit: 1 });
    expect(over.message).toMatch(/The region has SEK\s?2,000,000 left|The region has .*2,000,000/u);
    expect((await fails(itemCallOff(as(operator), item, given))).exit).toBe(1);
    expect((await fails(itemCallOff(as(officer), item, { ...given, unit: 'Kirurgi' }))).exit).toBe(2);
    expect((await fails(itemCallOff(as(officer), item, { ...given, correct: 'en' }))).exit).toBe(2);
    expect((await fails(itemCallOff(as(officer), 'nothing', given))).exit).toBe(2);
  });
});
