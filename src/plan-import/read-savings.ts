import { type ItemId, itemId } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { oneLine } from './cell.ts';
import type { ImportError } from './import-error.ts';
import { candidateTables, cellAt, headerKey, readSheets } from './table.ts';

/** The columns of a file of savings; what a method does not need may be left out. A row is an article, or a tender. */
export const SAVING_COLUMNS = [
  'item',
  'method',
  'quantity',
  'first',
  'second',
  'index',
  'unmatched',
  'winner',
  'years',
  'assumptions',
] as const;
export type SavingColumn = (typeof SAVING_COLUMNS)[number];
const REQUIRED: readonly SavingColumn[] = ['item', 'method', 'first', 'years', 'assumptions'];

/** The rows of one item, in the file's order, each with its number in the file. */
export interface SavingRows {
  readonly item: ItemId;
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<SavingColumn, string>> }[];
}

/** A csv or xlsx file → its rows by item. Refused where a column that every method needs is missing. */
export const readSavings = (
  bytes: Uint8Array,
  fileName: string,
): Result<readonly SavingRows[], ImportError> => {
  const sheets = readSheets(bytes, fileName, {});
  if (!sheets.ok) return sheets;
  let missing: readonly string[] = REQUIRED;
  for (const table of candidateTables(sheets.value)) {
    const keys = table.header.map(headerKey);
    const absent = REQUIRED.filter((column) => !keys.includes(headerKey(column)));
    if (absent.length < missing.length) missing = absent;
    if (absent.length > 0) continue;
    const read = table.rows.map((row) => {
      const cells = Object.fromEntries(
        SAVING_COLUMNS.map((column) => {
          const at = keys.indexOf(headerKey(column));
          return [column, at === -1 ? '' : oneLine(cellAt(row, at).text)];
        }),
      ) as Record<SavingColumn, string>;
      return { row: row.row, cells };
    });
    const named = read.filter(({ cells }) => Object.values(cells).some((text) => text !== ''));
    return ok(
      [...Map.groupBy(named, ({ cells }) => cells.item)].map(([item, rows]) => ({
        item: itemId(item),
        rows,
      })),
    );
  }
  return fail({ code: 'column-missing', params: { columns: missing } });
};
