import { backup, DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, office, wholeStory } from '../../application/record/office.ts';
import { commandLine, expectSentence, jsonOf } from './command-line.ts';

const cli = commandLine({ prepare: false });
let place: Office;
let store: readonly string[];
/** One case with a decision, two objections and their registrars: what the demo's plan has not. */
beforeAll(async () => {
  place = await office();
  await wholeStory(place);
  store = ['--store', `sqlite:${place.sqlite.path}`, '--now', '2026-12-30T09:00:00+01:00'];
});
afterAll(() => place.sqlite.dispose());

const S_REGISTRAR = 'tenant-s.registrar@example.se';
const V_REGISTRAR = 'tenant-v.registrar@example.se';
const MANAGER = 'tenant-s.s-kirurgi@example.se';

describe('audit verify', () => {
  it('counts, finds every chain whole, and names the first fault of one that is not: exit 1', async () => {
    expect(await cli.json('audit', 'verify', ...store)).toEqual({
      cases: 1,
      entries: expect.any(Number),
      broken: [],
    });
    const copy = cli.path('broken.db');
    await backup(new DatabaseSync(place.sqlite.path, { readOnly: true }), copy);
    const database = new DatabaseSync(copy);
    const changed = database
      .prepare(
        `UPDATE documents SET body = replace(body, 'Operationsbord', 'Operationslampor') WHERE id = 'MT924'`,
      )
      .run();
    database.close();
    expect(changed.changes).toBe(1);
    const ran = await cli.run('audit', 'verify', '--store', `sqlite:${copy}`, '--json');
    expect(ran).toMatchObject({ exit: 1, err: '' });
    expect(jsonOf(ran)).toMatchObject({ cases: 1, broken: [{ case: 'MT924', entry: 1 }] });
  });
});

describe('export', () => {
  it('is one row an entry, as lines of JSON, and with --json as one JSON value', async () => {
    const lines = await cli.run('export', '--region', 'sormland', '--format', 'jsonl', ...store);
    expect(lines).toMatchObject({ exit: 0, err: '' });
    const rows = lines.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows[0]).toMatchObject({ authority: 'sormland', case: 'MT924', seq: 1, event: 'item-imported' });
    const since = ['--since', '2026-12-29'];
    const late = await cli.json<object[]>(
      ...['export', '--region', 'sormland', '--format', 'jsonl', ...since, ...store],
    );
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(rows.length);
  });

  it('of an unknown region or format is bad input; by somebody else’s registrar it is refused', async () => {
    const tries = (...args: readonly string[]) => cli.run('export', ...args, ...store);
    expectSentence(await tries('--region', 'uppsala', '--format', 'csv'), 2, /knows sormland, vastmanland/);
    expectSentence(await tries('--region', 'sormland', '--format', 'pdf'), 2, /say jsonl or csv/);
    expectSentence(
      await tries('--region', 'sormland', '--format', 'csv', '--as', V_REGISTRAR),
      1,
      /other region/,
    );
  });
});

describe('case', () => {
  it('is a page that stands alone, in Swedish or English, or JSON', async () => {
    const page = await cli.run('case', 'MT924', '--lang', 'en', ...store);
    expect(page).toMatchObject({ exit: 0, err: '' });
    expect(page.out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(await cli.json('case', 'MT924', ...store)).toMatchObject({ status: 'deviation-decided' });
  });

  it('is not for a unit manager, and wants a known format', async () => {
    const { exit, out, err } = await cli.run('case', 'MT924', ...store, '--as', MANAGER);
    expect([exit, out, err.trim().split('\n').length]).toEqual([1, '', 1]);
    expectSentence(await cli.run('case', 'MT924', '--format', 'pdf', ...store), 2, /say html or json/);
  });
});

describe('registry', () => {
  it('lists what waits, takes a number, and wants --replaces for another', async () => {
    const list = () => cli.json<object[]>('registry', 'list', '--region', 'sormland', ...store);
    expect(await list()).toEqual([expect.objectContaining({ item: 'MT924', number: null })]);
    const set = (number: string, ...more: readonly string[]) =>
      ['registry', 'set', 'MT924', '--region', 'sormland', '--number', number, ...more, ...store] as const;
    expect(await cli.json(...set('RS 2026-1'))).toMatchObject({
      ...{ item: 'MT924', region: 'sormland', number: 'RS 2026-1', changed: true },
    });
    expect(await list()).toEqual([]);
    expectSentence(await cli.run(...set('RS 2026-2')), 1, /--replaces/);
    expect(await cli.json(...set('RS 2026-2', '--replaces', 'RS 2026-1', '--as', S_REGISTRAR))).toMatchObject(
      {
        number: 'RS 2026-2',
      },
    );
  });
});

describe('remove-texts', () => {
  const given = ['--entries', '9', '--reference', 'RS 2026-77 § 4', '--date', '2026-12-01'];

  it('takes the texts, leaves the chain whole, and is only for a person who may', async () => {
    expectSentence(
      await cli.run('remove-texts', 'MT924', ...given, ...store, '--as', MANAGER),
      1,
      /^Only a registrar of that authority/,
    );
    const by = ['--as', V_REGISTRAR];
    expect(await cli.json('remove-texts', 'MT924', ...given, ...store, ...by)).toEqual({
      ...{ item: 'MT924', entries: [], held: [9], reference: 'RS 2026-77 § 4', date: '2026-12-01' },
    });
    // It was lifted, and so concerns the other authority too, which decides for itself.
    expect(await cli.json('remove-texts', 'MT924', ...given, ...store, '--as', S_REGISTRAR)).toEqual({
      ...{ item: 'MT924', entries: [9], reference: 'RS 2026-77 § 4', date: '2026-12-01' },
    });
    expect(await cli.json('audit', 'verify', ...store)).toMatchObject({ broken: [] });
  });

  it('wants numbers, a date and a known item', async () => {
    const tries = (item: string, entries: string, date: string) =>
      cli.run('remove-texts', item, '--entries', entries, '--reference', 'RS 1', '--date', date, ...store);
    expectSentence(await tries('MT924', 'all', '2026-12-01'), 2, /like 3,5,8/);
    expectSentence(await tries('MT0', '9', '2026-12-01'), 2, /^No item has the id "MT0"/);
  });
});
