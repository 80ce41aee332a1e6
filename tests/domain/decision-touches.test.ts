import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import type { UnitEntry } from '#domain/coordination/answer.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { type CaseState, isAsked } from '#domain/coordination/state.ts';
import * as given from '#support/given.ts';
import * as three from '#support/three.ts';
import * as world from '#support/world.ts';

const { asked, bothApprove, decides, declares, lift, noNeed, objects, tell, ticks, told, yes } = given;
const { at, date, SORMLAND, sAkut, sDecider, sKirurgi, sMember, VASTMANLAND } = world;
const { vAnestesi, vDecider, vKirurgi, vMember } = world;
const { decisionInThree, objectedInThree, OREBRO, oDecider, oKirurgi, oMember, threeRegions } = three;

const END = date('2027-12-31');
const unitsOf = (state: CaseState): Readonly<Record<string, UnitEntry>> => {
  if (!isAsked(state)) throw new Error(state.status);
  return state.round.units;
};
const entry = (story: { readonly state: CaseState }, { unit }: { readonly unit: string }): UnitEntry => {
  const found = unitsOf(story.state)[unit];
  if (!found) throw new Error('not asked');
  return found;
};
describe('a decision touches whom it is about, and nobody else (law 0)', () => {
  const all = (from: given.Story, s: 'coordinate' | 'deviate', v: 'coordinate' | 'deviate') =>
    tell(from, decides(sDecider, SORMLAND, s), decides(vDecider, VASTMANLAND, v));

  it('over an objection, the reason stands at its revision; who has answered otherwise or not at all is as before', () => {
    const before = tell(
      asked,
      yes(sAkut, 10),
      noNeed(sKirurgi),
      objects(vKirurgi),
      ticks(at('2026-12-07 09:00')),
      lift(),
      ...bothApprove(),
    );
    const done = all(before, 'coordinate', 'coordinate');
    const overruled = { outcome: 'coordinate', revision: 1, reasons: ['existing-contract'] };
    expect(unitsOf(done.state)).toStrictEqual({
      ...unitsOf(before.state),
      [vKirurgi.unit]: { ...entry(before, vKirurgi), decided: 'coordinate', overruled },
      [vAnestesi.unit]: { ...entry(before, vAnestesi), goneOn: true },
    });
  });

  it('taken up again and decided to coordinate, all of the region’s units are back, each with its own answer', () => {
    const before = tell(
      asked,
      yes(sAkut, 10),
      yes(sKirurgi, 20),
      yes(vAnestesi, 30),
      objects(vKirurgi),
      lift(),
      ...bothApprove(),
    );
    const left = all(before, 'coordinate', 'deviate');
    expect(entry(left, vAnestesi)).toMatchObject({ decided: 'deviate', outUntil: END });
    const again = { ...left, now: at('2027-02-01 09:00') };
    const back = all(tell(again, lift(), ...bothApprove()), 'coordinate', 'coordinate');
    const overruled = { outcome: 'coordinate', revision: 1, reasons: ['existing-contract'] };
    expect(unitsOf(back.state)).toStrictEqual({
      ...unitsOf(before.state),
      [vKirurgi.unit]: { ...entry(before, vKirurgi), decided: 'coordinate', overruled },
    });
  });

  const without = (events: readonly CaseEvent[], change: (event: CaseEvent) => CaseEvent) =>
    replay(events.map(change));

  it('decided anew it has the end of the later decision: in a record of earlier, which named none, it has none', () => {
    const left = tell(
      asked,
      yes(sAkut, 10),
      yes(sKirurgi, 20),
      yes(vAnestesi, 30),
      objects(vKirurgi),
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'deviate', '2027-06-30'),
    );
    const anew = all(
      tell({ ...left, now: at('2027-02-01 09:00') }, lift(), ...bothApprove()),
      'coordinate',
      'deviate',
    );
    expect(entry(anew, vKirurgi)).toMatchObject({ decided: 'deviate', outUntil: END });
    const earlier = without(anew.events, (event) => {
      if (event.type !== 'decided' || event.until !== END) return event;
      const { until: _, ...rest } = event;
      return rest;
    });
    const { outUntil: _, ...still } = entry(anew, vKirurgi);
    expect(entry({ state: earlier }, vKirurgi)).toStrictEqual(still);
  });

  it('a region that stands outside, also one that never answered, is not what the others go on without', () => {
    const silentOutside = told(
      threeRegions,
      given.imported,
      three.opens(),
      ...[sAkut, sKirurgi, vAnestesi].map((unit) => yes(unit, 10)),
      objects(vKirurgi),
      ticks(at('2026-12-07 09:00')),
      lift(),
      ...[sMember, vMember, oMember].map((one) => declares(one)),
      ...[sMember, vMember, oMember].map((one) => given.takes(one, 'approve')),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
      decides(oDecider, OREBRO, 'deviate'),
    );
    const outside = entry(silentOutside, oKirurgi);
    expect(outside).toMatchObject({ answer: { kind: 'no-answer' }, decided: 'deviate', outUntil: END });
    const second = told(
      threeRegions,
      silentOutside,
      given.answers(vAnestesi, { kind: 'objection', reason: 'economy' }, { text: 'Dyrare' }),
      lift(),
      ...bothApprove(),
    );
    const done = told(
      threeRegions,
      second,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    expect(done.state.status).toBe('partly-committed');
    expect(entry(done, oKirurgi)).toStrictEqual(outside);
  });

  it('for a region that the rows know no more nobody decides: it is never out by the others’ decision', () => {
    const gone: Governance = {
      ...threeRegions,
      regions: threeRegions.regions.filter(({ region }) => region !== OREBRO),
    };
    const both = told(
      threeRegions,
      objectedInThree,
      given.answers(oKirurgi, { kind: 'objection', reason: 'economy' }, { text: 'Dyrare' }),
    );
    const before = told(gone, both, lift(), ...bothApprove());
    const done = told(
      gone,
      before,
      decides(sDecider, SORMLAND, 'deviate'),
      decides(vDecider, VASTMANLAND, 'deviate'),
    );
    expect(done.state.status).toBe('deviation-decided');
    expect(entry(done, vKirurgi)).toMatchObject({ decided: 'deviate' });
    expect(entry(done, oKirurgi)).toStrictEqual({
      ...entry(before, oKirurgi),
      decided: 'coordinate',
      overruled: { outcome: 'coordinate', revision: 1, reasons: ['economy'] },
    });
  });

  it('in a record of earlier the one outcome was everybody’s that objected, and a region that declined was out whole', () => {
    const before = told(
      threeRegions,
      decisionInThree,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    const done = told(threeRegions, before, decides(oDecider, OREBRO, 'deviate'));
    const earlier = without(done.events, (event) => {
      if (event.type !== 'escalation-closed') return event;
      const { each: _, ...rest } = event;
      return rest;
    });
    expect(earlier.status).toBe('partly-committed');
    expect(unitsOf(earlier)).toStrictEqual({
      ...unitsOf(before.state),
      [vKirurgi.unit]: { ...entry(before, vKirurgi), decided: 'coordinate' },
      [oKirurgi.unit]: { ...entry(before, oKirurgi), decided: 'deviate' },
    });
  });
});
