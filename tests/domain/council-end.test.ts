import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { dueAt } from '#domain/coordination/clock.ts';
import { endlessCouncil } from '#domain/coordination/council-end.ts';
import { replay } from '#domain/coordination/evolve.ts';
import {
  brings,
  declares,
  lift,
  notices,
  objected,
  refusal,
  type Story,
  takes,
  ticks,
  told,
  types,
} from '#support/given.ts';
import { does } from '#support/stages.ts';
import * as world from '#support/world.ts';

const { at, governance, officer, SORMLAND, sDecider, sMember, VASTMANLAND, vDecider } = world;

const without = (change: Partial<Governance>): Governance => ({ ...governance, ...change });
const noClock = without({ ladder: governance.ladder.filter(({ level }) => level !== 'council') });
const neither = { ...noClock, attendance: [] };
const passes = (reason = 'Rådet har ingen tid', by = officer) =>
  does(by, { do: 'conclude-council', texts: { reason } });
const council = (rules: Governance): Story => told(rules, objected, lift());
const escalation = ({ state }: Story) => {
  if (state.status !== 'escalated') throw new Error(state.status);
  return state.escalation;
};

describe('a council that neither a clock nor the members end', () => {
  it('is found with the regions whose attendance no row says', () => {
    expect(endlessCouncil(council(neither).state, neither)).toEqual({ attendance: [SORMLAND, VASTMANLAND] });
    expect(endlessCouncil(council(noClock).state, noClock)).toEqual({ attendance: [] });
    const half = { ...noClock, attendance: governance.attendance.slice(0, 1) };
    expect(endlessCouncil(council(half).state, half)).toEqual({ attendance: [VASTMANLAND] });
  });

  it('is none where its clock runs, before the council and after it', () => {
    const noAttendance = without({ attendance: [] });
    expect(endlessCouncil(council(noAttendance).state, noAttendance)).toBeNull();
    expect(endlessCouncil(objected.state, neither)).toBeNull();
    expect(endlessCouncil(told(neither, council(neither), passes()).state, neither)).toBeNull();
  });

  it('is passed on by the officer, with the reason in the record, to whoever may decide', () => {
    const story = told(neither, council(neither), passes());
    expect(story.events.at(-1)).toMatchObject({
      type: 'council-concluded',
      how: 'officer',
      by: officer.id,
      positions: [],
      missing: [],
      texts: { reason: 'Rådet har ingen tid' },
    });
    expect(escalation(story)).toMatchObject({
      level: 'decision',
      seats: [{ person: sDecider.id }, { person: vDecider.id }],
      council: [],
    });
    expect(replay(story.events)).toEqual(story.state);
    expect(notices(council(neither), passes(), neither).map(({ subject }) => subject.card)).toEqual([
      'decision',
      'decision',
      'round',
    ]);
  });

  it('with the positions that members have taken', () => {
    const taken = told(neither, council(neither), declares(sMember), takes(sMember, 'approve'));
    expect(types(taken.events)).not.toContain('council-concluded');
    expect(told(neither, taken, passes()).events.at(-1)).toMatchObject({
      positions: [{ region: SORMLAND, stance: 'approve' }],
    });
  });

  it('only with a reason, at the council, by an officer, and where no clock ends it', () => {
    expect(refusal(council(neither), passes(' '), neither)).toBe('text-missing');
    expect(refusal(objected, passes(), neither)).toBe('not-at-council');
    expect(refusal(told(neither, council(neither), passes()), passes(), neither)).toBe('not-at-council');
    expect(refusal(council(neither), passes('Nu', sDecider), neither)).toBe('not-allowed');
    expect(refusal(council(neither), does(world.clock, passes().command), neither)).toBe('people-only');
    expect(refusal(council(governance), passes(), governance)).toBe('council-has-clock');
  });
});

describe('a clock that is decided while a case waits', () => {
  it('begins when the case is looked at under its row, and tells who is to act until when', () => {
    const waiting = council(neither);
    expect(escalation(waiting).due).toBeNull();
    expect(brings(waiting, ticks(at('2026-11-25 09:00')), neither)).toEqual([]);
    // The officer waits for it from the moment on which the row binds.
    expect(refusal(waiting, passes(), governance)).toBe('council-has-clock');
    const looked = told(governance, waiting, ticks(at('2026-11-25 09:00')));
    expect(looked.events.at(-1)).toMatchObject({
      type: 'level-reminded',
      level: 'council',
      due: at('2026-12-09 16:00'),
    });
    expect(escalation(looked)).toMatchObject({ due: at('2026-12-09 16:00'), reminded: false });
    expect(dueAt(looked.state, governance)).not.toBeNull();
    expect(notices(waiting, ticks(at('2026-11-25 09:00')), governance)).toMatchObject([
      { subject: { card: 'council' }, occasion: 'reminder' },
    ]);
    const over = told(governance, looked, ticks(at('2026-12-09 16:00')));
    expect(over.events.at(-1)).toMatchObject({ type: 'council-concluded', how: 'clock' });
  });

  it('once', () => {
    const looked = told(governance, council(neither), ticks(at('2026-11-25 09:00')));
    expect(brings(looked, ticks(at('2026-11-25 09:01')), governance)).toEqual([]);
  });
});
