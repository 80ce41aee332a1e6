import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KnownCase } from '#domain/coordination/state.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { personId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import { initiating } from '#support/stages.ts';
import { beds, officer, operator, SORMLAND, VASTMANLAND, vDecider, vKirurgi } from '#support/world.ts';
import { registryList } from '../../../src/cli/commands/registry.ts';
import { type Office, office, sRegistrar, untilDecision, vRegistrar, wholeStory } from './office.ts';

let place: Office;
beforeEach(async () => {
  place = await office();
  await wholeStory(place);
});
afterEach(() => place.sqlite.dispose());

const state = async (): Promise<KnownCase> => {
  const found = await place.samordna.cases.load(beds.id);
  if (!found) throw new Error('no case');
  return found.state;
};
const entries = async () => (await place.samordna.cases.load(beds.id))?.history.length ?? 0;
const saves = async (number: string, through?: number): Promise<CardAction> => ({
  verb: 'registry.save',
  cases: [{ item: beds.id, through: through ?? (await entries()), number }],
});

describe('the registrar’s card', () => {
  it('is behind what waits for them, and lists what their own authority has not registered', async () => {
    expect(await place.says(sRegistrar, 'vad väntar på mig?')).toContain('1 ärende att diarieföra');
    const card = await place.press(sRegistrar, { verb: 'registry.show', skip: 0 });
    expect(card).toContain('Operationsbord');
    expect(card).toContain('3 svar, 1 invändning, 2 ställningstaganden och 2 beslut');
    expect(card).toContain('Det äldsta har väntat 24 arbetsdagar.');
    expect(await place.press(vRegistrar, { verb: 'registry.show', skip: 0 })).toContain('5 svar');
  });

  it('takes the number that was typed into its field, and the case leaves the queue', async () => {
    const { cases, ...button } = (await saves('')) as Extract<CardAction, { verb: 'registry.save' }>;
    const card = await place.press(sRegistrar, { ...button, cases, number0: ' RS 2026-0123 ' });
    expect(card).toContain('Diarienumren är sparade');
    expect(card).toContain('Allt är diariefört');
    expect((await state()).registry).toEqual({ sormland: { number: 'RS 2026-0123', through: 22 } });
    expect(await place.says(sRegistrar, 'vad väntar på mig?')).not.toContain('diarieföra');
  });

  it('leaves a case whose field is empty as it is', async () => {
    const before = await entries();
    expect(await place.press(sRegistrar, await saves(''))).toContain('1 ärende att diarieföra');
    expect(await entries()).toBe(before);
  });

  it('keeps a refused number on the card, with the reason', async () => {
    const card = await place.press(sRegistrar, await saves('vet inte'));
    expect(card).toContain('Diarienumret går inte att läsa');
    expect(card).toContain('vet inte');
    expect((await state()).registry).toBeUndefined();
  });

  it('asks for a tick, not for a number, where the case has one already', async () => {
    await place.press(sRegistrar, await saves('RS 2026-0123', 6));
    const card = await place.press(sRegistrar, { verb: 'registry.show', skip: 0 });
    expect(card).toContain('Diariefört under RS 2026-0123');
    expect(card).toContain('"valueOn":"RS 2026-0123"');
    expect(await place.press(sRegistrar, await saves('RS 2026-9999'))).toContain('ett annat diarienummer');
  });

  it.each([officer, vKirurgi])('is nobody else’s', async (somebody) => {
    expect(await place.press(somebody, { verb: 'registry.show', skip: 0 })).toContain('Din roll får inte');
    expect(await place.press(somebody, await saves('RS 1'))).toContain('Din roll får inte');
    expect((await state()).registry?.[SORMLAND]).toBeUndefined();
    expect(await place.says(somebody, 'vad väntar på mig?')).not.toContain('diarieföra');
  });

  it('is named by help', async () => {
    expect(await place.says(sRegistrar, 'hjälp')).toContain('Vad är inte diariefört?');
    expect(await place.says(officer, 'hjälp')).not.toContain('diariefört');
  });

  describe('names a case in which the registrar has a conflict nowhere (KL 6:28–32)', () => {
    // While it runs: once a case is over nobody declares anything.
    beforeEach(async () => {
      await place.sqlite.dispose();
      place = await office();
      await untilDecision(place);
      await place.does(sRegistrar, { do: 'declare-conflict', conflict: true });
    });

    it('on the card it is a row without title or content, and no field; it waits for somebody else', async () => {
      const card = await place.press(sRegistrar, { verb: 'registry.show', skip: 0 });
      expect(card).toContain('Ett ärende där du anmält jäv. Någon annan diarieför det.');
      expect(card).toContain('Inget för dig att diarieföra');
      for (const text of ['Operationsbord', 'MT924', 'number0', '3 svar', 'Allt är diariefört'])
        expect(card).not.toContain(text);
      const waiting = await place.says(sRegistrar, 'vad väntar på mig?');
      expect(waiting).not.toContain('diarieföra');
      expect(waiting).not.toContain('Operationsbord');
      expect(await place.says(sRegistrar, 'vad är inte diariefört?')).not.toContain('Operationsbord');
    });

    it('what is sent from an older card is refused, and the card names nothing', async () => {
      const card = await place.press(sRegistrar, await saves('RS 2026-0123'));
      expect(card).toContain('anmält jäv');
      expect(card).not.toContain('Operationsbord');
      expect((await state()).registry).toBeUndefined();
    });

    it('on the command line too; the operator and the other registrars have it all', async () => {
      const list = async (actor: Actor) =>
        registryList(
          {
            store: place.sqlite.store,
            samordna: async () => place.samordna,
            person: async () => Promise.reject(new Error('nobody asks')),
            actor: async () => actor,
          },
          'sormland',
        );
      const own = await list(sRegistrar);
      expect(own.json).toEqual([{ item: 'MT924', title: null, number: null, documents: [], withheld: true }]);
      expect(own.text).toBe(
        'MT924: you have declared a conflict of interest in it; somebody else registers it',
      );
      const colleague = { ...sRegistrar, id: personId('tenant-s', 'registrar-2') };
      for (const actor of [operator, colleague])
        expect((await list(actor)).json).toEqual([expect.objectContaining({ title: 'Operationsbord' })]);
    });
  });

  it('has a decision that was on file before anybody was asked (OSL 5:1)', async () => {
    const early = await office();
    await early.samordna.rules.replace({ ...initiating(), version: 'with-initiate' });
    await early.does(officer, { do: 'ask-stage-decision', kind: 'initiate' });
    const decides = { do: 'decide-stage', kind: 'initiate', region: VASTMANLAND, revision: 1 } as const;
    await early.does(vDecider, { ...decides, texts: { text: 'Enligt plan' } });
    expect((await early.samordna.cases.load(beds.id))?.state.status).toBe('draft');
    expect(await early.says(vRegistrar, 'vad väntar på mig?')).toContain('1 ärende att diarieföra');
    expect(await early.press(vRegistrar, { verb: 'registry.show', skip: 0 })).toContain('1 beslut');
    await early.sqlite.dispose();
  });
});
