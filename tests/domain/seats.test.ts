import { describe, expect, it } from 'vitest';
import { type Governance, governanceOn, type MandateRow } from '#domain/authority/governance.ts';
import type { Seat } from '#domain/authority/mandates.ts';
import type { Proposal, RegionDecision } from '#domain/coordination/escalation-state.ts';
import { decisionOn, formerSeat, seatsAt, seatsOf } from '#domain/coordination/seating.ts';
import { stands } from '#domain/coordination/stage-standing.ts';
import type { StageDecision } from '#domain/coordination/stages.ts';
import type { EscalatedCase } from '#domain/coordination/state.ts';
import { bothApprove, decides, lift, objected, type Story, told } from '#support/given.ts';
import { does } from '#support/stages.ts';
import * as world from '#support/world.ts';

const { at, date, governance, NAMNDEN, officer, secretary, SORMLAND, VASTMANLAND } = world;
const { sDecider, sMember2, vDecider } = world;
const BOTH = [SORMLAND, VASTMANLAND];
const row = (id: string, facts: Partial<MandateRow> = {}): MandateRow => ({
  validFrom: date('2020-01-01'),
  status: 'decided',
  id,
  kinds: ['coordinate', 'deviate', 'postpone'],
  actsFor: BOTH,
  holder: { kind: 'body', body: NAMNDEN },
  ...facts,
});
const delegate = (id: string, person: typeof officer.id, facts: Partial<MandateRow> = {}): MandateRow =>
  row(id, { holder: { kind: 'delegate', person, body: NAMNDEN }, ...facts });
const withRows = (...mandates: MandateRow[]): Governance => ({ ...governance, mandates });
const waiting = (rules: Governance, from: Story = objected): Story =>
  told(rules, from, lift(), ...bothApprove());
const escalated = ({ state }: Story): EscalatedCase => {
  if (state.status !== 'escalated') throw new Error(state.status);
  return state;
};
const atDecision = (story: Story) => {
  const { escalation } = escalated(story);
  if (escalation.level !== 'decision') throw new Error(escalation.level);
  return escalation;
};
const named = (seats: readonly Seat[]) => seats.map(({ rule, regions }) => [rule, regions]);

describe('a decision is on the seat of its own row (law 2)', () => {
  const decision: RegionDecision = {
    regions: BOTH,
    outcome: 'coordinate',
    rule: 'board',
    ruleVersion: 'test-1',
    at: objected.now,
    texts: {},
    by: secretary.id,
  };
  it('also where it was taken for more regions than are left to the seat, and never of another row', () => {
    expect(decisionOn({ rule: 'board', regions: [SORMLAND] }, [decision])).toBe(decision);
    expect(decisionOn({ rule: 'other', regions: [SORMLAND] }, [decision])).toBeUndefined();
    expect(
      decisionOn({ rule: 'board', regions: [VASTMANLAND] }, [{ ...decision, regions: [SORMLAND] }]),
    ).toBeUndefined();
  });
});

describe('one row has a seat for each question that it is asked (section 3)', () => {
  const rules = withRows(row('board'));
  const asked = (s: string, v: string) => {
    const story = waiting(rules);
    const escalation = atDecision(story);
    const until = (day: string): Proposal => ({
      ...escalation.proposal,
      outcome: 'deviate',
      until: date(day),
    });
    const passed = { [SORMLAND]: until(s), [VASTMANLAND]: until(v) };
    return named(seatsAt(escalated(story), { ...escalation, passed }, rules, BOTH).seats);
  };
  it('a deviation till another day is another question', () => {
    expect(asked('2027-12-31', '2027-12-31')).toEqual([['board', BOTH]]);
    expect(asked('2027-12-31', '2028-12-31')).toEqual([
      ['board', [SORMLAND]],
      ['board', [VASTMANLAND]],
    ]);
  });
});

describe('who decides what cannot wait has a seat while it cannot (KL 6:39)', () => {
  const rules = withRows(row('board'), delegate('chair', sMember2.id, { urgent: true }));
  const seats = (story: Story) => named(seatsAt(escalated(story), atDecision(story), rules, BOTH).seats);
  it('and none otherwise', () => {
    expect(seats(waiting(rules))).toEqual([['board', BOTH]]);
    const hurried = told(
      rules,
      objected,
      does(officer, { do: 'mark-urgent', texts: { reason: 'Avtalet upphör på fredag' } }),
    );
    expect(seats(hurried)).toEqual([['chair', BOTH]]);
  });
});

describe('where who goes on despite resistance has a conflict, whoever would have decided does (law 0, KL 6:28–32)', () => {
  const despite = delegate('despite', officer.id, { kinds: ['coordinate'], despiteResistance: true });
  const conflicted = told(
    withRows(despite, row('board')),
    objected,
    does(officer, { do: 'declare-conflict', conflict: true }),
  );
  const seated = (...others: MandateRow[]) => {
    const { seats, missing } = seatsOf(
      escalated(conflicted),
      withRows(despite, ...others),
      'coordinate',
      BOTH,
    );
    return { seats: named(seats), missing };
  };
  it('each region’s own decider', () => {
    const s = delegate('s', sDecider.id, { actsFor: [SORMLAND], unknownValue: true });
    const v = delegate('v', vDecider.id, { actsFor: [VASTMANLAND], unknownValue: true });
    expect(seated(s, v)).toEqual({
      seats: [
        ['s', [SORMLAND]],
        ['v', [VASTMANLAND]],
      ],
      missing: [],
    });
  });
  it('and a region that has nobody else is named as missing, never guessed', () => {
    const s = delegate('s', sDecider.id, { actsFor: [SORMLAND] });
    expect(seated(s)).toEqual({ seats: [['s', [SORMLAND]]], missing: [VASTMANLAND] });
  });
});

describe('the seat that a body had on an earlier day is for whom nobody has decided since', () => {
  const file = withRows(
    row('board', { validTo: date('2026-12-31') }),
    delegate('s', sDecider.id, { actsFor: [SORMLAND], validFrom: date('2027-01-01') }),
    delegate('v', vDecider.id, { actsFor: [VASTMANLAND], validFrom: date('2027-01-01') }),
  );
  const [december, january] = [
    governanceOn(file, date('2026-12-15')),
    governanceOn(file, date('2027-01-11')),
  ];
  const story = () => {
    const before = waiting(december, { ...objected, now: at('2026-12-15 09:00') });
    const tick = { by: world.clock, command: { do: 'tick' }, at: at('2027-01-11 09:00') } as const;
    return told(january, before, tick, decides(sDecider, SORMLAND, 'coordinate'));
  };
  const former = (region?: typeof SORMLAND) =>
    formerSeat(escalated(story()), january, {
      body: NAMNDEN,
      date: date('2026-12-16'),
      ...(region ? { region } : {}),
    });
  it('for the region that is left, and for no other', () => {
    expect(former()).toEqual({
      kind: 'body',
      rule: 'board',
      body: NAMNDEN,
      regions: [VASTMANLAND],
      secretary: secretary.id,
      example: false,
    });
    expect(former(VASTMANLAND)).toEqual(former());
    expect(former(SORMLAND)).toBeNull();
  });
});

describe('a stage’s decision on file counts for its regions, from its day, by its row (laws 3 and 6)', () => {
  const rules = withRows(delegate('start', sDecider.id, { kinds: ['initiate'], unknownValue: true }));
  const decision: StageDecision = {
    kind: 'initiate',
    regions: [SORMLAND],
    rule: 'start',
    ruleVersion: 'test-1',
    body: NAMNDEN,
    delegate: sDecider.id,
    date: date('2026-11-23'),
    late: false,
    revision: 1,
    at: objected.now,
    by: sDecider.id,
    texts: {},
  };
  const about = { matter: { total: 4_000_000, own: {}, principle: false }, revision: 1, since: 1 };
  const counts = (facts: Partial<StageDecision> = {}, region = SORMLAND, today = '2026-11-23') =>
    stands({ ...decision, ...facts }, region, about, rules, date(today));

  it('for no other region, and not before the day of the meeting', () => {
    expect(counts()).toBe(true);
    expect(counts({}, VASTMANLAND)).toBe(false);
    expect(counts({ date: date('2026-11-24') })).toBe(false);
    expect(counts({ date: date('2026-11-24') }, SORMLAND, '2026-11-24')).toBe(true);
  });

  it('also where the row names somebody else since, and not where another delegate of the body took it by none', () => {
    expect(counts({ delegate: vDecider.id })).toBe(true);
    expect(counts({ delegate: vDecider.id, rule: 'gone' })).toBe(false);
    expect(counts({ rule: 'gone' })).toBe(true);
  });
});
