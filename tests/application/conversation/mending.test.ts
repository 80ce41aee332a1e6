import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#application/ports/teams.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { prepareDemo } from '#demo/prepare.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import { asUnitId, itemId } from '#domain/shared/ids.ts';
import { temporarySqlite } from '#support/stores.ts';
import { at, date } from '#support/world.ts';

const clock = { now: () => at('2026-11-23 09:00') };
const ITEM = itemId('MT924');
const UNIT = asUnitId('sormland/Anestesikliniken Eskilstuna');
const ERIK = 'erik.sandstrom@sormland.example.se';
const ANNA = 'anna.lindqvist@sormland.example.se';
const EVA = 'eva.sjoberg@sormland.example.se';
let dispose: () => Promise<void>;
let samordna: Samordna;
beforeAll(async () => {
  const opened = await temporarySqlite();
  dispose = opened.dispose;
  let n = 0;
  samordna = createSamordna({ store: opened.store, clock, machineClock: clock, salt: () => `s${n++}` });
  await prepareDemo(opened.store, samordna);
  const open = await samordna.rounds.open(ITEM, endOfDay(date('2026-12-04')), {
    kind: 'operator',
    name: 'x',
  });
  if (!open.ok) throw new Error(open.error.code);
});
afterAll(() => dispose());

const presses = async (email: string, data: unknown): Promise<string> => {
  const person = (await samordna.people.directory()).find(email);
  if (!person) throw new Error(`nobody is ${email}`);
  const [tenantId = ''] = person.id.split(':');
  const caller: Caller = {
    person: person.id,
    tenantId,
    name: null,
    locale: null,
    scope: 'personal',
    address: null,
  };
  return JSON.stringify((await samordna.conversation.pressed(caller, data)).card);
};
const of = { item: ITEM, unit: UNIT };
const answering = { ...of, round: 1, revision: 1 };
const events = async (): Promise<number> => (await samordna.cases.load(ITEM))?.history.length ?? 0;

describe('a mistake on a card', () => {
  it('leaves the same form with what was written, says what to mend, and registers nothing', async () => {
    const before = await events();
    const figure = await presses(ERIK, {
      verb: 'request.yes',
      ...answering,
      commitment: { binding: 'estimate' },
      binding: 'binding',
      volume: 'abc',
      value: '1,5 mnkr',
    });
    expect(figure).toContain('Vi förstod inte siffran');
    expect(figure).toContain('"value":"abc"');
    expect(figure).toContain('"value":"1,5 mnkr"');
    expect(figure).toContain('Ja, vi deltar');

    const text = await presses(ERIK, {
      verb: 'objection.send',
      ...answering,
      reason: 'legal',
      text: '  ',
      evidence: 'LOU 4:1',
    });
    expect(text).toContain('Skicka invändningen');
    expect(text).toContain('"value":"LOU 4:1"');
    expect(await events()).toBe(before);
  });

  it('of an officer leads back to the officer’s form', async () => {
    await presses(ERIK, { verb: 'objection.send', ...answering, reason: 'legal', text: 'Nej', evidence: '' });
    const past = await presses(ANNA, {
      verb: 'ask-again.send',
      ...of,
      deadline: '2026-11-01',
      text: 'Räcker en option?',
    });
    expect(past).toContain('"value":"Räcker en option?"');
    expect(past).toContain('ask-again.send');
  });

  it('of a council member leaves the position card with the reason that was written', async () => {
    await presses(ANNA, { verb: 'escalate.send', item: ITEM, outcome: 'coordinate', text: '' });
    await presses(EVA, { verb: 'council.declare', item: ITEM, conflict: false });
    const position = await presses(EVA, {
      verb: 'council.position',
      item: ITEM,
      revision: 1,
      stance: 'reject',
      text: '',
      dissent: 'Jag vill ha det antecknat',
    });
    expect(position).toContain('Avstyrk');
    expect(position).toContain('"value":"Jag vill ha det antecknat"');
  });

  it('on somebody else’s card gives the stranger no form', async () => {
    const foreign = await presses(EVA, { verb: 'objection.send', ...answering, reason: 'legal', text: '' });
    expect(foreign).not.toContain('Skicka invändningen');
  });
});

describe('the day to answer', () => {
  const says = async (text: string): Promise<string> => {
    const person = (await samordna.people.directory()).find(ANNA);
    if (!person) throw new Error('no Anna');
    const [tenantId = ''] = person.id.split(':');
    const caller: Caller = {
      person: person.id,
      tenantId,
      name: null,
      locale: null,
      scope: 'personal',
      address: null,
    };
    const [reply] = await samordna.conversation.said(caller, text, []);
    return JSON.stringify(reply?.card);
  };

  it('that cannot be read is asked for in a calendar', async () => {
    const form = await says('fråga enheterna om MT144 till 31 februari');
    expect(form).toContain('Input.Date');
    expect(form).toContain('Vi förstod inte datumet');
  });

  it('that has passed is read as next year’s, and the officer is told so before anybody is asked', async () => {
    expect(await says('fråga enheterna om MT144 till 1 november')).toContain('mer än två månader bort');
    expect(await says('fråga enheterna om MT144 till 2026-12-05')).toContain('ingen arbetsdag');
    expect(await says('fråga enheterna om MT144 till 4 december')).not.toMatch(
      /månader bort|ingen arbetsdag/,
    );
  });
});
