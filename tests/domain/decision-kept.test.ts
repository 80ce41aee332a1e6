import { describe, expect, it } from 'vitest';
import type { Governance, MandateRow } from '#domain/authority/governance.ts';
import type { RegionDecision } from '#domain/coordination/escalation-state.ts';
import { type CaseState, isAsked } from '#domain/coordination/state.ts';
import * as given from '#support/given.ts';
import { does } from '#support/stages.ts';
import * as world from '#support/world.ts';

const { asked, bothApprove, decides, declares, lift, objected, takesDeciding, tell, told } = given;
const { beds, date, governance, NAMNDEN, officer, operator, SORMLAND, VASTMANLAND } = world;
const { sDecider, secretary, sMember, sMember2, vDecider, vKirurgi, vMember } = world;

const END = date('2027-12-31');
const decisions = ({ state }: { readonly state: CaseState }): readonly RegionDecision[] => {
  if (!isAsked(state)) throw new Error(state.status);
  return state.settlements.at(-1)?.decisions ?? [];
};
const everyRegion = (row: Pick<MandateRow, 'id' | 'holder'> & Partial<MandateRow>): MandateRow => ({
  validFrom: date('2020-01-01'),
  status: 'decided',
  kinds: ['coordinate', 'deviate', 'postpone'],
  actsFor: [SORMLAND, VASTMANLAND],
  ...row,
});

describe('a decision keeps who took it, for whom, by which row and version, and why (law 2)', () => {
  const by = (person: { readonly id: RegionDecision['by'] }, rule: string, more: object) => ({
    outcome: 'coordinate',
    rule,
    ruleVersion: 'test-1',
    at: given.START,
    by: person.id,
    ...more,
  });

  it('a delegate’s, with the body that it is reported to; a deviation’s with its end', () => {
    const done = tell(
      objected,
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate', END),
    );
    const texts = { text: 'Enligt rådets förslag' };
    expect(decisions(done)).toStrictEqual([
      by(sDecider, 'm-s', { regions: [SORMLAND], texts, reportTo: NAMNDEN }),
      by(vDecider, 'm-v', {
        regions: [VASTMANLAND],
        outcome: 'deviate',
        texts,
        until: END,
        reportTo: NAMNDEN,
      }),
    ]);
  });

  it('named members’, with each of them', () => {
    const members = [sMember.id, vMember.id];
    const holder = { kind: 'members', members, body: NAMNDEN } as const;
    const rules: Governance = {
      ...governance,
      mandates: [...governance.mandates, everyRegion({ id: 'council', holder })],
    };
    const done = told(
      rules,
      objected,
      lift('coordinate', { text: 'Gemensam kravbild' }),
      declares(sMember),
      declares(vMember),
      takesDeciding(sMember, 'approve'),
      takesDeciding(vMember, 'approve'),
    );
    expect(decisions(done)).toStrictEqual([
      by(vMember, 'council', {
        regions: [SORMLAND, VASTMANLAND],
        texts: { text: 'Gemensam kravbild' },
        reportTo: NAMNDEN,
        members,
      }),
    ]);
  });

  it('the chair’s of what cannot wait, as such (KL 6:39)', () => {
    const rules: Governance = {
      ...governance,
      mandates: [
        everyRegion({ id: 'board', holder: { kind: 'body', body: NAMNDEN }, from: 0 }),
        everyRegion({
          id: 'chair',
          holder: { kind: 'delegate', person: sMember2.id, body: NAMNDEN },
          urgent: true,
        }),
      ],
    };
    const urgent = does(officer, { do: 'mark-urgent', texts: { reason: 'Avtalet upphör på fredag' } });
    const done = told(rules, objected, urgent, decides(sMember2, SORMLAND, 'coordinate'));
    expect(decisions(done)).toStrictEqual([
      by(sMember2, 'chair', {
        regions: [SORMLAND, VASTMANLAND],
        texts: { text: 'Enligt rådets förslag' },
        reportTo: NAMNDEN,
        urgent: true,
      }),
    ]);
  });

  it('a body’s, as it stands in its minutes', () => {
    const dear = does(operator, { do: 'import', item: { ...beds, value: 20_000_000 } });
    const registers = does(secretary, {
      do: 'register-decision',
      body: NAMNDEN,
      revision: 2,
      outcome: 'coordinate',
      date: date('2026-11-23'),
      paragraph: '§ 4',
      registryNumber: 'RS 2026-1',
      texts: {},
    });
    const second = given.answers(
      vKirurgi,
      { kind: 'objection', reason: 'other' },
      { text: 'Nej' },
      vKirurgi.unit,
      2,
    );
    const done = tell(asked, dear, second, lift(), ...bothApprove(2), registers);
    const minutes = { body: NAMNDEN, date: '2026-11-23', paragraph: '§ 4', registryNumber: 'RS 2026-1' };
    expect(decisions(done)).toStrictEqual([
      by(secretary, 'm-both', { regions: [SORMLAND, VASTMANLAND], texts: {}, body: minutes }),
    ]);
  });
});
