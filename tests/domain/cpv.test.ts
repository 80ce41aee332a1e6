import { describe, expect, test } from 'vitest';
import { cpvLabel, cpvPath, parseCpv } from '#domain/shared/cpv.ts';

describe('CPV 2008', () => {
  test('a code has its own Swedish and English label, and no other code lends it one', () => {
    expect(cpvLabel('33192230', 'sv')).toBe('Operationsbord');
    expect(cpvLabel('33192230', 'en')).toBe('Operating tables');
    expect(cpvLabel('33192239', 'sv')).toBeNull();
  });

  test('a code stands under its division, group, class and category', () => {
    expect(cpvPath('33192230')).toEqual([
      '33000000',
      '33100000',
      '33190000',
      '33192000',
      '33192200',
      '33192230',
    ]);
    expect(cpvPath('00000000')).toEqual([]);
  });

  test.each([
    ['33192230-3', '33192230'],
    ['33192230', '33192230'],
    ['33192230 Operationsbord', '33192230'],
    [' CPV: 33192230–3 – Operationsbord', '33192230'],
    ['3311000', '03311000'],
  ])('reads %j as %s', (text, code) => {
    expect(parseCpv(text)).toEqual({ code, known: true, checkDigitWrong: false });
  });

  test('a wrong check digit is told apart from a right one', () => {
    expect(parseCpv('33192230-4')).toEqual({ code: '33192230', known: true, checkDigitWrong: true });
  });

  test('the check digit is the one after the dash, whichever digits the code has', () => {
    expect(parseCpv('03110000-5')).toEqual({ code: '03110000', known: true, checkDigitWrong: false });
    expect(parseCpv('03110000-3')).toEqual({ code: '03110000', known: true, checkDigitWrong: true });
  });

  test.each(['33192230/-4', '33192230-A4', '33192230 A-4', '33192230 4'])('%j has no check digit', (text) => {
    expect(parseCpv(text)).toEqual({ code: '33192230', known: true, checkDigitWrong: false });
  });

  test('a well-formed code that CPV does not have is kept and said to be unknown', () => {
    expect(parseCpv('00000000')).toEqual({ code: '00000000', known: false, checkDigitWrong: false });
    expect(parseCpv('99999999-1')).toEqual({ code: '99999999', known: false, checkDigitWrong: false });
  });

  test.each(['', 'Operationsbord', '3319', '331922301', '331922', 'MT924'])('%j is no code', (text) => {
    expect(parseCpv(text)).toBeNull();
  });
});
