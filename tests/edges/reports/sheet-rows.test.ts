import { read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack, zipEntries } from '#plan-import/zip.ts';
import { type Rows, withRows } from '#reports/report/sheet-rows.ts';

/** The rows through a workbook and back, as another program reads it. */
const written = (rows: Rows) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, { '!cols': [{ wch: 40 }] }, 'A');
  const parts = unpack(zipEntries(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer) ?? [], 1e6);
  if (!Array.isArray(parts)) throw new Error('no workbook');
  const bytes = pack(
    parts.map((part) => (part.name === 'xl/worksheets/sheet1.xml' ? withRows(part, rows) : part)),
    true,
  );
  const sheet = read(bytes, { type: 'array', dense: true }).Sheets.A ?? {};
  const xml = unpack(zipEntries(bytes) ?? [], 1e7);
  if (!Array.isArray(xml)) throw new Error('no parts');
  const part = xml.find(({ name }) => name === 'xl/worksheets/sheet1.xml');
  return {
    values: utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true, defval: null }),
    sheet,
    xml: Buffer.from(part?.content ?? []).toString(),
  };
};

describe("a report's rows in a workbook", () => {
  it('are read back as they are, each by its type, with holes where nothing stands', () => {
    const row: (string | number | boolean | null | undefined)[] = ['a', 1.5, true, null, -0.25, false];
    row[8] = 'sist';
    const { values, xml } = written([row, [], ['=1+1', '<b>&</b> "\'', '  kant ', 'rad\nrad', '\u0007']]);
    expect(values).toEqual([
      ['a', 1.5, true, null, -0.25, false, null, null, 'sist'],
      [],
      ['=1+1', '<b>&</b> "\'', '  kant ', 'rad\nrad', '\u0007', null, null, null, null],
    ]);
    expect(xml).toContain('<dimension ref="A1:I3"/>');
    expect(xml).not.toContain('<f>');
    expect(xml).not.toContain('\u0007');
  });

  it('keep the widths and every row of a table longer than what is joined at a time', () => {
    const rows = Array.from({ length: 2001 }, (_, at) => [`rad ${at}`, at]);
    const { values, xml } = written(rows);
    expect(values).toEqual(rows);
    expect(xml).toContain('<cols>');
    expect(xml).toContain('<row r="2001">');
  });

  it('a text longer than a cell holds is cut, and a number that is none has no cell', () => {
    const { values } = written([['x'.repeat(40_000), Number.NaN, Number.POSITIVE_INFINITY, 1]]);
    expect(values).toEqual([['x'.repeat(32_767), null, null, 1]]);
  });

  it('no rows are an empty sheet', () => {
    expect(written([]).xml).toContain('<sheetData></sheetData>');
  });

  it("a text that looks like the format's own escape stays that text (ECMA-376, ST_Xstring)", () => {
    expect(written([['_x0041_']]).xml).toContain('<v>_x005F_x0041_</v>');
  });

  it("the two code points that XML has no place for stand as the format's own escape (ECMA-376, ST_Xstring)", () => {
    const { xml, values } = written([['a\ufffe\uffffb']]);
    expect(xml).toContain('<v>a_xFFFE__xFFFF_b</v>');
    expect(xml).not.toMatch(/[\ufffe\uffff]/);
    // The library that reads here knows neither and shows the mark of what is not known.
    expect(values).toEqual([['a\ufffd\ufffdb']]);
  });

  it('any text comes back as it was', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      // The library reads the format's own escape of an escape twice over, the two marks of a line's end as one,
      // and the two code points above as unknown.
      .filter((given) => !/_x[0-9A-Fa-f]{4}_|\r\n|[\ufffe\uffff]/.test(given));
    fc.assert(
      fc.property(text, (given) => {
        expect(written([[given]]).values).toEqual([[given]]);
      }),
      { numRuns: 300, examples: [['\u0000\u0007_x00'], ['\u{10ffff}\ud7ff\ue000']] },
    );
  });
});
