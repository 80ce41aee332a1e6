import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { mayBeDecided } from '#domain/coordination/deciding/stage-decisions.ts';
import { STAGE_KINDS, type StageKind } from '#domain/coordination/stages.ts';
import { type KnownCase, STATUSES, type Status } from '#domain/coordination/state.ts';
import {
  asked,
  attempt,
  imported,
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
  boardDecides,
  committed,
  decides,
  declaresAnew,
  does,
  initiating,
  kindRow,
  locked,
  RF,
  RS,
  rfSecretary,
  textiles,
  until,
} from '#support/stages.ts';
import {
  at,
  clock,
  date,
  governance,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  sDecider,
  secretary,
  sKirurgi,
  VASTMANLAND,
  vDecider,
} from '#support/world.ts';

/** Each kind of decision, and where an item may be for it to come on file (law 6). */
const WHERE: Readonly<Record<StageKind, readonly Status[]>> = {
  // From the advertising on it is late, and regularises.
  initiate: [
    'new',
    'draft',
    'assessed',
    'asked',
    'committed',
    'partly-committed',
    'escalated',
    'initiated',
    'locked',
    'advertised',
    'evaluation',
    'awarded',
    'standstill',
    'appealed',
    'contract',
    'followed-up',
    'reviewed',
    'closed',
    'postponed',
  ],
  award: ['evaluation'],
  contract: ['awarded', 'standstill', 'appealed'],
  extend: ['contract', 'followed-up', 'reviewed'],
  modify: ['contract', 'followed-up', 'reviewed'],
  cancel: [
    'new',
    'draft',
    'assessed',
    'asked',
    'committed',
    'partly-committed',
    'escalated',
    'initiated',
    'locked',
    'advertised',
    'evaluation',
    'awarded',
    'standstill',
    'appealed',
    'postponed',
  ],
  postpone: ['draft', 'assessed', 'asked', 'committed', 'partly-committed', 'initiated'],
  'join-external': ['draft', 'assessed', 'asked', 'committed', 'partly-committed', 'initiated', 'postponed'],
};

describe('a kind of decision comes on file where its stage is ahead', () => {
  it.each(STAGE_KINDS)('%s', (kind) => {
    const found = STATUSES.filter((status) => mayBeDecided({ status } as KnownCase, kind));
    expect(found.toSorted()).toEqual([...WHERE[kind]].toSorted());
  });
});

const rules = initiating();
const asks = (kind: StageKind = 'initiate', by: Step['by'] = officer): Step =>
  does(by, { do: 'ask-stage-decision', kind });
const events = (story: Story, step: Step, by: Governance) => {
  const outcome = attempt(story, step, by);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.events;
};

describe('a decision is asked of whoever may take it', () => {
  const cancelled = tell(imported, advances({ to: 'cancelled' }, { texts: { text: 'Borta' } }));
  const half = told(rules, committed, decides(sDecider, 'initiate'));
  const nobody: Governance = {
    ...rules,
    mandates: [{ ...kindRow('high', 'initiate'), from: 900_000_000 }],
  };
  const oneRegion: Governance = {
    ...rules,
    mandates: [{ ...kindRow('south', 'initiate'), actsFor: [SORMLAND] }],
  };
  it.each<[string, Story, Step, Governance, string]>([
    ['by an officer', committed, asks('initiate', sKirurgi), rules, 'not-allowed'],
    ['by a person', committed, asks('initiate', operator), rules, 'people-only'],
    ['of an item that is there', nothing, asks(), rules, 'unknown-item'],
    ['while it can still be taken', cancelled, asks(), rules, 'not-possible-now'],
    ['where the stage is ahead', committed, asks('award'), rules, 'not-possible-now'],
    ['where rows speak of it', committed, asks('cancel'), rules, 'no-delegation-rows'],
    ['where somebody may', committed, asks(), nobody, 'nobody-may-decide'],
    ['where somebody may for one region at least', committed, asks(), oneRegion, 'allowed'],
    ['while one is missing', half, asks(), rules, 'allowed'],
    [
      'and not once all are there',
      told(rules, half, decides(vDecider, 'initiate')),
      asks(),
      rules,
      'already-decided',
    ],
  ])('%s', (_, story, step, by, code) => {
    expect(refusal(story, step, by)).toBe(code);
  });

  it('once a day: later that day is nothing, the next day reminds', () => {
    const once = told(rules, committed, asks());
    expect(events(once, asks(), rules)).toEqual([]);
    expect(events({ ...once, now: at('2026-11-23 23:00') }, asks(), rules)).toEqual([]);
    expect(events({ ...once, now: at('2026-11-24 08:00') }, asks(), rules)).toHaveLength(1);
  });
});

describe('a delegate decides for a stage, with a reason, on what the card showed', () => {
  const cancelled = tell(imported, advances({ to: 'cancelled' }, { texts: { text: 'Borta' } }));
  const more = (change: object, by: Step['by'] = sDecider): Step =>
    does(by, {
      do: 'decide-stage',
      kind: 'initiate',
      region: SORMLAND,
      revision: 1,
      texts: { text: 'Behov finns' },
      ...change,
    } as CaseCommand);
  it.each<[string, Story, Step, string]>([
    ['not of what is not there', nothing, more({}), 'unknown-item'],
    ['not of what has ended', cancelled, more({}), 'not-possible-now'],
    ['not of another kind', committed, more({ kind: 'award' }), 'not-possible-now'],
    ['not for another region', committed, more({ region: VASTMANLAND }), 'no-mandate'],
    ['not on an old card', committed, more({ revision: 2 }), 'old-card'],
    ['not without a reason', committed, more({ texts: { text: ' ' } }), 'text-missing'],
    ['not by the clock', committed, more({}, clock), 'people-only'],
    ['not by somebody else', committed, more({}, vDecider), 'no-mandate'],
    ['not twice', told(rules, committed, more({})), more({}), 'no-mandate'],
    ['before anybody is asked', imported, more({}), 'allowed'],
    ['while the units are asked', asked, more({}), 'allowed'],
    ['while it is disputed', objected, more({}), 'allowed'],
    ['after the lock', locked, more({}), 'allowed'],
  ])('%s', (_, story, step, code) => {
    expect(refusal(story, step, rules)).toBe(code);
  });

  it('stands under its row and its body, late from the advertising on, and only to initiate', () => {
    const decisionOf = (story: Story, step: Step, by: Governance) => {
      const [event] = events(story, step, by);
      return event?.type === 'stage-decided' ? event.decision : null;
    };
    const base = { rule: 'i-s', ruleVersion: 'test-1', body: RS, regions: [SORMLAND], delegate: sDecider.id };
    expect(decisionOf(committed, more({}), rules)).toMatchObject({ ...base, late: false, revision: 1 });
    expect(decisionOf(locked, more({}), rules)).toMatchObject({ ...base, late: false });
    expect(decisionOf(until('advertised'), more({}), rules)).toMatchObject({ ...base, late: true });
    const extending = { ...governance, mandates: [kindRow('x', 'extend')] };
    const extend = more({ kind: 'extend' });
    const signed = told(extending, until('contract'), declaresAnew(sDecider));
    expect(decisionOf(signed, extend, extending)).toMatchObject({ kind: 'extend', late: false });
  });
});

describe('a body’s decision for a stage is registered by its secretary (KL 5:26–30)', () => {
  const large = told(rules, nothing, does(operator, { do: 'import', item: textiles }));
  const cancelled = told(rules, large, advances({ to: 'cancelled' }, { texts: { text: 'Borta' } }));
  it.each<[string, Story, Step, string]>([
    ['not of what is not there', nothing, assemblyDecides(), 'unknown-item'],
    ['not of what has ended', cancelled, assemblyDecides(), 'not-possible-now'],
    ['not by somebody else', large, assemblyDecides({}, secretary), 'no-mandate'],
    ['not by the command line', large, assemblyDecides({}, operator), 'people-only'],
    ['not of a body that has no part in it', large, assemblyDecides({ body: RS }), 'no-mandate'],
    ['not of a body that nobody knows', large, assemblyDecides({ body: NAMNDEN }, rfSecretary), 'no-mandate'],
    ['not on an old card', large, assemblyDecides({ revision: 2 }), 'old-card'],
    ['not without its paragraph', large, assemblyDecides({ paragraph: ' ' }), 'text-missing'],
    ['not without its number', large, assemblyDecides({ registryNumber: ' ' }), 'text-missing'],
    ['not of a coming day', large, assemblyDecides({ date: date('2026-11-24') }), 'date-in-the-future'],
    ['of today', large, assemblyDecides({ date: date('2026-11-23') }), 'allowed'],
    [
      'not without the board’s paragraph',
      large,
      assemblyDecides({ preparation: { date: date('2026-11-02'), paragraph: ' ' } }),
      'preparation-missing',
    ],
    [
      'not prepared afterwards',
      large,
      assemblyDecides({ preparation: { date: date('2026-11-21'), paragraph: '§ 1' } }),
      'preparation-missing',
    ],
    [
      'prepared on the same day',
      large,
      assemblyDecides({ preparation: { date: date('2026-11-20'), paragraph: '§ 1' } }),
      'allowed',
    ],
    [
      'not with a text too long',
      large,
      assemblyDecides({ texts: { text: 'x'.repeat(2001) } }),
      'text-too-long',
    ],
  ])('%s', (_, story, step, code) => {
    expect(refusal(story, step, rules)).toBe(code);
  });

  it('as it stands in the minutes, without blanks, and the preparation where one is needed', () => {
    const [event] = events(
      large,
      assemblyDecides({ paragraph: ' § 118 ', registryNumber: ' RS 2026-0400 ' }),
      rules,
    );
    expect(event).toMatchObject({
      type: 'stage-decided',
      decision: {
        kind: 'initiate',
        body: RF,
        rule: 'i-rf',
        regions: [SORMLAND],
        date: '2026-11-20',
        paragraph: '§ 118',
        registryNumber: 'RS 2026-0400',
        preparation: { body: RS, date: '2026-11-02', paragraph: '§ 201' },
      },
    });
    const prepared = { date: date('2026-11-02'), paragraph: '§ 201' };
    const board = does(boardDecides.by, { ...boardDecides.command, preparation: prepared } as CaseCommand);
    const [plain] = events(large, board, rules);
    expect(plain).toMatchObject({ decision: { paragraph: '§ 77' } });
    expect(plain).not.toHaveProperty('decision.preparation');
  });
});

describe('who must decide to begin is noted at planning and whenever that changes (law 6)', () => {
  const noted = (story: Story, step: Step) =>
    events(story, step, rules).filter(({ type }) => type === 'authority-noted');
  const imports = (more: object = {}) => does(operator, { do: 'import', item: { ...textiles, ...more } });
  const large = told(rules, nothing, imports());
  it('at the first import, at a change that matters, and as a matter of principle', () => {
    expect(noted(nothing, imports())).toHaveLength(1);
    expect(noted(large, imports({ value: 100_000_000 }))).toHaveLength(1);
    // The same people as before: nothing to note.
    expect(noted(large, imports({ value: 700_000_000 }))).toEqual([]);
    expect(noted(large, imports({ responsible: 'Anna' }))).toEqual([]);
    expect(noted(large, does(officer, { do: 'assess', possible: true, texts: {} }))).toEqual([]);
  });

  it('a partly committed item begins by its decisions as a committed one does', () => {
    const rows = { ...rules, regions: rules.regions };
    const one = told(rows, committed, decides(sDecider, 'initiate'));
    expect(one.state.status).toBe('committed');
    expect(told(rows, one, decides(vDecider, 'initiate')).state.status).toBe('initiated');
  });

  it('after the lock a change of no consequence flags nothing anew', () => {
    const flagged = told(rules, locked, does(clock, { do: 'tick' }));
    expect(flagged.state).toMatchObject({
      flagged: [{ region: SORMLAND }, { region: VASTMANLAND }],
    });
    expect(events(flagged, does(clock, { do: 'tick' }), rules)).toEqual([]);
    const over = told(rules, flagged, advances({ to: 'cancelled' }, { texts: { text: 'Borta' } }));
    expect(events(over, does(clock, { do: 'tick' }), rules)).toEqual([]);
  });
});
