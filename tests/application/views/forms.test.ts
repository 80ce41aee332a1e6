import { describe, expect, it } from 'vitest';
import { type FormAction, formView } from '#application/views/index.ts';
import type { ReasonCode } from '#domain/escalation/reasons.ts';
import type { ViewName } from '#rendering/views.ts';
import { answers, asked, tell } from '#support/given.ts';
import { beds, date, units, vKirurgi } from '#support/world.ts';
import { known, readingFor, type StoryName, stories, type Who, WORDS } from './support.ts';

const item = beds.id;
const V = { item, unit: units.vKirurgi } as const;
const S = { item, unit: units.sKirurgi } as const;

const open = (who: Who, story: StoryName, action: FormAction) =>
  formView(readingFor(who, stories[story].now), known(stories[story]), action);
const result = (...of: Parameters<typeof open>): string => {
  const form = open(...of);
  return form.ok ? form.value.card : form.error.code;
};

describe('a form opens for whoever may use it; everybody else is told why not', () => {
  it.each<[FormAction, Who, StoryName, ViewName]>([
    [{ verb: 'request.change', ...V }, 'vKirurgi', 'dialogue', 'request'],
    [{ verb: 'request.conditions-form', ...S }, 'deputy', 'asked', 'request-conditions'],
    [{ verb: 'objection.reasons', ...S }, 'sKirurgi', 'asked', 'objection-reasons'],
    [{ verb: 'objection.form', ...S, reason: 'legal' }, 'sBoss', 'silent', 'objection-form'],
    [{ verb: 'more-time.form', ...S }, 'sKirurgi', 'asked', 'more-time-form'],
    [{ verb: 'solution.form', ...V }, 'officer', 'dialogue', 'solution-form'],
    [{ verb: 'solution.reject-form', ...V }, 'vKirurgi', 'proposed', 'solution-reject-form'],
    [{ verb: 'ask-again.form', ...V }, 'officer', 'dialogue', 'ask-again-form'],
    [{ verb: 'ask-again.form', ...S }, 'officer', 'silent', 'ask-again-form'],
    [{ verb: 'escalate.form', item }, 'officer', 'dialogue', 'escalate-form'],
    [{ verb: 'round.form', item }, 'officer', 'draft', 'round-form'],
  ])('%o for %s, %s: %s', (action, who, story, card) => {
    expect(result(who, story, action)).toBe(card);
  });

  it.each<[FormAction, Who, StoryName, string]>([
    [{ verb: 'request.change', ...V }, 'sKirurgi', 'dialogue', 'not-your-unit'],
    [{ verb: 'request.change', ...V }, 'vKirurgi', 'locked', 'late-region-takes-part'],
    [{ verb: 'request.change', ...V }, 'vKirurgi', 'deviated', 'round-closed'],
    [{ verb: 'objection.reasons', ...S }, 'sBoss', 'asked', 'not-your-unit'],
    [{ verb: 'objection.reasons', ...S }, 'officer', 'asked', 'not-your-unit'],
    [{ verb: 'objection.reasons', ...S }, 'sKirurgi', 'draft', 'round-closed'],
    [{ verb: 'more-time.form', ...V }, 'vKirurgi', 'dialogue', 'already-registered'],
    [{ verb: 'solution.form', ...V }, 'officer', 'proposed', 'solution-already-open'],
    [{ verb: 'solution.form', ...S }, 'officer', 'dialogue', 'no-objection'],
    [{ verb: 'solution.form', ...V }, 'auditor', 'dialogue', 'not-allowed'],
    [{ verb: 'solution.form', ...V }, 'officer', 'draft', 'round-closed'],
    [{ verb: 'solution.reject-form', ...V }, 'vKirurgi', 'dialogue', 'no-open-solution'],
    [{ verb: 'ask-again.form', ...S }, 'officer', 'dialogue', 'no-objection'],
    [{ verb: 'escalate.form', item }, 'officer', 'committed', 'not-escalated'],
    [{ verb: 'escalate.form', item }, 'vKirurgi', 'dialogue', 'not-allowed'],
    [{ verb: 'round.form', item }, 'officer', 'asked', 'round-already-open'],
    [{ verb: 'round.form', item }, 'auditor', 'draft', 'not-allowed'],
  ])('%o for %s, %s: refused, %s', (action, who, story, code) => {
    expect(result(who, story, action)).toBe(code);
  });

  it('a unit that is not asked has no form', () => {
    const elsewhere = { item, unit: `${units.vKirurgi} 2` as typeof units.vKirurgi } as const;
    expect(result('officer', 'asked', { verb: 'solution.form', ...elsewhere })).toBe('unit-not-asked');
    expect(result('vKirurgi', 'asked', { verb: 'request.change', ...elsewhere })).toBe('unit-not-asked');
  });
});

describe('a form comes filled in', () => {
  const view = (...of: Parameters<typeof open>) => {
    const form = open(...of);
    if (!form.ok) throw new Error(form.error.code);
    return form.value;
  };

  it('with the current answer, when it is about to be changed', () => {
    expect(view('vKirurgi', 'dialogue', { verb: 'request.change', ...V })).toMatchObject({
      current: {
        kind: 'objection',
        reason: 'existing-contract',
        text: WORDS.vKirurgi,
        evidence: WORDS.evidence,
      },
    });
  });

  it('with five working days to answer anew, and ten for a first question', () => {
    // Monday 23 November 2026.
    expect(view('officer', 'dialogue', { verb: 'ask-again.form', ...V })).toMatchObject({
      suggestedDeadline: date('2026-11-30'),
    });
    expect(view('officer', 'draft', { verb: 'round.form', item })).toMatchObject({
      suggestedDeadline: date('2026-12-07'),
    });
  });

  it.each<[ReasonCode, string]>([
    ['existing-contract', 'coordinate-with-staggered-start'],
    ['sme-access', 'coordinate-with-lots'],
    ['differing-needs', 'coordinate-with-lots'],
    ['economy', 'coordinate'],
  ])('with the form of coordination that meets %s: %s', (reason, suggested) => {
    const story = tell(asked, answers(vKirurgi, { kind: 'objection', reason }, { text: 'Nej' }));
    const form = formView(readingFor('officer', story.now), known(story), { verb: 'escalate.form', item });
    expect(form).toMatchObject({ ok: true, value: { suggested } });
  });
});
