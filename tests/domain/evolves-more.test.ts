import { describe, expect, it } from 'vitest';
import type { Governance, MandateRow } from '#domain/authority/governance.ts';
import type { UnitEntry } from '#domain/coordination/answer.ts';
import type { EscalatedCase } from '#domain/coordination/state.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import { disputed, revises } from '#support/backwards.ts';
import * as given from '#support/given.ts';
import { advances, does, until } from '#support/stages.ts';
import * as world from '#support/world.ts';

const {
  answers,
  asked,
  bothApprove,
  DEADLINE,
  decides,
  declares,
  lift,
  objected,
  takes,
  tell,
  ticks,
  told,
  yes,
} = given;
const { at, date, governance, NAMNDEN, officer, SORMLAND, VASTMANLAND } = world;
const { sAkut, sDecider, sKirurgi, sMember, sMember2, vAnestesi, vDecider, vKirurgi } = world;

const escalated = ({ state }: given.Story): EscalatedCase => {
  if (state.status !== 'escalated') throw new Error(state.status);
  return state;
};
const entry = ({ state }: given.Story, { unit }: { readonly unit: string }): UnitEntry | undefined =>
  isAsked(state) ? (state.round.units as Record<string, UnitEntry>)[unit] : undefined;
const row = (id: string, facts: Partial<MandateRow>): MandateRow => ({
  validFrom: date('2020-01-01'),
  status: 'decided',
  id,
  kinds: ['coordinate', 'deviate', 'postpone'],
  actsFor: [SORMLAND, VASTMANLAND],
  holder: { kind: 'body', body: NAMNDEN },
  ...facts,
});
const delegate = (person: typeof officer.id) => ({ kind: 'delegate', person, body: NAMNDEN }) as const;

describe('what cannot wait goes on with everything that was said and decided before (KL 6:39)', () => {
  const rules: Governance = {
    ...governance,
    mandates: [
      row('s', { actsFor: [SORMLAND], holder: delegate(sDecider.id), unknownValue: true }),
      row('v', { actsFor: [VASTMANLAND] }),
      row('chair', { holder: delegate(sMember2.id), urgent: true }),
    ],
  };
  const urgent = (proposal?: 'coordinate') =>
    does(officer, {
      do: 'mark-urgent',
      ...(proposal ? { proposal } : {}),
      texts: { reason: 'Avtalet upphör på fredag' },
    });

  it('from the council its declarations and positions; the level begins anew, unreminded', () => {
    const council = told(rules, objected, lift(), declares(sMember), takes(sMember, 'approve'));
    const before = escalated(council).escalation;
    const { escalation } = escalated(told(rules, council, urgent()));
    expect(before).toMatchObject({ positions: { [sMember.id]: { stance: 'approve' } } });
    expect(escalation).toMatchObject({
      level: 'decision',
      reminded: false,
      positions: 'positions' in before ? before.positions : {},
      declarations: 'declarations' in before ? before.declarations : {},
      proposal: 'proposal' in before ? before.proposal : {},
      decisions: [],
      urgency: { by: officer.id, at: council.now, texts: { reason: 'Avtalet upphör på fredag' } },
    });
    expect(escalation.path.map(({ level }) => level)).toEqual(['dialogue', 'council', 'decision']);
  });

  it('at the decision it is on the same stretch of the ladder; once somebody has decided it is refused', () => {
    const waiting = told(rules, objected, lift(), ...bothApprove());
    const { escalation } = escalated(told(rules, waiting, urgent()));
    expect(escalation.path).toEqual(escalated(waiting).escalation.path);
    const one = told(rules, waiting, decides(sDecider, SORMLAND, 'coordinate'));
    expect(given.refusal(one, urgent(), rules)).toBe('already-decided');
  });

  it('a proposal of its own is the item’s next, so that no card about an earlier one counts for it (law 3)', () => {
    const first = tell(
      objected,
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    const second = tell(
      first,
      answers(vAnestesi, { kind: 'objection', reason: 'economy' }, { text: 'Dyrare' }),
    );
    const { escalation } = escalated(told(rules, second, urgent('coordinate')));
    expect(escalation).toMatchObject({ proposal: { outcome: 'coordinate', number: 2 }, positions: {} });
  });
});

describe('a level’s clock and what was said of it', () => {
  it('moved by new dates it reminds anew', () => {
    const reminded = tell(disputed('2027-01-07'), ticks(at('2026-11-24 09:00')));
    expect(escalated(reminded).escalation.reminded).toBe(true);
    const moved = tell(reminded, revises({ advertise: date('2027-03-12') }));
    expect(moved.events.at(-1)?.type).toBe('clock-moved');
    expect(escalated(moved).escalation.reminded).toBe(false);
  });

  it('that it comes too late stays said, however far the case climbs', () => {
    const council = tell(disputed('2026-11-26'), lift());
    expect(escalated(council).escalation).toMatchObject({ level: 'council', tooLate: '2026-11-26' });
    expect(escalated(tell(council, ...bothApprove(2))).escalation).toMatchObject({
      level: 'decision',
      tooLate: '2026-11-26',
    });
  });

  it('who says at the council that there is no conflict any more has none in handling the case either', () => {
    const both = { ...officer, roles: ['officer', 'council-member'] };
    const before = tell(objected, declares(both, true));
    expect(before.state).toMatchObject({ conflicts: { [officer.id]: { conflict: true } } });
    const other = { ...officer, id: `${officer.id}-2` as typeof officer.id };
    const after = tell(before, { ...lift(), by: other }, declares(both, false));
    expect(after.state).toMatchObject({ conflicts: { [officer.id]: { conflict: false } } });
  });
});

describe('what lay and is taken up gives time to whom an answer is awaited, and to nobody else', () => {
  const free = { ...governance, mandates: [] };
  it('who has answered keeps the deadline of the question', () => {
    const lying = told(free, asked, yes(sAkut), advances({ to: 'postponed' }, { texts: { text: 'Budget' } }));
    const back = told(free, { ...lying, now: at('2026-12-10 09:00') }, advances({ to: 'resumed' }));
    expect(entry(back, sAkut)?.deadline).toBe(DEADLINE);
    expect(entry(back, vKirurgi)?.deadline).toBe(endOfDay(date('2026-12-17')));
  });

  it('who kept silent and gets more time is waited for again (law 1)', () => {
    const gone = tell(
      asked,
      yes(sAkut),
      yes(sKirurgi),
      yes(vAnestesi),
      ticks(at('2026-12-07 09:00')),
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    expect(entry(gone, vKirurgi)).toMatchObject({ answer: { kind: 'no-answer' }, goneOn: true });
    const unit = vKirurgi.unit;
    const wants = does(vKirurgi, { do: 'request-more-time', unit, round: 1, texts: { text: 'Semester' } });
    const more = tell(gone, wants, does(officer, { do: 'grant-more-time', unit, workingDays: 5 }));
    expect(entry(more, vKirurgi)).toMatchObject({ answer: { kind: 'waiting' } });
    expect(entry(more, vKirurgi)).not.toHaveProperty('goneOn');
  });
});

describe('what stands is not moved by what comes after', () => {
  it('a court that is quick does not shorten a longer standstill (LOU ch. 20)', () => {
    const told15 = tell(
      until('awarded'),
      advances(
        { to: 'standstill', date: date('2027-03-03'), sent: 'otherwise' },
        { when: at('2027-03-03 12:00') },
      ),
    );
    expect(told15.state).toMatchObject({ standstill: { until: '2027-03-18' } });
    const quick = tell(
      told15,
      advances({ to: 'appealed', date: date('2027-03-04'), court: 'FR' }, { when: at('2027-03-04 09:00') }),
      advances(
        { to: 'appeal-settled', date: date('2027-03-05'), outcome: 'award-stands' },
        { when: at('2027-03-05 09:00') },
      ),
    );
    expect(quick.state).toMatchObject({ standstill: { until: '2027-03-18' } });
  });

  it('a ceiling that is stated after the lock is the one region’s that had none (law 5)', () => {
    const pieces = (by: typeof sAkut) =>
      answers(by, { kind: 'yes', commitment: { binding: 'estimate', volume: 5 } });
    const locked = tell(asked, ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map(pieces), ...given.locks);
    const stated = tell(locked, advances({ to: 'ceiling-stated', region: SORMLAND, value: 900_000 }));
    expect(stated.state).toMatchObject({
      participants: [
        { region: SORMLAND, ceiling: 900_000, ceilingVolume: 10 },
        { region: VASTMANLAND, ceiling: 0, ceilingVolume: 10 },
      ],
    });
  });
});
