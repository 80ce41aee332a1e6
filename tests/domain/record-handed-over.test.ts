import { describe, expect, it } from 'vitest';
import { decide } from '#domain/coordination/decide.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { concerned } from '#domain/record/concerns.ts';
import { record } from '#domain/record/history.ts';
import { unregistered } from '#domain/record/registering.ts';
import { bodyId, type RegionId } from '#domain/shared/ids.ts';
import { DEADLINE, lift, nothing, objects, type Step, type Story, tell, told, yes } from '#support/given.ts';
import { does, initiating } from '#support/stages.ts';
import { OREBRO, opens, threeRegions } from '#support/three.ts';
import {
  asks,
  at,
  beds,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sKirurgi,
  VASTMANLAND,
  vDecider,
  vKirurgi,
} from '#support/world.ts';

const historyOf = ({ events }: Story) => record([], events, { ruleVersion: 'test-1' }, () => 'salt');
/** Whom an entry concerns: how, from when on, and by which entry. */
const concerns = (story: Story, seq: number) =>
  concerned(historyOf(story))[seq - 1]?.concerns.map((one) => [one.region, one.direction, one.since, one.by]);
const queue = (story: Story, region: RegionId) =>
  unregistered(story.state as KnownCase, historyOf(story), region).map(({ entry, concern }) => [
    entry.seq,
    concern.direction,
    concern.by,
  ]);
const registers = (story: Story, region: RegionId): Story => {
  const history = historyOf(story);
  const outcome = decide(
    story.state,
    { do: 'register', region, number: 'RV 2026-1', through: history.length },
    { now: story.now, actor: operator, governance: threeRegions, history },
  );
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { ...story, state: outcome.value.state, events: [...story.events, ...outcome.value.events] };
};
/** The plan says whose the item is from then on. */
const stands = (region: RegionId, day: string): Step =>
  does(operator, { do: 'import', item: { ...beds, region } }, at(`${day} 09:00`));
const [MONDAY, WEDNESDAY, THURSDAY] = ['2026-11-23', '2026-11-25', '2026-11-26'] as const;
const nine = (day: string) => at(`${day} 09:00`);

/** Sörmland's item, asked in the third entry: its ward says yes in the fourth, Västmanland's surgeons in the fifth. */
const answered = tell(
  nothing,
  does(operator, { do: 'import', item: { ...beds, region: SORMLAND } }),
  does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks }),
  yes(sAkut, 10),
  yes(vKirurgi, 20),
);
const toOrebro = told(threeRegions, answered, stands(OREBRO, WEDNESDAY));
const toVastmanland = told(threeRegions, toOrebro, stands(VASTMANLAND, THURSDAY));

describe('who is handed the item receives what the units have said, from then on (OSL 5:1)', () => {
  it('an authority that took no part has everything that led there, by the entry that handed it over', () => {
    expect(concerns(toOrebro, 1)).toEqual([
      [SORMLAND, 'received', nine(MONDAY), 1],
      [VASTMANLAND, 'received', nine(MONDAY), 3],
      [OREBRO, 'received', nine(WEDNESDAY), 6],
    ]);
    expect(concerns(toOrebro, 4)).toEqual([
      [SORMLAND, 'drawn-up', nine(MONDAY), 4],
      [OREBRO, 'received', nine(WEDNESDAY), 6],
    ]);
    expect(queue(toOrebro, OREBRO)).toEqual([
      [4, 'received', 6],
      [5, 'received', 6],
    ]);
  });

  it('also one that had registered all that came to it before: what the other’s units said is new to it', () => {
    const registered = registers(answered, VASTMANLAND);
    expect(queue(registered, VASTMANLAND)).toEqual([]);
    const handed = told(threeRegions, registered, stands(VASTMANLAND, WEDNESDAY));
    expect(queue(handed, VASTMANLAND)).toEqual([[4, 'received', 7]]);
    expect(concerns(handed, 5)).toEqual([
      [VASTMANLAND, 'drawn-up', nine(MONDAY), 5],
      [SORMLAND, 'received', nine(MONDAY), 5],
    ]);
  });

  it('what it received stays its own when the item is handed on, and each has it from its own day', () => {
    expect(concerns(toVastmanland, 4)).toEqual([
      [SORMLAND, 'drawn-up', nine(MONDAY), 4],
      [OREBRO, 'received', nine(WEDNESDAY), 6],
      [VASTMANLAND, 'received', nine(THURSDAY), 7],
    ]);
    expect(queue(toVastmanland, OREBRO)).toEqual(queue(toOrebro, OREBRO));
  });

  it('what is said after that is received by the item’s authority, and by none that had it before', () => {
    const last = told(threeRegions, toVastmanland, {
      by: sKirurgi,
      command: { ...yes(sKirurgi, 5).command, revision: 3 } as Step['command'],
    });
    expect(last.events.at(-1)?.type).toBe('answered');
    expect(concerns(last, last.events.length)).toEqual([
      [SORMLAND, 'drawn-up', nine(THURSDAY), last.events.length],
      [VASTMANLAND, 'received', nine(THURSDAY), last.events.length],
    ]);
  });

  it('back with the one that had it first, that one has everything from the first time', () => {
    const back = told(threeRegions, toVastmanland, stands(SORMLAND, '2026-11-27'));
    expect(concerns(back, 5)).toEqual([
      [VASTMANLAND, 'drawn-up', nine(MONDAY), 5],
      [SORMLAND, 'received', nine(MONDAY), 5],
      [OREBRO, 'received', nine(WEDNESDAY), 6],
    ]);
  });

  it('an objection that was lifted before came with its lifting, and comes no second time with the item', () => {
    const lifted = tell(answered, objects(sKirurgi), lift());
    const objection = lifted.events.findIndex((one) => one.type === 'answered' && one.texts) + 1;
    const climb = lifted.events.findIndex(({ type }) => type === 'climbed') + 1;
    const expected = [
      [SORMLAND, 'drawn-up', nine(MONDAY), objection],
      [VASTMANLAND, 'received', nine(MONDAY), climb],
    ];
    expect(concerns(lifted, objection)).toEqual(expected);
    expect(concerns(told(threeRegions, lifted, stands(VASTMANLAND, WEDNESDAY)), objection)).toEqual(expected);
  });
});

describe('a body that takes an archive over takes it over also from an authority that has left (section 4)', () => {
  const asked = told(threeRegions, tell(nothing, does(operator, { do: 'import', item: beds })), opens());
  const round = asked.events.at(-1);
  if (round?.type !== 'round-opened') throw new Error('no round');
  const without: Story = {
    ...asked,
    events: [...asked.events, { ...round, at: at('2027-01-11 09:00'), number: 2, units: asks }],
  };
  const transferred = (story: Story): Story => ({
    ...story,
    events: [
      ...story.events,
      {
        type: 'transferred',
        at: at('2027-02-01 00:00'),
        by: 'clock',
        rule: 'switch',
        from: NAMNDEN,
        to: [OREBRO, SORMLAND, VASTMANLAND].map((region) => ({
          region,
          body: bodyId(`styrelsen-${region}`),
        })),
        archive: bodyId('styrelsen-sormland'),
      },
    ],
  });
  const last = (story: Story) => concerns(story, story.events.length)?.map(([region]) => region);

  it('one that a later round no longer asks is among those that it concerns', () => {
    expect(last(without)).toEqual([VASTMANLAND, SORMLAND]);
    expect(last(transferred(without))).toEqual([VASTMANLAND, SORMLAND, OREBRO]);
  });

  it('so is one whose decision was on file before anybody was asked', () => {
    const early = told(
      initiating(),
      tell(nothing, stands(SORMLAND, MONDAY)),
      does(officer, { do: 'ask-stage-decision', kind: 'initiate' }),
      does(vDecider, {
        do: 'decide-stage',
        kind: 'initiate',
        region: VASTMANLAND,
        revision: 1,
        texts: { text: 'Enligt plan' },
      }),
    );
    expect(last(transferred(early))).toEqual([SORMLAND, VASTMANLAND]);
  });

  it('one that never took part is not', () => {
    expect(last(transferred(answered))).toEqual([SORMLAND, VASTMANLAND]);
  });
});
