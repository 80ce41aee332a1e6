import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { decide } from '#domain/coordination/decide.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { initialState } from '#domain/coordination/state.ts';
import { brokenAt, type HistoryEntry, record } from '#domain/record/history.ts';
import { instantOf, millisecondsOf } from '#domain/shared/calendar.ts';
import { asked, DEADLINE, objects, START, tell, yes } from '#support/given.ts';
import {
  asks,
  beds,
  clock,
  governance,
  officer,
  operator,
  SORMLAND,
  sDecider,
  sKirurgi,
  sMember,
  units,
  VASTMANLAND,
  vDecider,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const salted = (events: readonly CaseEvent[]): HistoryEntry[] => {
  let n = 0;
  return record([], events, { ruleVersion: 'test-1' }, () => `salt-${n++}`);
};
const story = tell(asked, yes(sKirurgi, 100), objects(vKirurgi));
const history = salted(story.events);

describe('the record', () => {
  it('is one chain, also when it grows commit by commit', () => {
    expect(brokenAt(history)).toBeNull();
    const more = record(
      history,
      tell(story, yes(vKirurgi)).events.slice(-2),
      { ruleVersion: 'x' },
      () => 's',
    );
    expect(brokenAt([...history, ...more])).toBeNull();
  });

  it('shows where a fact was changed, an entry removed, or two exchanged', () => {
    const at = history.findIndex((entry) => entry.event.type === 'answered');
    const forged = history.map((entry, i) =>
      i === at ? { ...entry, event: { ...entry.event, by: vMember.id } } : entry,
    );
    expect(brokenAt(forged)).toBe(at + 1);
    expect(brokenAt(history.toSpliced(1, 1))).toBe(2);
    const [first, second, ...rest] = history;
    if (!first || !second) throw new Error('too short');
    expect(brokenAt([second, first, ...rest])).toBe(1);
  });

  it('shows a changed text, but survives that a text is lawfully removed', () => {
    const changed = (texts: Record<string, string>) =>
      history.map((entry) =>
        entry.event.type === 'answered' && entry.event.unit === units.vKirurgi
          ? { ...entry, event: { ...entry.event, texts } }
          : entry,
      );
    expect(brokenAt(changed({ text: 'Något annat' }))).not.toBeNull();
    expect(brokenAt(changed({}))).toBeNull();
  });

  it('names people by id only and keeps free text out of what is hashed', () => {
    const one = salted([
      { type: 'item-imported', at: START, by: 'cli:x', item: { ...beds, responsible: 'Anna Ek' } },
    ]);
    const [entry] = one;
    if (entry?.event.type !== 'item-imported') throw new Error('no entry');
    const { responsible: _, ...item } = entry.event.item;
    expect(brokenAt([{ ...entry, event: { ...entry.event, item } }])).toBeNull();
  });
});

const actors = [operator, clock, officer, sKirurgi, vKirurgi, sMember, vMember, sDecider, vDecider];
const command = fc.oneof(
  fc.record({
    do: fc.constant('import'),
    item: fc.constantFrom(beds, { ...beds, value: 12_000_000 }, { ...beds, title: 'Nya bord' }),
  }),
  fc.record({
    do: fc.constant('open-round'),
    owner: fc.constant(officer.id),
    deadline: fc.constant(DEADLINE),
    units: fc.constant(asks),
  }),
  fc.record({
    do: fc.constant('answer'),
    unit: fc.constantFrom(...Object.values(units)),
    round: fc.constantFrom(1, 2),
    revision: fc.constantFrom(1, 2, 3),
    answer: fc.constantFrom(
      { kind: 'yes', commitment: { binding: 'estimate' } },
      { kind: 'no-need' },
      { kind: 'objection', reason: 'other' },
    ),
    texts: fc.constantFrom({}, { text: 'x' }),
  }),
  fc.record({
    do: fc.constant('propose-solution'),
    unit: fc.constant(units.vKirurgi),
    solution: fc.constant('lots'),
    texts: fc.constant({ text: 'x' }),
  }),
  fc.record({
    do: fc.constant('answer-solution'),
    unit: fc.constant(units.vKirurgi),
    accept: fc.boolean(),
    texts: fc.constant({ text: 'x' }),
  }),
  fc.record({
    do: fc.constant('ask-again'),
    unit: fc.constantFrom(...Object.values(units)),
    deadline: fc.constant(DEADLINE),
    texts: fc.constant({}),
  }),
  fc.record({
    do: fc.constant('escalate'),
    proposal: fc.constantFrom('coordinate', 'deviate'),
    texts: fc.constant({}),
  }),
  fc.record({ do: fc.constant('declare-conflict'), conflict: fc.boolean() }),
  fc.record({
    do: fc.constant('take-position'),
    revision: fc.constantFrom(1, 2),
    stance: fc.constantFrom('approve', 'reject'),
    texts: fc.constant({ reason: 'x' }),
  }),
  fc.record({
    do: fc.constant('decide'),
    region: fc.constantFrom(SORMLAND, VASTMANLAND),
    revision: fc.constantFrom(1, 2),
    outcome: fc.constantFrom('coordinate', 'deviate', 'postpone'),
    texts: fc.constant({ text: 'x' }),
  }),
  fc.record({ do: fc.constantFrom('close-escalation', 'lock', 'tick') }),
) as fc.Arbitrary<CaseCommand>;

describe('decide and evolve, over thousands of random stories', () => {
  it('agree: the state is the replay of the events, whatever was tried, and nobody decides but a person', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(command, fc.constantFrom(...actors), fc.integer({ min: 0, max: 4 })), {
          maxLength: 40,
        }),
        (steps) => {
          let state = initialState();
          let now = millisecondsOf(START);
          const events: CaseEvent[] = [];
          for (const [one, actor, days] of steps) {
            now += days * 86_400_000;
            const outcome = decide(state, one, { now: instantOf(now), actor, governance });
            if (!outcome.ok) continue;
            state = outcome.value.state;
            events.push(...outcome.value.events);
          }
          expect(replay(events)).toEqual(state);
          expect(brokenAt(salted(events))).toBeNull();
          const human = ['answered', 'position-taken', 'decided', 'solution-answered', 'conflict-declared'];
          for (const event of events) {
            if (human.includes(event.type)) expect(event.by).toMatch(/^tenant-[sv]:/);
          }
        },
      ),
      { numRuns: 1500, seed: 7 },
    );
  });
});
