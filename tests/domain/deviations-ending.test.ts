import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { dueAt } from '#domain/coordination/clock.ts';
import { endsOf } from '#domain/coordination/deviation.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { type AskedCase, isAsked } from '#domain/coordination/state.ts';
import { participations } from '#domain/coordination/status.ts';
import type { Outcome } from '#domain/escalation/reasons.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import type { Instant } from '#domain/shared/ids.ts';
import {
  asked,
  bothApprove,
  brings,
  decides,
  lift,
  notices,
  objects,
  refusal,
  type Step,
  type Story,
  takes,
  tell,
  ticks,
  told,
  yes,
} from '#support/given.ts';
import { advances } from '#support/stages.ts';
import { decisionInThree, OREBRO, oDecider, threeRegions } from '#support/three.ts';
import * as world from '#support/world.ts';

const { asks, at, beds, governance, officer, SORMLAND, VASTMANLAND } = world;
const { sAkut, sKirurgi, vAnestesi, vKirurgi, sDecider, vDecider, sMember, vMember } = world;
const EARLY = '2027-03-31';
const LATE = '2030-06-30';

const held = (story: Story): AskedCase => {
  if (!isAsked(story.state)) throw new Error('nobody was asked');
  return story.state;
};
const of = (story: Story, unit: string) => held(story).round.units[unit as never];
const parts = (story: Story) => participations(held(story).round).map(({ region }) => region);
const later = (by: Step, when: string): Step => ({ ...by, at: at(when) });
const askAgain = (unit: typeof sAkut.unit, when: Instant): Step => ({
  by: officer,
  at: when,
  command: { do: 'ask-again', unit, deadline: at('2031-01-01 12:00'), texts: {} },
});
const round = (when: Instant, units = asks): Step => ({
  by: officer,
  at: when,
  command: { do: 'open-round', owner: officer.id, deadline: at('2031-01-01 12:00'), units: [...units] },
});
const decided = (from: Story, s: [Outcome, string?], v: [Outcome, string?]): Story =>
  tell(
    from,
    decides(sDecider, SORMLAND, s[0], s[1] ?? null),
    decides(vDecider, VASTMANLAND, v[0], v[1] ?? null),
  );
const atDecision = (...answered: Step[]): Story => tell(asked, ...answered, lift(), ...bothApprove());
const bothObject = atDecision(yes(sAkut, 10), objects(sKirurgi), yes(vAnestesi, 20), objects(vKirurgi));
const vObjects = atDecision(yes(sAkut, 10), yes(sKirurgi, 20), yes(vAnestesi, 30), objects(vKirurgi));
const revised = (when: string, value = 4_100_000): Step => ({
  by: officer,
  at: at(when),
  command: { do: 'import', item: { ...beds, value } },
});

describe('a deviation is time-limited (law 0): each region’s and each unit’s till its own end', () => {
  const partly = decided(bothObject, ['coordinate-partly', LATE], ['coordinate-partly', EARLY]);

  it('a unit can be asked once its own deviation is over, and the other still not', () => {
    expect(partly.state.status).toBe('partly-committed');
    expect(refusal(partly, askAgain(vKirurgi.unit, at('2027-03-31 12:00')))).toBe('deviation-stands');
    expect(refusal(partly, askAgain(vKirurgi.unit, at('2027-04-01 08:00')))).toBe('allowed');
    expect(refusal(partly, askAgain(sKirurgi.unit, at('2030-06-30 12:00')))).toBe('deviation-stands');
    expect(refusal(partly, askAgain(sKirurgi.unit, at('2030-07-01 08:00')))).toBe('allowed');
  });

  it('the owner is told of each end, before it comes and when it is over', () => {
    expect(endsOf(partly.state)).toEqual([EARLY, LATE]);
    const soon = dueAt(partly.state, governance);
    expect(soon).toBe(at('2027-03-01 09:00'));
    const one = tell(partly, ticks(soon as Instant));
    expect(one.events.at(-1)).toMatchObject({ type: 'deviation-ending', end: EARLY, over: false });
    const over = tell(one, ticks(dueAt(one.state, governance) as Instant));
    expect(over.events.at(-1)).toMatchObject({ type: 'deviation-ending', end: EARLY, over: true });
    const next = tell(over, ticks(dueAt(over.state, governance) as Instant));
    expect(next.events.at(-1)).toMatchObject({ type: 'deviation-ending', end: LATE, over: false });
    expect(brings(partly, ticks(at('2031-01-02 08:00')))).toEqual(['deviation-ending', 'deviation-ending']);
  });

  it('a revision asks whoever’s deviation is over, and nobody whose stands', () => {
    const after = tell(partly, revised('2027-04-01 09:00'));
    expect(of(after, vKirurgi.unit)).not.toHaveProperty('decided');
    expect(of(after, vKirurgi.unit)).toMatchObject({ answer: { kind: 'waiting' } });
    expect(of(after, sKirurgi.unit)).toMatchObject({ decided: 'coordinate-partly', outUntil: LATE });
    const asksWhom = notices(partly, revised('2027-04-01 09:00')).flatMap(({ subject }) =>
      subject.card === 'request' ? [subject.unit] : [],
    );
    expect(asksWhom).toEqual([sAkut.unit, vAnestesi.unit, vKirurgi.unit]);
    expect(of(tell(partly, revised('2027-03-31 09:00')), vKirurgi.unit)).toMatchObject({ outUntil: EARLY });
  });

  it('what was decided anew rules, not what it replaced', () => {
    const long = decided(vObjects, ['coordinate'], ['coordinate-partly', LATE]);
    const again = decided(
      tell(long, lift('coordinate-partly'), ...bothApprove()),
      ['coordinate'],
      ['coordinate-partly', EARLY],
    );
    expect(of(again, vKirurgi.unit)).toMatchObject({ decided: 'coordinate-partly', outUntil: EARLY });
    expect(refusal(again, askAgain(vKirurgi.unit, at('2027-04-01 08:00')))).toBe('allowed');
  });

  it('an item that both have left is asked about once enough of them may take part', () => {
    const left = decided(vObjects, ['deviate', EARLY], ['deviate', LATE]);
    expect(left.state.status).toBe('deviation-decided');
    expect(refusal(left, round(at('2027-06-01 09:00')))).toBe('deviation-stands');
    expect(refusal(left, round(at('2030-06-30 09:00')))).toBe('deviation-stands');
    expect(refusal(left, round(at('2030-07-01 09:00')))).toBe('allowed');
    expect(endsOf(left.state)).toEqual([LATE]);
  });

  it('of three, two go on together when theirs are over, and the third stays out, whatever its units say', () => {
    const left = told(
      threeRegions,
      decisionInThree,
      decides(sDecider, SORMLAND, 'deviate', EARLY),
      decides(vDecider, VASTMANLAND, 'deviate', LATE),
      decides(oDecider, OREBRO, 'coordinate'),
    );
    expect(left.state.status).toBe('deviation-decided');
    expect(refusal(left, round(at('2027-03-31 09:00')), threeRegions)).toBe('deviation-stands');
    const again = told(threeRegions, left, round(at('2027-04-01 09:00')));
    expect(of(again, vKirurgi.unit)).toMatchObject({ decided: 'deviate', outUntil: LATE });
    expect(of(again, sAkut.unit)).not.toHaveProperty('decided');
    const requests = notices(left, round(at('2027-04-01 09:00')), threeRegions).flatMap(({ subject }) =>
      subject.card === 'request' ? [subject.unit] : [],
    );
    expect(requests).toEqual([sAkut.unit, sKirurgi.unit]);
    const yes2 = (by: typeof sAkut): Step => ({
      by,
      command: { ...(yes(by, 5).command as object), round: 2 } as never,
    });
    const all = told(threeRegions, again, ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map(yes2));
    expect(parts(all)).toEqual([SORMLAND]);
  });
});

describe('a decided deviation stands (law 0), also through a wait and a new round', () => {
  /** Whose rows say nothing of a postponement by itself. */
  const silent: Governance = {
    ...governance,
    mandates: governance.mandates.map((row) => ({ ...row, kinds: ['coordinate', 'deviate'] })),
  };
  const text = { texts: { text: 'Budgeten dröjer' } };

  it('of two, one decides to wait: what the other decided of its own unit stands when the item is taken up', () => {
    const waits = decided(vObjects, ['postpone'], ['coordinate-partly', LATE]);
    expect(waits.state.status).toBe('postponed');
    const back = tell(waits, advances({ to: 'resumed' }));
    expect(of(back, vKirurgi.unit)).toMatchObject({ decided: 'coordinate-partly', outUntil: LATE });
    expect(back.state.status).toBe('partly-committed');
  });

  it('and a region that declined takes no part in what the others resume', () => {
    const waits = told(
      threeRegions,
      decisionInThree,
      decides(sDecider, SORMLAND, 'postpone'),
      decides(vDecider, VASTMANLAND, 'deviate', LATE),
      decides(oDecider, OREBRO, 'coordinate'),
    );
    expect(waits.state.status).toBe('postponed');
    const back = told(threeRegions, waits, advances({ to: 'resumed' }));
    expect(parts(back)).not.toContain(VASTMANLAND);
  });

  it('a round after a postponement keeps out whom a decision has let out, and asks once that is over', () => {
    const partly = decided(vObjects, ['coordinate'], ['coordinate-partly', LATE]);
    const waits = told(silent, partly, advances({ to: 'postponed' }, text));
    const again = tell(waits, round(at('2027-05-03 09:00')));
    expect(of(again, vKirurgi.unit)).toMatchObject({ decided: 'coordinate-partly', outUntil: LATE });
    expect(of(again, vAnestesi.unit)).not.toHaveProperty('decided');
    expect(of(tell(waits, round(at('2030-07-01 09:00'))), vKirurgi.unit)).not.toHaveProperty('decided');
    const out = asks.filter(({ unit }) => unit === vKirurgi.unit);
    expect(refusal(waits, round(at('2027-05-03 09:00'), out))).toBe('deviation-stands');
  });

  it('the record gives the same as what was lived', () => {
    const waits = decided(vObjects, ['postpone'], ['coordinate-partly', LATE]);
    expect(replay(waits.events)).toEqual(waits.state);
  });
});

describe('a decision can change every deviation before its end (docs/decisions/0021)', () => {
  const left = decided(vObjects, ['coordinate'], ['deviate', LATE]);
  const up = tell(left, later(lift(), '2027-02-01 09:00'));
  const ready = tell(
    up,
    ...[sMember, vMember].map((by): Step => ({ by, command: { do: 'declare-conflict', conflict: false } })),
    takes(sMember, 'approve'),
    takes(vMember, 'approve'),
  );

  it('an item that was left by it is taken up again: the same deciders are asked', () => {
    expect(up.state).toMatchObject({ status: 'escalated', escalation: { level: 'council', left: true } });
    expect(ready.state).toMatchObject({
      escalation: { level: 'decision', seats: [{ rule: 'm-s' }, { rule: 'm-v' }] },
    });
    const back = decided(ready, ['coordinate'], ['coordinate']);
    expect(back.state.status).toBe('committed');
    expect(parts(back)).toEqual([SORMLAND, VASTMANLAND]);
    expect(of(back, vKirurgi.unit)).not.toHaveProperty('outUntil');
  });

  it('what was decided stands till then: the units stay out, and it stays an exit in the figures', () => {
    expect(of(ready, vKirurgi.unit)).toMatchObject({ decided: 'deviate', outUntil: LATE });
    expect(tell(ready, yes(vAnestesi, 7)).state.status).toBe('escalated');
    expect(parts(tell(ready, yes(vAnestesi, 7)))).toEqual([SORMLAND]);
    expect(factsOf(ready.state)?.exit).toEqual(factsOf(left.state)?.exit);
  });

  it('the officer may let it rest again before anybody has decided, and not after', () => {
    const close: Step = { by: officer, command: { do: 'close-escalation' } };
    const rested = tell(ready, close);
    expect(rested.state.status).toBe('deviation-decided');
    expect(of(rested, vKirurgi.unit)).toMatchObject({ decided: 'deviate', outUntil: LATE });
    expect(refusal(rested, round(at('2027-05-03 09:00')))).toBe('deviation-stands');
    expect(factsOf(rested.state)?.exit).toEqual(factsOf(left.state)?.exit);
    expect(factsOf(rested.state)?.deviations).toHaveLength(1);
    const one = tell(ready, decides(sDecider, SORMLAND, 'coordinate'));
    expect(refusal(one, close)).not.toBe('allowed');
    expect(replay(rested.events)).toEqual(rested.state);
  });

  it('decided anew it stands till its new end', () => {
    const shorter = decided(ready, ['coordinate'], ['deviate', '2027-06-30']);
    expect(shorter.state.status).toBe('deviation-decided');
    expect(refusal(shorter, round(at('2027-06-30 09:00')))).toBe('deviation-stands');
    expect(refusal(shorter, round(at('2027-07-01 09:00')))).toBe('allowed');
  });

  it('an item that nobody has left, or where nobody is out, is not taken up', () => {
    expect(refusal(asked, lift())).toBe('not-escalated');
    expect(refusal(tell(asked, ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map((by) => yes(by))), lift())).toBe(
      'not-escalated',
    );
  });
});
