import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessMapping } from '#plan-import/guess-mapping.ts';
import { parseMapping } from '#plan-import/mapping.ts';
import { readDirectory } from '#plan-import/read-directory.ts';
import { readPlan } from '#plan-import/read-plan.ts';
import { brief, factOf, fileBytes, PLAIN, reading, readingError, utf8 } from './reading.ts';

describe('a mapping file', () => {
  const json = JSON.parse(new TextDecoder().decode(fileBytes('tests/fixtures/plans/notices.mapping.json')));
  const mapping = parseMapping(json);
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.error));
  const read = reading(fileBytes('tests/fixtures/plans/notices.csv'), { mapping: mapping.value });

  test('says where everything is: header far down, entities, lookup, first of several codes, scale, dates', () => {
    expect(read).toMatchObject({ read: 6, headerRow: 18 });
    expect(read.items).toEqual([
      {
        row: 19,
        item: {
          id: 'DU-UPP27/0001',
          plan: 2027,
          title: 'Hjärtstartare, 5" skärm & väska',
          region: 'sormland',
          unit: 'Okänd enhet',
          cpv: '33182100',
          value: 1_500_000,
          start: '2027-05-05',
        },
      },
      {
        row: 20,
        item: {
          id: 'DU-UPP27/0002',
          plan: 2027,
          title: 'Textilier och tvätt',
          region: 'vastmanland',
          unit: 'Okänd enhet',
          cpv: '98310000',
          value: 2_400_250_000,
          start: '2027-06-01',
        },
      },
      {
        row: 23,
        item: {
          id: 'DU-UPP27/0004',
          plan: 2027,
          title: 'Bilar till hemsjukvården',
          region: 'vastmanland',
          unit: 'Okänd enhet',
          cpv: '00000000',
        },
      },
    ]);
  });

  test('a row is rejected for a missing id, title or region or a repeated id, and for nothing else', () => {
    expect(read.rejected.map(brief)).toEqual([
      [21, 'Köpare', 'missing'],
      [22, 'Diarienr', 'duplicate-id'],
      [24, 'Diarienr', 'missing'],
      [24, 'Köpare', 'missing'],
    ]);
  });

  test('what else is unreadable is left empty with a warning that names row, column and value', () => {
    expect(read.warnings.map(brief)).toEqual([
      [23, 'CPV-koder', 'unknown-cpv'],
      [23, 'Totalt', 'value-range'],
      [23, 'Avtalsstart', 'unreadable-date'],
    ]);
    expect(read.warnings[1]?.value).toBe('2-4');
  });

  test('a required column that the file does not have stops the import, another is a warning', () => {
    expect(readingError(utf8('id,title\nA,T\n'))).toEqual({
      code: 'column-missing',
      params: { columns: ['region'] },
    });
    const { items, warnings } = reading(utf8('id,title,region\nA,T,sormland\n'), {
      mapping: { fields: { ...PLAIN.fields, value: { column: 'Belopp' } } },
    });
    expect(items).toHaveLength(1);
    expect(warnings.map(brief)).toEqual([[1, 'Belopp', 'column-missing']]);
  });
});

describe('any file', () => {
  const lines = [
    'id;title;region;värde',
    'A1;Säng;Region Sörmland;"1 500 000,50"',
    'A2;Åk € –;Västmanland;2',
  ];
  const mapping = { fields: { ...PLAIN.fields, value: { column: 'VÄRDE' } } };
  const facts = [
    { id: 'A1', plan: 2027, title: 'Säng', region: 'sormland', value: 1_500_000.5 },
    { id: 'A2', plan: 2027, title: 'Åk € –', region: 'vastmanland', value: 2 },
  ];
  const cp1252 = (text: string) =>
    Uint8Array.from(text, (letter) => ({ '€': 0x80, '–': 0x96 })[letter] ?? letter.charCodeAt(0));
  const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
  const encodings = [
    ['utf-8', utf8],
    ['utf-8 with a byte order mark', (text: string) => utf8(`\ufeff${text}`)],
    ['windows-1252', cp1252],
    ['utf-16le', utf16],
    ['utf-16le with a byte order mark', (text: string) => utf16(`\ufeff${text}`)],
  ] as const;
  const ends = [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const;

  test.each(encodings.flatMap(([name, encode]) => ends.map(([end, sign]) => ({ name, encode, end, sign }))))(
    'in $name with $end is read without being told',
    ({ encode, sign }) => {
      const { items, rejected, warnings } = reading(encode(lines.join(sign)), { mapping });
      expect(items.map(({ item }) => item)).toEqual(facts);
      expect([...rejected, ...warnings]).toEqual([]);
    },
  );

  test.each(['latin1', 'windows-1252', 'cp1252', 'ISO-8859-1'])('is read as %s when told so', (encoding) => {
    const { items } = reading(cp1252(lines.join('\n')), { mapping, encoding });
    expect(items[0]?.item.title).toBe('Säng');
  });

  test.each([';', ',', '\t', '|'])('delimited by %j is read without being told', (delimiter) => {
    const text = ['id', 'title', 'region'].join(delimiter);
    const row = ['A', '"T, u; v | w"', 'sormland'].join(delimiter);
    expect(reading(utf8(`${text}\n${row}\n`)).items[0]?.item.title).toBe('T, u; v | w');
  });

  test('one damaged letter in UTF-8 costs that letter, not every å, ä and ö', () => {
    const bytes = Uint8Array.from(
      Buffer.from('id;title;region\nA;Hjärtstartare åäö;sormland\nB;V?rd;sormland\n'),
    );
    bytes[bytes.indexOf(0x3f)] = 0xe5;
    const { items, warnings } = reading(bytes);
    expect(items.map(({ item }) => item.title)).toEqual(['Hjärtstartare åäö', 'V�rd']);
    expect(warnings.map(brief)).toEqual([[3, 'title', 'unreadable-characters']]);
  });

  test('a row is counted by records: blank ones count, a quoted line break does not', () => {
    const { items, read, rejected } = reading(
      utf8('\n\nid;title;region\n\nA;"two\nlines";sormland\n;;\nB;;sormland\n'),
    );
    expect(items.map(({ row, item }) => [row, item.title])).toEqual([[5, 'two lines']]);
    expect(read).toBe(2);
    expect(rejected.map(brief)).toEqual([[7, 'title', 'missing']]);
  });

  test('without a header, columns go by index and the first row is data', () => {
    const byIndex = { fields: { id: { column: 1 }, title: { column: 0 }, region: { constant: 'sormland' } } };
    const { items, headerRow } = reading(utf8('T1;A1\nT2;A2\n'), { mapping: byIndex, header: false });
    expect(headerRow).toBeNull();
    expect(items.map(({ row, item }) => [row, item.id])).toEqual([
      [1, 'A1'],
      [2, 'A2'],
    ]);
    expect(readingError(utf8('T1;A1\n'), { header: false }).code).toBe('column-needs-header');
  });

  test('letters written as letter and accent are stored as one, and invisible signs are gone', () => {
    const { items } = reading(
      utf8('id;title;region\nA;A\u030angtva\u0308tt\u00ad\u200b;Region So\u0308rmland\n'),
    );
    expect(items[0]?.item).toMatchObject({ title: 'Ångtvätt', region: 'sormland' });
  });

  test.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['only blank lines', utf8(' \r\n\r\n'), 'file-empty'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'not-a-table'],
    ['a damaged workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), 'unreadable-workbook'],
    ['prose', utf8('Hej!\n\nHär kommer planen.\n'), 'column-missing'],
    [
      'a quotation mark that never closes',
      utf8('id;title;region\nA;"T;sormland\nB;U;sormland\n'),
      'unclosed-quote',
    ],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'file-too-large'],
    ['more than 50 000 rows', utf8(`id;title;region\n${'A;T;sormland\n'.repeat(50_001)}`), 'too-many-rows'],
  ])('with %s is an error in words', (_name, bytes, code) => {
    expect(readingError(bytes).code).toBe(code);
  });

  test('a document is no table, whatever is in it', () => {
    expect(readingError(utf8('id;title;region\nA;T;sormland\n'), { fileName: 'Plan.docx' }).code).toBe(
      'not-a-table',
    );
  });

  test.each([
    [{ encoding: 'ebcdic' }, 'unknown-encoding'],
    [{ delimiter: '--' }, 'unknown-delimiter'],
    [{ headerRow: 9 }, 'header-row-missing'],
  ])('read with %j is an error in words', (options, code) => {
    expect(readingError(utf8('id;title;region\nA;T;sormland\n'), options).code).toBe(code);
  });

  const cell = fc.constantFrom(
    '',
    'A',
    'B',
    'C',
    'sormland',
    'Region Mars',
    'ca 3',
    '2-4',
    '1 000',
    '2027-02-30',
    'åäö',
  );
  test('every row that is read is an item or is rejected with its reasons', () => {
    const full = { fields: { ...PLAIN.fields, value: { column: 'value' }, start: { column: 'start' } } };
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 12 }), (rows) => {
        const text = [['id', 'title', 'region', 'value', 'start'], ...rows]
          .map((row) => row.join(';'))
          .join('\n');
        const { read, items, rejected, warnings } = reading(utf8(text), { mapping: full });
        const refused = new Set(rejected.map(({ row }) => row));
        expect(read).toBe(items.length + refused.size);
        expect(new Set(items.map(({ item }) => item.id)).size).toBe(items.length);
        expect(warnings.filter(({ row }) => refused.has(row))).toEqual([]);
      }),
    );
  });

  test('no bytes make anything throw', () => {
    const start = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0],
      [0xff, 0xfe],
      [...utf8('id;title;region\n')],
    );
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 2_000 }), (head, tail) => {
        const bytes = Uint8Array.from([...head, ...tail]);
        const results = [
          readPlan(bytes, { fileName: '', plan: 2027, mapping: PLAIN }),
          readDirectory(bytes, ''),
          guessMapping(bytes, ''),
        ];
        expect(results.map(({ ok }) => typeof ok)).toEqual(['boolean', 'boolean', 'boolean']);
      }),
    );
  });
});

describe('a value', () => {
  test.each([
    ['4000000', 4_000_000],
    ['4 000 000', 4_000_000],
    ['4\u00a0000\u00a0000', 4_000_000],
    ['4\u2009000\u2009000,50 kr', 4_000_000.5],
    ["4'000'000", 4_000_000],
    ['4.000.000', 4_000_000],
    ['4,000,000.25', 4_000_000.25],
    ['4.000.000,25', 4_000_000.25],
    ['3 mnkr', 3_000_000],
    ['3,5 Mkr', 3_500_000],
    ['2.3 MSEK', 2_300_000],
    ['750 tkr', 750_000],
    ['1,2 miljarder kr', 1_200_000_000],
    ['500 000 SEK exkl. moms', 500_000],
    ['3mnkr (exkl. moms)', 3_000_000],
    ['500:-', 500],
    ['4.000.000,-', 4_000_000],
    ['1234,5', 1234.5],
    ['3.500', 3500],
  ])('%j is %d kronor', (text, kronor) => {
    expect(factOf('value', text)).toEqual({ fact: kronor, reasons: [] });
  });

  test.each([
    ['ca 3 mnkr', 'approximate-value'],
    ['~3000000', 'approximate-value'],
    ['drygt 3 mnkr', 'approximate-value'],
    ['högst 3 mnkr', 'approximate-value'],
    ['> 3 mnkr', 'approximate-value'],
    ['2,39E+08', 'approximate-value'],
    ['2-4 mnkr', 'value-range'],
    ['2 – 4 mnkr', 'value-range'],
    ['1 000 000-2 000 000', 'value-range'],
    ['2 till 4 mnkr', 'value-range'],
    ['300 000 EUR', 'other-currency'],
    ['3 mnkr inkl. moms', 'value-with-vat'],
    ['-5000', 'negative-value'],
    ['0', 'zero-value'],
    ['okänt', 'unreadable-number'],
    ['(5000)', 'unreadable-number'],
    ['500 000 kr/år', 'unreadable-number'],
    ['€300000', 'other-currency'],
    ['12 34', 'unreadable-number'],
    ['1.2.3', 'unreadable-number'],
  ])('%j is not shown as exact (%s)', (text, reason) => {
    expect(factOf('value', text)).toEqual({ fact: undefined, reasons: [reason] });
  });

  test('the decimal sign of the mapping decides; without it a scaled 1.234 is asked about', () => {
    expect(factOf('value', '1.234', { decimal: '.', scale: 1_000_000 }).fact).toBe(1_234_000);
    expect(factOf('value', '1.234', { decimal: ',', scale: 1_000_000 }).fact).toBe(1_234_000_000);
    expect(factOf('value', '1.234', { scale: 1_000_000 }).reasons).toEqual(['ambiguous-number']);
    expect(factOf('value', '1.5', { decimal: ',' }).reasons).toEqual(['unreadable-number']);
  });

  test('a unit in the cell outranks the scale of the mapping', () => {
    expect(factOf('value', '750 tkr', { scale: 1_000_000 }).fact).toBe(750_000);
  });
});

describe('a date', () => {
  test.each([
    ['2027-03-01'],
    ['20270301'],
    ['2027-03-01 08:30'],
    ['2027-03-01T08:30:00'],
    ['2027-02-28T23:30:00Z'],
    ['1.3.2027'],
    ['01.03.27'],
    ['1 mars 2027'],
    ['1 March 2027'],
    ['1 mar 27'],
    ['March 1, 2027'],
    ['46447'],
  ])('%j is 1 March 2027 without a format', (text) => {
    expect(factOf('start', text)).toEqual({ fact: '2027-03-01', reasons: [] });
  });

  test.each([
    ['03/04/2027', 'ambiguous-date'],
    ['2027', 'imprecise-date'],
    ['2027-03', 'imprecise-date'],
    ['mars 2027', 'imprecise-date'],
    ['Q2 2027', 'imprecise-date'],
    ['kvartal 2', 'imprecise-date'],
    ['våren 2027', 'imprecise-date'],
    ['vecka 12', 'imprecise-date'],
    ['2027-02-30', 'unreadable-date'],
    ['snart', 'unreadable-date'],
    ['0027-03-01', 'unreadable-date'],
  ])('%j is no day (%s)', (text, reason) => {
    expect(factOf('start', text)).toEqual({ fact: undefined, reasons: [reason] });
  });

  test.each([
    ['05 okt 27 10:30', ['dd MMM yy HH:mm'], '2027-10-05'],
    ['05 Oct 27 10:30', ['dd MMM yy HH:mm'], '2027-10-05'],
    ['5/4/2027', ['MM/dd/yyyy'], '2027-05-04'],
    ['5/4/2027', ['yyyy-MM-dd', 'd/M/yyyy'], '2027-04-05'],
    ['2027-01-01 00:30 +02:00', ['yyyy-MM-dd HH:mm xxx'], '2026-12-31'],
  ])('%j by %j is %s', (text, date, day) => {
    expect(factOf('start', text, { date })).toEqual({ fact: day, reasons: [] });
  });

  test('what fits none of the formats that were named is not guessed', () => {
    expect(factOf('start', '2027-03-01', { date: ['dd/MM/yyyy'] }).reasons).toEqual(['unreadable-date']);
  });
});

describe('a CPV code', () => {
  test.each([
    ['33192230-3', '33192230', []],
    ['33192230 Operationsbord', '33192230', []],
    ['33192230-4', '33192230', ['cpv-check-digit']],
    ['99999999', '99999999', ['unknown-cpv']],
    ['33192230, 33100000', '33192230', ['several-cpv']],
    ['sängar', undefined, ['unreadable-cpv']],
  ])('%j gives %s', (text, code, reasons) => {
    expect(factOf('cpv', text)).toEqual({ fact: code, reasons });
  });
});

describe('part of a cell', () => {
  test.each([
    [{ split: '|' }, 'a'],
    [{ split: '|', take: 'last' }, 'c'],
    [{ split: '|', take: 1 }, 'b'],
    [{ split: '|', take: 7 }, undefined],
  ] as const)('%j takes %s', (how, part) => {
    expect(factOf('unit', 'a | b| |c', how).fact).toBe(part);
  });

  test('a word that the lookup does not have is left empty with a warning', () => {
    const lookup = { 'Kirurgkliniken ': 'Kirurgi' };
    expect(factOf('unit', 'KIRURGKLINIKEN', { lookup })).toEqual({ fact: 'Kirurgi', reasons: [] });
    expect(factOf('unit', 'Köket', { lookup })).toEqual({ fact: undefined, reasons: ['not-in-lookup'] });
    expect(factOf('unit', 'a', { lookup: { A: 'stor', a: 'liten' } }).fact).toBe('liten');
    expect(factOf('unit', 'constructor', { lookup: { '*': 'Annan' } })).toEqual({
      fact: 'Annan',
      reasons: [],
    });
  });
});
