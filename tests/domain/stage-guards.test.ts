import { describe, expect, it } from 'vitest';
import { ownerOf } from '#domain/coordination/life-cycle.ts';
import { missingDecisions } from '#domain/coordination/stage-authority.ts';
import type { Advance } from '#domain/coordination/stages.ts';
import { type CaseState, isOver, type KnownCase, STATUSES } from '#domain/coordination/state.ts';
import { asked, attempt, imported, refusal, type Story, tell, told } from '#support/given.ts';
import {
  advances,
  committed,
  decides,
  declaresAnew,
  initiating,
  kindRow,
  locked,
  until,
} from '#support/stages.ts';
import { at, date, governance, officer, SORMLAND, sDecider, VASTMANLAND } from '#support/world.ts';

const on = (story: Story, when: string): Story => ({ ...story, now: at(when) });
const row = (facts: Advance, texts = {}) => advances(facts, { texts });

describe('what a stage must be told before it is entered (laws 2, 5)', () => {
  const advertises = (more: object): Advance => ({
    to: 'advertised',
    date: date('2026-11-23'),
    reference: 'TED-1',
    evaluators: [officer.id],
    ...more,
  });
  const awards = (more: object): Advance => ({
    to: 'awarded',
    date: date('2027-03-01'),
    reference: 'RV 1',
    ...more,
  });
  const appeals = (more: object): Advance => ({
    to: 'appealed',
    date: date('2027-03-08'),
    court: 'Förvaltningsrätten',
    ...more,
  });
  const signs = (more: object): Advance => ({
    to: 'contract',
    date: date('2027-03-16'),
    until: date('2029-03-31'),
    reference: 'RV 2',
    ...more,
  });
  const evaluation = on(until('evaluation'), '2027-03-01 09:00');
  const standing = on(until('standstill'), '2027-03-16 09:00');
  it.each<[string, Story, Advance, string]>([
    ['an advertisement has its number', locked, advertises({ reference: ' ' }), 'text-missing'],
    ['and its evaluators', locked, advertises({ evaluators: [] }), 'evaluators-missing'],
    [
      'and is of a day that has been',
      locked,
      advertises({ date: date('2026-11-24') }),
      'stage-date-in-the-future',
    ],
    ['today is one', locked, advertises({}), 'allowed'],
    [
      'the evaluation begins after advertising',
      until('advertised'),
      { to: 'evaluation', date: date('2027-01-10') },
      'stage-date-too-early',
    ],
    [
      'on the same day at the earliest',
      until('advertised'),
      { to: 'evaluation', date: date('2027-01-11') },
      'allowed',
    ],
    ['an award has its number', evaluation, awards({ reference: ' ' }), 'text-missing'],
    [
      'and follows the advertisement',
      evaluation,
      awards({ date: date('2027-01-10') }),
      'stage-date-too-early',
    ],
    [
      'the bidders are told after it',
      until('awarded'),
      { to: 'standstill', date: date('2027-02-28'), sent: 'electronically' },
      'stage-date-too-early',
    ],
    [
      'on its day at the earliest',
      until('awarded'),
      { to: 'standstill', date: date('2027-03-01'), sent: 'electronically' },
      'allowed',
    ],
    ['an appeal has its court', standing, appeals({ court: ' ' }), 'text-missing'],
    [
      'and follows what the bidders were told',
      standing,
      appeals({ date: date('2027-03-02') }),
      'stage-date-too-early',
    ],
    ['a contract has its number', standing, signs({ reference: ' ' }), 'text-missing'],
    [
      'and waits for the standstill’s last day to pass',
      standing,
      signs({ date: date('2027-03-15') }),
      'standstill-running',
    ],
    [
      'also by today',
      on(standing, '2027-03-15 09:00'),
      signs({ date: date('2027-03-15') }),
      'standstill-running',
    ],
    [
      'and lasts beyond its signing',
      standing,
      signs({ until: date('2027-03-16') }),
      'contract-ends-too-early',
    ],
    ['a day is enough', standing, signs({ until: date('2027-03-17') }), 'allowed'],
    [
      'its options end no earlier than it does',
      standing,
      signs({ optionsUntil: date('2029-03-30') }),
      'contract-ends-too-early',
    ],
    ['and may end with it', standing, signs({ optionsUntil: date('2029-03-31') }), 'allowed'],
    [
      'an extension goes beyond the contract',
      until('contract'),
      { to: 'extended', until: date('2029-03-31') },
      'no-such-option',
    ],
    [
      'within its options',
      until('contract'),
      { to: 'extended', until: date('2031-04-01') },
      'no-such-option',
    ],
    ['to their last day', until('contract'), { to: 'extended', until: date('2031-03-31') }, 'allowed'],
    [
      'and not without any',
      tell(standing, row(signs({}))),
      { to: 'extended', until: date('2030-03-31') },
      'no-such-option',
    ],
  ])('%s', (_, story, stage, code) => {
    expect(refusal(story, row(stage))).toBe(code);
  });

  it('what comes too early is told what it must follow, and a running standstill until when', () => {
    const early = attempt(
      until('awarded'),
      row({ to: 'standstill', date: date('2027-02-28'), sent: 'electronically' }),
    );
    expect(early).toMatchObject({ error: { params: { after: '2027-03-01' } } });
    expect(attempt(standing, row(signs({ date: date('2027-03-15') })))).toMatchObject({
      error: { params: { until: '2027-03-15' } },
    });
  });
});

describe('a stage that rests on a decision names who is missing (law 6)', () => {
  const initiated = { to: 'initiated' } as const;
  it('every region and every body, and those that nobody may decide for', () => {
    expect(attempt(committed, row(initiated), initiating())).toMatchObject({
      error: {
        code: 'decision-missing',
        params: {
          kind: 'initiate',
          regions: 'sormland,vastmanland',
          bodies: 'regionstyrelsen-sormland,regionstyrelsen-vastmanland',
        },
      },
    });
    const half = told(initiating(), committed, decides(sDecider, 'initiate'));
    expect(attempt(half, row(initiated), initiating())).toMatchObject({
      error: { params: { regions: 'vastmanland', bodies: 'regionstyrelsen-vastmanland' } },
    });
    const oneRow = {
      ...governance,
      mandates: [{ ...kindRow('south', 'initiate'), actsFor: [SORMLAND] }],
    };
    expect(attempt(committed, row(initiated), oneRow)).toMatchObject({
      error: {
        code: 'nobody-may-decide',
        params: { regions: `${SORMLAND},${VASTMANLAND}`, bodies: 'inkopsnamnden' },
      },
    });
  });
});

describe('decisions are distinct (law 6)', () => {
  it('one to award is none to sign', () => {
    const rules = { ...governance, mandates: [kindRow('a', 'award'), kindRow('c', 'contract')] };
    const story = told(rules, until('evaluation'), declaresAnew(sDecider), decides(sDecider, 'award'));
    const missing = (kind: 'award' | 'contract') =>
      missingDecisions(story.state as KnownCase, rules, date('2027-02-16'), kind).map(({ region }) => region);
    expect(missing('award')).toEqual([]);
    expect(missing('contract')).toEqual([SORMLAND, VASTMANLAND]);
  });
});

describe('an item goes only where it may', () => {
  it('and is told where it stands', () => {
    expect(attempt(locked, row({ to: 'followed-up' }, { text: 'I tid' }))).toEqual({
      ok: false,
      error: { code: 'not-possible-now', params: { status: 'locked' } },
    });
  });

  it('what is over asks nothing of anybody: closed, left by a deviation or for another arena, or cancelled', () => {
    expect(STATUSES.filter((status) => isOver({ status } as CaseState)).toSorted()).toEqual([
      'cancelled',
      'closed',
      'deviation-decided',
      'external-coordination',
    ]);
  });
});

describe('whose an item is before anybody took it over (law 4)', () => {
  const assessedBy = (by: string) =>
    ownerOf({
      ...(asked.state as KnownCase),
      status: 'assessed',
      owner: undefined,
      assessment: { possible: true, by, at: asked.now, texts: {} },
    } as unknown as KnownCase);
  it.each([
    ['tenant-s:officer', 'tenant-s:officer'],
    ['cli:root', null],
    ['clock', null],
    ['tenant-s:xcli:', 'tenant-s:xcli:'],
  ])('assessed by %s: %s', (by, owner) => {
    expect(assessedBy(by)).toBe(owner);
  });
  it('a draft is Inköp’s', () => {
    expect(ownerOf(imported.state as KnownCase)).toBeNull();
  });
});
