import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#domain/shared/ids.ts';
import { findPeriod } from '#status-query/periods/find.ts';
import { fold } from '#words/text.ts';
import { today } from './fixtures.ts';

const period = (text: string, past = false, on: PlainDate = today): string => {
  const found = findPeriod(fold(text), on, past);
  return found ? `${found.period.from}..${found.period.to}` : 'none';
};

describe('a period is read as the contract says, on Sunday 22 November 2026', () => {
  test.each([
    ['2021', '2021-01-01..2021-12-31'],
    ['Q1 2026', '2026-01-01..2026-03-31'],
    ['tredje kvartalet i år', '2026-07-01..2026-09-30'],
    ['första halvåret 2027', '2027-01-01..2027-06-30'],
    ['tertial 2 2025', '2025-05-01..2025-08-31'],
    ['våren 2027', '2027-03-01..2027-05-31'],
    ['vintern 2026', '2026-12-01..2027-02-28'],
    ['mars 2026', '2026-03-01..2026-03-31'],
    ['2026-12-04', '2026-12-04..2026-12-04'],
    ['4 december', '2026-12-04..2026-12-04'],
    ['vecka 48', '2026-11-23..2026-11-29'],
  ])('named outright: %s', (text, wanted) => expect(period(text)).toBe(wanted));

  test.each([
    ['i år', '2026-01-01..2026-12-31'],
    ['i höst', '2026-09-01..2026-11-30'],
    ['i vår', '2027-03-01..2027-05-31'],
    ['this quarter', '2026-10-01..2026-12-31'],
    ['this summer', '2027-06-01..2027-08-31'],
    ['den här veckan', '2026-11-16..2026-11-22'],
  ])('"this" is the one that holds or is next to come: %s', (text, wanted) =>
    expect(period(text)).toBe(wanted),
  );

  test.each([
    ['förra kvartalet', '2026-07-01..2026-09-30'],
    ['last year', '2025-01-01..2025-12-31'],
    ['last spring', '2026-03-01..2026-05-31'],
    ['i somras', '2026-06-01..2026-08-31'],
    ['i höstas', '2025-09-01..2025-11-30'],
    ['förra tertialet', '2026-05-01..2026-08-31'],
  ])('"last" has ended: %s', (text, wanted) => expect(period(text)).toBe(wanted));

  test.each([
    ['nästa kvartal', '2027-01-01..2027-03-31'],
    ['next half-year', '2027-01-01..2027-06-30'],
    ['nästa tertial', '2027-01-01..2027-04-30'],
    ['nästa sommar', '2027-06-01..2027-08-31'],
    ['next month', '2026-12-01..2026-12-31'],
  ])('"next" has not begun: %s', (text, wanted) => expect(period(text)).toBe(wanted));

  test.each([
    ['before summer', '2026-11-22..2027-05-31'],
    ['innan mars', '2026-11-22..2027-02-28'],
    ['före årsskiftet', '2026-11-22..2026-12-31'],
    ['before the end of the year', '2026-11-22..2026-12-31'],
    ['senast 4 december', '2026-11-22..2026-12-04'],
    ['innan jul', '2026-11-22..2026-12-23'],
  ])('"before" runs from today to the day before: %s', (text, wanted) => expect(period(text)).toBe(wanted));

  test.each([
    ['sedan i somras', '2026-06-01..2026-11-22'],
    ['since 2024', '2024-01-01..2026-11-22'],
    ['sedan mars', '2026-03-01..2026-11-22'],
    ['hittills i år', '2026-01-01..2026-11-22'],
    ['so far this quarter', '2026-10-01..2026-11-22'],
  ])('"since" and "so far" end today: %s', (text, wanted) => expect(period(text)).toBe(wanted));

  test.each([
    ['mellan mars och maj', '2027-03-01..2027-05-31'],
    ['från november till februari', '2026-11-01..2027-02-28'],
    ['january to march 2026', '2026-01-01..2026-03-31'],
    ['2023-2025', '2023-01-01..2025-12-31'],
  ])('two times make a range: %s', (text, wanted) => expect(period(text)).toBe(wanted));

  test('a bare month lies ahead, unless the sentence looks back', () => {
    expect(period('i mars')).toBe('2027-03-01..2027-03-31');
    expect(period('i mars', true)).toBe('2026-03-01..2026-03-31');
  });

  test('"vår" that means "our" is no spring', () => expect(period('i vår region')).toBe('none'));

  test('winter holds across the new year', () =>
    expect(period('i vinter', false, '2027-01-15' as PlainDate)).toBe('2026-12-01..2027-02-28'));

  test('a leap day exists only in leap years', () => {
    expect(period('29 februari 2028')).toBe('2028-02-29..2028-02-29');
    expect(period('2027-02-29')).not.toContain('2027-02-29');
  });
});
