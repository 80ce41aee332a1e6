import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import { candidatesIn } from '#application/candidates.ts';
import { caseIndex } from '#application/cases.ts';
import { figureCommand } from '#application/conversation/figure-commands.ts';
import { createLessons } from '#application/figures/lessons.ts';
import { figureForm } from '#application/views/index.ts';
import { noticesFor } from '#domain/coordination/notices.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { itemId } from '#domain/shared/ids.ts';
import type { FigureAction } from '#rendering/actions/figures.ts';
import { createRenderer } from '#rendering/render.ts';
import { asked, attempt, type Story, told } from '#support/given.ts';
import { advances, until } from '#support/stages.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { at, beds, governance } from '#support/world.ts';
import { historyOf, known, people, readingFor, see, seeAs, type Who } from '../views/support.ts';

const item = beds.id;
const render = createRenderer({ cpvLabel: () => null });
const SAID = {
  verb: 'lesson.send',
  item,
  worked: '',
  failed: 'Golvet',
  next: 'PROVTRYCK',
  market: 'Tre finns',
};
type Change = Parameters<typeof figureCommand>[0];
const step = (who: Who, action: FigureAction | typeof SAID) => {
  const made = figureCommand(action as Change);
  if (!made.ok) throw new Error(made.error.code);
  return { by: actorOf(people[who]), command: made.value.command };
};
const says = (story: Story, who: Who, action: FigureAction | typeof SAID = SAID) =>
  told(governance, story, step(who, action));
const followed = until('followed-up');
const reviewed = says(until('closed'), 'vKirurgi');
const words = (story: Story, who: Who) =>
  JSON.stringify(render(seeAs('figures', story, who, { card: 'review', item }), 'sv'));

describe('what was learnt is asked of those who took part, before the item is closed (law 7)', () => {
  it('once, on a card of three short questions, when the contract has been followed up', () => {
    const contract = until('contract');
    const advance = advances({ to: 'followed-up' }, { texts: { text: 'Fungerar' } });
    const outcome = attempt(contract, advance, governance);
    if (!outcome.ok) throw new Error(outcome.error.code);
    const drafts = noticesFor(contract.state, outcome.value.events, {
      now: contract.now,
      actor: advance.by,
      governance,
    });
    expect(drafts.filter(({ subject }) => subject.card === 'review')).toMatchObject([
      { subject: { card: 'review', item }, occasion: 'new', audience: [{ to: 'unit' }, {}, {}, {}] },
    ]);
    expect(seeAs('figures', followed, 'sKirurgi', { card: 'review', item }).face.kind).toBe('lesson-form');
    expect(seeAs('figures', says(followed, 'sKirurgi'), 'sKirurgi', { card: 'review', item }).face.kind).toBe(
      'lessons',
    );
    expect(seeAs('figures', followed, 'outsider', { card: 'review', item }).face.kind).toBe('lessons');
  });

  it('one line is enough, nothing at all is not; nobody else answers, nor before there is a contract', () => {
    const refused = (story: Story, who: Who, given: object) => {
      const outcome = attempt(story, step(who, { ...SAID, ...given } as typeof SAID), governance);
      return outcome.ok ? 'allowed' : outcome.error.code;
    };
    expect(refused(followed, 'sKirurgi', { failed: '' })).toBe('allowed');
    expect(refused(followed, 'sKirurgi', { failed: '', next: '' })).toBe('text-missing');
    expect(refused(followed, 'outsider', {})).toBe('not-your-unit');
    expect(refused(asked, 'sKirurgi', {})).toBe('no-contract-yet');
    const form = figureForm(readingFor('outsider', followed.now), known(followed), {
      verb: 'lesson.form',
      item,
    });
    expect(form).toMatchObject({ ok: false });
  });

  it('is everybody’s to read; who said it only Inköp and those who watch over the record see', () => {
    for (const who of ['officer', 'outsider', 'sMember'] as const) {
      expect(words(reviewed, who)).toContain('Nästa gång: PROVTRYCK');
      expect(words(reviewed, who)).toContain('Marknaden: Tre finns');
    }
    expect(words(reviewed, 'outsider')).toContain('En deltagare');
    expect(words(reviewed, 'officer')).not.toContain('En deltagare');
  });

  it('stands before the officer’s own review, as far as it has been given', () => {
    const step = (story: Story) => seeAs('stage', story, 'officer', { card: 'stage', item }).step;
    expect(step(followed)).toMatchObject({ kind: 'advance', to: 'reviewed' });
    expect(step(followed)).not.toHaveProperty('lessons');
    const said = says(says(followed, 'sKirurgi'), 'vKirurgi', { ...SAID, next: 'Börja med golvet' });
    expect(step(said)).toMatchObject({
      to: 'reviewed',
      lessons: [{ failed: 'Golvet', next: 'PROVTRYCK' }, { next: 'Börja med golvet' }],
    });
    const card = JSON.stringify(render(seeAs('stage', said, 'officer', { card: 'stage', item }), 'sv'));
    for (const part of [
      'Det här har de som var med sagt hittills',
      'Nästa gång: PROVTRYCK',
      'Börja med golvet',
    ])
      expect(card).toContain(part);
  });

  it('said anew it replaces; said in the same words nothing happens', () => {
    expect(says(reviewed, 'vKirurgi').events).toHaveLength(reviewed.events.length);
    const anew = says(reviewed, 'vKirurgi', { ...SAID, next: 'Annat' });
    expect(words(anew, 'officer')).not.toContain('PROVTRYCK');
  });
});

describe('lessons are found again', () => {
  let sqlite: TemporarySqlite;
  beforeAll(async () => {
    sqlite = await temporarySqlite();
    const state = known(reviewed);
    await sqlite.store.put(
      {
        kind: 'case',
        id: item,
        index: caseIndex(state, governance, 0),
        body: { state, history: historyOf(reviewed), notices: [] },
      },
      null,
    );
  });
  afterAll(() => sqlite.dispose());
  const lessons = () => createLessons(sqlite.store);

  it('by goods of the same class or by the words of the title, and not by another’s', async () => {
    const titles = async (about: { title?: string; cpv?: string }) =>
      (await lessons().related(about, 5)).map((state) => state.item.id);
    expect(await titles({ title: beds.title })).toEqual([item]);
    expect(await titles({ title: 'Helt annat', cpv: `${beds.cpv?.slice(0, 4)}9999` })).toEqual([item]);
    expect(await titles({ title: 'Livsmedel', cpv: '15000000' })).toEqual([]);
    expect(await lessons().related({ id: item, title: beds.title }, 5)).toEqual([]);
  });

  it('by region, category and period', async () => {
    const total = async (narrowed: Parameters<ReturnType<typeof lessons>['within']>[0]) =>
      (await lessons().within(narrowed, 5)).total;
    expect(await total({})).toBe(1);
    expect(await total({ category: '99' })).toBe(0);
    expect(await total({ from: '2030-01-01' as never })).toBe(0);
  });

  it('and stand on the request for a related item, with what to do next time', async () => {
    const hints = await lessons().hints({ id: itemId('NEW'), title: beds.title }, 2);
    expect(hints).toEqual([{ item, title: beds.title, text: 'Börja tidigare' }]);
    const request = see(asked, 'sKirurgi', {
      card: 'request',
      item,
      unit: people.sKirurgi.unit,
    });
    expect(request).toMatchObject({ card: 'request', lessons: [] });
  });

  it('a later officer takes them along with one tap, which is recorded once', () => {
    const later = itemId('NEW');
    const opened = figureForm(readingFor('officer', reviewed.now), known(reviewed), {
      verb: 'lesson.show',
      item,
      for: later,
    });
    expect(opened).toMatchObject({ value: { face: { kind: 'lessons', for: later } } });
    const used = says(reviewed, 'officer', { verb: 'lesson.use', item, for: later });
    expect(factsOf(used.state)?.learning).toMatchObject({ reused: 1, given: 1 });
    expect(says(used, 'officer', { verb: 'lesson.use', item, for: later }).events).toHaveLength(
      used.events.length,
    );
    expect(words(used, 'officer')).toContain('Används i');
  });

  it('are a reason of a candidate', () => {
    const pair = ['A', 'B'].map((id, i) => ({
      ...known(until('contract')),
      status: 'draft' as const,
      item: { ...beds, id: itemId(id), region: i === 0 ? people.sKirurgi.region : people.vKirurgi.region },
    }));
    const found = candidatesIn(
      [...pair.map((one) => ({ status: 'draft', item: one.item, revision: 1 }) as never), known(reviewed)],
      {
        plan: beds.plan,
        now: at('2026-01-01 09:00'),
        governance,
      },
    );
    expect(found[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'earlier-lesson', item }));
  });
});
