import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import type { Person } from '#domain/directory/person.ts';
import type { Actor } from '#domain/shared/actor.ts';
import * as world from '#support/world.ts';
import { itemRegisterDecision } from '../../../src/cli/commands/minutes.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { type Office, office, untilDecision } from '../record/office.ts';

const { NAMNDEN, SORMLAND, VASTMANLAND, secretary, sMember2: archivist, vBoss } = world;
const item = world.beds.id;
const ALL = ['coordinate', 'deviate', 'postpone'] as const;
/** The board decides once for both, and ceases at New Year. */
const rules: Governance = {
  ...world.withSwitch('decided'),
  mandates: [
    {
      id: 'board',
      validFrom: world.date('2020-01-01'),
      status: 'decided',
      kinds: ALL,
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'body', body: NAMNDEN },
      unknownValue: true,
    },
    ...world.withSwitch('decided').mandates.filter(({ id }) => id.startsWith('m-2027')),
  ],
};

let place: Office;
type Staff = Actor & { kind: 'person' };
const directory = ({ id, region, unit, roles }: Staff): Person => ({
  ...{ id, region, unit, name: id, email: `${id.replace(':', '.')}@example.se` },
  ...{ roles: roles as Person['roles'], language: 'sv', deputy: null, manager: null },
});
const people = (...all: readonly Staff[]) => place.samordna.people.import(all.map(directory));
beforeEach(async () => {
  place = await office();
  await people(archivist, vBoss);
  await place.samordna.rules.replace(rules);
  await untilDecision(place);
  place.now = world.at('2027-01-11 09:00');
  await place.samordna.ticker.tick();
});
afterEach(() => place.sqlite.dispose());

const card = (by: Staff) =>
  place.press(by, { verb: 'card.open', subject: { card: 'registration', item, body: NAMNDEN } });
const asks = (shown: string) => shown.includes('"verb":"registration.register"');
const registers = (by: Staff) => {
  const context: CliContext = {
    store: place.sqlite.store,
    samordna: async () => place.samordna,
    person: async () => Promise.reject(new Error('nobody asks')),
    actor: async () => by,
  };
  const minutes = { date: '2026-12-30', paragraph: '§ 9', number: 'IN 2026-9', outcome: 'coordinate' };
  return itemRegisterDecision(context, item, { body: NAMNDEN, ...minutes });
};

describe('what a body decided before it ceased is registered though its last secretary has left (law 2)', () => {
  it('by its last secretary while there, by nobody else', async () => {
    expect(asks(await card(secretary))).toBe(true);
    expect(asks(await card(archivist))).toBe(false);
    await expect(registers(archivist)).rejects.toThrow(/no mandate/);
  });

  it('who has no role in the directory any more has left: then by the secretary of the body that has its archive', async () => {
    await people({ ...secretary, roles: [] });
    expect(asks(await card(vBoss))).toBe(false);
    expect(asks(await card(archivist))).toBe(true);
    expect((await registers(archivist)).json).toMatchObject({ changed: true });
    expect((await place.samordna.cases.load(item))?.state).toMatchObject({
      status: 'committed',
      settlements: [{ decisions: [{ by: archivist.id, body: { body: NAMNDEN, paragraph: '§ 9' } }] }],
    });
  });

  it('who registers for the body that follows it finds it on the card of that body', async () => {
    const own = {
      verb: 'card.open',
      subject: { card: 'registration', item, body: world.STYRELSE_S },
    } as const;
    const leads = '"subject":{"card":"registration","item":"MT924","body":"inkopsnamnden"}';
    expect(await place.press(archivist, own)).not.toContain(leads);
    await people({ ...secretary, roles: [] });
    const shown = await place.press(archivist, own);
    expect(shown).toContain('Vad Inköpsnämnden beslutade');
    expect(shown).toContain(leads);
    expect(await card(archivist)).not.toContain(leads);
  });

  it('or where the last secretary has a conflict in the case (KL 6:28–32)', async () => {
    await place.does(secretary, { do: 'declare-conflict', conflict: true });
    expect(asks(await card(secretary))).toBe(false);
    expect(asks(await card(archivist))).toBe(true);
  });
});
