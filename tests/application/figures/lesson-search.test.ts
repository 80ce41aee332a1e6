import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIndex } from '#application/cases.ts';
import { createLessonIndex } from '#application/figures/lesson-search.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { itemId } from '#domain/shared/ids.ts';
import { createUnderstanding } from '#status-query/understand.ts';
import { until } from '#support/stages.ts';
import { at, beds, date, governance } from '#support/world.ts';
import { lessons as lessonsCommand } from '../../../src/cli/commands/lessons.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { ANNA, ERIK, type Talk, talk } from '../conversation/talking.ts';
import { historyOf, known } from '../views/support.ts';

const story = until('closed');
const closed = known(story);
/** A closed case whose review says this, beside what participants said. */
const learnt = (id: string, title: string, texts: Record<string, string>, cpv = '33192230') => {
  if (!('review' in closed)) throw new Error('no review');
  return {
    ...closed,
    item: { ...closed.item, id: itemId(id), title, cpv },
    review: { ...closed.review, texts },
  } as typeof closed;
};
const FLOOR = learnt('GOLV', 'Lyftanordningar', {
  failed: 'Golvet höll inte.',
  next: 'Provtryck golven först.',
});
const SWITCH = learnt(
  'BYTE',
  'Måltidstjänster',
  { worked: 'Leverantörsbytet gick lugnt.', next: 'Planera bytet ett halvår före.' },
  '55320000',
);
const LONG = learnt('LANG', 'Textilier', { next: `${'ord '.repeat(500)} tvättmaskinerna sist` }, '39500000');

describe('what was written down is found by its words', () => {
  const index = createLessonIndex();
  for (const state of [FLOOR, SWITCH, LONG]) index.add(state);
  const found = (...words: string[]) => index.find(words).ids;
  it.each([
    [['golv'], ['GOLV']],
    [['golvets'], ['GOLV']],
    [['provtryckning'], ['GOLV']],
    [['leverantör'], ['BYTE']],
    [['leverantorsbyte'], ['BYTE']],
    [['lyftanordning'], ['GOLV']],
    // A slip of the pen.
    [['leverantrösbytet'], ['BYTE']],
    // Both words in one, before either.
    [['golvet', 'provtryck'], ['GOLV']],
    [['rymdfart'], []],
    // Also what stands far down in a long text.
    [['tvättmaskin'], ['LANG']],
    // Goods, by what the code is called.
    [['meals'], ['BYTE']],
  ])('%j finds %j', (words, items) => {
    expect(found(...words)).toEqual(items);
  });

  it('where no lesson has all the words, any of them will do', () => {
    expect([...found('golvet', 'leverantörsbyte')].toSorted()).toEqual(['BYTE', 'GOLV']);
  });
});

describe('asked for in plain words', () => {
  let chat: Talk;
  let samordna: Samordna;
  const NOW = at('2028-04-01 09:00');
  beforeAll(async () => {
    chat = await talk(NOW);
    for (const state of [FLOOR, SWITCH]) {
      const body = { state, history: historyOf(story), notices: [] };
      const index = caseIndex(state, governance, 0);
      await chat.sqlite.store.put({ kind: 'case', id: state.item.id, index, body }, null);
    }
    const clock = { now: () => NOW };
    samordna = createSamordna({ store: chat.sqlite.store, clock, machineClock: clock, salt: () => 'salt' });
  });
  afterAll(() => chat.sqlite.dispose());

  it('what the lesson is wanted about is told from the question', () => {
    const understanding = createUnderstanding([{ ...beds }], () => null);
    const about = (text: string) =>
      understanding.understand(text, { today: date('2028-04-01'), language: 'sv' });
    expect(about('vad har vi lärt oss om golvbelastning?')).toMatchObject({
      query: { topic: 'lessons' },
      about: ['golvbelastning'],
    });
    expect(about('vad har vi lärt oss?')).not.toHaveProperty('about');
    expect(about(`vad har vi lärt oss om ${beds.title}?`)).not.toHaveProperty('about');
  });

  it('by anybody, in any of the word’s forms', async () => {
    for (const who of [ANNA, ERIK]) {
      const card = await chat.says(who, 'vad har vi lärt oss om golven?');
      expect(card).toContain('Provtryck golven först.');
      expect(card).not.toContain('Planera bytet');
    }
    expect(await chat.says(ANNA, 'vad har vi lärt oss om leverantörsbyten?')).toContain('Planera bytet');
  });

  it('words that no lesson says are said to be so, and the latest are shown', async () => {
    const card = await chat.says(ANNA, 'vad har vi lärt oss om rymdfarkoster?');
    expect(card).toContain('Ingen lärdom nämner ”rymdfarkoster”');
    expect(card).toContain('Provtryck golven först.');
  });

  it('without words it is the latest, as before', async () => {
    const card = await chat.says(ANNA, 'vad har vi lärt oss?');
    expect(card).toContain('Planera bytet');
    expect(card).not.toContain('nämner');
  });

  const context = (): CliContext => ({
    store: chat.sqlite.store,
    samordna: async () => samordna,
    person: () => Promise.reject(new Error('nobody asks')),
    actor: async () => ({ kind: 'operator', name: 'os' }),
  });
  const listed = async (words: string[], more: object = {}) => {
    const outcome = await lessonsCommand(context(), words, { limit: '20', ...more });
    return outcome.json as { total: number; lessons: { item: string; next: string[] }[] };
  };
  it('on the command line too, with what was said and used', async () => {
    expect(await listed(['golv'])).toMatchObject({
      words: ['golv'],
      total: 1,
      lessons: [{ item: 'GOLV', failed: ['Golvet höll inte.'], next: ['Provtryck golven först.'], used: [] }],
    });
    expect((await listed([])).lessons.map(({ item }) => item).toSorted()).toEqual(['BYTE', 'GOLV']);
    expect((await listed([], { category: '55' })).lessons.map(({ item }) => item)).toEqual(['BYTE']);
    expect(await listed(['rymdfarkoster'])).toMatchObject({ total: 0, lessons: [] });
    expect((await listed([], { limit: '1' })).lessons).toHaveLength(1);
    await expect(listed([], { limit: 'alla' })).rejects.toThrow(/--limit/);
    await expect(listed([], { category: 'IT' })).rejects.toThrow(/--category/);
    await expect(listed([], { region: 'mars' })).rejects.toThrow(/mars/);
  });
});
