import { describe, expect, it } from 'vitest';
import { dueAt, reminderTimes } from '#domain/coordination/clock.ts';
import type { Notice } from '#domain/coordination/notice.ts';
import { isAsked } from '#domain/coordination/state.ts';
import {
  answers,
  asked,
  attempt,
  brings,
  DEADLINE,
  imported,
  refusal,
  type Step,
  type Story,
  tell,
  ticks,
  types,
  yes,
} from '#support/given.ts';
import {
  asks,
  at,
  clock,
  date,
  deputy,
  governance,
  officer,
  operator,
  sAkut,
  sBoss,
  sKirurgi,
  sMember,
  units,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const entry = (story: Story, unit: keyof typeof units) => {
  if (!isAsked(story.state)) throw new Error('nobody was asked');
  const found = story.state.round.units[units[unit]];
  if (!found) throw new Error('not asked');
  return found;
};
const notices = (story: Story, step: Step): readonly Omit<Notice, 'id'>[] => {
  const outcome = attempt(story, step);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.notices;
};
const person = (id: string) => ({ to: 'person', person: id });

describe('reminders', () => {
  it('come five and one working days before and on the day, also where no row of the governance says so', () => {
    const none = { ...governance, reminders: [] };
    const times = ['2026-11-27 09:00', '2026-12-03 09:00', '2026-12-04 09:00'].map(at);
    expect(reminderTimes(none, entry(asked, 'sAkut'))).toEqual(times);
    expect(dueAt(asked.state, none)).toBe(times[0]);
  });

  it('go also to those whom the question was passed on to', () => {
    const to = { person: sMember.id, region: sMember.region, roles: [] };
    const handed = tell(asked, { by: sAkut, command: { do: 'delegate', unit: units.sAkut, to } });
    const [, sAkutsReminder] = [null, ...notices(handed, ticks(at('2026-11-27 09:00')))];
    expect(sAkutsReminder).toMatchObject({
      occasion: 'reminder',
      audience: [{ to: 'unit', unit: units.sAkut }, person(sMember.id)],
    });
  });
});

describe('passing the question on', () => {
  const colleague = { person: sMember.id, region: sMember.region, roles: ['council-member'] };
  const pass = (to = colleague, by = sAkut): Step => ({
    by,
    command: { do: 'delegate', unit: units.sAkut, to },
  });
  const handed = tell(asked, pass());

  it('gives the colleague the card, and history says who passed it on and to whom', () => {
    expect(notices(asked, pass())).toMatchObject([
      { subject: { card: 'request', unit: units.sAkut }, occasion: 'new', audience: [person(sMember.id)] },
    ]);
    expect(handed.events.at(-1)).toMatchObject({ type: 'delegated', by: sAkut.id, to: sMember.id });
    expect(entry(handed, 'sAkut').answer.kind).toBe('waiting');
  });

  it('lets both answer', () => {
    const no = { kind: 'no-need' } as const;
    expect(refusal(asked, answers(sMember, no, {}, units.sAkut))).toBe('not-your-unit');
    expect(brings(handed, answers(sMember, no, {}, units.sAkut))).toEqual(['answered']);
    expect(brings(handed, answers(sAkut, no, {}, units.sAkut))).toEqual(['answered']);
  });

  it('is one event, however often it is pressed', () => {
    expect(brings(handed, pass())).toEqual([]);
  });

  it('goes to the own region only, and not to oneself', () => {
    const foreign = { person: vMember.id, region: vMember.region, roles: [] };
    expect(refusal(asked, pass(foreign))).toBe('not-a-colleague');
    expect(refusal(asked, pass({ person: sAkut.id, region: sAkut.region, roles: [] }))).toBe(
      'not-a-colleague',
    );
  });

  it('is not for other units, for the command line, or for a question that is answered', () => {
    expect(refusal(asked, pass(colleague, sKirurgi))).toBe('not-your-unit');
    expect(refusal(asked, { ...pass(), by: operator })).toBe('people-only');
    expect(refusal(tell(asked, yes(sAkut)), pass())).toBe('already-registered');
  });
});

describe('an absence', () => {
  const away = (by = sKirurgi, stand: string | null = deputy.id, until = '2026-12-02'): Step => ({
    by,
    command: {
      do: 'note-absence',
      unit: by.unit,
      until: date(until),
      deputy: stand as typeof deputy.id | null,
    },
  });

  it('sends the open question to the deputy meanwhile, who may answer', () => {
    expect(notices(asked, away())).toMatchObject([
      { subject: { card: 'request' }, occasion: 'new', audience: [person(deputy.id)] },
    ]);
    const told = tell(asked, away(sAkut, sMember.id));
    expect(brings(told, answers(sMember, { kind: 'no-need' }, {}, units.sAkut))).toEqual(['answered']);
  });

  it('without a deputy is told to the officer', () => {
    expect(notices(asked, away(sAkut, null))).toMatchObject([
      { subject: { card: 'round' }, audience: [person(officer.id)] },
    ]);
  });

  it('counts nobody: the deadline still runs out in silence (law 1)', () => {
    const told = tell(asked, away(sAkut, null, '2026-12-31'), ticks(DEADLINE));
    expect(entry(told, 'sAkut').answer.kind).toBe('no-answer');
    expect(types(told.events).at(-1)).toBe('escalation-opened');
  });

  it('ends by itself the morning after, and whoever was away gets what is still open', () => {
    const told = tell(asked, away());
    expect(dueAt(told.state, governance)).toBe(at('2026-11-27 09:00'));
    const reminded = tell(told, ticks(at('2026-11-27 09:00')));
    expect(dueAt(reminded.state, governance)).toBe(at('2026-12-03 08:00'));
    const back = ticks(at('2026-12-03 08:00'));
    expect(brings(reminded, back)).toEqual(['absence-ended']);
    expect(notices(reminded, back)).toMatchObject([
      { subject: { card: 'request' }, occasion: 'reminder', audience: [person(sKirurgi.id)] },
    ]);
    expect(entry(tell(reminded, back), 'sKirurgi').away).toEqual([]);
  });

  it('can be changed and taken back, and cannot lie in the past', () => {
    const told = tell(asked, away());
    expect(brings(told, away())).toEqual([]);
    const longer = tell(told, away(sKirurgi, deputy.id, '2026-12-15'));
    expect(entry(longer, 'sKirurgi').away).toEqual([
      { person: sKirurgi.id, until: '2026-12-15', deputy: deputy.id },
    ]);
    const back: Step = {
      by: sKirurgi,
      command: { do: 'note-absence', unit: units.sKirurgi, until: null, deputy: null },
    };
    expect(entry(tell(longer, back), 'sKirurgi').away).toEqual([]);
    expect(brings(asked, back)).toEqual([]);
    expect(refusal(asked, away(sKirurgi, null, '2026-11-22'))).toBe('deadline-in-the-past');
  });

  it('known when the round opens stands on the unit from the beginning', () => {
    const absent = asks.map((ask) =>
      ask.unit === units.sAkut
        ? { ...ask, away: [{ person: sAkut.id, until: date('2026-12-01'), deputy: sBoss.id }] }
        : ask,
    );
    const opened = tell(imported, {
      by: officer,
      command: { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: absent },
    });
    expect(brings(opened, answers(sBoss, { kind: 'no-need' }, {}, units.sAkut))).toEqual(['answered']);
    expect(brings(opened, ticks(at('2026-12-02 08:00')))).toEqual(['reminded', 'absence-ended']);
  });
});

describe('a reference-group member', () => {
  const name = (hours: number, texts: Record<string, string>, by = sKirurgi): Step => ({
    by,
    command: { do: 'name-reference', unit: units.sKirurgi, hours, texts },
  });

  it('is named with hours, before or after the answer, and stays when the answer changes', () => {
    const named = tell(asked, name(8, { name: 'Lisa Ek' }), yes(sKirurgi));
    expect(entry(named, 'sKirurgi').reference).toMatchObject({ hours: 8, texts: { name: 'Lisa Ek' } });
    const changed = tell(named, name(12, { name: 'Lisa Ek' }));
    expect(entry(changed, 'sKirurgi').reference?.hours).toBe(12);
    expect(brings(changed, name(12, { name: 'Lisa Ek' }))).toEqual([]);
  });

  it('needs a name and a readable number of hours, from the unit itself', () => {
    expect(refusal(asked, name(8, {}))).toBe('text-missing');
    for (const hours of [0, -1, 2001, Number.NaN]) {
      expect(refusal(asked, name(hours, { name: 'Lisa Ek' }))).toBe('hours-unreadable');
    }
    expect(refusal(asked, name(8, { name: 'Lisa Ek' }, vKirurgi))).toBe('not-your-unit');
  });
});

describe('a case’s owner', () => {
  const take = (by: Step['by'], roles: readonly string[] = ['officer']): Step => ({
    by,
    command: { do: 'change-owner', to: { person: vMember.id, region: vMember.region, roles } },
  });

  it('changes without a reason, and none is kept', () => {
    const changed = tell(asked, take(officer));
    expect(changed.state).toMatchObject({ owner: vMember.id });
    expect(changed.events.at(-1)).toEqual({
      type: 'owner-changed',
      at: changed.now,
      by: officer.id,
      owner: vMember.id,
    });
    expect(notices(asked, take(officer))).toMatchObject([
      { subject: { card: 'round' }, occasion: 'new', audience: [person(vMember.id)] },
    ]);
    expect(brings(changed, take(officer))).toEqual([]);
  });

  it('is always an officer, and is changed by one (law 4)', () => {
    expect(refusal(asked, take(officer, ['unit-manager']))).toBe('not-an-officer');
    expect(refusal(asked, take(sKirurgi))).toBe('not-allowed');
    expect(refusal(asked, take(clock))).toBe('people-only');
  });
});
