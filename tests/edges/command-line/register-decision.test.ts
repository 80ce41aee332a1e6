import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import * as world from '#support/world.ts';
import { type Office, office, untilDecision } from '../../application/record/office.ts';
import { commandLine, expectSentence } from './command-line.ts';

const cli = commandLine({ prepare: false });
/** The board decides what its delegates do, and to cancel, which is no delegate's. */
const rules: Governance = {
  ...world.governance,
  mandates: [
    ...world.governance.mandates,
    {
      id: 'm-cancel',
      validFrom: world.date('2020-01-01'),
      status: 'decided',
      kinds: ['cancel'],
      actsFor: [world.SORMLAND, world.VASTMANLAND],
      holder: { kind: 'body', body: world.NAMNDEN },
      unknownValue: true,
    },
  ],
};
let place: Office;
/** A case that waits for the deciders, of whom Sörmland's delegate has a conflict: the board decides itself. */
beforeAll(async () => {
  place = await office();
  await place.samordna.rules.replace(rules);
  await untilDecision(place);
  await place.does(world.sDecider, { do: 'declare-conflict', conflict: true });
});
afterAll(() => place.sqlite.dispose());

const SECRETARY = 'tenant-s.secretary@example.se';
const minutes = (by: string | null, ...more: readonly string[]) => [
  ...['item', 'register-decision', 'MT924', '--body', 'inkopsnamnden'],
  ...['--store', `sqlite:${place.sqlite.path}`, '--now', '2026-12-30T09:00:00+01:00'],
  ...(by === null ? [] : ['--as', by]),
  ...more,
];
const MEETING = ['--date', '2026-12-30', '--paragraph', '§ 12', '--number', 'IN 2026-7'];
const COORDINATE = [...MEETING, '--outcome', 'coordinate-with-staggered-start'];

describe('item register-decision: a body’s minutes, by its secretary, under the same guards as the card', () => {
  it('refused by a rule is one sentence and exit 1, what cannot be read exit 2', async () => {
    expectSentence(await cli.run(...minutes(null, ...COORDINATE)), 1, /^A person has to do that/);
    expectSentence(await cli.run(...minutes(SECRETARY, ...MEETING)), 2, /either --outcome.*or --kind/);
    expectSentence(
      await cli.run(...minutes(SECRETARY, '--kind', 'cancel')),
      2,
      /'--date <date>' not specified/,
    );
  });

  it('registers on the ladder what the body decided', async () => {
    const given = minutes(SECRETARY, ...COORDINATE, '--adjusted', '2026-12-30');
    expect(await cli.json(...given)).toMatchObject({
      ...{ item: 'MT924', state: 'escalated', changed: true, events: ['decided'] },
    });
    const found = await place.samordna.cases.load(world.beds.id);
    expect(found?.state).toMatchObject({
      escalation: {
        decisions: [
          {
            regions: [world.SORMLAND],
            outcome: 'coordinate-with-staggered-start',
            by: world.secretary.id,
            body: {
              date: '2026-12-30',
              paragraph: '§ 12',
              registryNumber: 'IN 2026-7',
              adjusted: '2026-12-30',
            },
          },
        ],
      },
    });
  });

  it('registers for a stage what it rests on', async () => {
    const given = minutes(SECRETARY, ...MEETING, '--kind', 'cancel');
    expect(await cli.json(...given)).toMatchObject({ changed: true, events: ['stage-decided'] });
    const found = await place.samordna.cases.load(world.beds.id);
    expect(found?.state.stageDecisions).toMatchObject([
      { kind: 'cancel', body: world.NAMNDEN, date: '2026-12-30', paragraph: '§ 12', revision: 2 },
    ]);
  });
});
