import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemId } from '#domain/shared/ids.ts';
import { isRefused, textOf } from '#support/people/cards.ts';
import { temporarySqlite } from '#support/stores.ts';
import { at } from '#support/world.ts';
import { type Office, openOffice } from './office.ts';

const WORDS = 'ORO-FÖR-ARBETSMILJÖN-I-NYKÖPING';

describe('a work-environment concern', () => {
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

  /** Everything that the store holds, of every kind, as one text. */
  const stored = async (): Promise<string> => {
    const kinds = ['case', 'message', 'person', 'conversation', 'governance', 'setting', 'draft'] as const;
    const pages = await Promise.all(
      kinds.map((kind) => office.store.query({ kind, limit: 1000 }).then(({ documents }) => documents)),
    );
    return JSON.stringify(pages);
  };

  it('raised from a case goes to whom the giver chose, and leaves no word in case, history or store', async () => {
    const { anna, karin, gunilla } = office.people;
    await anna.says('fråga enheterna om MT924 till 4 december');
    await anna.presses('round.send');
    await office.settled();
    const before = await office.samordna.cases.load(itemId('MT924'));

    await karin.says('visa MT924');
    await karin.presses('concern.form');
    const sent = await karin.presses({ verb: 'concern.send', to: 'manager' }, { text: WORDS });
    expect(isRefused(sent)).toBe(false);
    expect(textOf(sent)).toContain('Gunilla Forsberg');
    expect(textOf(sent)).not.toContain(WORDS);
    await office.settled();

    expect(gunilla.sees(WORDS)).toBe(true);
    expect(gunilla.sees('Karin Holm')).toBe(true);
    expect(gunilla.sees('Avvikelsesystemet')).toBe(true);
    for (const person of Object.values(office.people)) {
      if (person !== gunilla) expect(person.sees(WORDS), person.name).toBe(false);
    }
    const after = await office.samordna.cases.load(itemId('MT924'));
    expect(after?.history).toEqual(before?.history);
    expect(after?.state).toEqual(before?.state);
    expect(await stored()).not.toContain(WORDS);
  });

  it('that cannot arrive says so, keeps the words in the giver’s own form and nowhere else', async () => {
    const { karin } = office.people;
    await karin.says('oro för arbetsmiljön');
    // HR has not opened a chat with the bot.
    const refused = await karin.presses({ verb: 'concern.send', to: 'hr' }, { text: WORDS });
    expect(isRefused(refused)).toBe(true);
    expect(JSON.stringify(refused)).toContain(WORDS);
    expect(await stored()).not.toContain(WORDS);
  });

  it('is counted by region and year, and shown to a controller from the fifth on', async () => {
    const { karin, nils, ulrika } = office.people;
    for (let sent = 1; sent <= 5; sent += 1) {
      await karin.says('arbetsmiljö');
      await karin.presses({ verb: 'concern.send', to: 'manager' }, { text: `${WORDS} ${sent}` });
      const shown = textOf(await nils.says('arbetsmiljö').then(() => nils.cards().at(-1) ?? {}));
      expect(shown.includes('5 sådana meddelanden har skickats i din region i år')).toBe(sent === 5);
    }
    await ulrika.says('arbetsmiljö');
    expect(ulrika.sees('Färre än fem')).toBe(true);
  });
});
