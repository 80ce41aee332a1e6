import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createQuestions } from '#application/questions.ts';
import { questions } from '#cli/commands/questions.ts';
import type { CliContext } from '#cli/context.ts';
import { keptOf } from '#status-query/known-words.ts';
import { SPELT } from '#status-query/topics.ts';
import { at } from '#support/world.ts';
import { ANNA, ERIK, type Talk, talk } from './talking.ts';

let chat: Talk;
beforeAll(async () => {
  chat = await talk(at('2026-11-23 09:00'));
});
afterAll(() => chat.sqlite.dispose());

it('an answer to a question can be marked as wrong, a greeting cannot', async () => {
  expect(await chat.says(ANNA, 'hur går det med operationsbord?')).toContain(
    '"verb":"answer.wrong","text":"hur går det med operationsbord?"',
  );
  expect(await chat.says(ANNA, 'hej')).not.toContain('answer.wrong');
  expect(await chat.says(ANNA, 'blå elefanter i en sås')).toContain('answer.wrong');
});

const CONCERN = 'Min chef Karin pressar mig att tacka nej till operationsborden';
const TENDERS = 'Vi fick in fyra anbud, 4 st, på operationsborden, vilka har inte svarat?';

it('before anything is kept of a question, the person sees all of it, and none of it is what they wrote (OSL 19:3)', async () => {
  for (const text of [CONCERN, TENDERS]) {
    const shown = await chat.presses(ANNA, { verb: 'answer.wrong', text });
    expect(shown).toContain('Får vi spara det här?');
    expect(shown).toContain('Din text sparas inte, och inte ditt namn');
  }
  expect(await createQuestions(chat.sqlite.store).list()).toEqual([]);
});

it('what is kept is the topic, the item and the words of the vocabulary, without who wrote it and without the hour', async () => {
  const thanks = await chat.presses(ANNA, { verb: 'answer.keep', text: CONCERN });
  expect(thanks).toContain('sparat utan din text och ditt namn');
  await chat.presses(ANNA, { verb: 'answer.keep', text: TENDERS });
  await chat.presses(ERIK, { verb: 'answer.keep', text: TENDERS.toUpperCase() });
  const list = await createQuestions(chat.sqlite.store).list();
  expect(list).toMatchObject([
    { query: { topic: 'unanswered', language: 'sv' }, times: 2, last: '2026-11-23' },
    { times: 1, last: '2026-11-23' },
  ]);
  const kept = JSON.stringify(list);
  for (const said of ['karin', 'press', 'fyra', '4', 'mig', 'nej'])
    expect(kept.toLowerCase().replace(/"last":"[^"]*"|"item":"[^"]*"/g, '')).not.toContain(said);
});

it('no text brings a word, a name or a number into what is kept that is not the vocabulary’s own', () => {
  const query = { topic: 'none', language: 'sv' } as const;
  const vocabulary = [SPELT.sv, SPELT.en].flatMap(({ whole, beginnings }) => [
    ...whole,
    ...beginnings.map((beginning) => `${beginning}…`),
  ]);
  const word = fc.oneof(fc.constantFrom(...vocabulary), fc.string(), fc.integer().map(String));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const kept = keptOf(words.join(' '), query);
      expect(kept.words.filter((one) => !vocabulary.includes(one))).toEqual([]);
      expect(kept.words).toEqual([...new Set(kept.words)].sort());
      expect(kept.query).toEqual(query);
    }),
    { seed: 21 },
  );
  expect(keptOf('trettio svarade, 12 svarade inte, ingen var ensam', query).words).toEqual([
    'inte',
    'svarade',
  ]);
  expect(keptOf('Vad kostar det?', { ...query, value: 4_000_000, topic: 'costs' }).query).toEqual({
    ...query,
    topic: 'costs',
  });
});

const context = (actor: CliContext['actor']): CliContext => ({
  store: chat.sqlite.store,
  samordna: async () => chat.samordna,
  person: () => Promise.reject(new Error('nobody asks')),
  actor,
});
const operator = () => context(async () => ({ kind: 'operator', name: 'drift' }));
const as = (email: string, role: string): CliContext =>
  context(async () => {
    const person = (await chat.samordna.people.directory()).find(email);
    if (!person) throw new Error('nobody');
    return { kind: 'person', id: person.id, region: person.region, unit: person.unit, roles: [role] };
  });

it('the list is for the operator and administrators', async () => {
  await expect(questions(as(ERIK, 'unit-manager'), false)).rejects.toThrow(/Only an administrator/);
  expect((await questions(as(ERIK, 'administrator'), false)).json).toHaveLength(2);
});

it('texts that an earlier version kept are never shown again, and go', async () => {
  const { store } = chat.sqlite;
  const id = 'wrong-answer:0123';
  const body = { text: CONCERN, times: 1, last: '2026-11-20' };
  await store.put({ kind: 'setting', id, index: { key: 'wrong-answer' }, body }, null);
  expect(JSON.stringify(await questions(operator(), false))).not.toContain('Karin');
  expect(await createQuestions(store).forgetTexts()).toBe(1);
  expect(await store.get('setting', id)).toBeNull();
});

it('the operator reads the list, and forgets it when the vocabulary has grown', async () => {
  const read = await questions(operator(), true);
  expect(read.text).toMatch(/^2 × 2026-11-23 {2}unanswered sv MT924: anbud fick inte svarat vilka\n/);
  expect((await questions(operator(), false)).json).toEqual([]);
});

it('a topic whose figures cannot be calculated says why, and shows no other topic instead', async () => {
  for (const [text, heading] of [
    ['Hur mycket är samordnat i år?', 'Hur mycket är samordnat?'],
    ['Hur mycket har vi sparat?', 'Vad har vi sparat?'],
    ['Vad kostar samordningen oss?', 'Vad kostar samordningen?'],
    ['Vilka lärdomar har vi?', 'Inga lärdomar än'],
  ] as const) {
    const card = await chat.says(ANNA, text);
    expect(card).toContain(heading);
    expect(card).toContain('går inte att beräkna');
  }
});

it('a text that is longer than what is read says that it was cut, in the language of the answer', async () => {
  const long = (question: string): string => `${question} ${'x'.repeat(900)}`;
  const swedish = await chat.says(ANNA, long('Vem har inte svarat om operationsbord?'));
  expect(swedish).toContain('Texten var för lång: bara de första 800 tecknen lästes.');
  const english = await chat.says(ANNA, long('who has not answered about the operating tables?'));
  expect(english).toContain('The text was too long: only its first 800 characters were read.');
  expect(await chat.says(ANNA, `Vem har inte svarat om operationsbord?${' '.repeat(900)}`)).not.toContain(
    'för lång',
  );
});

it('the operator is told so too, in words and on the card', async () => {
  const person = (await chat.samordna.people.directory()).find(ANNA);
  if (!person) throw new Error('nobody is Anna');
  const { answer } = await chat.samordna.ask(person, 'inte '.repeat(2_000));
  expect(answer.text).toContain('Texten var för lång');
  expect(JSON.stringify(answer.card)).toContain('Texten var för lång');
});
