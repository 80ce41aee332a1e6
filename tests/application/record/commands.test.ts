import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseBody } from '#application/cases.ts';
import type { QueueLine } from '#application/record/queue.ts';
import { registryView } from '#application/record/registry-cards.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { itemId } from '#domain/shared/ids.ts';
import { DEADLINE } from '#support/given.ts';
import { asks, at, beds, date, governance, officer, operator } from '#support/world.ts';
import { auditVerify } from '../../../src/cli/commands/audit.ts';
import { caseDocument } from '../../../src/cli/commands/case.ts';
import { exportRecord } from '../../../src/cli/commands/export.ts';
import { removeTexts } from '../../../src/cli/commands/gallring.ts';
import { registryList, registrySet } from '../../../src/cli/commands/registry.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { type Office, office, sRegistrar, vRegistrar, wholeStory } from './office.ts';

let place: Office;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samordna-export-'));
  place = await office();
  await wholeStory(place);
});
afterEach(async () => {
  await place.sqlite.dispose();
  await rm(folder, { recursive: true, force: true });
});

const as = (actor: Actor): CliContext => ({
  store: place.sqlite.store,
  samordna: async () => place.samordna,
  person: async () => Promise.reject(new Error('nobody asks')),
  actor: async () => actor,
});
const SORMLAND = { region: 'sormland', format: 'jsonl' } as const;

/** An export as a file, as an archive keeps it. */
const archived = async (): Promise<string> => {
  const file = join(folder, 'vastmanland.jsonl');
  await writeFile(
    file,
    `${(await exportRecord(as(operator), { ...SORMLAND, region: 'vastmanland' })).text}\n`,
  );
  return file;
};
const rewrite = async (change: (body: CaseBody) => CaseBody): Promise<void> => {
  const known = await place.sqlite.store.get<CaseBody>('case', beds.id);
  if (!known) throw new Error('no case');
  const { etag, ...document } = known;
  expect((await place.sqlite.store.put({ ...document, body: change(known.body) }, etag)).ok).toBe(true);
};
const broken = async (file?: string) =>
  (await auditVerify(as(operator), file)).json as { broken: { entry: number | null; why: string }[] };

describe('an export', () => {
  it('is for the operator and the authority’s own keepers of the record', async () => {
    const rows = (await exportRecord(as(sRegistrar), SORMLAND)).json;
    expect((await exportRecord(as(operator), SORMLAND)).json).toEqual(rows);
    await expect(exportRecord(as(officer), SORMLAND)).rejects.toThrow(/^Only a registrar/);
    await expect(exportRecord(as(vRegistrar), SORMLAND)).rejects.toThrow(/other region/);
  });

  it('is there for a region that has left, whose record is its own for ever', async () => {
    const before = (await exportRecord(as(operator), SORMLAND)).json;
    const regions = governance.regions.map((row) =>
      row.region === 'sormland' ? { ...row, validTo: date('2026-12-29') } : row,
    );
    await place.samordna.rules.replace({ ...governance, regions, version: 'without-sormland' });
    place.now = at('2027-01-11 09:00');
    const { regions: inForce } = await place.samordna.rules.at(place.now);
    expect(inForce.map(({ region }) => region)).toEqual(['vastmanland']);
    expect((await exportRecord(as(operator), SORMLAND)).json).toEqual(before);
    expect((await exportRecord(as(sRegistrar), SORMLAND)).json).toEqual(before);
    expect((await registryList(as(operator), 'sormland')).json).toHaveLength(1);
  });

  it('says what it cannot do, instead of exporting nothing', async () => {
    const wanted = (more: object) => exportRecord(as(operator), { ...SORMLAND, ...more });
    await expect(wanted({ region: 'uppsala' })).rejects.toThrow(/knows sormland, vastmanland/);
    await expect(wanted({ format: 'pdf' })).rejects.toThrow(/jsonl or csv/);
    await expect(wanted({ since: 'i går' })).rejects.toThrow(/no date/);
  });
});

describe('the audit against an export of earlier', () => {
  it('finds nothing while the record only grew, also by a lawful removal', async () => {
    const file = await archived();
    const context = as(vRegistrar);
    const removal = { entries: '9', reference: 'RS 2026-77 § 4', date: '2026-12-01' };
    expect((await removeTexts(context, beds.id, removal)).exit).toBe(0);
    expect((await broken(file)).broken).toEqual([]);
  });

  it('misses an end that was cut off with everything that told of it', async () => {
    const file = await archived();
    const before = await office();
    await place.sqlite.dispose();
    place = before;
    expect((await broken()).broken).toEqual([]);
    expect((await broken(file)).broken).toEqual([{ case: beds.id, entry: 2, why: 'end' }]);
  });

  it('alone, it sees a head that names more than the record has', async () => {
    await rewrite((body) => ({ ...body, head: { seq: 99, hash: 'x' } }));
    expect((await broken()).broken).toMatchObject([{ why: 'end' }]);
  });

  it('refuses what is no export', async () => {
    await expect(broken(join(folder, 'nothing'))).rejects.toThrow(/cannot be read/);
    await writeFile(join(folder, 'other'), 'x');
    await expect(broken(join(folder, 'other'))).rejects.toThrow(/line 1 is no JSON/);
  });
});

describe('the audit finds what is whole in itself and stands wrong', () => {
  const other = { ...beds, id: itemId('other#1'), title: 'Mopar' };
  const documents = async () => {
    const own = await place.sqlite.store.get<CaseBody>('case', beds.id);
    const second = await place.sqlite.store.get<CaseBody>('case', other.id);
    if (!own || !second) throw new Error('no cases');
    return { own, second };
  };
  beforeEach(async () => {
    expect((await place.samordna.cases.execute(other.id, { do: 'import', item: other }, operator)).ok).toBe(
      true,
    );
    expect((await broken()).broken).toEqual([]);
  });

  it('a case’s whole record that is overwritten by a copy of another case’s', async () => {
    const { own, second } = await documents();
    await place.sqlite.store.put({ ...own, kind: 'case', id: other.id }, second.etag);
    expect((await broken()).broken).toEqual([{ case: other.id, entry: 1, why: 'chain' }]);
  });

  it('two cases’ records that change places', async () => {
    const { own, second } = await documents();
    await place.sqlite.store.put({ ...own, kind: 'case', id: other.id }, second.etag);
    await place.sqlite.store.put({ ...second, kind: 'case', id: beds.id }, own.etag);
    expect((await broken()).broken.map((one) => one.entry)).toEqual(expect.arrayContaining([1]));
    expect((await broken()).broken).toHaveLength(2);
  });

  it('a clock that was stopped, or set to another time', async () => {
    const fresh = await office();
    await place.sqlite.dispose();
    place = fresh;
    await place.does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks });
    expect((await broken()).broken).toEqual([]);
    for (const dueAt of [undefined, '2028-01-01T08:00:00.000Z']) {
      const known = await place.sqlite.store.get<CaseBody>('case', beds.id);
      if (!known) throw new Error('no case');
      const { dueAt: _was, ...index } = known.index;
      const set = dueAt === undefined ? index : { ...index, dueAt: dueAt as typeof _was & string };
      expect((await place.sqlite.store.put({ ...known, index: set }, known.etag)).ok).toBe(true);
      expect((await broken()).broken).toEqual([{ case: beds.id, entry: null, why: 'state' }]);
    }
  });
});

describe('registry and gallring at the command line', () => {
  it('lists, sets and then lists nothing', async () => {
    expect((await registryList(as(operator), 'sormland')).json).toHaveLength(1);
    const set = { region: 'sormland', number: 'RS 2026-1' };
    expect((await registrySet(as(operator), beds.id, set)).json).toMatchObject({
      number: 'RS 2026-1',
      changed: true,
    });
    expect((await registrySet(as(operator), beds.id, set)).json).toMatchObject({ changed: false });
    expect((await registryList(as(operator), 'sormland')).json).toEqual([]);
    await expect(registrySet(as(operator), beds.id, { ...set, number: 'RS 2' })).rejects.toThrow(
      /--replaces/,
    );
    await expect(registrySet(as(officer), beds.id, set)).rejects.toThrow(/Only a registrar/);
    await expect(registrySet(as(operator), 'X', set)).rejects.toThrow(/No item/);
  });

  it('removes nothing without numbers, a date or a person', async () => {
    const given = { entries: '9', reference: 'RS 1', date: '2026-12-01' };
    const tries = (more: object) => removeTexts(as(vRegistrar), beds.id, { ...given, ...more });
    await expect(tries({ entries: 'all' })).rejects.toThrow(/like 3,5,8/);
    await expect(tries({ date: 'i går' })).rejects.toThrow(/no date/);
    await expect(removeTexts(as(operator), beds.id, given)).rejects.toThrow(/--as/);
  });

  it('shows a whole case to those who may read it, in a language and a form that exist', async () => {
    const shows = (actor: Actor, format = 'html', lang = 'sv') =>
      caseDocument(as(actor), beds.id, { format, lang });
    expect((await shows(operator)).text).toMatch(/^<!doctype html>/);
    expect(JSON.parse((await shows(sRegistrar, 'json')).text)).toMatchObject({ status: 'deviation-decided' });
    await expect(shows({ ...vRegistrar, roles: ['unit-manager'] })).rejects.toThrow();
    await expect(shows(operator, 'pdf')).rejects.toThrow(/html or json/);
    await expect(shows(operator, 'html', 'fi')).rejects.toThrow(/sv or en/);
  });
});

it('a number that is refused on a later page is on the card that comes back', async () => {
  const reading = await place.samordna.presenter.reading(
    (await place.samordna.people.directory()).person(sRegistrar.id) ?? expect.fail('no registrar'),
  );
  const [line] = (await registryList(as(operator), 'sormland')).json as [QueueLine];
  const lines = Array.from({ length: 12 }, (_, i) => ({ ...line, item: itemId(`I${i}`), documents: [] }));
  const queue = { lines, withheld: [] };
  const refused = new Map([[itemId('I11'), { problem: 'registry-number-malformed', typed: 'x' } as const]]);
  expect(registryView(reading, queue, 0, refused).lines[0]).toMatchObject({ item: 'I11', typed: 'x' });
  expect(registryView(reading, queue, 8).lines.map(({ item }) => item)).toEqual(['I8', 'I9', 'I10', 'I11']);
  expect(registryView(reading, queue, 12)).toMatchObject({ skip: 0, total: 12 });
});
