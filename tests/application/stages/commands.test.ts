import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/shared/actor.ts';
import { yes } from '#support/given.ts';
import { at, beds, officer, operator, sAkut, sKirurgi, vAnestesi, vKirurgi } from '#support/world.ts';
import {
  itemAdvance,
  itemAskDecision,
  itemAuthorise,
  itemDeclare,
  itemDocumented,
  itemEvaluator,
  itemOwner,
  itemPrinciple,
  itemTenders,
} from '../../../src/cli/commands/stage.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { type Office, office } from '../record/office.ts';

let place: Office;
const as = (actor: Actor): CliContext => ({
  store: place.sqlite.store,
  samordna: async () => place.samordna,
  person: async () => Promise.reject(new Error('nobody asks')),
  actor: async () => actor,
});
const state = async () => (await place.samordna.cases.load(beds.id))?.state.status;
const fails = async (work: Promise<unknown>): Promise<{ exit: number; message: string }> => {
  const error = await work.then(
    () => new Error('it was done'),
    (thrown: unknown) => thrown,
  );
  return { exit: 0, ...(error as object), message: (error as Error).message };
};
const authorisation = { region: 'sormland', date: '2026-11-20', reference: 'RS 2026-9' };

beforeEach(async () => {
  place = await office();
  const opened = await place.samordna.rounds.open(beds.id, at('2026-12-04 12:00'), officer);
  expect(opened.ok).toBe(true);
  for (const by of [sAkut, sKirurgi, vAnestesi, vKirurgi]) await place.does(by, yes(by, 1000).command);
});
afterEach(async () => place.sqlite.dispose());

describe('item advance', () => {
  it('moves an item as the named officer, stage by stage, and says what comes next', async () => {
    await itemAuthorise(as(officer), beds.id, authorisation);
    const locked = await itemAdvance(as(officer), beds.id, { to: 'locked' });
    expect(locked).toMatchObject({
      exit: 0,
      json: { state: 'locked', changed: true, next: ['advertised', 'cancelled'] },
    });
    const advertised = await itemAdvance(as(officer), beds.id, {
      to: 'advertised',
      date: '2026-11-23',
      reference: 'TED-1',
      evaluators: [vKirurgi.id],
    });
    expect(advertised.json).toMatchObject({ state: 'advertised', events: ['advanced'] });
    await itemAdvance(as(officer), beds.id, { to: 'evaluation', date: '2026-11-23' });
    const tenders = { received: '5', approved: '4' };
    expect((await fails(itemTenders(as(vKirurgi), beds.id, tenders))).message).toMatch(
      /conflict of interest/,
    );
    expect((await fails(itemDeclare(as(vKirurgi), beds.id, 'maybe'))).exit).toBe(2);
    expect((await itemDeclare(as(vKirurgi), beds.id, 'no')).json).toMatchObject({
      events: ['conflict-declared'],
    });
    const counted = await itemTenders(as(vKirurgi), beds.id, tenders);
    // It comes back in nothing that the command prints.
    expect(JSON.stringify(counted)).not.toMatch(/received|approved|"5"|:5\b/);
    await itemAdvance(as(officer), beds.id, { to: 'cancelled', text: 'Behovet har ändrats' });
    expect((await itemDocumented(as(officer), beds.id)).json).toMatchObject({ changed: true });
    expect(await state()).toBe('cancelled');
  });

  it('refuses the operator, who may not decide, and says why in a sentence', async () => {
    expect(await fails(itemAuthorise(as(operator), beds.id, authorisation))).toMatchObject({
      exit: 1,
      message: 'A person has to do that: name one with --as.',
    });
    expect((await fails(itemAdvance(as(operator), beds.id, { to: 'locked' }))).exit).toBe(1);
    expect((await fails(itemAdvance(as(sKirurgi), beds.id, { to: 'locked' }))).exit).toBe(1);
    expect((await fails(itemAdvance(as(officer), beds.id, { to: 'locked' }))).message).toMatch(
      /authorisation/,
    );
    expect(await state()).toBe('committed');
  });

  it.each([
    [{ to: 'sold' }, /choose one of initiated, ceiling-stated, locked/],
    [{ to: 'advertised' }, /needs --date, --reference, --evaluators/],
    [{ to: 'contract', date: '2026-11-23' }, /needs --until, --reference/],
    [{ to: 'evaluation', date: 'yesterday' }, /dates are YYYY-MM-DD/],
    [
      { to: 'advertised', date: '2026-11-23', reference: 'x', evaluators: ['nobody'] },
      /Nobody in the directory/,
    ],
  ])('%o is bad input: one sentence, nothing changed', async (options, sentence) => {
    const failed = await fails(itemAdvance(as(officer), beds.id, options));
    expect(failed.exit).toBe(2);
    expect(failed.message).toMatch(sentence);
    expect(await state()).toBe('committed');
  });

  it('knows no item that is not there, no kind and no owner that it cannot name', async () => {
    expect((await fails(itemAdvance(as(officer), 'X1', { to: 'locked' }))).exit).toBe(2);
    expect((await fails(itemAskDecision(as(officer), beds.id, 'buy'))).message).toMatch(
      /choose one of initiate/,
    );
    expect((await fails(itemAskDecision(as(officer), beds.id, 'initiate'))).exit).toBe(1);
    expect((await fails(itemTenders(as(vKirurgi), beds.id, { received: 'x', approved: '1' }))).exit).toBe(2);
    expect((await fails(itemOwner(as(officer), beds.id, sKirurgi.id))).message).toMatch(
      /no procurement officer/,
    );
    expect((await fails(itemOwner(as(officer), beds.id, 'nobody'))).exit).toBe(2);
    expect((await itemOwner(as(officer), beds.id, officer.id)).json).toMatchObject({ changed: false });
    expect((await itemPrinciple(as(officer), beds.id, false)).json).toMatchObject({ changed: true });
  });
});

describe('item evaluator', () => {
  it('names somebody instead of an evaluator, by e-mail or id, and says what it cannot read', async () => {
    await itemAuthorise(as(officer), beds.id, authorisation);
    await itemAdvance(as(officer), beds.id, { to: 'locked' });
    const between = { from: vKirurgi.id, to: 'tenant-v.v-anestesi@example.se' };
    expect((await fails(itemEvaluator(as(officer), beds.id, between))).exit).toBe(1);
    await itemAdvance(as(officer), beds.id, {
      to: 'advertised',
      date: '2026-11-23',
      reference: 'TED-1',
      evaluators: [vKirurgi.id],
    });
    expect(await fails(itemEvaluator(as(operator), beds.id, between))).toMatchObject({
      exit: 1,
      message: 'A person has to do that: name one with --as.',
    });
    expect((await fails(itemEvaluator(as(officer), beds.id, { ...between, to: 'nobody' }))).message).toMatch(
      /Nobody in the directory has the id or e-mail "nobody": correct --to/,
    );
    expect((await fails(itemEvaluator(as(officer), beds.id, { ...between, from: sAkut.id }))).message).toBe(
      'That person is no evaluator here. Name one of those who are.',
    );
    expect((await itemEvaluator(as(officer), beds.id, between)).json).toMatchObject({
      events: ['evaluator-replaced'],
    });
    await itemAdvance(as(officer), beds.id, { to: 'evaluation', date: '2026-11-23' });
    const tenders = { received: '5', approved: '4' };
    expect((await fails(itemTenders(as(vKirurgi), beds.id, tenders))).message).toMatch(/named evaluators/);
    await itemDeclare(as(vAnestesi), beds.id, 'no');
    expect((await itemTenders(as(vAnestesi), beds.id, tenders)).json).toMatchObject({ changed: true });
  });
});
