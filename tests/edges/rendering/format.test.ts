import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, kronor, moment, money, typed } from '#rendering/format.ts';
import { parseNumber } from '#rendering/parse-number.ts';
import { at, NOW, on } from '../../gallery/samples/people.ts';

/** Grouping spaces do not break a line; a reader sees a space. */
const read = (text: string): string => text.replace(/\s/g, ' ');

describe('figures and dates', () => {
  test('money is read at a glance, or to the krona', () => {
    expect(read(money(4_000_000, 'sv'))).toBe('4 mnkr');
    expect(read(money(1_250_000, 'sv'))).toBe('1,25 mnkr');
    expect(read(money(850_000, 'sv'))).toBe('850 000 kr');
    expect(money(4_000_000, 'en')).toBe('SEK 4 million');
    expect(read(kronor(4_000_000, 'sv'))).toBe('4 000 000 kr');
    expect(kronor(4_000_000, 'en')).toBe('SEK 4,000,000');
  });

  test('a deadline has its weekday and Stockholm time, and its year only when that is another', () => {
    const deadline = at('2026-12-04T22:59:59.000Z');
    expect(moment(deadline, 'sv', NOW)).toBe('fredag 4 december kl. 23.59');
    expect(moment(deadline, 'en', NOW)).toBe('Friday 4 December, 23:59');
    expect(moment(at('2027-07-01T10:05:00.000Z'), 'sv', NOW)).toBe('torsdag 1 juli 2027 kl. 12.05');
    expect(moment(at('2026-12-31T23:30:00.000Z'), 'en', NOW)).toBe('Friday 1 January 2027, 00:30');
  });

  test('a planned day has its year', () => {
    expect(day(on('2027-06-01'), 'sv')).toBe('1 juni 2027');
    expect(day(on('2027-06-01'), 'en')).toBe('1 June 2027');
  });

  test('a figure that an input is prefilled with is read back as the same figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
        const value = Number(`${whole}.${String(hundredths).padStart(2, '0')}`);
        fc.pre(value <= 1e12);
        expect(parseNumber(typed(value))).toBe(value);
      }),
    );
  });
});

describe('a figure that somebody types', () => {
  test.each([
    ['12', 12],
    ['1 200 000', 1_200_000],
    ['1\u00a0200\u00a0000 kr', 1_200_000],
    ['1200000', 1_200_000],
    ['1.200.000', 1_200_000],
    ['1,200,000', 1_200_000],
    ['1.200.000,50', 1_200_000.5],
    ['1,5 mnkr', 1_500_000],
    ['1.5 million', 1_500_000],
    ['SEK 4 million', 4_000_000],
    ['ca 3 mnkr', 3_000_000],
    ['2 miljoner kronor', 2_000_000],
    ['850 tkr', 850_000],
    ['0,125 mnkr', 125_000],
    ['40 st', 40],
  ])('is certain: %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    '',
    'vet inte',
    '2-3 mnkr',
    '1.200',
    '1,200',
    '12 00',
    '-5',
    '3 fot',
    '1e6',
    '2 mnkr 3',
    '1,2,3',
  ])('is not guessed: %s', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});
