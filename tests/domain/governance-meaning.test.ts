import { describe, expect, it } from 'vitest';
import type { Finding, FindingCode } from '#domain/authority/checking/finding.ts';
import { senseless } from '#domain/authority/checking/senseless.ts';
import type { BodyRow, Governance, MandateRow } from '#domain/authority/governance.ts';
import { bodyId } from '#domain/shared/ids.ts';
import { always, BOARD, board, ceases, mandate, plain, switched, target } from '#support/governance-rows.ts';
import { date, governance, NAMNDEN, SORMLAND, sDecider, sMember, VASTMANLAND } from '#support/world.ts';

const TODAY = date('2026-11-26');
const EVER = { from: TODAY, to: null };
const OVER = { validTo: date('2026-11-25') };
const LAST_DAY = { validTo: TODAY };
const SWITCH = date('2027-01-01');
const said = (all: Governance): Finding[] => senseless(all, { today: TODAY });
const fault = (code: FindingCode, rows: string[], facts: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'fault',
  rows,
  ...facts,
});
const withRows = (...mandates: MandateRow[]): Governance => ({ ...plain, mandates });
const byBoard = { kind: 'body', body: BOARD } as const;
const delegate = { kind: 'delegate', person: sDecider.id, body: NAMNDEN } as const;
const members = { kind: 'members', members: [sMember.id], body: NAMNDEN } as const;
/** From the new year on other rows bind too, so that what is found is found over two spans of days. */
const anotherSpan = mandate('later', { validFrom: SWITCH });

describe('two rows of principle for different holders are told with the decisions and regions where they meet', () => {
  const principle = (id: string, row: Partial<MandateRow> = {}) => mandate(id, { principle: true, ...row });

  it('only those, once, the upper row first', () => {
    const rows = [
      principle('p1', { kinds: ['coordinate', 'deviate'] }),
      principle('p2', { kinds: ['deviate', 'postpone'], actsFor: [VASTMANLAND], holder: byBoard }),
    ];
    expect(said(withRows(...rows))).toEqual([
      fault('principle-twice', ['p1', 'p2'], { kinds: ['deviate'], regions: [VASTMANLAND], span: EVER }),
    ]);
  });

  it('not where they are for different decisions, nor where one is over', () => {
    const apart = [
      principle('p1', { kinds: ['coordinate'] }),
      principle('p2', { kinds: ['deviate'], holder: byBoard }),
    ];
    expect(said(withRows(...apart))).toEqual([]);
    expect(said(withRows(principle('p1'), principle('p2', { holder: byBoard, ...OVER })))).toEqual([]);
  });

  it('each pair for the days on which both bind, however many other rows come and go', () => {
    const rows = [
      principle('p1', { kinds: ['coordinate'] }),
      principle('p2', { kinds: ['coordinate'], actsFor: [SORMLAND], holder: byBoard }),
      principle('p3', {
        kinds: ['coordinate'],
        actsFor: [VASTMANLAND],
        holder: byBoard,
        validTo: date('2027-06-30'),
      }),
      anotherSpan,
    ];
    const pair = (loser: string, facts: Partial<Finding>) =>
      fault('principle-twice', ['p1', loser], { kinds: ['coordinate'], ...facts });
    expect(said(withRows(...rows))).toEqual([
      pair('p2', { regions: [SORMLAND], span: EVER }),
      pair('p3', { regions: [VASTMANLAND], span: { from: TODAY, to: date('2027-06-30') } }),
    ]);
  });
});

describe('a row that does something else than it says is told, from today on', () => {
  it.each<[string, Partial<MandateRow>, Finding[]]>([
    ['an amount from which', { from: 0 }, [fault('principle-amounts', ['p'])]],
    ['an amount below which', { below: 10_000_000 }, [fault('principle-amounts', ['p'])]],
    ['the region’s own part', { basis: 'own' }, [fault('principle-amounts', ['p'])]],
    ['the whole is what every row means', { basis: 'total' }, []],
    ['still on its last day', { from: 0, ...LAST_DAY }, [fault('principle-amounts', ['p'])]],
    ['none once it is over', { from: 0, ...OVER }, []],
  ])('a row of principle means every amount: %s', (_, row, expected) => {
    expect(said(withRows(mandate('p', { principle: true, ...row })))).toEqual(expected);
  });

  it.each<[string, Partial<MandateRow>, Finding[]]>([
    ['a body', {}, [fault('urgent-without-person', ['u'], { body: NAMNDEN })]],
    ['members', { holder: members }, [fault('urgent-without-person', ['u'], { body: NAMNDEN })]],
    ['a named person can', { holder: delegate }, []],
    ['it is over', OVER, []],
  ])('what cannot wait (KL 6:39) is decided by a person: %s', (_, row, expected) => {
    expect(said(withRows(mandate('u', { urgent: true, ...row })))).toEqual(expected);
  });
});

describe('a body ceases once, and its archive goes to one that is there (the switch)', () => {
  const KEEPER = bodyId('arkivet');
  const keeper = (id: string, row: Partial<BodyRow> = {}): BodyRow => ({
    ...board,
    id,
    body: KEEPER,
    ...row,
  });
  const keptBy = (...rows: BodyRow[]): Governance => ({
    ...switched(ceases('s1', { archive: KEEPER })),
    bodies: [...plain.bodies, ...rows],
  });
  const lost = fault('archive-ceases', ['s1'], { body: KEEPER, date: SWITCH });
  const boardCeases = (row: Parameters<typeof ceases>[1] = {}) =>
    ceases('s2', { body: BOARD, archive: KEEPER, ...row });
  const both = (row: Parameters<typeof ceases>[1]): Governance => ({
    ...switched(ceases('s1'), boardCeases(row)),
    bodies: [...plain.bodies, keeper('b-k')],
  });
  const boardLost = fault('archive-ceases', ['s1'], { body: BOARD, date: SWITCH });

  it('twice is told with the body and both rows, and another body’s is another matter', () => {
    const all = switched(ceases('s1'), ceases('s2'), boardCeases({ validFrom: date('2028-01-01') }));
    expect(said({ ...all, bodies: [...plain.bodies, keeper('b-k')] })).toEqual([
      fault('succession-twice', ['s1', 's2'], { body: NAMNDEN }),
    ]);
  });

  it('a proposal beside what is decided is none yet, and what is over is none any more', () => {
    expect(said(switched(ceases('s1'), ceases('s2', { status: 'proposed' })))).toEqual([]);
    expect(said(switched(ceases('s1'), ceases('s2', { validFrom: date('2026-01-01'), ...OVER })))).toEqual(
      [],
    );
    const gone = ceases('s1', { validFrom: date('2026-01-01'), archive: NAMNDEN, ...OVER });
    expect(said(switched(gone))).toEqual([]);
  });

  it('an archive to the body itself is told already while it is proposed', () => {
    expect(said(switched(ceases('s1', { status: 'proposed', archive: NAMNDEN })))).toEqual([
      fault('archive-ceases', ['s1'], { body: NAMNDEN, date: SWITCH }),
    ]);
  });

  it.each<[string, Governance, Finding[]]>([
    ['there until further notice', keptBy(keeper('b-k')), []],
    ['there on the day', keptBy(keeper('b-k', { validTo: SWITCH })), []],
    ['gone the day before', keptBy(keeper('b-k', { validTo: date('2026-12-31') })), [lost]],
    [
      'there again by a later row',
      keptBy(
        keeper('b-k1', { validTo: date('2021-01-01') }),
        keeper('b-k2', { validFrom: date('2021-01-02') }),
      ),
      [],
    ],
    ['of no row at all is another fault, told elsewhere', keptBy(), []],
    ['ceasing on the same day', both({}), [boardLost]],
    ['ceasing before', both({ validFrom: date('2026-12-31') }), [boardLost]],
    ['ceasing later, when it hands over both', both({ validFrom: date('2027-01-02') }), []],
    ['only proposed to cease', both({ status: 'proposed' }), []],
  ])('the keeper is %s', (_, all, expected) => {
    expect(said(all)).toEqual(expected);
  });
});

describe('bodies that prepare each other are told, each that stands in the ring (KL 5:26–30)', () => {
  const THIRD = bodyId('beredningen');
  const third: BodyRow = { ...board, id: 'b-3', body: THIRD };
  const prepared = (
    of: Readonly<Record<string, ReturnType<typeof bodyId>>>,
    ...more: BodyRow[]
  ): Governance => ({
    ...withRows(mandate('all'), anotherSpan),
    bodies: [...plain.bodies, ...more].map((row) => {
      const preparedBy = of[row.body];
      return preparedBy === undefined ? row : { ...row, preparedBy };
    }),
  });

  it('for the days on which they do, and not who only is prepared by one of them', () => {
    const ring = { [NAMNDEN]: BOARD, [BOARD]: NAMNDEN, [THIRD]: BOARD };
    expect(said(prepared(ring, third))).toEqual([
      fault('prepared-in-a-ring', ['b-n'], { body: NAMNDEN, span: EVER }),
      fault('prepared-in-a-ring', ['b-x'], { body: BOARD, span: EVER }),
    ]);
  });

  it('also over a third, in whatever order the rows stand', () => {
    const ring = { [NAMNDEN]: THIRD, [THIRD]: BOARD, [BOARD]: NAMNDEN };
    expect(said(prepared(ring, third)).map(({ rows }) => rows)).toEqual([['b-n'], ['b-x'], ['b-3']]);
  });

  it('one after the other is how it should be, and by itself is a fault of its own', () => {
    expect(said(prepared({ [NAMNDEN]: THIRD, [THIRD]: BOARD }, third))).toEqual([]);
    expect(said(prepared({ [NAMNDEN]: NAMNDEN }))).toEqual([]);
  });
});

describe('who may hand a case over for a conflict needs a body that somebody registers for (KL 6:28–32)', () => {
  const bare = (row: Partial<BodyRow>, ...mandates: MandateRow[]): Governance => ({
    ...withRows(...mandates),
    bodies: [...governance.bodies.map(({ secretary: _, ...rest }) => ({ ...rest, ...row })), board],
  });
  const remark: Finding = {
    code: 'no-secretary-for-conflict',
    severity: 'remark',
    rows: ['b-n'],
    body: NAMNDEN,
  };
  const d = mandate('d', { holder: delegate });

  it.each<[string, Governance, Finding[]]>([
    ['its delegate decides, and nobody registers', bare({}, d), [remark]],
    ['members decide beside the delegate', bare({}, d, mandate('m', { holder: members })), [remark]],
    ['somebody registers', bare({ secretary: sMember.id }, d), []],
    ['the body is no more', bare(OVER, d), []],
    ['the delegation is no more', bare({}, mandate('d', { holder: delegate, ...OVER })), []],
    ['another body’s delegate', bare({}, mandate('d', { holder: { ...delegate, body: BOARD } })), []],
    ['nobody decides for it', bare({}), []],
    ['only members decide', bare({}, mandate('m', { holder: members })), []],
    ['the body decides too, which is a fault told elsewhere', bare({}, d, mandate('b')), []],
  ])('%s', (_, all, expected) => {
    expect(said(all)).toEqual(expected);
  });
});

describe('a figure is measured by one row that can be meant', () => {
  it('a target for one day is one; one that ends before it begins, or of nothing known, is told', () => {
    const day = date('2027-01-01');
    const reversed = target('t2', { to: date('2026-12-31') });
    const unknown = target('t3', { indicator: 'nonsense' });
    expect(said({ ...plain, targets: [target('t1', { to: day }), reversed, unknown] })).toEqual([
      fault('target-reversed', ['t2'], { span: { from: day, to: date('2026-12-31') } }),
      fault('target-unknown', ['t3']),
    ]);
  });

  const rate = (id: string, row = {}) => ({ ...always, id, sekPerHour: 400, ...row });
  const cutOff = (id: string) => ({ ...always, id, period: 'interim' as const, endsOn: '08-31' });

  it('one rate and one cut-off at a time', () => {
    const one = { ...plain, cutOffs: [cutOff('c')] };
    expect(said({ ...one, rates: [rate('r1')] })).toEqual([]);
    const inTurn = [rate('r1', { validTo: date('2026-12-31') }), rate('r2', { validFrom: SWITCH })];
    expect(said({ ...one, rates: inTurn })).toEqual([]);
  });

  it('two of either are told for the days on which both bind', () => {
    const all: Governance = {
      ...withRows(mandate('all'), anotherSpan),
      rates: [rate('r1'), rate('r2', { validTo: date('2027-06-30') })],
      cutOffs: [cutOff('c1'), cutOff('c2')],
    };
    expect(said(all)).toEqual([
      fault('rates-twice', ['r1', 'r2'], { span: { from: TODAY, to: date('2027-06-30') } }),
      fault('cut-offs-twice', ['c1', 'c2'], { span: EVER }),
    ]);
  });
});
