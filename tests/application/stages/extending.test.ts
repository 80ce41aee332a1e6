import { afterEach, expect, it } from 'vitest';
import { LIFE } from '#support/stages.ts';
import { at, beds, date, officer } from '#support/world.ts';
import { lockedOffice, type Office } from '../record/office.ts';

let place: Office;
afterEach(() => place.sqlite.dispose());

const form = { verb: 'stage.form', item: beds.id, to: 'extended' } as const;
const extending = (day: string) => ({
  verb: 'stage.advance',
  item: beds.id,
  to: 'extended',
  until: '2030-03-31',
  date: day,
});

it('the form asks on which day the option was used, and a late one is refused in words with what can be done', async () => {
  place = await lockedOffice(LIFE.slice(0, 4));
  place.now = at('2027-03-16 09:00');
  const contract = { verb: 'stage.advance', item: beds.id, to: 'contract', date: '2027-03-16' } as const;
  const days = { until: '2029-03-31', optionsUntil: '2031-03-31', optionBy: '2028-09-30' };
  const signed = await place.press(officer, { ...contract, ...days, reference: 'RV 2027-2' });
  expect(signed).toContain('Optionen används senast');
  expect((await place.samordna.cases.load(beds.id))?.state).toMatchObject({
    contract: { optionBy: date('2028-09-30') },
  });

  place.now = at('2030-01-02 09:00');
  const shown = await place.press(officer, form);
  expect(shown).toContain('Optionen användes den');
  expect(shown).toContain('"value":"2030-01-02"');
  const late = await place.press(officer, extending('2030-01-02'));
  expect(late).toContain('Avtalet hade löpt ut den dagen');
  expect(late).toContain('Annars behövs en ny upphandling.');
  expect(await place.press(officer, extending('2028-10-01'))).toContain(
    'Sista dagen att använda optionen hade passerat',
  );
  await place.press(officer, extending('2028-09-30'));
  expect((await place.samordna.cases.load(beds.id))?.state).toMatchObject({
    contract: { until: date('2030-03-31') },
  });
});
