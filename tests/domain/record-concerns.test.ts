import { describe, expect, it } from 'vitest';
import { decide } from '#domain/coordination/decide.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { concerned } from '#domain/record/concerns.ts';
import { record } from '#domain/record/history.ts';
import { unregistered } from '#domain/record/registering.ts';
import {
  bothApprove,
  DEADLINE,
  decides,
  lift,
  nothing,
  objects,
  type Step,
  type Story,
  tell,
  told,
  yes,
} from '#support/given.ts';
import { does, initiating } from '#support/stages.ts';
import { OREBRO, opens, threeRegions } from '#support/three.ts';
import * as world from '#support/world.ts';

const { at, asks, beds, officer, operator, SORMLAND, VASTMANLAND } = world;

const historyOf = ({ events }: Story) => record([], events, { ruleVersion: 'test-1' }, () => 'salt');
const known = ({ state }: Story): KnownCase => {
  if (state.status === 'new') throw new Error('nothing is known');
  return state;
};
/** The entries that concern a region, by their numbers. */
const seqs = (story: Story, region: string): number[] =>
  concerned(historyOf(story)).flatMap(({ entry, concerns }) =>
    concerns.some((one) => one.region === region) ? [entry.seq] : [],
  );
const queue = (story: Story, region: typeof SORMLAND) =>
  unregistered(known(story), historyOf(story), region).map(({ entry }) => entry.event.type);
const registers = (story: Story, region: typeof SORMLAND): string => {
  const history = historyOf(story);
  const command = { do: 'register', region, number: 'RV 2027-1', through: history.length } as const;
  const context = { now: story.now, actor: operator, governance: world.governance, history };
  const outcome = decide(story.state, command, context);
  return outcome.ok ? 'allowed' : outcome.error.code;
};

/** Sörmland's item; Västmanland decides to deviate until March, and a round in June asks Sörmland alone. */
const decided = tell(
  nothing,
  does(operator, { do: 'import', item: { ...beds, region: SORMLAND } }),
  does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks }),
  yes(world.sAkut, 10),
  yes(world.sKirurgi, 10),
  yes(world.vAnestesi, 20),
  objects(world.vKirurgi),
  lift('deviate'),
  ...bothApprove(),
  decides(world.sDecider, SORMLAND, 'coordinate'),
  decides(world.vDecider, VASTMANLAND, 'deviate', '2027-03-31'),
);
const ofSormland = asks.filter(({ region }) => region === SORMLAND);
const without = tell(
  decided,
  does(
    officer,
    { do: 'open-round', owner: officer.id, deadline: at('2027-06-30 12:00'), units: ofSormland },
    at('2027-06-01 09:00'),
  ),
);

describe('an entry concerns those who took part when it was written; a later round takes nothing back (OSL 5:1)', () => {
  it('a region that the later round does not ask keeps everything, its own decision among it', () => {
    const before = seqs(decided, VASTMANLAND);
    expect(before).toHaveLength(decided.events.length - 2);
    expect(seqs(without, VASTMANLAND)).toEqual(before);
    expect(without.events.length).toBeGreaterThan(decided.events.length);
    expect(seqs(without, SORMLAND)).toHaveLength(without.events.length);
  });

  it('it still has its decisions to register, and may', () => {
    expect(queue(decided, VASTMANLAND)).toContain('decided');
    expect(queue(without, VASTMANLAND)).toEqual(queue(decided, VASTMANLAND));
    expect(registers(without, VASTMANLAND)).toBe('allowed');
    expect(registers(without, OREBRO)).toBe('wrong-authority');
  });

  it('what was written while it took no part comes to it with the round that asks it again', () => {
    const round = decided.events.find(({ type }) => type === 'round-opened');
    if (round?.type !== 'round-opened') throw new Error('no round');
    const anew = { ...round, at: at('2027-07-01 09:00'), number: 3 };
    const again: Story = { ...without, events: [...without.events, anew] };
    const row = concerned(historyOf(again)).find(
      ({ entry }) => entry.event.type === 'round-opened' && entry.event.number === 2,
    );
    expect(row?.concerns.find(({ region }) => region === VASTMANLAND)).toEqual({
      region: VASTMANLAND,
      direction: 'received',
      since: at('2027-07-01 09:00'),
      by: again.events.length,
    });
  });

  it('a third region that is asked later has what led there, from then on', () => {
    const three = told(threeRegions, decided, {
      ...opens(),
      at: at('2027-05-01 09:00'),
      command: { ...opens().command, deadline: at('2027-06-30 12:00') } as Step['command'],
    });
    const first = concerned(historyOf(three))[0];
    expect(first?.concerns).toContainEqual({
      region: OREBRO,
      direction: 'received',
      since: at('2027-05-01 09:00'),
      by: three.events.length,
    });
  });
});

describe('a decision on file before anybody was asked is registered by the authority that took it (OSL 5:1)', () => {
  const rules = initiating();
  const early = told(
    rules,
    tell(nothing, does(operator, { do: 'import', item: { ...beds, region: SORMLAND } })),
    does(officer, { do: 'ask-stage-decision', kind: 'initiate' }),
    does(world.vDecider, {
      do: 'decide-stage',
      kind: 'initiate',
      region: VASTMANLAND,
      revision: 1,
      texts: { text: 'Enligt plan' },
    }),
  );

  it('drawn up by the one that decided, received by the one whose item it is', () => {
    expect(early.state.status).toBe('draft');
    expect(queue(early, VASTMANLAND)).toEqual(['stage-decided']);
    expect(queue(early, SORMLAND)).toEqual(['stage-decided']);
    const last = concerned(historyOf(early)).find(({ entry }) => entry.event.type === 'stage-decided');
    expect(last?.concerns.map(({ region, direction }) => [region, direction])).toEqual([
      [SORMLAND, 'received'],
      [VASTMANLAND, 'drawn-up'],
    ]);
    expect(registers(early, VASTMANLAND)).toBe('allowed');
  });
});
