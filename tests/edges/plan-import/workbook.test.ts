import { type Range, read, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPlan } from '#plan-import/read-plan.ts';
import { pack, unpack, zipEntries } from '#plan-import/zip.ts';
import { brief, PLAIN, reading, readingError, utf8 } from './reading.ts';

type Rows = readonly (readonly unknown[])[];
const HEADER = ['id', 'title', 'region', 'cpv', 'value', 'start'];

const sheetOf = (rows: Rows, merges: readonly Range[] = []): WorkSheet => {
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { UTC: true },
  );
  sheet['!merges'] = [...merges];
  return sheet;
};
const bookOf = (sheets: Readonly<Record<string, WorkSheet>>): WorkBook => {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
};
const bytesOf = (book: WorkBook, bookType: 'xlsx' | 'xls' | 'xlsb' | 'ods' = 'xlsx'): Uint8Array =>
  new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);

const mapping = {
  fields: {
    ...PLAIN.fields,
    cpv: { column: 'cpv' },
    value: { column: 'value' },
    start: { column: 'start' },
  },
} as const;
const over = (column: number, from: number, to: number): Range => ({
  s: { c: column, r: from },
  e: { c: column, r: to },
});
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

describe('a workbook', () => {
  const row = ['A', 'Säng', 'sormland', 33192230, 1500000.5, day('2027-03-01')];
  const fact = {
    id: 'A',
    plan: 2027,
    title: 'Säng',
    region: 'sormland',
    cpv: '33192230',
    value: 1_500_000.5,
    start: '2027-03-01',
  };

  test('gives texts, numbers and dates as stored', () => {
    const { items, warnings } = reading(bytesOf(bookOf({ Plan: sheetOf([HEADER, row]) })), { mapping });
    expect(items).toEqual([{ row: 2, item: fact }]);
    expect(warnings).toEqual([]);
  });

  test.each(['xls', 'xlsb', 'ods'] as const)('of another kind (%s) is asked for as xlsx', (kind) => {
    const bytes = bytesOf(bookOf({ Plan: sheetOf([HEADER, row]) }), kind);
    expect(readingError(bytes, { mapping }).code).toBe('unreadable-workbook');
  });

  test('with a password is told apart from a damaged one', () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, ...Buffer.alloc(600), ...Buffer.from('EncryptedPackage', 'utf16le')];
    expect(readingError(Uint8Array.from(ole)).code).toBe('password-protected');
  });

  test('counts its days from 1900 or from 1904, whichever it says', () => {
    const sheet = sheetOf([HEADER, ['A', 'T', 'sormland', '', '', 0]]);
    sheet.F2 = { t: 'n', v: 45_000, z: 'yyyy-mm-dd' };
    const starts = [false, true].map((date1904) => {
      const book: WorkBook = { ...bookOf({ Plan: sheet }), Workbook: { WBProps: { date1904 } } };
      return reading(bytesOf(book), { mapping }).items[0]?.item.start;
    });
    expect(starts).toEqual(['2023-03-15', '2027-03-16']);
  });

  test('keeps the zero that a number format shows in front of a code', () => {
    const sheet = sheetOf([HEADER, ['A', 'T', 'sormland', 3110000]]);
    sheet.D2 = { t: 'n', v: 3_110_000, z: '00000000' };
    expect(reading(bytesOf(bookOf({ Plan: sheet })), { mapping }).items[0]?.item.cpv).toBe('03110000');
  });

  test('is searched for its table: title rows above, other sheets before, hidden sheets never', () => {
    const plan = sheetOf([['Upphandlingsplan 2027'], [], ['', 'Avser båda regionerna'], [], HEADER, row]);
    const hidden = bookOf({
      Gammal: sheetOf([HEADER, ['GAMMAL', ...row.slice(1)]]),
      Om: sheetOf([['Läs mig']]),
      Plan: plan,
    });
    hidden.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    const found = reading(bytesOf(hidden), { mapping });
    expect(found).toMatchObject({ headerRow: 5, items: [{ row: 6, item: fact }] });
    expect(reading(bytesOf(hidden), { mapping, sheet: ' gammal' }).items[0]?.item.id).toBe('GAMMAL');
    expect(readingError(bytesOf(hidden), { mapping, sheet: 'Blad1' })).toEqual({
      code: 'unknown-sheet',
      params: { sheet: 'Blad1', sheets: ['Gammal', 'Om', 'Plan'] },
    });
  });

  test('a cell over several rows stands on each; a heading over the width is on none but the first column', () => {
    const rows = [
      HEADER,
      ['Medicinsk teknik'],
      ['A', 'Säng', 'sormland', '', '', day('2027-03-01')],
      ['B', 'Lampa', '', '', '', ''],
    ];
    const merges = [{ s: { c: 0, r: 1 }, e: { c: 5, r: 1 } }, over(2, 2, 3), over(5, 2, 3)];
    const { items, rejected } = reading(bytesOf(bookOf({ Plan: sheetOf(rows, merges) })), { mapping });
    expect(items.map(({ item }) => [item.id, item.region, item.start])).toEqual([
      ['A', 'sormland', '2027-03-01'],
      ['B', 'sormland', '2027-03-01'],
    ]);
    expect(rejected.map(brief)).toEqual([
      [2, 'title', 'missing'],
      [2, 'region', 'missing'],
    ]);
  });

  test('a value over several rows is said of them together and is nobody’s own', () => {
    const rows = [HEADER, ['A', 'T', 'sormland', '', 900_000], ['B', 'U', 'sormland', '', '']];
    const { items, warnings } = reading(bytesOf(bookOf({ Plan: sheetOf(rows, [over(4, 1, 2)]) })), {
      mapping,
    });
    expect(items.map(({ item }) => item.value)).toEqual([undefined, undefined]);
    expect(warnings.map(brief)).toEqual([
      [2, 'value', 'shared-value'],
      [3, 'value', 'shared-value'],
    ]);
  });

  test('a cell that shows an error is unreadable: fatal for a title, a warning for a value', () => {
    const sheet = sheetOf([HEADER, ['A', 'T', 'sormland', '', 1], ['B', 'U', 'sormland', '', 1]]);
    const broken = { t: 'e', v: 0x17, w: '#REF!' } as const;
    sheet.B2 = broken;
    sheet.E3 = broken;
    const { rejected, warnings, items } = reading(bytesOf(bookOf({ Plan: sheet })), { mapping });
    expect(rejected.map(brief)).toEqual([[2, 'title', 'cell-error']]);
    expect(warnings.map(brief)).toEqual([[3, 'value', 'cell-error']]);
    expect(items.map(({ item }) => item.id)).toEqual(['B']);
  });

  test('with nothing in it, or cut off, is an error in words', () => {
    expect(readingError(bytesOf(bookOf({ Plan: sheetOf([]) }))).code).toBe('file-empty');
    const whole = bytesOf(bookOf({ Plan: sheetOf([HEADER, row]) }));
    expect(readingError(whole.subarray(0, whole.length / 2)).code).toBe('unreadable-workbook');
    expect(read(whole).SheetNames).toEqual(['Plan']);
  });

  test('damaged anywhere is still an answer, never a crash', () => {
    const whole = bytesOf(bookOf({ Plan: sheetOf([HEADER, row]) }));
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 8 }), (places) => {
        const bytes = Uint8Array.from(whole);
        for (const [place, byte] of places) bytes[place] = byte;
        const result = readPlan(bytes, { fileName: '', plan: 2027, mapping: PLAIN });
        expect(typeof result.ok).toBe('boolean');
      }),
    );
  });

  test('a day in the value column is no amount', () => {
    const sheet = sheetOf([HEADER, ['A', 'T', 'sormland', '', day('2027-03-01')]]);
    const { warnings } = reading(bytesOf(bookOf({ Plan: sheet })), { mapping });
    expect(warnings.map(brief)).toEqual([[2, 'value', 'unreadable-number']]);
  });

  test('a zip file that is no workbook is an error in words', () => {
    expect(readingError(zipSync({ 'readme.txt': utf8('hej') })).code).toBe('unreadable-workbook');
  });

  test('a small file that unpacks to gigabytes is refused before it is unpacked', () => {
    const zeros = new Uint8Array(30 * 1024 * 1024);
    const parts = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => [name, zeros]));
    const bomb = zipSync(parts);
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    expect(readingError(bomb).code).toBe('unpacked-too-large');
  });

  test.each([true, false])(
    'a zip file is packed so that others read it too (compressed: %s)',
    (compressed) => {
      const parts = [
        { name: 'xl/a.xml', content: new Uint8Array(Buffer.from('samma ord '.repeat(5_000))) },
        { name: 'empty', content: new Uint8Array() },
      ];
      const packed = pack(parts, compressed);
      expect(packed.byteLength < 50_000).toBe(compressed);
      expect(Object.entries(unzipSync(packed))).toEqual(parts.map(({ name, content }) => [name, content]));
      const own = unpack(zipEntries(packed) ?? [], 1_000_000);
      expect(Array.isArray(own) && own.map(({ name, content }) => [name, new Uint8Array(content)])).toEqual(
        parts.map(({ name, content }) => [name, content]),
      );
    },
  );

  test('the size that a zip file states for itself is not believed', () => {
    const bomb = zipSync({ a: new Uint8Array(100_000) });
    const view = new DataView(bomb.buffer);
    view.setUint32(22, 10, true);
    const directory = view.getUint32(bomb.byteLength - 6, true);
    view.setUint32(directory + 24, 10, true);
    const entries = zipEntries(bomb) ?? [];
    expect(unpack(entries, 1_000_000)).toEqual([{ name: 'a', content: Buffer.alloc(100_000) }]);
    expect(unpack(entries, 99_999)).toBe('too-large');
  });
});
