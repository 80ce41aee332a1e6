import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { dueAt } from '#domain/coordination/clock.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { participations } from '#domain/coordination/status.ts';
import type { Outcome, ReasonCode } from '#domain/escalation/reasons.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import type { Instant } from '#domain/shared/ids.ts';
import {
  answers,
  asked,
  bothApprove,
  brings,
  decides,
  declares,
  lift,
  noNeed,
  notices,
  objects,
  refusal,
  type Step,
  type Story,
  takes,
  tell,
  ticks,
  told,
  types,
  yes,
} from '#support/given.ts';
import {
  decisionInThree,
  OREBRO,
  objectedInThree,
  oDecider,
  oKirurgi,
  oMember,
  threeRegions,
} from '#support/three.ts';
import {
  asks,
  at,
  beds,
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  sAkut,
  sDecider,
  secretary,
  sKirurgi,
  sMember,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const END = '2027-12-31';
const both = (story: Story, s: Outcome, v: Outcome): Story =>
  tell(story, decides(sDecider, SORMLAND, s, END), decides(vDecider, VASTMANLAND, v, END));
const of = ({ state }: Story, unit: string) =>
  isAsked(state) ? state.round.units[unit as never] : undefined;
const parts = ({ state }: Story) =>
  isAsked(state) ? participations(state.round).map(({ region }) => region) : [];
const settled = ({ state }: Story) => (isAsked(state) ? state.settlements.at(-1) : undefined);
const atDecision = (...answered: Step[]): Story => tell(asked, ...answered, lift(), ...bothApprove());

describe('each region’s decision governs its own units (law 0)', () => {
  const sObjects = atDecision(yes(sAkut, 10), objects(sKirurgi), yes(vAnestesi, 20), yes(vKirurgi, 30));

  it('one region’s letting out lets no unit of the other out', () => {
    const done = both(sObjects, 'coordinate', 'coordinate-partly');
    expect(of(done, sKirurgi.unit)?.decided).toBe('coordinate');
    expect(done.state.status).toBe('committed');
    expect(settled(done)).toMatchObject({ outcome: 'coordinate', declining: [] });
  });

  it('and lets its own out whatever the other decides', () => {
    const done = both(sObjects, 'coordinate-partly', 'coordinate');
    expect(of(done, sKirurgi.unit)?.decided).toBe('coordinate-partly');
    expect(done.state.status).toBe('partly-committed');
    expect(settled(done)).toMatchObject({ outcome: 'coordinate-partly', declining: [SORMLAND] });
  });

  it('each in the form that its own region decided', () => {
    const done = both(
      atDecision(yes(sAkut, 10), objects(sKirurgi), yes(vAnestesi, 20), objects(vKirurgi)),
      'coordinate-with-staggered-start',
      'coordinate-with-lots',
    );
    expect(of(done, sKirurgi.unit)?.decided).toBe('coordinate-with-staggered-start');
    expect(of(done, vKirurgi.unit)?.decided).toBe('coordinate-with-lots');
  });

  it('a record of earlier, whose one outcome was everybody’s, replays as it was', () => {
    const done = both(sObjects, 'coordinate', 'coordinate-partly');
    const before = done.events.map((event): CaseEvent => {
      if (event.type !== 'escalation-closed') return event;
      const { each: _, ...earlier } = event;
      return { ...earlier, outcome: 'coordinate-partly' };
    });
    expect(replay(before)).toMatchObject({
      status: 'partly-committed',
      round: { units: { [sKirurgi.unit]: { decided: 'coordinate-partly' } } },
    });
  });
});

describe('letting objecting units out is a deviation in part', () => {
  const vObjects = atDecision(yes(sAkut, 10), yes(sKirurgi, 20), yes(vAnestesi, 30), objects(vKirurgi));
  const decide = (until: string | null, text = 'Kirurgi står utanför'): Step => ({
    by: vDecider,
    command: {
      do: 'decide',
      region: VASTMANLAND,
      revision: 1,
      outcome: 'coordinate-partly',
      ...(until === null ? {} : { until: date(until) }),
      texts: { text },
    },
  });

  it('has an end, at most four years away, and a reason', () => {
    expect(refusal(vObjects, decide(null))).toBe('deviation-without-end');
    expect(refusal(vObjects, decide('2026-11-23'))).toBe('deadline-in-the-past');
    expect(refusal(vObjects, decide('2030-11-24'))).toBe('deviation-too-long');
    expect(refusal(vObjects, decides(vDecider, VASTMANLAND, 'deviate', '9999-12-31'))).toBe(
      'deviation-too-long',
    );
    expect(refusal(vObjects, decide('2030-11-23'))).toBe('allowed');
    expect(refusal(vObjects, decide(END, ' '))).toBe('text-missing');
    expect(tell(vObjects, decide(END)).state).toMatchObject({
      escalation: { decisions: [{ outcome: 'coordinate-partly', until: END }] },
    });
  });

  it('also where a body’s minutes are registered', () => {
    const board: Governance = {
      ...governance,
      mandates: governance.mandates
        .map((row) => (row.id === 'm-both' ? { ...row, from: 0 } : row))
        .filter(({ id }) => id === 'm-both'),
    };
    const ready = told(
      board,
      asked,
      yes(sAkut, 10),
      yes(sKirurgi, 20),
      yes(vAnestesi, 30),
      objects(vKirurgi),
      lift('coordinate-partly'),
      ...bothApprove(),
    );
    const register = (more: object): Step => ({
      by: secretary,
      command: {
        do: 'register-decision',
        body: NAMNDEN,
        revision: 1,
        outcome: 'coordinate-partly',
        date: date('2026-11-23'),
        paragraph: '§ 9',
        registryNumber: 'IN 2026-0009',
        texts: {},
        ...more,
      },
    });
    expect(refusal(ready, register({ until: date(END) }), board)).toBe('text-missing');
    expect(refusal(ready, register({ texts: { text: 'Avtal kvar' } }), board)).toBe('deviation-without-end');
    expect(refusal(ready, register({ until: date(END), texts: { text: 'Avtal kvar' } }), board)).toBe(
      'allowed',
    );
  });

  it('belongs to the region whose units go, also in the figures', () => {
    const done = both(vObjects, 'coordinate', 'coordinate-partly');
    expect(settled(done)?.declining).toEqual([VASTMANLAND]);
    expect(factsOf(done.state)?.deviations).toEqual([
      { regions: [VASTMANLAND], on: '2026-11-23', reasoned: true },
    ]);
  });

  it('is not coordinated, owing to the region’s decision, where fewer than two regions remain', () => {
    const all = atDecision(yes(sAkut, 10), yes(sKirurgi, 20), objects(vAnestesi), objects(vKirurgi));
    const done = both(all, 'coordinate', 'coordinate-partly');
    expect(done.state.status).toBe('deviation-decided');
    expect(settled(done)).toMatchObject({ outcome: 'deviate', declining: [VASTMANLAND] });
    const one = atDecision(yes(sAkut, 10), yes(sKirurgi, 20), noNeed(vAnestesi), objects(vKirurgi));
    expect(both(one, 'coordinate', 'coordinate-partly').state.status).toBe('deviation-decided');
  });

  it('stands whatever else the unit says, and ends by the unit’s own yes', () => {
    const done = both(vObjects, 'coordinate', 'coordinate-partly');
    const again = answers(
      vKirurgi,
      { kind: 'objection', reason: 'legal' },
      { text: 'Lagrum', evidence: 'PM' },
    );
    expect(brings(done, again)).toEqual(['answered']);
    expect(of(tell(done, again), vKirurgi.unit)?.decided).toBe('coordinate-partly');
    expect(tell(done, yes(vKirurgi, 40)).state.status).toBe('committed');
  });

  it('stands through a revision: who goes its own way is not asked again, nor waited for', () => {
    const done = both(vObjects, 'coordinate', 'coordinate-partly');
    const revised: Step = {
      by: officer,
      command: { do: 'import', item: { ...beds, value: 4_100_000 } },
    };
    const asks = notices(done, revised).filter(({ subject }) => subject.card === 'request');
    expect(asks).toHaveLength(3);
    const after = tell(done, revised);
    expect(of(after, vKirurgi.unit)?.decided).toBe('coordinate-partly');
    const yes2 = (by: typeof sAkut) =>
      answers(by, { kind: 'yes', commitment: { binding: 'estimate', value: 10 } }, {}, by.unit, 2);
    const all = tell(after, yes2(sAkut), yes2(sKirurgi), yes2(vAnestesi));
    expect(all.state.status).toBe('partly-committed');
  });
});

describe('a decided deviation stands until a decision changes it (three regions)', () => {
  const declined = told(
    threeRegions,
    decisionInThree,
    decides(sDecider, SORMLAND, 'coordinate'),
    decides(vDecider, VASTMANLAND, 'deviate', END),
    decides(oDecider, OREBRO, 'coordinate'),
  );
  const yes2 = (by: typeof sAkut) =>
    answers(by, { kind: 'yes', commitment: { binding: 'estimate', value: 10 } }, {}, by.unit, 2);

  it('through a revision and the answers to it', () => {
    const revised = told(threeRegions, declined, {
      by: officer,
      command: { do: 'import', item: { ...beds, value: 4_100_000 } },
    });
    const all = [sAkut, sKirurgi, vAnestesi, vKirurgi, oKirurgi].map(yes2);
    const after = told(threeRegions, revised, ...all);
    expect(after.state.status).toBe('partly-committed');
    expect(parts(after)).toEqual([SORMLAND, OREBRO]);
  });

  it('through being asked again', () => {
    const silent = told(
      threeRegions,
      told(threeRegions, objectedInThree, {
        by: officer,
        command: { do: 'escalate', proposal: 'coordinate', texts: {} },
      }),
      ...[sMember, vMember, oMember].map((by) => declares(by)),
      ...[sMember, vMember, oMember].map((by) => takes(by, 'approve')),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate', END),
      decides(oDecider, OREBRO, 'coordinate'),
    );
    const state = silent.state;
    if (!isAsked(state)) throw new Error('not asked');
    const entry = state.round.units[vAnestesi.unit];
    if (!entry) throw new Error('not asked');
    const units = {
      ...state.round.units,
      [vAnestesi.unit]: { ...entry, answer: { kind: 'no-answer', at: silent.now } as const },
    };
    const quiet = { ...silent, state: { ...state, round: { ...state.round, units } } as typeof state };
    const again: Step = {
      by: officer,
      command: { do: 'ask-again', unit: vAnestesi.unit, deadline: at('2026-12-30 12:00'), texts: {} },
    };
    const after = told(threeRegions, quiet, again, yes(vAnestesi, 500));
    expect(after.state.status).toBe('partly-committed');
    expect(parts(after)).toEqual([SORMLAND, OREBRO]);
  });

  it('the region that declined has no say in what the others then dispute', () => {
    const disputed = told(threeRegions, declined, objects(sKirurgi), lift());
    expect(refusal(disputed, declares(vMember), threeRegions)).toBe('region-takes-no-part');
    const done = told(
      threeRegions,
      disputed,
      ...[sMember, oMember].map((by) => declares(by)),
      ...[sMember, oMember].map((by) => takes(by, 'approve')),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(oDecider, OREBRO, 'coordinate'),
    );
    expect(parts(done)).toEqual([SORMLAND, OREBRO]);
  });
});

describe('an answer is input, not a veto (laws 0 and 8): what was decided over opens nothing anew', () => {
  const decided = both(
    atDecision(yes(sAkut), yes(sKirurgi), yes(vAnestesi), objects(vKirurgi)),
    'coordinate',
    'coordinate',
  );
  const again = (reason: ReasonCode, revision = 1): Step =>
    answers(
      vKirurgi,
      { kind: 'objection', reason },
      { text: 'Avtal till 2027.', evidence: 'Avtal' },
      vKirurgi.unit,
      revision,
    );

  it('the same reason in other words is recorded, told to the officer, and stops nothing', () => {
    expect(brings(decided, again('existing-contract'))).toEqual(['answered']);
    expect(notices(decided, again('existing-contract'))).toMatchObject([
      { subject: { card: 'objection', unit: vKirurgi.unit }, audience: [{ person: officer.id }] },
    ]);
    const after = tell(decided, again('existing-contract'));
    expect(after.state.status).toBe('committed');
    expect(of(after, vKirurgi.unit)).toMatchObject({
      decided: 'coordinate',
      answer: { texts: { text: 'Avtal till 2027.' } },
    });
  });

  it('nor by way of a yes in between', () => {
    const after = tell(decided, yes(vKirurgi), again('existing-contract'));
    expect(after.state.status).toBe('committed');
  });

  it('another reason opens it, once decided over no more', () => {
    const opened = tell(decided, again('legal'));
    expect(opened.state).toMatchObject({ status: 'escalated', escalation: { level: 'dialogue' } });
    const twice = both(tell(opened, lift(), ...bothApprove()), 'coordinate', 'coordinate');
    const back = tell(twice, again('existing-contract'));
    expect(back.state.status).toBe('committed');
    expect(tell(back, again('legal')).state.status).toBe('committed');
  });

  it('a material revision opens it, since another matter is asked about (law 3)', () => {
    const revised = tell(decided, {
      by: officer,
      command: { do: 'import', item: { ...beds, value: 4_100_000 } },
    });
    expect(tell(revised, again('existing-contract', 2)).state.status).toBe('escalated');
  });
});

describe('a deviation’s end does something: it is told, and the item can be asked about again', () => {
  const left = both(
    atDecision(yes(sAkut, 10), yes(sKirurgi, 20), yes(vAnestesi, 30), objects(vKirurgi)),
    'coordinate',
    'deviate',
  );
  const before = at('2027-12-02 09:00');
  const over = at('2028-01-01 08:00');
  const round = (when: Instant): Step => ({
    by: officer,
    at: when,
    command: {
      do: 'open-round',
      owner: officer.id,
      deadline: at('2029-01-01 12:00'),
      units: asks,
    },
  });

  it('the owner is told twenty working days before it, and once it is over', () => {
    expect(left.state.status).toBe('deviation-decided');
    expect(dueAt(left.state, governance)).toBe(before);
    const told1 = tell(left, ticks(before));
    expect(told1.events.at(-1)).toMatchObject({ type: 'deviation-ending', end: END, over: false });
    expect(dueAt(told1.state, governance)).toBe(over);
    expect(notices(told1, ticks(over))).toMatchObject([
      { subject: { card: 'round' }, occasion: 'deviation-over', audience: [{ person: officer.id }] },
    ]);
    const told2 = tell(told1, ticks(over));
    expect(dueAt(told2.state, governance)).toBeNull();
    expect(told2.state.status).toBe('deviation-decided');
    expect(brings(told2, ticks(at('2028-02-01 08:00')))).toEqual([]);
  });

  it('a system that slept tells at once that it is over', () => {
    expect(tell(left, ticks(at('2028-02-01 08:00'))).events.at(-1)).toMatchObject({ over: true });
  });

  it('the units can be asked anew once it is over, and not before', () => {
    expect(refusal(left, round(at('2027-12-31 12:00')))).toBe('deviation-stands');
    const again = tell(left, round(over));
    expect(again.state).toMatchObject({ status: 'asked', round: { number: 2 } });
    expect(isAsked(again.state) && again.state.settlements).toHaveLength(1);
  });

  it('one in part too: the unit is asked again when it is over', () => {
    const partly = both(
      atDecision(yes(sAkut, 10), yes(sKirurgi, 20), yes(vAnestesi, 30), objects(vKirurgi)),
      'coordinate',
      'coordinate-partly',
    );
    const ask = (when: Instant): Step => ({
      by: officer,
      at: when,
      command: { do: 'ask-again', unit: vKirurgi.unit, deadline: at('2029-01-01 12:00'), texts: {} },
    });
    expect(dueAt(partly.state, governance)).toBe(before);
    expect(refusal(partly, ask(before))).toBe('deviation-stands');
    const asked2 = tell(partly, ask(over));
    expect(of(asked2, vKirurgi.unit)).toMatchObject({ answer: { kind: 'waiting' } });
    expect(of(asked2, vKirurgi.unit)).not.toHaveProperty('decided');
    expect(asked2.state.status).toBe('asked');
  });

  it('before that a decision can change it: the officer takes it up again, and the holders decide', () => {
    const declined = told(
      threeRegions,
      decisionInThree,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate', END),
      decides(oDecider, OREBRO, 'coordinate'),
    );
    const up = told(threeRegions, declined, lift());
    expect(types(up.events).slice(-2)).toEqual(['escalation-opened', 'climbed']);
    const council = told(
      threeRegions,
      up,
      ...[sMember, vMember, oMember].map((by) => declares(by)),
      ...[sMember, vMember, oMember].map((by) => takes(by, 'approve')),
    );
    const decide = (v: Outcome) =>
      told(
        threeRegions,
        council,
        decides(sDecider, SORMLAND, 'coordinate'),
        decides(vDecider, VASTMANLAND, v, END),
        decides(oDecider, OREBRO, 'coordinate'),
      );
    expect(parts(decide('coordinate'))).toEqual([SORMLAND, VASTMANLAND, OREBRO]);
    expect(decide('coordinate').state.status).toBe('committed');
    expect(parts(decide('deviate'))).toEqual([SORMLAND, OREBRO]);
    const partly = decide('coordinate-partly');
    expect(of(partly, vKirurgi.unit)?.decided).toBe('coordinate-partly');
    expect(parts(partly)).toEqual([SORMLAND, VASTMANLAND, OREBRO]);
    // Without anything decided there is nothing to take up.
    expect(refusal(tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi), yes(vKirurgi)), lift())).toBe(
      'not-escalated',
    );
  });
});
