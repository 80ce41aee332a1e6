import { decodeHTML } from 'entities';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { type Cell, cleanText, EMPTY, oneLine, type Sheet, type TableRow } from './cell.ts';
import { readCsv } from './csv.ts';
import { type ImportError, importError } from './import-error.ts';
import { MAX_BYTES, MAX_ROWS } from './limits.ts';
import { decodeText } from './text-encoding.ts';
import { isWorkbook, readWorkbook } from './workbook.ts';

/** How a file is to be read; what is not said is found out. `headerRow` is 1-based. */
export interface TableOptions {
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** False: the table has no header, and columns are named by index. */
  readonly header?: boolean | undefined;
}

/** A table found in a file: its header's texts by column, and the rows below it. */
export interface Table {
  /** Null where the table has no header. */
  readonly headerRow: number | null;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Files that may begin like a table, or like a workbook, and are none. */
const OTHER_KINDS = /\.(?:pdf|docx?|pptx?|rtf|odt|odp|json|xml|html?|md|eml|msg|zip|png|jpe?g|gif|svg)$/i;

/** bytes → the sheets that may hold the table (one for csv), or why there is none. */
export const readSheets = (
  bytes: Uint8Array,
  fileName: string,
  options: TableOptions,
): Result<Sheet[], ImportError> => {
  if (bytes.byteLength === 0) return fail(importError('file-empty'));
  if (bytes.byteLength > MAX_BYTES)
    return fail({ code: 'file-too-large', params: { megabytes: MAX_BYTES / 1024 / 1024 } });
  if (OTHER_KINDS.test(fileName.trim())) return fail(importError('not-a-table'));
  const sheets = isWorkbook(bytes) ? readWorkbook(bytes, options.sheet) : readText(bytes, options);
  if (!sheets.ok) return sheets;
  const filled = sheets.value.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return fail(importError('file-empty'));
  return filled.some(({ rows }) => rows.length > MAX_ROWS + 1)
    ? fail({ code: 'too-many-rows', params: { rows: MAX_ROWS } })
    : ok(filled);
};

const readText = (bytes: Uint8Array, options: TableOptions): Result<Sheet[], ImportError> => {
  const decoded = decodeText(bytes, options.encoding);
  if (!decoded.ok) return decoded;
  const sheet = readCsv(decoded.value.text, options.delimiter);
  return sheet.ok ? ok([sheet.value]) : sheet;
};

/** Header texts are compared without regard to case, spaces, line breaks and entities. */
export const headerKey = (text: string): string => oneLine(cleanText(decodeHTML(text))).toLowerCase();

export const cellAt = (row: TableRow, column: number): Cell => row.cells[column] ?? EMPTY;

const HEADER_SEARCH_ROWS = 200;

/** The table below a given header row. */
export const tableAt = (sheet: Sheet, headerRow: number): Table | null => {
  const place = sheet.rows.findIndex(({ row }) => row === headerRow);
  const header = sheet.rows[place];
  if (!header) return null;
  const texts = Array.from(header.cells, ({ text }) => oneLine(cleanText(decodeHTML(text))));
  return { headerRow, header: texts, rows: sheet.rows.slice(place + 1) };
};

/** Where the header may be when nobody said: every early row of the sheet, in order. */
export const tablesIn = function* (sheet: Sheet): Generator<Table> {
  for (const { row } of sheet.rows.slice(0, HEADER_SEARCH_ROWS)) {
    const table = tableAt(sheet, row);
    if (table) yield table;
  }
};

export const candidateTables = function* (sheets: readonly Sheet[]): Generator<Table> {
  for (const sheet of sheets) yield* tablesIn(sheet);
};
