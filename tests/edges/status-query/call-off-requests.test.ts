import { describe, expect, it } from 'vitest';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';
import { parseCallOff } from '#status-query/call-off-requests.ts';
import { createUnderstanding } from '#status-query/understand.ts';

const item = (id: string, title: string, cpv: string) => ({
  id: itemId(id),
  title,
  cpv,
  region: regionId('vastmanland'),
});
const understanding = createUnderstanding(
  [
    item('MT123', 'Operationsbord', '33192230'),
    item('MT101', 'Rullstolar för barn', '33100000'),
    item('MT102', 'Rullstolar för vuxna', '33100000'),
  ],
  cpvLabel,
);
const read = (text: string, language: 'sv' | 'en' = 'sv') =>
  parseCallOff(text, { today: '2026-11-24' as PlainDate, language, understanding });

describe('what a unit calls off is understood from one line, with its amount in SEK', () => {
  it.each([
    ['avropa 200 000 på MT123', 200_000],
    ['Avropa 200 000 kr på MT123.', 200_000],
    ['avropa 200.000 från MT123', 200_000],
    ['vi avropar 1,5 mnkr på operationsbord', 1_500_000],
    ['jag vill avropa 850 tkr på operationsbord, tack', 850_000],
    ['avropat 12 000 kronor på MT123', 12_000],
    ['anteckna ett avrop på 200000 för MT123', 200_000],
    ['avrop 200 000 på MT123', 200_000],
    ['avropa operationsbord för 300 000 kr', 300_000],
    ['kan du avropa 5 000 kr på MT123', 5000],
  ])('%s', (text, value) => expect(read(text)).toEqual({ value, item: 'MT123', choices: [] }));

  it.each([
    ['call off 200,000 on MT123', 200_000],
    ['Call off SEK 200,000 on MT123', 200_000],
    ['we called off 1.5 million on operating tables', 1_500_000],
    ['I want to call off 2 thousand kr from MT123', 2000],
    ['record a call-off of 45 000 SEK on MT123', 45_000],
  ])('%s', (text, value) => expect(read(text, 'en')).toEqual({ value, item: 'MT123', choices: [] }));

  it.each([
    'avropa på MT123',
    'avropa MT123',
    'avropa 5 st på MT123',
    'avropa 5 operationsbord',
    'avropa 1,200 mnkr på MT123',
    'avropa 0 kr på MT123',
    'avropa MT 123',
    'call off on MT123',
  ])('%s: an amount that is not said, or could mean two things, is left for the form', (text) =>
    expect(read(text)).toEqual({ value: null, item: 'MT123', choices: [] }),
  );

  it('where several procurements fit none is guessed', () => {
    const several = read('avropa 10 000 kr på rullstolar');
    expect(several).toMatchObject({ value: 10_000 });
    expect(several?.item).toBeUndefined();
    expect([...(several?.choices ?? [])].sort()).toEqual(['MT101', 'MT102']);
  });

  it.each([
    'får jag avropa 200 000 på MT123?',
    'har vi avropat 200 000 på MT123',
    'vad har vi avropat på MT123',
    'vem kan avropa på MT123',
    'avrop MT123',
    'how much is called off on MT123',
    'can we call off 200,000 on MT123',
    'avropa',
    'avropa 200 000',
    'möte om avropet 2 h',
    `avropa 200 000 på ${'x'.repeat(300)}`,
  ])('%s is no such message', (text) => expect(read(text)).toBeNull());
});
