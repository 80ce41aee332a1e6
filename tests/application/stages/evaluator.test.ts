import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEADLINE, yes } from '#support/given.ts';
import { EVALUATOR, LIFE } from '#support/stages.ts';
import {
  asks,
  beds,
  officer,
  SORMLAND,
  sAkut,
  sKirurgi,
  sMember,
  vAnestesi,
  vKirurgi,
} from '#support/world.ts';
import { type Office, office } from '../record/office.ts';

let place: Office;
const item = beds.id;
const card = { verb: 'card.open', subject: { card: 'stage', item } } as const;
const form = { verb: 'tenders.form', item } as const;

beforeEach(async () => {
  place = await office();
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
  for (const step of LIFE.slice(0, 2)) {
    place.now = step.at ?? place.now;
    await place.does(step.by, step.command);
  }
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
