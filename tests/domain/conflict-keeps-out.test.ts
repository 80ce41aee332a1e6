import { describe, expect, it } from 'vitest';
import type { Actor } from '#domain/shared/actor.ts';
import { personId } from '#domain/shared/ids.ts';
import { asked, DEADLINE, imported, refusal, type Story, tell } from '#support/given.ts';
import { advances, does, EVALUATOR, LIFE, locked } from '#support/stages.ts';
import { asks, at, date, officer } from '#support/world.ts';

const other: Actor & { kind: 'person' } = { ...officer, id: personId('tenant-s', 'officer-2') };
const third: Actor & { kind: 'person' } = { ...officer, id: personId('tenant-s', 'officer-3') };
const conflicted = (story: Story, by: Actor = other): Story =>
  tell(story, does(by, { do: 'declare-conflict', conflict: true }));
const advertises = (...evaluators: Actor[]) =>
  advances(
    {
      to: 'advertised',
      date: date('2027-01-11'),
      reference: 'TED-1',
      evaluators: evaluators.flatMap((one) => (one.kind === 'person' ? [one.id] : [])),
    },
    { by: third, when: at('2027-01-11 10:00') },
  );

describe('whoever has declared a conflict is named for nothing in the case, whenever it was declared (KL 6:28–32)', () => {
  it('not as evaluator when it is advertised, alone or beside others, also the owner', () => {
    for (const by of [other, officer]) {
      const story = conflicted(locked, by);
      expect(refusal(story, advertises(by))).toBe('evaluator-has-conflict');
      expect(refusal(story, advertises(EVALUATOR, by))).toBe('evaluator-has-conflict');
      expect(tell(story, advertises(EVALUATOR)).state.status).toBe('advertised');
    }
  });

  it('nor instead of an evaluator', () => {
    const story = conflicted(tell(locked, ...LIFE.slice(0, 2)));
    expect(refusal(story, does(officer, { do: 'replace-evaluator', from: EVALUATOR.id, to: other.id }))).toBe(
      'evaluator-has-conflict',
    );
  });

  it('nor as owner: neither when the item is taken over nor of a round', () => {
    const over = (to: typeof other) =>
      does(third, { do: 'change-owner', to: { person: to.id, region: to.region, roles: ['officer'] } });
    expect(refusal(conflicted(asked), over(other))).toBe('owner-has-conflict');
    expect(tell(conflicted(asked), over(third)).state).toMatchObject({ owner: third.id });
    const round = (owner: typeof other) =>
      does(third, { do: 'open-round', owner: owner.id, deadline: DEADLINE, units: asks });
    expect(refusal(conflicted(imported), round(other))).toBe('owner-has-conflict');
    expect(tell(conflicted(imported), round(third)).state).toMatchObject({ owner: third.id });
  });

  it('until it is taken back', () => {
    const back = tell(conflicted(locked), does(other, { do: 'declare-conflict', conflict: false }));
    expect(tell(back, advertises(other)).state.status).toBe('advertised');
  });
});
