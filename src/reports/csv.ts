import type { ExportRow } from '#application/record/export.ts';

const COLUMNS = [
  'authority',
  'case',
  'title',
  'registryNumber',
  'seq',
  'at',
  'atStockholm',
  'event',
  'document',
  'direction',
  'registered',
  'actor',
  'actorName',
  'role',
  'facts',
  'texts',
  'ruleVersion',
  'prev',
  'hash',
  // New columns come last: what an archive reads stays where it was.
  'archive',
] as const satisfies readonly (keyof ExportRow)[];

/** What a spreadsheet would run instead of show, also behind blanks or in full-width letters. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

const cell = (text: string): string => {
  const shown = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
};

/** One text as it is; several by their names. */
const wording = (texts: ExportRow['texts']): string => {
  const all = Object.entries(texts);
  return all.map(([key, text]) => (all.length === 1 ? text : `${key}: ${text}`)).join('\n');
};

const valueIn = (row: ExportRow, column: (typeof COLUMNS)[number]): string => {
  if (column === 'facts') return JSON.stringify(row.facts);
  if (column === 'texts') return wording(row.texts);
  const value = row[column];
  return value === null ? '' : String(value);
};

/**
 * RFC 4180 in UTF-8 with a byte order mark, a header row, CRLF after each record. Facts stand as JSON. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export const makeCsv = (rows: readonly ExportRow[]): string => {
  const records = [[...COLUMNS], ...rows.map((row) => COLUMNS.map((column) => cell(valueIn(row, column))))];
  return `\ufeff${records.map((record) => `${record.join(',')}\r\n`).join('')}`;
};
