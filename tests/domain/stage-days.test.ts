import { describe, expect, it } from 'vitest';
import { decide } from '#domain/coordination/decide.ts';
import type { Advance } from '#domain/coordination/stages.ts';
import { record } from '#domain/record/history.ts';
import { decides, locks, type Story, told } from '#support/given.ts';
import { advances, declaresAnew, does, EVALUATOR, LIFE, locked, until } from '#support/stages.ts';
import { decisionInThree, OREBRO, oDecider, threeRegions } from '#support/three.ts';
import { at, date, governance, officer, SORMLAND, sDecider, VASTMANLAND, vDecider } from '#support/world.ts';

/** As the application decides: with the record at hand. */
const says = (story: Story, stage: Advance, now: string): string => {
  const history = record([], story.events, { ruleVersion: 'test-1' }, () => 'salt');
  const context = { now: at(now), actor: officer, governance, history };
  const outcome = decide(story.state, { do: 'advance', stage, texts: {} }, context);
  return outcome.ok ? 'allowed' : outcome.error.code;
};
const award = (day: string): Advance => ({ to: 'awarded', date: date(day), reference: 'RV 2027-1' });
const settles = (day: string, outcome: 'award-stands' | 'evaluate-again'): Advance => ({
  to: 'appeal-settled',
  date: date(day),
  outcome,
});

/** Tenders until 15 February. */
const evaluated = told(governance, locked, ...LIFE.slice(0, 2));
/** Appealed on 12 March. */
const appealed = told(
  governance,
  until('standstill'),
  advances({ to: 'appealed', date: date('2027-03-12'), court: 'FR' }, { when: at('2027-03-12 09:00') }),
);

describe('the days of a procurement come in order; one out of it is refused with what to do', () => {
  it('no award before the last day for tenders', () => {
    expect(says(evaluated, award('2027-02-14'), '2027-02-16 10:00')).toBe('stage-date-too-early');
    expect(says(evaluated, award('2027-02-15'), '2027-02-16 10:00')).toBe('allowed');
  });

  it('nor when something else has been recorded since: how many came, what a region that stays out bought alone', () => {
    const without = told(
      threeRegions,
      decisionInThree,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
      decides(oDecider, OREBRO, 'deviate'),
      ...locks,
      ...LIFE.slice(0, 2),
      declaresAnew(EVALUATOR),
      does(EVALUATOR, { do: 'note-tenders', received: 4, approved: 3 }),
      advances({ to: 'contracted-alone', region: OREBRO, date: date('2027-02-16'), value: 300_000 }),
    );
    expect(says(without, award('2027-02-14'), '2027-02-17 10:00')).toBe('stage-date-too-early');
    expect(says(without, award('2027-02-15'), '2027-02-17 10:00')).toBe('allowed');
  });

  it('no ruling of a court before the appeal, so that the standstill after it is never cut short (LOU ch. 20)', () => {
    expect(says(appealed, settles('2027-03-11', 'award-stands'), '2027-05-12 09:00')).toBe(
      'stage-date-too-early',
    );
    expect(says(appealed, settles('2027-03-12', 'award-stands'), '2027-05-12 09:00')).toBe('allowed');
  });

  it('nor before the second appeal, where the first was settled and another came in the standstill after it', () => {
    const twice = told(
      governance,
      appealed,
      advances(settles('2027-05-05', 'award-stands'), { when: at('2027-05-05 09:00') }),
      advances({ to: 'appealed', date: date('2027-05-10'), court: 'FR' }, { when: at('2027-05-10 09:00') }),
    );
    expect(says(twice, settles('2027-05-09', 'award-stands'), '2027-06-01 09:00')).toBe(
      'stage-date-too-early',
    );
    expect(says(twice, settles('2027-05-10', 'award-stands'), '2027-06-01 09:00')).toBe('allowed');
  });

  it('no award before the court has ordered a new evaluation: the one that it set aside does not come back', () => {
    const again = told(
      governance,
      appealed,
      advances(settles('2027-05-05', 'evaluate-again'), { when: at('2027-05-05 09:00') }),
    );
    expect(says(again, award('2027-03-01'), '2027-05-10 09:00')).toBe('stage-date-too-early');
    expect(says(again, award('2027-05-04'), '2027-05-10 09:00')).toBe('stage-date-too-early');
    expect(says(again, award('2027-05-05'), '2027-05-10 09:00')).toBe('allowed');
  });
});
