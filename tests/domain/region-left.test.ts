import { describe, expect, it } from 'vitest';
import { endedRegions } from '#domain/authority/ended.ts';
import { type Governance, governanceOn, type MandateRow } from '#domain/authority/governance.ts';
import { dueAt } from '#domain/coordination/clock.ts';

import { replay } from '#domain/coordination/evolve.ts';
import { missingDecisions } from '#domain/coordination/stage-authority.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { participants } from '#domain/coordination/status.ts';
import { concerned } from '#domain/record/concerns.ts';
import { record } from '#domain/record/history.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import {
  brings,
  decides,
  declares,
  imported,
  lift,
  notices,
  objects,
  refusal,
  type Step,
  type Story,
  takes,
  ticks,
  told,
  types,
  yes,
} from '#support/given.ts';
import { advances, does } from '#support/stages.ts';
import { OREBRO, oDecider, oKirurgi, oMember, opens, threeRegions } from '#support/three.ts';
import * as world from '#support/world.ts';

const { at, beds, date, NAMNDEN, officer, SORMLAND, sAkut, sDecider, sKirurgi, sMember } = world;
const { VASTMANLAND, vAnestesi, vDecider, vKirurgi, vMember } = world;

const LAST = date('2026-11-24');
const GONE = at('2026-11-25 09:00');

const row = (kind: MandateRow['kinds'][number], by: typeof sDecider): MandateRow => ({
  id: `${kind}-${by.region}`,
  validFrom: date('2020-01-01'),
  status: 'decided',
  kinds: [kind],
  actsFor: [by.region],
  holder: { kind: 'delegate', person: by.id, body: NAMNDEN },
});
/** Örebro leaves, with its delegate; who decides to begin and to cancel, for each region. */
const leaving = (
  kinds: readonly MandateRow['kinds'][number][] = [],
  status: 'decided' | 'proposed' = 'decided',
): Governance => ({
  ...threeRegions,
  regions: threeRegions.regions.flatMap((one) =>
    one.region !== OREBRO
      ? [one]
      : status === 'decided'
        ? [{ ...one, validTo: LAST }]
        : [one, { ...one, id: 'r-o-ending', validTo: LAST, status }],
  ),
  mandates: [
    ...threeRegions.mandates.map((one) =>
      one.id === 'm-o' && status === 'decided' ? { ...one, validTo: LAST } : one,
    ),
    ...kinds.flatMap((kind) => [
      row(kind, sDecider),
      row(kind, vDecider),
      { ...row(kind, oDecider), validTo: LAST },
    ]),
  ],
});
const on = (day: PlainDate, file: Governance): Governance => governanceOn(file, day);
const until = (file: Governance) => on(date('2026-11-23'), file);
const since = (file: Governance) => on(date('2026-11-25'), file);
/** Steps of the day after its last. */
const later = (step: Step): Step => ({ ...step, at: GONE });

const told2 = (file: Governance, from: Story, ...steps: readonly Step[]) =>
  told(since(file), from, ...steps.map(later));
const left = (file: Governance, story: Story): Story => told(since(file), story, ticks(GONE));
const known = ({ state }: Pick<Story, 'state'>): KnownCase => {
  if (state.status === 'new') throw new Error('nothing is known');
  return state;
};
const asked = (file: Governance) => told(until(file), imported, opens());
const four: readonly Step[] = [yes(sAkut, 10), yes(sKirurgi, 10), yes(vAnestesi, 10), yes(vKirurgi, 10)];
const committed = (file: Governance) => told(until(file), asked(file), ...four, yes(oKirurgi, 10));
const disputed = (file: Governance) =>
  told(until(file), asked(file), ...four, {
    ...objects(oKirurgi),
    by: oKirurgi,
  });
const authorises = (region: typeof SORMLAND): Step =>
  does(officer, { do: 'file-authorisation', region, date: date('2026-11-20'), reference: 'RS 1' });
const locking = does(officer, { do: 'lock' });

describe('a region has left once a decided row that named it has ended, and none other names it', () => {
  it('on the day after its last day, not before', () => {
    const file = leaving();
    expect(endedRegions(on(LAST, file))).toEqual([]);
    expect(endedRegions(on(date('2026-11-25'), file))).toEqual([{ region: OREBRO, rule: 'r-o', last: LAST }]);
  });

  it('not while the row is only proposed to end, nor while another row names it, nor where a file does not name it', () => {
    const day = date('2026-11-25');
    expect(endedRegions(on(day, leaving([], 'proposed')))).toEqual([]);
    const rejoined = leaving();
    const again = rejoined.regions.find(({ id }) => id === 'r-o');
    if (!again) throw new Error('no row');
    const { validTo: _, ...open } = again;
    const back = { ...rejoined, regions: [...rejoined.regions, { ...open, id: 'r-o-2' }] };
    expect(endedRegions(on(day, back))).toEqual([]);
    expect(endedRegions(on(day, world.governance))).toEqual([]);
  });

  it('by the latest of its rows', () => {
    const file = leaving();
    const rows = file.regions.flatMap((one) =>
      one.region === OREBRO ? [one, { ...one, id: 'r-o-old', validTo: date('2024-12-31') }] : [one],
    );
    for (const regions of [rows, rows.toReversed()]) {
      expect(endedRegions(on(date('2026-11-25'), { ...file, regions }))).toEqual([
        { region: OREBRO, rule: 'r-o', last: LAST },
      ]);
    }
  });

  it('a region that is only proposed to leave takes its units out of nothing', () => {
    const file = leaving([], 'proposed');
    expect(brings(committed(file), ticks(GONE), since(file))).toEqual([]);
  });
});

describe('before the lock a region that has left is no party', () => {
  it('the clock takes its units out of the round, with an entry in the record that says by which row', () => {
    const file = leaving();
    const story = left(file, asked(file));
    expect(story.events.at(-1)).toEqual({
      type: 'region-left',
      at: GONE,
      by: 'clock',
      region: OREBRO,
      rule: 'r-o',
      last: LAST,
    });
    expect(known(story)).toMatchObject({
      status: 'asked',
      departed: { [OREBRO]: { at: GONE, rule: 'r-o', last: LAST, units: { [oKirurgi.unit]: {} } } },
    });
    expect(Object.keys('round' in story.state ? story.state.round.units : {})).not.toContain(oKirurgi.unit);
    expect(replay(story.events)).toEqual(story.state);
    expect(brings(story, ticks(at('2026-11-26 09:00')), since(file))).toEqual([]);
  });

  it('its unit and the officer are told', () => {
    const file = leaving();
    expect(notices(asked(file), ticks(GONE), since(file))).toEqual([
      {
        at: GONE,
        subject: { card: 'request', item: beds.id, unit: oKirurgi.unit },
        occasion: 'region-left',
        audience: [{ to: 'unit', unit: oKirurgi.unit }],
      },
      {
        at: GONE,
        subject: { card: 'round', item: beds.id },
        occasion: 'region-left',
        audience: [{ to: 'person', person: officer.id }],
      },
    ]);
  });

  it('whoever got the question passed on is told as well', () => {
    const file = leaving();
    const to = { person: sMember.id, region: OREBRO, roles: [] };
    const passed = told(
      until(file),
      asked(file),
      does(oKirurgi, { do: 'delegate', unit: oKirurgi.unit, to }),
    );
    expect(notices(passed, ticks(GONE), since(file))[0]?.audience).toEqual([
      { to: 'unit', unit: oKirurgi.unit },
      { to: 'person', person: sMember.id },
    ]);
  });

  it('nothing waits for it: the others have all answered, and its clock is gone', () => {
    const file = leaving();
    const story = left(file, told(until(file), asked(file), ...four));
    expect(known(story).status).toBe('committed');
    expect(dueAt(story.state, since(file))).toBeNull();
  });

  it('it is never locked in: what it said counts for nobody, also before the clock has looked', () => {
    const file = leaving();
    const locked = told2(file, committed(file), authorises(SORMLAND), locking);
    expect(types(locked.events).slice(-3)).toEqual(['region-left', 'authorisation-filed', 'locked']);
    expect(locked.state).toMatchObject({
      status: 'locked',
      participants: [{ region: SORMLAND }, { region: VASTMANLAND }],
    });
    expect(replay(locked.events)).toEqual(locked.state);
  });

  it('neither the beginning, the lock nor a cancellation waits for its decision', () => {
    const file = leaving(['initiate', 'cancel']);
    const story = left(file, committed(file));
    const rules = since(file);
    const decide = (by: typeof sDecider, kind: 'initiate' | 'cancel') =>
      does(by, { do: 'decide-stage', kind, region: by.region, revision: 1, texts: { text: 'Ja' } });
    expect(missingDecisions(known(story), rules, date('2026-11-25'), 'cancel')).toHaveLength(2);
    const initiated = told2(file, story, decide(sDecider, 'initiate'), decide(vDecider, 'initiate'));
    expect(known(initiated).status).toBe('initiated');
    expect(refusal(told2(file, initiated, authorises(SORMLAND)), later(locking), rules)).toBe('allowed');
    const cancelled = told2(file, story, decide(sDecider, 'cancel'), decide(vDecider, 'cancel'));
    const cancels = advances({ to: 'cancelled' }, { texts: { text: 'Behövs inte' } });
    expect(refusal(cancelled, later(cancels), rules)).toBe('allowed');
  });

  it('what waited for its decision alone goes on once it has left', () => {
    const file = leaving(['initiate']);
    const decide = (by: typeof sDecider) =>
      does(by, {
        do: 'decide-stage',
        kind: 'initiate',
        region: by.region,
        revision: 1,
        texts: { text: 'Ja' },
      });
    const waiting = told(until(file), committed(file), decide(sDecider), decide(vDecider));
    expect(known(waiting).status).toBe('committed');
    const story = left(file, waiting);
    expect(types(story.events).slice(-2)).toEqual(['region-left', 'authority-noted']);
    expect(missingDecisions(known(story), since(file), date('2026-11-25'), 'initiate')).toEqual([]);
    // Time alone begins nothing: it is with the next thing that somebody does.
    const next = told2(file, story, authorises(SORMLAND));
    expect(types(next.events).slice(-2)).toEqual(['authorisation-filed', 'advanced']);
    expect(known(next)).toMatchObject({
      status: 'initiated',
      authority: { required: [{ region: SORMLAND }, { region: VASTMANLAND }], gaps: [] },
    });
  });

  it('its unit’s manager is told why nothing can be answered any more', () => {
    const file = leaving();
    expect(refusal(asked(file), later(yes(oKirurgi, 10)), since(file))).toBe('region-has-left');
    expect(refusal(left(file, asked(file)), later(yes(oKirurgi, 10)), since(file))).toBe('region-has-left');
  });

  it('nobody asks its units in a new round, and a round without them knows of no region that left', () => {
    const file = leaving();
    expect(refusal(imported, later(opens()), since(file))).toBe('region-has-left');
    const postpones = advances({ to: 'postponed' }, { texts: { text: 'Vi väntar' } });
    const rows = { ...file, mandates: [] };
    const waits = left(rows, told(until(rows), committed(rows), postpones));
    expect(known(waits)).toMatchObject({ status: 'postponed', departed: { [OREBRO]: {} } });
    const again = told2(rows, waits, opens([...world.asks]));
    expect(known(again).status).toBe('asked');
    expect(again.state).not.toHaveProperty('departed');
  });

  it('the region in whose plan the item stands cannot lead it once it has left', () => {
    const file = leaving();
    const hosted = told(
      until(file),
      asked(file),
      ...four,
      yes(oKirurgi, 10),
      does(officer, { do: 'import', item: { ...beds, region: OREBRO } }),
    );
    const willing = told2(
      file,
      hosted,
      ...four.map((step) => ({ ...step, command: { ...step.command, revision: 2 } as Step['command'] })),
    );
    expect(known(willing).status).toBe('committed');
    expect(refusal(willing, later(locking), since(file))).toBe('lead-region-has-left');
  });

  it('nothing is taken from what is over', () => {
    const file = { ...leaving(), mandates: [] };
    const cancels = advances({ to: 'cancelled' }, { texts: { text: 'Behövs inte' } });
    const over = told(until(file), committed(file), cancels);
    expect(types(left(file, over).events)).not.toContain('region-left');
  });
});

describe('a dispute does not wait for a region that has left', () => {
  it('one that it alone carried is closed, and the item goes on without it', () => {
    const file = leaving();
    const story = left(file, disputed(file));
    expect(story.events.slice(-1)).toMatchObject([
      { type: 'escalation-closed', how: 'region-left', outcome: 'coordinate', declining: [], by: 'clock' },
    ]);
    expect(known(story).status).toBe('committed');
    expect(replay(story.events)).toEqual(story.state);
  });

  it('also at the council, and where it was silent and the deadline has passed', () => {
    const file = leaving();
    const council = left(file, told(until(file), disputed(file), lift()));
    expect(known(council).status).toBe('committed');
    const silent = told(until(file), told(until(file), asked(file), ...four), ticks(at('2026-12-07 09:00')));
    expect(known(silent).status).toBe('escalated');
    const gone = told(since(file), silent, ticks(at('2026-12-08 09:00')));
    expect(known(gone).status).toBe('committed');
  });

  it('one that others carry goes on without its members and its delegate', () => {
    const file = leaving();
    const members = [sMember, vMember];
    const council = told(
      until(file),
      asked(file),
      yes(sAkut, 10),
      yes(sKirurgi, 10),
      yes(vAnestesi, 10),
      objects(vKirurgi),
      yes(oKirurgi, 10),
      lift(),
      ...members.map((by) => declares(by)),
      ...members.map((by) => takes(by, 'approve')),
    );
    // The two others have met; only Örebro's position was waited for.
    const story = left(file, council);
    expect(types(story.events).slice(-2)).toEqual(['region-left', 'council-concluded']);
    expect(refusal(story, later(takes(oMember, 'approve')), since(file))).not.toBe('allowed');
    const settled = told2(
      file,
      story,
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    expect(known(settled).status).toBe('committed');
  });

  it('where the others have decided, what they decided closes it', () => {
    const file = leaving();
    const members = [sMember, vMember, oMember];
    const decided = told(
      until(file),
      disputed(file),
      lift(),
      ...members.map((by) => declares(by)),
      ...members.map((by) => takes(by, 'approve')),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    expect(known(decided).status).toBe('escalated');
    const story = left(file, decided);
    expect(story.events.at(-1)).toMatchObject({ type: 'escalation-closed', how: 'decided' });
    expect(known(story).status).toBe('committed');
  });
});

describe('after the lock the participants stay as they were locked (law 5)', () => {
  const file = leaving(['initiate', 'award']);
  const decide = (by: typeof sDecider) =>
    does(by, { do: 'decide-stage', kind: 'initiate', region: by.region, revision: 1, texts: { text: 'Ja' } });
  const locked = told(
    until(file),
    committed(file),
    ...[sDecider, vDecider, oDecider].map(decide),
    authorises(SORMLAND),
    authorises(OREBRO),
    locking,
  );

  it('no row that ends takes a party out', () => {
    const story = left(file, locked);
    expect(types(story.events)).not.toContain('region-left');
    expect('round' in story.state ? participants(story.state).map(({ region }) => region) : []).toEqual([
      SORMLAND,
      VASTMANLAND,
      OREBRO,
    ]);
  });

  it('what nobody may decide for it any more is explained, and a row that says who does is the way on', () => {
    const rules = since(file);
    const ready = told2(
      file,
      locked,
      advances({ to: 'advertised', date: date('2026-11-25'), reference: 'TED-1', evaluators: [officer.id] }),
      advances({ to: 'evaluation', date: date('2026-11-25') }),
    );
    const award = later(advances({ to: 'awarded', date: date('2026-11-25'), reference: 'RV' }));
    const asks = later(does(officer, { do: 'ask-stage-decision', kind: 'award' }));
    expect(refusal(ready, award, rules)).toBe('left-region-undecided');
    const onlyOrebro = { ...rules, mandates: rules.mandates.filter(({ id }) => id === 'award-sormland') };
    expect(refusal(ready, award, onlyOrebro)).toBe('nobody-may-decide');
    const winding: Governance = { ...rules, mandates: [...rules.mandates, row('award', oDecider)] };
    expect(refusal(ready, award, winding)).toBe('decision-missing');
    expect(refusal(ready, asks, winding)).toBe('allowed');
  });
});

describe('the record of a region that has left ends with its leaving', () => {
  it('it keeps what it had, is told that it left, and gets nothing that comes after', () => {
    const file = leaving();
    const story = told2(
      file,
      left(file, asked(file)),
      yes(sAkut, 10),
      does(officer, { do: 'set-principle', principle: true }),
    );
    const history = record([], story.events, { ruleVersion: 'x' }, () => 'salt');
    const of = concerned(history).filter(({ concerns }) => concerns.some(({ region }) => region === OREBRO));
    expect(of.map(({ entry }) => entry.event.type)).toEqual([
      'item-imported',
      'assessed',
      'round-opened',
      'region-left',
    ]);
  });
});
