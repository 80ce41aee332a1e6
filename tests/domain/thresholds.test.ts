import { describe, expect, it } from 'vitest';
import { checkGovernance } from '#domain/authority/check.ts';
import { type Governance, governanceOn, rowsOf, type ThresholdRow } from '#domain/authority/governance.ts';
import { stakesOf } from '#domain/coordination/stakes.ts';
import { isAsked } from '#domain/coordination/state.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import {
  isFramework,
  type LikeItem,
  legalWarnings,
  standstillDays,
  thresholdFor,
} from '#domain/plan/thresholds.ts';
import { backPlan } from '#domain/plan/timeline.ts';
import { itemId } from '#domain/shared/ids.ts';
import { asked, type Step, told } from '#support/given.ts';
import { advances, LIFE, until } from '#support/stages.ts';
import { at, beds, date, governance, SORMLAND } from '#support/world.ts';

const TODAY = date('2026-11-24');
const law = { validFrom: date('2017-01-01'), status: 'decided' } as const;
const DIRECT: ThresholdRow = {
  ...law,
  id: 'direct',
  threshold: 'direct-award',
  value: 700_000,
  source: 'LOU 19 a kap. 2 §',
};
/** Health and social services, and the supply of nursing personnel. */
const ANNEX_2: ThresholdRow = {
  ...DIRECT,
  id: 'annex-2',
  value: 8_109_450,
  source: 'LOU bilaga 2',
  cpv: ['85', '79624'],
  verifyFrom: date('2026-01-01'),
};
const FRAMEWORK: ThresholdRow = {
  ...law,
  id: 'framework',
  threshold: 'framework-years',
  value: 4,
  source: 'LOU 7 kap. 2 §',
};
const standstill = (threshold: ThresholdRow['threshold'], value: number): ThresholdRow => ({
  ...law,
  id: threshold,
  threshold,
  value,
  source: 'LOU 20 kap. 1 §',
});
const STANDSTILL = [standstill('standstill-electronically', 10), standstill('standstill-otherwise', 15)];
const withRows = (...thresholds: ThresholdRow[]): Governance => ({ ...governance, thresholds });
const rules = withRows(DIRECT, ANNEX_2, FRAMEWORK, ...STANDSTILL);

const { value: _, ...unvalued } = beds;
const item = (facts: Partial<ItemFacts>): ItemFacts => ({ ...unvalued, ...facts });
const said = (facts: Partial<ItemFacts>, all = rules, like: readonly LikeItem[] = []) =>
  legalWarnings(item(facts), all, TODAY, { like }).map(({ warning }) => warning);

describe('direct awards below the threshold (LOU 19 a:2), options counted and VAT not (5:3)', () => {
  it.each<[string, Partial<ItemFacts>, readonly string[]]>([
    ['below with its options', { value: 500_000, valueWithOptions: 699_999 }, ['below-direct-award']],
    ['below, and nobody knows with options', { value: 500_000 }, ['below-without-options']],
    ['at the threshold it is none', { value: 700_000 }, []],
    ['options take it over', { value: 500_000, valueWithOptions: 700_000 }, ['options-pass-limit']],
    ['a direct award below is as it should be', { value: 500_000, procedure: 'Direktupphandling' }, []],
    [
      'a direct award at it is not',
      { value: 700_000, procedure: 'Direktupphandling' },
      ['over-direct-award'],
    ],
    [
      'nor one whose options take it there',
      { value: 500_000, valueWithOptions: 900_000, procedure: 'Direktupphandling' },
      ['options-pass-limit'],
    ],
    [
      'only the value with options is known',
      { valueWithOptions: 900_000, procedure: 'Direktupphandling' },
      ['over-direct-award'],
    ],
    ['a call-off rests on a procurement of its own', { value: 100_000, procedure: 'Avrop' }, []],
    ['without a value nothing is said', {}, []],
  ])('%s', (_name, facts, expected) => {
    expect(said(facts)).toEqual(expected);
  });

  it('says by which row, what the law says where, and with which amounts', () => {
    expect(legalWarnings(item({ value: 500_000, valueWithOptions: 900_000 }), rules, TODAY)).toEqual([
      {
        warning: 'options-pass-limit',
        row: 'direct',
        source: 'LOU 19 a kap. 2 §',
        value: 500_000,
        withOptions: 900_000,
        limit: 700_000,
      },
    ]);
  });

  it('services of annex 2 have their own, by the most exact CPV prefix, and say that it is to be checked', () => {
    expect(thresholdFor(rules, 'direct-award', '85111000')?.id).toBe('annex-2');
    expect(thresholdFor(rules, 'direct-award', '79624000')?.id).toBe('annex-2');
    expect(thresholdFor(rules, 'direct-award', '79620000')?.id).toBe('direct');
    const exact = { ...ANNEX_2, id: 'exact', cpv: ['8511'] };
    expect(thresholdFor(withRows(DIRECT, ANNEX_2, exact), 'direct-award', '85111000')?.id).toBe('exact');
    expect(thresholdFor(withRows(DIRECT, exact, ANNEX_2), 'direct-award', '85200000')?.id).toBe('annex-2');
    const [warning] = legalWarnings(item({ cpv: '85111000', value: 8_000_000 }), rules, TODAY);
    expect(warning).toMatchObject({ limit: 8_109_450, verifyFrom: '2026-01-01' });
    const before = legalWarnings(item({ cpv: '85111000', value: 8_000_000 }), rules, date('2025-12-31'));
    expect(before[0]).not.toHaveProperty('verifyFrom');
  });

  it('without a CPV code only what holds for every kind is said', () => {
    const bare = { cpv: undefined } as unknown as Partial<ItemFacts>;
    expect(said({ ...bare, value: 500_000 })).toEqual(['below-without-options']);
    expect(said({ ...bare, value: 900_000, procedure: 'Direktupphandling' })).toEqual([]);
    expect(said({ ...bare, value: 500_000, valueWithOptions: 900_000 })).toEqual([]);
    expect(said({ ...bare, value: 900_000, procedure: 'Direktupphandling' }, withRows(DIRECT))).toEqual([
      'over-direct-award',
    ]);
  });
});

describe('no splitting (LOU 5:6–7 a)', () => {
  const like = (id: string, facts: Partial<LikeItem> = {}): LikeItem => ({
    id: itemId(id),
    origin: 'direct-award',
    cpv: '33192100',
    value: 400_000,
    ...facts,
  });
  const own = { cpv: '33192230', value: 400_000, procedure: 'Direktupphandling' };

  it('several small ones of one region and kind that only together reach the threshold are worth a look', () => {
    expect(
      legalWarnings(item(own), rules, TODAY, { like: [like('A'), like('B', { value: 100_000 })] }),
    ).toEqual([
      {
        warning: 'may-be-split',
        row: 'direct',
        source: 'LOU 19 a kap. 2 §',
        others: ['A', 'B'],
        total: 900_000,
        limit: 700_000,
      },
    ]);
  });

  it.each<[string, readonly LikeItem[]]>([
    ['alone', []],
    ['itself is no other', [like(beds.id)]],
    ['together below', [like('A', { value: 299_999 })]],
    ['another class of goods', [like('A', { cpv: '33180000' })]],
    ['one without a code', [{ id: itemId('A'), origin: 'direct-award', value: 400_000 }]],
    ['one without a value', [{ id: itemId('A'), origin: 'direct-award', cpv: '33192100' }]],
    ['one that is large by itself is no part of a split', [like('A', { value: 700_000 })]],
    ['a call-off', [like('A', { origin: 'call-off' })]],
    ['an extension', [like('A', { origin: 'extension' })]],
  ])('nothing is said: %s', (_name, others) => {
    expect(said(own, rules, others)).toEqual([]);
  });

  it('exactly at the threshold it is reached', () => {
    expect(said(own, rules, [like('A', { value: 300_000 })])).toEqual(['may-be-split']);
  });

  it('one that is itself at it, without a code, or a call-off, is none', () => {
    const others = [like('A')];
    expect(said({ ...own, value: 700_000 }, rules, others)).toEqual(['over-direct-award']);
    expect(said({ ...own, cpv: undefined } as unknown as Partial<ItemFacts>, rules, others)).toEqual([]);
    expect(said({ ...own, procedure: 'Avrop' }, rules, others)).toEqual([]);
  });
});

describe('frameworks of at most four years (LOU 7:2)', () => {
  const term = (from: string, to: string) => ({ from: date(from), to: date(to) });
  const of = (agreementType: string | undefined, one: ReturnType<typeof term> | null, all = rules) =>
    legalWarnings(item(agreementType === undefined ? {} : { agreementType }), all, TODAY, { term: one });

  it('is warned about from the first day too many, options counted; special reasons are for people', () => {
    expect(of('Ramavtal', term('2027-01-01', '2030-12-31'))).toEqual([]);
    expect(of('Ramavtal', term('2027-01-01', '2031-01-01'))).toEqual([
      {
        warning: 'framework-too-long',
        row: 'framework',
        source: 'LOU 7 kap. 2 §',
        until: '2031-01-01',
        years: 4,
      },
    ]);
    expect(of('Framework agreement', term('2027-03-01', '2031-03-01'))).toHaveLength(1);
  });

  it('another contract may be longer; one that is not signed has no term', () => {
    expect(of('Kontrakt', term('2027-01-01', '2037-01-01'))).toEqual([]);
    expect(of(undefined, term('2027-01-01', '2037-01-01'))).toEqual([]);
    expect(of('Ramavtal', null)).toEqual([]);
    expect(isFramework({ agreementType: 'Nytt RAMAVTAL' })).toBe(true);
  });

  it('what is signed is beyond the choice of procedure', () => {
    const one = term('2027-01-01', '2027-12-31');
    expect(legalWarnings(item({ value: 500_000 }), rules, TODAY, { term: one })).toEqual([]);
  });
});

describe('the standstill is a dated row too (LOU 20:1)', () => {
  const longer = withRows(
    standstill('standstill-electronically', 20),
    standstill('standstill-otherwise', 25),
  );
  it('by how the bidders were told; without rows the law’s own days hold', () => {
    expect(standstillDays(longer, 'electronically')).toBe(20);
    expect(standstillDays(longer, 'otherwise')).toBe(25);
    expect(standstillDays(governance, 'electronically')).toBeUndefined();
  });

  it('plans and the weighing of a choice count with it', () => {
    const durations = (['round', 'preparing', 'advertising', 'evaluation', 'mobilisation'] as const).map(
      (step) => ({ ...law, id: step, step, days: 1, unit: 'calendar' as const }),
    );
    const notice = (all: Governance) =>
      backPlan(
        item({ start: date('2028-01-01') }),
        { ...all, durations },
        [{ region: SORMLAND }],
        TODAY,
      ).steps.find(({ step }) => step === 'award-notice')?.by;
    expect([notice(rules), notice(longer)]).toEqual(['2027-12-20', '2027-12-10']);
    if (!isAsked(asked.state)) throw new Error('not asked');
    const start = (all: Governance) =>
      stakesOf(asked.state as never, { ...all, durations }, TODAY).earliestStart;
    expect([start(rules), start(longer)]).toEqual(['2026-12-09', '2026-12-19']);
  });
});

describe('a stage’s standstill', () => {
  const longer = withRows(
    standstill('standstill-electronically', 20),
    standstill('standstill-otherwise', 25),
  );
  /** Whatever the command says of days. */
  const notice = (sent: 'electronically' | 'otherwise'): Step => {
    const [step] = LIFE.filter(
      ({ command }) => command.do === 'advance' && command.stage.to === 'standstill',
    );
    if (step?.command.do !== 'advance') throw new Error('no standstill');
    const stage = { to: 'standstill', date: date('2027-03-03'), sent, days: 99 } as const;
    return { ...step, command: { ...step.command, stage } };
  };
  const last = (all: Governance, sent: 'electronically' | 'otherwise') => {
    const { state } = told(all, until('awarded'), notice(sent));
    return 'standstill' in state ? [state.standstill.until, state.standstill.days] : null;
  };

  it('has the row’s days, kept in the record; without a row the law’s own, and never the officer’s', () => {
    expect(last(governance, 'electronically')).toEqual(['2027-03-15', undefined]);
    expect(last(governance, 'otherwise')).toEqual(['2027-03-18', undefined]);
    expect(last(longer, 'electronically')).toEqual(['2027-03-23', 20]);
    expect(last(longer, 'otherwise')).toEqual(['2027-03-30', 25]);
  });

  it('and again after an appeal in which the award stands', () => {
    const appealed = told(
      longer,
      until('awarded'),
      notice('electronically'),
      advances(
        { to: 'appealed', date: date('2027-03-10'), court: 'Förvaltningsrätten' },
        { when: at('2027-03-10 09:00') },
      ),
    );
    const settle = advances({ to: 'appeal-settled', date: date('2027-04-12'), outcome: 'award-stands' });
    const at27 = { ...settle, at: at('2027-04-13 09:00') };
    const { state } = told(longer, appealed, at27);
    expect('standstill' in state && state.standstill.until).toBe('2027-05-03');
    const usual = told(governance, appealed, at27).state;
    expect('standstill' in usual && usual.standstill.until).toBe('2027-04-22');
  });
});

describe('an empty list refuses to guess', () => {
  it('no warning claims a threshold that no row gives', () => {
    const facts = {
      value: 1,
      valueWithOptions: 900_000,
      procedure: 'Direktupphandling',
      agreementType: 'Ramavtal',
    };
    expect(said(facts, governance)).toEqual([]);
    const other: LikeItem = { id: itemId('A'), origin: 'direct-award', cpv: '33192100', value: 600_000 };
    expect(said({ cpv: '33192230', value: 400_000 }, governance, [other])).toEqual([]);
    const term = { from: date('2027-01-01'), to: date('2037-01-01') };
    expect(legalWarnings(item(facts), governance, TODAY, { term })).toEqual([]);
  });

  it('only decided rows of the day say anything', () => {
    const dated = withRows({ ...DIRECT, status: 'proposed' }, { ...FRAMEWORK, validTo: date('2026-11-23') });
    expect(governanceOn(dated, TODAY).thresholds).toEqual([]);
    expect(rowsOf(rules)).toContain(DIRECT);
  });
});

describe('governance check', () => {
  const of = (all: Governance, code: string) =>
    checkGovernance(all, { today: TODAY }).filter((one) => one.code === code);

  it('says which thresholds are missing, and on which days', () => {
    expect(of(governance, 'threshold-missing').map(({ threshold }) => threshold)).toEqual([
      'direct-award',
      'framework-years',
      'standstill-electronically',
      'standstill-otherwise',
    ]);
    expect(of(rules, 'threshold-missing')).toEqual([]);
    const ends = withRows(
      { ...DIRECT, validTo: date('2026-12-31') },
      { ...DIRECT, id: 'next', validFrom: date('2027-02-01') },
      ANNEX_2,
      FRAMEWORK,
      ...STANDSTILL,
    );
    expect(of(ends, 'threshold-missing')).toMatchObject([
      { threshold: 'direct-award', span: { from: '2027-01-01', to: '2027-01-31' }, severity: 'remark' },
    ]);
    // The annex alone says nothing of all the rest.
    expect(of(withRows(ANNEX_2, FRAMEWORK, ...STANDSTILL), 'threshold-missing')).toHaveLength(1);
  });

  it('two rows for the same on one day are a fault, also for one CPV prefix', () => {
    expect(of(withRows(DIRECT, { ...DIRECT, id: 'again' }), 'two-in-force')).toMatchObject([
      { rows: ['direct', 'again'] },
    ]);
    const nursing = { ...ANNEX_2, id: 'nursing', cpv: ['79624'] };
    expect(of(withRows(ANNEX_2, nursing), 'two-in-force')).toMatchObject([{ rows: ['annex-2', 'nursing'] }]);
    expect(of(rules, 'two-in-force')).toEqual([]);
  });

  it('an amount that is to be checked anew is said to be, once the day has come', () => {
    expect(of(rules, 'threshold-to-verify')).toMatchObject([
      { rows: ['annex-2'], threshold: 'direct-award', date: '2026-01-01', severity: 'remark' },
    ]);
    const later = withRows({ ...ANNEX_2, verifyFrom: date('2028-01-01') });
    expect(of(later, 'threshold-to-verify')).toEqual([]);
    expect(of(withRows({ ...ANNEX_2, validTo: date('2026-01-31') }), 'threshold-to-verify')).toEqual([]);
    expect(of(withRows({ ...ANNEX_2, status: 'draft' }), 'threshold-to-verify')).toEqual([]);
  });
});
