import { describe, expect, it } from 'vitest';
import {
  endingsDue,
  endsOf,
  leftOn,
  nextEnding,
  outOn,
  outsOf,
  standingFor,
} from '#domain/coordination/deviation.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { type AskedCase, isAsked } from '#domain/coordination/state.ts';
import type { Outcome } from '#domain/escalation/reasons.ts';
import { unitId } from '#domain/shared/ids.ts';
import {
  answers,
  asked,
  bothApprove,
  decides,
  declares,
  lift,
  locks,
  noNeed,
  objects,
  type Story,
  takes,
  tell,
  told,
  yes,
} from '#support/given.ts';
import { advances, does } from '#support/stages.ts';
import { OREBRO, objectedInThree, oDecider, oKirurgi, oMember, threeRegions } from '#support/three.ts';
import * as world from '#support/world.ts';

const { asks, at, date, officer, SORMLAND, VASTMANLAND } = world;
const { sAkut, sDecider, sKirurgi, sMember, vAnestesi, vDecider, vKirurgi, vMember } = world;
const EARLY = date('2027-03-31');
const LATE = date('2027-12-31');
const TODAY = date('2026-11-23');
const FAR = date('2099-01-01');

const held = (story: Pick<Story, 'state'>): AskedCase => {
  if (!isAsked(story.state)) throw new Error(story.state.status);
  return story.state;
};
type Decided = readonly [Outcome, string?];
const both = (from: Story, s: Decided, v: Decided): Story =>
  tell(
    from,
    decides(sDecider, SORMLAND, s[0], s[1] ?? null),
    decides(vDecider, VASTMANLAND, v[0], v[1] ?? null),
  );
const vObjects = () =>
  tell(
    asked,
    yes(sAkut, 10),
    yes(sKirurgi, 20),
    yes(vAnestesi, 30),
    objects(vKirurgi),
    lift(),
    ...bothApprove(),
  );
const anew = (from: Story, when: string): Story => tell({ ...from, now: at(when) }, lift(), ...bothApprove());
/** What records of earlier had: one outcome for the case, and none of the units marked. */
const earlier = (story: Story, change: (event: CaseEvent) => CaseEvent = (event) => event): Story => ({
  ...story,
  state: replay(
    story.events.map((event) => {
      if (event.type !== 'escalation-closed') return change(event);
      const { each: _, ...rest } = event;
      // Who let units out alone declined nothing yet.
      return rest.outcome === 'coordinate-partly' ? { ...rest, declining: [] } : rest;
    }),
  ),
});
/** Nor did they name an end. */
const endless =
  (of: { readonly id: string }) =>
  (event: CaseEvent): CaseEvent => {
    if (event.type !== 'decided' || event.by !== of.id) return event;
    const { until: _, ...rest } = event;
    return rest;
  };
const out = (
  who: { readonly unit: string; readonly region: string },
  until: string | null,
  decided = 'deviate',
) => ({
  unit: who.unit,
  region: who.region,
  decided,
  until,
});

describe('who goes its own way by a deviation, and till when (law 0)', () => {
  it('a region that declines with all its units, one that lets units out with those that object', () => {
    const story = tell(
      asked,
      yes(sAkut, 10),
      objects(sKirurgi),
      yes(vAnestesi, 30),
      yes(vKirurgi, 40),
      lift(),
      ...bothApprove(),
    );
    const left = both(story, ['coordinate-partly', EARLY], ['deviate', LATE]);
    expect(left.state).toMatchObject({
      status: 'deviation-decided',
      settlements: [{ declining: [SORMLAND, VASTMANLAND] }],
    });
    expect(outsOf(held(left))).toEqual([
      out(sKirurgi, EARLY, 'coordinate-partly'),
      out(vAnestesi, LATE),
      out(vKirurgi, LATE),
    ]);
  });

  it('each unit till its own end: a later decision over another unit does not move it', () => {
    const first = both(vObjects(), ['coordinate'], ['coordinate-partly', EARLY]);
    const dearer = answers(vAnestesi, { kind: 'objection', reason: 'economy' }, { text: 'Dyrare' });
    const second = both(
      tell(first, dearer, lift(), ...bothApprove()),
      ['coordinate'],
      ['coordinate-partly', LATE],
    );
    expect(outsOf(held(second))).toEqual([
      out(vAnestesi, LATE, 'coordinate-partly'),
      out(vKirurgi, EARLY, 'coordinate-partly'),
    ]);
  });

  it('through its last day', () => {
    const left = both(vObjects(), ['coordinate'], ['coordinate-partly', LATE]);
    expect(outOn(held(left), LATE)).toEqual([out(vKirurgi, LATE, 'coordinate-partly')]);
    expect(outOn(held(left), date('2028-01-01'))).toEqual([]);
  });

  it('and an item that is left comes back the day after enough regions that need something may take part', () => {
    const three = (o: 'yes' | 'no-need') =>
      told(
        threeRegions,
        objectedInThree,
        ...(o === 'yes' ? [] : [noNeed(oKirurgi)]),
        lift(),
        ...[sMember, vMember, oMember].map((by) => declares(by)),
        ...[sMember, vMember, oMember].map((by) => takes(by, 'approve')),
        decides(sDecider, SORMLAND, 'deviate', LATE),
        decides(vDecider, VASTMANLAND, 'deviate', EARLY),
        decides(oDecider, OREBRO, 'coordinate'),
      );
    expect(endsOf(three('yes').state)).toEqual([EARLY]);
    expect([EARLY, date('2027-04-01')].map((day) => leftOn(three('yes').state, day))).toEqual([true, false]);
    expect(endsOf(three('no-need').state)).toEqual([LATE]);
  });
});

describe('an item that is left where too few regions need anything', () => {
  it('is left till the last of its deviations ends', () => {
    const story = tell(
      asked,
      yes(sAkut, 10),
      objects(sKirurgi),
      noNeed(vAnestesi),
      noNeed(vKirurgi),
      lift(),
      ...bothApprove(),
    );
    const left = both(story, ['deviate', LATE], ['coordinate']);
    expect(left.state.status).toBe('deviation-decided');
    expect(endsOf(left.state)).toEqual([LATE]);
    expect([LATE, date('2028-01-01')].map((day) => leftOn(left.state, day))).toEqual([true, false]);
  });
});

describe('in records of earlier only the case said that it was left', () => {
  it('the units of whoever declined are out, each region by its own decision’s end', () => {
    const left = earlier(both(vObjects(), ['deviate', EARLY], ['deviate', LATE]));
    expect(held(left).round.units[vKirurgi.unit]).not.toHaveProperty('decided');
    expect(outsOf(held(left))).toEqual([
      out(sAkut, EARLY),
      out(sKirurgi, EARLY),
      out(vAnestesi, LATE),
      out(vKirurgi, LATE),
    ]);
    expect(outsOf(held(earlier(both(vObjects(), ['coordinate'], ['deviate', LATE]))))).toEqual([
      out(vAnestesi, LATE),
      out(vKirurgi, LATE),
    ]);
  });

  it('by the latest decision, also where it was taken up and left again without another', () => {
    const first = both(vObjects(), ['coordinate'], ['deviate', EARLY]);
    const second = both(anew(first, '2027-02-01 09:00'), ['coordinate'], ['deviate', LATE]);
    expect(outsOf(held(earlier(second)))).toEqual([out(vAnestesi, LATE), out(vKirurgi, LATE)]);
    const other = both(anew(first, '2027-02-01 09:00'), ['deviate', LATE], ['coordinate']);
    expect(outsOf(held(earlier(other)))).toEqual([out(sAkut, LATE), out(sKirurgi, LATE)]);
    const rested = tell(anew(first, '2027-02-01 09:00'), does(officer, { do: 'close-escalation' }));
    expect(outsOf(held(earlier(rested)))).toEqual([out(vAnestesi, EARLY), out(vKirurgi, EARLY)]);
  });

  it('one that named no end binds until a decision changes it, and no end of it is told', () => {
    const left = earlier(both(vObjects(), ['deviate', EARLY], ['deviate', LATE]), endless(vDecider));
    expect(outOn(held(left), FAR)).toEqual([out(vAnestesi, null), out(vKirurgi, null)]);
    expect(leftOn(left.state, FAR)).toBe(true);
    expect(endsOf(left.state)).toEqual([]);
    expect(standingFor(held(left), asks, FAR)).toEqual([
      { unit: vAnestesi.unit, decided: 'deviate' },
      { unit: vKirurgi.unit, decided: 'deviate' },
    ]);
  });

  it('also of units that were let out alone', () => {
    const partly = earlier(both(vObjects(), ['coordinate'], ['coordinate-partly', LATE]), endless(vDecider));
    expect(outOn(held(partly), FAR)).toEqual([out(vKirurgi, null, 'coordinate-partly')]);
    expect(endsOf(partly.state)).toEqual([]);
  });

  it('asked about anew once it is over, nobody is out', () => {
    const left = earlier(both(vObjects(), ['coordinate'], ['deviate', EARLY]));
    const again = tell(
      { ...left, now: at('2027-04-01 09:00') },
      does(officer, { do: 'open-round', owner: officer.id, deadline: at('2027-05-03 17:00'), units: asks }),
    );
    expect(again.state.status).toBe('asked');
    expect(outsOf(held(again))).toEqual([]);
  });
});

describe('whom a new round keeps out', () => {
  const newUnit = (region: typeof SORMLAND) => ({ unit: unitId(region, 'Ny'), region });
  const everybody = [...asks, newUnit(SORMLAND), newUnit(VASTMANLAND)];

  it('a region that declined also with units that were not asked before', () => {
    const left = both(vObjects(), ['coordinate'], ['deviate', LATE]);
    expect(standingFor(held(left), everybody, TODAY)).toEqual([
      { unit: vAnestesi.unit, decided: 'deviate', until: LATE },
      { unit: vKirurgi.unit, decided: 'deviate', until: LATE },
      { unit: newUnit(VASTMANLAND).unit, decided: 'deviate', until: LATE },
    ]);
  });

  it('where units were let out, those alone, though they were all that the region had', () => {
    const story = tell(
      asked,
      objects(sAkut),
      objects(sKirurgi),
      yes(vAnestesi, 30),
      yes(vKirurgi, 40),
      lift(),
      ...bothApprove(),
    );
    const partly = both(story, ['coordinate-partly', LATE], ['coordinate']);
    expect(standingFor(held(partly), everybody, TODAY)).toEqual([
      { unit: sAkut.unit, decided: 'coordinate-partly', until: LATE },
      { unit: sKirurgi.unit, decided: 'coordinate-partly', until: LATE },
    ]);
  });
});

describe('which ends the owner is told of, and when', () => {
  const partly = (s: string, v: string) =>
    both(
      tell(
        asked,
        yes(sAkut, 10),
        objects(sKirurgi),
        yes(vAnestesi, 30),
        objects(vKirurgi),
        lift(),
        ...bothApprove(),
      ),
      ['coordinate-partly', s],
      ['coordinate-partly', v],
    );

  it('the next in time, where one ends before another that is to be told of is over', () => {
    const story = partly('2027-04-15', EARLY);
    expect(endsOf(story.state)).toEqual([EARLY, date('2027-04-15')]);
    expect(nextEnding(story.state)).toBe(at('2027-03-01 09:00'));
    const one = tell(story, { by: world.clock, command: { do: 'tick' }, at: at('2027-03-01 09:00') });
    expect(nextEnding(one.state)).toBe('2027-03-16T08:00:00.000Z');
  });

  it('one is over the day after its last', () => {
    const { state } = partly(EARLY, EARLY);
    expect(endingsDue(state, at('2027-02-26 09:00'))).toEqual([]);
    expect(endingsDue(state, at('2027-03-31 12:00'))).toEqual([{ end: EARLY, over: false }]);
    expect(endingsDue(state, at('2027-04-01 09:00'))).toEqual([{ end: EARLY, over: true }]);
  });

  it('none once it is locked who takes part, nor of what is over', () => {
    const story = both(vObjects(), ['coordinate'], ['coordinate-partly', LATE]);
    expect(endsOf(story.state)).toEqual([LATE]);
    expect(endsOf(tell(story, ...locks).state)).toEqual([]);
    const cancelled = tell(story, advances({ to: 'cancelled' }, { texts: { text: 'Behovet har ändrats' } }));
    expect(outsOf(held(cancelled))).toEqual([out(vKirurgi, LATE, 'coordinate-partly')]);
    expect(endsOf(cancelled.state)).toEqual([]);
  });
});
