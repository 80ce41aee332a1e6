import { describe, expect, it } from 'vitest';
import type { Finding } from '#domain/audit/findings.ts';
import { type Evidence, type FollowUp, followUps, isEvidenced } from '#domain/audit/follow-up.ts';
import type { FollowUpRow, Governance, MandateRow } from '#domain/authority/governance.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { governance } from '#support/world.ts';
import { alone, day, facts, S, signed, V, YEAR } from '../indicators/facts.ts';

const TODAY = day('2026-11-24');
const row = { validFrom: day('2020-01-01'), status: 'decided' } as const;
const rung = (id: string, more: object = {}) => ({
  ...row,
  id,
  level: 'dialogue' as const,
  workingDays: 5,
  remindWorkingDaysBefore: 1,
  ...more,
});
const measure = (id: string, finding: Finding, more: Partial<FollowUpRow> = {}): FollowUpRow => ({
  ...row,
  id,
  finding,
  measure: { sv: 'Åtgärd', en: 'Measure' },
  owner: 'Inköp',
  due: day('2027-06-30'),
  ...more,
});
const figure = (id: string, value: number | null, region: typeof S | null = null): Indicator =>
  ({ id, value, scope: { ...YEAR, region } }) as unknown as Indicator;
const register = (
  all: Governance,
  given: {
    readonly facts?: Parameters<typeof followUps>[2];
    readonly figures?: readonly Indicator[];
    readonly region?: typeof S;
    readonly inForce?: Governance;
  } = {},
): readonly FollowUp[] =>
  followUps(all, given.inForce ?? all, given.facts ?? [], given.figures ?? [], {
    scope: { ...YEAR, region: given.region ?? null },
    today: TODAY,
  });
const of = (all: readonly FollowUp[], finding: Finding): FollowUp => {
  const found = all.find((one) => one.finding === finding);
  if (!found) throw new Error(finding);
  return found;
};
const rows = (one: FollowUp, list: string) =>
  one.evidence.find((each) => each.kind === 'rows' && each.list === list);

describe('the measures of a finding (domain section 6)', () => {
  it('are those that somebody decided for it, with owner, day and decision, and marked where they are examples', () => {
    const all: Governance = {
      ...governance,
      followUps: [
        measure('f1', 'responsibility', { reference: 'Inköpsnämnden § 2' }),
        measure('f2', 'responsibility', { example: true, owner: 'Inköpsrådet' }),
        measure('f3', 'savings-model'),
      ],
    };
    expect(of(register(all), 'responsibility').measures).toEqual([
      {
        id: 'f1',
        measure: { sv: 'Åtgärd', en: 'Measure' },
        owner: 'Inköp',
        due: '2027-06-30',
        reference: 'Inköpsnämnden § 2',
        example: false,
      },
      {
        id: 'f2',
        measure: { sv: 'Åtgärd', en: 'Measure' },
        owner: 'Inköpsrådet',
        due: '2027-06-30',
        reference: null,
        example: true,
      },
    ]);
    expect(of(register(all), 'savings-model').measures.map(({ id }) => id)).toEqual(['f3']);
    expect(of(register(all), 'duty-to-coordinate').measures).toEqual([]);
    // Only rows in force say what is done.
    expect(of(register(all, { inForce: governance }), 'responsibility').measures).toEqual([]);
  });
});

describe('what the system itself shows for a finding', () => {
  it('rows in force on the day: decided for real, examples, and what nobody has decided yet', () => {
    const all: Governance = {
      ...governance,
      ladder: [
        rung('real'),
        rung('example', { example: true }),
        rung('draft', { status: 'draft' }),
        rung('proposed', { status: 'proposed' }),
        rung('begins today', { validFrom: TODAY }),
        rung('begins tomorrow', { validFrom: day('2026-11-25') }),
        rung('ends today', { validTo: TODAY }),
        rung('ended yesterday', { validTo: day('2026-11-23') }),
      ],
      attendance: [],
    };
    const found = of(register(all), 'deviation-handling');
    expect(rows(found, 'ladder')).toEqual({
      kind: 'rows',
      list: 'ladder',
      decided: 3,
      examples: 1,
      undecided: 2,
    });
    expect(rows(found, 'attendance')).toMatchObject({ decided: 0, examples: 0, undecided: 0 });
  });

  it('of the delegation orders only what speaks of beginning', () => {
    const mandate = (id: string, kinds: MandateRow['kinds']): MandateRow => ({
      ...row,
      id,
      kinds,
      actsFor: [S],
      holder: { kind: 'body', body: 'x' as never },
    });
    const all = { ...governance, mandates: [mandate('a', ['initiate', 'award']), mandate('b', ['award'])] };
    const found = of(register(all), 'decision-levels');
    expect(rows(found, 'initiate')).toMatchObject({ decided: 1 });
    expect(rows(of(register(all), 'responsibility'), 'initiate')).toBeUndefined();
  });

  it('figures that speak of it, of the region that is asked about', () => {
    const figures = [
      figure('answer-rate', 0.5, S),
      figure('answer-rate', 0.7),
      figure('coverage', 0.4),
      figure('share-coordinated', null),
    ];
    const shown = (region?: typeof S) =>
      of(register(governance, { figures, ...(region ? { region } : {}) }), 'duty-to-coordinate').evidence.map(
        (one) => one.kind === 'figure' && [one.figure.id, one.figure.value],
      );
    expect(shown()).toEqual([
      ['answer-rate', 0.7],
      ['share-coordinated', null],
    ]);
    expect(shown(S)).toEqual([['answer-rate', 0.5]]);
  });

  it('counts of cases: deviations, what finance signed, decisions missing and late', () => {
    const deviated = facts('D', { deviations: [{ regions: [V], on: day('2025-05-05'), reasoned: true }] });
    const validated = facts('A', { ...signed('2025-03-01', alone(1)), validated: true });
    const unsigned = facts('B', signed('2025-03-01', alone(1)));
    const early = facts('C', { ...signed('2024-03-01', alone(1)), validated: true });
    const uncontracted = facts('E', { validated: true });
    const missing = facts('M', {
      advertised: day('2025-06-01'),
      levels: { missing: [S], regularised: [] },
    });
    const late = facts('L', { advertised: day('2025-06-01'), levels: { missing: [], regularised: [S] } });
    const all = register(governance, {
      facts: [deviated, validated, unsigned, early, uncontracted, missing, late],
    });
    const counts = (finding: Finding) =>
      of(all, finding).evidence.flatMap((one) => (one.kind === 'count' ? [[one.what, one.items]] : []));
    expect(counts('deviation-handling')).toEqual([['deviations', ['D']]]);
    expect(counts('reasons-documented')).toEqual([['deviations', ['D']]]);
    expect(counts('savings-model')).toEqual([['validated', ['A']]]);
    expect(counts('decision-levels')).toEqual([
      ['level-missing', ['M']],
      ['level-regularised', ['L']],
    ]);
    expect(counts('responsibility')).toEqual([]);
    expect(counts('duty-to-coordinate')).toEqual([]);
  });
});

describe('whether anything stands behind a finding', () => {
  const with_ = (...evidence: readonly Evidence[]): FollowUp => ({
    finding: 'decision-levels',
    measures: [],
    evidence,
  });
  const list = (decided: number): Evidence => ({
    kind: 'rows',
    list: 'ladder',
    decided,
    examples: 9,
    undecided: 9,
  });
  const count = (what: 'deviations' | 'level-missing', ...items: readonly string[]): Evidence => ({
    kind: 'count',
    what,
    items: items as never,
  });

  it.each<[string, boolean, FollowUp]>([
    ['nothing', false, with_()],
    ['a figure with a value', true, with_({ kind: 'figure', figure: figure('coverage', 0.5) })],
    ['a share of 0', false, with_({ kind: 'figure', figure: figure('coverage', 0) })],
    [
      'a figure that cannot be calculated',
      false,
      with_({ kind: 'figure', figure: figure('coverage', null) }),
    ],
    ['a row that is decided', true, with_(list(1))],
    ['examples and drafts alone', false, with_(list(0))],
    ['a case', true, with_(count('deviations', 'D'))],
    ['no case', false, with_(count('deviations'))],
    ['a decision that is missing', false, with_(count('level-missing', 'M'))],
    ['one of several', true, with_(list(0), count('deviations'), count('deviations', 'D'))],
  ])('%s', (_name, expected, one) => {
    expect(isEvidenced(one)).toBe(expected);
  });
});
