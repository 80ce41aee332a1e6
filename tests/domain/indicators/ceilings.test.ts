import { describe, expect, it } from 'vitest';
import { replay } from '#domain/coordination/evolve.ts';
import { nextStages } from '#domain/coordination/life-cycle.ts';
import type { Advance } from '#domain/coordination/stages.ts';
import { allIndicators } from '#domain/indicators/all.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import {
  answers,
  asked,
  authorises,
  bothApprove,
  brings,
  decides,
  lift,
  locks,
  noNeed,
  objects,
  refusal,
  type Step,
  type Story,
  tell,
  yes,
} from '#support/given.ts';
import { advances, LIFE } from '#support/stages.ts';
import {
  at,
  officer,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
} from '#support/world.ts';
import { day, YEAR } from './facts.ts';

const volume = (by: typeof sKirurgi, pieces: number): Step =>
  answers(by, { kind: 'yes', commitment: { binding: 'estimate', volume: pieces } });
const states = (region: typeof SORMLAND, value: number): Advance => ({ to: 'ceiling-stated', region, value });
const signed = (story: Story): Story => tell(story, ...locks, ...LIFE.slice(0, 8));
const of2027 = (story: Story, id: string, region: typeof SORMLAND | null = null) => {
  const facts = factsOf(story.state);
  const period = { from: day('2027-01-01'), to: day('2027-12-31') };
  const found = allIndicators(facts ? [facts] : [], { ...YEAR, period, region }, { rate: null, targets: [] });
  return found.find((one) => one.id === id);
};

const byVolume = tell(asked, volume(sKirurgi, 10), noNeed(sAkut), volume(vKirurgi, 20), noNeed(vAnestesi));
const oneByVolume = tell(
  asked,
  yes(sKirurgi, 1_000_000),
  noNeed(sAkut),
  volume(vKirurgi, 20),
  noNeed(vAnestesi),
);
const overruled = tell(
  asked,
  yes(sKirurgi, 1_000_000),
  noNeed(sAkut),
  noNeed(vAnestesi),
  objects(vKirurgi),
  lift('coordinate'),
  ...bothApprove(),
  decides(sDecider, SORMLAND, 'coordinate'),
  decides(vDecider, VASTMANLAND, 'coordinate'),
);

describe('indicator 1: a region is a party by its ceiling, in value or volume', () => {
  it.each<[string, Story]>([
    ['both by volume', byVolume],
    ['one by volume', oneByVolume],
  ])('%s: C counts the contract, and it is both regions’', (_, story) => {
    const done = signed(story);
    expect(of2027(done, 'share-coordinated')).toMatchObject({ numerator: 1, denominator: 1 });
    for (const region of [SORMLAND, VASTMANLAND])
      expect(of2027(done, 'share-coordinated', region)).toMatchObject({ numerator: 1, denominator: 1 });
    expect(of2027(done, 'control-point')).toMatchObject({ numerator: 0, denominator: 1 });
    expect(of2027(done, 'avoided-procedures')).toMatchObject({ value: 1 });
  });

  it('the others’ values are not the whole value of a contract with a party by volume', () => {
    // The plan's estimate stands in.
    expect(of2027(signed(oneByVolume), 'share-coordinated-by-value')).toMatchObject({
      denominator: 4_000_000,
    });
  });
});

describe('law 5: nobody is locked in without a ceiling', () => {
  it('a region that takes part by a decision over its objection has none until Inköp states it', () => {
    const ready = tell(overruled, authorises);
    expect(refusal(ready, { by: officer, command: { do: 'lock' } })).toBe('ceiling-missing');
    expect(nextStages(overruled.state as never)).toContain('ceiling-stated');
    const stated = tell(overruled, advances(states(VASTMANLAND, 2_500_000)));
    expect(nextStages(stated.state as never)).not.toContain('ceiling-stated');
    const done = signed(stated);
    expect(done.state).toMatchObject({
      participants: [
        { region: SORMLAND, ceiling: 1_000_000 },
        { region: VASTMANLAND, ceiling: 2_500_000 },
      ],
    });
    expect(of2027(done, 'share-coordinated')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(of2027(done, 'share-coordinated', VASTMANLAND)).toMatchObject({ value: 1 });
    expect(of2027(done, 'control-point')).toMatchObject({ numerator: 0 });
    expect(replay(done.events)).toEqual(done.state);
  });

  it('a ceiling that the units have named is theirs to change, and one that is locked stands', () => {
    expect(refusal(overruled, advances(states(SORMLAND, 1)))).toBe('ceiling-stands');
    expect(refusal(overruled, advances(states(VASTMANLAND, 0)))).toBe('number-unreadable');
    expect(refusal(overruled, advances(states(VASTMANLAND, 5), { by: sKirurgi }))).toBe('not-allowed');
    const stated = tell(overruled, advances(states(VASTMANLAND, 5)));
    expect(brings(stated, advances(states(VASTMANLAND, 5)))).toEqual([]);
    expect(brings(stated, advances(states(VASTMANLAND, 6)))).toEqual(['advanced']);
    const locked = tell(stated, ...locks);
    expect(refusal(locked, advances(states(VASTMANLAND, 6)))).toBe('item-locked');
    expect(refusal(asked, advances(states(VASTMANLAND, 6)))).toBe('not-possible-now');
  });

  it('what was locked without a value, by an older Samordna or by volume, may have it stated afterwards', () => {
    const late = tell(
      signed(oneByVolume),
      advances(states(VASTMANLAND, 700_000), { when: at('2027-04-01 09:00') }),
    );
    expect(late.state).toMatchObject({
      participants: [{ ceiling: 1_000_000 }, { ceiling: 700_000, ceilingVolume: 20 }],
    });
    expect(of2027(late, 'share-coordinated-by-value')).toMatchObject({ denominator: 1_700_000 });
    expect(replay(late.events)).toEqual(late.state);
  });
});
