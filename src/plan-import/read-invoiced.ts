import { fail, ok, type Result } from '#domain/shared/result.ts';
import { oneLine } from './cell.ts';
import type { ImportError } from './import-error.ts';
import { candidateTables, cellAt, headerKey, readSheets } from './table.ts';

const COLUMNS = ['quantity', 'old', 'invoiced'] as const;

export interface InvoicedRow {
  readonly row: number;
  /** In the order of the columns, as they stand. */
  readonly cells: readonly string[];
}

/** A csv or xlsx file of what was invoiced → its rows, each with its number in the file; `old` is empty where there was no price. */
export const readInvoicedRows = (
  bytes: Uint8Array,
  fileName: string,
): Result<readonly InvoicedRow[], ImportError> => {
  const sheets = readSheets(bytes, fileName, {});
  if (!sheets.ok) return sheets;
  let missing: readonly string[] = COLUMNS;
  for (const { header, rows } of candidateTables(sheets.value)) {
    const keys = header.map(headerKey);
    const absent = COLUMNS.filter((column) => !keys.includes(column));
    if (absent.length < missing.length) missing = absent;
    if (absent.length > 0) continue;
    const read = rows.map((row) => ({
      row: row.row,
      cells: COLUMNS.map((column) => oneLine(cellAt(row, keys.indexOf(column)).text)),
    }));
    return ok(read.filter(({ cells }) => cells.some((text) => text !== '')));
  }
  return fail({ code: 'column-missing', params: { columns: missing } });
};
