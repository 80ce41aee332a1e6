import { describe, expect, it } from 'vitest';
import { type Governance, governanceOn, type MandateRow } from '#domain/authority/governance.ts';
import type { Outcome } from '#domain/escalation/reasons.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import {
  bothApprove,
  brings,
  decides,
  lift,
  objected,
  refusal,
  type Step,
  type Story,
  ticks,
  told,
} from '#support/given.ts';
import * as world from '#support/world.ts';

const { at, date, governance, NAMNDEN, secretary, SORMLAND, VASTMANLAND, vDecider } = world;
const always = { validFrom: date('2020-01-01'), status: 'decided' } as const;
const ALL = ['coordinate', 'deviate', 'postpone'] as const;
const delegate = (kinds: MandateRow['kinds'], more: Partial<MandateRow> = {}): MandateRow => ({
  ...always,
  id: 'v-delegate',
  kinds,
  actsFor: [VASTMANLAND],
  holder: { kind: 'delegate', person: vDecider.id, body: NAMNDEN },
  ...more,
});
const board: MandateRow = {
  ...always,
  id: 'board',
  kinds: ALL,
  actsFor: [SORMLAND, VASTMANLAND],
  holder: { kind: 'body', body: NAMNDEN },
};
const withRows = (...mandates: MandateRow[]): Governance => ({ ...governance, mandates });
const registers = (
  outcome: Outcome,
  region?: RegionId,
  day = '2026-11-23',
  until = outcome === 'deviate' ? '2027-12-31' : undefined,
): Step => ({
  by: secretary,
  command: {
    do: 'register-decision',
    body: NAMNDEN,
    ...(region ? { region } : {}),
    revision: 1,
    outcome,
    date: date(day),
    paragraph: '§ 9',
    registryNumber: 'IN 2026-0009',
    ...(until ? { until: date(until) } : {}),
    texts: { text: 'Avtal kvar' },
  },
});
const seats = ({ state }: Story) =>
  state.status === 'escalated' && state.escalation.level === 'decision'
    ? state.escalation.seats.map(({ rule, regions }) => [rule, regions])
    : [];
const decided = ({ events }: Story) =>
  events.flatMap((event) => (event.type === 'decided' ? [[event.outcome, event.regions]] : []));

describe('each region is decided for by a decision about its own question (section 3, law 0)', () => {
  const rules = withRows(delegate(['coordinate']), board);
  const passed = told(
    rules,
    objected,
    lift(),
    ...bothApprove(),
    decides(vDecider, VASTMANLAND, 'deviate', '2027-12-31'),
  );
  const apart = [
    ['board', [SORMLAND]],
    ['board', [VASTMANLAND]],
  ];

  it('what one region’s decider passes on to a body is a seat of its own, also when the clock has looked', () => {
    expect(seats(passed)).toEqual(apart);
    expect(brings(passed, ticks(at('2026-12-01 09:00')), rules)).not.toContain('reseated');
    expect(seats(told(rules, passed, ticks(at('2026-12-01 09:00'))))).toEqual(apart);
  });

  it('the body decides each, in whichever order, and no decision is another region’s', () => {
    const done = told(rules, passed, registers('coordinate', SORMLAND), registers('deviate', VASTMANLAND));
    expect(decided(done)).toEqual([
      ['coordinate', [SORMLAND]],
      ['deviate', [VASTMANLAND]],
    ]);
    expect(done.state).toMatchObject({
      status: 'deviation-decided',
      settlements: [{ declining: [VASTMANLAND] }],
    });
    const other = told(rules, passed, registers('deviate', VASTMANLAND), registers('coordinate', SORMLAND));
    expect(other.state).toMatchObject({ settlements: [{ declining: [VASTMANLAND] }] });
  });

  it('a registration that does not say for whom is refused while several are open, and is of the one that is left', () => {
    expect(refusal(passed, registers('deviate'), rules)).toBe('old-card');
    const one = told(rules, passed, registers('deviate', VASTMANLAND));
    const both = told(rules, one, registers('coordinate'));
    expect(decided(both)).toEqual([
      ['deviate', [VASTMANLAND]],
      ['coordinate', [SORMLAND]],
    ]);
  });

  it('decided for a region it is not decided anew', () => {
    const one = told(rules, passed, registers('coordinate', SORMLAND));
    expect(refusal(one, registers('deviate', SORMLAND), rules)).toBe('already-decided');
    expect(brings(one, registers('coordinate', SORMLAND), rules)).toEqual([]);
    expect(refusal(one, registers('coordinate', world.sAkut.region), rules)).toBe('allowed');
  });

  it('the same question to both is one decision for both', () => {
    const same = told(withRows(board), objected, lift(), ...bothApprove());
    expect(seats(same)).toEqual([['board', [SORMLAND, VASTMANLAND]]]);
    expect(decided(told(withRows(board), same, registers('coordinate', VASTMANLAND)))).toEqual([
      ['coordinate', [SORMLAND, VASTMANLAND]],
    ]);
  });

  it('a region that falls to the row by which the other was decided is still decided for', () => {
    const file = withRows(delegate(ALL, { validTo: date('2026-12-31') }), board);
    const before = governanceOn(file, date('2026-12-15'));
    const after = governanceOn(file, date('2027-01-11'));
    const one = told(before, objected, lift(), ...bothApprove(), registers('coordinate'));
    const fallen = told(after, one, ticks(at('2027-01-11 09:00')));
    expect(seats(fallen)).toEqual(apart);
    const done = told(after, fallen, registers('coordinate', undefined, '2027-01-11'));
    expect(done.state.status).toBe('committed');
    const declines = told(after, fallen, registers('deviate', VASTMANLAND, '2027-01-11'));
    expect(declines.state).toMatchObject({ settlements: [{ declining: [VASTMANLAND] }] });
  });
});
