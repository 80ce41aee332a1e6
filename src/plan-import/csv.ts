import { CsvError, type Options, parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { cleanText, type Sheet } from './cell.ts';
import { type ImportError, importError } from './import-error.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const NAMES: Readonly<Record<string, string>> = {
  tab: '\t',
  '\\t': '\t',
  semicolon: ';',
  comma: ',',
  pipe: '|',
};
const SAMPLE_CHARACTERS = 64 * 1024;
const SAMPLE_RECORDS = 60;

const OPTIONS = {
  relax_column_count: true,
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: 1_000_000,
} satisfies Options;

/** How many cells agree on one width: a delimiter that is none gives one column, or widths that vary. */
const agreement = (sample: string, delimiter: string): number => {
  const read = (quote: string | null): string[][] =>
    parse(sample, { ...OPTIONS, quote, delimiter, to: SAMPLE_RECORDS });
  let records: string[][];
  try {
    records = read('"');
  } catch {
    // The sample may end inside a quoted field.
    records = read(null);
  }
  const rowsOfWidth = Map.groupBy(records, (record) => record.length);
  return Math.max(0, ...[...rowsOfWidth].map(([width, rows]) => (width - 1) * rows.length));
};

const guessDelimiter = (text: string): string => {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const tried = DELIMITERS.map((delimiter) => ({ delimiter, agreed: agreement(sample, delimiter) }));
  return tried.reduce((best, next) => (next.agreed > best.agreed ? next : best)).delimiter;
};

/** `;`, `,`, a tab, or their names; any single character but a quote or a line end. */
export const parseDelimiter = (name: string): string | null => {
  const delimiter = NAMES[name.toLowerCase()] ?? name;
  return delimiter.length === 1 && !/["\r\n]/.test(delimiter) ? delimiter : null;
};

const errorOf = (error: unknown): ImportError => {
  if (!(error instanceof CsvError)) throw error;
  const row = typeof error.records === 'number' ? error.records + 1 : 1;
  return error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
    ? { code: 'unclosed-quote', params: { row } }
    : importError('not-a-table');
};

/** Text → rows; a row's number counts records, so a quoted field with line ends is within one row. */
export const readCsv = (text: string, wanted?: string): Result<Sheet, ImportError> => {
  const delimiter = wanted === undefined ? guessDelimiter(text) : parseDelimiter(wanted);
  if (delimiter === null) return fail({ code: 'unknown-delimiter', params: { delimiter: wanted ?? '' } });
  let records: string[][];
  try {
    records = parse(text, { ...OPTIONS, delimiter, to: MAX_ROWS + 2 });
  } catch (error) {
    return fail(errorOf(error));
  }
  const rows = records.flatMap((record, place) =>
    record.some((value) => value.trim() !== '')
      ? [{ row: place + 1, cells: record.slice(0, MAX_COLUMNS).map((value) => ({ text: cleanText(value) })) }]
      : [],
  );
  return ok({ name: null, rows });
};
