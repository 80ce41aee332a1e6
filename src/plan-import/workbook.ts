import { type CellObject, type Range, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { PlainDate } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { type Cell, cleanText, EMPTY, type Sheet } from './cell.ts';
import { type ImportError, importError } from './import-error.ts';
import { MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED_BYTES } from './limits.ts';
import { pack, unpack, type ZipPart, zipEntries } from './zip.ts';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
/** What Excel wrote before 2007, and the wrapping of every workbook with a password. */
const isOle = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
export const isWorkbook = (bytes: Uint8Array): boolean => isZip(bytes) || isOle(bytes);

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

const dateOf = (serial: number, date1904: boolean): PlainDate | undefined => {
  const date = SSF.parse_date_code(serial, { date1904 }) as { y: number; m: number; d: number } | null;
  return date ? (`${pad(date.y, 4)}-${pad(date.m, 2)}-${pad(date.d, 2)}` as PlainDate) : undefined;
};

const cellOf = (cell: CellObject | undefined, date1904: boolean): Cell => {
  if (!cell || cell.v === undefined || cell.t === 'z') return EMPTY;
  if (cell.t === 'e') return { text: cell.w ?? '#', broken: true };
  if (typeof cell.v !== 'number') return { text: cleanText(String(cell.v)) };
  const date = SSF.is_date(String(cell.z ?? '')) ? dateOf(cell.v, date1904) : undefined;
  if (date) return { text: date, date };
  // "03311000" is what somebody wrote and sees; what is stored is 3311000. Other formats only dress the number.
  return { text: cell.w && /^\d+$/.test(cell.w) ? cell.w : String(cell.v), number: cell.v };
};

/** Far above any plan; merged areas may overlap, and each costs its height. */
const MAX_FILLED = 2_000_000;

/**
 * A cell that stands over several rows stands on each of them. Across columns it does not: a heading over the whole
 * width is no row's id, title and region.
 */
const fillDown = (rows: Cell[][], merges: readonly Range[]): void => {
  let left = MAX_FILLED;
  for (const { s, e } of merges) {
    const cell = rows[s.r]?.[s.c];
    left -= e.r - s.r;
    if (!cell || e.r === s.r || cell.text === '' || left < 0) continue;
    for (let row = s.r; row <= Math.min(e.r, rows.length - 1); row += 1) {
      const cells = rows[row];
      if (cells?.some(({ text }) => text !== '')) cells[s.c] = { ...cell, shared: true };
    }
  }
};

const sheetOf = (book: WorkBook, name: string): Sheet => {
  const sheet: WorkSheet | undefined = book.Sheets[name];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const data: readonly (readonly CellObject[] | undefined)[] = sheet?.['!data'] ?? [];
  const rows = Array.from(data, (cells) =>
    Array.from(cells?.slice(0, MAX_COLUMNS) ?? [], (cell) => cellOf(cell, date1904)),
  );
  fillDown(rows, sheet?.['!merges'] ?? []);
  return {
    name,
    rows: rows.flatMap((cells, place) =>
      cells.some(({ text }) => text !== '') ? [{ row: place + 1, cells }] : [],
    ),
  };
};

/** The parts of xlsx are XML; those of ods stand under META-INF. */
const isPart = (name: string): boolean =>
  /\.(?:xml|rels)$/i.test(name) && !/^\/?(?:meta-inf|objectdata\.xml)/i.test(name);

/**
 * The file as the library gets it: packed anew with the parts of xlsx and nothing else. It reads some twenty formats by
 * what it finds, and a few damaged bytes in the binary ones cost it minutes and gigabytes; and where a file has two
 * directories or lies about its sizes, the library would follow others than those that were measured.
 */
const onlyParts = (parts: readonly ZipPart[]): Uint8Array => pack(parts.filter(({ name }) => isPart(name)));

const open = (bytes: Uint8Array): Result<WorkBook, ImportError> => {
  if (isOle(bytes)) {
    const locked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return fail(importError(locked ? 'password-protected' : 'unreadable-workbook'));
  }
  const entries = zipEntries(bytes);
  const parts = entries && unpack(entries, MAX_UNPACKED_BYTES);
  if (parts === null) return fail(importError('unreadable-workbook'));
  if (parts === 'too-large')
    return fail({ code: 'unpacked-too-large', params: { megabytes: MAX_UNPACKED_BYTES / 1024 / 1024 } });
  try {
    const options = { type: 'array', dense: true, cellNF: true, sheetRows: MAX_ROWS + 2 } as const;
    return ok(read(onlyParts(parts), options));
  } catch {
    // Whatever a damaged file makes the library throw, it is the file's fault.
    return fail(importError('unreadable-workbook'));
  }
};

const same = (one: string, other: string): boolean =>
  cleanText(one).toLowerCase() === cleanText(other).toLowerCase();

/** The wanted sheet, or all visible ones in which something stands. */
export const readWorkbook = (bytes: Uint8Array, wanted?: string): Result<Sheet[], ImportError> => {
  const book = open(bytes);
  if (!book.ok) return book;
  const names = book.value.SheetNames;
  if (wanted !== undefined) {
    const name = names.find((candidate) => same(candidate, wanted));
    if (name === undefined) return fail({ code: 'unknown-sheet', params: { sheet: wanted, sheets: names } });
    return ok([sheetOf(book.value, name)]);
  }
  const hidden = new Set(
    book.value.Workbook?.Sheets?.filter((sheet) => sheet.Hidden).map(({ name }) => name),
  );
  return ok(names.filter((name) => !hidden.has(name)).map((name) => sheetOf(book.value, name)));
};
