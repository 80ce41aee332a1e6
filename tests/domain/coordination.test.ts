import { describe, expect, it } from 'vitest';
import { dueAt } from '#domain/coordination/clock.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import {
  answers,
  asked,
  attempt,
  brings,
  DEADLINE,
  imported,
  locks,
  noNeed,
  nothing,
  objects,
  refusal,
  START,
  tell,
  ticks,
  types,
  yes,
} from '#support/given.ts';
import {
  asks,
  at,
  beds,
  date,
  deputy,
  governance,
  officer,
  operator,
  sAkut,
  sBoss,
  sKirurgi,
  units,
  vAnestesi,
  vBoss,
  vKirurgi,
} from '#support/world.ts';

const entry = (story: typeof asked, unit: keyof typeof units) => {
  if (!isAsked(story.state)) throw new Error('nobody was asked');
  return story.state.round.units[units[unit]];
};
const subjects = (story: typeof asked, step: Parameters<typeof attempt>[1]) => {
  const outcome = attempt(story, step);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.notices.map(
    ({ subject, occasion }) => `${subject.card}${'unit' in subject ? ` ${subject.unit}` : ''} ${occasion}`,
  );
};

describe('the plan', () => {
  it('creates an item, says nothing of the same again, and revises a changed one', () => {
    expect(types(imported.events)).toEqual(['item-imported']);
    expect(brings(imported, { by: operator, command: { do: 'import', item: beds } })).toEqual([]);
    const revised = tell(imported, {
      by: operator,
      command: { do: 'import', item: { ...beds, value: 5_000_000 } },
    });
    expect(revised.state).toMatchObject({ revision: 2, item: { value: 5_000_000 } });
  });

  it('keeps the revision when only the record is corrected', () => {
    const corrected = tell(imported, {
      by: operator,
      command: { do: 'import', item: { ...beds, responsible: 'Inköp' } },
    });
    expect(corrected.state).toMatchObject({ revision: 1, item: { responsible: 'Inköp' } });
  });

  it('is not for unit managers to change', () => {
    expect(refusal(nothing, { by: sKirurgi, command: { do: 'import', item: beds } })).toBe('not-allowed');
  });
});

describe('asking the units', () => {
  const open = { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks } as const;

  it('stands for the assessment that coordination is possible, and asks every unit', () => {
    expect(types(asked.events)).toEqual(['item-imported', 'assessed', 'round-opened']);
    expect(subjects(imported, { by: officer, command: open })).toEqual([
      ...asks.map((ask) => `request ${ask.unit} new`),
      'round new',
    ]);
  });

  it('never refuses a planned date that has passed, only a deadline that has', () => {
    expect(beds.advertise && beds.advertise < date('2026-11-23')).toBe(true);
    expect(refusal(imported, { by: operator, command: { ...open, deadline: START } })).toBe(
      'deadline-in-the-past',
    );
  });

  it('is refused twice, without units, and to those who are not officers', () => {
    expect(refusal(asked, { by: officer, command: open })).toBe('round-already-open');
    expect(refusal(imported, { by: officer, command: { ...open, units: [] } })).toBe('nobody-to-ask');
    expect(refusal(imported, { by: sKirurgi, command: open })).toBe('not-allowed');
  });

  it('is refused about an item that was assessed as not possible', () => {
    const not = tell(imported, {
      by: officer,
      command: { do: 'assess', possible: false, texts: { text: 'Endast en region har behovet' } },
    });
    expect(refusal(not, { by: officer, command: open })).toBe('not-possible-now');
  });
});

describe('answers', () => {
  it('commit the item once every region takes part and nobody is still to answer', () => {
    const all = tell(asked, yes(sAkut, 100), noNeed(sKirurgi), noNeed(vAnestesi), yes(vKirurgi, 200));
    expect(all.state.status).toBe('committed');
  });

  it('commit it partly when only one region takes part', () => {
    const some = tell(asked, yes(sAkut), yes(sKirurgi), noNeed(vAnestesi), noNeed(vKirurgi));
    expect(some.state.status).toBe('partly-committed');
  });

  it('tell the owner when the last one is in', () => {
    const almost = tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi));
    expect(subjects(almost, yes(vKirurgi))).toEqual(['round answers-in']);
  });

  it('are nobody else’s to give', () => {
    const foreign = answers(vKirurgi, { kind: 'no-need' }, {}, units.sKirurgi);
    expect(refusal(asked, foreign)).toBe('not-your-unit');
    expect(refusal(asked, { ...noNeed(sKirurgi), by: operator })).toBe('people-only');
  });

  it('may come from the deputy', () => {
    const told = tell(asked, answers(deputy, { kind: 'no-need' }, {}, units.sKirurgi));
    expect(entry(told, 'sKirurgi')?.answer).toMatchObject({ kind: 'no-need', by: deputy.id });
  });

  it('are registered once, however often the button is pressed', () => {
    const once = tell(asked, yes(sKirurgi, 5));
    expect(brings(once, yes(sKirurgi, 5))).toEqual([]);
    expect(brings(once, yes(sKirurgi, 6))).toEqual(['answered']);
  });

  it('can be changed by their giver until the lock, and the change is history (law 8)', () => {
    const changed = tell(asked, noNeed(sKirurgi), yes(sKirurgi));
    expect(types(changed.events).filter((type) => type === 'answered')).toHaveLength(2);
    const locked = tell(
      asked,
      ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map((who) => yes(who, 10)),
      ...locks,
    );
    expect(refusal(locked, noNeed(sKirurgi))).toBe('late-region-takes-part');
    expect(locked.state).toMatchObject({
      participants: [
        { region: 'sormland', ceiling: 20 },
        { region: 'vastmanland', ceiling: 20 },
      ],
    });
  });

  it('need words where they set conditions or object', () => {
    const conditions = answers(sKirurgi, {
      kind: 'yes-with-conditions',
      commitment: { binding: 'binding' },
    });
    expect(refusal(asked, conditions)).toBe('text-missing');
    const silent = answers(sKirurgi, { kind: 'objection', reason: 'other' });
    expect(refusal(asked, silent)).toBe('text-missing');
    const long = answers(sKirurgi, { kind: 'objection', reason: 'other' }, { text: 'x'.repeat(2001) });
    expect(refusal(asked, long)).toBe('text-too-long');
  });

  it('are refused for another round or an older revision of the item (law 3)', () => {
    const old = { ...noNeed(sKirurgi) };
    const revised = tell(asked, {
      by: operator,
      command: { do: 'import', item: { ...beds, value: 9_000_000 } },
    });
    expect(refusal(revised, old)).toBe('old-card');
    expect(
      refusal(asked, {
        by: sKirurgi,
        command: { ...old.command, round: 2 } as typeof old.command,
      }),
    ).toBe('round-closed');
  });
});

describe('a changed item', () => {
  const answered = tell(asked, yes(sKirurgi, 100), noNeed(vKirurgi));
  const change = { by: operator, command: { do: 'import', item: { ...beds, value: 9_000_000 } } } as const;

  it('makes the given answers stale and asks only those people again (law 3)', () => {
    expect(subjects(answered, change)).toEqual([
      `request ${units.sKirurgi} revised`,
      `request ${units.vKirurgi} revised`,
    ]);
    const revised = tell(answered, change);
    expect(entry(revised, 'sKirurgi')).toMatchObject({
      answer: { kind: 'waiting' },
      stale: { kind: 'yes', revision: 1 },
    });
    expect(entry(revised, 'sAkut')?.stale).toBeUndefined();
  });

  it('gives at least five working days to answer anew', () => {
    const late = tell(answered, { ...change, at: at('2026-12-03 10:00') });
    expect(entry(late, 'sKirurgi')?.deadline).toBe(endOfDay(date('2026-12-10')));
    const early = tell(answered, change);
    expect(entry(early, 'sKirurgi')?.deadline).toBe(DEADLINE);
  });

  it('asks nobody when only the record is corrected', () => {
    const correction = { do: 'import', item: { ...beds, responsible: 'Inköp' } } as const;
    expect(subjects(answered, { by: operator, command: correction })).toEqual([]);
    expect(entry(tell(answered, { by: operator, command: correction }), 'sKirurgi')?.answer.kind).toBe('yes');
  });
});

describe('silence', () => {
  it('is reminded of five, one and no working days before the deadline, once each', () => {
    expect(dueAt(asked.state, governance)).toBe(at('2026-11-27 09:00'));
    const reminded = tell(asked, ticks(at('2026-11-27 09:00')));
    expect(types(reminded.events).at(-1)).toBe('reminded');
    expect(brings(reminded, ticks(at('2026-11-27 09:01')))).toEqual([]);
    expect(dueAt(reminded.state, governance)).toBe(at('2026-12-03 09:00'));
  });

  it('gets one reminder, not three, after a long standstill', () => {
    expect(brings(asked, ticks(at('2026-12-04 12:00')))).toEqual(['reminded']);
  });

  it('is never consent: at the deadline it counts for nobody and is lifted to the superior (law 1)', () => {
    const told = tell(asked, yes(sKirurgi), yes(vKirurgi));
    const after = endOfDay(date('2026-12-04'));
    expect(brings(told, ticks(after))).toEqual(['not-answered', 'escalation-opened']);
    const silent = tell(told, ticks(after));
    expect(entry(silent, 'sAkut')?.answer.kind).toBe('no-answer');
    expect(silent.state).toMatchObject({
      status: 'escalated',
      escalation: { level: 'managers', cause: 'no-answer' },
    });
    expect(subjects(told, ticks(after))).toEqual([
      `lifted ${units.sAkut} new`,
      `lifted ${units.vAnestesi} new`,
      'round time-ran-out',
    ]);
  });

  it('may be broken by the superior, and late by the unit; the owner then closes the case', () => {
    const silent = tell(asked, yes(sKirurgi), yes(vKirurgi), yes(vAnestesi), ticks(DEADLINE));
    expect(refusal(asked, answers(sBoss, { kind: 'no-need' }, {}, units.sAkut))).toBe('not-your-unit');
    expect(refusal(silent, answers(vBoss, { kind: 'no-need' }, {}, units.sAkut))).toBe('not-your-unit');
    expect(refusal(silent, { by: officer, command: { do: 'close-escalation' } })).toBe('units-silent');
    const later = { ...silent, now: at('2026-12-07 08:00') };
    const broken = tell(later, answers(sBoss, { kind: 'no-need' }, {}, units.sAkut));
    expect(broken.state.status).toBe('escalated');
    const closed = tell(broken, { by: officer, command: { do: 'close-escalation' } });
    expect(closed.state.status).toBe('committed');
  });

  it('is asked about again at the managers’ level, never taken to the council by the clock', () => {
    const silent = tell(asked, yes(sKirurgi), yes(vKirurgi), yes(vAnestesi), ticks(DEADLINE));
    if (silent.state.status !== 'escalated') throw new Error('not escalated');
    const due = silent.state.escalation.due;
    if (!due) throw new Error('no clock');
    expect(brings(silent, ticks(due))).toEqual(['level-reminded']);
  });
});

describe('more time', () => {
  const requested = tell(asked, {
    by: sKirurgi,
    command: { do: 'request-more-time', unit: units.sKirurgi, round: 1, texts: { text: 'Semester' } },
  });

  it('is asked of the owner and granted in working days after the deadline', () => {
    const granted = tell(requested, {
      by: officer,
      command: { do: 'grant-more-time', unit: units.sKirurgi, workingDays: 5 },
    });
    expect(entry(granted, 'sKirurgi')?.deadline).toBe(endOfDay(date('2026-12-11')));
    const later = tell(granted, ticks(DEADLINE));
    expect(entry(later, 'sKirurgi')?.answer.kind).toBe('waiting');
    expect(entry(later, 'sAkut')?.answer.kind).toBe('no-answer');
  });

  it('can be refused, and is not there to grant when nobody asked', () => {
    const refused = tell(requested, {
      by: officer,
      command: { do: 'refuse-more-time', unit: units.sKirurgi },
    });
    expect(entry(refused, 'sKirurgi')?.moreTime).toBeUndefined();
    const grant = { do: 'grant-more-time', unit: units.sKirurgi, workingDays: 5 } as const;
    expect(refusal(asked, { by: officer, command: grant })).toBe('no-more-time-requested');
  });

  it('is not asked for by a unit that has answered', () => {
    const answered = tell(asked, objects(sKirurgi));
    const more = { do: 'request-more-time', unit: units.sKirurgi, round: 1, texts: {} } as const;
    expect(refusal(answered, { by: sKirurgi, command: more })).toBe('already-registered');
  });
});
