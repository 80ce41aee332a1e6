import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEADLINE, yes } from '#support/given.ts';
import { kindRow, LIFE } from '#support/stages.ts';
import {
  asks,
  at,
  beds,
  governance,
  officer,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  units,
  VASTMANLAND,
  vAnestesi,
  vKirurgi,
} from '#support/world.ts';
import { itemAdvance, itemAskDecision } from '../../../src/cli/commands/stage.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { type Office, office } from '../record/office.ts';

let place: Office;
const item = beds.id;
const card = { verb: 'card.open', subject: { card: 'stage', item } } as const;
const proposal = {
  verb: 'stage.advance',
  item,
  to: 'modification-proposed',
  region: VASTMANLAND,
  ground: 'additional-needs',
  value: '2,6 mnkr',
  text: 'Vårdköerna kräver fler bord',
} as const;
const callsOff = (value: string) => ({
  verb: 'calloff.send',
  item,
  number: 1,
  unit: units.vKirurgi,
  value,
  date: '2027-06-01',
});
const context = (): CliContext => ({
  store: place.sqlite.store,
  samordna: async () => place.samordna,
  person: async () => Promise.reject(new Error('nobody asks')),
  actor: async () => officer,
});

beforeEach(async () => {
  place = await office();
  await place.samordna.rules.replace({
    ...governance,
    mandates: [...governance.mandates, kindRow('k-modify', 'modify')],
  });
  await place.does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks });
  for (const by of [sAkut, sKirurgi, vAnestesi, vKirurgi]) {
    await place.does(by, yes(by, 1_000_000).command);
  }
  await place.does(officer, {
    do: 'file-authorisation',
    region: SORMLAND,
    date: '2026-11-20' as never,
    reference: 'RS 1',
  });
  await place.does(officer, { do: 'lock' });
  for (const step of LIFE.slice(0, 5)) {
    place.now = step.at ?? place.now;
    await place.does(step.by, step.command);
  }
  place.now = at('2027-06-01 10:00');
});
afterEach(async () => place.sqlite.dispose());

describe('a ceiling is raised by a decided change of the contract, on cards (law 5, LOU ch. 17)', () => {
  it('proposed with its ground, asked for, decided, made; then the unit calls off within it', async () => {
    expect(await place.press(vKirurgi, callsOff('2,5 mnkr'))).toContain('ett beslut att ändra avtalet');
    expect(await place.press(officer, card)).toContain('Föreslå avtalsändring');
    const form = await place.press(officer, { verb: 'stage.form', item, to: 'modification-proposed' });
    expect(form).toContain('Vad ska ändras i avtalet');
    expect(form).toContain('LOU 17 kap. 11 §');
    // No ground is proposed: the human picks one.
    expect(form).not.toMatch(/"value":"additional-needs","choices"/);
    const asking = await place.press(officer, proposal);
    expect(asking).toContain('Beslut att ändra avtalet behövs.');
    expect(asking).toMatch(/Västmanland: takvärde 2\s600\s000\skr/u);
    const waiting = await place.press(officer, { verb: 'stage.ask', item, kind: 'modify' });
    expect(waiting).toContain('Beslut att ändra avtalet saknas.');
    await place.press(sDecider, { verb: 'stage.declare', item, conflict: false });
    const asked = await place.press(sDecider, card);
    expect(asked).toMatch(/Västmanland: takvärde 2\s600\s000\skr · Kompletterande beställning/u);
    expect(asked).toContain('"modification":1');
    const decision = {
      verb: 'stage.decide',
      item,
      kind: 'modify',
      region: SORMLAND,
      revision: 1,
      text: 'Behovet är styrkt',
    };
    expect(await place.press(sDecider, { ...decision, modification: 2 })).not.toContain('"banner":"done"');
    await place.press(sDecider, { ...decision, modification: 1 });
    const ready = await place.press(officer, card);
    expect(ready).toContain('Ändringen är beslutad. Ska den gälla nu?');
    const made = await place.press(officer, { verb: 'stage.advance', item, to: 'modified' });
    expect(made).toMatch(/Ändrat 1 juni 2027/u);
    expect(await place.press(vKirurgi, callsOff('2,5 mnkr'))).toContain('Tack, avropet är antecknat.');
    expect(await place.press(vKirurgi, { ...callsOff('0,2 mnkr'), number: 2 })).toContain(
      'ett beslut att ändra avtalet',
    );
  });

  it('without a ground or a reason nothing is proposed, and the person is told what is missing', async () => {
    const { ground: _, ...groundless } = proposal;
    expect(await place.press(officer, { ...groundless, ground: '' })).not.toContain('behövs');
    await place.press(officer, groundless);
    expect(await place.press(officer, { ...proposal, value: '' })).toContain('Skriv ett nytt tak');
    await place.press(officer, { ...proposal, text: '' });
    expect(await place.press(officer, { ...proposal, value: '2 mnkr' })).toContain(
      'Det nya taket måste vara högre',
    );
    expect(await place.press(officer, card)).not.toContain('Föreslagen ändring');
  });

  it('at the command line too, with its ground by name', async () => {
    const advance = (to: string, more: object = {}) =>
      itemAdvance(context(), item, { to, region: VASTMANLAND, ...more });
    await expect(advance('modification-proposed', { text: 'x', value: '3000000' })).rejects.toMatchObject({
      exit: 2,
      message: expect.stringContaining('--ground'),
    });
    const given = { text: 'x', value: '3000000', ground: 'unforeseen' };
    await expect(advance('modification-proposed', { ...given, ground: 'because' })).rejects.toMatchObject({
      exit: 2,
    });
    expect((await advance('modification-proposed', given)).exit).toBe(0);
    await expect(advance('modified')).rejects.toMatchObject({ exit: 1 });
    expect((await itemAskDecision(context(), item, 'modify')).exit).toBe(0);
    const dropped = await advance('modification-dropped', { text: 'Behövs inte' });
    expect(dropped.json).toMatchObject({ state: 'contract', changed: true });
  });
});
