import { describe, expect, it } from 'vitest';
import { callOffsOf, nextCallOff, roomOf } from '#domain/coordination/call-offs.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { type CaseState, initialState, type KnownCase } from '#domain/coordination/state.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { unitId } from '#domain/shared/ids.ts';
import { attempt, refusal, type Step, type Story, tell } from '#support/given.ts';
import { advances, until } from '#support/stages.ts';
import {
  at,
  clock,
  date,
  deputy,
  officer,
  operator,
  SORMLAND,
  sKirurgi,
  units,
  VASTMANLAND,
  vKirurgi,
} from '#support/world.ts';

type CallOff = Extract<CaseCommand, { do: 'call-off' }>;

/** Signed on 16 March 2027, in force until 31 March 2029; each region's ceiling is two million. */
const signed = until('contract');
const LATER = at('2027-06-01 10:00');
const notes = (by: Actor, more: Partial<CallOff> = {}): Step => ({
  by,
  command: {
    do: 'call-off',
    unit: units.sKirurgi,
    number: 1,
    value: 800_000,
    date: date('2027-05-31'),
    texts: {},
    ...more,
  },
  at: LATER,
});
const known = (state: CaseState): KnownCase => {
  if (state.status === 'new') throw new Error('new');
  return state;
};
const room = (story: Story, region = SORMLAND) => roomOf(known(story.state), region);
const why = (story: Story, step: Step) => {
  const outcome = attempt(story, step);
  return outcome.ok ? null : outcome.error;
};

describe('a unit of a participating region calls off within its region’s ceiling (law 5)', () => {
  const one = tell(signed, notes(sKirurgi));

  it('the sum stands against the ceiling, region by region', () => {
    expect(room(signed)).toEqual({
      region: SORMLAND,
      value: { ceiling: 2_000_000, called: 0, left: 2_000_000 },
      volume: null,
    });
    const two = tell(one, notes(officer, { unit: units.sAkut, number: 2, value: 1_200_000 }));
    expect(room(one)?.value).toEqual({ ceiling: 2_000_000, called: 800_000, left: 1_200_000 });
    expect(room(two)?.value).toEqual({ ceiling: 2_000_000, called: 2_000_000, left: 0 });
    expect(room(two, VASTMANLAND)?.value?.called).toBe(0);
    expect(one.events.at(-1)).toEqual({
      type: 'called-off',
      number: 1,
      unit: units.sKirurgi,
      value: 800_000,
      date: '2027-05-31',
      at: LATER,
      by: sKirurgi.id,
    });
    expect(two.state.status).toBe('contract');
  });

  it('what lies beyond is refused, with what is left and how much more it takes', () => {
    expect(why(one, notes(sKirurgi, { number: 2, value: 1_200_001 }))).toEqual({
      code: 'ceiling-reached',
      params: { region: SORMLAND, left: '1200000', beyond: '1' },
    });
  });

  it('a unit that had not committed itself, or was not even asked, may as well', () => {
    const stranger: Actor = { ...sKirurgi, unit: unitId(SORMLAND, 'Ögon') };
    const step = notes(stranger, { unit: unitId(SORMLAND, 'Ögon') });
    expect(refusal(signed, step)).toBe('allowed');
    expect(room(tell(signed, step))?.value?.called).toBe(800_000);
  });

  it('a region that takes no part may not: that takes a procurement of its own', () => {
    const outside = unitId('orebro' as typeof SORMLAND, 'Kirurgi');
    expect(why(signed, notes(officer, { unit: outside }))).toMatchObject({ code: 'late-region-outside' });
    expect(roomOf(known(signed.state), 'orebro' as typeof SORMLAND)).toBeNull();
  });

  it('its own people or an officer note it; never another unit’s, the clock or the command line', () => {
    expect(refusal(signed, notes(officer))).toBe('allowed');
    expect(refusal(signed, notes(vKirurgi))).toBe('not-your-unit');
    expect(refusal(signed, notes({ ...sKirurgi, unit: units.sAkut }))).toBe('allowed');
    expect(refusal(signed, notes({ ...sKirurgi, roles: [] }))).toBe('not-your-unit');
    expect(refusal(signed, notes(deputy, { unit: units.vKirurgi }))).toBe('not-your-unit');
    const elsewhere = unitId(SORMLAND, 'Ögon');
    expect(refusal(signed, notes(sKirurgi, { unit: elsewhere }))).toBe('not-your-unit');
    expect(refusal(signed, notes({ ...sKirurgi, unit: elsewhere, roles: [] }, { unit: elsewhere }))).toBe(
      'not-your-unit',
    );
    for (const nobody of [clock, operator]) expect(refusal(signed, notes(nobody))).toBe('people-only');
  });

  it('only on a contract, and while it runs', () => {
    expect(refusal({ ...signed, state: initialState() }, notes(officer))).toBe('unknown-item');
    expect(refusal(until('standstill'), notes(officer))).toBe('no-contract-yet');
    expect(refusal(signed, notes(officer, { date: date('2027-03-15') }))).toBe('stage-date-too-early');
    expect(refusal(signed, notes(officer, { date: date('2027-03-16') }))).toBe('allowed');
    expect(refusal(signed, notes(officer, { date: date('2027-06-02') }))).toBe('stage-date-in-the-future');
    expect(refusal(signed, notes(officer, { date: date('2027-06-01') }))).toBe('allowed');
    const ended = { ...notes(officer, { date: date('2029-04-01') }), at: at('2029-04-02 09:00') };
    expect(why(signed, ended)).toEqual({ code: 'contract-over', params: { until: '2029-03-31' } });
    const last = { ...notes(officer, { date: date('2029-03-31') }), at: at('2029-04-02 09:00') };
    expect(refusal(signed, last)).toBe('allowed');
    const longer = tell(signed, advances({ to: 'extended', until: date('2031-03-31') }));
    expect(refusal(longer, ended)).toBe('allowed');
    expect(refusal(until('closed'), { ...notes(officer), at: at('2028-04-01 09:00') })).toBe('allowed');
  });

  it('an amount is one: not nothing, not less', () => {
    for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(refusal(signed, notes(officer, { value }))).toBe('number-unreadable');
    }
    expect(refusal(signed, notes(officer, { volume: -1 }))).toBe('number-unreadable');
    expect(refusal(signed, notes(officer, { texts: { text: 'x'.repeat(2001) } }))).toBe('text-too-long');
  });
});

describe('a ceiling in pieces', () => {
  const of = (ceiling: number, ceilingVolume: number): Story => {
    const state = signed.state as Extract<CaseState, { status: 'contract' }>;
    return { ...signed, state: { ...state, participants: [{ region: SORMLAND, ceiling, ceilingVolume }] } };
  };

  it('is kept beside the one in kronor', () => {
    const one = tell(of(2_000_000, 10), notes(officer, { volume: 6 }));
    expect(room(one)?.volume).toEqual({ ceiling: 10, called: 6, left: 4 });
    expect(why(one, notes(officer, { number: 2, value: 1, volume: 5 }))).toEqual({
      code: 'ceiling-reached',
      params: { region: SORMLAND, leftVolume: '4', beyondVolume: '1' },
    });
    expect(refusal(one, notes(officer, { number: 2, value: 1, volume: 4 }))).toBe('allowed');
    expect(refusal(one, notes(officer, { number: 2, value: 1 }))).toBe('allowed');
  });

  it('alone, where nobody named kronor, it demands a number of pieces', () => {
    expect(room(of(0, 10))).toEqual({
      region: SORMLAND,
      value: null,
      volume: { ceiling: 10, called: 0, left: 10 },
    });
    expect(refusal(of(0, 10), notes(officer))).toBe('number-unreadable');
    expect(refusal(of(0, 10), notes(officer, { volume: 10 }))).toBe('allowed');
    expect(refusal(of(0, 10), notes(officer, { volume: 11 }))).toBe('ceiling-reached');
  });
});

describe('what was noted twice, or wrongly', () => {
  const one = tell(signed, notes(sKirurgi));

  it('the same press counts once; another from the same card is told that it is old', () => {
    expect(tell(one, notes(sKirurgi)).events).toHaveLength(one.events.length);
    expect(refusal(one, notes(officer))).toBe('old-card');
    expect(refusal(one, notes(sKirurgi, { value: 700_000 }))).toBe('old-card');
    expect(refusal(one, notes(sKirurgi, { number: 3 }))).toBe('old-card');
    expect(nextCallOff(known(one.state))).toBe(2);
    expect(nextCallOff(known(signed.state))).toBe(1);
  });

  it('its giver or an officer corrects it within the ceiling, or takes it back', () => {
    const more = notes(sKirurgi, { corrects: true, value: 2_000_000 });
    expect(room(tell(one, more))?.value?.left).toBe(0);
    expect(refusal(one, notes(officer, { corrects: true, value: 2_000_001 }))).toBe('ceiling-reached');
    const other = { ...sKirurgi, id: units.sKirurgi as unknown as typeof sKirurgi.id };
    expect(refusal(one, notes(other, { corrects: true, value: 1 }))).toBe('not-your-unit');
    const back = tell(one, notes(officer, { corrects: true, value: 0 }));
    expect(room(back)?.value).toEqual({ ceiling: 2_000_000, called: 0, left: 2_000_000 });
    expect(callOffsOf(known(back.state))).toMatchObject([{ number: 1, value: 0, by: officer.id }]);
    // Its number is never used again.
    expect(nextCallOff(known(back.state))).toBe(2);
    expect(tell(back, notes(officer, { corrects: true, value: 0 })).events).toHaveLength(back.events.length);
  });

  it('only one that is there, of its own unit', () => {
    expect(refusal(one, notes(officer, { corrects: true, number: 2 }))).toBe('old-card');
    expect(refusal(one, notes(officer, { corrects: true, unit: units.sAkut, value: 1 }))).toBe('old-card');
  });

  it('stands in the order of its number', () => {
    const two = tell(
      one,
      notes(officer, { number: 2, value: 100 }),
      notes(sKirurgi, { corrects: true, value: 5 }),
    );
    expect(callOffsOf(known(two.state)).map(({ number, value }) => [number, value])).toEqual([
      [1, 5],
      [2, 100],
    ]);
  });
});
