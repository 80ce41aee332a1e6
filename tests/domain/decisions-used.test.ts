import { describe, expect, it } from 'vitest';
import { missingDecisions } from '#domain/coordination/stage-authority.ts';
import type { StageKind } from '#domain/coordination/stages.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { brings, refusal, type Step, type Story, told } from '#support/given.ts';
import {
  advances,
  committed,
  decides,
  declaresAnew,
  does,
  kindRow,
  LIFE,
  locked,
  until,
} from '#support/stages.ts';
import { at, date, governance, officer, SORMLAND, sDecider, VASTMANLAND, vDecider } from '#support/world.ts';

const by = (...kinds: readonly StageKind[]) => ({
  ...governance,
  mandates: [...governance.mandates, ...kinds.map((kind) => kindRow(`k-${kind}`, kind))],
});
const stepTo = (to: string) =>
  LIFE.find(({ command }) => command.do === 'advance' && command.stage.to === to) as Step;

const appeals = advances(
  { to: 'appealed', date: date('2027-03-05'), court: 'Förvaltningsrätten' },
  { when: at('2027-03-05 09:00') },
);
const ruling = (outcome: 'award-stands' | 'evaluate-again') =>
  advances({ to: 'appeal-settled', date: date('2027-05-05'), outcome }, { when: at('2027-05-05 12:00') });

describe('decisions are distinct, and each is used up by what it was for (section 1, law 6)', () => {
  const rules = by('award', 'contract');
  const decidesAward = [declaresAnew(sDecider), decides(sDecider, 'award', SORMLAND)];
  const appealed: Story = told(
    rules,
    locked,
    stepTo('advertised'),
    stepTo('evaluation'),
    ...decidesAward,
    stepTo('awarded'),
    stepTo('standstill'),
    decides(sDecider, 'contract', SORMLAND),
    appeals,
  );
  const settled = (outcome: 'award-stands' | 'evaluate-again') => told(rules, appealed, ruling(outcome));
  const again = advances(
    { to: 'awarded', date: date('2027-05-20'), reference: 'RV 2027-9' },
    { when: at('2027-05-20 12:00') },
  );

  it('an award that a court set aside takes its decision with it: the new evaluation needs its own', () => {
    const anew = settled('evaluate-again');
    expect(refusal(anew, again, rules)).toBe('decision-missing');
    expect(refusal(anew, does(officer, { do: 'ask-stage-decision', kind: 'award' }), rules)).toBe('allowed');
    const decided = told(rules, anew, decides(sDecider, 'award', SORMLAND));
    expect(refusal(decided, again, rules)).toBe('allowed');
  });

  it('and the decision on the contract that the first award led to', () => {
    const second = told(rules, settled('evaluate-again'), decides(sDecider, 'award', SORMLAND), again);
    expect(missingDecisions(second.state as KnownCase, rules, date('2027-05-20'), 'contract')).toHaveLength(
      2,
    );
  });

  it('where the court lets the award stand, so do its decisions', () => {
    const state = settled('award-stands').state as KnownCase;
    for (const kind of ['award', 'contract'] as const) {
      expect(missingDecisions(state, rules, date('2027-05-20'), kind)).toEqual([]);
    }
  });

  it('a second extension needs a second decision', () => {
    const extending = by('extend');
    const extended = (day: string) => advances({ to: 'extended', until: date(day) });
    const signed = { ...until('contract'), now: at('2028-01-10 09:00') };
    const once = told(
      extending,
      signed,
      declaresAnew(sDecider),
      decides(sDecider, 'extend', SORMLAND),
      extended('2030-03-31'),
    );
    expect(refusal(once, extended('2031-03-31'), extending)).toBe('decision-missing');
    const twice = told(extending, once, decides(sDecider, 'extend', SORMLAND));
    expect(refusal(twice, extended('2031-03-31'), extending)).toBe('allowed');
  });

  it('a second postponement needs a second decision', () => {
    const postponed = advances({ to: 'postponed' }, { texts: { text: 'Vi väntar' } });
    const both = [
      decides(sDecider, 'postpone', SORMLAND),
      decides(vDecider, 'postpone', VASTMANLAND),
    ] as const;
    const back = told(governance, committed, ...both, postponed, advances({ to: 'resumed' }));
    expect(back.state.status).toBe('committed');
    expect(refusal(back, postponed)).toBe('decision-missing');
    expect(refusal(told(governance, back, ...both), postponed)).toBe('allowed');
  });

  it('the question goes with it: a second extension is nobody’s to decide until it is asked for', () => {
    const extending = by('initiate', 'extend');
    const asks = does(officer, { do: 'ask-stage-decision', kind: 'extend' });
    const asked = told(
      extending,
      { ...until('contract'), now: at('2028-01-10 09:00') },
      does(officer, { do: 'ask-stage-decision', kind: 'initiate' }),
      asks,
      declaresAnew(sDecider),
    );
    const once = told(
      extending,
      asked,
      decides(sDecider, 'initiate', SORMLAND),
      decides(sDecider, 'extend', SORMLAND),
      advances({ to: 'extended', until: date('2030-03-31') }),
    );
    const conflict = declaresAnew(sDecider, true);
    expect(brings(asked, conflict, extending)).toContain('stage-decision-asked');
    expect((once.state as KnownCase).decisionsAsked).toEqual({ initiate: at('2028-01-10 09:00') });
    expect(brings(once, conflict, extending)).not.toContain('stage-decision-asked');
    expect(brings(once, asks, extending)).toEqual(['stage-decision-asked']);
  });

  it('so does that about the award and the contract when a court sets the award aside, and not when it stands', () => {
    const asks = (kind: StageKind) => does(officer, { do: 'ask-stage-decision', kind });
    const story = told(
      rules,
      locked,
      stepTo('advertised'),
      stepTo('evaluation'),
      asks('award'),
      ...decidesAward,
      stepTo('awarded'),
      stepTo('standstill'),
      asks('contract'),
      appeals,
    );
    const stands = told(rules, story, ruling('award-stands')).state as KnownCase;
    const anew = told(rules, story, ruling('evaluate-again'));
    const questions = { award: at('2027-02-16 09:00'), contract: at('2027-03-03 12:00') };
    expect(stands.decisionsAsked).toEqual(questions);
    expect((anew.state as KnownCase).decisionsAsked).toEqual({});
    expect(brings(anew, asks('award'), rules)).toEqual(['stage-decision-asked']);
  });

  it('a stage that no decision was on file for uses none up', () => {
    const away = told(
      { ...governance, mandates: [] },
      committed,
      advances({ to: 'postponed' }, { texts: { text: 'Vi väntar' } }),
    );
    expect(away.events.at(-1)).not.toHaveProperty('uses');
    expect(away.state).not.toHaveProperty('decisionsAsked');
  });
});
