import { describe, expect, it } from 'vitest';
import { dueAt } from '#domain/coordination/clock.ts';
import type { Notice } from '#domain/coordination/notice.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { decisionKind, REASON_CODES, SOLUTIONS } from '#domain/escalation/reasons.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import { DICTIONARIES } from '#rendering/text/words.ts';
import {
  answers,
  asked,
  attempt,
  brings,
  DEADLINE,
  locks,
  noNeed,
  objects,
  objectsWithoutEvidence,
  refusal,
  type Step,
  type Story,
  tell,
  ticks,
  types,
  yes,
} from '#support/given.ts';
import {
  at,
  date,
  governance,
  officer,
  sAkut,
  sDecider,
  sKirurgi,
  sMember,
  units,
  vAnestesi,
  vDecider,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const entry = (story: Story, unit: keyof typeof units = 'sKirurgi') => {
  if (!isAsked(story.state)) throw new Error('nobody was asked');
  const found = story.state.round.units[units[unit]];
  if (!found) throw new Error('not asked');
  return found;
};
const cards = (story: Story, step: Step): string[] => {
  const outcome = attempt(story, step);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.notices.map(
    ({ subject, occasion }: Omit<Notice, 'id'>) => `${subject.card} ${occasion}`,
  );
};
const unit = units.sKirurgi;
const objection = tell(asked, objectsWithoutEvidence(sKirurgi));
const FIFTH_DAY = endOfDay(date('2026-11-30'));
const add = (text = 'Riskanalys 2026', by = sKirurgi): Step => ({
  by,
  command: { do: 'add-evidence', unit, texts: { text } },
});
const askMore = (text = 'Vilka artiklar gäller det?', by = officer): Step => ({
  by,
  command: { do: 'ask-evidence', unit, texts: { text } },
});
const accept = (by = officer): Step => ({ by, command: { do: 'accept-evidence', unit } });

describe('evidence', () => {
  it.each(REASON_CODES)('of %s has a sentence in both languages on what settles it', (reason) => {
    expect(DICTIONARIES.sv.evidence[reason]).not.toBe('');
    expect(DICTIONARIES.en.evidence[reason]).not.toBe('');
    const told = tell(asked, answers(sKirurgi, { kind: 'objection', reason }, { text: 'Därför' }));
    expect(entry(told).evidence).toEqual({ status: 'awaited', given: [], due: FIFTH_DAY });
  });

  it('sent along with the objection waits for the officer, not for the unit', () => {
    const told = tell(
      asked,
      answers(sKirurgi, { kind: 'objection', reason: 'legal' }, { text: 'Nej', evidence: 'PM, 19 kap.' }),
    );
    expect(entry(told).evidence).toMatchObject({ status: 'given', given: [{ text: 'PM, 19 kap.' }] });
    expect(brings(told, ticks(FIFTH_DAY))).not.toContain('evidence-missed');
  });

  it('missing after five working days is said, and the case goes on all the same', () => {
    expect(dueAt(objection.state, governance)).toBe(at('2026-11-27 09:00'));
    const reminded = tell(objection, ticks(at('2026-11-27 09:00')));
    expect(brings(reminded, ticks(at('2026-11-30 23:58')))).not.toContain('evidence-missed');
    expect(dueAt(tell(reminded, ticks(at('2026-11-30 16:00'))).state, governance)).toBe(FIFTH_DAY);
    const missed = tell(reminded, ticks(FIFTH_DAY));
    expect(entry(missed)).toMatchObject({
      answer: { kind: 'objection' },
      evidence: { status: 'missing', since: FIFTH_DAY },
    });
    expect(missed.state.status).toBe('escalated');
    expect(cards(reminded, ticks(FIFTH_DAY))).toContain('objection evidence-missed');
    expect(brings(missed, ticks(at('2026-12-01 10:00')))).not.toContain('evidence-missed');
  });

  it('can be added later by the objector, also late, and the officer is told', () => {
    expect(cards(objection, add())).toEqual(['objection evidence-added']);
    const late = tell(objection, ticks(FIFTH_DAY), add());
    expect(entry(late).evidence).toMatchObject({ status: 'given', given: [{ by: sKirurgi.id }] });
    expect(brings(late, add())).toEqual([]);
    expect(refusal(objection, add('PM', vKirurgi))).toBe('not-your-unit');
    expect(refusal(objection, add(' '))).toBe('text-missing');
    expect(refusal(asked, add())).toBe('no-objection');
  });

  it('is accepted by the officer, who may first ask for more', () => {
    expect(refusal(objection, accept())).toBe('no-evidence');
    const given = tell(objection, add());
    expect(cards(given, askMore())).toEqual(['request evidence-asked']);
    const more = tell(given, { ...askMore(), at: at('2026-11-26 10:00') });
    expect(entry(more).evidence).toMatchObject({
      status: 'awaited',
      due: endOfDay(date('2026-12-03')),
      asked: 'Vilka artiklar gäller det?',
      given: [{ text: 'Riskanalys 2026' }],
    });
    const done = tell(more, add('Artiklarna 1–4'), accept());
    expect(entry(done).evidence).toMatchObject({
      status: 'accepted',
      by: officer.id,
      given: [{ text: 'Riskanalys 2026' }, { text: 'Artiklarna 1–4' }],
    });
    expect(brings(done, accept())).toEqual([]);
    expect(entry(done).answer.kind).toBe('objection');
    expect(refusal(given, accept(sKirurgi))).toBe('not-allowed');
    expect(refusal(given, askMore('Mer', sKirurgi))).toBe('not-allowed');
  });

  it('goes with the objection when the unit answers otherwise', () => {
    expect(entry(tell(objection, add(), yes(sKirurgi))).evidence).toBeUndefined();
  });
});

describe('a solution', () => {
  it.each(SOLUTIONS)('of the kind %s is proposed by the officer and accepted by the objector', (solution) => {
    const proposed = tell(objection, {
      by: officer,
      command: { do: 'propose-solution', unit, solution, texts: { text: 'Så här' } },
    });
    const settled = tell(proposed, {
      by: sKirurgi,
      command: { do: 'answer-solution', unit, accept: true, texts: {} },
    });
    expect(types(settled.events).at(-1)).toBe('escalation-closed');
  });

  it('covers lots, staggered start, option and changed requirement', () => {
    expect([...SOLUTIONS].sort()).toEqual(['changed-requirement', 'lots', 'option', 'staggered-start']);
  });
});

describe('an objection about an existing contract', () => {
  it('says until when it binds and until when its option can be used', () => {
    const contract = {
      end: date('2027-06-30'),
      optionUntil: date('2029-06-30'),
      optionBy: date('2027-03-31'),
    };
    const told = tell(
      asked,
      answers(sKirurgi, { kind: 'objection', reason: 'existing-contract', contract }, { text: 'Avtal' }),
    );
    expect(entry(told).answer).toMatchObject({ contract });
  });
});

describe('withdrawing an objection', () => {
  const withdraw = (by = sKirurgi): Step => ({
    by,
    command: { do: 'withdraw-objection', unit, texts: { text: 'Löst hos oss' } },
  });

  it('is no yes: the unit is asked what it wants instead, and the case closes (law 1)', () => {
    const told = tell(objection, withdraw());
    expect(entry(told)).toMatchObject({ answer: { kind: 'waiting' }, withdrawn: { kind: 'objection' } });
    expect(types(told.events).slice(-2)).toEqual(['objection-withdrawn', 'escalation-closed']);
    expect(told.state.status).toBe('asked');
    expect(brings(told, withdraw())).toEqual([]);
    expect(entry(tell(told, ticks(DEADLINE)), 'sKirurgi').answer.kind).toBe('no-answer');
  });

  it('gives at least five working days to say so, also after the round’s deadline', () => {
    const answered = tell(
      asked,
      yes(sAkut),
      yes(vAnestesi),
      yes(vKirurgi),
      objects(sKirurgi),
      ticks(DEADLINE),
    );
    const later = tell(answered, { ...withdraw(), at: at('2026-12-07 10:00') });
    expect(entry(later).deadline).toBe(endOfDay(date('2026-12-14')));
    expect(later.state.status).toBe('asked');
    expect(tell(later, yes(sKirurgi)).state.status).toBe('committed');
  });

  it('leaves other objections where they are', () => {
    const both = tell(objection, objects(vKirurgi), withdraw());
    expect(both.state.status).toBe('escalated');
    expect(cards(tell(objection, objects(vKirurgi)), withdraw())).toEqual(['objection objection-withdrawn']);
  });

  it('is the objector’s alone, and needs an objection that is open', () => {
    expect(refusal(objection, withdraw(vKirurgi))).toBe('not-your-unit');
    expect(refusal(asked, withdraw())).toBe('no-objection');
  });
});

describe('partial coordination', () => {
  const declare = (by: typeof sMember): Step => ({
    by,
    command: { do: 'declare-conflict', conflict: false },
  });
  const position = (by: typeof sMember): Step => ({
    by,
    command: { do: 'take-position', revision: 1, stance: 'approve', texts: {} },
  });
  const decideFor = (by: typeof sDecider): Step => ({
    by,
    command: {
      do: 'decide',
      region: by.region,
      revision: 1,
      outcome: 'coordinate-partly',
      until: date('2027-12-31'),
      texts: { text: 'Kirurgi står utanför' },
    },
  });
  const decided = tell(
    asked,
    yes(sAkut, 10),
    noNeed(vAnestesi),
    yes(vKirurgi, 20),
    objects(sKirurgi),
    { by: officer, command: { do: 'escalate', proposal: 'coordinate-partly', texts: {} } },
    declare(sMember),
    declare(vMember),
    position(sMember),
    position(vMember),
    decideFor(sDecider),
    decideFor(vDecider),
  );

  it('is partly-committed: the objecting unit is out by the decision, its own region goes on with the others', () => {
    expect(decided.state.status).toBe('partly-committed');
    expect(entry(decided, 'sKirurgi').decided).toBe('coordinate-partly');
    expect(entry(decided, 'sAkut').decided).toBeUndefined();
  });

  it('gives who is out no part in the ceiling', () => {
    const locked = tell(decided, ...locks);
    expect(locked.state).toMatchObject({
      participants: [
        { region: 'sormland', ceiling: 10 },
        { region: 'vastmanland', ceiling: 20 },
      ],
    });
  });

  it('demands the mandate for a deviation: no objection takes a unit out by itself (law 0)', () => {
    expect(decisionKind('coordinate-partly')).toBe('deviate');
    expect(decisionKind('coordinate-with-lots')).toBe('coordinate');
  });
});
