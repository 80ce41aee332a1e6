import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { decide } from '#domain/coordination/decide.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { type CaseState, initialState, isAsked } from '#domain/coordination/state.ts';
import { brokenAt, type HistoryEntry, hasTexts, record } from '#domain/record/history.ts';
import { afterRemovals, onlyAdds } from '#domain/record/removing.ts';
import { faultOf } from '#domain/record/verify.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { dateOf, instantOf, millisecondsOf } from '#domain/shared/calendar.ts';
import { asked, DEADLINE, objects, START, tell, yes } from '#support/given.ts';
import { seeded } from '#support/runs.ts';
import {
  asks,
  beds,
  clock,
  date,
  governance,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  sMember,
  units,
  VASTMANLAND,
  vAnestesi,
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

const registrar = { ...sMember, roles: ['registrar'] };
const actors = [
  registrar,
  operator,
  clock,
  officer,
  sKirurgi,
  vKirurgi,
  sMember,
  vMember,
  sDecider,
  vDecider,
];
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
    until: fc.constantFrom(date('2027-12-31'), date('2020-01-01')),
    texts: fc.constant({ text: 'x' }),
  }),
  fc.record({ do: fc.constant('mark-urgent'), texts: fc.constant({ reason: 'x' }) }),
  fc.record({
    do: fc.constant('report-decisions'),
    body: fc.constant(NAMNDEN),
    entries: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 2 }),
    date: fc.constant(dateOf(START)),
  }),
  fc.record({
    do: fc.constant('register'),
    region: fc.constantFrom(SORMLAND, VASTMANLAND),
    number: fc.constantFrom('RS 2026-1', 'RS 2026-2', 'none'),
    through: fc.integer({ min: 0, max: 30 }),
  }),
  fc.record({
    do: fc.constant('remove-texts'),
    entries: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
    reference: fc.constantFrom('', 'RS 2026-77 § 4'),
    date: fc.constant(dateOf(START)),
  }),
  fc.record({ do: fc.constantFrom('close-escalation', 'lock', 'tick') }),
) as fc.Arbitrary<CaseCommand>;

const ANSWERING = [sKirurgi, vKirurgi, sAkut, vAnestesi];
const MEMBERS = [sMember, vMember];
/** Who might well do that; left to chance alone, hardly a story would get beyond its first question. */
const likely = (one: CaseCommand, turn: number): Actor => {
  switch (one.do) {
    case 'answer':
    case 'answer-solution':
      return ANSWERING.find((actor) => actor.unit === one.unit) ?? sKirurgi;
    case 'declare-conflict':
    case 'take-position':
      return MEMBERS[turn % 2] ?? sMember;
    case 'decide':
      return one.region === SORMLAND ? sDecider : vDecider;
    case 'register':
    case 'remove-texts':
      return registrar;
    case 'tick':
      return clock;
    default:
      return officer;
  }
};

/** The command as somebody sends it who has read the card: about what the case is now. */
const fitted = (
  one: CaseCommand,
  state: CaseState,
  history: readonly HistoryEntry[],
  turn: number,
): CaseCommand => {
  const revision = state.status === 'new' ? 1 : state.revision;
  if (one.do === 'answer') return { ...one, revision, round: isAsked(state) ? state.round.number : 1 };
  if (one.do === 'take-position' || one.do === 'decide') return { ...one, revision };
  if (one.do === 'register') return { ...one, through: history.length };
  if (one.do !== 'remove-texts') return one;
  const worded = history.filter(hasTexts).map(({ seq }) => seq);
  return { ...one, entries: worded.slice(turn % 3, (turn % 3) + 2) };
};

describe('decide and evolve, over thousands of random stories', () => {
  it('agree: the state is the replay of the events, whatever was tried, and nobody decides but a person', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(
          fc.tuple(
            command,
            fc.option(fc.constantFrom<Actor>(...actors), { freq: 2 }),
            fc.integer({ min: 0, max: 4 }),
          ),
          { minLength: 5, maxLength: 40, size: 'max' },
        ),
        (begun, steps) => {
          let state = begun ? asked.state : initialState();
          let now = millisecondsOf(START);
          let history: readonly HistoryEntry[] = begun ? salted(asked.events) : [];
          let salts = 0;
          for (const [turn, [one, anybody, days]] of steps.entries()) {
            const actor = anybody ?? likely(one, turn);
            now += days * 86_400_000;
            const sent = anybody === null ? fitted(one, state, history, turn) : one;
            const outcome = decide(state, sent, { now: instantOf(now), actor, governance, history });
            if (!outcome.ok) continue;
            const { events } = outcome.value;
            const by = { ruleVersion: governance.version };
            const longer = [...history, ...record(history, events, by, () => `salt-${salts++}`)];
            const lessened = afterRemovals(longer, events);
            expect(onlyAdds(history, lessened?.history ?? longer)).toBe(true);
            history = lessened?.history ?? longer;
            state = lessened?.state ?? outcome.value.state;
          }
          const events = history.map(({ event }) => event);
          expect(replay(events)).toEqual(state);
          expect(faultOf(state, history)).toBeNull();
          const human = ['answered', 'position-taken', 'decided', 'solution-answered', 'conflict-declared'];
          for (const event of events) {
            if (human.includes(event.type)) expect(event.by).toMatch(/^tenant-[sv]:/);
          }
        },
      ),
      seeded('Stories of a case', 7),
    );
  });
});
