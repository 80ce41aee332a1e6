import { describe, expect, it } from 'vitest';
import { dueAt } from '#domain/coordination/clock.ts';
import { nextPulse } from '#domain/coordination/pulse.ts';
import type { FigureInput } from '#domain/indicators/figures.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { atHour } from '#domain/shared/calendar.ts';
import { brings, refusal, type Story, ticks, told } from '#support/given.ts';
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
