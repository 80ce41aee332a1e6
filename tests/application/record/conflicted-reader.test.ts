import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportingList } from '#application/council/reporting.ts';
import { item } from '#cli/commands/item.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { personId } from '#domain/shared/ids.ts';
import * as world from '#support/world.ts';
import { caseDocument } from '../../../src/cli/commands/case.ts';
import { reportingDocument } from '../../../src/cli/commands/council.ts';
import { exportRecord } from '../../../src/cli/commands/export.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { OBJECTION, type Office, office, untilDecision, vRegistrar } from './office.ts';

let place: Office;
beforeEach(async () => {
  place = await office();
  await untilDecision(place);
});
afterEach(() => place.sqlite.dispose());

const as = (actor: Actor): CliContext => ({
  store: place.sqlite.store,
  samordna: async () => place.samordna,
  person: async () => Promise.reject(new Error('nobody asks')),
  actor: async () => actor,
});
const JSON_SV = { format: 'json', lang: 'sv' } as const;
const conflicted = (by: Actor) => place.does(by, { do: 'declare-conflict', conflict: true });

describe('whoever has declared a conflict reads nothing of the dispute on the command line (KL 6:28–32)', () => {
  it('no case document, whatever the role; the operator reads what is kept', async () => {
    const other = { ...world.officer, id: personId('tenant-s', 'officer-2') };
    const read = (actor: Actor) => caseDocument(as(actor), world.beds.id, JSON_SV);
    expect((await read(other)).text).toContain('Vårt avtal löper till 2027');
    await conflicted(other);
    await expect(read(other)).rejects.toThrow(/jäv/);
    for (const actor of [world.officer, world.operator])
      expect((await read(actor)).text).toContain('Vårt avtal löper till 2027');
  });

  it('a reporting list leaves the case’s decisions out, names it, and says that the list is not complete', async () => {
    await conflicted(world.secretary);
    await place.does(world.sDecider, {
      do: 'decide',
      region: world.SORMLAND,
      revision: 2,
      outcome: 'coordinate-with-staggered-start',
      texts: { text: 'Skälet i beslutet' },
    });
    const read = (actor: Actor, format: string) =>
      reportingDocument(as(actor), { body: world.NAMNDEN, format, lang: 'sv' });
    const { decisions, withheld } = (await read(world.secretary, 'json')).json as ReportingList;
    expect(decisions).toEqual([]);
    expect(withheld).toEqual([{ item: 'MT924' }]);
    const page = (await read(world.secretary, 'html')).text;
    expect(page).toContain('Listan är inte fullständig');
    expect(page).not.toContain('Skälet i beslutet');
    expect((await read(world.officer, 'html')).text).toContain('Skälet i beslutet');
    // On the card there is nothing to tick off that a rule would refuse.
    expect(await place.says(world.secretary, 'anmälningslista')).not.toContain('Operationsbord');
  });

  it('an export leaves the case out and says which, so that somebody else completes it', async () => {
    const read = (actor: Actor) => exportRecord(as(actor), { region: 'vastmanland', format: 'jsonl' });
    const whole = await read(vRegistrar);
    expect(whole.text).toContain(OBJECTION);
    expect(whole.note).toBeUndefined();
    await conflicted(vRegistrar);
    const part = await read(vRegistrar);
    expect(part).toMatchObject({ json: [], text: '' });
    expect(part.note).toMatch(/MT924.*not complete/);
    expect((await read(world.operator)).text).toContain(OBJECTION);
  });
});

it('a person who asks for an item on the command line gets the answers that the cards show that person', async () => {
  const read = async (actor: Actor) =>
    ((await item(as(actor), world.beds.id)).json as { answers: { unit: string }[] }).answers.map(
      ({ unit }) => unit,
    );
  expect(await read(world.vKirurgi)).toEqual([world.units.vKirurgi]);
  expect(await read(world.operator)).toHaveLength(4);
  expect(await read(world.officer)).toHaveLength(4);
  await conflicted(world.officer);
  expect(await read(world.officer)).toEqual([]);
});
