import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { asPersonId } from '#domain/shared/ids.ts';
import { declares, lift, objected, refusal, type Step, type Story, tell, told } from '#support/given.ts';
import {
  at,
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  sMember,
  sMember2,
  VASTMANLAND,
  vMember,
} from '#support/world.ts';

const extra = { ...sMember, id: asPersonId('tenant-s:s-member3') };
const ALL = ['coordinate', 'deviate', 'postpone'] as const;
const row = (
  id: string,
  actsFor: (typeof SORMLAND)[],
  members: readonly (typeof sMember)[],
): Governance['mandates'][number] => ({
  id,
  validFrom: date('2020-01-01'),
  status: 'decided',
  kinds: ALL,
  actsFor,
  holder: { kind: 'members', members: members.map(({ id: member }) => member), body: NAMNDEN },
});
const withRows = (
  rows: Governance['mandates'],
  attendance: { readonly s: number; readonly v: number } = { s: 1, v: 1 },
): Governance => ({
  ...governance,
  attendance: governance.attendance.map((one) => ({
    ...one,
    members: one.region === SORMLAND ? attendance.s : attendance.v,
  })),
  mandates: [...governance.mandates, ...rows],
});
const one = row('both', [SORMLAND, VASTMANLAND], [sMember2, sMember, vMember]);
const approves = (by: typeof sMember, when: string, reason?: string, decides = true): Step => ({
  by,
  command: {
    do: 'take-position',
    revision: 1,
    stance: 'approve',
    ...(decides ? { decides } : {}),
    texts: reason ? { reason } : {},
  },
  at: at(`2026-11-23 ${when}`),
});
const rejects = (by: typeof sMember, when: string): Step => ({
  by,
  command: {
    do: 'take-position',
    revision: 1,
    stance: 'reject',
    decides: true,
    texts: { reason: 'Behoven skiljer sig' },
  },
  at: at(`2026-11-23 ${when}`),
});
const lifted = tell(objected, lift('coordinate', { text: 'Samma bord, delad leverans' }));
const decisions = ({ events }: Story) => events.filter(({ type }) => type === 'decided');
const said = [declares(sMember), declares(sMember2), declares(vMember)];

describe('named members decide in the council by a dated row (KL 6:40, 7:8)', () => {
  it('stands on the decision in the order in which they approved, by the last, with the last one’s reason', () => {
    const story = told(
      withRows([one], { s: 2, v: 1 }),
      lifted,
      ...said,
      approves(sMember, '10:00', 'Först'),
      approves(vMember, '10:30', 'Sedan'),
      approves(sMember, '11:00', 'Omprövat'),
      approves(sMember2, '12:00', 'Enligt underlaget'),
    );
    expect(decisions(story)).toMatchObject([
      {
        by: sMember2.id,
        members: [vMember.id, sMember.id, sMember2.id],
        texts: { text: 'Enligt underlaget' },
        reportTo: NAMNDEN,
      },
    ]);
  });

  it('has the proposal’s words where the last said none', () => {
    const rules = withRows([one]);
    const story = told(
      rules,
      lifted,
      ...said,
      approves(sMember, '10:00', 'Först'),
      approves(vMember, '11:00'),
    );
    expect(decisions(story)).toMatchObject([
      { by: vMember.id, texts: { text: 'Samma bord, delad leverans' } },
    ]);
    const silent = told(
      rules,
      tell(objected, lift()),
      ...said,
      approves(sMember, '10:00'),
      approves(vMember, '11:00'),
    );
    expect(decisions(silent)[0]).not.toHaveProperty('texts');
  });

  it('is one decision for each row, by that row’s own members', () => {
    const rules = withRows([row('s', [SORMLAND], [sMember]), row('v', [VASTMANLAND], [vMember])]);
    const story = told(
      rules,
      lifted,
      ...said,
      approves(sMember2, '09:30', 'Bara råd', false),
      approves(sMember, '10:00', 'För Sörmland'),
      approves(vMember, '11:00', 'För Västmanland'),
    );
    expect(decisions(story)).toMatchObject([
      { by: sMember.id, rule: 's', regions: [SORMLAND], members: [sMember.id] },
      { by: vMember.id, rule: 'v', regions: [VASTMANLAND], members: [vMember.id] },
    ]);
    expect(story.state.status).toBe('committed');
  });

  it('leaves out whoever rejected; the majority of the region decides', () => {
    const three = row('both', [SORMLAND, VASTMANLAND], [sMember, sMember2, vMember, extra]);
    const story = told(
      withRows([three], { s: 3, v: 1 }),
      lifted,
      ...said,
      declares(extra),
      rejects(sMember, '09:30'),
      approves(vMember, '10:00'),
      approves(sMember2, '10:30'),
      approves(extra, '11:00'),
    );
    expect(decisions(story)).toMatchObject([{ by: extra.id, members: [vMember.id, sMember2.id, extra.id] }]);
  });

  it('waits for each region’s attendance, whichever region is first', () => {
    const rules = withRows([one], { s: 2, v: 1 });
    const half = told(rules, lifted, ...said, approves(vMember, '10:00'), approves(sMember, '10:30'));
    expect(half.state).toMatchObject({ escalation: { level: 'council' } });
    expect(decisions(told(rules, half, approves(sMember2, '11:00')))).toHaveLength(1);
  });

  it('is passed on where a row’s own members did not approve, though their region did', () => {
    // Sörmland approves by its own member; Västmanland’s row names somebody who has not met.
    const rules = withRows([row('s', [SORMLAND], [sMember]), row('v', [VASTMANLAND], [sMember2])], {
      s: 2,
      v: 0,
    });
    const story = told(
      rules,
      lifted,
      ...said,
      approves(sMember, '10:00'),
      approves(sMember2, '10:30'),
      approves(vMember, '11:00', undefined, false),
    );
    expect(decisions(story)).toEqual([]);
  });

  it('keeps the end of a deviation, and an end that coordination does not have', () => {
    const rules = withRows([one]);
    const escalate = (proposal: 'deviate' | 'coordinate'): Step => ({
      by: officer,
      command: {
        do: 'escalate',
        proposal,
        until: date('2027-12-31'),
        texts: { text: 'Avtal kvar' },
      } as CaseCommand,
    });
    const both = [approves(sMember, '10:00'), approves(vMember, '11:00')];
    const deviation = told(rules, objected, escalate('deviate'), ...said, ...both);
    expect(decisions(deviation)).toMatchObject([{ outcome: 'deviate', until: '2027-12-31' }]);
    const coordination = told(rules, objected, escalate('coordinate'), ...said, ...both);
    expect(decisions(coordination)[0]).not.toHaveProperty('until');
  });
});

describe('members decide a deviation within the same limits as everybody who decides (law 0, docs/decisions/0021)', () => {
  const rules = withRows([row('both', [SORMLAND, VASTMANLAND], [sMember, vMember])]);
  const proposed = (until: string) =>
    told(
      rules,
      objected,
      {
        by: officer,
        command: { do: 'escalate', proposal: 'deviate', until: date(until), texts: { text: 'Avtal kvar' } },
      },
      declares(sMember),
      declares(vMember),
    );
  const on = (by: typeof sMember, when: string, stance: 'approve' | 'reject' = 'approve'): Step => ({
    ...(stance === 'approve' ? approves(by, '10:00') : rejects(by, '10:00')),
    at: at(when),
  });

  it('on its last day there is nothing left to decide; the day before there is', () => {
    const story = proposed('2026-11-25');
    expect(refusal(story, on(sMember, '2026-11-25 09:00'), rules)).toBe('deadline-in-the-past');
    expect(refusal(story, on(sMember, '2026-12-01 09:00'), rules)).toBe('deadline-in-the-past');
    expect(refusal(story, on(sMember, '2026-12-01 09:00', 'reject'), rules)).toBe('allowed');
    const done = told(rules, story, on(sMember, '2026-11-24 09:00'), on(vMember, '2026-11-24 10:00'));
    expect(done.state.status).toBe('deviation-decided');
  });

  it('when the last of them comes too late, nothing is decided; with another day it can be', () => {
    const half = told(rules, proposed('2026-11-25'), on(sMember, '2026-11-24 09:00'));
    expect(refusal(half, on(vMember, '2026-11-25 09:00'), rules)).toBe('deadline-in-the-past');
    const anew = told(rules, half, {
      by: officer,
      at: at('2026-11-25 09:00'),
      command: {
        do: 'escalate',
        proposal: 'deviate',
        until: date('2027-11-25'),
        texts: { text: 'Avtal kvar' },
      },
    });
    expect(refusal(anew, { ...on(vMember, '2026-11-25 10:00'), current: true }, rules)).toBe('allowed');
  });
});
