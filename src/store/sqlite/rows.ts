import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { DocumentIndex, StoredDocument } from '#application/ports/documents.ts';
import { StoreError } from '../errors.ts';
import { INDEX_COLUMNS } from './schema.ts';

export type Row = Record<string, SQLOutputValue>;

/** The columns in which a document differs from the version before, with their new values; no text is the same body. */
export const changesOf = (
  index: DocumentIndex,
  text: string | null,
  before: StoredDocument | null,
): readonly (readonly [column: string, value: SQLInputValue])[] => [
  ...INDEX_COLUMNS.flatMap((column) => {
    const value = index[column] ?? null;
    return before && value === (before.index[column] ?? null) ? [] : [[column, value] as const];
  }),
  ...(text === null ? [] : [['body', text] as const]),
];

const bodyOf = ({ kind, id, body }: Row): unknown => {
  try {
    return JSON.parse(String(body));
  } catch (error) {
    throw new StoreError(`The ${kind} "${id}" in the database is damaged; restore the file from a backup.`, {
      cause: error,
    });
  }
};

/** The index of a row, whether or not its body was read. */
export const indexOf = (row: Row): DocumentIndex => {
  const index: Record<string, SQLOutputValue> = {};
  for (const column of INDEX_COLUMNS) {
    const value = row[column];
    if (value !== null && value !== undefined) index[column] = value;
  }
  return index as DocumentIndex;
};

/** Columns hold only what `toValues` wrote, so the casts restore the types that went in. */
export const fromRow = <B>(row: Row): StoredDocument<B> => ({
  kind: row.kind as StoredDocument['kind'],
  id: String(row.id),
  etag: String(row.etag),
  index: indexOf(row),
  body: bodyOf(row) as B,
});
