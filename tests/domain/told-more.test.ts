import { describe, expect, it } from 'vitest';
import type { Governance, MandateRow } from '#domain/authority/governance.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { noticesFor } from '#domain/coordination/notices.ts';
import * as given from '#support/given.ts';
import {
  advances,
  assemblyDecides,
  boardDecides,
  committed,
  does,
  initiating,
  textiles,
  until,
} from '#support/stages.ts';
import * as three from '#support/three.ts';
import { lines } from '#support/told.ts';
import * as world from '#support/world.ts';

const { asked, bothApprove, decides, declares, imported, lift, noNeed, objected, takes } = given;
const { tell, ticks, told, yes } = given;
const { asks, at, beds, date, deputy, governance, NAMNDEN, officer, operator, SORMLAND, VASTMANLAND } = world;
const { sAkut, sDecider, secretary, sKirurgi, sMember, sMember2, units, vAnestesi, vKirurgi } = world;

const always = { validFrom: date('2020-01-01'), status: 'decided' } as const;
const row = (
  id: string,
  facts: Pick<MandateRow, 'actsFor' | 'holder'> & Partial<MandateRow>,
): MandateRow => ({
  ...always,
  id,
  kinds: ['coordinate', 'deviate', 'postpone'],
  ...facts,
});
const BOTH = [SORMLAND, VASTMANLAND];
const board = { kind: 'body', body: NAMNDEN } as const;

describe('the officer is told when the answers are in, and of no other answer (law 4)', () => {
  const almost = (...steps: readonly given.Step[]) => tell(asked, ...steps);
  it.each<[string, () => given.Story, given.Step, string[]]>([
    [
      'all regions take part',
      () => almost(yes(sAkut), yes(sKirurgi), yes(vAnestesi)),
      yes(vKirurgi),
      ['round answers-in: officer'],
    ],
    [
      'one region needs nothing',
      () => almost(noNeed(sAkut), noNeed(sKirurgi), yes(vAnestesi)),
      yes(vKirurgi),
      ['round answers-in: officer'],
    ],
    ['somebody is still to answer', () => almost(yes(sAkut), yes(sKirurgi)), yes(vKirurgi), []],
    [
      'they were in before',
      () => almost(yes(sAkut), yes(sKirurgi), yes(vAnestesi), yes(vKirurgi)),
      yes(vKirurgi, 5),
      [],
    ],
    [
      'and nobody takes part any more',
      () => almost(noNeed(sAkut), noNeed(sKirurgi), noNeed(vAnestesi), yes(vKirurgi)),
      noNeed(vKirurgi),
      [],
    ],
  ])('%s', (_, story, step, wanted) => {
    expect(lines(story(), step)).toEqual(wanted);
  });
});

describe('silence is lifted to the unit’s own superior (law 1), where it has one', () => {
  it('and to nobody where the directory names none', () => {
    const inThree = told(three.threeRegions, imported, three.opens());
    expect(lines(inThree, ticks(at('2026-12-07 09:00')), three.threeRegions)).toEqual([
      'lifted Akut new: s-boss',
      'lifted Kirurgi new: s-boss',
      'lifted Anestesi new: v-boss',
      'lifted Kirurgi new: v-boss',
      'round time-ran-out: officer',
    ]);
  });
});

describe('a change that is not material asks nobody anew (law 3)', () => {
  it('neither the units nor who has taken a position', () => {
    const council = tell(objected, lift(), declares(sMember), takes(sMember, 'approve'));
    const handed = does(operator, {
      do: 'import',
      item: { ...beds, responsible: 'Kim Ek' },
    });
    expect(lines(council, handed)).toEqual([]);
    expect(lines(asked, handed)).toEqual([]);
  });
});

describe('how a case ended is told to everybody who was drawn into it', () => {
  const ALL = 'sormland/Akut, sormland/Kirurgi, vastmanland/Anestesi, vastmanland/Kirurgi';
  const COUNCIL = 'council-member sormland+vastmanland';

  it('also to who registered for a body', () => {
    const rules: Governance = {
      ...governance,
      mandates: [row('all', { actsFor: BOTH, holder: board, from: 0 })],
    };
    const ready = told(rules, objected, lift(), ...bothApprove());
    const registers = does(secretary, {
      do: 'register-decision',
      body: NAMNDEN,
      revision: 1,
      outcome: 'coordinate',
      date: date('2026-11-23'),
      paragraph: '§ 4',
      registryNumber: 'RS 2026-1',
      texts: {},
    });
    expect(lines(ready, registers, rules)).toEqual([`outcome new: officer, ${ALL}, ${COUNCIL}, secretary`]);
  });

  it('and once to who both registered for the body and is to report to it (KL 6:40)', () => {
    const delegate = { kind: 'delegate', person: sDecider.id, body: NAMNDEN } as const;
    const rules: Governance = {
      ...governance,
      mandates: [
        row('s', { actsFor: [SORMLAND], holder: delegate, from: 0 }),
        row('v', { actsFor: [VASTMANLAND], holder: board, from: 0 }),
      ],
    };
    const ready = told(rules, objected, lift(), ...bothApprove());
    const registers = does(secretary, {
      do: 'register-decision',
      body: NAMNDEN,
      revision: 1,
      outcome: 'coordinate',
      date: date('2026-11-23'),
      paragraph: '§ 4',
      registryNumber: 'RS 2026-1',
      texts: {},
    });
    const one = told(rules, ready, registers);
    expect(lines(one, decides(sDecider, SORMLAND, 'coordinate'), rules)).toEqual([
      `outcome new: officer, ${ALL}, ${COUNCIL}, s-decider, secretary`,
    ]);
  });

  it('what cannot wait goes to the chair, and the officer sees that it did (KL 6:39)', () => {
    const chair = { kind: 'delegate', person: sMember2.id, body: NAMNDEN } as const;
    const rules: Governance = {
      ...governance,
      mandates: [
        row('board', { actsFor: BOTH, holder: board, from: 0 }),
        row('chair', { actsFor: BOTH, holder: chair, urgent: true }),
      ],
    };
    const urgent = does(officer, { do: 'mark-urgent', texts: { reason: 'Avtalet upphör på fredag' } });
    expect(lines(objected, urgent, rules)).toEqual([
      'decision sormland urgent: s-member2',
      'round marked-urgent: officer',
    ]);
  });
});

describe('what lay and is taken up again is asked of whom an answer is awaited', () => {
  const rules: Governance = { ...governance, mandates: [] };
  const text = { texts: { text: 'Budgeten dröjer' } };
  it('with a reminder, also of the colleague to whom it was passed on, or as revised where an answer went stale', () => {
    const colleague = { person: deputy.id, region: SORMLAND, roles: [] };
    const lying = told(
      rules,
      asked,
      yes(sAkut),
      noNeed(vAnestesi),
      does(sKirurgi, { do: 'delegate', unit: units.sKirurgi, to: colleague }),
      advances({ to: 'postponed' }, text),
    );
    const all = 'sormland/Akut, sormland/Kirurgi, vastmanland/Anestesi, vastmanland/Kirurgi, officer';
    const resumes = advances({ to: 'resumed' });
    expect(lines(lying, resumes, rules)).toEqual([
      `stage new: ${all}`,
      'request Kirurgi reminder: sormland/Kirurgi, s-deputy',
      'request Kirurgi reminder: vastmanland/Kirurgi',
    ]);
    const dearer = told(rules, lying, does(operator, { do: 'import', item: { ...beds, value: 5_000_000 } }));
    expect(lines(dearer, resumes, rules)).toEqual([
      `stage new: ${all}`,
      'request Akut revised: sormland/Akut',
      'request Kirurgi reminder: sormland/Kirurgi, s-deputy',
      'request Anestesi revised: vastmanland/Anestesi',
      'request Kirurgi reminder: vastmanland/Kirurgi',
    ]);
  });
});

describe('a missing decision is the owner’s to know, and no news once it is on file (law 6)', () => {
  it('found after the lock, and regularised', () => {
    const dear = tell(
      given.nothing,
      does(operator, { do: 'import', item: textiles }),
      does(officer, { do: 'open-round', owner: officer.id, deadline: given.DEADLINE, units: asks }),
      ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map((by) => yes(by, 1_000_000)),
      ...given.locks,
    );
    const rules = initiating();
    expect(lines(dear, ticks(at('2026-11-24 09:00')), rules)).toEqual(['stage changed: officer']);
    const flagged = told(rules, dear, ticks(at('2026-11-24 09:00')));
    const one = told(rules, flagged, assemblyDecides());
    expect(lines(one, boardDecides, rules)).toEqual(['stage changed: officer']);
  });
});

describe('what concerns nobody else is told to nobody', () => {
  it.each<[string, () => given.Story, given.Step]>([
    [
      'a member of the reference group',
      () => asked,
      does(vKirurgi, { do: 'name-reference', unit: units.vKirurgi, hours: 10, texts: { name: 'Kim' } }),
    ],
    ['a position', () => tell(objected, lift(), declares(sMember)), takes(sMember, 'approve')],
    ['a region’s authorisation', () => committed, given.authorises],
    ['the lock', () => tell(committed, given.authorises), does(officer, { do: 'lock' })],
    ['a matter of principle', () => asked, does(officer, { do: 'set-principle', principle: true })],
    [
      'what evaluators know of the tenders',
      () => tell(until('evaluation'), does(officer, { do: 'declare-conflict', conflict: false })),
      does(officer, { do: 'note-tenders', received: 5, approved: 4 }),
    ],
    ['complete documentation', () => until('contract'), does(officer, { do: 'complete-documentation' })],
  ])('%s', (_, story, step) => {
    expect(given.notices(story(), step)).toEqual([]);
  });

  it('nor who is to decide on what has become a matter of principle', () => {
    const principle = does(officer, { do: 'set-principle', principle: true });
    expect(given.brings(asked, principle, initiating())).toEqual(['principle-set', 'authority-noted']);
    expect(given.notices(asked, principle, initiating())).toEqual([]);
  });

  it.each<CaseEvent>([
    { type: 'registered', at: asked.now, by: officer.id, region: SORMLAND, number: 'RS 2026-1', through: 2 },
    {
      type: 'texts-removed',
      at: asked.now,
      by: officer.id,
      entries: [1],
      reference: 'RS 2026-9',
      date: date('2026-11-20'),
    },
    {
      type: 'reported',
      at: asked.now,
      by: secretary.id,
      body: NAMNDEN,
      entries: [1],
      date: date('2026-11-20'),
    },
  ])('nor what is done with the record: $type', (event) => {
    const context = { now: asked.now, actor: officer, governance };
    expect(noticesFor(asked.state, [event], context)).toEqual([]);
  });
});
