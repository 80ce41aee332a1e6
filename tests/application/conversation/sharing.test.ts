import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemOfLink } from '#application/conversation/sharing.ts';
import type { Caller, SharedItem } from '#application/ports/teams.ts';
import { asPersonId } from '#domain/shared/ids.ts';
import { at } from '#support/world.ts';
import { ANNA, type Talk, talk } from './talking.ts';

const PUBLIC = 'https://samordna.example.se';
let chat: Talk;
let anna: Caller;
beforeAll(async () => {
  chat = await talk(at('2026-11-23 09:00'), PUBLIC);
  anna = { ...(await chat.callerOf(ANNA)), scope: 'group' };
});
afterAll(() => chat.sqlite.dispose());

const found = async (text: string): Promise<readonly SharedItem[]> => {
  const items = await chat.samordna.conversation.searched(anna, text);
  if (!items) throw new Error('nobody knows Anna');
  return items;
};
const titles = async (text: string) => (await found(text)).map(({ title }) => title);

describe('the search for a procurement, from any chat', () => {
  it('narrows while somebody types, whatever part of the title it is', async () => {
    expect(await titles('opera')).toContain('Operationsbord');
    expect(await titles('kompression')).toEqual([
      'Mekaniska hjärtkompressionsapparater',
      'Mekaniska hjärtkompressionsapparater',
    ]);
    expect(await titles('hjart kompr')).toHaveLength(2);
    expect(await titles('mt924')).toContain('Operationsbord');
  });

  it('falls back on what the words mean, in English too', async () =>
    expect(await titles('MRI scanner')).toEqual(['Upphandling av Magnetkamera till Region Sörmland']));

  it('finds at most ten, and nothing for nothing', async () => {
    expect((await titles('region')).length).toBeLessThanOrEqual(10);
    expect(await titles('')).toEqual([]);
    expect(await titles('qqqq')).toEqual([]);
  });

  it('is for those in the directory alone', async () => {
    const stranger = { ...anna, person: asPersonId('tenant:stranger') };
    expect(await chat.samordna.conversation.searched(stranger, 'bord')).toBeNull();
    expect(await chat.samordna.conversation.linked(stranger, `${PUBLIC}/item/MT924`)).toBeNull();
  });
});

describe('the card that comes into the chat', () => {
  it('holds what everybody may see: no value, no status, nobody’s answer, and a way to open it', async () => {
    const [first] = await found('MT12572');
    const shown = JSON.stringify(first?.reply.card);
    expect(shown).toContain('Mekaniska hjärtkompressionsapparater');
    expect(shown).toContain(`${PUBLIC}/item/MT12572`);
    expect(shown).not.toMatch(/mnkr|2 208|kr"|Utkast|svarat/);
    expect(shown).not.toContain('Action.Execute');
  });

  it('comes from a link of this server to an item, and from no other', async () => {
    const shared = await chat.samordna.conversation.linked(anna, `${PUBLIC}/item/MT924`);
    expect(shared?.title).toBe('Operationsbord');
    for (const url of [
      `${PUBLIC}/item/MT0`,
      'https://evil.example/item/MT924',
      `${PUBLIC}/health/live`,
      'x',
    ]) {
      expect(await chat.samordna.conversation.linked(anna, url)).toBeNull();
    }
  });
});

describe('an address names an item', () => {
  it.each([
    [`${PUBLIC}/item/MT924`, 'MT924'],
    [`${PUBLIC}/item/IN%2FIN21-0411`, 'IN/IN21-0411'],
    [`${PUBLIC}/item/MT924?x=1#y`, 'MT924'],
    [`${PUBLIC}/item/%E0%A4%A`, null],
    [`${PUBLIC}/item/`, null],
    [`${PUBLIC}/item/a/b`, null],
  ])('%s → %s', (url, id) => expect(itemOfLink(url, PUBLIC)).toBe(id));

  it('only where the server knows its own address', () =>
    expect(itemOfLink(`${PUBLIC}/item/MT924`, null)).toBeNull());
});
