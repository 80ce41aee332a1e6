import { describe, expect, it } from 'vitest';
import type { Scope } from '#domain/indicators/indicator.ts';
import { responseByUnit } from '#domain/indicators/methods.ts';
import { deviationsIn, levelFaults } from '#domain/indicators/region.ts';
import { response } from '#domain/indicators/response.ts';
import { answeredIn, day, facts, S, V, YEAR } from './facts.ts';

const narrowed = (more: Partial<Scope>): Scope => ({ ...YEAR, ...more });
const TABLES = narrowed({ category: '3319' });
const asked = (id: string, more: Parameters<typeof facts>[1] = {}) =>
  facts(id, { cpv: '33192230', asked: day('2025-03-01'), ...more });

describe('the answer rate and the days to an answer, within what was asked about (indicator 10)', () => {
  const all = [
    asked('A', { responses: [answeredIn('S1', 2), answeredIn('V1', 8), answeredIn('V2', null)] }),
    asked('B', { responses: [answeredIn('S1', 4), answeredIn('V1', null, false)] }),
    asked('C', { cpv: '39100000', responses: [answeredIn('S2', 30)] }),
    asked('D', { cpv: undefined as never, responses: [answeredIn('S3', 40)] }),
    asked('E', { asked: day('2024-12-31'), responses: [answeredIn('S1', 50)] }),
    asked('F', { asked: day('2025-12-31'), responses: [answeredIn('V3', 6)] }),
  ];
  const of = (scope: Scope) => {
    const [rate, days] = response(all, scope);
    return { rate, days };
  };
  it.each<[string, Scope, number, number, number]>([
    ['of the year', YEAR, 6, 7, 7],
    ['of one category', TABLES, 4, 5, 5],
    ['of one region', narrowed({ region: V }), 2, 3, 7],
    ['of both', narrowed({ region: S, category: '3319' }), 2, 2, 3],
  ])('%s', (_, scope, answered, due, median) => {
    const { rate, days } = of(scope);
    expect(rate).toMatchObject({ id: 'answer-rate', unit: 'share', numerator: answered, denominator: due });
    expect(days).toMatchObject({ id: 'days-to-answer', unit: 'days', value: median });
  });

  it('names behind each figure what was counted, and what is not due yet', () => {
    const { rate } = of(TABLES);
    expect(rate?.behind).toEqual({ counted: ['A', 'B', 'F'], of: ['A', 'B', 'F'] });
    expect(rate?.excluded).toEqual([{ reason: 'not-due', items: ['B'] }]);
  });

  it('is by unit the same, in the order of regions and units', () => {
    expect(responseByUnit(all, TABLES).map(({ unit, answered, due }) => [unit, answered, due])).toEqual([
      ['sormland/S1', 2, 2],
      ['vastmanland/V1', 1, 1],
      ['vastmanland/V2', 0, 1],
      ['vastmanland/V3', 1, 1],
    ]);
    expect(responseByUnit(all, narrowed({ region: S })).map(({ unit }) => unit)).toEqual([
      'sormland/S1',
      'sormland/S2',
      'sormland/S3',
    ]);
    expect(responseByUnit(all, TABLES)[0]).toMatchObject({ region: S, medianDays: 3 });
    expect(responseByUnit(all, TABLES)[2]).toMatchObject({ region: V, medianDays: null });
  });
});

describe('deviations and wrong levels, within what is asked for', () => {
  const deviation = (on: string, ...regions: (typeof S)[]) => ({ on: day(on), regions }) as never;
  const all = [
    asked('A', { deviations: [deviation('2025-05-01', V), deviation('2024-05-01', S)] }),
    asked('B', { cpv: '39100000', deviations: [deviation('2025-06-01', S)] }),
    asked('C'),
  ];
  it.each<[string, Scope, string[]]>([
    ['of the year', YEAR, ['A', 'B']],
    ['of one category', TABLES, ['A']],
    ['of one region', narrowed({ region: S }), ['B']],
    ['of both', narrowed({ region: S, category: '3319' }), []],
  ])('deviations %s', (_, scope, items) => {
    expect(deviationsIn(all, scope).map(({ facts: { item } }) => item)).toEqual(items);
  });

  const levels = (missing: (typeof S)[], regularised: (typeof S)[] = []) =>
    ({ levels: { missing, regularised } }) as never;
  const faulty = [
    asked('M', { ...(levels([S]) as object), advertised: day('2024-02-01') }),
    asked('N', { ...(levels([V]) as object), advertised: day('2025-12-31') }),
    asked('O', { ...(levels([V]) as object), advertised: day('2026-01-01') }),
    asked('P', { ...(levels([], [S]) as object), advertised: day('2025-04-01') }),
    asked('Q', { ...(levels([], [V]) as object), advertised: day('2024-04-01') }),
    asked('R', { cpv: '39100000', ...(levels([S], [S]) as object), advertised: day('2025-04-01') }),
    asked('T', { ...(levels([S]) as object) }),
    asked('U', { advertised: day('2025-04-01') }),
  ];
  it.each<[string, Scope, string[], string[]]>([
    ['of the year', YEAR, ['M', 'N', 'R', 'T'], ['P', 'R']],
    ['of one category', TABLES, ['M', 'N', 'T'], ['P']],
    ['of one region', narrowed({ region: V }), ['N'], []],
    ['of both', narrowed({ region: S, category: '39' }), ['R'], ['R']],
  ])('decisions that are missing, and that came late, %s', (_, scope, missing, late) => {
    const found = levelFaults(faulty, scope);
    expect(found.missing.map(({ item }) => item)).toEqual(missing);
    expect(found.regularised.map(({ item }) => item)).toEqual(late);
  });
});
