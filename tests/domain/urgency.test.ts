import { describe, expect, it } from 'vitest';
import { type Governance, levelDue } from '#domain/authority/governance.ts';
import {
  asked,
  attempt,
  bothApprove,
  decides,
  declares,
  lift,
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
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  sMember,
  sMember2,
  VASTMANLAND,
  vDecider,
} from '#support/world.ts';

/** In Sörmland the board decides, and has charged its chair with what cannot wait; in Västmanland a delegate decides. */
const row = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
const rules: Governance = {
  ...governance,
  mandates: [
    ...governance.mandates.map((one) =>
      one.id === 'm-s' ? { ...one, holder: { kind: 'body', body: NAMNDEN } as const } : one,
    ),
    {
      ...row,
      id: 'chair',
      kinds: ['coordinate', 'deviate', 'postpone'],
      actsFor: [SORMLAND],
      holder: { kind: 'delegate', person: sMember2.id, body: NAMNDEN },
      urgent: true,
    },
  ],
};
const urgent = (more: object = {}): Step => ({
  by: officer,
  command: { do: 'mark-urgent', texts: { reason: 'Avtalet upphör på fredag' }, ...more },
});
const marks = (story: Story, step: Step = urgent()) => {
  const outcome = attempt(story, step, rules);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.events[0];
};

describe('what cannot wait (KL 6:39)', () => {
  it('goes at once to whom a row charges, in one region at least; the usual rows keep the others', () => {
    expect(marks(objected)).toMatchObject({
      type: 'marked-urgent',
      proposal: 'coordinate',
      seats: [{ rule: 'chair', urgent: true }, { rule: 'm-v' }],
      missing: [],
      positions: [],
      due: levelDue(rules, 'decision', objected.now),
    });
    expect(marks(objected)).not.toHaveProperty('until');
  });

  it('keeps the proposal that stands, unless another comes with it', () => {
    const lifted = tell(objected, lift('postpone'));
    expect(marks(lifted)).not.toHaveProperty('proposal');
    expect(told(rules, lifted, urgent()).state).toMatchObject({
      escalation: { proposal: { outcome: 'postpone' } },
    });
    expect(marks(lifted, urgent({ proposal: 'deviate', until: date('2027-12-31') }))).toMatchObject({
      proposal: 'deviate',
      until: '2027-12-31',
    });
    // A day without a proposal of its own means nothing.
    expect(marks(lifted, urgent({ until: date('2027-12-31') }))).not.toHaveProperty('until');
  });

  it('keeps what the council has said so far, or has concluded', () => {
    const half = tell(objected, lift(), declares(sMember), takes(sMember, 'approve'));
    expect(marks(half)).toMatchObject({
      positions: [{ region: SORMLAND, stance: 'approve', approvals: 1, rejections: 0 }],
    });
    const concluded = tell(objected, lift(), ...bothApprove());
    expect(marks(concluded)).toMatchObject({
      positions: [
        { region: SORMLAND, stance: 'approve' },
        { region: VASTMANLAND, stance: 'approve' },
      ],
    });
  });

  it('is said once, and not of what is decided already', () => {
    const marked = told(rules, objected, urgent());
    const again = attempt(marked, urgent(), rules);
    expect(again.ok && again.value.events).toEqual([]);
    const half = tell(objected, lift(), ...bothApprove(), decides(vDecider, VASTMANLAND, 'coordinate'));
    expect(refusal(half, urgent(), rules)).toBe('already-decided');
    expect(refusal(asked, urgent(), rules)).toBe('not-escalated');
  });

  it('towards a deviation needs an end that is to come, where one is said', () => {
    const until = (day: string) => urgent({ proposal: 'deviate', until: date(day) });
    expect(refusal(objected, until('2026-11-20'), rules)).toBe('deadline-in-the-past');
    expect(refusal(objected, until('2027-12-31'), rules)).toBe('allowed');
    expect(refusal(objected, urgent({ proposal: 'deviate' }), rules)).toBe('allowed');
  });

  it('keeps its seats while the rows are the same, and gives them back to the body with the row', () => {
    const marked = told(rules, objected, urgent());
    const soon = ticks(marked.now);
    const same = attempt(marked, soon, rules);
    expect(same.ok && same.value.events).toEqual([]);
    const without = attempt(marked, soon, {
      ...rules,
      mandates: rules.mandates.filter(({ id }) => id !== 'chair'),
    });
    expect(without.ok && without.value.events).toMatchObject([
      { type: 'reseated', seats: [{ rule: 'm-s' }, { rule: 'm-v' }] },
    ]);
    // The order in which rows stand in the file moves nobody.
    const turned = { ...rules, mandates: rules.mandates.toReversed() };
    const reordered = attempt(marked, soon, turned);
    expect(reordered.ok && reordered.value.events).toEqual([]);
  });

  it('a usual case at its decision never gets an urgent seat by the clock', () => {
    const usual = told(rules, objected, lift(), ...bothApprove());
    const outcome = attempt(usual, ticks(usual.now), rules);
    expect(outcome.ok && outcome.value.events).toEqual([]);
    expect(usual.state).toMatchObject({ escalation: { seats: [{ rule: 'm-s' }, { rule: 'm-v' }] } });
  });
});
