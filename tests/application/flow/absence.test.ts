import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAsked } from '#domain/coordination/state.ts';
import { itemId } from '#domain/shared/ids.ts';
import { temporarySqlite } from '#support/stores.ts';
import { at } from '#support/world.ts';
import { type Office, openOffice } from './office.ts';
import { nothingPressed, tellStory } from './story.ts';

describe('a manager who is away when the units are asked', () => {
  let office: Office;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    const temporary = await temporarySqlite();
    office = await openOffice(temporary.store, at('2026-11-23 09:00'));
    stop = async () => {
      await office.stop();
      await temporary.dispose();
    };
  });
  afterEach(() => stop());

  it('is stood in for by the deputy, and gets what is still open the morning after', async () => {
    const item = itemId('MT924');
    const story = tellStory(office, [item], nothingPressed());
    const { anna, maria } = office.people;
    await maria.says('jag är borta till 25 november');
    await anna.says('fråga enheterna om MT924 till 4 december');
    await anna.presses('round.send');
    await office.settled();
    expect(await story.news()).toEqual({
      anna: ['round new'],
      karin: ['request new'],
      erik: ['request new'],
      james: ['request new'],
      oskar: ['request new'],
    });
    const asked = (await office.samordna.cases.load(item))?.state;
    if (!asked || !isAsked(asked)) throw new Error('nobody was asked');
    const entry = Object.values(asked.round.units).find(({ respondents }) => respondents.includes(maria.id));
    expect(entry?.away).toMatchObject([{ person: maria.id, until: '2026-11-25' }]);

    await office.until(at('2026-11-26 08:00'));
    expect(Object.keys(await story.news())).toEqual(['maria']);
  });
});
