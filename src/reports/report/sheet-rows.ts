import { utils } from '@e965/xlsx';
import type { ZipPart } from '#plan-import/zip.ts';

export type Cell = string | number | boolean | null;
/** A row may have holes: a cell that nobody filled is not written. */
export type Rows = readonly (readonly (Cell | undefined)[])[];

/** What a cell holds at most. */
const LONGEST = 32_767;
const MARKUP = /[&<>]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What XML cannot hold stands as the format's own escape, and so does a text that looks like one (ECMA-376, ST_Xstring). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const SPECIAL = new RegExp(`${MARKUP.source}|${UNWRITABLE.source}`);
const SPACED = /^\s|\s$|[\t\n]/;

const escapeOf = (mark: string): string =>
  `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
const textOf = (given: string): string => {
  const text = given.length > LONGEST ? given.slice(0, LONGEST) : given;
  return SPECIAL.test(text)
    ? text.replace(MARKUP, (mark) => ENTITIES[mark] ?? mark).replace(UNWRITABLE, escapeOf)
    : text;
};

/** Text is written as text, so that what begins with "=" is no formula. Null and what is no number: no cell. */
const cellAt = (at: string, cell: Cell | undefined): string => {
  switch (typeof cell) {
    case 'string':
      return `<c r="${at}" t="str"><v${SPACED.test(cell) ? ' xml:space="preserve"' : ''}>${textOf(cell)}</v></c>`;
    case 'number':
      return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : '';
    case 'boolean':
      return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    default:
      return '';
  }
};

const EMPTY = '<sheetData/>';
const DIMENSION = /<dimension ref="[^"]*"\/>/;
/** How much is joined at a time: a long table is never one list of all its cells. */
const AT_ONCE = 1000;

/**
 * A sheet that was written empty, with its rows. The library makes everything around them, and makes a cell through so
 * many steps that a report's half a million cells took most of the time that a report takes.
 */
export const withRows = ({ name, content }: ZipPart, rows: Rows): ZipPart => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const columns = Array.from({ length: width }, (_, at) => utils.encode_col(at));
  const pieces: Buffer[] = [];
  let text = '';
  for (const [at, row] of rows.entries()) {
    const number = String(at + 1);
    text += `<row r="${number}">`;
    for (let column = 0; column < row.length; column += 1) {
      text += cellAt(columns[column] + number, row[column]);
    }
    text += '</row>';
    if (at % AT_ONCE === AT_ONCE - 1) {
      pieces.push(Buffer.from(text));
      text = '';
    }
  }
  const last = `${columns[width - 1]}${Math.max(rows.length, 1)}`;
  const [before = '', after = ''] = Buffer.from(content)
    .toString()
    .replace(DIMENSION, `<dimension ref="A1:${last}"/>`)
    .split(EMPTY);
  return {
    name,
    content: Buffer.concat([
      Buffer.from(`${before}<sheetData>`),
      ...pieces,
      Buffer.from(`${text}</sheetData>${after}`),
    ]),
  };
};
