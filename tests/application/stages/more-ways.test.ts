import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personId } from '#domain/shared/ids.ts';
import { LIFE } from '#support/stages.ts';
import * as world from '#support/world.ts';
import { lockedOffice, type Office } from '../record/office.ts';

const { officer, VASTMANLAND, vKirurgi } = world;
const item = world.beds.id;
const stage = { verb: 'card.open', subject: { card: 'stage', item } } as const;
const more = { verb: 'stage.more', item } as const;
const CHANGE = {
  do: 'advance',
  stage: { to: 'modification-proposed', ground: 'additional-needs', region: VASTMANLAND, value: 2_600_000 },
  texts: { text: 'Vårdköerna kräver fler bord' },
} as const;
const opens = (card: string, to: string) => card.includes(`"verb":"stage.form","item":"MT924","to":"${to}"`);

let place: Office;
beforeEach(async () => {
  place = await lockedOffice(LIFE.slice(0, 5));
  await place.samordna.people.import([
    {
      ...{ id: personId('tenant-v', 'officer-2'), name: 'Maria Ek', email: 'maria@example.se' },
      ...{ region: VASTMANLAND, unit: officer.unit, roles: ['officer'], language: 'sv' },
      ...{ deputy: null, manager: null },
    },
  ]);
  await place.does(officer, CHANGE);
});
afterEach(() => place.sqlite.dispose());

describe('what does not fit on an item’s card stands behind “Mer …”', () => {
  it('and its buttons open the same forms', async () => {
    const card = await place.press(officer, stage);
    expect(card).toContain('"title":"Mer …"');
    expect(opens(card, 'modification-dropped')).toBe(false);
    const rest = await place.press(officer, more);
    expect(rest).toContain('Vad vill du göra?');
    expect(rest).toContain('"verb":"owner.form"');
    expect(opens(rest, 'modification-dropped')).toBe(true);
    const form = await place.press(officer, { verb: 'stage.form', item, to: 'modification-dropped' });
    expect(form).toContain('"to":"modification-dropped"');
  });

  it('is the officers’; an older button shows the card where everything fits again', async () => {
    expect(await place.press(vKirurgi, more)).toContain('Din roll får inte');
    await place.does(officer, { ...CHANGE, stage: { to: 'modification-dropped' } });
    await place.does(officer, { do: 'complete-documentation' });
    const again = await place.press(officer, more);
    expect(again).not.toContain('Vad vill du göra?');
    expect(opens(again, 'extended')).toBe(true);
  });

  it('shows nothing of a case in which the officer has a conflict (KL 6:28–32)', async () => {
    await place.does(officer, { do: 'declare-conflict', conflict: true });
    const card = await place.press(officer, more);
    expect(card).not.toContain('stage.form');
    expect(card).not.toContain('Vad vill du göra?');
  });
});
