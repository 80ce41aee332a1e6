import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { isAsked } from '#domain/coordination/state.ts';
import type { Outcome } from '#domain/escalation/reasons.ts';
import type { Actor } from '#domain/shared/actor.ts';
import {
  bothApprove,
  decides,
  declares,
  lift,
  objected,
  objects,
  refusal,
  type Step,
  type Story,
  tell,
  told,
} from '#support/given.ts';
import * as world from '#support/world.ts';

const { asks, at, date, governance, NAMNDEN, officer, SORMLAND, VASTMANLAND } = world;
const { sMember, vMember, vKirurgi, sDecider, vDecider } = world;

const takes = (by: Actor, proposal: number | undefined, deciding = false): Step => ({
  by,
  command: {
    do: 'take-position',
    revision: 1,
    ...(proposal === undefined ? {} : { proposal }),
    stance: 'approve',
    ...(deciding ? { decides: true } : {}),
    texts: {},
  },
});
const proposes = (proposal: Outcome, until = '2027-12-31'): Step => ({
  by: officer,
  command: {
    do: 'escalate',
    proposal,
    ...(proposal === 'deviate' ? { until: date(until) } : {}),
    texts: { text: 'Avtal kvar' },
  },
});
const first = tell(objected, lift(), declares(sMember), declares(vMember));
const second = tell(first, proposes('deviate'));

describe('a position is of the proposal that its card showed (laws 2 and 3)', () => {
  it('the first is counted with its number or without', () => {
    expect(refusal(first, takes(sMember, undefined))).toBe('allowed');
    expect(refusal(first, takes(sMember, 1))).toBe('allowed');
    expect(refusal(first, takes(sMember, 2))).toBe('old-card');
  });

  it('once the officer proposes something else, a card about the first is old', () => {
    expect(second.state).toMatchObject({ escalation: { proposal: { outcome: 'deviate', number: 2 } } });
    expect(refusal(second, takes(sMember, undefined))).toBe('old-card');
    expect(refusal(second, takes(sMember, 1))).toBe('old-card');
    expect(refusal(second, takes(sMember, 2))).toBe('allowed');
  });

  it('the same proposal again is no other', () => {
    expect(tell(second, proposes('deviate')).state).toEqual(second.state);
  });

  it('where members decide, no old card decides what they have not seen', () => {
    const rules: Governance = {
      ...governance,
      mandates: [
        ...governance.mandates,
        {
          id: 'members',
          validFrom: date('2020-01-01'),
          status: 'decided',
          kinds: ['coordinate', 'deviate', 'postpone'],
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'members', members: [sMember.id, vMember.id], body: NAMNDEN },
        },
      ],
    };
    expect(refusal(second, takes(sMember, 1, true), rules)).toBe('old-card');
    const done = told(rules, second, takes(sMember, 2, true), takes(vMember, 2, true));
    expect(done.state.status).toBe('deviation-decided');
  });

  it('nor does a card from an earlier dispute about the same item', () => {
    const over = tell(
      objected,
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate-partly', '2027-12-31'),
    );
    const again = tell(over, lift(), declares(sMember));
    expect(again.state).toMatchObject({ escalation: { proposal: { number: 2 } } });
    expect(refusal(again, takes(sMember, 1))).toBe('old-card');
    expect(refusal(again, takes(sMember, 2))).toBe('allowed');
  });
});

describe('an answer is of the solution that its card showed', () => {
  const unit = vKirurgi.unit;
  const offers = (text: string): Step => ({
    by: officer,
    command: { do: 'propose-solution', unit, solution: 'lots', texts: { text } },
  });
  const answers = (accept: boolean, number?: number): Step => ({
    by: vKirurgi,
    command: {
      do: 'answer-solution',
      unit,
      ...(number === undefined ? {} : { number }),
      accept,
      texts: { text: 'Skäl' },
    },
  });
  const one = tell(objected, offers('Två delar'));
  const two = tell(one, answers(false, 1), offers('Tre delar'));
  const status = ({ state }: Story) => isAsked(state) && state.round.units[unit]?.solution?.status;

  it('a yes on the card of the first, rejected one accepts nothing', () => {
    expect(refusal(one, answers(true))).toBe('allowed');
    expect(refusal(two, answers(true))).toBe('old-card');
    expect(refusal(two, answers(true, 1))).toBe('old-card');
    expect(refusal(two, answers(false, 1))).toBe('old-card');
    expect(status(tell(two, answers(true, 2)))).toBe('accepted');
  });

  it('solutions are counted on through a new objection and a new round', () => {
    const anew = tell(two, answers(false, 2), objects(vKirurgi), offers('Fyra delar'));
    expect(refusal(anew, answers(true, 2))).toBe('old-card');
    expect(refusal(anew, answers(true, 3))).toBe('allowed');
    const silent: Governance = { ...governance, mandates: [] };
    const later = told(
      silent,
      told(silent, tell(one, answers(true, 1)), {
        by: officer,
        command: { do: 'advance', stage: { to: 'postponed' }, texts: { text: 'Väntar' } },
      }),
      {
        by: officer,
        command: {
          do: 'open-round',
          owner: officer.id,
          deadline: at('2027-12-30 12:00'),
          units: [...asks],
        },
      },
    );
    expect(isAsked(later.state) && later.state.round.units[unit]?.solutions).toBe(1);
  });
});
