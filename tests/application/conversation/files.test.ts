import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, IncomingFile, Reply } from '#application/ports/teams.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { prepareDemo } from '#demo/prepare.ts';
import { itemId, type PersonId } from '#domain/shared/ids.ts';
import { temporarySqlite } from '#support/stores.ts';
import { at } from '#support/world.ts';

const clock = { now: () => at('2026-11-23 09:00') };
let dispose: () => Promise<void>;
let samordna: Samordna;
beforeAll(async () => {
  const opened = await temporarySqlite();
  dispose = opened.dispose;
  let n = 0;
  samordna = createSamordna({ store: opened.store, clock, machineClock: clock, salt: () => `salt-${n++}` });
  await prepareDemo(opened.store, samordna);
});
afterAll(() => dispose());

const caller = async (email: string): Promise<Caller> => {
  const person = (await samordna.people.directory()).find(email);
  if (!person) throw new Error(`nobody is ${email}`);
  const tenantId = person.id.split(':')[0] ?? '';
  return { person: person.id, tenantId, name: person.name, locale: null, scope: 'personal', address: null };
};
const ANNA = 'anna.lindqvist@sormland.example.se';
const JOHAN = 'johan.berg@vastmanland.example.se';
const KARIN = 'karin.holm@sormland.example.se';

const file = (name: string, text: string | Uint8Array): IncomingFile => ({
  name,
  read: async (limit) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    return bytes.length > limit ? null : bytes;
  },
});
const sends = async (email: string, sent: IncomingFile): Promise<Reply> => {
  const [reply, ...more] = await samordna.conversation.said(await caller(email), '', [sent]);
  if (!reply || more.length > 0) throw new Error('one file, one answer');
  return reply;
};
/** The data of the button with this verb. */
const button = (reply: Reply, verb: string): unknown => {
  const found = [...JSON.stringify(reply.card).matchAll(/"data":(\{[^{}]*\})/g)]
    .map(([, json = '{}']) => JSON.parse(json) as { verb?: string })
    .find((data) => data.verb === verb);
  if (!found) throw new Error(`there is no button ${verb}`);
  return found;
};
const presses = async (email: string, data: unknown) =>
  JSON.stringify((await samordna.conversation.pressed(await caller(email), data)).card);

const PLAN = `Upphandlings-ID;Benämning;Region;CPV;Värde;Startdatum
DU-1;Ultraljud;Region Sörmland;33112200;2 500 000;2026-03-01
DU-2;Sondmat;Region Västmanland;33692300;ca 3 mnkr;2026-05-01
DU-3;;Region Sörmland;33112200;100000;2026-06-01
`;

describe('a plan file sent to the bot', () => {
  it('is shown first, with every fault in a sentence, and written only when confirmed', async () => {
    const shown = await sends(ANNA, file('plan-2026.csv', PLAN));
    const text = JSON.stringify(shown.card);
    expect(text).toContain('plan-2026.csv');
    expect(text).toMatch(/Rad 3.*ca 3 mnkr/);
    expect(text).toMatch(/Rad 4/);
    expect(await samordna.cases.load(itemId('DU-1'))).toBeNull();

    const confirm = button(shown, 'import.confirm');
    expect(await presses(JOHAN, confirm)).not.toContain('2 nya');
    expect(await samordna.cases.load(itemId('DU-1'))).toBeNull();
    await presses(ANNA, confirm);
    expect((await samordna.cases.load(itemId('DU-1')))?.state).toMatchObject({
      status: 'draft',
      item: { title: 'Ultraljud', plan: 2026, value: 2_500_000, cpv: '33112200' },
    });
    expect((await samordna.cases.load(itemId('DU-2')))?.state).not.toHaveProperty('item.value');
    // A second press finds nothing more to do, and says so.
    await presses(ANNA, confirm);
    const imported = (await samordna.cases.load(itemId('DU-1')))?.history.filter(
      ({ event }) => event.type === 'item-imported' || event.type === 'item-revised',
    );
    expect(imported).toHaveLength(1);
  });

  it('can be asked about as soon as it is in', async () => {
    const person = (await samordna.people.directory()).find(ANNA);
    if (!person) throw new Error('no Anna');
    expect((await samordna.ask(person, 'hur går det med sondmat?')).query).toMatchObject({ item: 'DU-2' });
  });

  it('can be thrown away, after which its button does nothing', async () => {
    const shown = await sends(ANNA, file('ny-2026.csv', PLAN.replaceAll('DU-', 'NY-')));
    await presses(ANNA, button(shown, 'import.discard'));
    await presses(ANNA, button(shown, 'import.confirm'));
    expect(await samordna.cases.load(itemId('NY-1'))).toBeNull();
  });

  it('is recognised as the statistics of Upphandlingsmyndigheten, and says that nothing is new', async () => {
    const bytes = await readFile('src/demo/data/uhm_2021_number_of_procurements.csv');
    const shown = await sends(ANNA, file('uhm_2021.csv', new Uint8Array(bytes)));
    expect(JSON.stringify(shown.card)).toContain('131');
  });

  it.each([
    ['no-table.csv', 'bara en rad text', ANNA],
    ['tom.xlsx', '', ANNA],
    ['bild.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), ANNA],
  ])('that cannot be read (%s) gets a sentence and no button to import', async (name, bytes, who) => {
    const shown = JSON.stringify((await sends(who, file(name, bytes))).card);
    expect(shown).toContain(name);
    expect(shown).not.toContain('import.confirm');
  });

  it('is not taken from a unit manager', async () => {
    const shown = await sends(KARIN, file('plan-2026.csv', PLAN));
    expect(JSON.stringify(shown.card)).not.toContain('import.confirm');
  });

  it('that is too large is refused before it is read', async () => {
    const huge: IncomingFile = { name: 'stor.csv', read: async () => null };
    expect(JSON.stringify((await sends(ANNA, huge)).card)).toContain('20');
  });
});

describe('a stranger', () => {
  it('is told how to be added, whatever they do', async () => {
    const stranger: Caller = {
      person: '33333333-3333-4333-8333-333333333333:nobody' as PersonId,
      tenantId: '33333333-3333-4333-8333-333333333333',
      name: 'Ny Kollega',
      locale: 'en-GB',
      scope: 'personal',
      address: null,
    };
    const replies = [
      ...(await samordna.conversation.arrived(stranger)),
      ...(await samordna.conversation.said(stranger, 'visa planen', [])),
      await samordna.conversation.pressed(stranger, { verb: 'plan.show' }),
    ];
    for (const reply of replies) expect(JSON.stringify(reply.card)).toContain('We do not know you yet');
  });
});
