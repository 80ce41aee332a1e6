import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { MAX_TEXT } from '#domain/coordination/deciding/draft.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import {
  answers,
  asked,
  attempt,
  bothApprove,
  brings,
  DEADLINE,
  decides,
  imported,
  lift,
  noNeed,
  objected,
  objects,
  objectsWithoutEvidence,
  refusal,
  START,
  type Step,
  type Story,
  tell,
  ticks,
  yes,
} from '#support/given.ts';
import { does as by } from '#support/stages.ts';
import {
  at,
  clock,
  date,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  units,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
} from '#support/world.ts';

const unit = units.vKirurgi;
const nobody = units.sAkut.replace('Akut', 'Ingen') as typeof units.sAkut;
const LONG = 'x'.repeat(MAX_TEXT + 1);
const evented = (story: Story, step: Step) => {
  const outcome = attempt(story, step);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.events;
};

const propose = (texts = { text: 'Ni ansluter 2028' }, actor: Step['by'] = officer, of = unit) =>
  by(actor, { do: 'propose-solution', unit: of, solution: 'staggered-start', texts });
const replies = (accept: boolean, texts: Record<string, string> = { text: 'Nej' }) =>
  by(vKirurgi, { do: 'answer-solution', unit, accept, texts });
const again = (
  deadline = DEADLINE,
  texts: Record<string, string> = {},
  actor: Step['by'] = officer,
  of = unit,
) => by(actor, { do: 'ask-again', unit: of, deadline, texts });
const adds = (text = 'Riskanalys') => by(vKirurgi, { do: 'add-evidence', unit, texts: { text } });
const wants = (text = 'Vilka artiklar?', actor: Step['by'] = officer, of = unit) =>
  by(actor, { do: 'ask-evidence', unit: of, texts: { text } });
const accepts = (actor: Step['by'] = officer, of = unit) => by(actor, { do: 'accept-evidence', unit: of });
const moreTime = (texts: Record<string, string> = {}, round = 1) =>
  by(vKirurgi, { do: 'request-more-time', unit, round, texts });
const grants = (workingDays = 5, actor: Step['by'] = officer, of = unit) =>
  by(actor, { do: 'grant-more-time', unit: of, workingDays });
const refusesTime = (actor: Step['by'] = officer) => by(actor, { do: 'refuse-more-time', unit });
const urgent = (actor: Step['by'] = officer, more: object = {}, texts = { reason: 'Avtalet upphör' }) =>
  by(actor, { do: 'mark-urgent', texts, ...more });
const closes = (actor: Step['by'] = officer) => by(actor, { do: 'close-escalation' });

const proposed = tell(objected, propose());
const waits = tell(asked, moreTime());
const given = tell(asked, objectsWithoutEvidence(vKirurgi), adds());

describe("an officer's work on a round is a named officer's (law 2)", () => {
  it.each<[string, Story, (actor: Step['by']) => Step]>([
    ['granting more time', waits, (actor) => grants(5, actor)],
    ['refusing more time', waits, refusesTime],
    ['asking again', objected, (actor) => again(DEADLINE, {}, actor)],
    ['proposing a solution', objected, (actor) => propose(undefined, actor)],
    ['asking for evidence', objected, (actor) => wants(undefined, actor)],
    ['accepting evidence', given, accepts],
    ['lifting to the council', objected, (actor) => ({ ...lift(), by: actor })],
    ['closing the case', objected, closes],
    ['calling it urgent', objected, urgent],
  ])('%s', (_, story, step) => {
    expect(attempt(story, step(sKirurgi))).toMatchObject({
      error: { code: 'not-allowed', params: { role: 'officer' } },
    });
    expect(refusal(story, step(operator))).toBe('people-only');
    expect(refusal(story, step(clock))).toBe('people-only');
  });

  it.each<[string, Step]>([
    ['granting more time', grants(5, officer, nobody)],
    ['asking again', again(DEADLINE, {}, officer, nobody)],
    ['proposing a solution', propose(undefined, officer, nobody)],
    ['asking for evidence', wants(undefined, officer, nobody)],
    ['accepting evidence', accepts(officer, nobody)],
  ])('%s is of a unit that was asked, in a round that is open', (_, step) => {
    expect(refusal(objected, step)).toBe('unit-not-asked');
    expect(refusal(imported, step)).toBe('round-closed');
  });

  it.each<[string, Step]>([
    ['a proposed solution', propose()],
    ['a question for evidence', wants()],
    ['an acceptance of evidence', accepts()],
    ['asking again', again()],
  ])('%s needs an open objection of that very unit', (_, step) => {
    const other = tell(asked, objects(sKirurgi), yes(vKirurgi));
    expect(refusal(other, step)).toBe('no-objection');
    expect(refusal(asked, step)).toBe('no-objection');
  });
});

describe('a text is there where it is needed, and none is longer than a card takes', () => {
  it.each<[string, Story, (text: string) => Step]>([
    ['a proposed solution', objected, (text) => propose({ text })],
    ['a rejected solution', proposed, (text) => replies(false, { text })],
    ['evidence', objected, adds],
    ['a question for evidence', objected, wants],
    ['an objection', asked, (text) => answers(vKirurgi, { kind: 'objection', reason: 'legal' }, { text })],
    [
      'a condition',
      asked,
      (text) =>
        answers(vKirurgi, { kind: 'yes-with-conditions', commitment: { binding: 'estimate' } }, { text }),
    ],
    ['an urgency', objected, (reason) => urgent(officer, {}, { reason })],
  ])('%s', (_, story, step) => {
    expect(refusal(story, step(' '))).toBe('text-missing');
    expect(refusal(story, step(LONG))).toBe('text-too-long');
    expect(refusal(story, step(LONG.slice(1)))).not.toBe('text-too-long');
  });

  it.each<[string, Story, (texts: Record<string, string>) => Step]>([
    ['more time', asked, (texts) => moreTime(texts)],
    ['asking again', objected, (texts) => again(DEADLINE, texts)],
    ['lifting to the council', objected, (texts) => lift('coordinate', texts)],
    ['an accepted solution', proposed, (texts) => replies(true, texts)],
    [
      'taking an objection back',
      objected,
      (texts) => by(vKirurgi, { do: 'withdraw-objection', unit, texts }),
    ],
    ['a yes', asked, (texts) => answers(vKirurgi, { kind: 'no-need' }, texts)],
  ])('%s goes without one', (_, story, step) => {
    expect(refusal(story, step({}))).toBe('allowed');
    expect(refusal(story, step({ text: LONG }))).toBe('text-too-long');
  });
});

describe('the same answer again is nothing, whatever the order of its parts; another is one (law 8)', () => {
  const contract = { end: date('2027-05-31'), optionBy: date('2027-01-31') };
  it.each<[string, Step, Step, boolean]>([
    ['the same yes', yes(vKirurgi, 100), yes(vKirurgi, 100), true],
    [
      'its parts in another order',
      answers(vKirurgi, { kind: 'yes', commitment: { binding: 'estimate', value: 100, volume: 2 } }),
      answers(vKirurgi, { kind: 'yes', commitment: { volume: 2, value: 100, binding: 'estimate' } }),
      true,
    ],
    ['another value', yes(vKirurgi, 100), yes(vKirurgi, 200), false],
    [
      'the same under a condition',
      answers(vKirurgi, { kind: 'yes-with-conditions', commitment: { binding: 'estimate' } }, { text: 'A' }),
      answers(vKirurgi, { kind: 'yes-with-conditions', commitment: { binding: 'estimate' } }, { text: 'A' }),
      true,
    ],
    [
      'another condition',
      answers(vKirurgi, { kind: 'yes-with-conditions', commitment: { binding: 'estimate' } }, { text: 'A' }),
      answers(vKirurgi, { kind: 'yes-with-conditions', commitment: { binding: 'estimate' } }, { text: 'B' }),
      false,
    ],
    [
      'another binding under the same condition',
      answers(vKirurgi, { kind: 'yes-with-conditions', commitment: { binding: 'estimate' } }, { text: 'A' }),
      answers(vKirurgi, { kind: 'yes-with-conditions', commitment: { binding: 'binding' } }, { text: 'A' }),
      false,
    ],
    ['the same no need', noNeed(vKirurgi), noNeed(vKirurgi), true],
    ['a yes after no need', noNeed(vKirurgi), yes(vKirurgi), false],
    ['the same objection', objects(vKirurgi), objects(vKirurgi), true],
    [
      'another reason',
      answers(vKirurgi, { kind: 'objection', reason: 'legal' }, { text: 'A' }),
      answers(vKirurgi, { kind: 'objection', reason: 'economy' }, { text: 'A' }),
      false,
    ],
    [
      'the same contract, its days in another order',
      answers(vKirurgi, { kind: 'objection', reason: 'existing-contract', contract }, { text: 'A' }),
      answers(
        vKirurgi,
        {
          kind: 'objection',
          reason: 'existing-contract',
          contract: { optionBy: contract.optionBy, end: contract.end },
        },
        { text: 'A' },
      ),
      true,
    ],
    [
      'another contract',
      answers(vKirurgi, { kind: 'objection', reason: 'existing-contract', contract }, { text: 'A' }),
      answers(vKirurgi, { kind: 'objection', reason: 'existing-contract' }, { text: 'A' }),
      false,
    ],
  ])('%s', (_, first, second, same) => {
    expect(brings(tell(asked, first), second).includes('answered')).toBe(!same);
  });

  it('of a round that is over, or before the round, is refused', () => {
    const old = { ...yes(vKirurgi).command, round: 2 } as CaseCommand;
    expect(refusal(asked, by(vKirurgi, old))).toBe('round-closed');
    expect(refusal(imported, yes(vKirurgi))).toBe('round-closed');
  });
});

describe('evidence is awaited only of an objection that came without (section 3)', () => {
  it.each<[string, Step, string | undefined]>([
    ['an objection without', objectsWithoutEvidence(vKirurgi), endOfDay(date('2026-11-30'))],
    ['an objection with', objects(vKirurgi), undefined],
    [
      'one with blanks for it',
      answers(vKirurgi, { kind: 'objection', reason: 'legal' }, { text: 'Lag', evidence: '  ' }),
      endOfDay(date('2026-11-30')),
    ],
    ['a yes', yes(vKirurgi), undefined],
    ['no need', noNeed(vKirurgi), undefined],
  ])('%s', (_, step, due) => {
    const [event] = evented(asked, step);
    expect(event).toMatchObject({ type: 'answered', unit });
    expect(event && 'evidenceDue' in event ? event.evidenceDue : undefined).toBe(due);
  });

  it('the same question again is nothing; another, or one after an answer, is one', () => {
    const asking = tell(objected, wants());
    expect(brings(asking, wants())).toEqual([]);
    expect(brings(asking, wants('Vilken avdelning?'))).toEqual(['evidence-asked']);
    expect(brings(tell(asking, adds()), wants())).toEqual(['evidence-asked']);
    expect(brings(tell(asked, objectsWithoutEvidence(vKirurgi)), wants())).toEqual(['evidence-asked']);
  });

  it('the same piece again is nothing; nothing given is nothing to accept', () => {
    expect(brings(given, adds())).toEqual([]);
    expect(brings(given, adds('Mer'))).toEqual(['evidence-added']);
    expect(refusal(tell(asked, objectsWithoutEvidence(vKirurgi)), accepts())).toBe('no-evidence');
    const accepted = tell(given, accepts());
    expect(brings(accepted, accepts())).toEqual([]);
  });

  it('what was given in time is not missed, nor what was accepted', () => {
    const late = ticks(endOfDay(date('2026-11-30')));
    expect(brings(tell(asked, objectsWithoutEvidence(vKirurgi)), late)).toContain('evidence-missed');
    expect(brings(given, late)).not.toContain('evidence-missed');
    expect(brings(tell(given, accepts()), late)).not.toContain('evidence-missed');
    expect(brings(asked, late)).not.toContain('evidence-missed');
  });
});

describe('more time is asked for once, of the round that runs, before an answer', () => {
  it.each<[string, Story, Step, string]>([
    ['of another round', asked, moreTime({}, 2), 'round-closed'],
    ['after an answer', tell(asked, yes(vKirurgi)), moreTime(), 'already-registered'],
    ['that nobody asked for cannot be granted', asked, grants(), 'no-more-time-requested'],
    ['that nobody asked for cannot be refused', asked, refusesTime(), 'no-more-time-requested'],
  ])('%s', (_, story, step, code) => {
    expect(refusal(story, step)).toBe(code);
  });

  it('twice is once', () => {
    expect(brings(waits, moreTime({ text: 'Semester' }))).toEqual([]);
  });

  it('counts from the deadline, or from today once that has passed', () => {
    const granted = (story: Story) => evented(story, grants(2))[0];
    expect(granted(waits)).toMatchObject({ unit, deadline: endOfDay(date('2026-12-08')) });
    const late = { ...waits, now: at('2026-12-07 10:00') };
    expect(granted(late)).toMatchObject({ unit, deadline: endOfDay(date('2026-12-09')) });
  });
});

describe('a unit is asked again because it objected or kept silent, with time to answer', () => {
  const silent = tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi), ticks(DEADLINE));
  const later = endOfDay(date('2026-12-11'));

  it('after an objection and after silence', () => {
    expect(brings(objected, again())).toEqual(['asked-again']);
    // Nothing else was in dispute: the case that silence opened is over.
    expect(brings(silent, again(later))).toEqual(['asked-again', 'escalation-closed']);
    expect(refusal(tell(asked, yes(vKirurgi)), again())).toBe('no-objection');
  });

  it.each([
    ['a deadline that is now', START, 'deadline-in-the-past'],
    ['one a minute ahead', at('2026-11-23 09:01'), 'allowed'],
  ])('%s', (_, deadline, code) => {
    expect(refusal(objected, again(deadline))).toBe(code);
  });
});

describe('a solution is answered once, by the objector', () => {
  it.each<[string, Story, Step, string[] | string]>([
    ['none is proposed', objected, replies(true), 'no-open-solution'],
    ['accepted twice', tell(proposed, replies(true)), replies(true), []],
    ['rejected twice', tell(proposed, replies(false)), replies(false), []],
    ['rejected, then accepted', tell(proposed, replies(false)), replies(true), 'no-open-solution'],
    ['rejected, then proposed anew', tell(proposed, replies(false)), propose(), ['solution-proposed']],
    ['the same proposal', proposed, propose(), []],
    ['other words', proposed, propose({ text: 'Ni ansluter 2029' }), 'solution-already-open'],
  ])('%s', (_, story, step, wanted) => {
    const outcome = attempt(story, step);
    expect(outcome.ok ? outcome.value.events.map(({ type }) => type) : outcome.error.code).toEqual(wanted);
  });
});

describe('an objection that is taken back leaves at least five working days, and never less than there were', () => {
  const withdraws = by(vKirurgi, { do: 'withdraw-objection', unit, texts: {} });
  it.each([
    ['long before the deadline', objected, DEADLINE],
    ['shortly before it', { ...objected, now: at('2026-12-03 10:00') }, endOfDay(date('2026-12-10'))],
    ['on the day that makes no difference', { ...objected, now: at('2026-11-27 10:00') }, DEADLINE],
  ])('%s', (_, story, deadline) => {
    expect(evented(story, withdraws)[0]).toMatchObject({ type: 'objection-withdrawn', deadline });
  });

  it('is open only while it is neither solved nor decided', () => {
    expect(refusal(tell(proposed, replies(true)), withdraws)).toBe('no-objection');
    expect(brings(tell(objected, withdraws), withdraws)).toEqual([]);
  });
});

describe('a case ends without a decision once nobody disputes it and nobody is silent', () => {
  it.each<[string, Story, string]>([
    ['without a case', asked, 'not-escalated'],
    ['with an open objection', objected, 'objections-open'],
    [
      'with somebody who has not answered',
      tell(asked, objects(vKirurgi), objects(sKirurgi), propose(), replies(true), {
        ...again(DEADLINE, {}, officer, units.sKirurgi),
      }),
      'units-silent',
    ],
    [
      'with somebody who kept silent',
      tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi), ticks(DEADLINE)),
      'units-silent',
    ],
  ])('%s it does not', (_, story, code) => {
    expect(refusal(story, closes())).toBe(code);
  });

  const after = { ...objected, now: at('2026-12-07 09:00') };
  it('says whether a solution ended it, or another answer', () => {
    expect(evented(tell(after, yes(vKirurgi)), closes())).toMatchObject([
      { type: 'escalation-closed', how: 'answered', outcome: 'coordinate', declining: [] },
    ]);
    const solved = tell({ ...proposed, now: at('2026-12-07 09:00') }, replies(true));
    const [closed] =
      solved.state.status === 'escalated'
        ? evented(solved, closes())
        : solved.events.filter(({ type }) => type === 'escalation-closed');
    expect(closed).toMatchObject({ how: 'solution', outcome: 'coordinate', declining: [] });
  });

  it('not once a decider has decided', () => {
    const half = tell(objected, lift(), ...bothApprove(), decides(sDecider, SORMLAND, 'coordinate'));
    const quiet = tell({ ...half, now: at('2026-12-07 09:00') }, yes(vKirurgi));
    expect(refusal(quiet, closes())).toBe('already-decided');
    const undecided = tell(objected, lift(), ...bothApprove());
    expect(refusal(tell({ ...undecided, now: at('2026-12-07 09:00') }, yes(vKirurgi)), closes())).toBe(
      'allowed',
    );
  });
});

describe('a case is lifted to the council once, from below it', () => {
  it.each<[string, Story, Step, string]>([
    ['without a case', asked, lift(), 'not-escalated'],
    ['at the council, where the proposal can be changed', tell(objected, lift()), lift(), 'allowed'],
    ['at the decision', tell(objected, lift(), ...bothApprove()), lift(), 'already-at-council'],
    [
      'towards a deviation that has ended',
      objected,
      by(officer, { do: 'escalate', proposal: 'deviate', until: date('2026-11-20'), texts: {} }),
      'deadline-in-the-past',
    ],
    ['towards a deviation whose end is not said yet', objected, lift('deviate'), 'allowed'],
  ])('%s', (_, story, step, code) => {
    expect(refusal(story, step)).toBe(code);
  });
});

describe('silence and reminders by the clock (law 1)', () => {
  it('a unit is silent at its deadline, not before', () => {
    const before = new Date(Date.parse(DEADLINE) - 1000).toISOString() as typeof DEADLINE;
    expect(brings(asked, ticks(before))).not.toContain('not-answered');
    const [silence] = evented(asked, ticks(DEADLINE)).filter(({ type }) => type === 'not-answered');
    expect(silence).toMatchObject({
      units: [units.sAkut, units.sKirurgi, units.vAnestesi, units.vKirurgi],
    });
    const one = tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi));
    expect(evented(one, ticks(DEADLINE))[0]).toMatchObject({ type: 'not-answered', units: [unit] });
  });

  it('only who has not answered is reminded, once however many times have passed', () => {
    const one = tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi));
    const last = at('2026-12-04 10:00');
    expect(evented(one, ticks(last))).toMatchObject([{ type: 'reminded', units: [unit] }]);
    expect(brings(tell(one, ticks(last)), ticks(last))).toEqual([]);
    expect(brings(one, ticks(at('2026-11-27 08:59')))).toEqual([]);
    expect(brings(one, ticks(at('2026-11-27 09:00')))).toEqual(['reminded']);
  });

  it('a level that only silence has opened is reminded anew, and asks the council nothing', () => {
    let story = tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi), ticks(DEADLINE));
    for (const _ of [1, 2, 3]) {
      const due = story.state.status === 'escalated' ? story.state.escalation.due : null;
      if (!due) throw new Error('no clock runs');
      const level = story.state.status === 'escalated' ? story.state.escalation.level : null;
      expect(brings(story, ticks(due))).toEqual(['level-reminded']);
      story = tell(story, ticks(due));
      expect(story.state).toMatchObject({ escalation: { level } });
      expect(story.state.status === 'escalated' && (story.state.escalation.due ?? '') > due).toBe(true);
    }
  });

  it('a managers’ level whose objection is gone is reminded anew, and does not climb', () => {
    const due = (story: Story) => {
      const found = story.state.status === 'escalated' ? story.state.escalation.due : null;
      if (!found) throw new Error('no clock runs');
      return found;
    };
    const managers = tell(objected, ticks(due(objected)));
    const silenced = tell(managers, again(endOfDay(date('2026-12-02'))), ticks(endOfDay(date('2026-12-02'))));
    expect(silenced.state).toMatchObject({ escalation: { level: 'managers' } });
    expect(brings(silenced, ticks(due(silenced)))).toContain('level-reminded');
    expect(tell(silenced, ticks(due(silenced))).state).toMatchObject({ escalation: { level: 'managers' } });
  });
});

describe('whoever answers for a unit', () => {
  it('leaves its other units as they are', () => {
    const one = tell(asked, objects(vKirurgi), yes(vAnestesi));
    const state = isAsked(one.state) ? one.state.round.units : {};
    expect(Object.values(state).map(({ answer }) => answer.kind)).toEqual([
      'waiting',
      'waiting',
      'yes',
      'objection',
    ]);
    expect(refusal(one, decides(vDecider, VASTMANLAND, 'coordinate'))).toBe('not-for-decision');
  });
});
