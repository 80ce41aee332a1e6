import type { ItemFacts, ItemField } from '#domain/plan/item.ts';
import { itemId, type RegionId } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { TableRow } from './cell.ts';
import { bindColumns, type Source } from './columns.ts';
import {
  type Reading,
  type ReadingContext,
  rawText,
  readCpv,
  readDay,
  readLine,
  readRegion,
  readText,
  readValue,
} from './facts.ts';
import { type ImportError, importError } from './import-error.ts';
import { type Fault, fault, type Issue, issueAt } from './issue.ts';
import type { Mapping } from './mapping.ts';
import { PROFILES, type ProfileName } from './profiles/index.ts';
import { readSheets, type TableOptions } from './table.ts';
import { readValues, type Values } from './values.ts';

/** Options that are not given come from the mapping, and otherwise from the file itself. */
export interface ReadPlanOptions extends TableOptions {
  /** Tells a document from a table; the content tells everything else. */
  readonly fileName: string;
  /** The plan's year. */
  readonly plan: number;
  readonly mapping: Mapping | ProfileName;
  /** A profile's second table, with the values by item id. */
  readonly values?: Uint8Array | undefined;
  /** The regions of the governance: a row of another one is rejected. */
  readonly regions?: readonly RegionId[] | undefined;
}

export interface PlanRow {
  readonly row: number;
  readonly item: ItemFacts;
}
/** `read` = items + distinct rows in `rejected`. */
export interface PlanReading {
  readonly read: number;
  readonly headerRow: number | null;
  readonly items: readonly PlanRow[];
  readonly rejected: readonly Issue[];
  readonly warnings: readonly Issue[];
}

type Sources = Partial<Record<ItemField, Source>>;
type Report = (field: ItemField, faults: readonly Fault[]) => void;

const defined = <T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as never;

const optionalFacts = (row: TableRow, sources: Sources, context: ReadingContext, warn: Report) => {
  const take = <T>(
    field: ItemField,
    read: (row: TableRow, source: Source | undefined, context: ReadingContext) => Reading<T>,
  ): T | undefined => {
    const { value, faults } = read(row, sources[field], context);
    warn(field, faults);
    return value;
  };
  return defined({
    unit: take('unit', readLine),
    description: take('description', readText),
    cpv: take('cpv', readCpv),
    category: take('category', readLine),
    value: take('value', readValue),
    valueWithOptions: take('valueWithOptions', readValue),
    advertise: take('advertise', readDay),
    start: take('start', readDay),
    contractEnd: take('contractEnd', readDay),
    extensionUntil: take('extensionUntil', readDay),
    responsible: take('responsible', readLine),
    procedure: take('procedure', readLine),
    agreementType: take('agreementType', readLine),
  });
};

const joined = (
  item: ItemFacts,
  values: Values | null,
): { item: ItemFacts; issue?: (row: number) => Issue } => {
  const found = item.value === undefined ? values?.byId.get(item.id) : undefined;
  if (!values || !found) return { item };
  if ('value' in found) return { item: { ...item, value: found.value } };
  return { item, issue: (row) => issueAt(row, values.column, found.text, found.fault) };
};

/**
 * A plan's rows → items, with everything that could not be read said row by row. A row is rejected only when `id`,
 * `title` or `region` is missing or unreadable, or when its id stood in an earlier row; anything else that cannot be
 * read is left empty with a warning.
 */
export const readPlan = (bytes: Uint8Array, options: ReadPlanOptions): Result<PlanReading, ImportError> => {
  const profile = typeof options.mapping === 'string' ? PROFILES[options.mapping] : null;
  const mapping = profile?.mapping ?? (options.mapping as Mapping);
  if (options.values && !profile) return fail(importError('values-without-profile'));
  const how: TableOptions = {
    sheet: options.sheet ?? mapping.sheet,
    headerRow: options.headerRow ?? mapping.headerRow,
    encoding: options.encoding ?? mapping.encoding,
    delimiter: options.delimiter ?? mapping.delimiter,
    header: options.header ?? mapping.header,
  };
  const sheets = readSheets(bytes, options.fileName, how);
  if (!sheets.ok) return sheets;
  const bound = bindColumns(sheets.value, mapping, how);
  if (!bound.ok) return bound;
  const values = options.values && profile ? readValues(options.values, profile.values) : ok(null);
  if (!values.ok) return values;

  const { table } = bound.value;
  const sources: Sources = Object.fromEntries(bound.value.sources.map((source) => [source.field, source]));
  const context: ReadingContext = { plan: options.plan, regions: options.regions };
  const items: PlanRow[] = [];
  const rejected: Issue[] = [];
  const warnings: Issue[] = bound.value.absent.map((column) =>
    issueAt(table.headerRow ?? 1, column, '', fault('column-missing')),
  );
  const rowOfId = new Map<string, number>();

  for (const row of table.rows) {
    const found: Issue[] = [];
    const issue = (field: ItemField, what: Fault): Issue => {
      const source = sources[field];
      return issueAt(row.row, source?.name ?? null, source ? rawText(row, source) : '', what);
    };
    const require = <T>(field: ItemField, { value, faults }: Reading<T>): T | null => {
      const into = value === undefined ? rejected : found;
      const all = value === undefined && faults.length === 0 ? [fault('missing')] : faults;
      into.push(...all.map((what) => issue(field, what)));
      return value ?? null;
    };
    const id = require('id', readLine(row, sources.id, context));
    const title = require('title', readLine(row, sources.title, context));
    const region = require('region', readRegion(row, sources.region, context));
    const first = id === null ? undefined : rowOfId.get(id);
    if (first !== undefined) rejected.push(issue('id', { reason: 'duplicate-id', params: { first } }));
    else if (id !== null) rowOfId.set(id, row.row);
    if (id === null || title === null || region === null || first !== undefined) continue;

    const facts = optionalFacts(row, sources, context, (field, faults) =>
      found.push(...faults.map((what) => issue(field, what))),
    );
    const { item, issue: late } = joined(
      { id: itemId(id), plan: options.plan, title, region, ...facts },
      values.value,
    );
    if (late) found.push(late(row.row));
    items.push({ row: row.row, item });
    warnings.push(...found);
  }
  return ok({ read: table.rows.length, headerRow: table.headerRow, items, rejected, warnings });
};
