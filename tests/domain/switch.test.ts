import { describe, expect, it } from 'vitest';
import { governanceOn, lastChange } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { decide } from '#domain/coordination/decide.ts';
import { replay } from '#domain/coordination/evolve.ts';
import type { CaseState } from '#domain/coordination/state.ts';
import { type HistoryEntry, record } from '#domain/record/history.ts';
import { unregistered } from '#domain/record/registering.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { asked, imported, locks, objects, type Story, tell, told, types, yes } from '#support/given.ts';
import { advances, initiating, locked } from '#support/stages.ts';
import {
  at,
  beds,
  clock,
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  STYRELSE_S,
  STYRELSE_V,
  sAkut,
  sDecider,
  sKirurgi,
  sMember,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
  vMember,
  withSwitch,
} from '#support/world.ts';

const EVE = at('2026-12-31 15:00');
const NEW_YEAR = at('2027-01-01 00:00');
const JANUARY = at('2027-01-04 09:00');
const decided = withSwitch('decided');
const proposed = withSwitch('proposed');

/** One step by the rows of a file that bind on that day. */
const on = (state: CaseState, command: CaseCommand, by: Actor, now: Instant, file = decided) => {
  const history: HistoryEntry[] = record([], [], { ruleVersion: 'x' }, () => 's');
  return decide(state, command, { now, actor: by, governance: governanceOn(file, dateOf(now)), history });
};
const tick = (state: CaseState, now: Instant, file = decided) => {
  const outcome = on(state, { do: 'tick' }, clock, now, file);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
};
const registrar = (region: typeof SORMLAND): Actor => ({
  ...(region === SORMLAND ? sMember : vMember),
  roles: ['registrar'],
});

const answered = tell(asked, yes(sKirurgi, 1_000_000), yes(sAkut), yes(vAnestesi), objects(vKirurgi));
const atCouncil = tell(
  answered,
  {
    by: officer,
    command: { do: 'escalate', proposal: 'coordinate', texts: {} },
    at: at('2026-12-28 10:00'),
  },
  { by: sMember, command: { do: 'declare-conflict', conflict: false } },
  { by: sMember, command: { do: 'take-position', revision: 1, stance: 'approve', texts: {} } },
);
const atDecision = tell(
  atCouncil,
  { by: vMember, command: { do: 'declare-conflict', conflict: false } },
  { by: vMember, command: { do: 'take-position', revision: 1, stance: 'approve', texts: {} } },
);
const halfDecided = tell(atDecision, {
  by: sDecider,
  command: { do: 'decide', region: SORMLAND, revision: 1, outcome: 'coordinate', texts: { text: 'Ja' } },
});
const escalation = (state: CaseState) => {
  if (state.status !== 'escalated') throw new Error(state.status);
  return state.escalation;
};

describe('a succession is inert while it is proposed', () => {
  it.each([
    ['asked', asked],
    ['at the council', atCouncil],
    ['at the decision', halfDecided],
  ])('a case %s is what it was, before and after the day', (_, story) => {
    const due = story.state.status === 'escalated' ? escalation(story.state).due : null;
    for (const now of [EVE, NEW_YEAR]) {
      if (due !== null && due <= now) continue;
      expect(types(tick(story.state, now, proposed).events)).not.toContain('transferred');
      expect(types(tick(story.state, now, proposed).events)).not.toContain('reseated');
    }
  });

  it('the board keeps its seat, and its delegates their mandates', () => {
    const rows = governanceOn(proposed, dateOf(JANUARY));
    expect(rows.successions).toEqual([]);
    expect(rows.bodies.map(({ body }) => body)).toEqual([NAMNDEN]);
    expect(rows.mandates).toEqual(governance.mandates);
  });
});

describe('a decided succession takes effect on its day, not before', () => {
  it('an open case is transferred once, at the first look from that day on', () => {
    expect(tick(atCouncil.state, EVE).events).toEqual([]);
    const first = tick(atCouncil.state, NEW_YEAR);
    expect(first.events).toEqual([
      {
        type: 'transferred',
        at: NEW_YEAR,
        by: 'clock',
        rule: 'switch',
        from: NAMNDEN,
        to: [
          { region: SORMLAND, body: STYRELSE_S },
          { region: VASTMANLAND, body: STYRELSE_V },
        ],
        archive: STYRELSE_S,
        texts: { reading: 'Vi läser förslaget så att regionstyrelserna beslutar.' },
      },
    ]);
    expect(tick(first.state, JANUARY).events).toEqual([]);
  });

  it('the level, its clock, the proposal and the positions stay', () => {
    const before = escalation(atCouncil.state);
    expect(escalation(tick(atCouncil.state, NEW_YEAR).state)).toEqual(before);
  });

  it('what the board had delegated has lapsed: the executive boards hold the seats, and who decided before stands', () => {
    const after = tick(halfDecided.state, NEW_YEAR);
    expect(types(after.events)).toEqual(['transferred', 'reseated']);
    const { due, seats, missing, decisions } = escalation(after.state) as Extract<
      ReturnType<typeof escalation>,
      { level: 'decision' }
    >;
    expect(due).toBe(escalation(halfDecided.state).due);
    expect(seats.map((seat) => [seat.rule, seat.body])).toEqual([
      ['m-s', NAMNDEN],
      ['m-2027-vastmanland', STYRELSE_V],
    ]);
    expect(missing).toEqual([]);
    expect(decisions.map(({ rule, by }) => [rule, by])).toEqual([['m-s', sDecider.id]]);
  });

  it('nobody decides by a delegation that has lapsed, also before the clock has looked at the case', () => {
    const late = {
      do: 'decide',
      region: VASTMANLAND,
      revision: 1,
      outcome: 'coordinate',
      texts: { text: 'Ja' },
    } as const;
    expect(on(halfDecided.state, late, vDecider, EVE).ok).toBe(true);
    const refused = on(halfDecided.state, late, vDecider, JANUARY);
    expect(!refused.ok && refused.error.code).toBe('no-mandate');
  });

  it('without rows for the successors nobody is guessed: the region is named as missing', () => {
    const bare = { ...decided, mandates: governance.mandates };
    const { state } = tick(atDecision.state, NEW_YEAR, bare);
    expect(escalation(state)).toMatchObject({ seats: [], missing: [SORMLAND, VASTMANLAND] });
  });

  it('a decided deviation is transferred: it ends on its day, and nobody of the former body is left to ask anew', () => {
    const over = tell(halfDecided, {
      by: vDecider,
      command: {
        do: 'decide',
        region: VASTMANLAND,
        revision: 1,
        outcome: 'deviate',
        until: date('2027-12-31'),
        texts: { text: 'Nej' },
      },
    });
    expect(over.state.status).toBe('deviation-decided');
    const moved = tick(over.state, JANUARY);
    expect(types(moved.events)).toEqual(['transferred']);
    expect(moved.state.status).toBe('deviation-decided');
    expect(replay([...over.events, ...moved.events])).toEqual(moved.state);
  });

  it('a planned item with a decision on file is transferred, one without is not', () => {
    const rules = initiating();
    const early = told(
      rules,
      imported,
      { by: officer, command: { do: 'ask-stage-decision', kind: 'initiate' } },
      {
        by: vDecider,
        command: {
          do: 'decide-stage',
          kind: 'initiate',
          region: VASTMANLAND,
          revision: 1,
          texts: { text: 'Ja' },
        },
      },
    );
    expect(early.state.status).toBe('draft');
    expect(types(tick(early.state, NEW_YEAR).events)).toEqual(['transferred']);
    expect(tick(early.state, NEW_YEAR).state.status).toBe('draft');
    expect(tick(imported.state, NEW_YEAR).events).toEqual([]);
  });

  it('a case that began on the day or later stays with nobody else', () => {
    const { state } = asked;
    if (!('round' in state)) throw new Error('not asked');
    const opened = {
      ...state,
      round: { ...state.round, openedAt: NEW_YEAR, deadline: at('2027-02-01 00:00') },
    };
    expect(types(tick(opened, JANUARY).events)).not.toContain('transferred');
  });

  it('a locked item is transferred too: its contract has yet to be made', () => {
    const all = tell(asked, yes(sKirurgi, 1), yes(sAkut), yes(vAnestesi), yes(vKirurgi, 1));
    const { state } = tell(all, ...locks);
    expect(types(tick(state, JANUARY).events)).toEqual(['transferred']);
    expect(tick(state, JANUARY).state).toMatchObject({ status: 'locked', participants: expect.any(Array) });
  });

  it('a cancelled item whose documentation is still due is transferred, and not once it is complete (law 7)', () => {
    const advertised = tell(
      locked,
      advances({ to: 'advertised', date: date('2026-11-23'), reference: 'TED-1', evaluators: [officer.id] }),
    );
    const cancelled = tell(advertised, advances({ to: 'cancelled' }, { texts: { text: 'Inga anbud' } }));
    expect(types(tick(cancelled.state, JANUARY).events)).toContain('transferred');
    expect(tick(cancelled.state, JANUARY).state).toMatchObject({
      status: 'cancelled',
      transfers: [{ from: NAMNDEN }],
    });
    const complete = tell(cancelled, { by: officer, command: { do: 'complete-documentation' } });
    expect(types(tick(complete.state, JANUARY).events)).not.toContain('transferred');
    const never = tell(imported, advances({ to: 'cancelled' }, { texts: { text: 'Borta' } }));
    expect(tick(never.state, JANUARY).events).toEqual([]);
  });

  it('an item that was postponed before anybody was asked is transferred too', () => {
    const postponed = told(
      { ...governance, mandates: [] },
      imported,
      advances({ to: 'postponed' }, { texts: { text: 'Vi väntar' } }),
    );
    expect(types(tick(postponed.state, EVE).events)).toEqual([]);
    const moved = tick(postponed.state, NEW_YEAR);
    expect(types(moved.events)).toEqual(['transferred']);
    expect(moved.state).toMatchObject({ status: 'postponed', transfers: [{ from: NAMNDEN }] });
    expect(tick(moved.state, JANUARY).events).toEqual([]);
    expect(replay([...postponed.events, ...moved.events])).toEqual(moved.state);
    expect(tick(imported.state, NEW_YEAR).events).toEqual([]);
  });

  it('a region that no successor is named for keeps its cases', () => {
    const other = {
      ...decided,
      successions: (decided.successions ?? []).map((row) => ({ ...row, successors: [] })),
    };
    expect(types(tick(asked.state, NEW_YEAR, other).events)).not.toContain('transferred');
  });

  it('the owner and every concerned registrar are told', () => {
    const [notice, ...others] = tick(atCouncil.state, NEW_YEAR).notices;
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      subject: { card: 'transferred', item: beds.id },
      audience: [
        { to: 'person', person: officer.id },
        { to: 'role', role: 'registrar', regions: [SORMLAND, VASTMANLAND] },
      ],
    });
  });
});

describe('a transferred case gets a new registry number', () => {
  const recorded = (story: Story) => record([], story.events, { ruleVersion: 'test-2' }, () => 'salt');
  const history = recorded(atCouncil);
  const given = (state: CaseState, number: string, known: readonly HistoryEntry[], now = EVE) =>
    decide(
      state,
      { do: 'register', region: SORMLAND, number, through: known.length },
      { now, actor: registrar(SORMLAND), governance: governanceOn(decided, dateOf(now)), history: known },
    );
  const numbered = given(atCouncil.state, 'RS 2026-1', history);
  if (!numbered.ok) throw new Error(numbered.error.code);
  const before = [...atCouncil.events, ...numbered.value.events];
  const moved = tick(numbered.value.state, NEW_YEAR);
  const events = [...before, ...moved.events];
  const after = record([], events, { ruleVersion: 'test-2' }, () => 'salt');
  const { state } = moved;

  it('the state is still the replay of its record', () => {
    expect(replay(events)).toEqual(state);
  });

  it('the registrar has the transfer to register, and nothing of what was registered before', () => {
    if (state.status === 'new') throw new Error('new');
    expect(unregistered(state, after, SORMLAND).map(({ document }) => document)).toEqual(['transfer']);
    // Västmanland had no number: everything that came to it still waits.
    const waiting = unregistered(state, after, VASTMANLAND).map(({ document }) => document);
    expect(waiting.at(-1)).toBe('transfer');
    expect(waiting.length).toBeGreaterThan(1);
  });

  it('the former number is refused, a new one is taken without naming the old', () => {
    const old = given(state, 'RS 2026-1', after, JANUARY);
    expect(!old.ok && old.error).toEqual({ code: 'number-of-former-body', params: { number: 'RS 2026-1' } });
    const fresh = given(state, 'RS 2027-1', after, JANUARY);
    if (!fresh.ok) throw new Error(fresh.error.code);
    expect(fresh.value.state).toMatchObject({
      registry: { [SORMLAND]: { number: 'RS 2027-1', through: after.length } },
      transfers: [{ registry: { [SORMLAND]: { number: 'RS 2026-1', through: history.length } } }],
    });
  });
});

describe('what was done under a row that has lapsed is still named by it', () => {
  it('a past body and mandate are kept apart from those that bind', () => {
    const rows = governanceOn(decided, dateOf(JANUARY));
    expect(rows.bodies.map(({ body }) => body)).toEqual([STYRELSE_S, STYRELSE_V]);
    expect(rows.past?.bodies.map(({ body }) => body)).toEqual([NAMNDEN]);
    expect(rows.past?.mandates.map(({ id }) => id)).toEqual(['m-s', 'm-v', 'm-both']);
    expect(governanceOn(decided, dateOf(EVE)).past).toEqual({ regions: [], bodies: [], mandates: [] });
  });

  it('the day on which other rows bind is known', () => {
    expect(lastChange(decided, date('2026-12-31'))).toBe('2020-01-01');
    expect(lastChange(decided, date('2027-01-01'))).toBe('2027-01-01');
    expect(lastChange(proposed, date('2027-01-01'))).toBe('2020-01-01');
    const ending = {
      ...governance,
      ladder: governance.ladder.map((row) => ({ ...row, validTo: date('2026-06-30') })),
    };
    expect(lastChange(ending, date('2026-07-01'))).toBe('2026-07-01');
    expect(lastChange(ending, date('2026-06-30'))).toBe('2020-01-01');
    expect(
      lastChange(
        {
          ...governance,
          ...Object.fromEntries(
            ['regions', 'bodies', 'ladder', 'attendance', 'reminders', 'mandates'].map((key) => [key, []]),
          ),
        },
        date('2026-07-01'),
      ),
    ).toBeNull();
  });
});
