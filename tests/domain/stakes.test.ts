import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import type { UnitEntry } from '#domain/coordination/answer.ts';
import { levelOwners, timeOnLevels } from '#domain/coordination/levels.ts';
import { decidingRegions, matterOf, openSeats } from '#domain/coordination/stage-authority.ts';
import { stakesOf } from '#domain/coordination/stakes.ts';
import { type AskedCase, type EscalatedCase, isAsked, type KnownCase } from '#domain/coordination/state.ts';
import { isCoordinated, participations, roundStatus } from '#domain/coordination/status.ts';
import { bodyId } from '#domain/shared/ids.ts';
import {
  answers,
  asked,
  bothApprove,
  DEADLINE,
  decides,
  imported,
  lift,
  noNeed,
  objected,
  objects,
  type Story,
  tell,
  ticks,
  yes,
} from '#support/given.ts';
import { committed, locked } from '#support/stages.ts';
import {
  at,
  beds,
  date,
  governance,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  secretary,
  sKirurgi,
  units,
  VASTMANLAND,
  vAnestesi,
  vKirurgi,
} from '#support/world.ts';

const known = (story: Story): KnownCase => {
  if (story.state.status === 'new') throw new Error('nothing is known');
  return story.state;
};
const askedOf = (story: Story): AskedCase => {
  if (!isAsked(story.state)) throw new Error('nobody was asked');
  return story.state;
};
const escalatedOf = (story: Story): EscalatedCase => {
  if (story.state.status !== 'escalated') throw new Error('not escalated');
  return story.state;
};
const due = (story: Story) => {
  const found = escalatedOf(story).escalation.due;
  if (!found) throw new Error('no clock runs');
  return found;
};
const row = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;

describe('where a round stands (law 1: silence counts for nobody)', () => {
  const round = (...told: Parameters<typeof tell>[1][]) => askedOf(tell(asked, ...told)).round;
  const sure = [yes(sAkut), yes(sKirurgi), yes(vAnestesi)];
  it.each<[string, ReturnType<typeof round>, string]>([
    ['nobody has answered', round(), 'asked'],
    ['one has not', round(...sure), 'asked'],
    ['all say yes', round(...sure, yes(vKirurgi)), 'committed'],
    [
      'each region has somebody',
      round(noNeed(sAkut), yes(sKirurgi), noNeed(vAnestesi), yes(vKirurgi)),
      'committed',
    ],
    [
      'one region has nobody',
      round(yes(sAkut), yes(sKirurgi), noNeed(vAnestesi), noNeed(vKirurgi)),
      'partly-committed',
    ],
    ['nobody needs it', round(noNeed(sAkut), noNeed(sKirurgi), noNeed(vAnestesi), noNeed(vKirurgi)), 'asked'],
    ['one objects', round(...sure, objects(vKirurgi)), 'asked'],
    ['one kept silent', round(...sure, ticks(DEADLINE)), 'asked'],
  ])('%s: %s', (_, of, status) => {
    expect(roundStatus(of)).toBe(status);
  });

  const objecting = (change: Partial<UnitEntry>) => {
    const told = tell(asked, yes(sAkut), yes(sKirurgi), noNeed(vAnestesi), objects(vKirurgi));
    const { round: of } = askedOf(told);
    const entry = of.units[units.vKirurgi];
    if (!entry) throw new Error('not asked');
    return { ...of, units: { ...of.units, [units.vKirurgi]: { ...entry, ...change } } };
  };
  const solved = { kind: 'lots', by: officer.id, at: DEADLINE, texts: {} } as const;
  it.each<[string, Partial<UnitEntry>, string, boolean]>([
    ['nothing is done', {}, 'asked', false],
    ['a solution is proposed', { solution: { ...solved, status: 'proposed' } }, 'asked', false],
    ['it is accepted', { solution: { ...solved, status: 'accepted' } }, 'committed', true],
    ['coordination is decided', { decided: 'coordinate' }, 'committed', true],
    ['coordination in lots is decided', { decided: 'coordinate-with-lots' }, 'committed', true],
    ['the unit goes its own way', { decided: 'coordinate-partly' }, 'partly-committed', false],
    ['its region declines', { decided: 'deviate' }, 'partly-committed', false],
    [
      'its region declines, whatever it answers',
      { decided: 'deviate', answer: { kind: 'waiting' } },
      'partly-committed',
      false,
    ],
    ['it is asked anew', { decided: 'coordinate', answer: { kind: 'waiting' } }, 'asked', false],
  ])('against the only need of a region %s: %s', (_, change, status, takesPart) => {
    const of = objecting(change);
    expect(roundStatus(of)).toBe(status);
    expect(participations(of).map(({ region }) => region)).toEqual(
      takesPart ? [SORMLAND, VASTMANLAND] : [SORMLAND],
    );
  });

  it.each([
    ['coordinate', true],
    ['coordinate-with-lots', true],
    ['coordinate-with-staggered-start', true],
    ['coordinate-partly', true],
    ['deviate', false],
    ['postpone', false],
  ] as const)('%s is coordination: %s', (outcome, coordinated) => {
    expect(isCoordinated(outcome)).toBe(coordinated);
  });

  it('what a region may call off is what its units have named; what nobody named is no volume (law 5)', () => {
    const volumes = tell(
      asked,
      answers(sAkut, { kind: 'yes', commitment: { binding: 'estimate', value: 100, volume: 3 } }),
      answers(
        sKirurgi,
        { kind: 'yes-with-conditions', commitment: { binding: 'binding', value: 50, volume: 4 } },
        { text: 'Leverans i Nyköping' },
      ),
      yes(vAnestesi),
      noNeed(vKirurgi),
    );
    expect(participations(askedOf(volumes).round)).toEqual([
      { region: SORMLAND, ceiling: 150, ceilingVolume: 7 },
      { region: VASTMANLAND, ceiling: 0 },
    ]);
    expect(participations(askedOf(tell(asked, noNeed(vKirurgi))).round)).toEqual([]);
  });
});

describe('what either choice means, from what is on record', () => {
  const durations: Governance['durations'] = [
    { ...row, id: 'd1', step: 'preparing', days: 10, unit: 'working' },
    { ...row, id: 'd2', step: 'advertising', days: 35, unit: 'calendar' },
    { ...row, id: 'd3', step: 'evaluation', days: 10, unit: 'working' },
    { ...row, id: 'd4', step: 'mobilisation', days: 60, unit: 'calendar' },
  ];
  const today = date('2026-11-23');
  const disputed = askedOf(tell(asked, yes(sAkut, 100), yes(sKirurgi), noNeed(vAnestesi), objects(vKirurgi)));
  const item = (more: object): AskedCase => ({ ...disputed, item: { ...disputed.item, ...more } });

  it('counts what those without an objection have named, and how many named nothing', () => {
    expect(stakesOf(disputed, governance, today)).toMatchObject({
      planned: 4_000_000,
      without: { units: 2, value: 100, unknown: 1 },
      objecting: 1,
    });
    expect(stakesOf(item({ valueWithOptions: 9_000_000 }), governance, today).planned).toBe(9_000_000);
    expect(stakesOf(item({ value: undefined }), governance, today).planned).toBeNull();
    const declined = {
      ...disputed,
      round: {
        ...disputed.round,
        units: Object.fromEntries(
          Object.entries(disputed.round.units).map(([id, entry]) => [
            id,
            id === units.sAkut ? { ...entry, decided: 'deviate' as const } : entry,
          ]),
        ),
      },
    };
    expect(stakesOf(declined, governance, today).without).toEqual({ units: 1, value: 0, unknown: 1 });
  });

  it('names every stretch for which the governance has no row, and estimates nothing', () => {
    expect(stakesOf(disputed, governance, today)).toMatchObject({
      procedureWeeks: null,
      missing: ['preparing', 'advertising', 'evaluation', 'mobilisation'],
      earliestStart: null,
      weeksLate: null,
    });
    const some = { ...governance, durations: durations.slice(1) };
    expect(stakesOf(disputed, some, today)).toMatchObject({ procedureWeeks: null, missing: ['preparing'] });
  });

  it('adds up preparing, advertising, evaluating, the standstill and mobilising', () => {
    // 7 December, 11 January, 25 January, standstill to 4 February, signed on the 5th, 60 days: 6 April 2027.
    const whole = stakesOf(item({ start: date('2027-04-01') }), { ...governance, durations }, today);
    expect(whole).toMatchObject({
      missing: [],
      earliestStart: '2027-04-06',
      procedureWeeks: 20,
      weeksLate: 1,
    });
    const later = stakesOf(item({ start: date('2027-04-06') }), { ...governance, durations }, today);
    expect(later.weeksLate).toBe(0);
    const none = item({ advertise: undefined, start: undefined });
    expect(stakesOf(none, { ...governance, durations }, today).weeksLate).toBeNull();
  });

  it.each([
    [{}, null],
    [{ contractEnd: date('2026-12-06') }, 1],
    [{ contractEnd: date('2026-12-07') }, 2],
    [{ contractEnd: date('2026-12-07'), extensionUntil: date('2026-12-28') }, 5],
    [{ contractEnd: date('2026-11-16') }, -1],
  ])('the contract that stands with %j runs for %s weeks', (more, wanted) => {
    expect(stakesOf(item(more), governance, today).contractWeeks).toBe(wanted);
  });
});

describe('each level has its owner and its time (law 4)', () => {
  const managers = tell(objected, ticks(due(objected)));
  const council = tell(objected, lift());
  const decision = tell(council, ...bothApprove());
  const radet = bodyId('inkopsradet');
  const withForum: Governance = {
    ...governance,
    bodies: [
      ...governance.bodies,
      { ...row, id: 'b-r', body: radet, name: { sv: 'Rådet', en: 'Council' }, secretary: sKirurgi.id },
    ],
    ladder: governance.ladder.map((rung) => (rung.level === 'council' ? { ...rung, body: radet } : rung)),
  };
  const silent = tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi), ticks(DEADLINE));
  it.each<[string, Story, Governance, readonly string[]]>([
    ['the dialogue is the officer’s', objected, governance, [officer.id]],
    ['the managers’ is theirs', managers, governance, ['tenant-v:v-boss', 'tenant-s:s-boss']],
    ['silence is the silent unit’s superior’s', silent, governance, ['tenant-v:v-boss']],
    ['the council’s is its secretary’s', council, withForum, [sKirurgi.id]],
    ['without a forum it is the officer’s', council, governance, [officer.id]],
    ['the decision is whoever’s it is to decide', decision, governance, [sDecider.id, 'tenant-v:v-decider']],
    [
      'and no more whoever’s has decided',
      tell(decision, decides(sDecider, SORMLAND, 'coordinate')),
      governance,
      ['tenant-v:v-decider'],
    ],
  ])('%s', (_, story, rules, owners) => {
    expect(levelOwners(escalatedOf(story), rules)).toEqual(owners);
  });

  it('a body’s decision is its secretary’s to register', () => {
    const large = tell(
      asked,
      { by: operator, command: { do: 'import', item: { ...beds, value: 20_000_000 } } },
      answers(vKirurgi, { kind: 'objection', reason: 'other' }, { text: 'Nej' }, units.vKirurgi, 2),
      lift(),
      ...bothApprove(2),
    );
    expect(levelOwners(escalatedOf(large), governance)).toEqual([secretary.id]);
  });

  it('the time on a level is counted in working days, to now where the case still stands there', () => {
    const { path } = escalatedOf(tell({ ...managers, now: at('2026-12-01 09:00') }, lift())).escalation;
    expect(timeOnLevels(path, at('2026-12-04 09:00'))).toEqual([
      { level: 'dialogue', workingDays: 5, open: false },
      { level: 'managers', workingDays: 1, open: false },
      { level: 'council', workingDays: 3, open: true },
    ]);
  });
});

describe('what a stage’s decision is measured by (law 6)', () => {
  it('is the plan’s value, options included, or what the regions’ parts come to where that is more', () => {
    const plan = (more: object) => ({ ...known(imported), item: { ...known(imported).item, ...more } });
    expect(matterOf(plan({}))).toEqual({ total: 4_000_000, own: {}, principle: false });
    expect(matterOf(plan({ valueWithOptions: 6_000_000 })).total).toBe(6_000_000);
    expect(matterOf(plan({ value: undefined })).total).toBeUndefined();
    const principle = tell(imported, { by: officer, command: { do: 'set-principle', principle: true } });
    expect(matterOf(known(principle)).principle).toBe(true);
    const more = tell(
      asked,
      yes(sAkut, 3_000_000),
      yes(sKirurgi, 1),
      yes(vAnestesi, 2_000_000),
      noNeed(vKirurgi),
    );
    expect(matterOf(known(more))).toMatchObject({
      total: 5_000_001,
      own: { [SORMLAND]: 3_000_001, [VASTMANLAND]: 2_000_000 },
    });
  });

  it('knows a region’s own part only once everybody there has said theirs', () => {
    const own = (...told: Parameters<typeof tell>[1][]) => matterOf(known(tell(asked, ...told))).own;
    expect(own(yes(sAkut, 5), yes(sKirurgi, 6))).toEqual({ [SORMLAND]: 11 });
    expect(own(yes(sAkut, 5), noNeed(sKirurgi))).toEqual({ [SORMLAND]: 5 });
    expect(own(yes(sAkut, 5), yes(sKirurgi))).toEqual({});
    expect(own(yes(sAkut, 5))).toEqual({});
    expect(own(yes(sAkut, 5), objects(sKirurgi))).toEqual({});
    expect(own(noNeed(sAkut), noNeed(sKirurgi))).toEqual({});
  });

  it('is decided for all regions while planned, for those that take part once that is known', () => {
    const all = [SORMLAND, VASTMANLAND];
    const west = tell(asked, noNeed(sAkut), noNeed(sKirurgi), yes(vAnestesi), yes(vKirurgi));
    expect(decidingRegions(known(asked), all)).toEqual(all);
    expect(decidingRegions(known(west), all)).toEqual([VASTMANLAND]);
    expect(decidingRegions(known(committed), all)).toEqual(all);
    expect(decidingRegions(known(locked), [])).toEqual(all);
  });

  it('has a seat for whoever the rows name, and none where they say nothing', () => {
    const rows: Governance = {
      ...governance,
      mandates: governance.mandates.map((one) => ({ ...one, kinds: ['initiate'] as const })),
    };
    const today = date('2026-11-23');
    expect(openSeats(known(committed), rows, today, 'initiate').map(({ rule }) => rule)).toEqual([
      'm-s',
      'm-v',
    ]);
    expect(openSeats(known(committed), rows, today, 'award')).toEqual([]);
  });
});
