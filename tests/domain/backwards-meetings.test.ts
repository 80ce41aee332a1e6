import { describe, expect, it } from 'vitest';
import type { Governance, MeetingRow } from '#domain/authority/governance.ts';
import { advertisingStand, reachOf } from '#domain/coordination/backwards.ts';
import type { EscalatedCase } from '#domain/coordination/state.ts';
import type { Level } from '#domain/escalation/reasons.ts';
import { bodyId } from '#domain/shared/ids.ts';
import {
  calendar,
  disputed,
  due,
  escalated,
  meeting,
  objectsTo,
  RADET,
  revises,
  row,
  told1,
} from '#support/backwards.ts';
import { asked, bothApprove, lift, tell, ticks, told } from '#support/given.ts';
import {
  at,
  date,
  governance,
  NAMNDEN,
  SORMLAND,
  STYRELSE_S,
  STYRELSE_V,
  VASTMANLAND,
} from '#support/world.ts';

describe('meetings, backwards', () => {
  it('the decision of a body is ready with its documents, and the council with its last meeting before', () => {
    const rules = meeting(
      calendar(
        RADET,
        ['2026-12-07', '2026-11-30'],
        ['2027-01-18', '2027-01-11'],
        ['2027-02-22', '2027-02-15'],
      ),
      calendar(
        NAMNDEN,
        ['2026-12-09', '2026-11-25'],
        ['2027-02-10', '2027-01-27'],
        ['2027-03-24', '2027-03-10'],
      ),
    );
    const value = 20_000_000;
    const story = told(rules, asked, revises({ value, advertise: date('2027-03-01') }));
    const state = escalated(told(rules, story, objectsTo(2)));
    const of = (level: 'managers' | 'council' | 'decision') =>
      reachOf(state, level, rules, date('2026-11-23'));
    expect(of('decision')?.by).toBe('2027-02-10');
    expect(of('council')?.by).toBe('2027-01-18');
    expect(of('managers')).toMatchObject({ by: '2027-01-11', last: '2027-01-11' });
    expect(reachOf(state, 'dialogue', rules, date('2026-11-23'))).toMatchObject({
      by: '2026-12-30',
      last: '2027-01-08',
    });
  });

  it('fullmäktige after the board that prepares its cases (KL 5:26–30)', () => {
    const BOARD = bodyId('styrelse');
    const base = meeting(
      calendar(NAMNDEN, ['2027-02-10', '2027-01-27']),
      calendar(BOARD, ['2027-01-20', '2027-01-08'], ['2027-01-27', '2027-01-13']),
    );
    const rules = { ...base, bodies: base.bodies.map((one) => ({ ...one, preparedBy: BOARD })) };
    const story = told(rules, asked, revises({ value: 20_000_000, advertise: date('2027-03-01') }));
    const state = escalated(told(rules, story, objectsTo(2)));
    expect(reachOf(state, 'decision', rules, date('2026-11-23'))?.by).toBe('2027-02-10');
    expect(reachOf(state, 'council', rules, date('2026-11-23'))?.by).toBe('2027-01-08');
  });

  it('a council that meets is not brought forward; a calendar that is over counts no meetings', () => {
    const rules = meeting(calendar(RADET, ['2027-01-04', '2026-12-18']));
    const story = told(rules, disputed('2027-01-07', rules), lift());
    expect(due(story)).toBe(at('2027-01-04 16:00'));
    const over = meeting(calendar(RADET, ['2026-11-02', '2026-10-20']));
    expect(due(told(over, disputed('2027-01-07', over), lift()))).toBe(at('2026-12-07 16:00'));
  });

  it('where the meetings all come too late, that is said at once', () => {
    const rules = meeting(calendar(RADET, ['2027-02-22', '2027-02-15']));
    const story = disputed('2027-01-07', rules);
    expect(told1(story)).toHaveLength(1);
    expect(reachOf(escalated(story), 'dialogue', rules, date('2026-11-23'))).toMatchObject({
      by: null,
      last: null,
    });
    expect(due(story)).toBe(at('2026-11-30 16:00'));
  });
});

/** Whose amount the board decides; the plan's advertising is on Monday 1 March 2027. */
const LARGE = 20_000_000;
const MONDAY = '2027-03-01';
const TODAY = date('2026-11-23');
const climbing = (rules: Governance, value = LARGE, advertise = MONDAY): EscalatedCase =>
  escalated(told(rules, asked, revises({ value, advertise: date(advertise) }), objectsTo(2)));
const reach = (rules: Governance, level: Level, value = LARGE) =>
  reachOf(climbing(rules, value), level, rules, TODAY);
/** Friday 26 February: the last working day before. */
const FRIDAY = '2027-02-26';
const never = { advertise: MONDAY, by: null, last: null };

describe('a body’s meeting counts as far as it is listed, and its days where none is', () => {
  it.each<[string, MeetingRow[]]>([
    ['it has no calendar', []],
    ['its calendar is over', [calendar(NAMNDEN, ['2026-11-02', '2026-10-20'])]],
  ])('the days of the ladder’s row where %s', (_, meetings) => {
    const rules = meeting(...meetings);
    expect(reach(rules, 'decision')).toEqual({ advertise: MONDAY, by: FRIDAY, last: FRIDAY });
    // Ten working days of the decision's own, or one.
    expect(reach(rules, 'council')).toEqual({ advertise: MONDAY, by: '2027-02-12', last: '2027-02-25' });
  });

  it('the same for a council without a coming meeting: its days, and it is pressed as every level', () => {
    const over = meeting(calendar(RADET, ['2026-11-02', '2026-10-20']));
    expect(reach(over, 'council')).toEqual({ advertise: MONDAY, by: '2027-02-12', last: '2027-02-25' });
    expect(due(told(over, disputed('2026-12-18', over), lift()))).toBe(at('2026-12-03 16:00'));
  });

  it('a council that meets later is not brought forward, though the ladder’s days would ask for it', () => {
    const rules = meeting(calendar(RADET, ['2026-11-02', '2026-10-20'], ['2026-12-14', '2026-12-07']));
    const story = told(rules, disputed('2026-12-18', rules), lift());
    expect(reachOf(escalated(story), 'council', rules, TODAY)).toEqual({
      advertise: '2026-12-18',
      by: null,
      last: '2026-12-14',
    });
    expect(due(story)).toBe(at('2026-12-14 16:00'));
  });

  it.each([
    ['on the day itself', '2026-11-23'],
    ['on the last working day before the advertising', FRIDAY],
  ])('a meeting %s is one', (_, day) => {
    const rules = meeting(calendar(NAMNDEN, [day, day]));
    expect(reach(rules, 'decision')?.by).toBe(day);
  });

  it('a delegate decides on any day, whenever the body meets', () => {
    const rules = meeting(calendar(NAMNDEN, ['2027-01-04', '2026-12-18']));
    expect(reach(rules, 'decision', 4_000_000)?.by).toBe(FRIDAY);
    expect(reach(rules, 'decision')?.by).toBe('2027-01-04');
  });

  it('a level without a row of its own takes a day', () => {
    const rules = { ...governance, ladder: governance.ladder.filter(({ level }) => level !== 'managers') };
    expect(reach(rules, 'managers')?.by).toBe('2027-01-29');
    expect(reach(rules, 'dialogue')?.by).toBe('2027-01-28');
  });
});

describe('where two bodies decide, each for its own region, the earlier one counts', () => {
  const eachBy = (...meetings: readonly MeetingRow[]): Governance => ({
    ...meeting(...meetings),
    mandates: (
      [
        [SORMLAND, STYRELSE_S],
        [VASTMANLAND, STYRELSE_V],
      ] as const
    ).map(([region, body]) => ({
      ...row,
      id: `m-${region}`,
      kinds: ['coordinate', 'deviate', 'postpone'],
      actsFor: [region],
      holder: { kind: 'body', body },
      from: 0,
    })),
  });
  const EARLY_DOCUMENTS = ['2027-02-10', '2027-01-13'] as const;
  const EARLY_MEETING = ['2027-01-27', '2027-01-20'] as const;

  it.each([
    [EARLY_DOCUMENTS, EARLY_MEETING],
    [EARLY_MEETING, EARLY_DOCUMENTS],
  ])('with its meeting and with its documents', (s, v) => {
    const rules = eachBy(calendar(STYRELSE_S, s), calendar(STYRELSE_V, v));
    expect(reach(rules, 'decision')?.by).toBe('2027-01-27');
    expect(reach(rules, 'council')?.by).toBe('2027-01-13');
  });

  it('and where one meets too late, so does the decision', () => {
    const late = ['2027-03-24', '2027-03-10'] as const;
    expect(
      reach(eachBy(calendar(STYRELSE_S, late), calendar(STYRELSE_V, EARLY_MEETING)), 'decision'),
    ).toEqual(never);
    expect(
      reach(eachBy(calendar(STYRELSE_S, EARLY_MEETING), calendar(STYRELSE_V, late)), 'decision'),
    ).toEqual(never);
  });
});

describe('a board that prepares is met before (KL 5:26–30)', () => {
  const BOARD = bodyId('styrelse');
  const OTHER = bodyId('annan-styrelse');
  const prepared = (...meetings: readonly MeetingRow[]): Governance => {
    const base = meeting(...meetings);
    return { ...base, bodies: base.bodies.map((one) => ({ ...one, preparedBy: BOARD })) };
  };
  const IN_TIME = ['2027-02-10', '2027-01-27'] as const;
  const TOO_LATE = ['2027-03-24', '2027-03-10'] as const;

  it('by nobody in time where either meets too late', () => {
    const board = ['2027-01-20', '2027-01-08'] as const;
    expect(reach(prepared(calendar(NAMNDEN, IN_TIME), calendar(BOARD, TOO_LATE)), 'decision')).toEqual(never);
    expect(reach(prepared(calendar(NAMNDEN, TOO_LATE), calendar(BOARD, board)), 'decision')).toEqual(never);
  });

  it('only the one of the body that decides', () => {
    const base = meeting(calendar(NAMNDEN, IN_TIME), calendar(BOARD, ['2027-01-05', '2026-12-21']));
    const other = {
      ...row,
      id: 'b-other',
      body: OTHER,
      name: { sv: 'Annan', en: 'Other' },
      preparedBy: BOARD,
    };
    expect(reach({ ...base, bodies: [other, ...base.bodies] }, 'council')?.by).toBe('2027-01-27');
    // A body of which no row tells is prepared by nobody, as far as anybody knows.
    expect(reach({ ...base, bodies: [other] }, 'council')?.by).toBe('2027-01-27');
  });
});

describe('the clock of a level that stands still', () => {
  it('is pressed on the last day that helps too', () => {
    const story = disputed('2026-11-27');
    expect(reachOf(escalated(story), 'dialogue', governance, TODAY)?.last).toBe('2026-11-23');
    expect(due(story)).toBe(at('2026-11-24 16:00'));
  });

  it('reminds anew at the decision: on the last day before the advertising where that comes before its own days', () => {
    const atDecision = (advertise: string) =>
      tell(
        disputed(advertise),
        lift(),
        ...bothApprove(2).map((step) => ({ ...step, at: at('2026-12-10 10:00') })),
      );
    const near = atDecision('2027-01-07');
    expect(due(near)).toBe(at('2026-12-28 16:00'));
    expect(due(tell(near, ticks(at('2026-12-28 16:00'))))).toBe(at('2027-01-05 16:00'));
    const far = atDecision('2027-03-12');
    expect(due(tell(far, ticks(at('2026-12-28 16:00'))))).toBe(at('2027-01-14 16:00'));
  });

  it('where no listed meeting allows the ladder, the case shows that it comes too late', () => {
    const rules = meeting(calendar(RADET, ['2027-02-22', '2027-02-15']));
    expect(advertisingStand(disputed('2027-01-07', rules).state, rules, date('2026-11-24'))).toEqual({
      advertise: '2027-01-07',
      stands: 'too-late',
    });
  });
});
