import { describe, expect, it } from 'vitest';
import type { UnitEntry } from '#domain/coordination/answer.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { evolve } from '#domain/coordination/evolve.ts';
import { isAsked } from '#domain/coordination/state.ts';
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
  noNeed,
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
import { advances, does as by, committed, locked, until } from '#support/stages.ts';
import {
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
} from '#support/world.ts';

const unit = units.vKirurgi;
const entry = (story: Pick<Story, 'state'>, of = unit): UnitEntry => {
  if (!isAsked(story.state)) throw new Error('nobody was asked');
  const found = story.state.round.units[of];
  if (!found) throw new Error('not asked');
  return found;
};
const dearer = by(operator, { do: 'import', item: { ...beds, value: 5_000_000 } });
const wantsTime = by(vKirurgi, { do: 'request-more-time', unit, round: 1, texts: { text: 'Semester' } });
const grants = by(officer, { do: 'grant-more-time', unit, workingDays: 5 });
const proposes = by(officer, {
  do: 'propose-solution',
  unit,
  solution: 'lots',
  texts: { text: 'Delas i två' },
});
const replies = (accept: boolean) =>
  by(vKirurgi, { do: 'answer-solution', unit, accept, texts: { text: 'Skäl' } });
const asksAgain = (text?: string) =>
  by(officer, { do: 'ask-again', unit, deadline: DEADLINE, texts: text ? { text } : {} });
const text = { texts: { text: 'Behovet har ändrats', arena: 'Adda' } };

describe('what a unit’s entry is after each step', () => {
  it('a request for time stands with its words, until it is granted or refused', () => {
    const waits = tell(asked, wantsTime);
    expect(entry(waits).moreTime).toEqual({
      by: vKirurgi.id,
      at: waits.now,
      texts: { text: 'Semester' },
    });
    expect(entry(tell(waits, grants))).not.toHaveProperty('moreTime');
    expect(entry(tell(waits, by(officer, { do: 'refuse-more-time', unit })))).not.toHaveProperty('moreTime');
  });

  it('time that is granted after silence asks anew; an answer stays an answer', () => {
    const silent = tell(asked, wantsTime, ticks(DEADLINE));
    expect(entry(silent).answer.kind).toBe('no-answer');
    const granted = tell({ ...silent, now: at('2026-12-07 09:00') }, grants);
    expect(entry(granted)).toMatchObject({
      answer: { kind: 'waiting' },
      deadline: endOfDay(date('2026-12-14')),
      remindedUntil: at('2026-12-07 09:00'),
    });
    const event: CaseEvent = {
      type: 'more-time-granted',
      at: asked.now,
      by: officer.id,
      unit,
      deadline: DEADLINE,
    };
    expect(entry({ state: evolve(tell(asked, noNeed(vKirurgi)).state, event) }).answer.kind).toBe('no-need');
  });

  it('a solution keeps its answer and the words of it', () => {
    const proposed = tell(objected, proposes);
    expect(entry(tell(proposed, replies(true))).solution).toMatchObject({
      status: 'accepted',
      reply: 'Skäl',
    });
    expect(entry(tell(proposed, replies(false))).solution).toMatchObject({
      kind: 'lots',
      texts: { text: 'Delas i två' },
      status: 'rejected',
      reply: 'Skäl',
    });
  });

  it('being asked again clears what was about the answer, and keeps the answer beside the question', () => {
    const before = tell(asked, objectsWithoutEvidence(vKirurgi), proposes);
    const again = entry(tell(before, asksAgain('Räcker en option?')));
    expect(again).toMatchObject({
      answer: { kind: 'waiting' },
      stale: { kind: 'objection' },
      note: 'Räcker en option?',
    });
    for (const gone of ['solution', 'evidence', 'withdrawn', 'decided', 'moreTime', 'staleItem']) {
      expect(again).not.toHaveProperty(gone);
    }
    // Silence in between keeps it there; the words go with the next question.
    const silent = tell(before, asksAgain('Räcker en option?'), ticks(DEADLINE));
    const third = entry(
      tell(
        { ...silent, now: at('2026-12-07 09:00') },
        by(officer, { do: 'ask-again', unit, deadline: endOfDay(date('2026-12-11')), texts: {} }),
      ),
    );
    expect(third).toMatchObject({ answer: { kind: 'waiting' }, stale: { kind: 'objection' } });
    expect(third).not.toHaveProperty('note');
  });

  it('a change of the item keeps what it was when the answer was given, also through a second change', () => {
    const once = tell(asked, yes(vKirurgi, 100), dearer);
    expect(entry(once)).toMatchObject({ stale: { kind: 'yes' }, staleItem: { value: 4_000_000 } });
    expect(once.state).toMatchObject({ change: { before: { value: 4_000_000 }, at: once.now } });
    const other = tell(once, by(operator, { do: 'import', item: { ...beds, value: 6_000_000 } }));
    expect(entry(other)).toMatchObject({ stale: { kind: 'yes' }, staleItem: { value: 4_000_000 } });
    // Who had not answered has nothing to compare, and the deadline that they had.
    expect(entry(once, units.sAkut)).not.toHaveProperty('stale');
    expect(entry(once, units.sAkut).deadline).toBe(DEADLINE);
  });

  it('a unit with more time keeps it when the others are asked anew', () => {
    const longer = tell(asked, wantsTime, grants, noNeed(vKirurgi), yes(sAkut));
    const late = { ...longer, now: at('2026-12-02 10:00') };
    const revised = tell(late, dearer);
    expect(entry(revised).deadline).toBe(endOfDay(date('2026-12-11')));
    expect(entry(revised, units.sAkut).deadline).toBe(endOfDay(date('2026-12-09')));
  });

  it('an answer of a region that declined stays outside, another’s does not', () => {
    const declined = tell(
      objected,
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate-with-lots'),
    );
    expect(entry(declined).decided).toBe('coordinate-with-lots');
    expect(entry(declined, units.vAnestesi)).not.toHaveProperty('decided');
    expect(entry(tell(declined, yes(vKirurgi)))).not.toHaveProperty('decided');
  });

  it('each manager’s absence is their own; said again it is replaced', () => {
    const away = (actor: typeof sKirurgi, day: string | null, standIn = deputy.id) =>
      by(actor, {
        do: 'note-absence',
        unit: units.sKirurgi,
        until: day === null ? null : date(day),
        deputy: standIn,
      });
    const colleague = { ...sKirurgi, id: 'tenant-s:second' as typeof sKirurgi.id };
    const both = tell(asked, away(sKirurgi, '2026-12-01'), away(colleague, '2026-12-10'));
    const days = (story: Story) =>
      (entry(story, units.sKirurgi).away ?? []).map(({ person, until: last }) => [person, last]);
    expect(days(tell(both, away(sKirurgi, '2026-12-03')))).toEqual([
      [colleague.id, '2026-12-10'],
      [sKirurgi.id, '2026-12-03'],
    ]);
    expect(days(tell(both, away(sKirurgi, null)))).toEqual([[colleague.id, '2026-12-10']]);
    expect(days(tell(both, ticks(at('2026-12-02 08:00'))))).toEqual([[colleague.id, '2026-12-10']]);
  });
});

describe('what a case is after each step of its ladder', () => {
  const council = tell(objected, lift());
  const decision = tell(council, ...bothApprove());
  const due = (story: Story) => {
    const found = story.state.status === 'escalated' ? story.state.escalation.due : null;
    if (!found) throw new Error('no clock runs');
    return found;
  };
  it('each level begins unreminded, and a reminder that moves its clock counts as none', () => {
    for (const story of [objected, council, decision, tell(objected, ticks(due(objected)))]) {
      expect(story.state).toMatchObject({ escalation: { reminded: false } });
    }
    expect(tell(objected, ticks(at('2026-11-27 09:00'))).state).toMatchObject({
      escalation: { reminded: true, due: due(objected) },
    });
    expect(tell(decision, ticks(due(decision))).state).toMatchObject({ escalation: { reminded: false } });
  });

  it('back at the council it keeps what was declared and what had been said', () => {
    const back = tell(decision, dearer);
    expect(back.state).toMatchObject({
      escalation: {
        level: 'council',
        proposal: { outcome: 'coordinate' },
        declarations: { [sMember.id]: { conflict: false }, [vMember.id]: { conflict: false } },
        positions: {},
      },
    });
    expect(tell(back, takes(sMember, 'approve', 2)).state).toMatchObject({
      escalation: { positions: { [sMember.id]: { revision: 2 } } },
    });
  });

  it('a conflict that is declared at the decision takes no position back', () => {
    const rules = { ...governance, mandates: governance.mandates };
    const both = { ...sDecider, roles: ['decider', 'council-member'] };
    const story = told(rules, council, ...bothApprove(), declares(both, true));
    expect(story.state).toMatchObject({
      escalation: { level: 'decision', positions: { [sMember.id]: {}, [vMember.id]: {} } },
    });
  });

  it('ends with its path, its decisions and the council’s view, and with none where it never got there', () => {
    const early = tell(objected, yes(vKirurgi));
    const settled = isAsked(early.state) ? early.state.settlements : [];
    expect(settled).toEqual([
      {
        at: early.now,
        by: vKirurgi.id,
        how: 'answered',
        outcome: 'coordinate',
        declining: [],
        decisions: [],
        council: [],
        path: [{ level: 'dialogue', from: early.now, to: early.now }],
      },
    ]);
    expect(entry(early)).not.toHaveProperty('decided');
    const late = tell(
      decision,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    expect(late.state).toMatchObject({
      settlements: [
        {
          decisions: [{ rule: 'm-s' }, { rule: 'm-v' }],
          council: [{ region: SORMLAND }, { region: VASTMANLAND }],
        },
      ],
    });
    expect(late.state).not.toHaveProperty('settlements.0.conflicted');
    const conflicted = tell(council, declares(sMember, true), yes(vKirurgi));
    expect(conflicted.state).toMatchObject({ settlements: [{ conflicted: [sMember.id] }] });
  });

  it('that ends in the council leaves each objection as it was answered', () => {
    const story = tell(council, yes(vKirurgi));
    expect(story.state).toMatchObject({ settlements: [{ council: [], decisions: [] }] });
    expect(entry(story)).not.toHaveProperty('decided');
  });
});

describe('what an item is after each stage', () => {
  const free = { ...governance, mandates: [] };
  const appealed = tell(
    until('standstill'),
    advances(
      { to: 'appealed', date: date('2027-03-08'), court: 'Förvaltningsrätten' },
      { when: at('2027-03-08 10:00') },
    ),
  );
  const settles = (outcome: 'award-stands' | 'evaluate-again' | 'start-over', day = '2027-06-01') =>
    advances({ to: 'appeal-settled', date: date(day), outcome }, { when: at(`${day} 10:00`), ...text });

  it('an award that stands opens a standstill of its own; each appeal keeps its end', () => {
    const stands = tell(appealed, settles('award-stands'));
    expect(stands.state).toMatchObject({
      status: 'standstill',
      standstill: { until: '2027-06-11' },
      appeals: [{ court: 'Förvaltningsrätten', settled: { date: '2027-06-01', outcome: 'award-stands' } }],
    });
    const again = tell(
      stands,
      advances(
        { to: 'appealed', date: date('2027-06-04'), court: 'Kammarrätten' },
        { when: at('2027-06-04 10:00') },
      ),
      settles('award-stands', '2027-09-01'),
    );
    expect(again.state).toMatchObject({
      appeals: [
        { court: 'Förvaltningsrätten', settled: { date: '2027-06-01' } },
        { court: 'Kammarrätten', settled: { date: '2027-09-01' } },
      ],
    });
    // A court that is quick does not shorten what runs.
    const quick = tell(
      until('standstill'),
      advances({ to: 'appealed', date: date('2027-03-03'), court: 'X' }, { when: at('2027-03-03 13:00') }),
      settles('award-stands', '2027-03-03'),
    );
    expect(quick.state).toMatchObject({ standstill: { until: '2027-03-15' } });
  });

  it('one to be evaluated again knows no award and no standstill; that there was an appeal stays known', () => {
    const again = tell(appealed, settles('evaluate-again'));
    expect(again.state.status).toBe('evaluation');
    for (const gone of ['award', 'standstill']) expect(again.state).not.toHaveProperty(gone);
    expect(again.state).toMatchObject({ appeals: [{ settled: { outcome: 'evaluate-again' } }] });
  });

  it('one to be started over is cancelled, with its documentation due', () => {
    expect(tell(appealed, settles('start-over')).state).toMatchObject({
      status: 'cancelled',
      exit: { documentedBy: '2027-07-01' },
      appeals: [{ settled: { outcome: 'start-over' } }],
    });
  });

  it('comes back from a postponement as what it was', () => {
    const postpone = advances({ to: 'postponed' }, text);
    const resume = advances({ to: 'resumed' });
    const assessed = tell(imported, by(officer, { do: 'assess', possible: true, texts: {} }));
    expect(told(free, imported, postpone, resume).state.status).toBe('draft');
    expect(told(free, assessed, postpone, resume).state).toMatchObject({
      status: 'assessed',
      assessment: { possible: true },
    });
    const back = told(free, committed, postpone, resume);
    expect(back.state.status).toBe('committed');
    expect(back.state).not.toHaveProperty('exit');
  });

  it('leaves with what was agreed after the lock, and without its dispute before it', () => {
    const cancel = advances({ to: 'cancelled' }, text);
    expect(tell(locked, cancel).state).toMatchObject({
      status: 'cancelled',
      participants: [{ region: SORMLAND }, { region: VASTMANLAND }],
    });
    expect(tell(locked, cancel).state).not.toHaveProperty('exit.documentedBy');
    expect(tell(objected, cancel).state).not.toHaveProperty('escalation');
    expect(tell(until('advertised'), cancel).state).toMatchObject({
      exit: { documentedBy: '2027-02-10', texts: { text: 'Behovet har ändrats' } },
    });
  });

  it('an assessment that it is not possible ends it; what was said of it stays', () => {
    const no = tell(
      imported,
      by(officer, { do: 'assess', possible: false, texts: { text: 'Egen avdelning' } }),
    );
    expect(no.state).toMatchObject({
      status: 'not-possible',
      assessment: { possible: false, by: officer.id, texts: { text: 'Egen avdelning' } },
    });
  });

  it('is documented once reminded and once completed, each kept', () => {
    const reminded = tell(until('contract'), ticks(at('2027-04-08 09:00')));
    expect(reminded.state).toMatchObject({ documentation: { reminded: at('2027-04-08 09:00') } });
    const completed = tell(reminded, by(officer, { do: 'complete-documentation' }));
    expect(completed.state).toMatchObject({
      documentation: {
        reminded: at('2027-04-08 09:00'),
        completed: { at: at('2027-04-08 09:00'), by: officer.id },
      },
    });
  });

  it('tenders of which a gallring took a figure are unknown', () => {
    const said = tell(
      until('evaluation'),
      by(officer, { do: 'declare-conflict', conflict: false }),
      by(officer, { do: 'note-tenders', received: 5, approved: 4 }),
    );
    const noted = (texts: Record<string, string>) =>
      evolve(said.state, { type: 'tenders-noted', at: said.now, by: officer.id, texts } as CaseEvent);
    expect(noted({ received: '6', approved: '5' })).toMatchObject({ tenders: { received: 6, approved: 5 } });
    expect(noted({ received: '6' })).not.toHaveProperty('tenders');
    expect(noted({ approved: '5' })).not.toHaveProperty('tenders');
    expect(noted({})).not.toHaveProperty('tenders');
  });
});

describe('evidence begins with the objection', () => {
  it.each<[string, Step, object | undefined]>([
    ['sent along', objects(vKirurgi), { status: 'given', given: [{ text: 'Avtal 2023-114' }] }],
    ['to come', objectsWithoutEvidence(vKirurgi), { status: 'awaited', given: [] }],
    ['of another answer there is none', noNeed(vKirurgi), undefined],
    [
      'nor of a yes',
      answers(vAnestesi, { kind: 'yes', commitment: { binding: 'estimate' } }, { evidence: 'Avtal' }),
      undefined,
    ],
  ])('%s', (_, step, wanted) => {
    const story = tell(asked, step);
    const found = entry(story, step.by === vAnestesi ? units.vAnestesi : unit).evidence;
    if (wanted === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(wanted);
    expect(entry(story, units.sAkut)).not.toHaveProperty('evidence');
  });
});
