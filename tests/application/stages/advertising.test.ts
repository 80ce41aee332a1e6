import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answers, DEADLINE } from '#support/given.ts';
import { asks, at, beds, date, officer, operator, vKirurgi } from '#support/world.ts';
import { type Office, office } from '../record/office.ts';

let place: Office;
const round = { verb: 'card.open', subject: { card: 'round', item: beds.id } } as const;
const planned = (day: string) =>
  place.does(operator, { do: 'import', item: { ...beds, advertise: date(day) } });
const objects = answers(
  vKirurgi,
  { kind: 'objection', reason: 'other' },
  { text: 'Nej', evidence: 'Underlag' },
  undefined,
  2,
);

beforeEach(async () => {
  place = await office();
  await planned('2026-12-04');
  await place.does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks });
  await place.does(vKirurgi, objects.command);
});
afterEach(async () => place.sqlite.dispose());

describe('a ladder that comes too late for the planned advertising (section 3)', () => {
  it('is nothing to speak of while it can be climbed in time', async () => {
    const card = await place.press(officer, round);
    expect(card).not.toContain('planerade annonseringen');
    expect(card).not.toContain('item.form');
  });

  it('is said on the case’s card with what can be done, also in its history, and the card leads there', async () => {
    // The clock has lifted it to the managers by then; what is left are three levels and three days.
    place.now = at('2026-12-02 08:00');
    await place.does({ kind: 'clock' }, { do: 'tick' });
    const card = await place.press(officer, round);
    expect(card).toContain('hinner inte avgöras före den planerade annonseringen 4 december 2026');
    expect(card).toContain('Flytta annonseringen');
    expect(await place.press(officer, { verb: 'item.form', item: beds.id })).toContain('2026-12-04');
    const history = await place.press(officer, { verb: 'item.history', item: beds.id });
    expect(history).toContain('Stegen hinner inte före den planerade annonseringen');
  });

  it('an advertising that has passed is said to have, and moving it sets the clock again', async () => {
    place.now = at('2026-12-04 09:00');
    expect(await place.press(officer, round)).toContain('annonseringen 4 december 2026 har passerat');
    await planned('2027-03-12');
    expect(await place.press(officer, round)).not.toContain('har passerat');
  });
});
