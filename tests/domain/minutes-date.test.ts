import { describe, expect, it } from 'vitest';
import { type Governance, governanceOn, type MandateRow } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { missingDecisions } from '#domain/coordination/stage-authority.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { bodyId } from '#domain/shared/ids.ts';
import {
  bothApprove,
  imported,
  lift,
  nothing,
  objected,
  refusal,
  type Step,
  type Story,
  tell,
  told,
} from '#support/given.ts';
import {
  advances,
  assemblyDecides,
  does,
  initiating,
  kindRow,
  LIFE,
  locked,
  textiles,
  until,
  vSecretary,
} from '#support/stages.ts';
import {
  at,
  clock,
  date,
  governance,
  NAMNDEN,
  operator,
  SORMLAND,
  secretary,
  VASTMANLAND,
  withSwitch,
} from '#support/world.ts';

const rowsOn = (file: Governance, day: string) => governanceOn(file, date(day));

describe('minutes for a stage are held against the mandate of the day of the meeting (laws 2 and 6)', () => {
  const body = (kind: 'initiate' | 'award' | 'extend', day: string, more: object = {}): Step =>
    does(secretary, {
      do: 'register-stage-decision',
      kind,
      body: NAMNDEN,
      revision: 1,
      date: date(day),
      paragraph: '§ 9',
      registryNumber: 'IN 2026-9',
      texts: {},
      ...more,
    } as CaseCommand);
  const board = (kind: 'initiate' | 'award' | 'extend') => ({
    ...kindRow('board', kind),
    holder: { kind: 'body' as const, body: NAMNDEN },
  });

  it('a body that has ceased registers what it decided in time, and it stands', () => {
    const file: Governance = {
      ...withSwitch('decided'),
      mandates: [board('initiate'), ...initiating().mandates],
      bodies: [...withSwitch('decided').bodies, ...initiating().bodies],
    };
    const after = rowsOn(file, '2027-01-04');
    const story: Story = {
      ...told(rowsOn(file, '2026-11-24'), imported),
      now: at('2027-01-04 09:00'),
    };
    const missing = (one: Story) =>
      missingDecisions(one.state as KnownCase, after, dateOf(one.now), 'initiate').length;
    expect(missing(story)).toBe(2);
    expect(missing(told(after, story, body('initiate', '2026-12-16')))).toBe(0);
    expect(refusal(story, body('initiate', '2027-01-04'), after)).toBe('no-mandate');
    // What the matter has become since is the successors' to decide.
    const revised = told(after, story, does(operator, { do: 'import', item: textiles }));
    expect(refusal(revised, body('initiate', '2026-12-16', { revision: 2 }), after)).toBe(
      'decided-before-matter',
    );
  });

  it('a decision from before the row that gives the mandate is refused', () => {
    const rules = initiating();
    const later = {
      ...rules,
      mandates: rules.mandates.map((row) =>
        row.id === 'i-rf' ? { ...row, validFrom: date('2026-11-01') } : row,
      ),
    };
    const large = told(later, nothing, does(operator, { do: 'import', item: textiles }));
    const prepared = { preparation: { date: date('2026-10-01'), paragraph: '§ 1' } };
    expect(refusal(large, assemblyDecides({ date: date('2026-10-31'), ...prepared }), later)).toBe(
      'no-mandate-that-day',
    );
    expect(refusal(large, assemblyDecides({ date: date('2026-11-01'), ...prepared }), later)).toBe('allowed');
  });

  it('an award is not decided before the advertising, nor by the minutes of the one that a court set aside', () => {
    const rules = { ...governance, mandates: [board('award')] };
    const evaluated = told(rules, locked, ...LIFE.slice(0, 2));
    expect(refusal(evaluated, body('award', '2027-01-10'), rules)).toBe('decided-before-matter');
    const anew = told(
      rules,
      { ...evaluated, now: at('2027-02-16 12:00') },
      body('award', '2027-02-16'),
      ...LIFE.slice(2, 4),
      advances({ to: 'appealed', date: date('2027-03-05'), court: 'FR' }, { when: at('2027-03-05 09:00') }),
      advances(
        { to: 'appeal-settled', date: date('2027-05-05'), outcome: 'evaluate-again' },
        { when: at('2027-05-05 12:00') },
      ),
    );
    expect(refusal(anew, body('award', '2027-02-16'), rules)).toBe('decided-before-matter');
    expect(refusal(anew, body('award', '2027-05-05'), rules)).toBe('allowed');
  });

  it('the same minutes are one decision: a second extension on the same day has its own paragraph', () => {
    const rules = { ...governance, mandates: [board('extend')] };
    const signed = { ...until('contract'), now: at('2028-01-10 09:00') };
    const extended = (day: string) => advances({ to: 'extended', until: date(day) });
    const once = told(rules, signed, body('extend', '2028-01-10'), extended('2030-03-31'));
    expect(refusal(once, body('extend', '2028-01-10'), rules)).toBe('minutes-on-file');
    expect(refusal(once, body('extend', '2028-01-10', { paragraph: '§ 10' }), rules)).toBe('allowed');
    expect(refusal(tell(signed), body('extend', '2027-03-15'), rules)).toBe('decided-before-matter');
  });
});

describe('minutes of a case on the ladder are held against the day of the meeting too (law 2)', () => {
  const row: MandateRow = {
    id: 'board',
    validFrom: date('2026-11-25'),
    status: 'decided',
    kinds: ['coordinate', 'deviate', 'postpone'],
    actsFor: [SORMLAND, VASTMANLAND],
    valueBasis: 'total',
    holder: { kind: 'body', body: NAMNDEN },
  } as MandateRow;
  const file: Governance = { ...governance, mandates: [row] };
  const rows = rowsOn(file, '2026-11-30');
  const ready: Story = {
    ...told(rows, { ...objected, now: at('2026-11-24 09:00') }, lift(), ...bothApprove()),
    now: at('2026-11-30 09:00'),
  };
  const minutes = (day: string, more: object = {}): Step =>
    does(secretary, {
      do: 'register-decision',
      body: NAMNDEN,
      revision: 1,
      outcome: 'coordinate',
      date: date(day),
      paragraph: '§ 9',
      registryNumber: 'IN 2026-9',
      texts: {},
      ...more,
    } as CaseCommand);

  it('of a day before the case came to the decision, or before the row gave the mandate, they are refused', () => {
    expect(refusal(ready, minutes('2026-11-23'), rows)).toBe('decided-before-matter');
    expect(refusal(ready, minutes('2026-11-24'), rows)).toBe('no-mandate-that-day');
    expect(refusal(ready, minutes('2026-11-25'), rows)).toBe('allowed');
  });
  it('and they are not adjusted before the meeting', () => {
    const adjusted = (day: string) => minutes('2026-11-26', { adjusted: date(day) });
    expect(refusal(ready, adjusted('2026-11-25'), rows)).toBe('adjusted-before-meeting');
    expect(refusal(ready, adjusted('2026-11-26'), rows)).toBe('allowed');
  });

  describe('of a body that has ceased since they stand, registered by its last secretary (laws 2 and 6)', () => {
    const successor = bodyId('regionstyrelsen-vastmanland');
    const ended: Governance = {
      ...file,
      bodies: [
        ...governance.bodies.map((one) =>
          one.body === NAMNDEN ? { ...one, validTo: date('2026-12-01') } : one,
        ),
        {
          id: 'b-after',
          validFrom: date('2026-12-02'),
          status: 'decided',
          body: successor,
          name: { sv: 'Regionstyrelsen', en: 'the Board' },
          secretary: vSecretary.id,
        },
      ],
      mandates: [
        { ...row, validTo: date('2026-12-01') },
        {
          ...row,
          id: 'after',
          validFrom: date('2026-12-02'),
          holder: { kind: 'body', body: successor },
        },
      ],
    };
    const after = rowsOn(ended, '2026-12-03');
    const ceased = told(after, ready, { by: clock, command: { do: 'tick' }, at: at('2026-12-03 09:00') });

    it.each<[string, Step, string]>([
      ['of a day when it had the mandate', minutes('2026-12-01'), 'allowed'],
      ['not of the day after', minutes('2026-12-02'), 'no-mandate'],
      ['not of a day to come', minutes('2026-12-04'), 'no-mandate'],
      ['not of a day before its row', minutes('2026-11-24'), 'no-mandate'],
      ['not by the successor’s secretary', { ...minutes('2026-12-01'), by: vSecretary }, 'no-mandate'],
      ['not on an old card', minutes('2026-12-01', { revision: 2 }), 'old-card'],
      ['not without their paragraph', minutes('2026-12-01', { paragraph: ' ' }), 'text-missing'],
      [
        'and the successor decides by its own',
        { ...minutes('2026-12-03', { body: successor }), by: vSecretary },
        'allowed',
      ],
    ])('%s', (_, step, code) => {
      expect(refusal(ceased, step, after)).toBe(code);
    });

    it('under the row of that day, in the place of those that have followed it, and the case is closed', () => {
      const done = told(after, ceased, minutes('2026-12-01'));
      expect(done.events.slice(ceased.events.length).map(({ type }) => type)).toEqual([
        'reseated',
        'decided',
        'escalation-closed',
      ]);
      const seats = done.events.findLast(({ type }) => type === 'reseated');
      expect(seats).toMatchObject({ seats: [{ rule: 'board', body: NAMNDEN }], missing: [] });
      expect(done.events.at(-2)).toMatchObject({
        rule: 'board',
        regions: [SORMLAND, VASTMANLAND],
        body: { body: NAMNDEN, date: '2026-12-01' },
      });
      expect(refusal(done, minutes('2026-12-01'), after)).toBe('already-decided');
    });
  });
});
