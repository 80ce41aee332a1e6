import { describe, expect, it } from 'vitest';
import { type Governance, levelDue } from '#domain/authority/governance.ts';
import { decide } from '#domain/coordination/decide.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { record } from '#domain/record/history.ts';
import { reportLines } from '#domain/record/reporting.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { bodyId, personId, regionId, unitId } from '#domain/shared/ids.ts';
import {
  attempt,
  bothApprove,
  DEADLINE,
  decides,
  declares,
  imported,
  lift,
  objected,
  objects,
  refusal,
  type Step,
  takes,
  takesDeciding,
  tell,
  told,
  types,
  yes,
} from '#support/given.ts';
import {
  asks,
  at,
  date,
  governance,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  secretary,
  sKirurgi,
  sMember,
  sMember2,
  units,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const urgent = (by: Step['by'] = officer, reason = 'Avtalet upphör på fredag'): Step => ({
  by,
  command: { do: 'mark-urgent', texts: reason ? { reason } : {} },
});
const row = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
const ALL = ['coordinate', 'deviate', 'postpone'] as const;

describe('the council by a mandate of named members', () => {
  const mandated: Governance = {
    ...governance,
    mandates: [
      ...governance.mandates,
      {
        ...row,
        id: 'council-both',
        kinds: ALL,
        actsFor: [SORMLAND, VASTMANLAND],
        holder: { kind: 'members', members: [sMember.id, vMember.id], body: NAMNDEN },
      },
    ],
  };
  const before = told(mandated, objected, lift(), declares(sMember), declares(vMember));

  it('decides when every region’s named members approve: rule, version and persons stand on the decision', () => {
    const first = told(mandated, before, takesDeciding(sMember, 'approve'));
    const done = told(mandated, first, takesDeciding(vMember, 'approve'));
    expect(types(done.events).slice(-4)).toEqual([
      'position-taken',
      'council-concluded',
      'decided',
      'escalation-closed',
    ]);
    expect(done.events.at(-2)).toMatchObject({
      type: 'decided',
      by: vMember.id,
      regions: [SORMLAND, VASTMANLAND],
      outcome: 'coordinate',
      rule: 'council-both',
      ruleVersion: 'test-1',
      reportTo: NAMNDEN,
      members: [sMember.id, vMember.id],
    });
    expect(done.state).toMatchObject({ status: 'committed', settlements: [{ how: 'decided' }] });
  });

  it('goes on to the deciders, with both positions, when the regions do not agree', () => {
    const split = told(mandated, before, takesDeciding(sMember, 'approve'), takesDeciding(vMember, 'reject'));
    expect(split.state).toMatchObject({
      escalation: {
        level: 'decision',
        council: [{ stance: 'approve' }, { stance: 'reject' }],
        seats: [{ rule: 'm-s' }, { rule: 'm-v' }],
        decisions: [],
      },
    });
  });

  it('is never decided on a card that said it recommends, nor the other way round (KL 6:38)', () => {
    expect(refusal(before, takes(sMember, 'approve', 1, {}, false), mandated)).toBe('old-card');
    const plain = tell(objected, lift(), declares(sMember));
    expect(refusal(plain, takesDeciding(sMember, 'approve'))).toBe('old-card');
  });

  it('does not turn recommendations into decisions when the mandate comes in between', () => {
    const recommended = tell(
      tell(objected, lift(), declares(sMember), declares(vMember)),
      takes(sMember, 'approve'),
    );
    const next = told(mandated, recommended, takesDeciding(vMember, 'approve'));
    expect(next.state).toMatchObject({ escalation: { level: 'council' } });
    expect(told(mandated, next, takesDeciding(sMember, 'approve')).state.status).toBe('committed');
  });

  it('counts only named members; another member’s position recommends', () => {
    const other = told(mandated, before, declares(sMember2), takes(sMember2, 'approve'));
    const half = told(mandated, other, takesDeciding(vMember, 'approve'));
    expect(half.state).toMatchObject({ escalation: { level: 'council' } });
  });

  it('is not decided by the clock, which only passes the case on', () => {
    const half = told(mandated, before, takesDeciding(sMember, 'approve'));
    const due = half.state.status === 'escalated' ? half.state.escalation.due : null;
    const later = told(mandated, half, {
      by: { kind: 'clock' },
      command: { do: 'tick' },
      at: due ?? at('2027-01-01 09:00'),
    });
    expect(later.state).toMatchObject({ escalation: { level: 'decision', decisions: [] } });
  });

  it('decides no deviation that has no end or no reason (law 0)', () => {
    const open = told(mandated, objected, lift('deviate', { text: 'Avtal kvar' }), declares(sMember));
    expect(refusal(open, takesDeciding(sMember, 'approve'), mandated)).toBe('old-card');
    const proposed = (texts: Readonly<Record<string, string>>): Step => ({
      by: officer,
      command: { do: 'escalate', proposal: 'deviate', until: date('2027-12-31'), texts },
    });
    const unreasoned = told(mandated, objected, proposed({}), declares(sMember));
    expect(refusal(unreasoned, takesDeciding(sMember, 'approve'), mandated)).toBe('old-card');
    const ended = proposed({ text: 'Avtal kvar' });
    const done = told(
      mandated,
      objected,
      ended,
      declares(sMember),
      declares(vMember),
      takesDeciding(sMember, 'approve'),
      takesDeciding(vMember, 'approve'),
    );
    expect(done.events.at(-2)).toMatchObject({ type: 'decided', outcome: 'deviate', until: '2027-12-31' });
    expect(done.state.status).toBe('deviation-decided');
  });
});

describe('a conflict of interest (jäv, KL 6:28–32, 7:4)', () => {
  const both: Actor = { ...officer, roles: ['officer', 'council-member'] };
  const council = tell(objected, lift());

  it('keeps its person from handling the case in every role', () => {
    const conflicted = tell(council, declares(both, true));
    expect(refusal(conflicted, { by: both, command: { do: 'close-escalation' } })).toBe('has-conflict');
    expect(refusal(conflicted, urgent(both))).toBe('has-conflict');
    expect(refusal(conflicted, takes(both, 'approve'))).toBe('has-conflict');
  });

  it('is told apart from the house rule: the case’s owner may be present, and abstains', () => {
    const declared = tell(council, declares(both));
    expect(refusal(declared, takes(both, 'approve'))).toBe('house-rule-abstain');
    expect(refusal(declared, { by: both, command: { do: 'close-escalation' } })).toBe('objections-open');
  });

  it('of a delegate keeps the delegate from deciding, and the owner is told', () => {
    const atDecision = tell(council, ...bothApprove());
    const declared = attempt(atDecision, declares(sDecider, true));
    if (!declared.ok) throw new Error(declared.error.code);
    expect(declared.value.notices).toMatchObject([
      { subject: { card: 'round' }, occasion: 'conflict-declared' },
      { subject: { card: 'registration' }, occasion: 'new' },
      { subject: { card: 'round' }, occasion: 'reseated' },
    ]);
    const story = { ...atDecision, state: declared.value.state };
    expect(refusal(story, decides(sDecider, SORMLAND, 'coordinate'))).toBe('has-conflict');
    expect(refusal(atDecision, declares(sKirurgi, true))).toBe('not-allowed');
    const undone = tell(story, declares(sDecider, false));
    expect(refusal(undone, decides(sDecider, SORMLAND, 'coordinate'))).toBe('allowed');
  });

  it('holds when the item comes back to the council', () => {
    const closed = tell(
      council,
      declares(sMember2, true),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'postpone'),
      decides(vDecider, VASTMANLAND, 'postpone'),
      { by: officer, command: { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks } },
      {
        by: vKirurgi,
        command: {
          do: 'answer',
          unit: units.vKirurgi,
          round: 2,
          revision: 1,
          answer: { kind: 'objection', reason: 'legal' },
          texts: { text: 'Lagrum' },
        },
      },
      lift(),
    );
    expect(closed.state).toMatchObject({
      escalation: { declarations: { [sMember2.id]: { conflict: true } } },
    });
    expect(refusal(closed, takes(sMember2, 'approve'))).toBe('has-conflict');
  });
});

describe('the council’s clock', () => {
  const RADET = bodyId('inkopsradet');
  const meeting: Governance = {
    ...governance,
    ladder: governance.ladder.map((rung) => (rung.level === 'council' ? { ...rung, body: RADET } : rung)),
    meetings: [
      {
        ...row,
        id: 'meetings-council',
        body: RADET,
        meetings: [
          { date: date('2026-12-16'), documentsBy: date('2026-12-09') },
          { date: date('2026-11-25'), documentsBy: date('2026-11-18') },
        ],
      },
    ],
  };

  it('runs to its next meeting whose documents can still be sent', () => {
    expect(levelDue(meeting, 'council', at('2026-11-23 09:00'))).toBe(at('2026-12-16 16:00'));
    expect(levelDue(meeting, 'council', at('2026-11-18 09:00'))).toBe(at('2026-11-25 16:00'));
  });

  it('is the ladder’s working days where the calendar lists no meeting', () => {
    expect(levelDue(meeting, 'council', at('2026-12-21 09:00'))).toBe(
      levelDue(governance, 'council', at('2026-12-21 09:00')),
    );
  });
});

describe('the urgency path (KL 6:39)', () => {
  const chair = sMember2;
  const dear: Governance = {
    ...governance,
    mandates: [
      ...governance.mandates
        .map((one) => (one.id === 'm-both' ? { ...one, from: 0 } : one))
        .filter(({ id }) => id === 'm-both'),
      {
        ...row,
        id: 'chair-urgent',
        kinds: ALL,
        actsFor: [SORMLAND, VASTMANLAND],
        holder: { kind: 'delegate', person: chair.id, body: NAMNDEN },
        urgent: true,
      },
    ],
  };

  it('lifts a case from any level to whom the body has charged, with the officer’s reason', () => {
    for (const from of [objected, told(dear, objected, lift())]) {
      const hurried = told(dear, from, urgent());
      expect(hurried.state).toMatchObject({
        escalation: {
          level: 'decision',
          seats: [{ rule: 'chair-urgent', kind: 'delegate', person: chair.id, urgent: true }],
          urgency: { by: officer.id, texts: { reason: 'Avtalet upphör på fredag' } },
          proposal: { outcome: 'coordinate' },
        },
      });
    }
    const outcome = attempt(objected, urgent(), dear);
    expect(outcome).toMatchObject({
      value: { notices: [{ subject: { card: 'decision' }, occasion: 'urgent' }, {}] },
    });
  });

  it('decides once for both, and the decision is to be reported to the body', () => {
    const done = told(dear, objected, urgent(), decides(chair, SORMLAND, 'coordinate'));
    expect(done.events.at(-2)).toMatchObject({
      type: 'decided',
      rule: 'chair-urgent',
      urgent: true,
      reportTo: NAMNDEN,
    });
    expect(done.state.status).toBe('committed');
  });

  it('is refused without a reason, a row, or to anybody but an officer; an urgent row alone gives no seat', () => {
    expect(refusal(objected, urgent(officer, ''), dear)).toBe('text-missing');
    expect(refusal(objected, urgent())).toBe('no-urgent-mandate');
    expect(refusal(objected, urgent(vKirurgi), dear)).toBe('not-allowed');
    const usual = told(dear, objected, lift(), ...bothApprove());
    expect(usual.state).toMatchObject({ escalation: { seats: [{ rule: 'm-both', kind: 'body' }] } });
  });
});

describe('a deviation', () => {
  const atDecision = tell(
    objected,
    lift(),
    declares(sMember),
    declares(vMember),
    takes(sMember, 'approve'),
    takes(vMember, 'reject'),
  );

  it('is time-limited: without a last day it is refused, and the day must be to come', () => {
    expect(refusal(atDecision, decides(vDecider, VASTMANLAND, 'deviate', null))).toBe(
      'deviation-without-end',
    );
    expect(refusal(atDecision, decides(vDecider, VASTMANLAND, 'deviate', '2026-11-23'))).toBe(
      'deadline-in-the-past',
    );
    const one = tell(atDecision, decides(vDecider, VASTMANLAND, 'deviate', '2027-12-31'));
    expect(one.state).toMatchObject({
      escalation: { decisions: [{ outcome: 'deviate', until: '2027-12-31' }] },
    });
  });

  it('keeps no end where coordination is decided', () => {
    const one = tell(atDecision, decides(vDecider, VASTMANLAND, 'coordinate', '2027-12-31'));
    expect(one.state).not.toHaveProperty('escalation.decisions.0.until');
  });
});

describe('disagreement among three regions', () => {
  const OREBRO = regionId('orebro');
  const oUnit = unitId(OREBRO, 'Kirurgi');
  const person = (name: string, ...roles: string[]): Actor & { kind: 'person' } => ({
    kind: 'person',
    id: personId('tenant-o', name),
    region: OREBRO,
    unit: oUnit,
    roles,
  });
  const oManager = person('o-kirurgi', 'unit-manager');
  const oMember: Actor & { kind: 'person' } = {
    ...person('o-member', 'council-member'),
    unit: unitId(OREBRO, 'Rådet'),
  };
  const oDecider = person('o-decider', 'decider');
  const three: Governance = {
    ...governance,
    regions: [
      ...governance.regions,
      { ...row, id: 'r-o', region: OREBRO, name: { sv: 'Örebro', en: 'Örebro' }, tenants: ['tenant-o'] },
    ],
    attendance: [...governance.attendance, { ...row, id: 'a-o', region: OREBRO, members: 1 }],
    mandates: [
      ...governance.mandates,
      {
        ...row,
        id: 'm-o',
        kinds: ALL,
        actsFor: [OREBRO],
        holder: { kind: 'delegate', person: oDecider.id, body: NAMNDEN },
      },
    ],
  };
  const ask = { unit: oUnit, region: OREBRO, respondents: [oManager.id], deputies: [], superior: null };
  const atDecision = told(
    three,
    imported,
    {
      by: officer,
      command: { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: [...asks, ask] },
    },
    yes(sAkut, 1_000_000),
    yes(sKirurgi, 500_000),
    yes(vAnestesi, 400_000),
    yes(oManager, 300_000),
    objects(vKirurgi),
    lift(),
    ...[sMember, vMember, oMember].map((by) => declares(by)),
    ...[sMember, vMember, oMember].map((by) => takes(by, 'approve')),
  );

  it('leaves the deviation with the declining region; the two others go on, coordinated', () => {
    const done = told(
      three,
      atDecision,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate', '2027-12-31'),
      decides(oDecider, OREBRO, 'coordinate'),
    );
    expect(done.state).toMatchObject({
      status: 'partly-committed',
      settlements: [{ outcome: 'coordinate', declining: [VASTMANLAND] }],
    });
    const filed = told(
      three,
      done,
      {
        by: officer,
        command: {
          do: 'file-authorisation',
          region: SORMLAND,
          date: date('2026-11-20'),
          reference: 'RS 2026-9',
        },
      },
      {
        by: officer,
        command: {
          do: 'file-authorisation',
          region: OREBRO,
          date: date('2026-11-20'),
          reference: 'RÖ 2026-9',
        },
      },
    );
    const locked = told(three, filed, { by: officer, command: { do: 'lock' } });
    expect(locked.state).toMatchObject({
      participants: [
        { region: SORMLAND, ceiling: 1_500_000 },
        { region: OREBRO, ceiling: 300_000 },
      ],
    });
  });

  it('lets no unit of the declining region back in by an answer of its own', () => {
    const done = told(
      three,
      atDecision,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate', '2027-12-31'),
      decides(oDecider, OREBRO, 'coordinate'),
      yes(vKirurgi, 900_000),
    );
    expect(isAsked(done.state) && done.state.round.units[units.vKirurgi]?.decided).toBe('deviate');
    expect(done.state.status).toBe('partly-committed');
  });

  it('is not coordinated, owing to the declining regions, when fewer than two remain', () => {
    const done = told(
      three,
      atDecision,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate', '2027-12-31'),
      decides(oDecider, OREBRO, 'deviate', '2027-06-30'),
    );
    expect(done.state).toMatchObject({
      status: 'deviation-decided',
      settlements: [{ outcome: 'deviate', declining: [VASTMANLAND, OREBRO] }],
    });
  });

  it('waits when one of those who remain wants to wait: nobody is left out without a decision', () => {
    const done = told(
      three,
      atDecision,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate', '2027-12-31'),
      decides(oDecider, OREBRO, 'postpone'),
    );
    expect(done.state).toMatchObject({ status: 'postponed', settlements: [{ declining: [VASTMANLAND] }] });
  });
});

describe('a decision of fullmäktige', () => {
  const FULLMAKTIGE = bodyId('fullmaktige');
  const STYRELSEN = bodyId('styrelsen');
  const rules: Governance = {
    ...governance,
    bodies: [
      ...governance.bodies,
      {
        ...row,
        id: 'b-rs',
        body: STYRELSEN,
        name: { sv: 'Regionstyrelsen', en: 'the Executive' },
        secretary: secretary.id,
      },
      {
        ...row,
        id: 'b-rf',
        body: FULLMAKTIGE,
        name: { sv: 'Regionfullmäktige', en: 'the Assembly' },
        secretary: secretary.id,
        preparedBy: STYRELSEN,
      },
    ],
    mandates: [
      {
        ...row,
        id: 'rf',
        kinds: ALL,
        actsFor: [SORMLAND, VASTMANLAND],
        holder: { kind: 'body', body: FULLMAKTIGE },
      },
    ],
  };
  const atDecision = told(rules, objected, lift(), ...bothApprove());
  const register = (prepared?: { day: string; paragraph: string }, extra: object = {}): Step => ({
    by: secretary,
    command: {
      do: 'register-decision',
      body: FULLMAKTIGE,
      revision: 1,
      outcome: 'coordinate',
      date: date('2026-11-23'),
      paragraph: '§ 80',
      registryNumber: 'RS 2026-0123',
      ...(prepared ? { prepared: { date: date(prepared.day), paragraph: prepared.paragraph } } : {}),
      texts: {},
      ...extra,
    },
  });

  it('needs the styrelse’s preparation first (KL 5:26–30)', () => {
    expect(refusal(atDecision, register(), rules)).toBe('not-prepared');
    expect(refusal(atDecision, register({ day: '2026-11-10', paragraph: ' ' }), rules)).toBe('not-prepared');
    expect(refusal(atDecision, register({ day: '2026-11-24', paragraph: '§ 7' }), rules)).toBe(
      'not-prepared',
    );
    const done = told(rules, atDecision, register({ day: '2026-11-10', paragraph: '§ 7' }));
    expect(done.events.at(-2)).toMatchObject({
      body: { paragraph: '§ 80', prepared: { body: STYRELSEN, date: '2026-11-10', paragraph: '§ 7' } },
    });
  });

  it('to deviate is registered with its reason and its end', () => {
    const prepared = { day: '2026-11-10', paragraph: '§ 7' };
    expect(refusal(atDecision, register(prepared, { outcome: 'deviate' }), rules)).toBe('text-missing');
    expect(
      refusal(atDecision, register(prepared, { outcome: 'deviate', texts: { text: 'Skäl' } }), rules),
    ).toBe('deviation-without-end');
  });
});

describe('the reporting list (KL 6:40, 7:8)', () => {
  const atDecision = tell(objected, lift(), ...bothApprove());
  const decided = tell(
    atDecision,
    decides(sDecider, SORMLAND, 'coordinate'),
    decides(vDecider, VASTMANLAND, 'coordinate'),
  );
  let grain = 0;
  const history = record([], decided.events, { ruleVersion: 'test-1' }, () => `s${grain++}`);
  const seqs = reportLines(history, NAMNDEN).map(({ seq }) => seq);
  const report = (by: Actor, day: string, entries = seqs) =>
    decide(
      decided.state,
      { do: 'report-decisions', body: NAMNDEN, entries, date: date(day), paragraph: '§ 4' },
      { now: at('2026-12-17 09:00'), actor: by, governance, history },
    );

  it('has every delegate’s decision, for the body that delegated', () => {
    expect(reportLines(history, NAMNDEN).map(({ decision }) => decision.by)).toEqual([
      sDecider.id,
      vDecider.id,
    ]);
    expect(reportLines(history, bodyId('another'))).toEqual([]);
  });

  it('is marked by the body’s secretary with the meeting that had it, once', () => {
    const outcome = report(secretary, '2026-12-16');
    if (!outcome.ok) throw new Error(outcome.error.code);
    expect(outcome.value.events).toMatchObject([{ type: 'reported', entries: seqs, date: '2026-12-16' }]);
    const after = [
      ...history,
      ...record(history, outcome.value.events, { ruleVersion: 'test-1' }, () => 'x'),
    ];
    expect(reportLines(after, NAMNDEN).map(({ reported }) => reported)).toEqual([
      { date: '2026-12-16', paragraph: '§ 4' },
      { date: '2026-12-16', paragraph: '§ 4' },
    ]);
    const again = (day: string) =>
      decide(
        decided.state,
        { do: 'report-decisions', body: NAMNDEN, entries: seqs, date: date(day) },
        { now: at('2026-12-17 09:00'), actor: secretary, governance, history: after },
      );
    expect(again('2026-12-16')).toMatchObject({ value: { events: [] } });
    expect(again('2026-12-17')).toMatchObject({ error: { code: 'already-registered' } });
  });

  it('is marked by nobody else, for no meeting to come or before the decision, and for nothing else', () => {
    expect(report(sDecider, '2026-12-16')).toMatchObject({ error: { code: 'no-mandate' } });
    expect(report(operator as Actor, '2026-12-16')).toMatchObject({ error: { code: 'people-only' } });
    expect(report(secretary, '2026-12-18')).toMatchObject({ error: { code: 'date-in-the-future' } });
    expect(report(secretary, '2026-11-20')).toMatchObject({ error: { code: 'nothing-to-report' } });
    expect(report(secretary, '2026-12-16', [1])).toMatchObject({ error: { code: 'nothing-to-report' } });
    expect(report(secretary, '2026-12-16', [])).toMatchObject({ error: { code: 'nothing-to-report' } });
  });
});
