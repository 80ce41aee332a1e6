import { describe, expect, it } from 'vitest';
import type { UnitEntry } from '#domain/coordination/answer.ts';
import { documentationReminder, dueAt, reminderTimes } from '#domain/coordination/clock.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import {
  asked,
  bothApprove,
  DEADLINE,
  decides,
  imported,
  lift,
  noNeed,
  nothing,
  objected,
  objectsWithoutEvidence,
  type Story,
  tell,
  ticks,
  told,
  yes,
} from '#support/given.ts';
import { advances, does as by, committed, locked, until } from '#support/stages.ts';
import {
  at,
  date,
  governance,
  officer,
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

const entry = (story: Story): UnitEntry => {
  const found = isAsked(story.state) ? story.state.round.units[units.vKirurgi] : undefined;
  if (!found) throw new Error('not asked');
  return found;
};
const rows = (workingDaysBefore: readonly number[], hour = 9) => ({
  ...governance,
  reminders: [
    { id: 'r', validFrom: date('2020-01-01'), status: 'decided' as const, workingDaysBefore, hour },
  ],
});

describe('when a waiting unit is reminded (law 1)', () => {
  // Asked on Monday 23 November at nine; the deadline is the end of Friday 4 December.
  it.each<[string, Parameters<typeof reminderTimes>[0], string[]]>([
    [
      'five and one days before and on the day',
      governance,
      ['2026-11-27 09:00', '2026-12-03 09:00', '2026-12-04 09:00'],
    ],
    [
      'the same where no row says otherwise',
      { ...governance, reminders: [] },
      ['2026-11-27 09:00', '2026-12-03 09:00', '2026-12-04 09:00'],
    ],
    ['by the row, in the order of time', rows([2, 4], 13), ['2026-11-30 13:00', '2026-12-02 13:00']],
    ['not when it is asked, nor before', rows([9, 10]), []],
    ['a minute later is after', rows([9], 10), ['2026-11-23 10:00']],
  ])('%s', (_, rules, wanted) => {
    expect(reminderTimes(rules, entry(asked))).toEqual(wanted.map(at));
  });

  it('never at the deadline itself, nor after it', () => {
    const soon = { ...entry(asked), deadline: at('2026-12-04 09:00') };
    expect(reminderTimes(rows([0]), soon)).toEqual([]);
    expect(reminderTimes(rows([0]), { ...soon, deadline: at('2026-12-04 09:01') })).toEqual([
      at('2026-12-04 09:00'),
    ]);
    expect(reminderTimes(rows([0], 18), soon)).toEqual([]);
  });
});

describe('when the clock next has something to do about a case', () => {
  const due = (story: Story) => dueAt(story.state, governance);
  const one = tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi));
  const decision = tell(objected, lift(), ...bothApprove());
  const postponed = tell(
    decision,
    decides(sDecider, SORMLAND, 'postpone'),
    decides(vDecider, VASTMANLAND, 'postpone'),
  );
  const text = { texts: { text: 'Borta' } };
  const waiting = told({ ...governance, mandates: [] }, asked, advances({ to: 'postponed' }, text));
  it.each<[string, Story, string | null]>([
    ['nothing of what is not there', nothing, null],
    ['nor of a draft', imported, null],
    ['the first reminder', asked, '2026-11-27 09:00'],
    ['the next one', tell(one, ticks(at('2026-11-27 09:00'))), '2026-12-03 09:00'],
    ['the deadline after the last', tell(one, ticks(at('2026-12-04 09:00'))), DEADLINE],
    ['nothing once all have answered', tell(one, noNeed(vKirurgi)), null],
    [
      'the end of an absence',
      tell(
        one,
        by(vKirurgi, {
          do: 'note-absence',
          unit: units.vKirurgi,
          until: date('2026-11-24'),
          deputy: null,
        }),
      ),
      '2026-11-25 08:00',
    ],
    ['the reminder of a level', objected, '2026-11-27 09:00'],
    ['its end, once reminded', tell(objected, ticks(at('2026-11-27 09:00'))), '2026-11-30 16:00'],
    ['the reminder of the council', tell(objected, lift()), '2026-12-03 09:00'],
    [
      'the end of the time for evidence',
      tell(one, objectsWithoutEvidence(vKirurgi), ticks(at('2026-11-27 09:00')), lift()),
      endOfDay(date('2026-11-30')),
    ],
    ['nothing while it waits', postponed, null],
    ['also where somebody is still to answer', waiting, null],
    ['nothing of what is agreed', committed, null],
    ['nor of what is locked', locked, null],
    ['the reminder of a contract’s documentation', until('standstill'), null],
    ['nothing of what has ended', tell(objected, advances({ to: 'cancelled' }, text)), null],
    [
      'unless it has to be documented',
      tell(until('advertised'), advances({ to: 'cancelled' }, text)),
      '2027-02-03 09:00',
    ],
  ])('%s', (_, story, wanted) => {
    const expected = wanted === null || wanted.endsWith('Z') ? wanted : at(wanted);
    expect(due(story)).toBe(expected);
  });

  it('the documentation is reminded of once, five working days before it is due, until it is complete', () => {
    const signed = tell(until('standstill'), {
      ...advances({
        to: 'contract',
        date: date('2027-03-16'),
        until: date('2029-03-31'),
        reference: 'RV 2027-2',
      }),
      at: at('2027-03-16 09:00'),
    });
    expect(documentationReminder(signed.state)).toBe('2027-04-08T07:00:00.000Z');
    expect(due(signed)).toBe('2027-04-08T07:00:00.000Z');
    expect(documentationReminder(tell(signed, ticks(at('2027-04-08 09:00'))).state)).toBeNull();
    expect(
      documentationReminder(tell(signed, by(officer, { do: 'complete-documentation' })).state),
    ).toBeNull();
    expect(documentationReminder(locked.state)).toBeNull();
  });
});
