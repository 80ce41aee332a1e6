import { describe, expect, it } from 'vitest';
import { checkGovernance } from '#domain/authority/check.ts';
import type { FindingCode } from '#domain/authority/checking/finding.ts';
import { cellsOf, merged } from '#domain/authority/checking/values.ts';
import {
  bodyRow,
  type Governance,
  governanceOn,
  levelDue,
  levelReminder,
  type MandateRow,
  mandateRow,
} from '#domain/authority/governance.ts';
import { councilMandate, isGap, ruleFor, seatsFor } from '#domain/authority/mandates.ts';
import { requiredDecisions } from '#domain/authority/required.ts';
import { bodyId, regionId } from '#domain/shared/ids.ts';
import {
  at,
  date,
  governance,
  NAMNDEN,
  SORMLAND,
  STYRELSE_S,
  sDecider,
  secretary,
  sMember,
  VASTMANLAND,
  withSwitch,
} from '#support/world.ts';

const always = { validFrom: date('2020-01-01'), status: 'decided' } as const;
const BOTH = [SORMLAND, VASTMANLAND];
const row = (id: string, more: Partial<MandateRow> = {}): MandateRow => ({
  ...always,
  id,
  kinds: ['coordinate', 'deviate', 'postpone'],
  actsFor: BOTH,
  holder: { kind: 'body', body: NAMNDEN },
  ...more,
});
const withRows = (...mandates: MandateRow[]): Governance => ({ ...governance, mandates });

describe('which rows bind on a day', () => {
  const meetings = [{ ...always, id: 'calendar', body: NAMNDEN, meetings: [] }];
  const durations = [{ ...always, id: 'd', step: 'round', days: 1, unit: 'working' } as const];

  it('from the first day to the last, both included, for every kind of row', () => {
    const one = <R extends object>(rows: readonly R[]) =>
      rows
        .slice(0, 1)
        .map((first) => ({ ...first, validFrom: date('2026-11-10'), validTo: date('2026-11-20') }));
    const all: Governance = {
      version: 'x',
      regions: one(governance.regions),
      bodies: one(governance.bodies),
      ladder: one(governance.ladder),
      attendance: one(governance.attendance),
      reminders: one(governance.reminders),
      mandates: one(governance.mandates),
      meetings: one(meetings),
      durations: one(durations),
      rates: one([{ ...always, id: 'rate', kronorPerHour: 700 }]) as never,
      targets: one([{ ...always, id: 'target' }]) as never,
    };
    const kinds = Object.keys(all).filter((key) => key !== 'version') as (keyof Governance)[];
    const counts = (day: string) =>
      new Set(kinds.map((kind) => (governanceOn(all, date(day))[kind] as readonly unknown[]).length));
    for (const day of ['2026-11-10', '2026-11-20']) expect(counts(day)).toEqual(new Set([1]));
    for (const day of ['2026-11-09', '2026-11-21']) expect(counts(day)).toEqual(new Set([0]));
  });

  it('the calendar of a body that has ceased is none any more', () => {
    const all = { ...withSwitch('decided'), meetings };
    expect(governanceOn(all, date('2026-12-31')).meetings).toHaveLength(1);
    expect(governanceOn(all, date('2027-01-01')).meetings).toEqual([]);
  });

  it('a draft never bound, and so is no past row either', () => {
    const { past } = governanceOn(
      { ...governance, mandates: [row('draft', { status: 'draft' })] },
      date('2026-11-24'),
    );
    expect(past).toEqual({ regions: [], bodies: [], mandates: [] });
    const coming = governanceOn(
      { ...governance, mandates: [row('coming', { validFrom: date('2026-11-25') })] },
      date('2026-11-24'),
    );
    expect(coming.past?.mandates).toEqual([]);
  });

  it('a body is named by its row in force, else by the last that it had', () => {
    const [first] = governance.bodies;
    if (!first) throw new Error('no body');
    const older = { ...first, id: 'old', validTo: date('2024-12-31'), name: { sv: 'Gamla', en: 'Old' } };
    const later = {
      ...first,
      id: 'later',
      validFrom: date('2025-01-01'),
      validTo: date('2025-12-31'),
      name: { sv: 'Nyare', en: 'Newer' },
    };
    const both = governanceOn({ ...governance, bodies: [older, later] }, date('2026-11-24'));
    expect(bodyRow(both, NAMNDEN)?.name.sv).toBe('Nyare');
    expect(bodyRow(governance, NAMNDEN)?.id).toBe('b-n');
    expect(bodyRow(governance, STYRELSE_S)).toBeUndefined();
    expect(bodyRow({ ...governance, bodies: [] }, NAMNDEN)).toBeUndefined();
  });

  it('a mandate is found by its id, also once it has lapsed', () => {
    const rows = governanceOn(withSwitch('decided'), date('2027-01-01'));
    expect(mandateRow(rows, 'm-s')?.holder.body).toBe(NAMNDEN);
    expect(mandateRow(rows, 'm-2027-sormland')?.holder.body).toBe(STYRELSE_S);
    expect(mandateRow(rows, 'nothing')).toBeUndefined();
    expect(mandateRow(governance, 'm-both')?.id).toBe('m-both');
  });

  it("a level's clock and reminder are its own row's", () => {
    const from = at('2026-11-23 09:00');
    expect(levelDue(governance, 'dialogue', from)).toBe(at('2026-11-30 16:00'));
    expect(levelDue(governance, 'council', from)).toBe(at('2026-12-07 16:00'));
    expect(levelReminder(governance, 'council', at('2026-12-07 16:00'))).toBe(at('2026-12-03 09:00'));
    expect(levelReminder(governance, 'dialogue', at('2026-12-07 16:00'))).toBe(at('2026-12-04 09:00'));
    const bare = { ...governance, ladder: governance.ladder.slice(1) };
    expect(levelDue(bare, 'dialogue', from)).toBeNull();
    expect(levelReminder(bare, 'dialogue', from)).toBeNull();
  });
});

describe('an own part that nobody knows', () => {
  const unknownOwn = (total: number | undefined) => ({ total, own: {}, principle: false });
  const found = (rows: MandateRow[], total: number | undefined) => {
    const rule = ruleFor(rows, 'coordinate', unknownOwn(total), SORMLAND);
    return isGap(rule) ? [rule.why, ...rule.candidates] : [rule.id];
  };

  it('might be what an own row is for, as long as the row does not begin above the whole', () => {
    expect(found([row('own', { basis: 'own', from: 100 })], 100)).toEqual(['own-value-unknown', 'own']);
    expect(found([row('own', { basis: 'own', from: 101 })], 100)).toEqual(['no-row']);
    expect(found([row('own', { basis: 'own', below: 50 })], 100)).toEqual(['own-value-unknown', 'own']);
  });

  it('is no question for a row that goes by the whole, nor where the whole is unknown too', () => {
    expect(found([row('total', { from: 200 })], 100)).toEqual(['no-row']);
    expect(found([row('own', { basis: 'own', from: 10 })], undefined)).toEqual(['no-row']);
    expect(found([row('total', { from: 10 })], undefined)).toEqual(['no-row']);
  });

  it('a row of principle is for no other matter, whatever stands before it', () => {
    const rows = [row('amount', { from: 0 }), row('principle', { principle: true })];
    expect(ruleFor(rows, 'coordinate', { total: 1, own: {}, principle: true }, SORMLAND)).toMatchObject({
      id: 'principle',
    });
    expect(ruleFor(rows, 'coordinate', { total: 1, own: {}, principle: false }, SORMLAND)).toMatchObject({
      id: 'amount',
    });
  });
});

describe('a seat (law 2)', () => {
  const seats = (...rows: MandateRow[]) => seatsFor(withRows(...rows), 'coordinate', 5, BOTH).seats;

  it('says whether its row is an example', () => {
    expect(seats(row('a', { from: 0, example: true }))).toMatchObject([{ rule: 'a', example: true }]);
    expect(seats(row('a', { from: 0 }))).toMatchObject([{ rule: 'a', example: false }]);
    const required = (example: boolean) =>
      requiredDecisions(
        { total: 5, own: {}, principle: false },
        withRows(row('a', { from: 0, example })),
        date('2026-11-24'),
        'coordinate',
        [SORMLAND],
      ).required;
    expect(required(true)[0]?.example).toBe(true);
    expect(required(false)[0]?.example).toBe(false);
  });

  const southern = row('south', {
    actsFor: [SORMLAND],
    from: 0,
    holder: { kind: 'delegate', person: sDecider.id, body: NAMNDEN },
  });
  const regionsOfSeats = (urgent: boolean, ...rows: MandateRow[]) =>
    seatsFor(withRows(...rows), 'coordinate', 5, BOTH, urgent).seats.map(({ rule, regions }) => [
      rule,
      regions,
    ]);

  it('decides for the regions that no row before it decides for, not for all that its row acts for', () => {
    expect(regionsOfSeats(false, southern, row('both', { from: 0 }))).toEqual([
      ['south', [SORMLAND]],
      ['both', [VASTMANLAND]],
    ]);
    expect(regionsOfSeats(false, row('both', { from: 0 }), southern)).toEqual([['both', BOTH]]);
  });

  it('where a chair is charged with what cannot wait for one region alone (KL 6:39), the body decides for the other', () => {
    const chair = { ...southern, id: 'chair', urgent: true } as const;
    expect(regionsOfSeats(true, row('both', { from: 0 }), chair)).toEqual([
      ['chair', [SORMLAND]],
      ['both', [VASTMANLAND]],
    ]);
    expect(regionsOfSeats(false, row('both', { from: 0 }), chair)).toEqual([['both', BOTH]]);
  });

  it("has its own body's secretary, or none", () => {
    const other = {
      ...always,
      id: 'b-x',
      body: bodyId('x'),
      name: { sv: 'X', en: 'X' },
      secretary: sMember.id,
    };
    const rules = { ...withRows(row('a', { from: 0 })), bodies: [other, ...governance.bodies] };
    expect(seatsFor(rules, 'coordinate', 5, BOTH).seats).toMatchObject([{ secretary: secretary.id }]);
    expect(seatsFor({ ...rules, bodies: [other] }, 'coordinate', 5, BOTH).seats).toMatchObject([
      { secretary: null },
    ]);
  });

  it('is measured by a matter as well as by a whole value', () => {
    const rules = withRows(row('own', { basis: 'own', from: 10 }));
    expect(
      seatsFor(rules, 'coordinate', { total: 20, own: { [SORMLAND]: 12 }, principle: false }, [SORMLAND])
        .seats,
    ).toHaveLength(1);
    expect(seatsFor(rules, 'coordinate', 20, [SORMLAND]).missing).toEqual([SORMLAND]);
  });

  it('is none of the members, who decide in the council; they for no seat', () => {
    const members = row('council', {
      from: 0,
      holder: { kind: 'members', members: [sMember.id], body: NAMNDEN },
    });
    expect(councilMandate(withRows(row('board', { from: 0 })), 'coordinate', 5, BOTH)).toBeNull();
    expect(councilMandate(withRows(row('board', { from: 0 }), members), 'coordinate', 5, BOTH)).toHaveLength(
      1,
    );
    expect(councilMandate(withRows(members), 'coordinate', 5, [])).toBeNull();
    expect(seats(members)).toEqual([]);
  });
});

describe('what a check says of rows that do not matter any more', () => {
  const TODAY = date('2026-11-24');
  const of = (all: Governance, code: FindingCode, checking = {}) =>
    checkGovernance(all, { today: TODAY, ...checking }).filter((one) => one.code === code);
  const full = row('all', { unknownValue: true });

  it('nothing of rows that are over, proposed or sound', () => {
    const lower = { holder: { kind: 'delegate', person: sDecider.id, body: NAMNDEN } } as const;
    expect(of(withRows(full, row('over', { ...lower, validTo: date('2026-01-01') })), 'never-used')).toEqual(
      [],
    );
    expect(of(withRows(full, row('proposed', { ...lower, status: 'proposed' })), 'never-used')).toEqual([]);
    expect(of(withRows(full, row('lower', lower)), 'never-used')).toEqual([
      expect.objectContaining({ rows: ['lower'], regions: BOTH, kinds: full.kinds }),
    ]);
    for (const code of [
      'dates-reversed',
      'range-empty',
      'unknown-body',
      'unknown-region',
      'no-secretary',
    ] as const) {
      expect(of({ ...governance, mandates: [{ ...full, validTo: date('2027-12-31') }] }, code)).toEqual([]);
    }
  });

  it('a row of one day is no row with reversed dates', () => {
    const day = row('day', { validFrom: TODAY, validTo: TODAY });
    expect(of(withRows(full, day), 'dates-reversed')).toEqual([]);
    expect(of(withRows(full, day), 'never-used').map(({ rows }) => rows)).toEqual([['day']]);
  });

  it('a kind that only a draft speaks of is unspoken; where all are spoken of, nothing is said', () => {
    const draft = row('draft', { kinds: ['award'], status: 'draft' });
    expect(of(withRows(full, draft), 'kind-unspoken')[0]?.kinds).toContain('award');
    const every = row('every', {
      kinds: [
        'initiate',
        'award',
        'contract',
        'extend',
        'coordinate',
        'deviate',
        'postpone',
        'cancel',
        'modify',
        'join-external',
      ],
      unknownValue: true,
    });
    expect(of(withRows(every), 'kind-unspoken')).toEqual([]);
  });

  it('two overlaps are two findings, each with its own values and days', () => {
    const board = { kind: 'body', body: NAMNDEN } as const;
    const delegate = { kind: 'delegate', person: sDecider.id, body: NAMNDEN } as const;
    const rules = withRows(
      row('a', { kinds: ['coordinate'], holder: board, below: 100 }),
      row('b', { kinds: ['coordinate'], holder: delegate, from: 40, below: 60 }),
      row('c', { kinds: ['deviate', 'postpone'], holder: board, from: 0, validTo: date('2027-01-31') }),
      row('d', { kinds: ['deviate'], holder: delegate, from: 70, validFrom: date('2027-01-01') }),
    );
    expect(of(rules, 'overlap').map(({ rows, kinds, total, span }) => [rows, kinds, total, span])).toEqual([
      [['a', 'b'], ['coordinate'], { from: 40, below: 60 }, { from: TODAY, to: null }],
      [['c', 'd'], ['deviate'], { from: 70, below: null }, { from: '2027-01-01', to: '2027-01-31' }],
    ]);
  });

  it('a calendar is judged by its own body alone', () => {
    const calendar = (id: string, body: typeof NAMNDEN, day: string) => ({
      ...always,
      id,
      body,
      meetings: [{ date: date(day), documentsBy: date('2026-11-01') }],
    });
    const other = { ...always, id: 'b-x', body: bodyId('x'), name: { sv: 'X', en: 'X' } };
    const rules: Governance = {
      ...withRows(full),
      bodies: [...governance.bodies, other],
      meetings: [calendar('own', NAMNDEN, '2026-12-01'), calendar('other', other.body, '2027-12-01')],
    };
    expect(of(rules, 'meetings-end').map(({ rows, body, date: last }) => [rows, body, last])).toEqual([
      [['own'], NAMNDEN, '2026-12-01'],
      [['other'], other.body, '2027-12-01'],
    ]);
  });

  it('a body that is not there yet is missed on the days of the row alone', () => {
    const late = { ...governance.bodies[0], validFrom: date('2027-02-01') } as Governance['bodies'][0];
    const bodies = (validTo?: string, status: 'decided' | 'proposed' = 'decided') =>
      of(
        { ...withRows(row('r', { status, ...(validTo ? { validTo: date(validTo) } : {}) })), bodies: [late] },
        'body-not-in-force',
      );
    expect(bodies().map(({ span }) => span)).toEqual([{ from: TODAY, to: '2027-01-31' }]);
    expect(bodies(TODAY).map(({ span }) => span?.from)).toEqual([TODAY]);
    expect(bodies(undefined, 'proposed')).toEqual([]);
    const after = of(
      {
        ...withRows(row('r', { validTo: date('2026-12-31') })),
        bodies: [{ ...late, validFrom: date('2020-01-01'), validTo: date('2026-12-31') }],
      },
      'body-not-in-force',
    );
    expect(after).toEqual([]);
  });

  it('two levels without a clock are two findings', () => {
    const found = of({ ...withRows(full), ladder: governance.ladder.slice(2) }, 'level-without-row');
    expect(found.map(({ level }) => level)).toEqual(['dialogue', 'managers']);
    expect(
      of({ ...withRows(full), attendance: [] }, 'attendance-missing').map(({ regions }) => regions),
    ).toEqual([[SORMLAND], [VASTMANLAND]]);
  });

  it('a body without a secretary is looked for in the directory no more than others', () => {
    const people = { ids: new Set([sDecider.id]), councilMembers: {} };
    const bare = {
      ...withRows(full),
      bodies: governance.bodies.map(({ secretary: _, ...body }) => body),
      attendance: [],
    };
    expect(of(bare, 'unknown-person', { people })).toEqual([]);
    const attendance = governance.attendance.slice(0, 1);
    expect(of({ ...bare, attendance }, 'attendance-unreachable', { people })).toEqual([
      expect.objectContaining({ regions: [SORMLAND], wanted: 1, found: 0 }),
    ]);
  });

  it('one region that nobody knows is named where it stands', () => {
    const rules = {
      ...withRows(full),
      attendance: [{ ...always, id: 'a-x', region: regionId('uppsala'), members: 1 }],
    };
    expect(of(rules, 'unknown-region').map(({ rows, regions }) => [rows, regions])).toEqual([
      [['a-x'], ['uppsala']],
    ]);
  });

  it('cells of the own part that go on are one range too', () => {
    const cells = cellsOf([row('o', { basis: 'own', from: 10, below: 20 })]);
    expect(merged(cells)).toEqual([{ own: { from: 0, below: null }, total: { from: 0, below: null } }]);
    expect(merged(cells.filter((_, i) => i !== 1))).toHaveLength(2);
    // An own part of 30 cannot be below a whole of 30.
    expect(cellsOf([row('t', { below: 30 }), row('o', { basis: 'own', from: 30 })])).toHaveLength(3);
  });
});
