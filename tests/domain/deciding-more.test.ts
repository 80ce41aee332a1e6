import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { hasConflict } from '#domain/coordination/deciding/conflict.ts';
import { asPersonId, bodyId } from '#domain/shared/ids.ts';
import {
  answers,
  asked,
  attempt,
  bothApprove,
  brings,
  DEADLINE,
  decides,
  declares,
  lift,
  objected,
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
import { does as by } from '#support/stages.ts';
import { OREBRO, objectedInThree, oDecider, oMember, threeRegions } from '#support/three.ts';
import {
  at,
  beds,
  date,
  governance,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  STYRELSE_S,
  sAkut,
  sBoss,
  sDecider,
  secretary,
  sKirurgi,
  sMember,
  sMember2,
  units,
  VASTMANLAND,
  vAnestesi,
  vBoss,
  vDecider,
  vKirurgi,
  vMember,
  withSwitch,
} from '#support/world.ts';

const events = (story: Story, step: Step, rules = governance) => {
  const outcome = attempt(story, step, rules);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.events;
};
const due = (story: Story) => {
  const found = story.state.status === 'escalated' ? story.state.escalation.due : null;
  if (!found) throw new Error('no clock runs');
  return found;
};
const council = tell(objected, lift());
const decision = tell(council, ...bothApprove());
const row = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;

describe('who may answer for a unit (laws 1, 8)', () => {
  const unit = units.vKirurgi;
  const nurse = { ...vKirurgi, id: asPersonId('tenant-v:new'), roles: [] };
  const successor = { ...vKirurgi, id: asPersonId('tenant-v:new') };
  const moved = { ...vKirurgi, unit: vAnestesi.unit };
  const silent = tell(asked, ticks(DEADLINE));
  const answered = tell(silent, answers(vBoss, { kind: 'no-need' }, {}, unit));
  it.each<[string, Story, Step, string]>([
    [
      'a manager who came after the question',
      asked,
      answers(successor, { kind: 'no-need' }, {}, unit),
      'allowed',
    ],
    ['one who was asked and has moved', asked, answers(moved, { kind: 'no-need' }, {}, unit), 'allowed'],
    ['a colleague who is no manager', asked, answers(nurse, { kind: 'no-need' }, {}, unit), 'not-your-unit'],
    ['the superior, before silence', asked, answers(vBoss, { kind: 'no-need' }, {}, unit), 'not-your-unit'],
    ['the superior, after it', silent, answers(vBoss, { kind: 'no-need' }, {}, unit), 'allowed'],
    ['another region’s superior', silent, answers(sBoss, { kind: 'no-need' }, {}, unit), 'not-your-unit'],
    [
      'the superior who has answered, again',
      answered,
      answers(vBoss, { kind: 'yes', commitment: { binding: 'estimate' } }, {}, unit),
      'allowed',
    ],
    [
      'nobody, while the item waits',
      tell(decision, decides(sDecider, SORMLAND, 'postpone'), decides(vDecider, VASTMANLAND, 'postpone')),
      yes(vKirurgi),
      'round-closed',
    ],
  ])('%s: %#', (_, story, step, code) => {
    expect(refusal(story, step)).toBe(code);
  });
});

describe('a conflict does not end with the case in which it was declared (KL 6:28–32)', () => {
  const conflicted = tell(council, declares(sMember, true));
  const ended = tell(conflicted, yes(vKirurgi));

  it('nor with a later one that asked nobody', () => {
    expect(hasConflict(ended.state, sMember.id)).toBe(true);
    const again = tell(ended, objects(vKirurgi), yes(vKirurgi));
    expect(again.state).toMatchObject({ settlements: [{}, { path: [{ level: 'dialogue' }] }] });
    expect(hasConflict(again.state, sMember.id)).toBe(true);
    expect(hasConflict(again.state, vMember.id)).toBe(false);
  });

  it('but is taken back by who says in a later one that there is none', () => {
    const later = tell(ended, objects(vKirurgi), lift(), declares(sMember), yes(vKirurgi));
    expect(hasConflict(later.state, sMember.id)).toBe(false);
  });

  it('also where it was declared before a decision that never was in the council', () => {
    const rules: Governance = {
      ...governance,
      mandates: [
        {
          ...row,
          id: 'b',
          kinds: ['coordinate'],
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'body', body: NAMNDEN },
        },
        {
          ...row,
          id: 'chair',
          kinds: ['coordinate'],
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'delegate', person: sMember2.id, body: NAMNDEN },
          urgent: true,
        },
      ],
    };
    const urgent = by(officer, { do: 'mark-urgent', texts: { reason: 'Avtalet upphör' } });
    const story = told(rules, objected, urgent, declares(sMember2, true), yes(vKirurgi));
    expect(story.state.status).toBe('committed');
    expect(hasConflict(story.state, sMember2.id)).toBe(true);
  });

  it('and the house rule is told apart: who objected for a unit that is not theirs abstains', () => {
    const passed = tell(
      asked,
      by(sKirurgi, {
        do: 'delegate',
        unit: units.sKirurgi,
        to: { person: sMember.id, region: SORMLAND, roles: [] },
      }),
      answers(sMember, { kind: 'objection', reason: 'legal' }, { text: 'Lagrum' }, units.sKirurgi),
      lift(),
      declares(sMember),
      declares(sMember2),
    );
    expect(refusal(passed, takes(sMember, 'approve'))).toBe('house-rule-abstain');
    expect(refusal(passed, takes(sMember2, 'approve'))).toBe('allowed');
  });
});

describe('a position again is nothing; a dissent, or a change of it, is news', () => {
  const plain = tell(council, declares(sMember), takes(sMember, 'approve', 1, { reason: 'A', dissent: 'B' }));
  it.each<[string, Step, string[]]>([
    ['the same', takes(sMember, 'approve', 1, { reason: 'A', dissent: 'B' }), []],
    ['another dissent', takes(sMember, 'approve', 1, { reason: 'A', dissent: 'C' }), ['position-taken']],
    ['no dissent any more', takes(sMember, 'approve', 1, { reason: 'A' }), ['position-taken']],
    ['another stance', takes(sMember, 'reject', 1, { reason: 'A', dissent: 'B' }), ['position-taken']],
  ])('%s', (_, step, wanted) => {
    expect(brings(plain, step)).toEqual(wanted);
  });

  it('also as a decision by a mandate', () => {
    const rules: Governance = {
      ...governance,
      mandates: [
        {
          ...row,
          id: 'members',
          kinds: ['coordinate'],
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'members', members: [sMember.id, vMember.id], body: NAMNDEN },
        },
      ],
    };
    const story = told(rules, objected, lift(), declares(sMember), takes(sMember, 'approve', 1, {}, true));
    expect(events(story, takes(sMember, 'approve', 1, {}, true), rules)).toEqual([]);
  });
});

describe('what the clock concludes it only passes on (KL 6:38)', () => {
  it('also where every named member has approved', () => {
    const rules: Governance = {
      ...governance,
      attendance: [],
      mandates: [
        ...governance.mandates,
        {
          ...row,
          id: 'members',
          kinds: ['coordinate'],
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'members', members: [sMember.id, vMember.id], body: NAMNDEN },
        },
      ],
    };
    const story = told(
      rules,
      objected,
      lift(),
      declares(sMember),
      declares(vMember),
      takes(sMember, 'approve', 1, {}, true),
      takes(vMember, 'approve', 1, {}, true),
    );
    const concluded = told(rules, story, ticks(due(story)));
    expect(concluded.state).toMatchObject({
      escalation: { level: 'decision', decisions: [], seats: [{ rule: 'm-s' }, { rule: 'm-v' }] },
    });
  });
});

describe('what several decisions come to together', () => {
  it.each<[string, Parameters<typeof decides>[2], Parameters<typeof decides>[2], string]>([
    ['both alike', 'coordinate', 'coordinate', 'coordinate'],
    ['one with lots', 'coordinate', 'coordinate-with-lots', 'coordinate-with-lots'],
    ['one that waits makes the other wait', 'postpone', 'coordinate-with-lots', 'postpone'],
    ['one that declines leaves nobody to go on with', 'coordinate', 'deviate', 'deviate'],
    ['both decline', 'deviate', 'deviate', 'deviate'],
  ])('%s', (_, first, second, outcome) => {
    const half = tell(decision, decides(sDecider, SORMLAND, first));
    const [, closed] = events(half, decides(vDecider, VASTMANLAND, second));
    const declining = [
      ...(first === 'deviate' ? [SORMLAND] : []),
      ...(second === 'deviate' ? [VASTMANLAND] : []),
    ];
    expect(closed).toMatchObject({ type: 'escalation-closed', how: 'decided', outcome, declining });
  });

  it('of a single region is its own', () => {
    const rules = { ...governance, regions: governance.regions.slice(0, 1) };
    const story = told(rules, council, declares(sMember), takes(sMember, 'approve'));
    expect(events(story, decides(sDecider, SORMLAND, 'coordinate'), rules).at(-1)).toMatchObject({
      type: 'escalation-closed',
      outcome: 'coordinate',
      declining: [],
    });
  });

  it('counts regions, not decisions: a body that decides for two of three leaves them together', () => {
    const rules: Governance = {
      ...threeRegions,
      mandates: [
        {
          ...row,
          id: 'two',
          kinds: ['coordinate', 'deviate'],
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'body', body: NAMNDEN },
        },
        {
          ...row,
          id: 'third',
          kinds: ['coordinate', 'deviate'],
          actsFor: [OREBRO],
          holder: { kind: 'delegate', person: oDecider.id, body: NAMNDEN },
        },
      ],
    };
    const story = told(
      rules,
      objectedInThree,
      lift(),
      ...[sMember, vMember, oMember].map((one) => declares(one)),
      ...[sMember, vMember, oMember].map((one) => takes(one, 'approve')),
      decides(oDecider, OREBRO, 'deviate'),
    );
    const registers = by(secretary, {
      do: 'register-decision',
      body: NAMNDEN,
      revision: 1,
      outcome: 'coordinate',
      date: date('2026-11-23'),
      paragraph: '§ 4',
      registryNumber: 'N 1',
      // Nobody prepares for this body.
      prepared: { date: date('2026-11-20'), paragraph: '§ 1' },
      texts: {},
    });
    const [decided, closed] = events(story, registers, rules);
    expect(decided).not.toHaveProperty('body.prepared');
    expect(closed).toMatchObject({ outcome: 'coordinate', declining: [OREBRO] });
  });
});

describe('what follows by rule alone', () => {
  const withdraws = by(vKirurgi, { do: 'withdraw-objection', unit: units.vKirurgi, texts: {} });
  it.each<[string, Story, Step, readonly object[]]>([
    [
      'an objection opens a case in the dialogue',
      asked,
      objects(vKirurgi),
      [{ type: 'answered' }, { type: 'escalation-opened', cause: 'objection', level: 'dialogue' }],
    ],
    [
      'silence opens one with the managers',
      tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi)),
      ticks(DEADLINE),
      [{ type: 'not-answered' }, { type: 'escalation-opened', cause: 'no-answer', level: 'managers' }],
    ],
    [
      'an objection that is taken back ends it',
      objected,
      withdraws,
      [
        { type: 'objection-withdrawn' },
        { type: 'escalation-closed', how: 'withdrawn', outcome: 'coordinate', declining: [] },
      ],
    ],
    [
      'also after the deadline, when nothing else ends it',
      { ...objected, now: at('2026-12-07 09:00') },
      withdraws,
      [{ type: 'objection-withdrawn' }, { type: 'escalation-closed', how: 'withdrawn' }],
    ],
    [
      'another answer ends it before the deadline',
      objected,
      yes(vKirurgi),
      [
        { type: 'answered' },
        { type: 'escalation-closed', how: 'answered', outcome: 'coordinate', declining: [] },
      ],
    ],
    ['and not after it', { ...objected, now: at('2026-12-07 09:00') }, yes(vKirurgi), [{ type: 'answered' }]],
    [
      'a change of no consequence leaves a decision where it is',
      decision,
      by(operator, { do: 'import', item: { ...beds, responsible: 'Anna' } }),
      [{ type: 'item-revised', material: false }],
    ],
    [
      'an objection to what was agreed opens a case anew',
      tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi), yes(vKirurgi)),
      objects(vKirurgi),
      [{ type: 'answered' }, { type: 'escalation-opened', cause: 'objection' }],
    ],
  ])('%s', (_, story, step, wanted) => {
    const found = events(story, step);
    expect(found).toMatchObject(wanted);
    expect(found).toHaveLength(wanted.length);
  });
});

describe('a case goes from body to body', () => {
  const first = withSwitch('decided');
  const [succession] = first.successions ?? [];
  if (!succession) throw new Error('no succession');
  const { reading: _, ...silent } = succession;
  const after = { ...asked, now: at('2027-01-02 09:00') };

  it('by each succession once', () => {
    const second = {
      ...first,
      successions: [
        succession,
        {
          ...succession,
          id: 'again',
          body: STYRELSE_S,
          successors: [{ region: SORMLAND, body: bodyId('nya-namnden') }],
        },
      ],
    };
    const tick = ticks(at('2027-01-02 09:00'));
    const once = told(first, after, tick);
    const moves = (rules: Governance, story: Story) =>
      events(story, tick, rules).flatMap((event) => (event.type === 'transferred' ? [event.rule] : []));
    expect(moves(first, after)).toEqual(['switch']);
    expect(moves(first, once)).toEqual([]);
    expect(moves(second, once)).toEqual(['again']);
  });

  it('with the reading of the row where it has one', () => {
    const tick = ticks(at('2027-01-02 09:00'));
    expect(events(after, tick, first)[0]).toMatchObject({ texts: { reading: succession.reading } });
    expect(events(after, tick, { ...first, successions: [silent] })[0]).not.toHaveProperty('texts');
  });
});
