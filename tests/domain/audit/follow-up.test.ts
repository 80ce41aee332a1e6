import { describe, expect, it } from 'vitest';
import { FINDINGS, type Finding } from '#domain/audit/findings.ts';
import { type FollowUp, isEvidenced } from '#domain/audit/follow-up.ts';
import { obstaclesIn, responseByUnit, savingsByMethod } from '#domain/indicators/methods.ts';
import { deviationsIn, levelFaults } from '#domain/indicators/region.ts';
import { exampleReport, NAMED_EXAMPLE } from '#support/report.ts';
import { alone, answeredIn, day, facts, S, saving, signed, V, YEAR } from '../indicators/facts.ts';

const found = (report: ReturnType<typeof exampleReport>, finding: Finding): FollowUp => {
  const one = report.followUps.find((candidate) => candidate.finding === finding);
  if (!one) throw new Error(`no ${finding}`);
  return one;
};

describe('the register of the audit', () => {
  const report = exampleReport('tertial');
  it('has every finding once, with the measures that somebody decided', () => {
    expect(report.followUps.map(({ finding }) => finding)).toEqual([...FINDINGS]);
    expect(found(report, 'reasons-documented').measures).toMatchObject([
      { owner: 'Inköpsrådet', due: '2025-12-01', reference: null, example: false },
    ]);
    expect(found(report, 'responsibility').measures).toEqual([]);
  });

  it('draws its evidence from what is counted, decided and on record', () => {
    const { evidence } = found(report, 'reasons-documented');
    expect(evidence.map((one) => (one.kind === 'figure' ? [one.figure.id, one.figure.value] : one))).toEqual([
      ['control-point', 0.8],
      ['control-point-reasoned', 0.75],
      { kind: 'count', what: 'deviations', items: ['D'] },
    ]);
    expect(found(report, 'savings-model').evidence).toContainEqual({
      kind: 'count',
      what: 'validated',
      items: ['A'],
    });
  });

  it('says that there is no evidence where nothing is counted and no row is really decided', () => {
    const empty = exampleReport('tertial', null, []);
    for (const one of empty.followUps) expect([one.finding, isEvidenced(one)]).toEqual([one.finding, false]);
    const rows = found(empty, 'deviation-handling').evidence.find((one) => one.kind === 'rows');
    // The world's ladder is an example: it proves nothing.
    expect(rows).toMatchObject({ list: 'ladder', decided: 0, examples: 4 });
  });

  it('a decision that is missing is no evidence that anything was done about it', () => {
    const levels = found(report, 'decision-levels');
    expect(levels.evidence).toContainEqual({ kind: 'count', what: 'level-missing', items: ['T'] });
    expect(isEvidenced({ ...levels, evidence: levels.evidence.filter(({ kind }) => kind === 'count') })).toBe(
      false,
    );
  });

  it('a figure that measures the fault, or is 0, is none either; one above 0, or a time, is', () => {
    const { finding, measures, evidence } = found(report, 'reasons-documented');
    const only = (id: string, value: number, unit: 'share' | 'days' = 'share') => {
      const [shown] = evidence.flatMap((one) => (one.kind === 'figure' ? [one.figure] : []));
      if (!shown) throw new Error('no figure');
      const figure = { ...shown, id: id as typeof shown.id, value, unit };
      return isEvidenced({ finding, measures, evidence: [{ kind: 'figure', figure }] });
    };
    expect(only('control-point', 0.75)).toBe(false);
    expect(only('control-point-reasoned', 0)).toBe(false);
    expect(only('control-point-reasoned', 0.1)).toBe(true);
    expect(only('ladder-council', 0, 'days')).toBe(true);
  });

  it("counts as validated only what is the region's own", () => {
    const own = (region: typeof S) =>
      found(
        exampleReport('tertial', region, [
          facts('Z', { ...signed('2025-02-01', alone(1)), validated: true }),
        ]),
        'savings-model',
      ).evidence.filter(({ kind }) => kind === 'count');
    expect(own(S)).toEqual([{ kind: 'count', what: 'validated', items: ['Z'] }]);
    expect(own(V)).toEqual([{ kind: 'count', what: 'validated', items: [] }]);
  });
});

describe("a region's own", () => {
  it('deviations are those that belong to it, decided in the period', () => {
    const ids = (region: typeof S | null, from = '2025-01-01') =>
      deviationsIn(NAMED_EXAMPLE, {
        ...YEAR,
        region,
        period: { from: day(from), to: day('2025-12-31') },
      }).map((one) => one.facts.item);
    expect([ids(null), ids(S), ids(V), ids(S, '2025-05-06')]).toEqual([['D'], ['D'], [], []]);
  });

  it('missing decisions to initiate stay until they are on file; late ones count in the period of the advertising', () => {
    const late = facts('L', {
      advertised: day('2025-06-01'),
      levels: { missing: [], regularised: [V] },
    });
    const old = facts('O', { advertised: day('2019-06-01'), levels: { missing: [S], regularised: [] } });
    const to = (region: typeof S | null, year = 2025) =>
      levelFaults([late, old], {
        ...YEAR,
        region,
        period: { from: day(`${year}-01-01`), to: day(`${year}-12-31`) },
      });
    const ids = ({ missing, regularised }: ReturnType<typeof to>) => [
      missing.map(({ item }) => item),
      regularised.map(({ item }) => item),
    ];
    expect(ids(to(null))).toEqual([['O'], ['L']]);
    expect(ids(to(S))).toEqual([['O'], []]);
    expect(ids(to(V))).toEqual([[], ['L']]);
    expect(ids(to(null, 2018))).toEqual([[], []]);
    expect(ids(to(null, 2024))).toEqual([['O'], []]);
  });
});

describe('what stands behind the savings and the answers', () => {
  it('sums each method for itself, for the days in force', () => {
    const half = facts('X', {
      ...signed('2024-01-01', alone(1), { from: '2024-01-01', to: '2025-06-30' }),
      ...saving(365_000, 0, 730_000),
    });
    expect(savingsByMethod([half, ...NAMED_EXAMPLE], YEAR)).toEqual([
      {
        method: 'basket',
        items: ['X', 'A', 'G'],
        sum: { low: 250_000, base: 500_000 + 181_000, high: 750_000 + 362_000 },
      },
    ]);
    expect(savingsByMethod([], YEAR)).toEqual([]);
  });

  it('counts each reason for each method, of what was contracted in the period', () => {
    expect(obstaclesIn(NAMED_EXAMPLE, YEAR)).toEqual([
      { method: 'basket', obstacle: 'data-missing', items: ['B'] },
      { method: 'negotiation', obstacle: 'negotiation-not-permitted', items: ['B'] },
      { method: 'market-price', obstacle: 'fewer-than-3-bids', items: ['B'] },
    ]);
  });

  it('counts the answers of each unit; one that is not due yet is not late', () => {
    const more = facts('Y', { asked: day('2025-05-01'), responses: [answeredIn('S1', null, false)] });
    expect(responseByUnit([...NAMED_EXAMPLE, more], YEAR)).toEqual([
      {
        unit: 'sormland/S1',
        region: S,
        answered: 2,
        due: 2,
        medianDays: 3,
        behind: { counted: ['A', 'B'], of: ['A', 'B'] },
      },
      {
        unit: 'vastmanland/V1',
        region: V,
        answered: 1,
        due: 2,
        medianDays: 6,
        behind: { counted: ['A'], of: ['A', 'B'] },
      },
    ]);
    expect(responseByUnit(NAMED_EXAMPLE, { ...YEAR, region: V })).toHaveLength(1);
    expect(responseByUnit(NAMED_EXAMPLE, { ...YEAR, category: '39' })).toEqual([]);
  });
});
