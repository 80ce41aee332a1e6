import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { prepareDemo } from '#demo/prepare.ts';
import { addScenes } from '#demo/scenes/index.ts';
import { itemId } from '#domain/shared/ids.ts';
import { buttonLike, type Card, textOf } from '#support/people/cards.ts';
import type { Name } from '#support/people/cast.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { at } from '#support/world.ts';
import { type Office, openOffice } from './office.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const START = at('2026-11-24 09:00');
const ITEM = itemId('MT924');

/** What docs/demo.md promises, step by step, with the same words. */
describe('the demo’s six recipes', () => {
  let sqlite: TemporarySqlite;
  let office: Office;
  beforeEach(async () => {
    sqlite = await temporarySqlite();
    await addScenes(sqlite.store, START);
    office = await openOffice(sqlite.store, START);
  });
  afterEach(async () => {
    await office.stop();
    await sqlite.dispose();
  });

  const says = async (name: Name, text: string): Promise<string> => {
    const card = await office.people[name].says(text);
    await office.settled();
    return textOf(card);
  };
  const presses = async (
    name: Name,
    ...pressed: Parameters<Office['people'][Name]['presses']>
  ): Promise<Card> => {
    const card = await office.people[name].presses(...pressed);
    await office.settled();
    return card;
  };
  const forward = async (by: 'next' | 'week'): Promise<void> => {
    await says('anna', 'tid');
    await presses('anna', { verb: 'time.forward', by });
  };
  /** Presses "to the next event" until the person sees it; a clock that leads nowhere ends it. */
  const untilSeen = async (name: Name, words: string): Promise<number> => {
    for (let pressed = 0; pressed <= 12; pressed += 1) {
      if (office.people[name].sees(words)) return pressed;
      await forward('next');
    }
    throw new Error(`${name} has not seen "${words}" at ${office.now()}`);
  };
  const asks = async (): Promise<void> => {
    await says('anna', 'fråga enheterna om MT924 till 4 december');
    await presses('anna', 'round.send');
  };
  const objects = async (): Promise<void> => {
    await presses('james', 'objection.reasons');
    await presses('james', { verb: 'objection.form', reason: 'existing-contract' });
    await presses('james', 'objection.send', {
      text: 'Avtalet löper till sommaren',
      evidence: 'Avtal 2023-114',
    });
  };
  const level = async (): Promise<string> => {
    const state = (await office.samordna.cases.load(ITEM))?.state;
    return state?.status === 'escalated' ? state.escalation.level : String(state?.status);
  };

  it('a reminder: whoever has not answered is asked again before the deadline', async () => {
    await asks();
    expect(await untilSeen('erik', 'Påminnelse')).toBeLessThanOrEqual(2);
  });

  it('a stale answer (law 3): the plan changes, and whoever has answered is asked again with before and after', async () => {
    await asks();
    await presses('erik', 'request.yes');
    await says('anna', 'rätta MT924');
    await presses('anna', 'item.correct', { value: '6 000 000' });
    const seen = office.people.erik.cards().map(textOf).join('\n');
    expect(seen).toMatch(/När ni svarade\n[\s\S]*4\s000\s000\skr\n[\s\S]*6\s000\s000\skr/);
    expect(await says('anna', 'vem har inte svarat?')).toContain('Anestesikliniken Eskilstuna');
    // The demo starts again, and does not read its own plan over what the officer's said.
    await prepareDemo(sqlite.store, office.samordna);
    expect((await office.samordna.cases.load(ITEM))?.state.item.value).toBe(6_000_000);
    await presses('erik', 'request.yes');
    expect(office.people.anna.sees('1 av 4 enheter har svarat')).toBe(true);
  });

  it('an escalation climbs by the clock alone, from the dialogue to those who decide, and stays there', async () => {
    await asks();
    await objects();
    await untilSeen('eva', 'Är du jävig');
    expect(await level()).toBe('council');
    await untilSeen('cecilia', 'Vad beslutar du?');
    for (let more = 0; more < 4; more += 1) await forward('next');
    expect(await level()).toBe('decision');
  });

  it('a blocked initiation: it cannot begin before regionfullmäktige, and its secretary registers that', async () => {
    const shown = await says('anna', 'visa TEXTIL-2');
    expect(shown).toContain('Regionfullmäktige Sörmland');
    const before = await presses('anna', { verb: 'card.open', subject: { card: 'stage' } });
    expect(textOf(before)).toContain('Regionfullmäktige Sörmland');
    expect(buttonLike(before, { verb: 'stage.advance', to: 'locked' })).toBeUndefined();
    await presses('anna', { verb: 'stage.ask', kind: 'initiate' });
    const held = await office.samordna.cases.load(itemId('TEXTIL-2'));
    expect(held?.state).toMatchObject({ status: 'committed' });
    const minutes = { date: '2026-11-20', paragraph: '§ 118', registryNumber: 'RS 2026-0400' };
    const prepared = { preparedOn: '2026-11-02', preparedParagraph: '§ 201' };
    await presses('birgitta', 'stage.register', { ...minutes, ...prepared });
    expect(await says('anna', 'visa TEXTIL-2')).toContain('20 november');
    expect(await says('anna', 'visa TEXTIL-1')).toContain('Annonserad');
  });

  it('a governance switch (law 2): decided on a card, and a running case has other deciders from its day', async () => {
    await asks();
    await objects();
    await presses('anna', 'escalate.form');
    await presses('anna', 'escalate.send', { outcome: 'coordinate' });
    await untilSeen('cecilia', 'Vad beslutar du?');
    expect(await says('tobias', 'vilka regler väntar på beslut?')).toContain('Byte av nämnd: Inköpsnämnden');
    const adopted = await presses('tobias', 'rules.adopt', {
      rows: 'switch-2027,regionstyrelsen-sormland-2027,regionstyrelsen-vastmanland-2027',
      reference: 'Exempel 2026-12-08 § 1',
      version: 'exempel-2027-1',
    });
    expect(textOf(adopted)).toContain('Reglerna är beslutade.');
    expect(textOf(adopted)).not.toContain('switch-2027');
    expect(office.people.cecilia.sees('Vad beslutar du?')).toBe(true);
    for (let weeks = 0; office.now() < at('2027-01-01 00:00'); weeks += 1) {
      expect(weeks).toBeLessThan(7);
      await forward('week');
    }
    expect(office.people.birgitta.sees('Regionstyrelsen Sörmland')).toBe(true);
    expect(office.people.cecilia.sees('Vad beslutar du?')).toBe(false);
  });

  it('a registrar’s queue: what their authority has received, until it has a number', async () => {
    await asks();
    await presses('erik', 'request.yes');
    const queue = await says('sofia', 'vad är inte diariefört?');
    // The two of the textile case wait longer.
    expect(queue).toContain('3 ärenden att diarieföra');
    expect(queue).toContain('Operationsbord');
    const left = textOf(await presses('sofia', 'registry.save', { number2: 'RS 2026-0123' }));
    expect(left).toContain('Diarienumren är sparade');
    expect(left).not.toContain('Operationsbord');
  });
});
