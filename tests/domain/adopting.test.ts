import { describe, expect, it } from 'vitest';
import { adopt, inert } from '#domain/authority/adopting.ts';
import { governanceOn, rowsOf } from '#domain/authority/governance.ts';
import { date, governance, NAMNDEN, STYRELSE_S, withSwitch } from '#support/world.ts';

const always = { validFrom: date('2027-01-01'), status: 'draft' } as const;
const proposed = {
  ...withSwitch('proposed'),
  meetings: [{ ...always, id: 'calendar', body: STYRELSE_S, meetings: [] }],
  durations: [{ ...always, id: 'duration', step: 'round', days: 10, unit: 'working' } as const],
};
const all = inert(proposed).map(({ id }) => id);
const TODAY = date('2026-12-10');
const wanted = { ids: all, reference: ' RF 2026-12-08 § 12 ', version: 'test-3' };

describe('what was proposed becomes decided by a named decision, and binds from its own day (law 2)', () => {
  it('every kind of row, with the decision as its reference', () => {
    const outcome = adopt(proposed, wanted, TODAY);
    if (!outcome.ok) throw new Error(outcome.error.why);
    expect(inert(outcome.value)).toEqual([]);
    const rows = rowsOf(outcome.value).filter(({ id }) => all.includes(id));
    expect(rows.map(({ reference }) => reference)).toEqual(all.map(() => 'RF 2026-12-08 § 12'));
    expect(outcome.value.version).toBe('test-3');
    const on = (day: string) => governanceOn(outcome.value, date(day)).bodies.map(({ body }) => body);
    expect(on('2026-12-31')).toEqual([NAMNDEN]);
    expect(on('2027-01-01')).toContain(STYRELSE_S);
  });

  it('rows that were not named stay as they were, decided or not', () => {
    const outcome = adopt(proposed, { ...wanted, ids: ['switch'] }, TODAY);
    if (!outcome.ok) throw new Error(outcome.error.why);
    expect(inert(outcome.value).map(({ id }) => id)).toEqual(all.filter((id) => id !== 'switch'));
    expect(outcome.value.mandates).toEqual(proposed.mandates);
  });

  it('a file without calendars, durations and successions gets none', () => {
    const bare = {
      ...governance,
      ladder: governance.ladder.map((row) => ({ ...row, status: 'draft' as const })),
    };
    const outcome = adopt(bare, { ...wanted, ids: ['l-1'] }, TODAY);
    expect(outcome.ok && Object.keys(outcome.value)).toEqual(Object.keys(bare));
    expect(outcome.ok && outcome.value.ladder.map(({ status }) => status)).toEqual([
      'decided',
      'draft',
      'draft',
      'draft',
    ]);
  });

  it.each([
    ['an unknown row', { ids: ['switch', 'nothing'] }, { why: 'unknown-row', id: 'nothing' }],
    ['a row that is decided', { ids: ['m-both'] }, { why: 'already-decided', id: 'm-both' }],
    ['no row', { ids: [] }, { why: 'no-rows' }],
    ['no decision', { reference: '  ' }, { why: 'no-reference' }],
    ['the same version', { version: 'test-2' }, { why: 'same-version' }],
    ['no version', { version: ' ' }, { why: 'same-version' }],
    ['a decision of tomorrow', { decided: date('2026-12-11') }, { why: 'decided-later' }],
  ])('%s is refused', (_, change, error) => {
    expect(adopt(proposed, { ...wanted, ...change }, TODAY)).toEqual({ ok: false, error });
  });

  it.each([
    ['today, where nobody says another', undefined, TODAY, TODAY],
    ['the day of the decision, which can be entered later', date('2026-12-08'), TODAY, date('2026-12-08')],
    ['its own day, where that is later', date('2026-12-08'), date('2027-02-01'), date('2027-01-01')],
    ['the decision, where its own day has passed by then', undefined, date('2027-03-01'), date('2027-03-01')],
  ])('no row binds from before its decision: %s', (_, decided, today, from) => {
    const old = {
      ...proposed,
      successions: (proposed.successions ?? []).map((row) =>
        today === TODAY && from <= TODAY ? { ...row, validFrom: date('2020-01-01') } : row,
      ),
    };
    const outcome = adopt(old, { ...wanted, ids: ['switch'], ...(decided ? { decided } : {}) }, today);
    expect(outcome.ok && outcome.value.successions?.map(({ validFrom }) => validFrom)).toEqual([from]);
  });
});
