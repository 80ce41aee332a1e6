import { describe, expect, test } from 'vitest';
import { guessMapping } from '#plan-import/guess-mapping.ts';
import { importErrorMessage } from '#plan-import/messages.ts';
import { reading, utf8 } from './reading.ts';

const guessed = (text: string) => {
  const bytes = utf8(text);
  const mapping = guessMapping(bytes, 'plan.csv');
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.error));
  return reading(bytes, { mapping: mapping.value });
};

describe('a plan without a mapping', () => {
  test('is read by what plans usually call their columns', () => {
    const { headerRow, items, warnings, rejected } = guessed(
      [
        'Upphandlingsplan 2027;;;;;;;;;;;',
        'Dnr;Upphandling;Benämning;Köpare;Enhet;CPV-kod;Uppskattat värde (mnkr, exkl. moms);Värde inkl. optioner (tkr);Planerad annonsering;Avtalsstart;Avtalsslut;Ansvarig upphandlare',
        'D1;Ny;S&auml;ngar;Region Västmanland;Kirurgi;33192000-2;2,5;3000;2027-01-15;2027-06-01;2031-05-31;A. Ek',
      ]
        .join('\n')
        .replace('S&auml;ngar', '"S&auml;ngar"'),
    );
    expect(headerRow).toBe(2);
    expect(items).toEqual([
      {
        row: 3,
        item: {
          id: 'D1',
          plan: 2027,
          title: 'Sängar',
          region: 'vastmanland',
          unit: 'Kirurgi',
          cpv: '33192000',
          value: 2_500_000,
          valueWithOptions: 3_000_000,
          advertise: '2027-01-15',
          start: '2027-06-01',
          contractEnd: '2031-05-31',
          responsible: 'A. Ek',
        },
      },
    ]);
    expect([...warnings, ...rejected]).toEqual([]);
  });

  test('in English is read too', () => {
    const { items } = guessed(
      'Reference;Title;Buyer;Contract value;Start date\nR1;Beds;Region Sörmland;5;2027-06-01\n',
    );
    expect(items[0]?.item).toMatchObject({
      id: 'R1',
      title: 'Beds',
      region: 'sormland',
      value: 5,
      start: '2027-06-01',
    });
  });

  test('a value with VAT is not taken for the value', () => {
    const { items } = guessed('Dnr;Titel;Region;Värde inkl. moms\nD;T;sormland;5\n');
    expect(items[0]?.item.value).toBeUndefined();
  });

  test('that lacks a needed column says which', () => {
    const result = guessMapping(utf8('Dnr;Benämning;Värde\nD;T;5\n'), 'plan.csv');
    expect(result).toEqual({
      ok: false,
      error: { code: 'columns-not-recognised', params: { missing: ['region'] } },
    });
    if (result.ok) return;
    expect(importErrorMessage(result.error, 'sv')).toContain('ingen kolumn för region');
    expect(importErrorMessage(result.error, 'en')).toContain('no column for the region');
  });
});
