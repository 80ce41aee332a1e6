import { describe, expect, it } from 'vitest';
import { olderProblem, onFile, putToBody } from '#domain/coordination/deciding/minutes.ts';
import type { StageDecision, StageKind } from '#domain/coordination/stages.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { REGIONSTYRELSEN_V, RF, until } from '#support/stages.ts';
import { at, date, officer, SORMLAND, VASTMANLAND } from '#support/world.ts';

const decision = (kind: StageKind, more: Partial<StageDecision> = {}): StageDecision => ({
  kind,
  regions: [SORMLAND, VASTMANLAND],
  rule: 'rf-initiate',
  ruleVersion: '2026-1',
  body: RF,
  date: date('2026-11-20'),
  paragraph: '§ 118',
  registryNumber: 'RS 2026-0400',
  late: false,
  revision: 1,
  at: at('2026-11-23 09:00'),
  by: officer.id,
  texts: {},
  ...more,
});
const known = (status: string, ...stageDecisions: readonly StageDecision[]): KnownCase => {
  const { state } = until(status);
  if (state.status === 'new') throw new Error('no item');
  return { ...state, stageDecisions };
};
const used = (on: string) => ({ usedOn: date(on) });

describe('from which day a body can have decided what is asked now (laws 2, 3 and 6)', () => {
  it('after an earlier decision of the same kind was used up, the latest of them, and no other kind', () => {
    const put = (...given: readonly StageDecision[]) => putToBody(known('locked', ...given), 'postpone');
    expect(put()).toBeUndefined();
    expect(put(decision('postpone'))).toBeUndefined();
    expect(
      put(
        decision('postpone', used('2026-11-10')),
        decision('postpone', used('2026-10-01')),
        decision('initiate', used('2026-12-24')),
      ),
    ).toBe('2026-11-10');
  });

  it('an award after the advertising, a contract after the award, an extension after the contract', () => {
    const day = (status: string, kind: StageKind) => putToBody(known(status), kind);
    const { state } = until('contract');
    if (!('contract' in state)) throw new Error('no contract');
    expect(day('contract', 'award')).toBe(state.advertising?.date);
    expect(day('contract', 'contract')).toBe(state.award?.date);
    expect(day('contract', 'extend')).toBe(state.contract.date);
    expect(day('contract', 'cancel')).toBeUndefined();
    expect(day('locked', 'award')).toBeUndefined();
    expect(day('locked', 'extend')).toBeUndefined();
    expect(day('advertised', 'contract')).toBeUndefined();
  });

  it('on that day at the earliest', () => {
    expect(olderProblem(date('2026-11-20'), undefined)).toBeNull();
    expect(olderProblem(date('2026-11-20'), date('2026-11-20'))).toBeNull();
    expect(olderProblem(date('2026-11-19'), date('2026-11-20'))).toEqual({
      code: 'decided-before-matter',
      params: { date: '2026-11-19', after: '2026-11-20' },
    });
  });
});

describe('the same minutes are one decision (law 6)', () => {
  const state = () => known('locked', decision('initiate'));
  const minutes = { body: RF, date: date('2026-11-20'), paragraph: '§ 118' };
  it('of one kind, body, day and paragraph, for any of its regions, however the paragraph is spaced', () => {
    expect(onFile(state(), 'initiate', minutes, [SORMLAND])).toBe(true);
    expect(onFile(state(), 'initiate', { ...minutes, paragraph: ' § 118 ' }, [VASTMANLAND])).toBe(true);
    expect(onFile(known('locked'), 'initiate', minutes, [SORMLAND])).toBe(false);
  });
  it.each<[string, StageKind, Partial<typeof minutes>]>([
    ['another kind', 'award', {}],
    ['another body', 'initiate', { body: REGIONSTYRELSEN_V }],
    ['another day', 'initiate', { date: date('2026-11-21') }],
    ['another paragraph', 'initiate', { paragraph: '§ 119' }],
  ])('%s is another', (_, kind, change) => {
    expect(onFile(state(), kind, { ...minutes, ...change }, [SORMLAND])).toBe(false);
  });
  it('nor is it that of a region for which nothing was decided', () => {
    const one = known('locked', decision('initiate', { regions: [VASTMANLAND] }));
    expect(onFile(one, 'initiate', minutes, [SORMLAND])).toBe(false);
    expect(onFile(one, 'initiate', minutes, [SORMLAND, VASTMANLAND])).toBe(true);
  });
});
