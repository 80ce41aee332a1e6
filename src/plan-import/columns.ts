import { ITEM_FIELDS, type ItemField } from '#domain/plan/item.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { Sheet } from './cell.ts';
import { type ImportError, REQUIRED_COLUMNS } from './import-error.ts';
import type { FieldMapping, Mapping } from './mapping.ts';
import { candidateTables, headerKey, type Table, type TableOptions, tableAt } from './table.ts';

/** Where a fact comes from in this file. `index` is null for a constant, `name` is what people call the column. */
export interface Source {
  readonly field: ItemField;
  readonly mapping: FieldMapping;
  readonly index: number | null;
  readonly name: string | null;
}
export interface MappedTable {
  readonly table: Table;
  readonly sources: readonly Source[];
  /** Columns that the mapping names for facts that are not required, and that the file does not have. */
  readonly absent: readonly string[];
}

const isRequired = (field: ItemField): boolean => (REQUIRED_COLUMNS as readonly string[]).includes(field);

interface Bound extends MappedTable {
  /** How many of the mapping's header texts the header has. */
  readonly matched: number;
  readonly missing: readonly string[];
}

const bind = (table: Table, mapping: Mapping): Bound => {
  const keys = table.header.map(headerKey);
  const sources: Source[] = [];
  const absent: string[] = [];
  const missing: string[] = [];
  let matched = 0;
  for (const field of ITEM_FIELDS) {
    const how = mapping.fields[field];
    if (!how) continue;
    if ('constant' in how) {
      sources.push({ field, mapping: how, index: null, name: null });
    } else if (typeof how.column === 'number') {
      const name = table.header[how.column] || String(how.column);
      sources.push({ field, mapping: how, index: how.column, name });
    } else {
      const index = keys.indexOf(headerKey(how.column));
      if (index >= 0) {
        matched += 1;
        sources.push({ field, mapping: how, index, name: table.header[index] ?? how.column });
      } else (isRequired(field) ? missing : absent).push(how.column);
    }
  }
  return { table, sources, absent, missing, matched };
};

const textColumns = (mapping: Mapping): string[] =>
  ITEM_FIELDS.flatMap((field) => {
    const how = mapping.fields[field];
    return how && 'column' in how && typeof how.column === 'string' ? [how.column] : [];
  });

const withoutHeader = (sheets: readonly Sheet[], from: number): Table => ({
  headerRow: null,
  header: [],
  rows: sheets[0]?.rows.filter(({ row }) => row >= from) ?? [],
});

/**
 * The table that a mapping fits: under the header row that was named, otherwise under the first row, in any sheet, that
 * has all required header texts. A required column that is nowhere is an error; another one is only absent.
 */
export const bindColumns = (
  sheets: readonly Sheet[],
  mapping: Mapping,
  options: TableOptions,
): Result<MappedTable, ImportError> => {
  const texts = textColumns(mapping);
  if (options.header === false) {
    if (texts.length > 0) return fail({ code: 'column-needs-header', params: { columns: texts } });
    return ok(bind(withoutHeader(sheets, options.headerRow ?? 1), mapping));
  }
  const { headerRow } = options;
  const tables =
    headerRow === undefined
      ? candidateTables(sheets)
      : sheets.flatMap((sheet) => tableAt(sheet, headerRow) ?? []).values();
  let best: Bound | null = null;
  for (const table of tables) {
    const bound = bind(table, mapping);
    if (bound.missing.length === 0 && (bound.matched > 0 || texts.length === 0)) return ok(bound);
    if (!best || bound.matched > best.matched) best = bound;
  }
  if (!best) return fail({ code: 'header-row-missing', params: { row: headerRow ?? 1 } });
  const columns = best.missing.length > 0 ? best.missing : texts;
  return fail({ code: 'column-missing', params: { columns } });
};
