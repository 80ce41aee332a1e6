import { describe, expect, it } from 'vitest';
import { dueAt } from '#domain/coordination/clock.ts';
import { nextPulse, pulseDue, users, withPulse } from '#domain/coordination/pulse.ts';
import type { CaseState, KnownCase } from '#domain/coordination/state.ts';
import type { FigureInput } from '#domain/indicators/figures.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { atHour } from '#domain/shared/calendar.ts';
import {
  brings,
  imported,
  noNeed,
  refusal,
  asked as round,
  type Story,
  tell,
  ticks,
  told,
  yes,
} from '#support/given.ts';
import { does, until } from '#support/stages.ts';
import { at, date, governance, officer, sKirurgi, vKirurgi } from '#support/world.ts';

/** Signed on 16 March 2027, in force from then, until 31 March 2029. */
const contract = until('contract');
const documented = told(
  governance,
  contract,
  does(officer, { do: 'complete-documentation' }, at('2027-04-01 09:00')),
);
const asked = told(governance, documented, ticks(at('2027-04-15 09:00')));
const rates = (by: typeof sKirurgi, figure: Partial<Extract<FigureInput, { kind: 'rating' }>> = {}) =>
  does(by, {
    do: 'note-figure',
    figure: { kind: 'rating', rating: 4, about: 'quality', wave: 'start', ...figure },
    texts: {},
  });
const pulseOf = (story: Story) => (story.state.status === 'new' ? undefined : story.state.figures?.pulse);

describe('the users of a contract are asked how it works (domain: indicator 9)', () => {
  it('thirty days after it is in force and after a year, on a working day at nine', () => {
    expect(nextPulse(contract.state)).toEqual({ wave: 'start', at: atHour(date('2027-04-15'), 9) });
    expect(dueAt(documented.state, governance)).toBe(atHour(date('2027-04-15'), 9));
    expect(nextPulse(asked.state)).toEqual({ wave: 'year', at: atHour(date('2028-03-15'), 9) });
    expect(brings(documented, ticks(atHour(date('2027-04-15'), 8)))).toEqual([]);
    expect(brings(documented, ticks(at('2027-04-15 09:00')))).toEqual(['pulse-asked']);
  });

  const inForce = (facts: { start?: string; until?: string }): CaseState => {
    const { state } = until('contract');
    if (!('contract' in state)) throw new Error(state.status);
    const { start, until: end } = facts;
    return {
      ...state,
      ...(start === undefined ? {} : { item: { ...state.item, start: date(start) } }),
      ...(end === undefined ? {} : { contract: { ...state.contract, until: date(end) } }),
    };
  };
  it.each<[string, Parameters<typeof inForce>[0], string]>([
    ['when it is signed, where the plan names no start', {}, '2027-04-15'],
    ['when it is signed, where it was planned to start before', { start: '2027-02-01' }, '2027-04-15'],
    ['from the planned start, where that comes after', { start: '2027-05-03' }, '2027-06-02'],
    ['and it runs that very day', { until: '2027-04-15' }, '2027-04-15'],
  ])('it is in force %s', (_, facts, day) => {
    expect(nextPulse(inForce(facts))).toEqual({ wave: 'start', at: atHour(date(day), 9) });
  });

  it('not where it has ended the day before, and at once where the hour has struck', () => {
    expect(nextPulse(inForce({ until: '2027-04-14' }))).toBeNull();
    const nine = atHour(date('2027-04-15'), 9);
    expect(pulseDue(inForce({}), nine)).toBe('start');
    expect(pulseDue(inForce({}), atHour(date('2027-04-15'), 8))).toBeNull();
    expect(pulseDue(inForce({}), atHour(date('2028-03-15'), 9))).toBe('year');
  });

  it('each wave is kept in its order', () => {
    const first = withPulse(inForce({}), 'start');
    expect(first).toMatchObject({ figures: { pulses: ['start'] } });
    expect(withPulse(first, 'year')).toMatchObject({ figures: { pulses: ['start', 'year'] } });
    expect(nextPulse(withPulse(first, 'year'))).toBeNull();
  });

  it('of the units that have committed themselves, and of nobody before anybody was asked', () => {
    const some = tell(round, yes(sKirurgi), noNeed(vKirurgi));
    expect(users(some.state as KnownCase)).toEqual([sKirurgi.unit]);
    expect(users(imported.state as KnownCase)).toEqual([]);
  });

  it('never reminded, and one wave only where both have come', () => {
    expect(brings(asked, ticks(at('2027-12-01 09:00')))).toEqual([]);
    const late = told(governance, documented, ticks(at('2028-06-01 09:00')));
    expect(late.events.filter(({ type }) => type === 'pulse-asked')).toMatchObject([{ wave: 'year' }]);
    expect(nextPulse(late.state)).toBeNull();
  });

  it('not before there is a contract, and not once it has ended or is closed', () => {
    expect(nextPulse(until('standstill').state)).toBeNull();
    expect(nextPulse(until('closed').state)).toBeNull();
    const short = {
      ...contract.state,
      contract: { ...('contract' in contract.state && contract.state.contract), until: '2027-04-01' },
    };
    expect(nextPulse(short as typeof contract.state)).toBeNull();
  });
});

describe('a tap is a figure', () => {
  it('of a person, a wave and a question; said anew it replaces, said again nothing happens', () => {
    const rated = told(
      governance,
      asked,
      rates(sKirurgi),
      rates(sKirurgi, { about: 'business', rating: 2 }),
      rates(vKirurgi, { rating: 5 }),
      rates(sKirurgi, { rating: 3 }),
    );
    expect(pulseOf(rated)).toEqual({
      start: { [sKirurgi.id]: { quality: 3, business: 2 }, [vKirurgi.id]: { quality: 5 } },
    });
    expect(factsOf(rated.state)?.quality.ratings.toSorted()).toEqual([3, 5]);
    expect(brings(rated, rates(sKirurgi, { rating: 3 }))).toEqual([]);
  });

  it('of the deal and the administration, the latest of each person counts; and which units say how it works', () => {
    const quality = (story: Story) => factsOf(story.state)?.quality;
    expect(quality(documented)).toEqual({ ratings: [] });
    expect(quality(asked)).toEqual({ ratings: [], units: { asked: 4, answered: 0 } });
    const first = told(
      governance,
      asked,
      rates(sKirurgi, { about: 'business', rating: 2 }),
      rates(vKirurgi, { about: 'business', rating: 4 }),
      rates(vKirurgi, { about: 'administration', rating: 1 }),
    );
    expect(quality(first)).toEqual({
      ratings: [],
      business: [2, 4],
      administration: [1],
      units: { asked: 4, answered: 2 },
    });
    const later = told(
      governance,
      told(governance, first, ticks(at('2028-03-15 09:00'))),
      rates(sKirurgi, { about: 'business', wave: 'year', rating: 5 }),
    );
    expect(quality(later)?.business).toEqual([5, 4]);
    expect(quality(later)?.units).toEqual({ asked: 4, answered: 2 });
  });

  it('is refused before it was asked, from nobody’s unit, and outside one to five', () => {
    expect(refusal(documented, rates(sKirurgi), governance)).toBe('not-possible-now');
    expect(refusal(asked, rates(sKirurgi, { wave: 'year' }), governance)).toBe('not-possible-now');
    expect(refusal(asked, rates(officer as typeof sKirurgi), governance)).toBe('not-your-unit');
    expect(refusal(asked, rates(sKirurgi, { rating: 6 }), governance)).toBe('number-unreadable');
  });
});
