import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownerOf } from '#domain/coordination/life-cycle.ts';
import { personId } from '#domain/shared/ids.ts';
import { beds, officer, SORMLAND, sKirurgi } from '#support/world.ts';
import { type Office, office } from '../record/office.ts';

const johan = { ...officer, id: personId('tenant-s', 'officer-2') };
let place: Office;
const owner = async () => {
  const found = await place.samordna.cases.load(beds.id);
  return found ? ownerOf(found.state) : null;
};

beforeEach(async () => {
  place = await office();
  const directory = await place.samordna.people.directory();
  const eva = directory.person(officer.id);
  if (!eva) throw new Error('no officer');
  const second = { ...eva, id: johan.id, name: 'Johan Berg', email: 'johan@example.se', region: SORMLAND };
  await place.samordna.people.import([...directory.people, second]);
  await place.does(officer, { do: 'assess', possible: true, texts: {} });
});
afterEach(async () => place.sqlite.dispose());

describe('an item that no unit has been asked about has its owner, and may get another on a card (law 4)', () => {
  it('the item shows who it is, and leads to the form and back', async () => {
    const card = await place.says(officer, `visa ${beds.id}`);
    expect(card).toContain('Eva Lind');
    expect(card).toContain('"verb":"owner.form"');
    const form = await place.press(officer, { verb: 'owner.form', item: beds.id });
    expect(form).toContain('Johan Berg');
    expect(form).toContain('"verb":"item.show"');
    const done = await place.press(officer, { verb: 'owner.send', item: beds.id, to: johan.id });
    expect(done).toContain('Ärendet har fått ny ansvarig.');
    expect(await owner()).toBe(johan.id);
    expect(await place.says(johan, `visa ${beds.id}`)).toContain('Johan Berg');
  });

  it('whoever is no officer is offered nothing and refused', async () => {
    expect(await place.says(sKirurgi, `visa ${beds.id}`)).not.toContain('owner.form');
    await place.press(sKirurgi, { verb: 'owner.send', item: beds.id, to: johan.id });
    expect(await owner()).toBe(officer.id);
  });
});
