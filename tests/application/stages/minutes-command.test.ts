import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { LIFE, RF } from '#support/stages.ts';
import * as world from '#support/world.ts';
import { itemRegisterDecision, type MinutesOptions } from '../../../src/cli/commands/minutes.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { lockedOffice, type Office, office, untilDecision } from '../record/office.ts';

const { date, SORMLAND, VASTMANLAND, secretary } = world;
/** The board alone cancels and changes contracts; for Sörmland it decides on the ladder itself, as its delegate has a conflict. */
const rules: Governance = {
  ...world.governance,
  mandates: [
    ...world.governance.mandates,
    {
      id: 'm-cancel',
      validFrom: date('2020-01-01'),
      status: 'decided',
      kinds: ['cancel', 'modify'],
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'body', body: world.NAMNDEN },
      unknownValue: true,
    },
  ],
};
let place: Office;
beforeEach(async () => {
  place = await office();
  await place.samordna.rules.replace(rules);
  await untilDecision(place);
  await place.does(world.sDecider, { do: 'declare-conflict', conflict: true });
  place.now = world.at('2026-12-30 09:00');
});
afterEach(() => place.sqlite.dispose());

const as = (actor: Actor): CliContext => ({
  store: place.sqlite.store,
  samordna: async () => place.samordna,
  person: async () => Promise.reject(new Error('nobody asks')),
  actor: async () => actor,
});
const MEETING = { body: 'inkopsnamnden', date: '2026-12-30', paragraph: '§ 12', number: 'IN 2026-7' };
const LADDER: MinutesOptions = { ...MEETING, outcome: 'coordinate-with-staggered-start' };
const STAGE: MinutesOptions = { ...MEETING, kind: 'cancel' };
const registers = (options: MinutesOptions, by: Actor = secretary) =>
  itemRegisterDecision(as(by), world.beds.id, options);
const fails = async (work: Promise<unknown>): Promise<readonly [number | undefined, string]> => {
  const error = (await work.then(
    () => new Error('it was done'),
    (thrown: unknown) => thrown,
  )) as Error & { exit?: number };
  return [error.exit, error.message];
};
const found = async () => (await place.samordna.cases.load(world.beds.id))?.state;

describe('a body’s minutes on the command line go through the same guards as on the card', () => {
  it.each<[string, MinutesOptions, Actor, RegExp]>([
    ['nobody named', LADDER, world.operator, /^A person has to do that: name one with --as/],
    ['a conflict', LADDER, world.sDecider, /declared a conflict of interest/],
    ['another than who registers for the body', LADDER, world.vDecider, /^You have no mandate/],
    ['a day to come', { ...LADDER, date: '2026-12-31' }, secretary, /has not come yet/],
    [
      'a day before the matter',
      { ...LADDER, date: '2026-12-01' },
      secretary,
      /older than what is to be decided/,
    ],
    ['another revision', { ...LADDER, revision: '1' }, secretary, /^That is not what is before the body now/],
    [
      'a deviation without its last day',
      { ...LADDER, outcome: 'deviate', text: 'Avtal' },
      secretary,
      /limited time/,
    ],
    ['minutes adjusted before', { ...LADDER, adjusted: '2026-12-29' }, secretary, /adjusted/],
    ['a stage of a day to come', { ...STAGE, date: '2026-12-31' }, secretary, /has not come yet/],
    ['a stage that is not decided now', { ...STAGE, kind: 'award' }, secretary, /present state/],
  ])('%s: refused, exit 1, nothing on file', async (_why, options, by, sentence) => {
    const before = await found();
    const [exit, message] = await fails(registers(options, by));
    expect(message).toMatch(sentence);
    expect(exit).toBe(1);
    expect(await found()).toEqual(before);
  });

  it.each<[MinutesOptions, RegExp]>([
    [MEETING, /either --outcome, for an escalated case, or --kind/],
    [{ ...LADDER, kind: 'cancel' }, /either --outcome, for an escalated case, or --kind/],
    [{ ...MEETING, outcome: 'agree' }, /--outcome is "agree": choose one of coordinate/],
    [{ ...MEETING, kind: 'buy' }, /--kind is "buy": choose one of initiate/],
    [{ ...STAGE, until: '2027-12-31', text: 'x' }, /--until, --text belongs to an escalated case/],
    [{ ...STAGE, preparedOn: '2026-12-30' }, /both --prepared-on and --prepared-paragraph/],
    [{ ...LADDER, body: 'nowhere' }, /no body "nowhere": say one of inkopsnamnden/],
    [{ ...LADDER, region: 'uppsala' }, /knows sormland, vastmanland/],
    [{ ...LADDER, revision: 'two' }, /--revision is "two": write the number/],
    [{ ...LADDER, paragraph: ' ' }, /may not be empty/],
    [{ ...LADDER, date: '30/12' }, /days are YYYY-MM-DD/],
  ])('%o is bad input, with what to write: exit 2', async (options, sentence) => {
    const [exit, message] = await fails(registers(options));
    expect(message).toMatch(sentence);
    expect(exit).toBe(2);
  });

  it('of an unknown item is bad input', async () => {
    expect(await fails(itemRegisterDecision(as(secretary), 'X1', LADDER))).toEqual([
      2,
      expect.stringMatching(/No item has the id "X1"/),
    ]);
  });
});

describe('what a body decided is on file once, with its date, paragraph and number', () => {
  it('on the ladder, for the region whose question it was', async () => {
    const given = { ...LADDER, region: 'sormland', adjusted: '2026-12-30', revision: '2' };
    expect((await registers(given)).json).toMatchObject({ changed: true, events: ['decided'] });
    expect(await found()).toMatchObject({
      escalation: {
        decisions: [{ regions: [SORMLAND], body: { paragraph: '§ 12', adjusted: '2026-12-30' } }],
      },
    });
    expect((await registers(given)).json).toMatchObject({ changed: false });
    expect((await fails(registers({ ...given, region: 'vastmanland' })))[0]).toBe(1);
  });

  it('for a stage; the same paragraph again is refused', async () => {
    expect((await registers(STAGE)).json).toMatchObject({ changed: true, events: ['stage-decided'] });
    expect((await found())?.stageDecisions).toMatchObject([
      { kind: 'cancel', date: '2026-12-30', paragraph: '§ 12', registryNumber: 'IN 2026-7' },
    ]);
    expect((await fails(registers(STAGE)))[0]).toBe(1);
  });

  it('of a change of the contract it is the one that is proposed', async () => {
    await place.sqlite.dispose();
    place = await lockedOffice(LIFE.slice(0, 5));
    await place.samordna.rules.replace(rules);
    place.now = world.at('2027-05-03 09:00');
    const given = { ...MEETING, kind: 'modify', date: '2027-05-03' };
    expect(await fails(registers(given))).toEqual([1, expect.stringMatching(/change/)]);
    await place.does(world.officer, {
      do: 'advance',
      stage: {
        to: 'modification-proposed',
        ground: 'additional-needs',
        region: VASTMANLAND,
        value: 2_600_000,
      },
      texts: { text: 'Vårdköerna kräver fler bord' },
    });
    expect((await registers(given)).json).toMatchObject({ changed: true, events: ['stage-decided'] });
    expect((await found())?.stageDecisions).toMatchObject([
      { kind: 'modify', change: { region: VASTMANLAND, value: 2_600_000 } },
    ]);
  });

  it('of an assembly with its board’s preparation (KL 5:26–30)', async () => {
    const [board] = rules.bodies;
    if (!board) throw new Error('no body');
    const assembly = { ...board, id: 'b-rf', body: RF, preparedBy: world.NAMNDEN };
    const holder = { kind: 'body', body: RF } as const;
    await place.samordna.rules.replace({
      ...rules,
      bodies: [...rules.bodies, assembly],
      mandates: rules.mandates.map((row) => (row.id === 'm-cancel' ? { ...row, holder } : row)),
    });
    const given = { ...STAGE, body: RF };
    expect(await fails(registers(given))).toEqual([1, expect.stringMatching(/prepar/)]);
    const prepared = { preparedOn: '2026-12-29', preparedParagraph: '§ 3' };
    expect((await registers({ ...given, ...prepared })).json).toMatchObject({ changed: true });
    expect((await found())?.stageDecisions).toMatchObject([
      { body: RF, preparation: { body: world.NAMNDEN, date: '2026-12-29', paragraph: '§ 3' } },
    ]);
  });
});
