import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { ImportError } from './import-error.ts';
import type { Fault } from './issue.ts';
import { readNumber } from './numbers.ts';
import type { Profile } from './profiles/profile.ts';
import { candidateTables, cellAt, headerKey, readSheets } from './table.ts';

/** An item's value in the second table, or why it cannot be told. */
export type ItemValue = { readonly value: number } | { readonly text: string; readonly fault: Fault };
export interface Values {
  readonly column: string;
  readonly byId: ReadonlyMap<string, ItemValue>;
}

/** One unreadable row makes the item's sum unknown: a part is not shown as the whole. */
const added = (known: ItemValue | undefined, next: ItemValue): ItemValue => {
  if (known === undefined || 'fault' in next) return next;
  return 'fault' in known ? known : { value: known.value + next.value };
};

/** The second table of a profile: SEK by item id. */
export const readValues = (bytes: Uint8Array, names: Profile['values']): Result<Values, ImportError> => {
  const sheets = readSheets(bytes, '', {});
  if (!sheets.ok) return fail({ code: 'values-unreadable', params: { cause: sheets.error } });
  for (const table of candidateTables(sheets.value)) {
    const keys = table.header.map(headerKey);
    const id = keys.indexOf(headerKey(names.id));
    const value = keys.indexOf(headerKey(names.value));
    if (id < 0 || value < 0) continue;
    const byId = new Map<string, ItemValue>();
    for (const row of table.rows) {
      const cell = cellAt(row, value);
      const item = cellAt(row, id).text;
      if (item === '' || cell.text === '') continue;
      const number = readNumber(cell, {});
      const next = number.ok ? { value: number.value } : { text: cell.text, fault: number.error };
      byId.set(item, added(byId.get(item), next));
    }
    return ok({ column: names.value, byId });
  }
  const columns = [names.id, names.value];
  return fail({
    code: 'values-unreadable',
    params: { cause: { code: 'column-missing', params: { columns } } },
  });
};
