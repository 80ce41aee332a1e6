import { decodeHTML } from 'entities';
import { parseCpv } from '#domain/shared/cpv.ts';
import type { PlainDate, RegionId } from '#domain/shared/ids.ts';
import { regionId } from '#domain/shared/ids.ts';
import { type Cell, cleanText, EMPTY, oneLine, type TableRow } from './cell.ts';
import type { Source } from './columns.ts';
import { readDate } from './dates.ts';
import { type Fault, fault } from './issue.ts';
import { MAX_TEXT, MAX_TITLE } from './limits.ts';
import type { ColumnMapping } from './mapping.ts';
import { readNumber } from './numbers.ts';
import { cellAt, headerKey } from './table.ts';
import { REPLACEMENT } from './text-encoding.ts';

/** What one cell gave: a value, nothing (it was empty), or nothing because of a fault; warnings may come with a value. */
export interface Reading<T> {
  readonly value?: T;
  readonly faults: readonly Fault[];
}
const NOTHING = { faults: [] } as const;
const faulty = (what: Fault): Reading<never> => ({ faults: [what] });

export interface ReadingContext {
  readonly plan: number;
  /** Known regions; any well-formed id is one when nobody said. */
  readonly regions: readonly RegionId[] | undefined;
}

const part = (text: string, { split, take = 'first' }: ColumnMapping): string => {
  if (split === undefined) return text;
  const parts = text
    .split(split)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const place = take === 'first' ? 0 : take === 'last' ? -1 : take;
  return parts.at(place) ?? '';
};

const lookUp = (text: string, lookup: Readonly<Record<string, string>>): string | null => {
  if (Object.hasOwn(lookup, text)) return lookup[text] ?? null;
  const key = headerKey(text);
  const entry = Object.entries(lookup).find(([from]) => from !== '*' && headerKey(from) === key);
  return entry?.[1] ?? (Object.hasOwn(lookup, '*') ? (lookup['*'] ?? null) : null);
};

/** The cell as the mapping wants it; null when `lookup` has no word for it. */
const mapped = (cell: Cell, how: ColumnMapping): Cell | null => {
  const { split, unescape: escaping, lookup } = how;
  if (cell.text === '' || (split === undefined && !escaping && !lookup)) return cell;
  const text = part(escaping ? cleanText(decodeHTML(cell.text)) : cell.text, how);
  if (text === '') return EMPTY;
  const result = lookup ? lookUp(text, lookup) : text;
  if (result === null) return null;
  return result === cell.text ? cell : { text: result, ...(cell.shared ? { shared: true } : {}) };
};

/** The raw text is for the issue, so that a person finds what stands in the file. */
export const rawText = (row: TableRow, source: Source): string =>
  source.index === null
    ? 'constant' in source.mapping
      ? source.mapping.constant
      : ''
    : cellAt(row, source.index).text;

const reading =
  <T>(read: (cell: Cell, source: Source, context: ReadingContext) => Reading<T>, unmapped: Fault) =>
  (row: TableRow, source: Source | undefined, context: ReadingContext): Reading<T> => {
    if (!source) return NOTHING;
    if ('constant' in source.mapping) return read({ text: source.mapping.constant }, source, context);
    const cell = cellAt(row, source.index ?? 0);
    if (cell.broken) return faulty(fault('cell-error'));
    const wanted = mapped(cell, source.mapping);
    if (wanted === null) return faulty(unmapped);
    return wanted.text === '' ? NOTHING : read(wanted, source, context);
  };

const notMapped = fault('not-in-lookup');

const damaged = (text: string): Fault[] =>
  text.includes(REPLACEMENT) ? [fault('unreadable-characters')] : [];

const limited = (text: string, limit: number): Reading<string> =>
  text.length > limit
    ? faulty({ reason: 'text-too-long', params: { limit } })
    : { value: text, faults: damaged(text) };

export const readLine = reading(({ text }) => limited(oneLine(text), MAX_TITLE), notMapped);
export const readText = reading(({ text }) => limited(text, MAX_TEXT), notMapped);

/** "REGION SÖRMLAND" and "Sörmland" are `sormland`. */
const slug = (text: string): string =>
  oneLine(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(?:region|landstinget)\s+/, '')
    .replace(/\s+/g, '-');

export const readRegion = reading<RegionId>(({ text }, _source, { regions }) => {
  const region = regionId(slug(text));
  const known = regions ? regions.includes(region) : /^[a-z][a-z0-9-]*$/.test(region);
  return known ? { value: region, faults: [] } : faulty(fault('unknown-region'));
}, fault('unknown-region'));

/** A code that CPV does not have is kept, so that nothing of the plan is lost, and warned of. */
export const readCpv = reading<string>(({ text }) => {
  const cpv = parseCpv(text);
  if (!cpv) return faulty(fault('unreadable-cpv'));
  const faults: Fault[] = [];
  if (!cpv.known) faults.push(fault('unknown-cpv'));
  if (cpv.checkDigitWrong) faults.push(fault('cpv-check-digit'));
  if (new Set(text.match(/(?<!\d)\d{8}(?!\d)/g)).size > 1) faults.push(fault('several-cpv'));
  return { value: cpv.code, faults };
}, notMapped);

export const readValue = reading<number>((cell, { mapping }) => {
  const number = readNumber(cell, 'column' in mapping ? mapping : {});
  return number.ok ? { value: number.value, faults: [] } : faulty(number.error);
}, notMapped);

export const readDay = reading<PlainDate>((cell, { mapping }, { plan }) => {
  const date = readDate(cell, 'column' in mapping ? mapping.date : undefined, plan);
  return date.ok ? { value: date.value, faults: [] } : faulty(date.error);
}, notMapped);
