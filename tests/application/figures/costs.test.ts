import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemId } from '#domain/shared/ids.ts';
import { at } from '#support/world.ts';
import { ANNA, ERIK, type Talk, talk } from '../conversation/talking.ts';

const NOW = at('2026-11-24 09:00');
const ITEM = itemId('MT924');
let chat: Talk;
beforeAll(async () => {
  chat = await talk(NOW);
});
afterAll(() => chat.sqlite.dispose());

const figures = async () => (await chat.samordna.cases.load(ITEM))?.state.figures;
const save = {
  verb: 'cost.save',
  item: 'MT924',
  category: 'meetings',
  seconds: 7200,
  external: 0,
  said: NOW,
};

describe('what coordination takes, in the chat', () => {
  it('is written in one line and noted with one tap; until then nothing is kept', async () => {
    const card = await chat.says(ANNA, '2 h möte om operationsbord');
    expect(card).toContain('Notera 2 timmar?');
    expect(card).toContain('Ja, möten');
    expect(card).toContain(JSON.stringify(save).slice(1, -1));
    expect(await figures()).toBeUndefined();
    const noted = (await chat.presses(ANNA, save)).replaceAll('\u00a0', ' ');
    expect(noted).toContain('Noterat.');
    expect(noted).toContain('2 timmar · 1 person');
    expect(noted).toContain('1 300 kr');
    expect(noted).toContain('Timkostnaden är ett exempel.');
  });

  it('said again within half an hour by the same person, it is asked whether it is once more; by then it is another time', async () => {
    const again = (text: string) => text.includes('Du noterade samma sak');
    expect(again(await chat.says(ANNA, '2 h möte om operationsbord'))).toBe(true);
    expect(await chat.says(ANNA, '2 h möte om operationsbord')).toContain('Ja, en gång till: möten');
    expect(again(await chat.says(ANNA, '3 h möte om operationsbord'))).toBe(false);
    expect(again(await chat.says(ANNA, '2 h förankring operationsbord'))).toBe(false);
    expect((await figures())?.costs).toHaveLength(1);
  });

  it('counts once, however often the same card is pressed', async () => {
    await chat.presses(ANNA, save);
    expect((await figures())?.costs).toHaveLength(1);
  });

  it('asks what it was for where no word says so, and which item where none is named', async () => {
    const asked = await chat.says(ANNA, '30 min MT924');
    expect(asked).toContain('30 minuter: vad gick det till?');
    expect(asked).toContain('Kravarbete');
    expect(await chat.says(ANNA, '2 h möte')).toContain('inte vilken upphandling');
    const several = await chat.says(ANNA, '1 h möte om hjärtkompressionsapparater');
    expect(several).toContain('Vilken upphandling gäller 1 timme?');
    expect(several).toContain('"verb":"cost.show"');
  });

  it('is typed on a form too; what cannot be read is asked for again with the text still there', async () => {
    const send = { verb: 'cost.send', item: 'MT924', category: 'external', said: at('2026-11-24 08:00') };
    const wrong = await chat.presses(ANNA, { ...send, amount: '2 h' });
    expect(wrong).toContain('En extern kostnad skrivs som ett belopp');
    expect(wrong).toContain('"value":"2 h"');
    expect(await chat.presses(ANNA, { ...send, amount: '12 000 kr' })).toContain('Noterat.');
    expect(await figures()).toMatchObject({ costs: [{ seconds: 7200 }, { external: 12_000 }] });
  });

  it('typed on the form again within half an hour it is asked about too, and counts with the tap', async () => {
    const send = { verb: 'cost.send', item: 'MT924', category: 'external', amount: '12 000 kr' };
    const first = await chat.presses(ANNA, { ...send, said: at('2026-11-24 08:00') });
    expect(first).not.toContain('Du noterade samma sak');
    const said = at('2026-11-24 08:30');
    const again = await chat.presses(ANNA, { ...send, said });
    expect(again).toContain('Du noterade samma sak');
    expect(again).toContain('Ja, en gång till');
    expect((await figures())?.costs).toHaveLength(2);
    expect(await chat.presses(ANNA, { ...send, amount: '13 000 kr', said })).toContain('Noterat.');
    const tap = { verb: 'cost.save', item: 'MT924', category: 'external', seconds: 0, external: 12_000 };
    await chat.presses(ANNA, { ...tap, said: at('2026-11-24 08:45') });
    expect((await figures())?.costs.map(({ external }) => external)).toEqual([0, 12_000, 13_000, 12_000]);
    for (const number of [3, 4]) await chat.presses(ANNA, { verb: 'cost.undo', item: 'MT924', number });
  });

  it('is taken back by whoever wrote it', async () => {
    expect(await chat.presses(ANNA, { verb: 'cost.undo', item: 'MT924', number: 2 })).toContain('Borttaget.');
    expect((await figures())?.costs.map(({ number }) => number)).toEqual([1]);
    expect(await chat.presses(ANNA, { verb: 'cost.undo', item: 'MT924', number: 2 })).toContain(
      'redan borttagen',
    );
  });

  it('asked for the net benefit, the net benefit comes first', async () => {
    const net = await chat.says(ANNA, 'vad är nettonyttan?');
    expect(net).toContain('Nettonytta, teoretisk');
    expect(net).toContain('"topic":"net"');
    expect(await chat.says(ANNA, 'vad kostar samordningen i år?')).not.toContain(
      '"topic":"net","of":"definitions"',
    );
  });

  it('is nobody’s to note who has no part in it', async () => {
    expect(await chat.says(ERIK, '2 h möte om MT924')).toContain('Din roll får inte');
    await chat.presses(ERIK, { ...save, said: at('2026-11-24 10:00') });
    expect((await figures())?.costs).toHaveLength(1);
  });

  it('is understood and answered in English', async () => {
    const card = await chat.says('james.whitfield@vastmanland.example.se', '2 h meeting about MT924');
    expect(card).toMatch(/Your role may not|role/);
    const hub = await chat.presses(ANNA, { verb: 'card.open', subject: { card: 'figures', item: 'MT924' } });
    expect(hub).toContain('Siffror för upphandlingen');
    expect(hub).toContain('Anges när tilldelningen är beslutad');
  });
});
