import { describe, expect, it } from 'vitest';
import { endOfDay } from '#domain/shared/calendar.ts';
import {
  answers,
  asked,
  bothApprove,
  DEADLINE,
  decides,
  declares,
  imported,
  lift,
  objected,
  objects,
  objectsWithoutEvidence,
  type Step,
  type Story,
  takes,
  tell,
  ticks,
  told,
  yes,
} from '#support/given.ts';
import { advances, does as by, committed, declaresAnew, locked, until } from '#support/stages.ts';
import { lines } from '#support/told.ts';
import {
  asks,
  at,
  beds,
  date,
  deputy,
  governance,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  sMember,
  units,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
  vMember,
  withSwitch,
} from '#support/world.ts';

const unit = units.vKirurgi;
const due = (story: Story) => {
  const found = story.state.status === 'escalated' ? story.state.escalation.due : null;
  if (!found) throw new Error('no clock runs');
  return found;
};
const dearer = by(operator, { do: 'import', item: { ...beds, value: 5_000_000 } });
const BOTH = 'council-member sormland+vastmanland';
const almost = tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi));
const managers = tell(objected, ticks(due(objected)));
const council = tell(objected, lift());
const decision = tell(council, ...bothApprove());
const halfSilent = tell(almost, ticks(DEADLINE));

describe('whom a round tells of what', () => {
  it.each<[string, Story, Step, string[]]>([
    [
      'the question goes to each unit and the round to its officer',
      imported,
      by(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks }),
      [
        'request Akut new: sormland/Akut',
        'request Kirurgi new: sormland/Kirurgi',
        'request Anestesi new: vastmanland/Anestesi',
        'request Kirurgi new: vastmanland/Kirurgi',
        'round new: officer',
      ],
    ],
    ['an answer among others is no news', asked, yes(sAkut), []],
    ['the last one tells the officer', almost, yes(vKirurgi), ['round answers-in: officer']],
    ['an objection does at once', asked, objects(vKirurgi), ['objection Kirurgi new: officer']],
    [
      'a reminder goes to who has not answered',
      almost,
      ticks(at('2026-12-03 09:00')),
      ['request Kirurgi reminder: vastmanland/Kirurgi'],
    ],
    [
      'silence is lifted to the superior, and the officer knows',
      almost,
      ticks(DEADLINE),
      ['lifted Kirurgi new: v-boss', 'round time-ran-out: officer'],
    ],
    [
      'what changed is asked of who has answered, and of nobody else',
      almost,
      dearer,
      [
        'request Akut revised: sormland/Akut',
        'request Kirurgi revised: sormland/Kirurgi',
        'request Anestesi revised: vastmanland/Anestesi',
      ],
    ],
    [
      'a change of no consequence is no news',
      almost,
      by(operator, { do: 'import', item: { ...beds, responsible: 'Anna' } }),
      [],
    ],
    [
      'a question that is passed on goes to the colleague',
      asked,
      by(sKirurgi, {
        do: 'delegate',
        unit: units.sKirurgi,
        to: { person: deputy.id, region: SORMLAND, roles: [] },
      }),
      ['request Kirurgi new: s-deputy'],
    ],
    [
      'more time is asked of the officer',
      asked,
      by(vKirurgi, { do: 'request-more-time', unit, round: 1, texts: {} }),
      ['more-time Kirurgi new: officer'],
    ],
    [
      'and granted to the unit',
      tell(asked, by(vKirurgi, { do: 'request-more-time', unit, round: 1, texts: {} })),
      by(officer, { do: 'grant-more-time', unit, workingDays: 5 }),
      ['request Kirurgi more-time-granted: vastmanland/Kirurgi'],
    ],
    [
      'or refused',
      tell(asked, by(vKirurgi, { do: 'request-more-time', unit, round: 1, texts: {} })),
      by(officer, { do: 'refuse-more-time', unit }),
      ['request Kirurgi more-time-refused: vastmanland/Kirurgi'],
    ],
    [
      'who has a deputy while away leaves the question to them',
      asked,
      by(sAkut, { do: 'note-absence', unit: units.sAkut, until: date('2026-12-01'), deputy: deputy.id }),
      ['request Akut new: s-deputy'],
    ],
    [
      'who has none leaves the officer to know',
      asked,
      by(sAkut, { do: 'note-absence', unit: units.sAkut, until: date('2026-12-01'), deputy: null }),
      ['round absence-noted: officer'],
    ],
    [
      'who has answered leaves nothing',
      tell(asked, yes(sAkut)),
      by(sAkut, { do: 'note-absence', unit: units.sAkut, until: date('2026-12-01'), deputy: null }),
      [],
    ],
    [
      'who is back says so to nobody',
      tell(
        asked,
        by(sAkut, { do: 'note-absence', unit: units.sAkut, until: date('2026-12-01'), deputy: null }),
      ),
      by(sAkut, { do: 'note-absence', unit: units.sAkut, until: null, deputy: null }),
      [],
    ],
    [
      'the morning after an absence the question is there again',
      tell(almost, by(vKirurgi, { do: 'note-absence', unit, until: date('2026-11-24'), deputy: null })),
      ticks(at('2026-11-25 08:00')),
      ['request Kirurgi reminder: v-kirurgi'],
    ],
  ])('%s', (_, story, step, wanted) => {
    expect(lines(story, step)).toEqual(wanted);
  });

  it('a colleague to whom the question was passed on is told with the unit', () => {
    const passed = tell(
      asked,
      by(sKirurgi, {
        do: 'delegate',
        unit: units.sKirurgi,
        to: { person: deputy.id, region: SORMLAND, roles: [] },
      }),
      yes(sAkut),
      yes(vAnestesi),
      yes(vKirurgi),
    );
    expect(lines(passed, ticks(at('2026-12-03 09:00')))).toEqual([
      'request Kirurgi reminder: sormland/Kirurgi, s-deputy',
    ]);
  });
});

describe('whom an objection tells of what', () => {
  const bare = tell(asked, objectsWithoutEvidence(vKirurgi));
  const proposes = by(officer, {
    do: 'propose-solution',
    unit,
    solution: 'lots',
    texts: { text: 'Delas i två' },
  });
  const replies = (accept: boolean) =>
    by(vKirurgi, { do: 'answer-solution', unit, accept, texts: { text: 'Nej' } });
  it.each<[string, Story, Step, string[]]>([
    [
      'evidence comes to the officer',
      bare,
      by(vKirurgi, { do: 'add-evidence', unit, texts: { text: 'Avtal' } }),
      ['objection Kirurgi evidence-added: officer'],
    ],
    [
      'more is asked of the unit',
      bare,
      by(officer, { do: 'ask-evidence', unit, texts: { text: 'Vilket?' } }),
      ['request Kirurgi evidence-asked: vastmanland/Kirurgi'],
    ],
    [
      'what is accepted is told to it',
      tell(bare, by(vKirurgi, { do: 'add-evidence', unit, texts: { text: 'Avtal' } })),
      by(officer, { do: 'accept-evidence', unit }),
      ['request Kirurgi evidence-accepted: vastmanland/Kirurgi'],
    ],
    [
      'what never came is told to the officer',
      tell(bare, ticks(at('2026-11-27 09:00'))),
      ticks(endOfDay(date('2026-11-30'))),
      [
        'objection Kirurgi evidence-missed: officer',
        'managers new: v-boss, s-boss',
        'round climbed: officer',
      ],
    ],
    [
      'taking it back is told to the officer, and to whom the case had reached',
      objected,
      by(vKirurgi, { do: 'withdraw-objection', unit, texts: {} }),
      ['objection Kirurgi objection-withdrawn: officer', 'outcome new: officer'],
    ],
    ['a solution is put to the unit', objected, proposes, ['solution Kirurgi new: vastmanland/Kirurgi']],
    [
      'its rejection comes to the officer',
      tell(objected, proposes),
      replies(false),
      ['objection Kirurgi solution-rejected: officer'],
    ],
    [
      'its acceptance too, and ends the case',
      tell(objected, proposes),
      replies(true),
      ['objection Kirurgi solution-accepted: officer', 'outcome new: officer, vastmanland/Kirurgi'],
    ],
    [
      'asking again reaches the unit',
      objected,
      by(officer, { do: 'ask-again', unit, deadline: DEADLINE, texts: {} }),
      ['request Kirurgi asked-again: vastmanland/Kirurgi'],
    ],
  ])('%s', (_, story, step, wanted) => {
    expect(lines(story, step)).toEqual(wanted);
  });
});

describe('whom each level of the ladder tells of what', () => {
  const body = (of: Story) => tell(of, lift(), ...bothApprove(2));
  const answered = [sAkut, sKirurgi, vAnestesi].map((actor) =>
    answers(actor, { kind: 'no-need' }, {}, actor.unit, 2),
  );
  const large = tell(
    asked,
    by(operator, { do: 'import', item: { ...beds, value: 20_000_000 } }),
    ...answered,
    answers(vKirurgi, { kind: 'objection', reason: 'other' }, { text: 'Nej', evidence: 'Avtal' }, unit, 2),
  );
  const taken = tell(council, declares(sMember), takes(sMember, 'approve'));
  it.each<[string, Story, Step, string[]]>([
    [
      'the dialogue’s clock reminds the officer',
      objected,
      ticks(at('2026-11-27 09:00')),
      ['round reminder: officer'],
    ],
    [
      'the managers get what climbs, the officer knows',
      objected,
      ticks(due(objected)),
      ['managers new: v-boss, s-boss', 'round climbed: officer'],
    ],
    [
      'the managers are reminded',
      managers,
      ticks(at('2026-12-04 09:00')),
      ['managers reminder: v-boss, s-boss'],
    ],
    [
      'the council gets what climbs by the clock, the officer knows',
      managers,
      ticks(due(managers)),
      [`council new: ${BOTH}`, 'round climbed: officer'],
    ],
    ['the council gets what the officer lifts', objected, lift(), [`council new: ${BOTH}`]],
    ['the council is reminded', council, ticks(at('2026-12-03 09:00')), [`council reminder: ${BOTH}`]],
    ['a declaration is no news', council, declares(sMember, true), []],
    ['a position is none', tell(council, declares(sMember)), takes(sMember, 'approve'), []],
    [
      'the last position sends it to the delegates',
      tell(taken, declares(vMember)),
      takes(vMember, 'approve'),
      [
        'decision sormland new: s-decider',
        'decision vastmanland new: v-decider',
        'round council-concluded: officer',
      ],
    ],
    [
      'or to the secretary of the body',
      tell(large, lift(), declares(sMember), declares(vMember), takes(sMember, 'approve', 2)),
      takes(vMember, 'approve', 2),
      ['registration inkopsnamnden new: secretary', 'round council-concluded: officer'],
    ],
    [
      'whoever is to decide is reminded',
      decision,
      ticks(due(decision)),
      ['decision sormland reminder: s-decider', 'decision vastmanland reminder: v-decider'],
    ],
    [
      'but not who has decided',
      tell(decision, decides(sDecider, SORMLAND, 'coordinate')),
      ticks(due(decision)),
      ['decision vastmanland reminder: v-decider'],
    ],
    [
      'the secretary is reminded',
      body(large),
      ticks(due(body(large))),
      ['registration inkopsnamnden reminder: secretary'],
    ],
    ['one decision of two is no news', decision, decides(sDecider, SORMLAND, 'coordinate'), []],
    [
      'the last tells everybody who was asked or drawn in, and the secretary what is to be reported',
      tell(decision, decides(sDecider, SORMLAND, 'coordinate')),
      decides(vDecider, VASTMANLAND, 'coordinate'),
      [
        `outcome new: officer, sormland/Akut, sormland/Kirurgi, vastmanland/Anestesi, vastmanland/Kirurgi, ${BOTH}, s-decider, v-decider`,
        'outcome to-report: secretary',
      ],
    ],
    [
      'a delegate’s conflict is told to the officer, and the body’s secretary is asked',
      decision,
      declares(sDecider, true),
      [
        'round conflict-declared: officer',
        'registration inkopsnamnden new: secretary',
        'round reseated: officer',
      ],
    ],
    [
      'a case that only silence opened reminds the superior',
      tell(halfSilent, ticks(due(halfSilent))),
      ticks(due(tell(halfSilent, ticks(due(halfSilent))))),
      ['lifted Kirurgi reminder: v-boss'],
    ],
    [
      'a change while the council has it goes to who answered and who took a position',
      taken,
      dearer,
      [
        'request Akut revised: sormland/Akut',
        'request Kirurgi revised: sormland/Kirurgi',
        'request Anestesi revised: vastmanland/Anestesi',
        'request Kirurgi revised: vastmanland/Kirurgi',
        'council revised: s-member',
      ],
    ],
    [
      'a change while it awaits its decision takes it back to those who took a position',
      decision,
      dearer,
      [
        'request Akut revised: sormland/Akut',
        'request Kirurgi revised: sormland/Kirurgi',
        'request Anestesi revised: vastmanland/Anestesi',
        'request Kirurgi revised: vastmanland/Kirurgi',
        'council revised: s-member, v-member',
        'round revised: officer',
      ],
    ],
    [
      'an answer that ends it at the managers’ level tells them',
      managers,
      yes(vKirurgi),
      ['outcome new: officer, s-boss, v-boss'],
    ],
  ])('%s', (_, story, step, wanted) => {
    expect(lines(story, step)).toEqual(wanted);
  });

  it('a body that takes over is told of by its registrars, and the owner', () => {
    const rules = withSwitch('decided');
    const after = { ...asked, now: at('2027-01-01 09:00') };
    const first = lines(after, ticks(at('2027-01-01 09:00')), rules)[0];
    expect(first).toBe('transferred new: officer, registrar sormland+vastmanland');
  });

  it('whom a new row names is asked, and only they', () => {
    const rules = {
      ...governance,
      mandates: governance.mandates.map((row) =>
        row.id === 'm-v'
          ? {
              ...row,
              id: 'm-v2',
              holder: { kind: 'delegate' as const, person: vMember.id, body: row.holder.body },
            }
          : row,
      ),
    };
    expect(lines(decision, ticks(decision.now), rules)).toEqual([
      'decision vastmanland new: v-member',
      'round reseated: officer',
    ]);
  });
});

describe('whom the item’s stages tell of what', () => {
  /** Rows that demand no decision of anybody. */
  const rules = { ...governance, mandates: [] };
  const all = 'sormland/Akut, sormland/Kirurgi, vastmanland/Anestesi, vastmanland/Kirurgi, officer';
  const text = { texts: { text: 'Behovet har ändrats', arena: 'Adda' } };
  it.each<[string, Story, Step, string[]]>([
    ['the lock is no news', locked, advances({ to: 'cancelled' }, text), [`stage new: ${all}`]],
    ['postponed', committed, advances({ to: 'postponed' }, text), [`stage new: ${all}`]],
    [
      'resumed',
      told(rules, committed, advances({ to: 'postponed' }, text)),
      advances({ to: 'resumed' }),
      [`stage new: ${all}`],
    ],
    ['another arena', committed, advances({ to: 'external-coordination' }, text), [`stage new: ${all}`]],
    [
      'an award',
      until('evaluation'),
      advances(
        { to: 'awarded', date: date('2027-03-01'), reference: 'RV 1' },
        { when: at('2027-03-01 09:00') },
      ),
      [`stage new: ${all}`],
    ],
    [
      'advertising is Inköp’s own',
      locked,
      advances({ to: 'advertised', date: date('2026-11-23'), reference: 'TED-1', evaluators: [officer.id] }),
      [],
    ],
    [
      'an extension',
      until('contract'),
      advances({ to: 'extended', until: date('2030-03-31') }),
      [`stage new: ${all}`],
    ],
    [
      'a follow-up asks those who take part what was learnt',
      until('contract'),
      advances({ to: 'followed-up' }, text),
      ['review new: sormland/Akut, sormland/Kirurgi, vastmanland/Anestesi, vastmanland/Kirurgi'],
    ],
    [
      'an evaluator’s conflict is the owner’s to see to',
      until('evaluation'),
      declaresAnew(vKirurgi, true),
      ['stage conflict-declared: officer'],
    ],
    ['no conflict is no news', until('evaluation'), declaresAnew(vKirurgi), []],
    [
      'documentation that is due is the owner’s',
      until('contract'),
      ticks(at('2027-04-14 09:00')),
      ['stage reminder: officer'],
    ],
    [
      'an item that nobody was asked about has no units to tell',
      imported,
      advances({ to: 'cancelled' }, text),
      [],
    ],
    [
      'once somebody owns it they are told',
      tell(imported, by(officer, { do: 'assess', possible: true, texts: {} })),
      advances({ to: 'cancelled' }, text),
      ['stage new: officer'],
    ],
  ])('%s', (_, story, step, wanted) => {
    expect(lines(story, step, rules)).toEqual(wanted);
  });

  it('who may decide is asked, and the owner told of what they decided', () => {
    const asking = {
      ...governance,
      mandates: [
        ...governance.mandates,
        {
          id: 'start',
          validFrom: date('2020-01-01'),
          status: 'decided',
          kinds: ['initiate'],
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'delegate', person: sDecider.id, body: governance.bodies[0]?.body },
        } as (typeof governance.mandates)[number],
      ],
    };
    const asks2 = by(officer, { do: 'ask-stage-decision', kind: 'initiate' });
    expect(lines(committed, asks2, asking)).toEqual(['stage new: s-decider']);
    const story = told(asking, committed, asks2);
    const decided = by(sDecider, {
      do: 'decide-stage',
      kind: 'initiate',
      region: SORMLAND,
      revision: 1,
      texts: { text: 'Behov finns' },
    });
    expect(lines(story, decided, asking)).toEqual(['stage changed: officer', 'stage to-report: secretary']);
  });
});
