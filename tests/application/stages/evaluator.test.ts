import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personId } from '#domain/shared/ids.ts';
import { EVALUATOR, LIFE } from '#support/stages.ts';
import { beds, date, officer, sMember } from '#support/world.ts';
import { lockedOffice, type Office } from '../record/office.ts';

let place: Office;
const item = beds.id;
const card = { verb: 'card.open', subject: { card: 'stage', item } } as const;
const form = { verb: 'tenders.form', item } as const;

beforeEach(async () => {
  place = await lockedOffice(LIFE.slice(0, 2));
});
afterEach(async () => place.sqlite.dispose());

describe('the cards of an evaluator follow who is named (OSL 19:3)', () => {
  it('who comes is asked to declare and then for the tenders; who goes is asked for nothing, and may not', async () => {
    expect(await place.press(sMember, card)).not.toContain('stage.declare');
    await place.press(EVALUATOR, { verb: 'stage.declare', item, conflict: false });
    expect(await place.press(EVALUATOR, form)).toContain('"verb":"tenders.send"');
    await place.does(officer, { do: 'replace-evaluator', from: EVALUATOR.id, to: sMember.id });
    expect(await place.press(EVALUATOR, card)).not.toContain('tenders.');
    expect(await place.press(EVALUATOR, form)).toContain('Bara de utsedda');
    expect(await place.press(sMember, card)).toContain('"verb":"stage.declare"');
    await place.press(sMember, { verb: 'stage.declare', item, conflict: false });
    expect(await place.press(sMember, card)).toContain('"verb":"tenders.send"');
  });

  it('the history says so to the officer, in words', async () => {
    await place.does(officer, { do: 'replace-evaluator', from: EVALUATOR.id, to: sMember.id });
    expect(await place.press(officer, { verb: 'item.history', item })).toContain('En utvärderare ersattes');
  });
});

describe('whoever has declared a conflict is no choice on a card (KL 6:28–32)', () => {
  it('neither offered nor proposed as evaluator, and refused with a sentence when an old card sends the name', async () => {
    const before = await lockedOffice([]);
    const colleague = { ...officer, id: personId('tenant-s', 'officer-2') };
    const { people } = await before.samordna.people.directory();
    const eva = people.find(({ id }) => id === officer.id);
    if (!eva) throw new Error('no officer');
    await before.samordna.people.import([...people, { ...eva, id: colleague.id, email: 'lena@example.se' }]);
    const opens = () => before.press(colleague, { verb: 'stage.form', item, to: 'advertised' });
    expect(await opens()).toContain('"value":"tenant-s:officer"');
    await before.does(officer, { do: 'declare-conflict', conflict: true });
    const now = await opens();
    expect(now).toContain('tenant-s:officer-2"');
    expect(now).not.toContain('tenant-s:officer"');
    const pressed = await before.press(colleague, {
      verb: 'stage.advance',
      item,
      to: 'advertised',
      date: date('2026-11-23'),
      reference: 'TED-1',
      evaluators: officer.id,
    });
    expect(pressed).toContain('Den personen har anmält jäv i ärendet. Ange någon annan.');
    await before.sqlite.dispose();
  });
});
