import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVALUATOR, LIFE } from '#support/stages.ts';
import { beds, officer, sMember } from '#support/world.ts';
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
