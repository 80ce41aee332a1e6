import { describe, expect, it } from 'vitest';
import { endOfDay } from '#domain/shared/calendar.ts';
import { itemId } from '#domain/shared/ids.ts';
import {
  asked,
  attempt,
  bothApprove,
  DEADLINE,
  decides,
  imported,
  lift,
  noNeed,
  nothing,
  objected,
  refusal,
  START,
  type Step,
  type Story,
  tell,
  told,
  yes,
} from '#support/given.ts';
import {
  advances,
  does as by,
  committed,
  decides as decidesStage,
  initiating,
  locked,
  until,
} from '#support/stages.ts';
import {
  asks,
  at,
  beds,
  clock,
  date,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
} from '#support/world.ts';

const imports = (more: object = {}, actor: Step['by'] = officer) =>
  by(actor, { do: 'import', item: { ...beds, ...more } });
const assesses = (possible: boolean, texts: Record<string, string> = {}, actor: Step['by'] = officer) =>
  by(actor, { do: 'assess', possible, texts });
const together = (possible: boolean, texts: Record<string, string> = {}, actor: Step['by'] = officer) =>
  by(actor, { do: 'assess-together', others: [itemId('MT1')], possible, texts });
const opens = (more: object = {}, actor: Step['by'] = officer) =>
  by(actor, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks, ...more });
const events = (story: Story, step: Step) => {
  const outcome = attempt(story, step);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.events;
};
const postponed = tell(
  objected,
  lift('postpone'),
  ...bothApprove(),
  decides(sDecider, SORMLAND, 'postpone'),
  decides(vDecider, VASTMANLAND, 'postpone'),
);
const partly = [yes(sAkut), yes(sKirurgi), noNeed(vAnestesi), noNeed(vKirurgi)];
const begun = told(
  initiating(),
  committed,
  decidesStage(sDecider, 'initiate'),
  decidesStage(vDecider, 'initiate'),
);
const LONG = { text: 'x'.repeat(2001) };

describe('who does what to a planned item (law 2)', () => {
  it.each<[string, Story, (actor: Step['by']) => Step]>([
    ['a plan row', imported, (actor) => imports({ value: 1 }, actor)],
    ['a round', imported, (actor) => opens({}, actor)],
  ])("%s comes by an officer or the command line, and by nobody's clock", (_, story, step) => {
    expect(refusal(story, step(officer))).toBe('allowed');
    expect(refusal(story, step(operator))).toBe('allowed');
    expect(refusal(story, step(clock))).toBe('not-allowed');
    expect(attempt(story, step(sKirurgi))).toMatchObject({
      error: { code: 'not-allowed', params: { role: 'officer' } },
    });
  });

  it.each<[string, (actor: Step['by']) => Step]>([
    ['an assessment', (actor) => assesses(true, {}, actor)],
    ['an assessment of several together', (actor) => together(true, {}, actor)],
    ['a matter of principle', (actor) => by(actor, { do: 'set-principle', principle: true })],
  ])("%s is a named officer's", (_, step) => {
    expect(refusal(imported, step(officer))).toBe('allowed');
    expect(attempt(imported, step(sKirurgi))).toMatchObject({
      error: { code: 'not-allowed', params: { role: 'officer' } },
    });
    expect(refusal(imported, step(operator))).toBe('people-only');
    expect(refusal(nothing, step(officer))).toBe('unknown-item');
  });
});

describe('an assessment', () => {
  it.each<[string, Story, Step, string]>([
    ['that it is possible needs no words', imported, assesses(true), 'allowed'],
    ['that it is not needs them', imported, assesses(false, { text: ' ' }), 'text-missing'],
    ['with them', imported, assesses(false, { text: 'Egen avdelning' }), 'allowed'],
    ['too long', imported, assesses(true, LONG), 'text-too-long'],
    ['once the units are asked', asked, assesses(true), 'not-possible-now'],
    [
      'once it is over',
      tell(imported, advances({ to: 'cancelled' }, { texts: { text: 'Behovet är borta' } })),
      assesses(true),
      'not-possible-now',
    ],
    ['of several together: a no needs words', imported, together(false), 'text-missing'],
    ['of several together, too long', imported, together(true, LONG), 'text-too-long'],
    ['of several together, while asked', asked, together(true), 'allowed'],
  ])('%s', (_, story, step, code) => {
    expect(refusal(story, step)).toBe(code);
  });

  it('of an item with itself says nothing, and the same words with blanks are the same', () => {
    const itself = by(officer, { do: 'assess-together', others: [beds.id], possible: true, texts: {} });
    expect(events(imported, itself)).toEqual([]);
    const no = tell(imported, together(false, { text: 'Olika fabrikat' }));
    expect(events(no, together(false, { text: ' Olika fabrikat ' }))).toEqual([]);
    expect(events(no, together(false, { text: 'Annat' }))).toHaveLength(1);
    expect(events(no, together(true))).toHaveLength(1);
    const twice = by(officer, {
      do: 'assess-together',
      others: [itemId('MT1'), itemId('MT1'), itemId('MT2'), beds.id],
      possible: true,
      texts: {},
    });
    expect(events(imported, twice)).toMatchObject([{ others: ['MT1', 'MT2'] }]);
  });
});

describe('a round is opened of what nobody is asked about yet, or what was postponed', () => {
  it.each<[string, Story, string]>([
    ['an item that is not there', nothing, 'unknown-item'],
    ['a draft', imported, 'allowed'],
    ['an assessed item', tell(imported, assesses(true)), 'allowed'],
    ['a postponed item', postponed, 'allowed'],
    ['an asked item', asked, 'round-already-open'],
    ['an escalated item', objected, 'round-already-open'],
    ['a committed item', committed, 'round-already-open'],
    ['a partly committed item', tell(asked, ...partly), 'round-already-open'],
    ['an initiated item', begun, 'round-already-open'],
    ['a locked item', locked, 'item-locked'],
    ['an advertised item', until('advertised'), 'item-locked'],
    [
      'an item that was not possible to coordinate',
      tell(imported, assesses(false, { text: 'Nej' })),
      'not-possible-now',
    ],
  ])('%s: %s', (_, story, code) => {
    expect(refusal(story, opens())).toBe(code);
  });

  it.each<[string, object, string]>([
    ['nobody to ask', { units: [] }, 'nobody-to-ask'],
    ['a deadline that is now', { deadline: START }, 'deadline-in-the-past'],
    ['one a minute ahead', { deadline: at('2026-11-23 09:01') }, 'allowed'],
  ])('%s', (_, more, code) => {
    expect(refusal(imported, opens(more))).toBe(code);
  });

  it('asking about a draft assesses it; an assessed one is not assessed twice; a later round has its number', () => {
    expect(events(imported, opens()).map(({ type }) => type)).toEqual(['assessed', 'round-opened']);
    expect(events(tell(imported, assesses(true)), opens())).toMatchObject([
      { type: 'round-opened', number: 1 },
    ]);
    expect(events(postponed, opens())).toMatchObject([{ type: 'round-opened', number: 2 }]);
  });
});

describe('a changed plan row asks again only whom it can still concern (law 3)', () => {
  const dearer = imports({ value: 5_000_000 });
  const late = { ...tell(asked, yes(sAkut)), now: at('2026-12-03 10:00') };
  it.each<[string, Story, Step, object | string]>([
    ['the same row', tell(asked, yes(sAkut)), imports(), 'nothing'],
    ['while nobody has answered', asked, dearer, { material: true, changed: ['value'] }],
    [
      'long before the deadline: it stays',
      tell(asked, yes(sAkut)),
      dearer,
      { material: true, askAgainBy: DEADLINE },
    ],
    ['shortly before it: five working days', late, dearer, { askAgainBy: endOfDay(date('2026-12-10')) }],
    ['not material', tell(asked, yes(sAkut)), imports({ responsible: 'Anna' }), { material: false }],
    ['postponed: asked for once it comes back', postponed, dearer, { material: true, askAgainBy: DEADLINE }],
  ])('%s', (_, story, step, wanted) => {
    const [event] = events(story, step);
    if (wanted === 'nothing') expect(event).toBeUndefined();
    else expect(event).toMatchObject({ type: 'item-revised', ...(wanted as object) });
    if (typeof wanted === 'object' && !('askAgainBy' in wanted)) {
      expect(event).not.toHaveProperty('askAgainBy');
    }
  });

  it('is refused after the lock, unless it changes nothing that was agreed', () => {
    expect(refusal(locked, dearer)).toBe('item-locked');
    expect(refusal(locked, imports({ responsible: 'Anna' }))).toBe('allowed');
    expect(events(locked, imports({ responsible: 'Anna' }))[0]).not.toHaveProperty('askAgainBy');
  });
});

describe('the lock and what stands before it (laws 5, 6)', () => {
  const files = (more: object = {}, actor: Step['by'] = officer) =>
    by(actor, {
      do: 'file-authorisation',
      region: SORMLAND,
      date: date('2026-11-20'),
      reference: 'RS 2026-9',
      ...more,
    });
  it.each<[string, Story, Step, string]>([
    ['an authorisation by somebody else', committed, files({}, sKirurgi), 'not-allowed'],
    ['before anybody is asked', imported, files(), 'not-possible-now'],
    ['after the lock', locked, files(), 'item-locked'],
    ['of the lead region', committed, files({ region: VASTMANLAND }), 'authorisation-not-needed'],
    ['without its number', committed, files({ reference: ' ' }), 'text-missing'],
    ['of a coming day', committed, files({ date: date('2026-11-24') }), 'stage-date-in-the-future'],
    ['of today', committed, files({ date: date('2026-11-23') }), 'allowed'],
    ['corrected', tell(committed, files()), files({ reference: 'RS 2026-10' }), 'allowed'],
    [
      'of what has ended',
      tell(committed, advances({ to: 'cancelled' }, { texts: { text: 'Borta' } })),
      files(),
      'not-possible-now',
    ],
  ])('%s: %s', (_, story, step, code) => {
    expect(refusal(story, step)).toBe(code);
  });

  it('the same authorisation again is nothing, blanks or not; another day or number is news', () => {
    const once = tell(committed, files());
    expect(events(once, files({ reference: ' RS 2026-9 ' }))).toEqual([]);
    expect(events(once, files({ date: date('2026-11-19') }))).toHaveLength(1);
    expect(events(committed, files({ reference: ' RS 2026-9 ' }))).toMatchObject([
      { region: SORMLAND, reference: 'RS 2026-9' },
    ]);
  });

  it.each<[string, Story, boolean, string | number]>([
    ['of what is so already', tell(imported, by(officer, { do: 'set-principle', principle: true })), true, 0],
    ['taken back', tell(imported, by(officer, { do: 'set-principle', principle: true })), false, 1],
    ['of what never was', imported, false, 0],
    ['after the lock', locked, true, 'item-locked'],
    [
      'of what has ended',
      tell(imported, advances({ to: 'cancelled' }, { texts: { text: 'Borta' } })),
      true,
      'item-locked',
    ],
  ])('a matter of principle %s', (_, story, principle, wanted) => {
    const outcome = attempt(story, by(officer, { do: 'set-principle', principle }));
    expect(
      outcome.ok
        ? outcome.value.events.filter(({ type }) => type === 'principle-set').length
        : outcome.error.code,
    ).toBe(wanted);
  });

  it('locking again, or what is not agreed, is refused', () => {
    expect(refusal(asked, by(officer, { do: 'lock' }))).toBe('not-ready-to-lock');
    expect(refusal(imported, by(officer, { do: 'lock' }))).toBe('not-ready-to-lock');
    expect(refusal(locked, by(officer, { do: 'lock' }))).toBe('item-locked');
    expect(refusal(until('advertised'), by(officer, { do: 'lock' }))).toBe('item-locked');
    expect(refusal(nothing, by(officer, { do: 'lock' }))).toBe('unknown-item');
    expect(refusal(committed, by(sKirurgi, { do: 'lock' }))).toBe('not-allowed');
  });
});

describe('the number of tenders is a named evaluator’s to note, once the time for them is out', () => {
  const notes = (received: number, approved: number, actor: Step['by'] = officer): Step =>
    by(actor, { do: 'note-tenders', received, approved });
  const said = tell(until('evaluation'), by(officer, { do: 'declare-conflict', conflict: false }));
  it.each<[string, Story, Step, string]>([
    ['while tenders may still come', until('advertised'), notes(5, 4), 'not-possible-now'],
    ['before advertising', locked, notes(5, 4), 'not-possible-now'],
    ['by somebody who is no evaluator', said, notes(5, 4, sAkut), 'not-an-evaluator'],
    ['by the command line', said, notes(5, 4, operator), 'people-only'],
    ['before a word on conflicts', until('evaluation'), notes(5, 4), 'declare-conflict-first'],
    ['more approved than came', said, notes(4, 5), 'number-unreadable'],
    ['fewer than none', said, notes(4, -1), 'number-unreadable'],
    ['half a tender', said, notes(4.5, 4), 'number-unreadable'],
    ['half an approved one', said, notes(5, 4.5), 'number-unreadable'],
    ['none at all', said, notes(0, 0), 'allowed'],
    ['all approved', said, notes(5, 5), 'allowed'],
  ])('%s: %s', (_, story, step, code) => {
    expect(refusal(story, step)).toBe(code);
  });

  it('the same again is nothing; either number changed is news', () => {
    const noted = tell(said, notes(5, 4));
    expect(events(noted, notes(5, 4))).toEqual([]);
    expect(events(noted, notes(6, 4))).toHaveLength(1);
    expect(events(noted, notes(5, 3))).toHaveLength(1);
  });
});

describe('documentation is completed once, by an officer, when something is to be documented (law 7)', () => {
  const completes = (actor: Step['by'] = officer) => by(actor, { do: 'complete-documentation' });
  const leaves = advances({ to: 'cancelled' }, { texts: { text: 'Borta' } });
  const cancelled = tell(until('advertised'), leaves);
  it('and not before there is a contract, or a cancellation of what was advertised', () => {
    expect(refusal(until('awarded'), completes())).toBe('not-possible-now');
    expect(refusal(tell(committed, leaves), completes())).toBe('not-possible-now');
    expect(refusal(cancelled, completes(sKirurgi))).toBe('not-allowed');
    expect(events(cancelled, completes())).toHaveLength(1);
    expect(events(tell(cancelled, completes()), completes())).toEqual([]);
  });
});
