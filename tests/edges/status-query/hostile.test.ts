import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TOPICS } from '#status-query/query.ts';
import { parseRequest } from '#status-query/requests.ts';
import { plan, today, understanding, understood } from './fixtures.ts';

const isSound = (text: string): void => {
  const { query, choices } = understood(text);
  expect(TOPICS).toContain(query.topic);
  if (query.item) expect(plan.some(({ id }) => id === query.item)).toBe(true);
  if (query.period) expect(query.period.from <= query.period.to).toBe(true);
  expect(choices.length).toBeLessThanOrEqual(10);
  parseRequest(text, { today, language: 'sv', understanding });
};

describe('whatever people send is read without harm', () => {
  test.each(['', '   ', '?', '...', '!!!'])('nothing said is answered with help: "%s"', (text) =>
    expect(understood(text).query.topic).toBe('help'),
  );

  test.each(['😀👍🎉', 'asdfgh qwerty', '字字字', '((((((((((', '0000000000000'])(
    'what means nothing here is none or help: %s',
    (text) => expect(['none', 'help']).toContain(understood(text).query.topic),
  );

  test.each([
    ['one letter', 'a'.repeat(10_000)],
    ['words', 'vem har inte svarat på '.repeat(500)],
    ['digits', '1 '.repeat(5_000)],
    ['years', '2021-'.repeat(2_000)],
    ['not', 'inte '.repeat(2_000)],
    ['brackets', '(a+)+$'.repeat(1_500)],
    ['accents', 'å̊'.repeat(5_000)],
  ])('ten thousand characters of %s are read in well under a second', (_, text) => {
    const start = performance.now();
    isSound(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('any text gives a sound query', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), isSound), {
      numRuns: 300,
      seed: 7,
    });
  });

  test('any mixture of the words of questions gives a sound query', () => {
    const word = fc.constantFrom(
      ...'vem har inte svarat på sedan före mellan och 2021 q1 31 februari i vår sörmland MT924 MT0 operationsbord 3,5 miljoner kr % - till who before since summer last next the council IT cpv 33 förra nästa'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => isSound(words.join(' '))),
      { numRuns: 500, seed: 7 },
    );
  });
});
