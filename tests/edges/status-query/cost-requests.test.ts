import { describe, expect, it } from 'vitest';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';
import { parseCost } from '#status-query/cost-requests.ts';
import { createUnderstanding } from '#status-query/understand.ts';
import { findEffort } from '#words/effort.ts';
import { fold } from '#words/text.ts';

const item = (id: string, title: string, cpv: string) => ({
  id: itemId(id),
  title,
  cpv,
  region: regionId('vastmanland'),
});
const understanding = createUnderstanding(
  [
    item('MT924', 'Operationsbord', '33192230'),
    item('MT101', 'Rullstolar för barn', '33100000'),
    item('MT102', 'Rullstolar för vuxna', '33100000'),
  ],
  cpvLabel,
);
const read = (text: string, language: 'sv' | 'en' = 'sv') =>
  parseCost(text, { today: '2026-11-24' as PlainDate, language, understanding });
const time = (seconds: number) => ({ kind: 'time', seconds });

describe('a time or an amount is read as people write it', () => {
  it.each([
    ['2 h', 7200],
    ['30 min', 1800],
    ['1,5 timmar', 5400],
    ['2 h 30 min', 9000],
    ['2h15', 8100],
    ['två timmar', 7200],
    ['en halvtimme', 1800],
    ['halvannan timme', 5400],
    ['en kvart', 900],
    ['half an hour', 1800],
    ['three hours', 10_800],
    ['an hour', 3600],
  ])('%s', (text, seconds) => expect(findEffort(fold(text))?.effort).toEqual(time(seconds)));

  it.each([
    ['12 000 kr', 12_000],
    ['15 tkr', 15_000],
    ['1,2 mnkr', 1_200_000],
    ['SEK 9,500', 9500],
  ])('%s', (text, sek) => expect(findEffort(fold(text))?.effort).toEqual({ kind: 'money', sek }));

  it.each(['möte', '3 dagar', 'MT924', '0 h', '2027-01-01'])('%s is neither', (text) =>
    expect(findEffort(fold(text))).toBeNull(),
  );
});

describe('what coordinating took is understood from one line', () => {
  it.each([
    ['2 h möte om operationsbord', 'meetings', 7200],
    ['30 min förankring MT924', 'anchoring', 1800],
    ['jag har lagt 3 timmar på kravarbete för MT924', 'requirements', 10_800],
    ['möte om operationsbord 2 h', 'meetings', 7200],
    ['45 min avstämning: operationsbord', 'meetings', 2700],
    ['2 h meeting about operating tables', 'meetings', 7200],
    ['I spent two hours on requirements for MT924', 'requirements', 7200],
  ])('%s', (text, category, seconds) =>
    expect(read(text)).toEqual({ effort: time(seconds), category, item: 'MT924', choices: [] }),
  );

  it('an external’s work is an amount, and only then', () => {
    expect(read('konsult 12 000 kr för MT924')).toEqual({
      effort: { kind: 'money', sek: 12_000 },
      category: 'external',
      item: 'MT924',
      choices: [],
    });
    expect(read('2 h konsult MT924')).toBeNull();
    expect(read('vem beslutar om 2 mnkr')).toBeNull();
    expect(read('12 000 kr operationsbord')).toBeNull();
  });

  it('without a kind of work the card asks, and so it does where several items fit', () => {
    expect(read('1 h MT924')).toMatchObject({ category: null, item: 'MT924' });
    const several = read('1 h möte om rullstolar');
    expect(several?.item).toBeUndefined();
    expect([...(several?.choices ?? [])].sort()).toEqual(['MT101', 'MT102']);
    expect(read('2 h möte')).toEqual({ effort: time(7200), category: 'meetings', choices: [] });
  });

  it.each([
    'vad hände för 2 timmar sedan?',
    'hur lång tid tar ett möte?',
    'how many hours have we spent on MT924?',
    'mötet börjar om 30 min kvar',
    'vad har hänt senaste 24 timmar',
    'hej',
    '2 timmar',
    'x'.repeat(500),
  ])('%s is no such message', (text) => expect(read(text)).toBeNull());
});
