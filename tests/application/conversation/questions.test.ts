import { afterAll, beforeAll, expect, it } from 'vitest';
import { createQuestions } from '#application/questions.ts';
import { questions } from '#cli/commands/questions.ts';
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

it('the text goes to a list, without who wrote it and without the hour', async () => {
  const text = 'hur mår  upphandlingen?';
  const thanks = await chat.presses(ANNA, { verb: 'answer.wrong', text });
  expect(thanks).toContain('Texten är sparad utan ditt namn');
  await chat.presses(ERIK, { verb: 'answer.wrong', text: 'Hur mår upphandlingen?' });
  await chat.presses(ERIK, { verb: 'answer.wrong', text: 'annat' });
  const list = await createQuestions(chat.sqlite.store).list();
  expect(list).toEqual([
    { text: 'hur mår upphandlingen?', times: 2, last: '2026-11-23' },
    { text: 'annat', times: 1, last: '2026-11-23' },
  ]);
});

it('the operator reads the list, and forgets it when the vocabulary has grown', async () => {
  const context = {
    store: chat.sqlite.store,
    samordna: async () => chat.samordna,
    person: () => Promise.reject(new Error('nobody asks')),
    actor: () => Promise.reject(new Error('nobody acts')),
  };
  const read = await questions(context, true);
  expect(read.text).toBe('2 × 2026-11-23  hur mår upphandlingen?\n1 × 2026-11-23  annat');
  expect((await questions(context, false)).json).toEqual([]);
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
