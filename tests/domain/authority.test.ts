import { describe, expect, it } from 'vitest';
import { parseGovernance } from '#application/rules.ts';
import type { Governance, MandateRow } from '#domain/authority/governance.ts';
import { councilMandate, type Matter, ofTotal, seatsFor } from '#domain/authority/mandates.ts';
import { requiredDecisions, speaksOf } from '#domain/authority/required.ts';
import { bodyId } from '#domain/shared/ids.ts';
import { date, governance, NAMNDEN, SORMLAND, sDecider, sMember, VASTMANLAND } from '../support/world.ts';

const RF = bodyId('regionfullmaktige-sormland');
const RS = bodyId('regionstyrelsen-sormland');
const always = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
const TODAY = date('2026-11-24');
const BOTH = [SORMLAND, VASTMANLAND];

const initiate = (id: string, row: Partial<MandateRow> = {}): MandateRow => ({
  ...always,
  id,
  kinds: ['initiate'],
  actsFor: [SORMLAND],
  holder: { kind: 'body', body: NAMNDEN },
  ...row,
});
const withRows = (...mandates: MandateRow[]): Governance => ({
  ...governance,
  bodies: [
    ...governance.bodies,
    { ...always, id: 'b-rf', body: RF, name: { sv: 'RF', en: 'RF' }, secretary: sMember.id, preparedBy: RS },
  ],
  mandates,
});
const delegate = { kind: 'delegate', person: sDecider.id, body: NAMNDEN } as const;
const order = (basis: 'own' | 'total') =>
  withRows(
    initiate('delegate', { basis, holder: delegate, below: 50_000_000 }),
    initiate('board', { basis, from: 50_000_000, below: 250_000_000 }),
    initiate('assembly', { basis, from: 250_000_000, holder: { kind: 'body', body: RF } }),
  );
const who = (rules: Governance, matter: Matter, regions = [SORMLAND]) => {
  const { required, gaps } = requiredDecisions(matter, rules, TODAY, 'initiate', regions);
  return [...required.map(({ rule }) => rule), ...gaps.map(({ region, why }) => `${region}: ${why}`)];
};

describe('who must decide, by the delegation order (law 6)', () => {
  it('an amount is from its lower bound, inclusive, and below its upper', () => {
    const rules = order('total');
    expect(who(rules, ofTotal(49_999_999))).toEqual(['delegate']);
    expect(who(rules, ofTotal(50_000_000))).toEqual(['board']);
    expect(who(rules, ofTotal(249_999_999))).toEqual(['board']);
    expect(who(rules, ofTotal(250_000_000))).toEqual(['assembly']);
  });

  it("the basis is the whole procurement or the region's own part, as the row says", () => {
    const matter: Matter = {
      total: 400_000_000,
      own: { [SORMLAND]: 100_000_000 },
      principle: false,
    };
    expect(who(order('total'), matter)).toEqual(['assembly']);
    expect(who(order('own'), matter)).toEqual(['board']);
  });

  it('an own part that nobody knows is no guess: the rows that might be meant are named', () => {
    const matter = ofTotal(100_000_000);
    const { required, gaps } = requiredDecisions(matter, order('own'), TODAY, 'initiate', [SORMLAND]);
    expect(required).toEqual([]);
    // The own part is at most the whole, so what begins at 250 million is out of question.
    expect(gaps).toEqual([{ region: SORMLAND, why: 'own-value-unknown', candidates: ['delegate', 'board'] }]);
  });

  it('a row of the own basis that cannot be judged lets no later row take its place', () => {
    const rules = withRows(
      initiate('own', { basis: 'own', below: 50_000_000 }),
      initiate('total', { basis: 'total', from: 0 }),
    );
    expect(who(rules, ofTotal(80_000_000))).toEqual([`${SORMLAND}: own-value-unknown`]);
  });

  it('a value that nobody knows is covered only by a row that says so', () => {
    expect(who(order('total'), ofTotal(undefined))).toEqual([`${SORMLAND}: no-row`]);
    expect(who(withRows(initiate('any', { unknownValue: true })), ofTotal(undefined))).toEqual(['any']);
    expect(who(withRows(initiate('own', { basis: 'own', unknownValue: true })), ofTotal(80_000_000))).toEqual(
      ['own'],
    );
  });

  it('a matter of principle goes by its own row, whatever the amount', () => {
    const rules = withRows(
      initiate('amount', { from: 0 }),
      initiate('principle', { principle: true, holder: { kind: 'body', body: RF } }),
    );
    expect(who(rules, { ...ofTotal(1), principle: true })).toEqual(['principle']);
    expect(who(rules, ofTotal(1))).toEqual(['amount']);
    expect(who(withRows(initiate('amount', { from: 0 })), { ...ofTotal(1), principle: true })).toEqual([
      'amount',
    ]);
  });

  it('an empty table refuses to guess and names every region', () => {
    expect(who(withRows(), ofTotal(1), BOTH)).toEqual([`${SORMLAND}: no-row`, `${VASTMANLAND}: no-row`]);
  });

  it('a row for one kind of decision or one region says nothing about another', () => {
    const rules = withRows(initiate('a', { from: 0 }), initiate('b', { kinds: ['award'], from: 0 }));
    expect(who(rules, ofTotal(1), BOTH)).toEqual(['a', `${VASTMANLAND}: no-row`]);
    expect(speaksOf(rules, 'initiate')).toBe(true);
    expect(speaksOf(rules, 'extend')).toBe(false);
  });

  it('only rows that are decided and in force on the day bind', () => {
    const rules = withRows(
      initiate('draft', { from: 0, status: 'draft' }),
      initiate('proposed', { from: 0, status: 'proposed' }),
      initiate('over', { from: 0, validTo: date('2026-11-23') }),
      initiate('coming', { from: 0, validFrom: date('2026-11-25') }),
    );
    expect(who(rules, ofTotal(1))).toEqual([`${SORMLAND}: no-row`]);
    const last = withRows(initiate('last-day', { from: 0, validTo: TODAY }));
    expect(who(last, ofTotal(1))).toEqual(['last-day']);
  });

  it("a case of the fullmäktige needs its board's preparation first (KL 5:26)", () => {
    const at = (value: number) =>
      requiredDecisions(ofTotal(value), order('total'), TODAY, 'initiate', [SORMLAND]).required[0];
    expect(at(300_000_000)?.preparedBy).toBe(RS);
    expect(at(100_000_000)?.preparedBy).toBeUndefined();
  });
});

describe('a mandate is for a named person, a body or named members of the council (law 2)', () => {
  const file = (holder: unknown) => ({
    version: '1',
    regions: [],
    bodies: [],
    ladder: [],
    attendance: [],
    reminders: [],
    mandates: [{ ...initiate('row'), holder }],
  });

  it.each([
    ['a group', { kind: 'group', group: 'unit managers', body: NAMNDEN }],
    ['a role', { kind: 'role', role: 'unit-manager', body: NAMNDEN }],
    ['several delegates', { kind: 'delegate', person: ['t:a', 't:b'], body: NAMNDEN }],
    ['a title', { kind: 'delegate', person: 'verksamhetscheferna', body: NAMNDEN }],
  ])('%s is refused when the file is read, with its place', (_, holder) => {
    const parsed = parseGovernance(file(holder));
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.error.join('\n')).toMatch(/mandates\.0\.holder/);
  });

  it('says what a staff group would have to be instead', () => {
    const parsed = parseGovernance(file({ kind: 'group', group: 'unit managers', body: NAMNDEN }));
    expect(!parsed.ok && parsed.error.join('\n')).toMatch(/never a staff group/);
  });

  it('takes each of the three', () => {
    for (const holder of [
      { kind: 'delegate', person: 't:a', body: NAMNDEN },
      { kind: 'body', body: NAMNDEN },
      { kind: 'members', members: ['t:a'], body: NAMNDEN },
    ]) {
      expect(parseGovernance(file(holder)).ok).toBe(true);
    }
  });
});

describe('a mandate of the council', () => {
  const members = (actsFor = BOTH): MandateRow =>
    initiate('council', {
      kinds: ['coordinate'],
      actsFor,
      from: 0,
      holder: { kind: 'members', members: [sMember.id], body: NAMNDEN },
    });

  it('is there only where rows name members for every region: today the forum recommends', () => {
    expect(councilMandate(governance, 'coordinate', 1, BOTH)).toBeNull();
    expect(councilMandate(withRows(members([SORMLAND])), 'coordinate', 1, BOTH)).toBeNull();
    expect(councilMandate(withRows(members()), 'deviate', 1, BOTH)).toBeNull();
    expect(councilMandate(withRows(members()), 'coordinate', 1, BOTH)).toEqual([
      { rule: 'council', regions: BOTH, members: [sMember.id], body: NAMNDEN },
    ]);
  });

  it('is no seat beside the council: who decides after it stays as it was', () => {
    const rules = { ...governance, mandates: [members(), ...governance.mandates] };
    expect(seatsFor(rules, 'coordinate', 20_000_000, BOTH).seats.map(({ rule }) => rule)).toEqual(['m-both']);
  });
});
