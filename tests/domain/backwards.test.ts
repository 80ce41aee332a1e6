import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { advertisingStand, reachOf, tooLateFrom } from '#domain/coordination/backwards.ts';
import { dueAt } from '#domain/coordination/clock.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import { disputed, due, escalated, objectsTo, planned, revises, row, told1 } from '#support/backwards.ts';
import {
  answers,
  asked,
  bothApprove,
  brings,
  lift,
  notices,
  objected,
  tell,
  ticks,
  told,
  types,
} from '#support/given.ts';
import { at, date, governance, NAMNDEN, officer, sAkut, sKirurgi, vAnestesi } from '#support/world.ts';

describe('the clock also runs backwards from the planned advertising (section 3)', () => {
  it('a level has its own days where the ladder is done in time with them', () => {
    expect(due(disputed('2027-03-12'))).toBe(at('2026-11-30 16:00'));
    expect(due(disputed(undefined))).toBe(at('2026-11-30 16:00'));
  });

  it('the latest day of each level leaves every later one its own days', () => {
    const state = escalated(disputed('2027-01-07'));
    const by = (level: 'dialogue' | 'managers' | 'council' | 'decision') =>
      reachOf(state, level, governance, date('2026-11-23'))?.by;
    expect([by('dialogue'), by('managers'), by('council'), by('decision')]).toEqual([
      '2026-11-25',
      '2026-12-02',
      '2026-12-16',
      '2027-01-05',
    ]);
  });

  it('and is the clock where it comes before the level’s own days', () => {
    expect(due(disputed('2027-01-07'))).toBe(at('2026-11-25 16:00'));
    const climbed = tell(disputed('2027-01-07'), ticks(at('2026-11-25 16:00')));
    expect(due(climbed)).toBe(at('2026-12-02 16:00'));
    const council = tell(climbed, ticks(at('2026-12-02 16:00')));
    expect(due(council)).toBe(at('2026-12-16 16:00'));
    const deciding = tell(
      council,
      ...bothApprove(2).map((step) => ({ ...step, at: at('2026-12-10 10:00') })),
    );
    expect(due(deciding)).toBe(at('2026-12-28 16:00'));
    const late = tell(council, ...bothApprove(2).map((step) => ({ ...step, at: at('2026-12-29 10:00') })));
    expect(due(late)).toBe(at('2027-01-05 16:00'));
  });

  it('reminders follow it', () => {
    const story = disputed('2027-01-07');
    expect(brings(story, ticks(at('2026-11-24 08:59')))).toEqual([]);
    expect(brings(story, ticks(at('2026-11-24 09:00')))).toEqual(['level-reminded']);
  });

  it('never gives less than one working day', () => {
    expect(due(disputed('2026-12-11'))).toBe(at('2026-11-24 16:00'));
    const climbed = tell(disputed('2026-12-11'), ticks(at('2026-11-24 16:00')));
    expect(due(climbed)).toBe(at('2026-11-25 16:00'));
  });

  it('decides nothing: at the decision it only reminds', () => {
    const late = tell(
      disputed('2026-12-11'),
      { ...lift(), at: at('2026-12-01 10:00') },
      ...bothApprove(2).map((step) => ({ ...step, at: at('2026-12-02 10:00') })),
    );
    expect(due(late)).toBe(at('2026-12-10 16:00'));
    expect(brings(late, ticks(at('2026-12-10 16:00')))).toEqual(['not-answered', 'level-reminded']);
  });

  it('does not press where the planned advertising had passed: there is nothing to gain', () => {
    for (const day of ['2021-03-10', '2026-11-23']) {
      const story = disputed(day);
      expect(due(story)).toBe(at('2026-11-30 16:00'));
      expect(told1(story)).toEqual([]);
      expect(tooLateFrom(story.state, governance)).toBeNull();
      expect(advertisingStand(story.state, governance, date('2026-11-24'))).toEqual({
        advertise: day,
        stands: 'past',
      });
    }
  });

  it('silence alone climbs nowhere, and is not pressed', () => {
    const silent = tell(planned('2027-01-07'), ticks(at('2026-12-05 08:00')));
    expect(due(silent)).toBe(at('2026-12-11 16:00'));
    expect(advertisingStand(silent.state, governance, date('2026-12-05'))).toBeNull();
    expect(tooLateFrom(silent.state, governance)).toBeNull();
  });

  it('until somebody objects after it', () => {
    const silent = tell(planned('2027-01-07'), ticks(at('2026-12-05 08:00')));
    const step = objectsTo(2);
    const story = tell(silent, { ...step, at: at('2026-12-07 09:00') });
    expect(due(story)).toBe(at('2026-12-08 16:00'));
    // A second one gives no more time.
    const again = objectsTo(2, vAnestesi);
    expect(due(tell(story, { ...again, at: at('2026-12-08 09:00') }))).toBe(at('2026-12-08 16:00'));
  });
});

describe('a ladder that comes too late', () => {
  it('is said when it is out of reach even with a day a level, to the owner, once', () => {
    const story = disputed('2026-11-26');
    expect(types(story.events).slice(-3)).toEqual(['answered', 'escalation-opened', 'ladder-too-late']);
    expect(story.events.at(-1)).toMatchObject({ level: 'dialogue', advertise: '2026-11-26' });
    const step = objectsTo(2);
    const before = notices(planned('2026-11-26'), step).filter(
      ({ occasion }) => occasion === 'ladder-too-late',
    );
    expect(before).toMatchObject([
      { subject: { card: 'round' }, audience: [{ to: 'person', person: officer.id }] },
    ]);
    const climbed = tell(story, ticks(at('2026-11-30 16:00')), lift());
    expect(told1(climbed)).toHaveLength(1);
    expect(told1(tell(climbed, ...bothApprove(2)))).toHaveLength(1);
  });

  it('its levels keep their own days: what cannot be gained is not raced for', () => {
    expect(due(disputed('2026-11-26'))).toBe(at('2026-11-30 16:00'));
    expect(due(disputed('2026-11-30'))).toBe(at('2026-11-24 16:00'));
  });

  it('comes to be so by time alone, on the morning after the last day that helped', () => {
    const story = disputed('2026-12-04');
    // Dialogue can be left on 30 November at the latest: managers, council and decision then take a day each.
    expect(reachOf(escalated(story), 'dialogue', governance, date('2026-11-23'))?.last).toBe('2026-11-30');
    expect(tooLateFrom(story.state, governance)).toBe(at('2026-12-01 08:00'));
    const council = tell(story, lift());
    expect(tooLateFrom(council.state, governance)).toBe(at('2026-12-03 08:00'));
    const waiting = tell(council, ...bothApprove(2));
    expect(tooLateFrom(waiting.state, governance)).toBe(at('2026-12-04 08:00'));
    const reminded = tell(waiting, ticks(at('2026-12-01 09:00')), ticks(at('2026-12-03 16:00')));
    expect(told1(reminded)).toEqual([]);
    expect(dueAt(reminded.state, governance)).toBe(at('2026-12-04 08:00'));
    const late = tell(reminded, ticks(at('2026-12-04 08:00')));
    expect(told1(late)).toHaveLength(1);
    expect(dueAt(late.state, governance)).not.toBe(at('2026-12-04 08:00'));
    expect(told1(tell(late, ticks(at('2026-12-07 08:00'))))).toHaveLength(1);
  });

  it('also where the clock finds it late and the level run out at once', () => {
    const story = tell(disputed('2026-12-04'), ticks(at('2026-12-07 08:00')));
    expect(types(story.events).slice(-3)).toEqual(['not-answered', 'ladder-too-late', 'climbed']);
    expect(told1(story)).toHaveLength(1);
  });

  it('stands on the case as long as it is so', () => {
    const story = disputed('2026-12-04');
    const stands = (day: PlainDate) => advertisingStand(story.state, governance, day)?.stands;
    expect([stands(date('2026-11-30')), stands(date('2026-12-01')), stands(date('2026-12-04'))]).toEqual([
      'in-time',
      'too-late',
      'past',
    ]);
    expect(advertisingStand(disputed(undefined).state, governance, date('2026-11-24'))).toBeNull();
    expect(advertisingStand(asked.state, governance, date('2026-11-24'))).toBeNull();
  });
});

describe('when the planned advertising is moved', () => {
  const moves = (day: string) => revises({ advertise: date(day) });
  it('the clock follows, both ways, and the owner is told anew only if it is too late anew', () => {
    const sooner = tell(disputed('2027-03-12'), moves('2027-01-07'));
    expect(types(sooner.events).slice(-2)).toEqual(['item-revised', 'clock-moved']);
    expect(due(sooner)).toBe(at('2026-11-25 16:00'));
    const later = tell(sooner, moves('2027-03-12'));
    expect(due(later)).toBe(at('2026-11-30 16:00'));
    const late = tell(disputed('2026-11-26'), moves('2027-01-07'));
    expect(due(late)).toBe(at('2026-11-25 16:00'));
    expect(told1(tell(late, moves('2027-03-12')))).toHaveLength(1);
  });

  it('another value moves no clock', () => {
    const story = disputed('2027-01-07');
    const other = revises({ value: 5_000_000, advertise: date('2027-01-07') });
    expect(brings(story, other)).toEqual(['item-revised']);
  });

  it('what was ready to be decided goes back to the council, with its clock', () => {
    const story = tell(disputed('2027-03-12'), lift(), ...bothApprove(2));
    const back = tell(story, moves('2026-12-18'));
    expect(types(back.events).slice(-2)).toEqual(['item-revised', 'climbed']);
    expect(due(back)).toBe(at('2026-12-03 16:00'));
  });
});

describe('a case on the ladder and who decides to initiate', () => {
  it('a revision that takes it back to the council also notes the new decision level', () => {
    const initiate = (below: number | null) => ({
      ...row,
      id: `initiate-${below}`,
      kinds: ['initiate'] as const,
      actsFor: governance.regions.map(({ region }) => region),
      holder: { kind: 'body', body: NAMNDEN } as const,
      ...(below === null ? { from: 10_000_000 } : { below }),
    });
    const rules: Governance = {
      ...governance,
      mandates: [...governance.mandates, initiate(10_000_000), initiate(null)],
    };
    const noted = told(rules, objected, revises({ value: 5_000_000 }));
    const again = told(
      rules,
      noted,
      ...[sAkut, sKirurgi, vAnestesi].map((one) => answers(one, { kind: 'no-need' }, {}, undefined, 2)),
      objectsTo(2),
      lift(),
      ...bothApprove(2),
    );
    expect(escalated(again).escalation.level).toBe('decision');
    const back = told(rules, again, revises({ value: 12_000_000 }));
    expect(types(back.events).slice(-3)).toEqual(['item-revised', 'climbed', 'authority-noted']);
    expect(escalated(back).escalation.level).toBe('council');
  });
});
