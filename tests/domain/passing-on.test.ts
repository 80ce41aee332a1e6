import { describe, expect, it } from 'vitest';
import type { Governance, MandateRow } from '#domain/authority/governance.ts';
import type { Outcome } from '#domain/escalation/reasons.ts';
import {
  bothApprove,
  brings,
  decides,
  declares,
  lift,
  notices,
  objected,
  refusal,
  type Step,
  type Story,
  takes,
  tell,
  ticks,
  told,
} from '#support/given.ts';
import {
  at,
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  sDecider,
  secretary,
  sMember,
  VASTMANLAND,
  vDecider,
  vMember,
} from '#support/world.ts';

const always = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
const END = '2027-12-31';
/** The delegates coordinate, each for the own region; leaving the coordination is the board's. */
const split: Governance = {
  ...governance,
  mandates: [
    ...governance.mandates
      .filter(({ id }) => id !== 'm-both')
      .map((row): MandateRow => ({ ...row, kinds: ['coordinate'] })),
    {
      ...always,
      id: 'leaving',
      kinds: ['deviate', 'postpone'],
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'body', body: NAMNDEN },
    },
  ],
};
const registers = (outcome: Outcome, more: object = {}): Step => ({
  by: secretary,
  command: {
    do: 'register-decision',
    body: NAMNDEN,
    revision: 1,
    outcome,
    date: date('2026-11-23'),
    paragraph: '§ 9',
    registryNumber: 'IN 2026-0009',
    texts: {},
    ...more,
  },
});
const reasoned = { until: date(END), texts: { text: 'Avtal kvar' } };
const seats = ({ state }: Story) =>
  state.status === 'escalated' && state.escalation.level === 'decision'
    ? state.escalation.seats.map(({ rule, regions }) => `${rule} ${regions.join('+')}`)
    : [];

describe('a decider who wants what another holder decides passes it on (law 2: a human decides, nothing is a dead end)', () => {
  const ready = told(split, objected, lift(), ...bothApprove());
  const passed = told(split, ready, decides(vDecider, VASTMANLAND, 'deviate', END));

  it('the proposal goes to that holder, for the decider’s own region, with its end and its reason', () => {
    expect(brings(ready, decides(vDecider, VASTMANLAND, 'deviate', END), split)).toEqual(['reseated']);
    expect(seats(passed)).toEqual([`m-s ${SORMLAND}`, `leaving ${VASTMANLAND}`]);
    expect(passed.state).toMatchObject({
      escalation: {
        decisions: [],
        proposal: { outcome: 'coordinate' },
        passed: {
          [VASTMANLAND]: {
            outcome: 'deviate',
            until: END,
            by: vDecider.id,
            texts: { text: 'Enligt rådets förslag' },
          },
        },
      },
    });
    expect(notices(ready, decides(vDecider, VASTMANLAND, 'deviate', END), split)).toMatchObject([
      { subject: { card: 'registration', body: NAMNDEN }, audience: [{ person: secretary.id }] },
      { subject: { card: 'round' }, occasion: 'reseated' },
    ]);
  });

  it('who may decide the deviation decides it; the other region decides for itself', () => {
    const done = told(
      split,
      passed,
      registers('deviate', reasoned),
      decides(sDecider, SORMLAND, 'coordinate'),
    );
    expect(done.state).toMatchObject({
      status: 'deviation-decided',
      settlements: [{ declining: [VASTMANLAND] }],
    });
  });

  it('and may refuse it: then the item stays coordinated (law 0)', () => {
    const done = told(split, passed, registers('coordinate'), decides(sDecider, SORMLAND, 'coordinate'));
    expect(done.state.status).toBe('committed');
    expect(done.events.filter(({ type }) => type === 'decided')).toMatchObject([
      { rule: 'leaving', outcome: 'coordinate', body: { paragraph: '§ 9' } },
      { rule: 'm-s' },
    ]);
  });

  it('has a reason, an end and a holder; what nobody may decide is refused', () => {
    expect(refusal(ready, decides(vDecider, VASTMANLAND, 'deviate', null), split)).toBe(
      'deviation-without-end',
    );
    const nobody = { ...split, mandates: split.mandates.filter(({ id }) => id !== 'leaving') };
    expect(refusal(ready, decides(vDecider, VASTMANLAND, 'deviate', END), nobody)).toBe('no-mandate');
    expect(refusal(passed, decides(vDecider, VASTMANLAND, 'coordinate'), split)).toBe('no-mandate');
  });

  it('no clock and no other mandate takes it back', () => {
    const later = told(split, passed, ticks(at('2026-11-25 09:00')));
    expect(seats(later)).toEqual(seats(passed));
  });

  it('a body passes on with its minutes', () => {
    const other: Governance = {
      ...split,
      mandates: [
        {
          ...always,
          id: 'joint',
          kinds: ['coordinate'],
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'body', body: NAMNDEN },
        },
        {
          ...always,
          id: 'one',
          kinds: ['deviate'],
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'delegate', person: sDecider.id, body: NAMNDEN },
        },
      ],
    };
    const board = told(other, objected, lift(), ...bothApprove());
    const handed = told(other, board, registers('deviate', reasoned));
    expect(handed.state).toMatchObject({
      escalation: {
        passed: { [SORMLAND]: { outcome: 'deviate', body: { body: NAMNDEN, paragraph: '§ 9' } } },
      },
    });
    expect(told(other, handed, decides(sDecider, SORMLAND, 'deviate', END)).state.status).toBe(
      'deviation-decided',
    );
  });
});

describe('the proposal to the council can be changed by the officer', () => {
  const half = tell(objected, lift(), declares(sMember), declares(vMember), takes(sMember, 'approve'));
  const other: Step = {
    by: officer,
    command: { do: 'escalate', proposal: 'deviate', until: date(END), texts: { text: 'Avtal kvar' } },
  };

  it('the council is asked about the new one; what was said of the earlier stands beside it', () => {
    expect(brings(half, other)).toEqual(['climbed']);
    const changed = tell(half, other);
    expect(changed.state).toMatchObject({
      escalation: {
        level: 'council',
        proposal: { outcome: 'deviate', until: END, by: officer.id },
        positions: {},
        stale: { [sMember.id]: { position: { stance: 'approve' } } },
        declarations: { [sMember.id]: { conflict: false } },
      },
    });
    expect(notices(half, other)).toMatchObject([
      { subject: { card: 'council' }, occasion: 'proposal-changed' },
    ]);
    const done = tell(changed, takes(sMember, 'approve'), takes(vMember, 'approve'));
    expect(done.state).toMatchObject({ escalation: { level: 'decision', proposal: { outcome: 'deviate' } } });
  });

  it('gives no new time, and the same again is nothing', () => {
    const due = (story: Story) => story.state.status === 'escalated' && story.state.escalation.due;
    const later = { ...half, now: at('2026-11-26 09:00') };
    expect(due(tell(later, other))).toBe(due(half));
    expect(brings(half, lift())).toEqual([]);
    expect(brings(tell(half, other), other)).toEqual([]);
  });

  it('also what the clock proposed', () => {
    const dialogue = tell(objected, ticks(at('2026-12-01 09:00')), ticks(at('2026-12-09 09:00')));
    expect(dialogue.state).toMatchObject({ escalation: { level: 'council', proposal: { by: 'clock' } } });
    expect(tell(dialogue, other).state).toMatchObject({ escalation: { proposal: { outcome: 'deviate' } } });
  });

  it('until the council is done', () => {
    expect(refusal(tell(objected, lift(), ...bothApprove()), other)).toBe('already-at-council');
  });
});
