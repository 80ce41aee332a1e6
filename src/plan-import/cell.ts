import type { PlainDate } from '#domain/shared/ids.ts';

/** One cell as the file has it, before anybody asks what it means. */
export interface Cell {
  /** As shown, in composed Unicode, without invisible characters; lines are kept. Empty for an empty cell. */
  readonly text: string;
  /** What a spreadsheet stores behind a shown number. */
  readonly number?: number;
  /** What a spreadsheet stores behind a shown date. */
  readonly date?: PlainDate;
  /** #REF! and its like. */
  readonly broken?: true;
  /** One cell over several rows: what stands in it is said of all of them together. */
  readonly shared?: true;
}

export const EMPTY: Cell = { text: '' };

/** Macs store å as a and a ring; soft hyphens and zero-width spaces come with pasted text: neither would be found again. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\P{Cc}\t\n\r]|\p{Cf}/gu, '')
    .trim();

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A row of the file: its number (1-based, header counted) and its cells from the first column. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}
/** A sheet or a csv file: only rows in which something stands. */
export interface Sheet {
  readonly name: string | null;
  readonly rows: readonly TableRow[];
}
