import { describe, expect, it } from 'vitest';
import { replay } from '#domain/coordination/evolve.ts';
import { knowsTenders } from '#domain/record/secrecy.ts';
import { attempt, notices, refusal, tell } from '#support/given.ts';
import { declaresAnew, does, EVALUATOR, until } from '#support/stages.ts';
import { officer, operator, sBoss, sDecider, sKirurgi } from '#support/world.ts';

const note = (by: typeof officer) => does(by, { do: 'note-tenders', received: 5, approved: 4 });
const replaces = (from = EVALUATOR, to = sBoss, by: Parameters<typeof does>[0] = officer) =>
  does(by, { do: 'replace-evaluator', from: from.id, to: to.id });

describe('an evaluator is replaced by the officer while the tenders are secret (KL 6:28–32, OSL 19:3)', () => {
  const evaluation = until('evaluation');
  const conflicted = tell(evaluation, declaresAnew(EVALUATOR, true));

  it('who has a conflict makes room for somebody who declares anew and then notes the tenders', () => {
    const story = tell(conflicted, replaces());
    expect(story.events.at(-1)).toMatchObject({
      type: 'evaluator-replaced',
      by: officer.id,
      from: EVALUATOR.id,
      to: sBoss.id,
    });
    expect(refusal(story, note(sBoss))).toBe('declare-conflict-first');
    expect(tell(story, declaresAnew(sBoss), note(sBoss)).state).toMatchObject({ tenders: { received: 5 } });
    expect(replay(story.events)).toEqual(story.state);
  });

  it('who is replaced may know of the tenders no longer, also one who leaves without a conflict', () => {
    const story = tell(evaluation, declaresAnew(EVALUATOR), replaces());
    expect(knowsTenders(evaluation.state, EVALUATOR.id)).toBe(true);
    expect(knowsTenders(story.state, EVALUATOR.id)).toBe(false);
    expect(knowsTenders(story.state, sBoss.id)).toBe(true);
    expect(knowsTenders(story.state, officer.id)).toBe(true);
    expect(refusal(story, note(EVALUATOR))).toBe('not-an-evaluator');
  });

  it('who comes back declares anew, whatever was said the first time', () => {
    const back = tell(evaluation, declaresAnew(EVALUATOR), replaces(), replaces(sBoss, EVALUATOR));
    expect(refusal(back, note(EVALUATOR))).toBe('declare-conflict-first');
    expect(refusal(tell(back, declaresAnew(EVALUATOR)), note(EVALUATOR))).toBe('allowed');
  });

  it('somebody already named goes on alone, and what was declared stands', () => {
    const story = tell(evaluation, declaresAnew(officer), replaces(EVALUATOR, officer));
    expect(story.state).toMatchObject({ advertising: { evaluators: [officer.id] } });
    expect(refusal(story, note(officer))).toBe('allowed');
  });

  it('is told the one who comes', () => {
    expect(notices(conflicted, replaces())).toMatchObject([
      { subject: { card: 'stage' }, audience: [{ to: 'person', person: sBoss.id }] },
    ]);
  });

  it('said twice is said once', () => {
    const outcome = attempt(tell(conflicted, replaces()), replaces());
    expect(outcome).toMatchObject({ ok: true, value: { events: [] } });
  });

  it.each([
    ['before advertising', until('locked'), replaces(), 'not-possible-now'],
    ['while tenders come in', until('advertised'), replaces(), 'allowed'],
    ['after the award', until('awarded'), replaces(), 'not-possible-now'],
    ['of somebody who was never named', evaluation, replaces(sKirurgi), 'evaluator-not-named'],
    ['by somebody who has a conflict', conflicted, replaces(officer, EVALUATOR), 'evaluator-has-conflict'],
    ['by the command line alone', evaluation, replaces(EVALUATOR, sBoss, operator), 'people-only'],
    ['by a decider', evaluation, replaces(EVALUATOR, sBoss, sDecider), 'not-allowed'],
    [
      'by an officer who has a conflict',
      tell(evaluation, declaresAnew(officer, true)),
      replaces(),
      'has-conflict',
    ],
  ])('%s: %#', (_, story, step, code) => {
    expect(refusal(story, step)).toBe(code);
  });
});
