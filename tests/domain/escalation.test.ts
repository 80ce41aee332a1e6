import { describe, expect, it } from 'vitest';
import { isAsked } from '#domain/coordination/state.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import {
  answers,
  asked,
  attempt,
  brings,
  DEADLINE,
  decides,
  declares,
  imported,
  lift,
  noNeed,
  notices,
  objected,
  objects,
  refusal,
  type Step,
  type Story,
  takes,
  tell,
  ticks,
  types,
  yes,
} from '#support/given.ts';
import {
  asks,
  at,
  beds,
  clock,
  date,
  governance,
  NAMNDEN,
  objectingMember,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  secretary,
  sMember,
  sMember2,
  units,
  VASTMANLAND,
  vDecider,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const dueOf = (story: Story) => {
  const due = story.state.status === 'escalated' ? story.state.escalation.due : null;
  if (!due) throw new Error('no clock runs');
  return due;
};
const levelOf = (story: Story) =>
  story.state.status === 'escalated' ? story.state.escalation.level : story.state.status;

const atCouncil = tell(objected, lift('coordinate-with-staggered-start'));
const atDecision = tell(
  atCouncil,
  declares(sMember),
  takes(sMember, 'approve'),
  declares(vMember),
  takes(vMember, 'approve'),
);

describe('an objection', () => {
  it('is input, not a veto: the case is escalated and the officer gets it (law 0)', () => {
    expect(levelOf(objected)).toBe('dialogue');
    const given = tell(asked, yes(sAkut));
    expect(brings(given, objects(vKirurgi))).toEqual(['answered', 'escalation-opened']);
    expect(notices(given, objects(vKirurgi)).map((notice) => notice.subject.card)).toEqual(['objection']);
  });

  it('that its giver takes back before the deadline closes the case', () => {
    expect(brings(objected, yes(vKirurgi))).toEqual(['answered', 'escalation-closed']);
    expect(tell(objected, yes(vKirurgi)).state.status).toBe('committed');
  });

  it('taken back after the deadline leaves the case to its owner', () => {
    const late = tell({ ...objected, now: at('2026-12-07 09:00') }, yes(vKirurgi));
    expect(late.state.status).toBe('escalated');
    expect(tell(late, { by: officer, command: { do: 'close-escalation' } }).state.status).toBe('committed');
  });

  it('keeps the owner from closing the case', () => {
    expect(refusal(objected, { by: officer, command: { do: 'close-escalation' } })).toBe('objections-open');
  });
});

describe('a solution', () => {
  const propose: Step = {
    by: officer,
    command: {
      do: 'propose-solution',
      unit: units.vKirurgi,
      solution: 'staggered-start',
      texts: { text: 'Ni ansluter 2027' },
    },
  };
  const reply = (accept: boolean, text?: string): Step => ({
    by: vKirurgi,
    command: { do: 'answer-solution', unit: units.vKirurgi, accept, texts: text ? { text } : {} },
  });

  it('goes to the objector; accepted, it closes the case at its level and the region takes part', () => {
    const proposed = tell(objected, propose);
    expect(notices(objected, propose)).toMatchObject([{ subject: { card: 'solution' } }]);
    const accepted = tell(proposed, reply(true));
    expect(types(accepted.events).slice(-2)).toEqual(['solution-answered', 'escalation-closed']);
    expect(accepted.state).toMatchObject({ status: 'committed', settlements: [{ how: 'solution' }] });
  });

  it('rejected, with a reason, leaves the objection open', () => {
    const proposed = tell(objected, propose);
    expect(refusal(proposed, reply(false))).toBe('text-missing');
    const rejected = tell(proposed, reply(false, 'Avtalet går inte att bryta'));
    expect(levelOf(rejected)).toBe('dialogue');
    expect(notices(proposed, reply(false, 'Nej'))).toMatchObject([
      { subject: { card: 'objection' }, occasion: 'solution-rejected' },
    ]);
  });

  it('is proposed one at a time, and only against an open objection', () => {
    expect(brings(tell(objected, propose), propose)).toEqual([]);
    const other = { ...propose.command, solution: 'lots' } as typeof propose.command;
    expect(refusal(tell(objected, propose), { by: officer, command: other })).toBe('solution-already-open');
    expect(refusal(asked, propose)).toBe('no-objection');
  });

  it('asking again instead keeps the case open until the unit has answered', () => {
    const again = tell(objected, {
      by: officer,
      command: {
        do: 'ask-again',
        unit: units.vKirurgi,
        deadline: endOfDay(date('2026-12-03')),
        texts: { text: 'Räcker en option?' },
      },
    });
    expect(levelOf(again)).toBe('dialogue');
    expect(isAsked(again.state) && again.state.round.units[units.vKirurgi]).toMatchObject({
      answer: { kind: 'waiting' },
      stale: { kind: 'objection' },
      note: 'Räcker en option?',
    });
    expect(tell(again, yes(vKirurgi)).state.status).toBe('committed');
  });
});

describe('the ladder (laws 0, 1 and 4)', () => {
  it('climbs by its clock from dialogue to managers to council, with coordination as the proposal', () => {
    const managers = tell(objected, ticks(dueOf(objected)));
    expect(levelOf(managers)).toBe('managers');
    const council = tell(managers, ticks(dueOf(managers)));
    expect(council.state).toMatchObject({
      escalation: { level: 'council', proposal: { outcome: 'coordinate', by: 'clock' } },
    });
  });

  it('tells the objectors’ superiors and those of the other region’s asked units', () => {
    const step = ticks(dueOf(objected));
    const managers = notices(objected, step).find((notice) => notice.subject.card === 'managers');
    expect(managers?.audience.map((to) => to.to === 'person' && to.person)).toEqual([
      'tenant-v:v-boss',
      'tenant-s:s-boss',
    ]);
  });

  it('reminds before a level’s clock runs out, once', () => {
    const reminder = ticks(at('2026-11-27 09:00'));
    expect(brings(objected, reminder)).toEqual(['level-reminded']);
    expect(brings(tell(objected, reminder), ticks(at('2026-11-27 10:00')))).toEqual([]);
  });

  it('never takes the decision: its clock only reminds and starts anew (KL 6:38)', () => {
    const due = dueOf(atDecision);
    expect(brings(atDecision, ticks(due))).toEqual(['level-reminded']);
    expect(dueOf(tell(atDecision, ticks(due))) > due).toBe(true);
    const cards = notices(atDecision, ticks(due)).map((notice) => notice.subject.card);
    expect(cards).toEqual(['decision', 'decision']);
  });

  it('is lifted to the council by the officer once; the same again is nothing', () => {
    expect(brings(atCouncil, lift('coordinate-with-staggered-start'))).toEqual([]);
    expect(refusal(atDecision, lift())).toBe('already-at-council');
    expect(refusal(asked, lift())).toBe('not-escalated');
    expect(refusal(objected, { ...lift(), by: vKirurgi })).toBe('not-allowed');
  });
});

describe('the council', () => {
  it('asks the members of both regions', () => {
    expect(notices(objected, lift())).toMatchObject([
      {
        subject: { card: 'council' },
        audience: [{ to: 'role', role: 'council-member', regions: [SORMLAND, VASTMANLAND] }],
      },
    ]);
  });

  it('hears a declaration of conflict before a position (KL 6:28–32)', () => {
    expect(refusal(atCouncil, takes(sMember, 'approve'))).toBe('declare-conflict-first');
    const conflicted = tell(atCouncil, declares(sMember, true));
    expect(refusal(conflicted, takes(sMember, 'approve'))).toBe('has-conflict');
  });

  it('lets a later conflict remove the position', () => {
    const rules = { ...governance, attendance: [] };
    const taken = tell(atCouncil, declares(sMember));
    const position = attempt(taken, takes(sMember, 'approve'), rules);
    if (!position.ok || position.value.state.status !== 'escalated') throw new Error('no position');
    const conflicted = tell({ ...taken, state: position.value.state }, declares(sMember, true));
    expect(conflicted.state).toMatchObject({ escalation: { level: 'council', positions: {} } });
  });

  it('has a house rule beside the law: whose own unit objected abstains', () => {
    const declared = tell(atCouncil, declares(objectingMember));
    expect(refusal(declared, takes(objectingMember, 'reject'))).toBe('house-rule-abstain');
  });

  it('wants a reason for avstyrk, a council member, and a card of this revision', () => {
    const declared = tell(atCouncil, declares(sMember));
    const bare = { do: 'take-position', revision: 1, stance: 'reject', texts: {} } as const;
    expect(refusal(declared, { by: sMember, command: bare })).toBe('text-missing');
    expect(refusal(declared, takes(sMember, 'approve', 2))).toBe('old-card');
    expect(refusal(atCouncil, declares(officer))).toBe('not-allowed');
  });

  it('makes a region’s position by majority; a tie is none', () => {
    const rules = {
      ...governance,
      attendance: governance.attendance.map((row) => ({ ...row, members: 2 })),
    };
    let story = tell(atCouncil, declares(sMember), declares(sMember2), declares(vMember));
    for (const step of [takes(sMember, 'approve'), takes(sMember2, 'reject'), takes(vMember, 'approve')]) {
      const outcome = attempt(story, step, rules);
      if (!outcome.ok) throw new Error(outcome.error.code);
      story = { ...story, state: outcome.value.state };
    }
    expect(levelOf(story)).toBe('council');
    const concluded = tell(story, ticks(dueOf(story)));
    expect(concluded.state).toMatchObject({
      escalation: { level: 'decision', council: [{ region: VASTMANLAND, stance: 'approve' }] },
    });
  });

  it('goes on to those with the mandate once both regions have a position', () => {
    expect(atDecision.state).toMatchObject({
      escalation: {
        level: 'decision',
        council: [
          { region: SORMLAND, stance: 'approve' },
          { region: VASTMANLAND, stance: 'approve' },
        ],
        seats: [{ rule: 'm-s' }, { rule: 'm-v' }],
        missing: [],
      },
    });
  });

  it('names the regions for which nobody has a mandate, and guesses none', () => {
    const rules = { ...governance, mandates: governance.mandates.filter((row) => row.id === 'm-s') };
    const almost = tell(atCouncil, declares(sMember), takes(sMember, 'approve'), declares(vMember));
    const outcome = attempt(almost, takes(vMember, 'approve'), rules);
    expect(outcome).toMatchObject({ value: { state: { escalation: { missing: [VASTMANLAND] } } } });
  });
});

describe('the decision', () => {
  it('is complete when every seat has decided, and reaches everybody concerned', () => {
    const one = tell(atDecision, decides(sDecider, SORMLAND, 'coordinate-with-staggered-start'));
    expect(levelOf(one)).toBe('decision');
    const last = decides(vDecider, VASTMANLAND, 'coordinate-with-staggered-start');
    expect(brings(one, last)).toEqual(['decided', 'escalation-closed']);
    const [outcome] = notices(one, last);
    expect(outcome?.subject.card).toBe('outcome');
    expect(outcome?.audience).toHaveLength(4 + 1 + 1 + 2);
    const done = tell(one, last);
    expect(done.state).toMatchObject({
      status: 'committed',
      settlements: [{ how: 'decided', outcome: 'coordinate-with-staggered-start', declining: [] }],
    });
    expect(isAsked(done.state) && done.state.round.units[units.vKirurgi]).toMatchObject({
      answer: { kind: 'objection' },
      decided: 'coordinate-with-staggered-start',
    });
  });

  it('carries a named person, the row that gave the mandate and a reason (law 2)', () => {
    const one = tell(atDecision, decides(sDecider, SORMLAND, 'coordinate'));
    expect(one.events.at(-1)).toMatchObject({
      by: sDecider.id,
      rule: 'm-s',
      ruleVersion: 'test-1',
      texts: { text: 'Enligt rådets förslag' },
    });
    const bare = { do: 'decide', region: SORMLAND, revision: 1, outcome: 'coordinate', texts: {} } as const;
    expect(refusal(atDecision, { by: sDecider, command: bare })).toBe('text-missing');
  });

  it('is refused to whoever lacks the mandate, the clock and the command line among them', () => {
    expect(refusal(atDecision, decides(vDecider, SORMLAND, 'coordinate'))).toBe('no-mandate');
    expect(refusal(atDecision, decides(officer, SORMLAND, 'coordinate'))).toBe('no-mandate');
    expect(refusal(atDecision, decides(operator, SORMLAND, 'coordinate'))).toBe('people-only');
    expect(refusal(atDecision, decides(clock, SORMLAND, 'coordinate'))).toBe('people-only');
    expect(refusal(atCouncil, decides(sDecider, SORMLAND, 'coordinate'))).toBe('not-for-decision');
  });

  it('is refused when the mandate has lapsed since the seat was given', () => {
    const rules = { ...governance, mandates: governance.mandates.filter((row) => row.id !== 'm-s') };
    const outcome = attempt(atDecision, decides(sDecider, SORMLAND, 'coordinate'), rules);
    expect(outcome).toMatchObject({ error: { code: 'no-mandate' } });
  });

  it('is taken once', () => {
    const one = tell(atDecision, decides(sDecider, SORMLAND, 'coordinate'));
    expect(brings(one, decides(sDecider, SORMLAND, 'coordinate'))).toEqual([]);
    expect(refusal(one, decides(sDecider, SORMLAND, 'deviate'))).toBe('already-decided');
  });

  it('leaves the deviation with the declining region when the deciders disagree', () => {
    const done = tell(
      atDecision,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate'),
    );
    expect(done.state).toMatchObject({
      status: 'deviation-decided',
      settlements: [{ outcome: 'deviate', declining: [VASTMANLAND] }],
    });
    expect(refusal(done, noNeed(vKirurgi))).toBe('round-closed');
  });

  it('may postpone, after which the units can be asked anew', () => {
    const done = tell(
      atDecision,
      decides(sDecider, SORMLAND, 'postpone'),
      decides(vDecider, VASTMANLAND, 'postpone'),
    );
    expect(done.state.status).toBe('postponed');
    const anew = { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks } as const;
    expect(tell(done, { by: officer, command: anew }).state).toMatchObject({
      status: 'asked',
      round: { number: 2 },
      settlements: [{ outcome: 'postpone' }],
    });
  });

  it('of a body is registered by its secretary with date, paragraph and registry number, once for both', () => {
    const dear = { ...beds, value: 40_000_000 };
    const story = tell(
      imported,
      { by: operator, command: { do: 'import', item: dear } },
      { by: officer, command: { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks } },
      answers(vKirurgi, { kind: 'objection', reason: 'legal' }, { text: 'Lagrum' }, units.vKirurgi, 2),
      lift(),
      declares(sMember),
      takes(sMember, 'approve', 2),
      declares(vMember),
      takes(vMember, 'reject', 2),
    );
    expect(story.state).toMatchObject({
      escalation: { seats: [{ kind: 'body', body: NAMNDEN, secretary: secretary.id }] },
    });
    const register = (by: Step['by'], registryNumber: string, day: string): Step => ({
      by,
      command: {
        do: 'register-decision',
        body: NAMNDEN,
        revision: 2,
        outcome: 'coordinate',
        date: date(day),
        paragraph: '§ 12',
        registryNumber,
        texts: {},
      },
    });
    expect(refusal(story, register(sDecider, 'N-1', '2026-11-20'))).toBe('no-mandate');
    expect(refusal(story, register(secretary, '', '2026-11-23'))).toBe('text-missing');
    expect(refusal(story, register(secretary, 'N-1', '2026-11-24'))).toBe('date-in-the-future');
    expect(brings(story, register(secretary, 'N-1', '2026-11-23'))).toEqual(['decided', 'escalation-closed']);
  });
});

describe('a revision while the case is escalated', () => {
  const change: Step = { by: operator, command: { do: 'import', item: { ...beds, value: 8_000_000 } } };

  it('clears the council’s positions and keeps its declarations', () => {
    const midway = tell(atCouncil, declares(sMember), takes(sMember, 'approve'));
    const revised = tell(midway, change);
    expect(revised.state).toMatchObject({
      revision: 2,
      escalation: { level: 'council', positions: {}, declarations: { [sMember.id]: { conflict: false } } },
    });
    expect(refusal(revised, takes(sMember, 'approve', 1))).toBe('old-card');
  });

  it('takes a case that awaits its decision back to the council', () => {
    expect(brings(atDecision, change)).toEqual(['item-revised', 'climbed']);
    expect(levelOf(tell(atDecision, change))).toBe('council');
  });
});

describe('mandates that change while a case awaits its decision', () => {
  const replaced = {
    ...governance,
    version: 'test-2',
    mandates: governance.mandates.map((row) =>
      row.id === 'm-s'
        ? { ...row, id: 'm-s2', holder: { kind: 'delegate', person: officer.id, body: NAMNDEN } as const }
        : row,
    ),
  };
  const tick = ticks(atDecision.now);

  it('ask whom the new row names, and leave alone whom nothing changed for', () => {
    const outcome = attempt(atDecision, tick, replaced);
    if (!outcome.ok) throw new Error(outcome.error.code);
    expect(types(outcome.value.events)).toEqual(['reseated']);
    expect(outcome.value.notices.map((notice) => [notice.subject.card, notice.audience])).toEqual([
      ['decision', [{ to: 'person', person: officer.id }]],
      ['round', [{ to: 'person', person: officer.id }]],
    ]);
    const story = { ...atDecision, state: outcome.value.state };
    const taken = attempt(story, decides(officer, SORMLAND, 'coordinate'), replaced);
    expect(taken).toMatchObject({ ok: true });
    expect(attempt(story, decides(sDecider, SORMLAND, 'coordinate'), replaced)).toMatchObject({
      error: { code: 'no-mandate' },
    });
  });

  it('name a region for which nobody has one any more, and let decisions that were taken stand', () => {
    const one = tell(atDecision, decides(sDecider, SORMLAND, 'coordinate'));
    const none = { ...governance, mandates: [] };
    const outcome = attempt(one, tick, none);
    expect(outcome).toMatchObject({
      value: { state: { escalation: { seats: [{ rule: 'm-s' }], missing: [VASTMANLAND] } } },
    });
  });

  it('that do not change bring nothing', () => {
    expect(brings(atDecision, tick)).toEqual([]);
  });
});
