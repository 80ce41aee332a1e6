import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemId } from '#domain/shared/ids.ts';
import { at } from '#support/world.ts';
import { ANNA, ERIK, type Talk, talk } from './talking.ts';

let chat: Talk;
beforeAll(async () => {
  chat = await talk(at('2026-11-23 09:00'));
});
afterAll(() => chat.sqlite.dispose());

const HEARTS = ['MT2651', 'MT12572'];
const THERAPY = ['MT7059', 'MT8818'];
const eventsOf = async (id: string) =>
  ((await chat.samordna.cases.load(itemId(id)))?.history ?? []).map(({ event }) => event);
describe('what could be bought together, in the chat', () => {
  it('is a list with the best first; when nothing lies ahead the card says that it is past', async () => {
    const shown = await chat.says(ANNA, 'vad kan vi samordna?');
    expect(shown).toContain('Inget som startar framöver passar ihop');
    expect(shown).toContain('Båda upphandlar samma sak: Mekaniska hjärtkompressionsapparater.');
    expect(shown.indexOf('hjärtkompression')).toBeLessThan(shown.indexOf('Psykoterapi'));
  });

  it('narrows to a named item', async () => {
    const shown = await chat.says(ANNA, 'vad kan samordnas med MT7059?');
    expect(shown).toContain('1 förslag att samordna');
    expect(shown).toContain('Psykologiska behandlingar i Västra Sörmland');
  });

  it('offers an officer to assess, and others only to read', async () => {
    const officer = await chat.presses(ANNA, { verb: 'candidate.show', items: HEARTS });
    expect(officer).toContain('Ja, fråga enheterna');
    const manager = await chat.presses(ERIK, { verb: 'candidate.show', items: HEARTS });
    expect(manager).toContain('Skulle kunna upphandlas tillsammans');
    expect(manager).not.toContain('Ja, fråga enheterna');
    expect(await chat.presses(ERIK, { verb: 'candidate.form', items: HEARTS })).not.toContain('Input.Text');
    await chat.presses(ERIK, { verb: 'candidate.not-possible', items: HEARTS, text: 'Nej' });
    expect((await eventsOf('MT2651')).map(({ type }) => type)).not.toContain('assessed-together');
  });

  it('takes a no with its reason, keeps it on both cases, and puts the pair lower', async () => {
    const empty = await chat.presses(ANNA, { verb: 'candidate.not-possible', items: HEARTS, text: ' ' });
    expect(empty).toContain('Varför går de inte att samordna?');
    const saved = await chat.presses(ANNA, {
      verb: 'candidate.not-possible',
      items: HEARTS,
      text: 'Olika fabrikat i ambulanserna till 2028',
    });
    expect(saved).toContain('Bedömningen är sparad');
    expect(saved).toContain('Olika fabrikat i ambulanserna till 2028');
    for (const id of HEARTS) {
      expect((await eventsOf(id)).at(-1)).toMatchObject({ type: 'assessed-together', possible: false });
    }
    const after = await chat.says(ANNA, 'vad kan vi samordna?');
    expect(after).toContain('Psykoterapi');
    // No longer among the five that the card has room for.
    expect(after).not.toContain('Mekaniska');
    const others = await chat.presses(ERIK, { verb: 'candidate.show', items: HEARTS });
    expect(others).not.toContain('Olika fabrikat');
  });

  it('goes from a yes to the form that asks the units', async () => {
    const form = await chat.presses(ANNA, { verb: 'candidate.possible', items: THERAPY });
    expect(form).toContain('Bedömningen är sparad. Välj svarstid');
    expect(form).toContain('Input.Date');
    expect((await eventsOf('MT8818')).at(-1)).toMatchObject({ type: 'assessed-together', possible: true });
  });

  it('answers an unknown item with a sentence', async () =>
    expect(await chat.presses(ANNA, { verb: 'candidate.show', items: ['MT0', 'MT924'] })).toContain(
      'finns inte',
    ));
});
