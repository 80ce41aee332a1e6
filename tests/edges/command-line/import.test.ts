import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  commandLine,
  expectSentence,
  jsonOf,
  NOTICES_FILE,
  NOTICES_MAPPING,
  PLAN_FILE,
  VALUES_FILE,
} from './command-line.ts';

interface Remark {
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
  readonly reason: string;
  readonly message: string;
}
interface Imported {
  readonly read: number;
  readonly created: number;
  readonly revised: number;
  readonly unchanged: number;
  readonly rejected: readonly Remark[];
  readonly warnings: readonly Remark[];
}

const cli = commandLine();
const store = (name: string) => ['--store', `sqlite:${cli.path(name)}`];
const UHM = ['--profile', 'uhm', '--plan', '2021'];
const brief = ({ row, column, value, reason }: Remark) => ({ row, column, value, reason });
/** `read = created + revised + unchanged + rejected rows`. */
const accounted = ({ created, revised, unchanged, rejected }: Imported): number =>
  created + revised + unchanged + new Set(rejected.map(({ row }) => row)).size;

describe('the real plan of 2021', () => {
  it('is 131 items, is revised when its values come, and a second run says unchanged', async () => {
    const here = ['--values', VALUES_FILE, ...store('uhm.db')];
    const nothing = { rejected: [], warnings: [] };
    const bare = await cli.json<Imported>('import', PLAN_FILE, ...UHM, ...store('uhm.db'));
    expect(bare).toEqual({ read: 131, created: 131, revised: 0, unchanged: 0, ...nothing });
    const valued = await cli.json<Imported>('import', PLAN_FILE, ...UHM, ...here);
    expect(valued).toEqual({ read: 131, created: 0, revised: 100, unchanged: 31, ...nothing });
    const again = await cli.json<Imported>('import', PLAN_FILE, ...UHM, ...here);
    expect(again).toEqual({ read: 131, created: 0, revised: 0, unchanged: 131, ...nothing });
    expect(await cli.json('item', 'MT924', ...store('uhm.db'))).toMatchObject({
      item: { value: 4_000_000 },
      revision: 2,
    });
  });

  it('shows with --dry-run what would happen, and writes nothing', async () => {
    const before = await readFile(cli.path('prepared.db'));
    const plain = await cli.run('import', PLAN_FILE, '--plan', '2021', '--dry-run', ...store('prepared.db'));
    expect(plain).toMatchObject({ exit: 0, err: '' });
    // Recognised by its header, without --profile; the values are not in this table.
    expect(plain.out).toMatch(
      /^131 rows read: 0 created, 100 revised, .*\(dry run: nothing was written\)\.\n/,
    );
    expect(await readFile(cli.path('prepared.db'))).toEqual(before);
  });
});

describe('any other table', () => {
  it('is read by a mapping file: header far down, entities, lookups, ugly rows one by one', async () => {
    const found = await cli.json<Imported>(
      ...['import', NOTICES_FILE, '--plan', '2027', '--mapping', NOTICES_MAPPING],
      ...['--store', await cli.prepared('mapped.db')],
    );
    expect(found).toMatchObject({ read: 6, created: 3, revised: 0, unchanged: 0 });
    expect(accounted(found)).toBe(6);
    expect(found.rejected.map(brief)).toEqual([
      { row: 21, column: 'Köpare', value: '', reason: 'missing' },
      { row: 22, column: 'Diarienr', value: 'DU-UPP27/0001', reason: 'duplicate-id' },
      { row: 24, column: 'Diarienr', value: '', reason: 'missing' },
      { row: 24, column: 'Köpare', value: '', reason: 'missing' },
    ]);
    expect(found.warnings.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['unknown-cpv', 'value-range', 'unreadable-date']),
    );
    for (const { row, message } of [...found.rejected, ...found.warnings]) {
      expect(message).toMatch(new RegExp(`^Row ${row}\\b.*\\.$`, 's'));
    }
    const item = await cli.json('item', 'DU-UPP27/0001', '--store', `sqlite:${cli.path('mapped.db')}`);
    expect(item).toMatchObject({
      item: {
        title: 'Hjärtstartare, 5" skärm & väska',
        region: 'sormland',
        cpv: '33182100',
        value: 1_500_000,
        start: '2027-05-05',
        unit: 'Okänd enhet',
      },
      revision: 1,
      state: 'draft',
      answers: [],
    });
  });

  it('is read whatever it looks like: windows-1252, CR line ends, tabs, a header that --header-row names', async () => {
    const text = 'Plan för 2027\r\rDiarienr\tBenämning\tKöpare\rA1\tSängar\tRegion Sörmland\r';
    const file = await cli.file('ugly.csv', Buffer.from(text, 'latin1'));
    const how = ['--encoding', 'windows-1252', '--delimiter', '\t', '--header-row', '3'];
    const prepared = await cli.prepared('ugly.db');
    const found = await cli.json<Imported>('import', file, '--plan', '2027', ...how, '--store', prepared);
    expect(found).toMatchObject({ read: 1, created: 1, rejected: [], warnings: [] });
  });

  it('without a header has columns by index, in a sheet that --sheet names', async () => {
    const { utils, write } = await import('@e965/xlsx');
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Läs mig']]), 'Om planen');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['A1', 'Sängar', 'Sörmland', 1_500_000.5]]), 'Plan');
    const file = await cli.file('plan.xlsx', new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer));
    const fields = { id: { column: 0 }, title: { column: 1 }, region: { column: 2 }, value: { column: 3 } };
    const mapping = await cli.file('indexed.json', JSON.stringify({ fields }));
    const prepared = await cli.prepared('sheet.db');
    const found = await cli.json<Imported>(
      ...['import', file, '--plan', '2027', '--mapping', mapping, '--sheet', 'Plan', '--no-header'],
      ...['--store', prepared],
    );
    expect(found).toMatchObject({ read: 1, created: 1, rejected: [], warnings: [] });
  });

  it('keeps its good rows: no title is rejected, an unknown CPV code and "ca 3 mnkr" are warned of', async () => {
    const rows = [
      'id;titel;region;cpv;värde',
      'A1;Sängar;Sörmland;33192230;3 000 000',
      'A2;;Sörmland;33192230;1',
      'A3;Bord;Västmanland;99999999;2',
      'A4;Stolar;Västmanland;39112000;ca 3 mnkr',
    ];
    const file = await cli.file('bad-rows.csv', `${rows.join('\n')}\n`);
    const prepared = await cli.prepared('bad-rows.db');
    const ran = await cli.run('import', file, '--plan', '2027', '--store', prepared, '--json');
    expect(ran).toMatchObject({ exit: 0, err: '' });
    const found = jsonOf<Imported>(ran);
    expect(found).toMatchObject({ read: 4, created: 3 });
    expect(found.rejected.map(brief)).toEqual([{ row: 3, column: 'titel', value: '', reason: 'missing' }]);
    expect(found.warnings.map(brief)).toEqual([
      { row: 4, column: 'cpv', value: '99999999', reason: 'unknown-cpv' },
      { row: 5, column: 'värde', value: 'ca 3 mnkr', reason: 'approximate-value' },
    ]);
    expect(await cli.json('item', 'A4', '--store', prepared)).not.toHaveProperty('item.value');
  });
});

describe('nothing is read, exit 2 and one sentence, when', () => {
  const none = async (args: readonly string[], like: RegExp) => {
    expectSentence(await cli.run('import', ...args, ...store('none.db')), 2, like);
    expect(existsSync(cli.path('none.db'))).toBe(false);
  };

  it('the file is no table', async () => {
    const letter = await cli.file('letter.csv', 'Hej Anna,\n\nplanen kommer i morgon.\n');
    const picture = await cli.file('plan.xlsx.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    const dry = ['--plan', '2027', '--dry-run'];
    await none([picture, ...dry], /not a table. Save the plan as xlsx or csv/);
    await none([letter, ...dry], /^I find no column for the procurement’s id or the title or the region/);
  });

  it('the file is not there, or a column that the mapping needs is not', async () => {
    await none(['nowhere.csv', '--plan', '2027', '--dry-run'], /^The file "nowhere.csv" does not exist/);
    const plan = ['import', PLAN_FILE, '--plan', '2021', '--mapping', NOTICES_MAPPING];
    expectSentence(
      await cli.run(...plan, ...store('prepared.db')),
      2,
      /^The file does not have the columns “diarienr”/,
    );
  });

  it('an option is wrong', async () => {
    const dry = [PLAN_FILE, '--dry-run'];
    await none([...dry, '--plan', '2021', '--profile', 'ted'], /^There is no profile "ted": choose uhm/);
    await none([...dry, ...UHM, '--mapping', NOTICES_MAPPING], /^Give either --profile or --mapping/);
    await none([...dry, '--plan', '2021', '--mapping', DIRECTORY_AS_MAPPING], /is no JSON: see docs\/import/);
  });
});

/** Any file that is no JSON. */
const DIRECTORY_AS_MAPPING = PLAN_FILE;

it('a unit manager may not import: exit 1', async () => {
  const dry = ['import', PLAN_FILE, ...UHM, '--dry-run', ...store('prepared.db')];
  const erik = await cli.run(...dry, '--as', 'erik.sandstrom@sormland.example.se');
  expectSentence(erik, 1, /^Only an officer may do that/);
});
