import type { ImportSentences } from './shape.ts';

const LEFT_EMPTY = 'The field was left empty.';

const list = new Intl.ListFormat('en', { type: 'conjunction' });
const quoted = (names: readonly string[]): string => list.format(names.map((name) => `“${name}”`));

export const en: ImportSentences = {
  at: (row, column) => (column === null ? `Row ${row}` : `Row ${row}, column “${column}”`),
  within: (column) => `Column “${column}”`,
  issue: {
    missing: () => 'There is nothing here, but it is needed. Fill it in and read the file again.',
    'duplicate-id': (value, { first }) =>
      `“${value}” already stands in row ${first}. The first row counts; give this one its own id.`,
    'unknown-region': (value) =>
      `“${value}” is not one of the regions. Write the region’s name, for example Region Sörmland.`,
    'not-in-lookup': (value) =>
      `“${value}” is not among the translations of the mapping file. Add it, or "*" for all others.`,
    'column-missing': () => 'The file does not have this column, so the field is empty in every row.',
    'cell-error': (value) => `The cell shows the error ${value}. Correct the formula in the spreadsheet.`,
    'unreadable-characters': (value) =>
      `“${value}” has characters that could not be read. Save the file as UTF-8 or name its encoding.`,
    'text-too-long': (_value, { limit }) => `The text is longer than ${limit} characters. Shorten it.`,
    'unreadable-number': (value) =>
      `“${value}” is not an amount. ${LEFT_EMPTY} Write for example 3 000 000 or 3 mnkr.`,
    'ambiguous-number': (value) =>
      `“${value}” can be read in two ways. ${LEFT_EMPTY} Write the whole amount in kronor, or name the decimal sign ("decimal") in a mapping file.`,
    'approximate-value': (value) =>
      `“${value}” is an estimate and is not shown as an exact amount. ${LEFT_EMPTY} Write an amount, for example 3 000 000, once it is known.`,
    'value-range': (value) =>
      `“${value}” is a range and is not shown as an exact amount. ${LEFT_EMPTY} Write an amount, for example 3 000 000, once it is known.`,
    'value-with-vat': (value) => `“${value}” includes VAT. ${LEFT_EMPTY} Write the value without VAT.`,
    'other-currency': (value) => `“${value}” is not in kronor. ${LEFT_EMPTY} Write the value in kronor.`,
    'negative-value': (value) =>
      `“${value}” is below zero. ${LEFT_EMPTY} Write the value as a positive amount.`,
    'zero-value': () => `Zero kronor is read as a value that is not known. ${LEFT_EMPTY}`,
    'shared-value': (value) =>
      `“${value}” is for several rows together. ${LEFT_EMPTY} Write each row’s own value.`,
    'unreadable-date': (value) => `“${value}” is not a date. ${LEFT_EMPTY} Write for example 2027-03-01.`,
    'ambiguous-date': (value) =>
      `“${value}” does not show which is the day and which the month. ${LEFT_EMPTY} Write for example 2027-03-01.`,
    'imprecise-date': (value) =>
      `“${value}” is not a certain day. ${LEFT_EMPTY} Write a day, for example 2027-03-01.`,
    'unreadable-cpv': (value) =>
      `“${value}” is not a CPV code. ${LEFT_EMPTY} A CPV code has eight digits, for example 33192230-3.`,
    'unknown-cpv': (value) =>
      `“${value}” is not in CPV 2008. The code is kept as it stands; correct it in the file if it is wrong.`,
    'cpv-check-digit': (value) =>
      `The check digit of “${value}” is wrong. The code is kept; see that it is the right one.`,
    'several-cpv': (value) => `“${value}” has several CPV codes. Only the first is kept.`,
    'not-a-guid': (value) =>
      `“${value}” is not an id from Entra. It looks like 11111111-1111-4111-8111-111111111111.`,
    'unreadable-email': (value) => `“${value}” is not an e-mail address.`,
    'duplicate-person': (_value, { first }) =>
      `The same account already stands in row ${first}. The first row counts.`,
    'duplicate-email': (value, { first }) =>
      `“${value}” already stands in row ${first}. The first row counts.`,
    'unknown-role': (value) => `There is no role “${value}”. The person did not get it.`,
    'unknown-language': (value) => `There is no language “${value}”. Write sv or en. ${LEFT_EMPTY}`,
    'unknown-colleague': (value) =>
      `“${value}” is not among the people in the file. ${LEFT_EMPTY} Write the person’s e-mail or object id.`,
    'own-colleague': () => `Nobody can be their own manager or deputy. ${LEFT_EMPTY}`,
  },
  error: {
    'file-empty': () => 'The file is empty. Save the plan in it, as xlsx or csv.',
    'file-too-large': ({ megabytes }) =>
      `The file is larger than ${megabytes} MB. Save only the table in a file of its own and try again.`,
    'unpacked-too-large': ({ megabytes }) =>
      `The workbook is larger than ${megabytes} MB when it is unpacked. Save only the table in a file of its own and try again.`,
    'too-many-rows': ({ rows }) => `The file has more than ${rows} rows. Split it.`,
    'too-heavy': () =>
      'The file takes too long to read. Save only the plan’s sheet, without images and formatting.',
    'not-a-table': () => 'The file is not a table. Save the plan as xlsx or csv.',
    'unreadable-workbook': () =>
      'The workbook could not be opened: it is damaged or of another kind than xlsx. Save it again as xlsx.',
    'password-protected': () =>
      'The workbook is protected by a password. Remove the protection and try again.',
    'unclosed-quote': ({ row }) =>
      `A quotation mark opens in row ${row} and never closes, so the rows cannot be told apart. Correct it.`,
    'unknown-encoding': ({ encoding }) =>
      `The encoding “${encoding}” cannot be read. Choose utf-8, windows-1252, latin1 or utf-16le.`,
    'unknown-delimiter': ({ delimiter }) =>
      `“${delimiter}” cannot separate columns. Give a single character, for example ; or , or tab.`,
    'unknown-sheet': ({ sheet, sheets }) => `There is no sheet “${sheet}”. Choose among ${quoted(sheets)}.`,
    'header-row-missing': ({ row }) =>
      `Row ${row} is empty or does not exist, so it has no headings. Give the number of the row with the column names.`,
    'column-missing': ({ columns }) =>
      `The file does not have the ${columns.length > 1 ? 'columns' : 'column'} ${quoted(columns)}. Add what is missing as headings, or correct the names that are looked for.`,
    'column-needs-header': ({ columns }) =>
      `Without a header row, columns must be named by number from 0, but here are ${quoted(columns)}.`,
    'values-without-profile': () =>
      'A file with values can only be read together with a profile. Give --profile uhm too.',
  },
  problem: {
    'date-format': 'that is no date format; write for example yyyy-MM-dd',
    encoding: 'choose utf-8, windows-1252, latin1 or utf-16le',
    delimiter: 'give a single character, for example ; or , or tab',
  },
  mappingInvalid: (path, problem) => `The mapping file is wrong at ${path || 'its beginning'}: ${problem}.`,
  valuesUnreadable: (cause) => `The file with values could not be read. ${cause}`,
  columnsNotRecognised: (missing) =>
    `I find no column for ${missing.join(' or ')}. Put headings such as “Diarienummer”, “Title” and “Region” in one row and try again.`,
  column: { id: 'the procurement’s id', title: 'the title', region: 'the region' },
};
