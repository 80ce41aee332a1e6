import { describe, expect, it } from 'vitest';
import { silent } from '#domain/coordination/answer.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { matterOf } from '#domain/coordination/stage-authority.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { participations } from '#domain/coordination/status.ts';
import {
  asked,
  bothApprove,
  brings,
  decides,
  lift,
  locks,
  noNeed,
  objects,
  refusal,
  type Step,
  type Story,
  tell,
  ticks,
  yes,
} from '#support/given.ts';
import * as world from '#support/world.ts';

const { at, officer, SORMLAND, VASTMANLAND } = world;
const { sAkut, sKirurgi, vAnestesi, vKirurgi, sDecider, vDecider } = world;
const late = ticks(at('2026-12-07 09:00'));
const both: readonly Step[] = [
  decides(sDecider, SORMLAND, 'coordinate'),
  decides(vDecider, VASTMANLAND, 'coordinate'),
];
const held = ({ state }: Story) => {
  if (!isAsked(state)) throw new Error('nobody was asked');
  return state;
};
const silentCase = tell(asked, yes(sAkut, 10), yes(sKirurgi, 10), yes(vAnestesi, 20), late);
const decided = tell(silentCase, lift(), ...bothApprove(), ...both);

describe('silence is neither consent nor a veto (laws 0 and 1)', () => {
  it('before anybody with a mandate has decided, a silent unit is lifted and the case does not close', () => {
    expect(silentCase.state).toMatchObject({ status: 'escalated', escalation: { level: 'managers' } });
    expect(refusal(silentCase, { by: officer, command: { do: 'close-escalation' } })).toBe('units-silent');
  });

  it('once the deciders have decided to coordinate, the item goes on without the silent unit', () => {
    expect(decided.state.status).toBe('committed');
    expect(decided.events.at(-1)?.type).toBe('escalation-closed');
    expect(silent(held(decided).round)).toEqual([]);
    expect(refusal(tell(decided, ...locks.slice(0, 1)), locks[1] as Step)).toBe('allowed');
    expect(brings(decided, ticks(at('2027-03-01 09:00')))).toEqual([]);
    expect(replay(decided.events)).toEqual(decided.state);
  });

  it('it stays without an answer, and nobody is counted for it', () => {
    expect(held(decided).round.units[vKirurgi.unit]).toMatchObject({
      answer: { kind: 'no-answer' },
      goneOn: true,
    });
    expect(participations(held(decided).round)).toEqual([
      { region: SORMLAND, ceiling: 20 },
      { region: VASTMANLAND, ceiling: 20 },
    ]);
    expect(matterOf(held(decided)).own).toEqual({ [SORMLAND]: 20, [VASTMANLAND]: 20 });
  });

  it('a region whose units all kept silent is no party', () => {
    const one = tell(asked, yes(sAkut, 10), yes(sKirurgi, 10), late, lift(), ...bothApprove(), ...both);
    expect(one.state.status).toBe('partly-committed');
    expect(participations(held(one).round).map(({ region }) => region)).toEqual([SORMLAND]);
  });

  it('its answer counts when it comes, and what it objects is dealt with', () => {
    const after = tell(decided, yes(vKirurgi, 5));
    expect(held(after).round.units[vKirurgi.unit]).not.toHaveProperty('goneOn');
    expect(participations(held(after).round)[1]).toEqual({ region: VASTMANLAND, ceiling: 25 });
    expect(tell(decided, noNeed(vKirurgi)).state.status).toBe('committed');
    expect(tell(decided, objects(vKirurgi)).state.status).toBe('escalated');
  });

  it('asked again and silent again it is lifted anew', () => {
    const again: Step = {
      by: officer,
      command: {
        do: 'ask-again',
        unit: vKirurgi.unit,
        deadline: at('2026-12-18 17:00'),
        texts: {},
      },
    };
    const more = tell(decided, again);
    expect(held(more).round.units[vKirurgi.unit]).not.toHaveProperty('goneOn');
    const quiet = tell(more, ticks(at('2026-12-21 09:00')));
    expect(quiet.state).toMatchObject({ status: 'escalated', escalation: { cause: 'no-answer' } });
  });

  it('a region that wants to wait has not gone on without its silent units', () => {
    const waits = tell(
      silentCase,
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'postpone'),
    );
    expect(waits.state.status).toBe('postponed');
    expect(silent(held(waits).round).map(({ unit }) => unit)).toEqual([vKirurgi.unit]);
  });
});
