import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { DocumentIndex, NewDocument, StoredDocument } from '#application/ports/documents.ts';
import { bodyText } from '../documents.ts';
import { INDEX_COLUMNS } from './schema.ts';

export type Row = Record<string, SQLOutputValue>;

/** A document as the parameters of the statements in `store.ts`: index columns, body, kind, id. */
export const toValues = (document: NewDocument): readonly SQLInputValue[] => [
  ...INDEX_COLUMNS.map((column) => document.index[column] ?? null),
  bodyText(document),
  document.kind,
  document.id,
];

/** Columns hold only what `toValues` wrote, so the casts restore the types that went in. */
export const fromRow = <B>(row: Row): StoredDocument<B> => {
  const index: Record<string, SQLOutputValue> = {};
  for (const column of INDEX_COLUMNS) {
    const value = row[column];
    if (value !== null && value !== undefined) index[column] = value;
  }
  return {
    kind: row.kind as StoredDocument['kind'],
    id: String(row.id),
    etag: String(row.etag),
    index: index as DocumentIndex,
    body: JSON.parse(String(row.body)) as B,
  };
};
