import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { decide } from '#domain/coordination/decide.ts';
import { record } from '#domain/record/history.ts';
import { reportLines } from '#domain/record/reporting.ts';
import type { BodyId } from '#domain/shared/ids.ts';
import {
  bothApprove,
  decides,
  declares,
  lift,
  objected,
  type Story,
  takesDeciding,
  tell,
  told,
} from '#support/given.ts';
import {
  assemblyDecides,
  committed,
  decides as decidesStage,
  does,
  initiating,
  REGIONSTYRELSEN_V,
  RF,
  RS,
  rfSecretary,
  textiles,
} from '#support/stages.ts';
import {
  at,
  date,
  governance,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  sDecider,
  secretary,
  sMember,
  sMember2,
  VASTMANLAND,
  vDecider,
  vMember,
} from '#support/world.ts';

const historyOf = ({ events }: Pick<Story, 'events'>) =>
  record([], events, { ruleVersion: 'test-1' }, () => 'salt');
const lines = (story: Story, body: BodyId) => reportLines(historyOf(story), body);
const seqsOf = ({ events }: Story, type: string) =>
  events.flatMap((event, i) => (event.type === type ? [i + 1] : []));
const always = { validFrom: date('2020-01-01'), status: 'decided' } as const;
const KINDS = ['coordinate', 'deviate', 'postpone'] as const;

describe('what a body is to have reported: what others decided for it (KL 6:39–40, 7:8)', () => {
  const rules = initiating();
  const own = told(rules, committed, decidesStage(sDecider, 'initiate'));

  it('a delegate’s decision of a stage: whole, to the body that delegated it and to no other', () => {
    const [seq] = seqsOf(own, 'stage-decided');
    expect(lines(own, RS)).toStrictEqual([
      {
        seq,
        decision: {
          at: own.now,
          by: sDecider.id,
          regions: [SORMLAND],
          rule: 'i-s',
          what: { kind: 'initiate' },
          texts: { text: 'Enligt planen' },
        },
      },
    ]);
    expect(lines(own, REGIONSTYRELSEN_V)).toEqual([]);
    expect(lines(own, NAMNDEN)).toEqual([]);
  });

  it('nothing that a body decided itself: that stands in its minutes', () => {
    const large = told(
      rules,
      committed,
      does(operator, { do: 'import', item: textiles }),
      assemblyDecides({ revision: 2, date: date('2026-11-23') }),
    );
    expect(seqsOf(large, 'stage-decided')).toHaveLength(1);
    expect(lines(large, RF)).toEqual([]);
  });

  it('what members of the council decided by a mandate, with who they were', () => {
    const members: Governance = {
      ...governance,
      mandates: [
        ...governance.mandates,
        {
          ...always,
          id: 'members',
          kinds: KINDS,
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'members', members: [sMember.id, vMember.id], body: NAMNDEN },
        },
      ],
    };
    const decided = told(
      members,
      tell(objected, lift('coordinate', { text: 'Delad leverans' })),
      declares(sMember),
      declares(vMember),
      takesDeciding(sMember, 'approve'),
      takesDeciding(vMember, 'approve'),
    );
    expect(lines(decided, NAMNDEN)).toStrictEqual([
      {
        seq: seqsOf(decided, 'decided')[0],
        decision: {
          at: decided.now,
          by: vMember.id,
          regions: [SORMLAND, VASTMANLAND],
          rule: 'members',
          what: { outcome: 'coordinate' },
          members: [sMember.id, vMember.id],
          texts: { text: 'Delad leverans' },
        },
      },
    ]);
  });

  it('what its chair decided since it could not wait, said to be so', () => {
    const hurried: Governance = {
      ...governance,
      mandates: [
        ...governance.mandates.map((one) =>
          one.id === 'm-s' ? { ...one, holder: { kind: 'body', body: NAMNDEN } as const } : one,
        ),
        {
          ...always,
          id: 'chair',
          kinds: KINDS,
          actsFor: [SORMLAND],
          holder: { kind: 'delegate', person: sMember2.id, body: NAMNDEN },
          urgent: true,
        },
      ],
    };
    const decided = told(
      hurried,
      objected,
      does(officer, { do: 'mark-urgent', texts: { reason: 'Avtalet upphör på fredag' } }),
      declares(sMember2),
      decides(sMember2, SORMLAND, 'coordinate'),
    );
    expect(lines(decided, NAMNDEN)).toStrictEqual([
      {
        seq: seqsOf(decided, 'decided')[0],
        decision: {
          at: decided.now,
          by: sMember2.id,
          regions: [SORMLAND],
          rule: 'chair',
          what: { outcome: 'coordinate' },
          urgent: true,
          texts: { text: 'Enligt rådets förslag' },
        },
      },
    ]);
  });

  it('a meeting of another body is not the one that has had it', () => {
    const meeting = (body: BodyId): Story => ({
      ...own,
      events: [
        ...own.events,
        {
          type: 'reported',
          at: own.now,
          by: rfSecretary.id,
          body,
          entries: seqsOf(own, 'stage-decided'),
          date: date('2026-12-09'),
        },
      ],
    });
    const reported = (body: BodyId) => lines(meeting(body), RS).map((line) => line.reported);
    expect(reported(NAMNDEN)).toEqual([undefined]);
    expect(reported(RS)).toEqual([{ date: '2026-12-09' }]);
  });
});

describe('one meeting has a decision reported, and says so once', () => {
  const decided = tell(objected, lift(), ...bothApprove(), decides(vDecider, VASTMANLAND, 'coordinate'), {
    ...decides(sDecider, SORMLAND, 'coordinate'),
    at: at('2026-12-01 09:00'),
  });
  const [first = 0, second = 0] = seqsOf(decided, 'decided');
  const reports = (entries: readonly number[], on: string) => {
    const outcome = decide(
      decided.state,
      { do: 'report-decisions', body: NAMNDEN, entries, date: date(on) },
      { now: at('2026-12-10 09:00'), actor: secretary, governance, history: historyOf(decided) },
    );
    return outcome.ok
      ? outcome.value.events.map((one) => 'entries' in one && one.entries)
      : outcome.error.code;
  };

  it('none before it was taken, also beside another that was', () => {
    expect(reports([first], '2026-11-30')).toEqual([[first]]);
    expect(reports([first, second], '2026-11-30')).toBe('nothing-to-report');
    expect(reports([second, first, second], '2026-12-01')).toEqual([[first, second]]);
  });
});
