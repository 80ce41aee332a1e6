import { describe, expect, it } from 'vitest';
import { allIndicators } from '#domain/indicators/all.ts';
import { INDICATOR_IDS } from '#domain/indicators/ids.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { definedAs } from '#reports/indicator-words.ts';
import { parsePeriod } from '#reports/period.ts';

const day = (text: string) => text as never;
const scope = {
  period: { from: day('2025-01-01'), to: day('2025-12-31') },
  region: null,
  category: null,
  asOf: day('2026-01-01T00:00:00.000Z'),
};

describe('every figure is explained', () => {
  const ids = allIndicators([], scope, { rate: null, targets: [] }).map(({ id }) => id);
  it('has one of the known ids, each once', () => {
    expect(ids.filter((id) => !id.startsWith('target-'))).toEqual([...INDICATOR_IDS]);
  });
  it.each(LANGUAGES)('has a name and a definition (%s), no two alike', (language) => {
    const names = ids.map((id) => definedAs(id, language).name);
    expect(new Set(names).size).toBe(ids.length);
    for (const id of ids) expect(definedAs(id, language).definition.length).toBeGreaterThan(20);
  });
});

describe('a part of a year', () => {
  it.each([
    [undefined, '2026-01-01', '2026-12-31'],
    ['H1', '2026-01-01', '2026-06-30'],
    ['h2', '2026-07-01', '2026-12-31'],
    ['T1', '2026-01-01', '2026-04-30'],
    ['T2', '2026-05-01', '2026-08-31'],
    ['T3', '2026-09-01', '2026-12-31'],
    ['Q1', '2026-01-01', '2026-03-31'],
    ['Q4', '2026-10-01', '2026-12-31'],
    ['2025-09-01..2026-08-31', '2025-09-01', '2026-08-31'],
  ])('%s is %s to %s', (text, from, to) => {
    expect(parsePeriod(2026, text)).toEqual({ from, to });
  });
  it.each(['H3', 'T4', 'Q5', 'M1', '', '2026-02-30..2026-03-01', '2026-03-01..2026-02-01', '2026-03-01'])(
    '"%s" is none',
    (text) => {
      expect(parsePeriod(2026, text)).toBeNull();
    },
  );
});
