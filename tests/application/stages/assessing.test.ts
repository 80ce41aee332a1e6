import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemAssess } from '#cli/commands/stage.ts';
import { beds, officer, sKirurgi } from '#support/world.ts';
import { type Office, office } from '../record/office.ts';

let place: Office;
const status = async () => (await place.samordna.cases.load(beds.id))?.state.status;
beforeEach(async () => {
  place = await office();
});
afterEach(async () => place.sqlite.dispose());

describe('a Samordningsbedömning of one item, on its card and from the command line', () => {
  it('a no without its reason is refused, and the item stays where it was', async () => {
    const form = await place.says(officer, `bedöm ${beds.id}`);
    expect(form).toContain('Går det att samordna?');
    await place.press(officer, { verb: 'assess.send', item: beds.id, possible: false, text: '' });
    expect(await status()).toBe('draft');
  });

  it('with its reason it takes the item out as not possible; the card says who assessed it', async () => {
    await place.press(officer, { verb: 'assess.send', item: beds.id, possible: false, text: 'Eget behov' });
    expect(await status()).toBe('not-possible');
    const again = await place.press(officer, { verb: 'assess.form', item: beds.id });
    expect(again).toContain('Bedömdes som inte möjlig att samordna av Eva Lind');
  });

  it('is offered to no one but an officer', async () => {
    expect(await place.says(officer, `visa ${beds.id}`)).toContain('"verb":"assess.form"');
    expect(await place.says(sKirurgi, `visa ${beds.id}`)).not.toContain('assess.form');
    await place.press(sKirurgi, { verb: 'assess.send', item: beds.id, possible: true, text: '' });
    expect(await status()).toBe('draft');
  });

  it('the command line needs one of the two answers', async () => {
    const context = { samordna: async () => place.samordna } as never;
    await expect(itemAssess(context, beds.id, {})).rejects.toThrow('--possible or --not-possible');
    await expect(itemAssess(context, beds.id, { possible: true, notPossible: true })).rejects.toThrow();
  });
});
