import { ITEM_FIELDS, type ItemField } from '#domain/plan/item.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { Sheet } from './cell.ts';
import { HEADER_NAMES } from './header-names.ts';
import { type ImportError, REQUIRED_COLUMNS, type RequiredColumn } from './import-error.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import { PROFILE_NAMES, PROFILES, type ProfileName } from './profiles/index.ts';
import { headerKey, readSheets, type Table, tablesIn } from './table.ts';

/** A figure with VAT is not the value of a procurement (LOU 5:3). */
const WITH_VAT = /\b(?:inkl?\.?|incl\.?|inklusive|including|med|with)\s*(?:moms|vat)\b/;
const ASIDE =
  /\([^)]*\)|\[[^\]]*\]|\b(?:mnkr|mkr|msek|tkr|ksek|kr|sek|exkl?\.?|excl\.?|exklusive|excluding|utan|moms|vat)\b/g;

/** "Uppskattat värde (mnkr, exkl. moms)" → "uppskattat värde". */
const plainKey = (header: string): string =>
  headerKey(header)
    .replace(/\binkl\./, 'inkl')
    .replace(ASIDE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s:*,.]+$/, '')
    .trim();

const scaleOf = (header: string): number | undefined => {
  const key = headerKey(header);
  if (/\b(?:mnkr|mkr|msek|miljoner)\b/.test(key)) return 1_000_000;
  return /\b(?:tkr|ksek|tusen)\b/.test(key) ? 1_000 : undefined;
};

const columnOf = (field: ItemField, header: readonly string[], taken: ReadonlySet<number>): number => {
  const keys = header.map((text, place) =>
    taken.has(place) || WITH_VAT.test(headerKey(text)) ? '' : plainKey(text),
  );
  for (const name of HEADER_NAMES[field]) {
    const place = keys.indexOf(plainKey(name));
    if (place >= 0) return place;
  }
  return -1;
};

type Fields = Partial<Record<ItemField, ColumnMapping>>;

const fieldsOf = (table: Table): Fields => {
  const fields: Fields = {};
  const taken = new Set<number>();
  for (const field of ITEM_FIELDS) {
    const column = columnOf(field, table.header, taken);
    if (column < 0) continue;
    taken.add(column);
    const scale = field.startsWith('value') ? scaleOf(table.header[column] ?? '') : undefined;
    fields[field] = { column, unescape: 'html', ...(scale ? { scale } : {}) };
  }
  return fields;
};

const profileOf = (table: Table): ProfileName | undefined =>
  PROFILE_NAMES.find((name) => {
    const keys = new Set(table.header.map(headerKey));
    return Object.values(PROFILES[name].mapping.fields).every(
      (how) =>
        !how || !('column' in how) || (typeof how.column === 'string' && keys.has(headerKey(how.column))),
    );
  });

const mappingOf = (sheet: Sheet, table: Table, fields: Fields): Mapping | null => {
  const { id, title, region } = fields;
  if (!id || !title || !region || table.headerRow === null) return null;
  return {
    ...(sheet.name === null ? {} : { sheet: sheet.name }),
    headerRow: table.headerRow,
    fields: { ...fields, id, title, region },
  };
};

/**
 * How to read a plan that came without a mapping: by a profile whose header it has, otherwise by what plans usually call
 * their columns, in the first row of any sheet that names an id, a title and a region. Otherwise the error says which of
 * them is missing.
 */
export const guessMapping = (
  bytes: Uint8Array,
  fileName: string,
): Result<Mapping | ProfileName, ImportError> => {
  const sheets = readSheets(bytes, fileName, {});
  if (!sheets.ok) return sheets;
  let missing: readonly RequiredColumn[] = REQUIRED_COLUMNS;
  for (const sheet of sheets.value) {
    for (const table of tablesIn(sheet)) {
      const profile = profileOf(table);
      if (profile) return ok(profile);
      const fields = fieldsOf(table);
      const mapping = mappingOf(sheet, table, fields);
      if (mapping) return ok(mapping);
      const absent = REQUIRED_COLUMNS.filter((field) => !fields[field]);
      if (absent.length < missing.length) missing = absent;
    }
  }
  return fail({ code: 'columns-not-recognised', params: { missing } });
};
