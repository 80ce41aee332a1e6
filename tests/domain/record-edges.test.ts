import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '#domain/coordination/events.ts';
import {
  breakIn,
  brokenAt,
  GENESIS,
  type HistoryEntry,
  hasTexts,
  record,
  strip,
  textsGone,
} from '#domain/record/history.ts';
import { liftings } from '#domain/record/liftings.ts';
import { earlierFault, faultOf } from '#domain/record/verify.ts';
import {
  answers,
  asked,
  bothApprove,
  decides,
  lift,
  noNeed,
  objects,
  START,
  type Story,
  tell,
  yes,
} from '#support/given.ts';
import {
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
  units,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
} from '#support/world.ts';

const told = (story: Pick<Story, 'events'>, role?: string): HistoryEntry[] => {
  let salts = 0;
  return record([], story.events, { ruleVersion: 'r', ...(role ? { role } : {}) }, () => `salt-${salts++}`);
};
const by = 'cli:x';
const imported = (more: object): CaseEvent => ({
  type: 'item-imported',
  at: START,
  by,
  item: { ...beds, ...more },
});
const revised = (more: object): CaseEvent => ({
  type: 'item-revised',
  at: START,
  by,
  item: { ...beds, ...more },
  changed: ['responsible'],
  material: false,
});

describe('names and free texts of a plan stand in the chain as digests', () => {
  it.each([
    ['first imported', imported],
    ['revised', revised],
  ])('of an item that is %s', (_, make) => {
    const [entry] = told({ events: [make({ responsible: 'Anna', description: 'Bord' })] });
    if (!entry) throw new Error('no entry');
    expect(Object.keys(entry.digests).sort()).toEqual(['item.description', 'item.responsible']);
    expect(hasTexts(entry)).toBe(true);
    const other = { ...entry, event: make({ responsible: 'Bo', description: 'Bord' }) };
    expect(breakIn([other])).toEqual({ entry: 1, why: 'text' });
    const bare = strip(entry);
    expect(bare.salt).toBe('');
    expect(JSON.stringify(bare)).not.toMatch(/Anna|Bord"/);
    expect([hasTexts(bare), textsGone(bare), textsGone(entry)]).toEqual([false, true, false]);
    expect(brokenAt([bare])).toBeNull();
  });

  it('an item without them, and an event of another kind, has none', () => {
    const [item, assessed] = told({
      events: [imported({}), { type: 'assessed', at: START, by, possible: true }],
    });
    expect([item, assessed].map((entry) => entry && [Object.keys(entry.digests), hasTexts(entry)])).toEqual([
      [[], false],
      [[], false],
    ]);
  });

  it('the first entry follows from nothing, and the role is part of what is hashed', () => {
    const [first] = told(asked, 'officer');
    expect(first?.prev).toBe(GENESIS);
    expect(GENESIS).toBe('0'.repeat(64));
    if (!first) throw new Error('no entry');
    expect(first.role).toBe('officer');
    expect(brokenAt([{ ...first, role: 'registrar' }])).toBe(1);
    const { role: _, ...without } = first;
    expect(brokenAt([without])).toBe(1);
  });

  it('an entry is in its place by number and by the hash before it', () => {
    const [first, second] = told(asked);
    if (!first || !second) throw new Error('too short');
    expect(brokenAt([{ ...first, seq: 2 }])).toBe(1);
    expect(brokenAt([first, { ...second, prev: GENESIS }])).toBe(2);
    expect(brokenAt([])).toBeNull();
  });
});

describe('what the audit finds', () => {
  const history = told(asked);
  const last = history.at(-1);
  const head = { seq: last?.seq ?? 0, hash: last?.hash ?? '' };

  it('nothing in a whole record, with its head or without', () => {
    expect(faultOf(asked.state, history)).toBeNull();
    expect(faultOf(asked.state, history, head)).toBeNull();
  });

  it('an end that is missing, a head that is another, a state that does not follow', () => {
    expect(faultOf(asked.state, history.slice(0, -1), head)).toEqual({ entry: history.length, why: 'end' });
    expect(faultOf(asked.state, history, { ...head, hash: GENESIS })).toEqual({
      entry: history.length,
      why: 'chain',
    });
    expect(faultOf(asked.state, history, { seq: 1, hash: GENESIS })).toEqual({
      entry: history.length,
      why: 'chain',
    });
    expect(faultOf(tell(asked, yes(sKirurgi)).state, history)).toEqual({ entry: null, why: 'state' });
    // A record that could not have happened is a fault, not a crash.
    const impossible = record([], asked.events.slice(1), { ruleVersion: 'r' }, () => 's');
    expect(faultOf(asked.state, impossible)).toEqual({ entry: null, why: 'state' });
  });

  it('a text that is gone without a decision on gallring', () => {
    const worded = tell(asked, objects(vKirurgi));
    const whole = told(worded);
    const at = whole.findIndex(hasTexts);
    const stripped = whole.map((entry, i) => (i === at ? strip(entry) : entry));
    expect(faultOf(worded.state, stripped)).toEqual({ entry: at + 1, why: 'text-missing' });
  });

  it('another record than the one that was exported, or a shorter one', () => {
    const heads = history.map(({ seq, hash }) => ({ seq, hash }));
    expect(earlierFault(history, heads)).toBeNull();
    expect(earlierFault(history, [])).toBeNull();
    expect(earlierFault(history, [{ seq: 1, hash: GENESIS }])).toEqual({ entry: 1, why: 'earlier' });
    const last = { seq: history.length, hash: GENESIS };
    expect(earlierFault(history, [last])).toEqual({ entry: history.length, why: 'earlier' });
    expect(earlierFault(history.slice(0, 1), heads)).toEqual({ entry: 2, why: 'end' });
  });
});

describe('an objection comes to the other authority when its case is lifted while it stands', () => {
  const escalate = { by: officer, command: { do: 'escalate', proposal: 'coordinate', texts: {} } } as const;
  const objected = tell(asked, objects(vKirurgi));
  const lifted = (story: Story): number[] => [...liftings(told(story)).keys()];
  const seqOf = (story: Story, type: CaseEvent['type']) =>
    story.events.findIndex((event) => event.type === type) + 1;

  it('not in the dialogue; by the climb, with its time', () => {
    expect(lifted(objected)).toEqual([]);
    const up = tell(objected, { ...escalate, at: at('2026-11-25 10:00') });
    expect([...liftings(told(up))]).toEqual([
      [seqOf(up, 'answered'), { seq: seqOf(up, 'climbed'), at: at('2026-11-25 10:00') }],
    ]);
  });

  it('at once where the case is above already, and only once each', () => {
    const up = tell(objected, escalate, objects(vAnestesi));
    expect(lifted(up)).toHaveLength(2);
    expect(liftings(told(up)).get(up.events.length)).toMatchObject({ seq: up.events.length });
  });

  it('not one that was answered otherwise, asked anew or solved before', () => {
    const withdrawn = tell(objected, yes(vKirurgi));
    expect(lifted(withdrawn)).toEqual([]);
    const both = tell(objected, objects(sAkut));
    const again = tell(both, {
      by: officer,
      command: { do: 'ask-again', unit: units.vKirurgi, deadline: at('2026-12-11 10:00'), texts: {} },
    });
    expect(lifted(tell(again, escalate))).toHaveLength(1);
    const proposed = tell(both, {
      by: officer,
      command: { do: 'propose-solution', unit: units.vKirurgi, solution: 'lots', texts: { text: 'Delar' } },
    });
    const reply = (accept: boolean) =>
      tell(proposed, {
        by: vKirurgi,
        command: { do: 'answer-solution', unit: units.vKirurgi, accept, texts: { text: 'Svar' } },
      });
    expect(lifted(tell(reply(true), escalate))).toHaveLength(1);
    expect(lifted(tell(reply(false), escalate))).toHaveLength(2);
  });

  it('not one that a revision made stale; a correction leaves it standing', () => {
    const change = (item: object) =>
      tell(objected, objects(sAkut), { by: operator, command: { do: 'import', item: { ...beds, ...item } } });
    const material = tell(
      change({ value: 5_000_000 }),
      answers(sAkut, { kind: 'objection', reason: 'other' }, { text: 'Nej' }, units.sAkut, 2),
      escalate,
    );
    expect(lifted(material)).toHaveLength(1);
    expect(lifted(tell(change({ responsible: 'Bo' }), escalate))).toHaveLength(2);
  });

  it('not one that is said again once it was decided over: it opens nothing, and nobody else reads it', () => {
    const decided = tell(
      objected,
      yes(sAkut),
      yes(sKirurgi),
      yes(vAnestesi),
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    const first = seqOf(decided, 'answered');
    expect(lifted(decided)).toEqual([first]);
    const again = tell(
      decided,
      answers(
        vKirurgi,
        { kind: 'objection', reason: 'existing-contract' },
        { text: 'Avtalet gäller', evidence: 'Avtal 2023-114' },
      ),
    );
    expect(again.events.at(-1)).toMatchObject({ type: 'answered', stands: true });
    expect(lifted(again)).toEqual([first]);
  });

  it('not one of an earlier round, nor one of a new round by what was lifted in the earlier', () => {
    const round = asked.events.at(-1);
    if (round?.type !== 'round-opened') throw new Error('no round');
    const anew: CaseEvent = { ...round, at: at('2027-01-11 09:00'), number: 2 };
    const silence: CaseEvent = {
      type: 'escalation-opened',
      at: at('2027-02-01 09:00'),
      by,
      cause: 'no-answer',
      level: 'managers',
      due: null,
    };
    expect(lifted({ ...objected, events: [...objected.events, anew, silence] })).toEqual([]);
    expect(lifted({ ...objected, events: [...objected.events, silence] })).toEqual([
      seqOf(objected, 'answered'),
    ]);
    const up = tell(objected, escalate);
    const objection = objected.events[seqOf(objected, 'answered') - 1] as CaseEvent;
    expect(lifted({ ...up, events: [...up.events, anew, objection] })).toEqual([seqOf(up, 'answered')]);
  });

  it('by the silence of another unit, which opens the case with the managers', () => {
    const silent = tell(
      asked,
      noNeed(sKirurgi),
      { by: clock, command: { do: 'tick' }, at: at('2026-12-07 10:00') },
      objects(vKirurgi),
    );
    expect(lifted(silent)).toEqual([silent.events.length]);
    expect(date('2026-12-07')).toBe('2026-12-07');
  });
});
