import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGovernance } from '#domain/authority/check.ts';
import type { Checking, Finding, FindingCode, ValueRange } from '#domain/authority/checking/finding.ts';
import { gaps } from '#domain/authority/checking/mandates.ts';
import { acrossSpans, ahead, boundSpans, joined } from '#domain/authority/checking/spans.ts';
import { cellsOf, merged } from '#domain/authority/checking/values.ts';
import { type Governance, governanceOn, type MandateRow } from '#domain/authority/governance.ts';
import { isGap, ruleFor, seatRows } from '#domain/authority/mandates.ts';
import { addDays } from '#domain/shared/calendar.ts';
import { bodyId, regionId } from '#domain/shared/ids.ts';
import { seeded } from '#support/runs.ts';
import {
  date,
  governance,
  NAMNDEN,
  SORMLAND,
  STYRELSE_S,
  sDecider,
  sMember,
  VASTMANLAND,
  vDecider,
  withSwitch,
} from '#support/world.ts';

const TODAY = date('2026-11-24');
const always = { validFrom: date('2020-01-01'), status: 'decided' } as const;
const KINDS = ['coordinate', 'deviate', 'postpone'] as const;
const board = { kind: 'body', body: NAMNDEN } as const;
const delegate = { kind: 'delegate', person: sDecider.id, body: NAMNDEN } as const;
const mandate = (id: string, row: Partial<MandateRow> = {}): MandateRow => ({
  ...always,
  id,
  kinds: KINDS,
  actsFor: [SORMLAND, VASTMANLAND],
  holder: board,
  unknownValue: true,
  ...row,
});
const withRows = (...mandates: MandateRow[]): Governance => ({ ...governance, mandates });
const check = (all: Governance, checking: Partial<Checking> = {}) =>
  checkGovernance(all, { today: TODAY, ...checking });
const of = (all: Governance, code: FindingCode, checking: Partial<Checking> = {}) =>
  check(all, checking).filter((one) => one.code === code);
const SINCE_TODAY = { from: TODAY, to: null };

describe('a governance that says everything has no fault', () => {
  it('the board for every value, both regions, every kind that the ladder needs', () => {
    const found = check(withRows(mandate('all')));
    expect(new Set(found.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
      new Set(['remark kind-unspoken', 'remark threshold-missing']),
    );
    expect(found[0]?.kinds).toEqual([
      'initiate',
      'award',
      'contract',
      'extend',
      'cancel',
      'modify',
      'join-external',
    ]);
  });

  it('faults come before remarks', () => {
    const severities = check({ ...withRows(), ladder: [] }).map(({ severity }) => severity);
    expect(severities).toEqual([...severities].sort());
    expect(new Set(severities)).toEqual(new Set(['fault', 'remark']));
  });
});

describe('a gap is explained by region, kinds, values and days', () => {
  it('an empty table is a gap for every region and kind that the ladder needs, whatever the value', () => {
    expect(of(withRows(), 'gap')).toEqual([
      { code: 'gap', severity: 'fault', rows: [], regions: [SORMLAND], kinds: KINDS, span: SINCE_TODAY },
      { code: 'gap', severity: 'fault', rows: [], regions: [VASTMANLAND], kinds: KINDS, span: SINCE_TODAY },
    ]);
    expect(of(withRows(), 'gap-unknown-value')).toEqual([]);
  });

  it('between two rows, below the first and above the last', () => {
    const rows = withRows(
      mandate('low', { actsFor: [SORMLAND], from: 10, below: 50 }),
      mandate('high', { actsFor: [SORMLAND], from: 100, below: 300 }),
      mandate('other', { actsFor: [VASTMANLAND] }),
    );
    expect(of(rows, 'gap').map(({ regions, total }) => [regions, total])).toEqual([
      [[SORMLAND], { from: 0, below: 10 }],
      [[SORMLAND], { from: 50, below: 100 }],
      [[SORMLAND], { from: 300, below: null }],
    ]);
  });

  it('only for the days on which it is one, as one span although other rows change in between', () => {
    const rows = withRows(
      mandate('till-may', { validTo: date('2027-05-31') }),
      mandate('from-july', { validFrom: date('2027-07-01') }),
      mandate('other-kind', { kinds: ['award'], validFrom: date('2027-06-15') }),
    );
    const spans = of(rows, 'gap').filter(({ kinds }) => kinds?.includes('coordinate'));
    expect(spans.map(({ regions, span }) => [regions, span])).toEqual([
      [[SORMLAND], { from: '2027-06-01', to: '2027-06-30' }],
      [[VASTMANLAND], { from: '2027-06-01', to: '2027-06-30' }],
    ]);
  });

  it('a row that is proposed, or over, fills nothing', () => {
    const rows = withRows(
      mandate('proposed', { status: 'proposed' }),
      mandate('over', { validTo: date('2026-11-23') }),
    );
    expect(of(rows, 'gap')).toHaveLength(2);
  });

  it("by the region's own part where rows go by that", () => {
    const rows = withRows(
      mandate('own', { basis: 'own', below: 100, actsFor: [SORMLAND] }),
      mandate('v', { actsFor: [VASTMANLAND] }),
    );
    const [gap, ...more] = of(rows, 'gap');
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ regions: [SORMLAND], own: { from: 100, below: null } });
    expect(gap).not.toHaveProperty('total');
  });

  it('an item without value is a remark of its own, where some value has a row', () => {
    const rows = withRows(mandate('valued', { unknownValue: false }));
    expect(of(rows, 'gap')).toEqual([]);
    expect(of(rows, 'gap-unknown-value').map(({ regions, kinds }) => [regions, kinds])).toEqual([
      [[SORMLAND], KINDS],
      [[VASTMANLAND], KINDS],
    ]);
  });

  it("shows what a switch leaves open: the successors' rows are missing from its day on", () => {
    const bare = { ...withSwitch('decided'), mandates: governance.mandates };
    expect(of(bare, 'gap').map(({ span }) => span)).toEqual([
      { from: '2027-01-01', to: null },
      { from: '2027-01-01', to: null },
    ]);
    expect(of(withSwitch('decided'), 'gap')).toEqual([]);
    expect(of(withSwitch('proposed'), 'gap')).toEqual([]);
  });
});

describe('an overlap says which row wins', () => {
  const upper = mandate('upper', { from: 0, below: 100 });
  const lower = mandate('lower', { from: 50, below: 200, holder: delegate });

  it('the upper one, for the values, regions and kinds that both fit', () => {
    expect(of(withRows(upper, lower), 'overlap')).toEqual([
      {
        code: 'overlap',
        severity: 'fault',
        rows: ['upper', 'lower'],
        regions: [SORMLAND, VASTMANLAND],
        kinds: KINDS,
        total: { from: 50, below: 100 },
        span: SINCE_TODAY,
      },
    ]);
    expect(of(withRows(lower, upper), 'overlap').map(({ rows }) => rows)).toEqual([['lower', 'upper']]);
  });

  it('is a remark where both give it to the same holder', () => {
    const twice = withRows(upper, { ...lower, holder: board });
    expect(of(twice, 'overlap')).toEqual([]);
    expect(of(twice, 'overlap-same-holder').map(({ rows, severity }) => [rows, severity])).toEqual([
      [['upper', 'lower'], 'remark'],
    ]);
  });

  it('is none where rows only touch, where one is of principle, or where the days differ', () => {
    const touching = withRows(mandate('a', { below: 100 }), mandate('b', { from: 100 }));
    const principle = withRows(mandate('a'), mandate('p', { principle: true, holder: delegate }));
    const days = withRows(
      mandate('a', { validTo: date('2026-12-31') }),
      mandate('b', { validFrom: date('2027-01-01'), holder: delegate }),
    );
    for (const rows of [touching, principle, days]) expect(of(rows, 'overlap')).toEqual([]);
  });

  it('members of the council compete among themselves, not with the seats', () => {
    const members = { kind: 'members', members: [sMember.id], body: NAMNDEN } as const;
    expect(of(withRows(mandate('m', { holder: members }), mandate('s')), 'overlap')).toEqual([]);
    expect(of(withRows(mandate('m', { holder: members }), mandate('s')), 'never-used')).toEqual([]);
    expect(
      of(withRows(mandate('chair', { urgent: true, holder: delegate }), mandate('s')), 'overlap'),
    ).toEqual([]);
    const two = withRows(
      mandate('m1', { holder: members }),
      mandate('m2', { holder: { ...members, members: [vDecider.id] } }),
      mandate('s'),
    );
    expect(of(two, 'overlap').map(({ rows }) => rows)).toEqual([['m1', 'm2']]);
  });

  it('a row that always loses is named, and so is one whose region is in force no more', () => {
    expect(of(withRows(mandate('all'), lower), 'never-used').map(({ rows }) => rows)).toEqual([['lower']]);
    expect(of(withRows(upper, lower), 'never-used')).toEqual([]);
    const late = { ...withRows(mandate('all'), mandate('gone', { actsFor: [regionId('uppsala')] })) };
    expect(of(late, 'never-used').map(({ rows }) => rows)).toEqual([['gone']]);
    expect(of(withRows(mandate('all'), mandate('p', { principle: true })), 'never-used')).toEqual([]);
    expect(
      of(
        withRows(mandate('valued', { unknownValue: false }), mandate('unvalued', { from: 0 })),
        'never-used',
      ),
    ).toEqual([]);
  });
});

describe('what a row is wrong in by itself', () => {
  const base = withRows(mandate('all'));
  it.each<[string, Governance, FindingCode, Partial<Finding>]>([
    [
      'an id that two rows have',
      withRows(mandate('all'), mandate('all', { kinds: ['award'] })),
      'id-twice',
      { rows: ['all'] },
    ],
    [
      'dates reversed',
      withRows(
        mandate('all'),
        mandate('back', { validFrom: date('2027-02-01'), validTo: date('2027-01-31') }),
      ),
      'dates-reversed',
      { rows: ['back'], span: { from: date('2027-02-01'), to: date('2027-01-31') } },
    ],
    [
      'an empty range',
      withRows(mandate('all'), mandate('none', { from: 5, below: 5 })),
      'range-empty',
      { rows: ['none'], total: { from: 5, below: 5 } },
    ],
    [
      'a range below nothing',
      withRows(mandate('all'), mandate('none', { below: 0 })),
      'range-empty',
      { rows: ['none'] },
    ],
    [
      'a reminder that comes before its level',
      {
        ...base,
        ladder: governance.ladder.map((row) =>
          row.level === 'council' ? { ...row, remindWorkingDaysBefore: 10 } : row,
        ),
      },
      'reminder-before-start',
      { rows: ['l-3'], level: 'council' },
    ],
    [
      'a level without a clock',
      { ...base, ladder: governance.ladder.slice(1) },
      'level-without-row',
      { level: 'dialogue', span: SINCE_TODAY },
    ],
    [
      'a region without attendance',
      { ...base, attendance: governance.attendance.slice(1) },
      'attendance-missing',
      { regions: [SORMLAND], span: SINCE_TODAY },
    ],
    [
      'a council that neither a clock nor an attendance ends',
      {
        ...base,
        ladder: governance.ladder.filter(({ level }) => level !== 'council'),
        attendance: governance.attendance.slice(1),
      },
      'council-without-end',
      { regions: [SORMLAND], span: SINCE_TODAY },
    ],
    ['no regions', { ...base, regions: [] }, 'no-regions', { span: SINCE_TODAY }],
    [
      'a region that there is not',
      withRows(mandate('all', { actsFor: [SORMLAND, VASTMANLAND, regionId('uppsala')] })),
      'unknown-region',
      { rows: ['all'], regions: [regionId('uppsala')] },
    ],
    [
      'a body that there is not',
      withRows(mandate('all', { holder: { kind: 'body', body: STYRELSE_S } })),
      'unknown-body',
      { rows: ['all'], body: STYRELSE_S },
    ],
    [
      'a body that is gone before its row',
      { ...base, bodies: governance.bodies.map((row) => ({ ...row, validTo: date('2027-03-31') })) },
      'body-not-in-force',
      { rows: ['all'], body: NAMNDEN, span: { from: date('2027-04-01'), to: null } },
    ],
  ])('%s', (_, all, code, facts) => {
    expect(of(all, code)).toEqual([expect.objectContaining(facts)]);
    expect(of(base, code)).toEqual([]);
  });

  it.each<[string, (more: object) => Governance]>([
    [
      'regions',
      (more) => ({
        ...base,
        regions: [...base.regions, { ...(base.regions[0] as Governance['regions'][0]), ...more }],
      }),
    ],
    [
      'bodies',
      (more) => ({
        ...base,
        bodies: [...base.bodies, { ...(base.bodies[0] as Governance['bodies'][0]), ...more }],
      }),
    ],
    [
      'levels',
      (more) => ({
        ...base,
        ladder: [...base.ladder, { ...(base.ladder[0] as Governance['ladder'][0]), ...more }],
      }),
    ],
    [
      'attendances',
      (more) => ({
        ...base,
        attendance: [...base.attendance, { ...(base.attendance[0] as Governance['attendance'][0]), ...more }],
      }),
    ],
    [
      'durations',
      (more) => {
        const row = { ...always, id: 'd', step: 'round', days: 10, unit: 'working' } as const;
        return { ...base, durations: [row, { ...row, ...more }] };
      },
    ],
  ])('two rows of one and the same of the %s, on the days on which both are in force', (_, make) => {
    const found = of(make({ id: 'again', validFrom: date('2027-01-01') }), 'two-in-force');
    expect(found).toEqual([
      expect.objectContaining({
        rows: [expect.any(String), 'again'],
        span: { from: '2027-01-01', to: null },
      }),
    ]);
    expect(of(make({ id: 'over', validTo: date('2026-01-01') }), 'two-in-force')).toEqual([]);
  });

  it('examples are for a demo: in production each is named', () => {
    expect(of(governance, 'example-in-production')).toEqual([]);
    const [found] = of(governance, 'example-in-production', { production: true });
    expect(found?.rows).toContain('m-both');
    expect(found?.found).toBe(found?.rows.length);
    expect(found?.rows).not.toContain('all');
    const real = {
      ...base,
      ...Object.fromEntries(
        (['regions', 'bodies', 'ladder', 'attendance', 'reminders'] as const).map((key) => [
          key,
          base[key].map((row) => ({ ...row, example: false })),
        ]),
      ),
    };
    expect(of(real, 'example-in-production', { production: true })).toEqual([]);
  });
});

describe('bodies', () => {
  const body = (id: string, more: object = {}) => ({
    ...always,
    id: `b-${id}`,
    body: bodyId(id),
    name: { sv: id, en: id },
    ...more,
  });
  const holding = (...bodies: ReturnType<typeof body>[]): Governance => ({
    ...withRows(mandate('all', { holder: { kind: 'body', body: bodyId('rf') } })),
    bodies: [...governance.bodies, ...bodies],
  });

  it('a body that decides in its meeting needs a secretary; one that only delegates does not', () => {
    expect(of(holding(body('rf')), 'no-secretary').map(({ rows, body: of }) => [rows, of])).toEqual([
      [['b-rf'], 'rf'],
    ]);
    expect(of(holding(body('rf', { secretary: sMember.id }), body('keeper')), 'no-secretary')).toEqual([]);
    const delegating = {
      ...holding(body('rf')),
      mandates: [mandate('all', { holder: { ...delegate, body: bodyId('rf') } })],
    };
    expect(of(delegating, 'no-secretary')).toEqual([]);
  });

  it.each(['regionfullmaktige-sormland', 'Regionfullmäktige', 'the Regional Assembly'])(
    'an assembly, by its name %s, says which board prepares its cases (KL 5:26)',
    (name) => {
      const assembly = body('rf', { name: { sv: name, en: name } });
      expect(of(holding(assembly), 'prepared-by-missing').map(({ rows }) => rows)).toEqual([['b-rf']]);
      expect(of(holding({ ...assembly, ...{ preparedBy: NAMNDEN } }), 'prepared-by-missing')).toEqual([]);
    },
  );

  it('no other body needs preparation, and none prepares for itself', () => {
    expect(of(holding(body('rf')), 'prepared-by-missing')).toEqual([]);
    expect(
      of(holding(body('rf', { preparedBy: bodyId('rf') })), 'prepared-by-itself').map(({ rows }) => rows),
    ).toEqual([['b-rf']]);
    expect(
      of(holding(body('rf', { preparedBy: bodyId('x') })), 'unknown-body').map(({ body: id }) => id),
    ).toEqual(['x']);
  });

  const meeting = (id: string, ...days: [string, string][]) => ({
    ...always,
    id,
    body: NAMNDEN,
    meetings: days.map(([day, documents]) => ({ date: date(day), documentsBy: date(documents) })),
  });
  const calendar = (...rows: ReturnType<typeof meeting>[]) => ({
    ...withRows(mandate('all')),
    meetings: rows,
  });

  it('a meeting calendar ends one day, and is over on another', () => {
    const rows = calendar(
      meeting('spring', ['2027-02-10', '2027-01-27']),
      meeting('autumn', ['2026-12-02', '2026-11-18']),
    );
    expect(of(rows, 'meetings-end')).toEqual([
      expect.objectContaining({
        rows: ['spring', 'autumn'],
        body: NAMNDEN,
        date: '2027-02-10',
        severity: 'remark',
      }),
    ]);
    expect(
      of(calendar(meeting('last', ['2026-11-23', '2026-11-09'])), 'meetings-over').map(
        ({ date: last }) => last,
      ),
    ).toEqual(['2026-11-23']);
    expect(of(calendar(meeting('today', ['2026-11-24', '2026-11-09'])), 'meetings-over')).toEqual([]);
    const draft = { ...rows, meetings: rows.meetings.map((row) => ({ ...row, status: 'draft' as const })) };
    expect(of(draft, 'meetings-end')).toEqual([]);
  });

  it('a body that initiates has none: nothing can be counted back from its meetings', () => {
    const rows = withRows(mandate('all'), mandate('initiates', { kinds: ['initiate'] }));
    expect(of(rows, 'no-meetings').map(({ body: id }) => id)).toEqual([NAMNDEN]);
    expect(of(withRows(mandate('all')), 'no-meetings')).toEqual([]);
    const byDelegate = withRows(
      mandate('all'),
      mandate('initiates', { kinds: ['initiate'], holder: delegate }),
    );
    expect(of(byDelegate, 'no-meetings')).toEqual([]);
  });

  it('documents come before their meeting', () => {
    const rows = calendar(meeting('late', ['2027-02-10', '2027-02-11'], ['2027-03-10', '2027-03-10']));
    expect(of(rows, 'documents-after-meeting').map(({ rows: ids, date: day }) => [ids, day])).toEqual([
      [['late'], '2027-02-10'],
    ]);
  });
});

describe('a succession', () => {
  const changed = (change: object): Governance => ({
    ...withSwitch('decided'),
    successions: (withSwitch('decided').successions ?? []).map((row) => ({ ...row, ...change })),
  });

  it('is without fault when it names a successor for each region, and an archive', () => {
    expect(check(withSwitch('decided')).filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  it('that is proposed is said to be inert', () => {
    expect(of(withSwitch('proposed'), 'succession-proposed')).toEqual([
      expect.objectContaining({ rows: ['switch'], body: NAMNDEN, date: '2027-01-01' }),
    ]);
    expect(of(withSwitch('decided'), 'succession-proposed')).toEqual([]);
  });

  it('leaves no region without a successor, and no body with itself', () => {
    const half = changed({ successors: [{ region: SORMLAND, body: STYRELSE_S }] });
    expect(of(half, 'succession-without-successor').map(({ regions }) => regions)).toEqual([[VASTMANLAND]]);
    const self = changed({
      successors: [
        { region: SORMLAND, body: NAMNDEN },
        { region: VASTMANLAND, body: STYRELSE_S },
      ],
    });
    expect(of(self, 'succession-by-itself').map(({ rows }) => rows)).toEqual([['switch']]);
  });

  it('names bodies that there are, on the days on which they are wanted', () => {
    expect(of(changed({ archive: bodyId('nobody') }), 'unknown-body').map(({ body }) => body)).toEqual([
      'nobody',
    ]);
    const late = {
      ...withSwitch('decided'),
      bodies: withSwitch('decided').bodies.map((row) =>
        row.body === STYRELSE_S ? { ...row, validFrom: date('2027-02-01') } : row,
      ),
    };
    expect(of(late, 'body-not-in-force').map(({ rows, span }) => [rows, span])).toEqual([
      [['m-2027-sormland'], { from: '2027-01-01', to: '2027-01-31' }],
      [['switch'], { from: '2027-01-01', to: '2027-01-31' }],
    ]);
  });
});

describe('with a directory', () => {
  const known = (found: number) => ({
    ids: new Set([sDecider.id, vDecider.id, sMember.id]),
    councilMembers: { [SORMLAND]: found, [VASTMANLAND]: 1 },
  });

  it('people who are not in it are named, delegates, members and secretaries', () => {
    const people = { ids: new Set<never>(), councilMembers: {} };
    const members = { kind: 'members', members: [sMember.id], body: NAMNDEN } as const;
    const rows = {
      ...withRows(mandate('d', { holder: delegate }), mandate('m', { holder: members })),
      attendance: [],
    };
    expect(of(rows, 'unknown-person', { people }).map(({ rows: ids, person }) => [ids[0], person])).toEqual([
      ['d', sDecider.id],
      ['m', sMember.id],
      ['b-n', governance.bodies[0]?.secretary],
    ]);
    expect(of(rows, 'unknown-person')).toEqual([]);
  });

  it('an attendance that the council can never reach is a fault', () => {
    const rows = {
      ...withRows(mandate('all')),
      attendance: governance.attendance.map((row) => ({ ...row, members: 2 })),
    };
    expect(
      of(rows, 'attendance-unreachable', { people: known(2) }).map(({ rows: ids, wanted, found }) => [
        ids,
        wanted,
        found,
      ]),
    ).toEqual([[['a-v'], 2, 1]]);
    const over = {
      ...rows,
      attendance: rows.attendance.map((row) => ({ ...row, validTo: date('2026-01-01') })),
    };
    expect(of(over, 'attendance-unreachable', { people: known(0) })).toEqual([]);
  });
});

describe('days and values of a check', () => {
  it('a span is what lies from today on', () => {
    expect(ahead({ ...always, id: 'x' }, TODAY)).toEqual(SINCE_TODAY);
    expect(ahead({ ...always, id: 'x', validTo: date('2026-11-23') }, TODAY)).toBeNull();
    expect(ahead({ ...always, id: 'x', validTo: TODAY }, TODAY)).toEqual({ from: TODAY, to: TODAY });
    const coming = { ...always, id: 'x', validFrom: date('2027-01-01') };
    expect(ahead(coming, TODAY)).toEqual({ from: '2027-01-01', to: null });
    expect(ahead({ ...coming, validTo: date('2026-12-31') }, TODAY)).toBeNull();
  });

  it('the days are cut where a decided row begins or is over, and not elsewhere', () => {
    const rows = withRows(
      mandate('a', { validTo: date('2026-12-31') }),
      mandate('b', { validFrom: date('2027-03-01') }),
      mandate('c', { validFrom: date('2027-02-01'), status: 'draft' }),
      mandate('d', { validFrom: date('2027-03-01') }),
    );
    expect(boundSpans(rows, TODAY).map(({ span }) => span)).toEqual([
      { from: TODAY, to: '2026-12-31' },
      { from: '2027-01-01', to: '2027-02-28' },
      { from: '2027-03-01', to: null },
    ]);
  });

  it('two spans are one where the later goes on', () => {
    const may = { from: date('2027-05-01'), to: date('2027-05-31') };
    const june = { from: date('2027-06-01'), to: null };
    expect(joined(may, june)).toEqual({ from: '2027-05-01', to: null });
    expect(joined(june, may)).toBeNull();
    expect(joined(may, { ...june, from: date('2027-06-02') })).toBeNull();
    const found = [
      { span: may, x: 1 },
      { span: { ...june, from: date('2027-07-01') }, x: 1 },
    ];
    expect(acrossSpans(found, ({ x }) => String(x))).toEqual(found);
  });

  it('cells next to each other are one range; an own part above the whole is no cell', () => {
    const cells = cellsOf([mandate('t', { from: 10, below: 20 }), mandate('o', { basis: 'own', from: 15 })]);
    expect(cells).toHaveLength(5);
    expect(merged(cells)).toEqual([
      { own: { from: 0, below: 15 }, total: { from: 0, below: null } },
      { own: { from: 15, below: null }, total: { from: 10, below: null } },
    ]);
  });
});

const within = (value: number, range: ValueRange | undefined) =>
  range === undefined || (range.from <= value && (range.below === null || value < range.below));

describe('over random tables', () => {
  const amount = fc.constantFrom(undefined, 10, 20, 30, 40);
  const day = fc.constantFrom('2026-01-01', '2026-12-01', '2027-01-01', '2027-02-01');
  const row = fc
    .record({
      kind: fc.constantFrom(...KINDS, 'award' as const),
      region: fc.constantFrom([SORMLAND], [VASTMANLAND], [SORMLAND, VASTMANLAND]),
      basis: fc.constantFrom('own' as const, 'total' as const),
      principle: fc.boolean(),
      from: amount,
      below: amount,
      validFrom: day,
      validTo: fc.option(day),
      status: fc.constantFrom('decided' as const, 'decided' as const, 'proposed' as const),
    })
    .map(
      ({ kind, region, principle, from, below, validFrom, validTo, ...rest }): Omit<MandateRow, 'id'> => ({
        ...rest,
        kinds: [kind],
        actsFor: region,
        holder: board,
        validFrom: date(validFrom),
        ...(validTo ? { validTo: date(validTo) } : {}),
        ...(principle ? { principle: true } : {}),
        ...(from === undefined ? {} : { from }),
        ...(below === undefined ? {} : { below }),
      }),
    );

  it('a gap is found for a matter exactly where nobody can be named', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.constantFrom(SORMLAND, VASTMANLAND),
        fc.constantFrom(...KINDS),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 100 }),
        (rows, region, kind, total, share, later) => {
          const all = withRows(...rows.map((one, i) => ({ ...one, id: `row-${i}` })));
          const own = Math.min(share, total);
          const on = addDays(TODAY, later);
          const matter = { total, own: { [region]: own }, principle: false };
          const nobody = isGap(ruleFor(seatRows(governanceOn(all, on)), kind, matter, region));
          const said = gaps(all, { today: TODAY }).some(
            ({ code, regions, kinds, span, total: t, own: o }) =>
              code === 'gap' &&
              regions?.includes(region) &&
              kinds?.includes(kind) &&
              span &&
              span.from <= on &&
              (span.to === null || on <= span.to) &&
              within(total, t) &&
              within(own, o),
          );
          expect(said).toBe(nobody);
        },
      ),
      seeded('Gaps of a governance', 31),
    );
  });
});

describe('members decide for the regions that they are from', () => {
  const members = { kind: 'members', members: [sMember.id], body: NAMNDEN } as const;
  const people = {
    ids: new Set([sMember.id]),
    councilMembers: { [SORMLAND]: 9, [VASTMANLAND]: 9 },
    regionOf: new Map([[sMember.id, SORMLAND]]),
  };
  const found = (actsFor: MandateRow['actsFor']) =>
    of(
      withRows(mandate('all'), mandate('members', { holder: members, actsFor })),
      'members-of-another-region',
      {
        people,
      },
    );

  it('a row for a region without a member of its own is a fault, as its members would count for nothing', () => {
    expect(found([SORMLAND, VASTMANLAND])).toMatchObject([
      { severity: 'fault', rows: ['members'], regions: [VASTMANLAND] },
    ]);
    expect(found([SORMLAND])).toEqual([]);
  });
});
