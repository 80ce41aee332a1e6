import { describe, expect, it } from 'vitest';
import { stage } from '#application/views/stage.ts';
import { noticesFor } from '#domain/coordination/notices.ts';
import type { CaseState, KnownCase } from '#domain/coordination/state.ts';
import { attempt, refusal, type Story, told, types } from '#support/given.ts';
import { decides, declaresAnew, does, EVALUATOR, kindRow, until } from '#support/stages.ts';
import { governance, officer, sDecider, sKirurgi, sMember, vDecider } from '#support/world.ts';
import { readingFor } from '../application/views/support.ts';

const rules = { ...governance, mandates: [...governance.mandates, kindRow('award', 'award')] };
const note = does(EVALUATOR, { do: 'note-tenders', received: 5, approved: 4 });
const declared = (state: CaseState) => ('declaredAnew' in state ? state.declaredAnew : undefined);
/** As if somebody had said it in the council, long before the bidders were known. */
const saidInCouncil = (story: Story, id: string): Story => {
  const settlements = [{ conflicted: [id], path: [{ level: 'council' }] }, { path: [{ level: 'dialogue' }] }];
  return { ...story, state: { ...story.state, settlements } as unknown as CaseState };
};

describe('a conflict declaration is renewed when the bidders are known (KL 6:28–32)', () => {
  const evaluation = until('evaluation');

  it('a delegate says anew that there is none before deciding; what was said earlier lapses', () => {
    expect(refusal(evaluation, decides(sDecider, 'award'), rules)).toBe('declare-conflict-first');
    const story = told(rules, evaluation, declaresAnew(sDecider));
    expect(declared(story.state)).toEqual({ [sDecider.id]: { conflict: false, at: story.now } });
    expect(told(rules, story, decides(sDecider, 'award')).state).toMatchObject({
      stageDecisions: [{ kind: 'award', by: sDecider.id }],
    });
  });

  it('an evaluator says so before anything of the tenders is noted', () => {
    expect(refusal(evaluation, note)).toBe('declare-conflict-first');
    expect(refusal(told(rules, evaluation, declaresAnew(EVALUATOR)), note)).toBe('allowed');
  });

  it('whoever has one takes no further part, and the owner is told that somebody else must', () => {
    const conflicted = told(rules, evaluation, declaresAnew(sDecider, true), declaresAnew(EVALUATOR, true));
    expect(refusal(conflicted, decides(sDecider, 'award'), rules)).toBe('has-conflict');
    expect(refusal(conflicted, note, rules)).toBe('has-conflict');
    const outcome = attempt(evaluation, declaresAnew(sDecider, true), rules);
    if (!outcome.ok) throw new Error(outcome.error.code);
    expect(types(outcome.value.events)).toEqual(['conflict-declared']);
    const context = { now: evaluation.now, actor: sDecider, governance: rules };
    expect(noticesFor(evaluation.state, outcome.value.events, context)).toMatchObject([
      {
        subject: { card: 'stage' },
        occasion: 'conflict-declared',
        audience: [{ to: 'person', person: officer.id }],
      },
    ]);
  });

  it('a conflict declared earlier stays, also after an escalation that never came to the council', () => {
    const story = saidInCouncil(evaluation, sDecider.id);
    expect(refusal(story, decides(sDecider, 'award'), rules)).toBe('has-conflict');
    expect(refusal(story, declaresAnew(sDecider), rules)).toBe('has-conflict');
  });

  it('is said once; a wrong press can be put right', () => {
    const again = attempt(
      told(rules, evaluation, declaresAnew(sDecider)),
      { ...declaresAnew(sDecider), at: evaluation.now },
      rules,
    );
    expect(again.ok && again.value.events).toEqual([]);
    const put = told(rules, evaluation, declaresAnew(sDecider, true), declaresAnew(sDecider));
    expect(refusal(put, decides(sDecider, 'award'), rules)).toBe('allowed');
  });

  it('is asked of nobody who has nothing to do with the tenders, and not before they are in', () => {
    for (const by of [sKirurgi, sMember, vDecider]) {
      expect(refusal(evaluation, declaresAnew(by), rules), by.id).toBe('no-mandate');
    }
    expect(refusal(until('advertised'), declaresAnew(EVALUATOR), rules)).toBe('not-allowed');
  });

  it('is the one question on the card of whoever is to evaluate', () => {
    const state = evaluation.state as KnownCase;
    const reading = readingFor('officer', evaluation.now);
    expect(stage(reading, state)?.step).toEqual({ kind: 'declare', of: 'bidders' });
    const { state: after } = told(governance, evaluation, declaresAnew(officer));
    expect(stage(reading, after as KnownCase)?.step).toMatchObject({ kind: 'advance', to: 'awarded' });
  });
});
