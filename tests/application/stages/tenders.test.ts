import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVALUATOR, LIFE } from '#support/stages.ts';
import { beds, officer, sKirurgi, vAnestesi } from '#support/world.ts';
import { lockedOffice, type Office } from '../record/office.ts';

let place: Office;
const item = beds.id;
const card = { verb: 'card.open', subject: { card: 'stage', item } } as const;
const send = (received: string, approved = '4') => ({ verb: 'tenders.send', item, received, approved });
const noted = async () => {
  const state = (await place.samordna.cases.load(item))?.state;
  return state && 'tenders' in state ? state.tenders : undefined;
};

beforeEach(async () => {
  place = await lockedOffice(LIFE.slice(0, 2));
});
afterEach(async () => place.sqlite.dispose());

describe('tenders are noted on a card by a named evaluator (OSL 19:3)', () => {
  it('after the declaration, as the one question of the card; the figures come back on none', async () => {
    expect(await place.press(EVALUATOR, card)).not.toContain('Hur många anbud');
    await place.press(EVALUATOR, { verb: 'stage.declare', item, conflict: false });
    const asked = await place.press(EVALUATOR, card);
    expect(asked).toContain('Hur många anbud kom in?');
    expect(asked).toContain('"verb":"tenders.send"');
    const done = await place.press(EVALUATOR, send('7331', '4'));
    expect(done).toContain('Tack, anbuden är antecknade.');
    expect(await noted()).toEqual({ received: 7331, approved: 4 });
    for (const who of [EVALUATOR, officer, vAnestesi]) {
      for (const press of [card, { verb: 'tenders.form', item }, { verb: 'item.history', item }]) {
        expect(await place.press(who, press)).not.toContain('7331');
      }
    }
    // It can be corrected, without being shown.
    const again = await place.press(EVALUATOR, { verb: 'tenders.form', item });
    expect(again).toContain('Hur många anbud kom in?');
    await place.press(EVALUATOR, send('6'));
    expect(await noted()).toEqual({ received: 6, approved: 4 });
  });

  it('an officer who evaluates has it beside the next step', async () => {
    await place.press(officer, { verb: 'stage.declare', item, conflict: false });
    const shown = await place.press(officer, card);
    expect(shown).toContain('"verb":"stage.advance"');
    expect(shown).toContain('"verb":"tenders.form"');
    expect(await place.press(officer, { verb: 'tenders.form', item })).toContain('"verb":"tenders.send"');
  });

  it('nobody else is asked, or may', async () => {
    for (const who of [vAnestesi, sKirurgi]) {
      expect(await place.press(who, card)).not.toContain('tenders.');
      expect(await place.press(who, { verb: 'tenders.form', item })).toContain('Bara de utsedda');
      await place.press(who, send('5'));
    }
    expect(await noted()).toBeUndefined();
  });

  it('more approved than received, or no numbers, are refused in words', async () => {
    await place.press(EVALUATOR, { verb: 'stage.declare', item, conflict: false });
    for (const [received, approved] of [
      ['3', '4'],
      ['många', '4'],
      ['2,5', '1'],
    ] as const) {
      expect(await place.press(EVALUATOR, send(received, approved))).not.toContain('antecknade');
    }
    expect(await noted()).toBeUndefined();
  });
});
