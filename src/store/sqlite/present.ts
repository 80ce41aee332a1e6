import type { StatementSync } from 'node:sqlite';
import type { DocumentKind } from '#application/ports/documents.ts';

/** Which version of a document is the present one. */
export interface Present {
  /** The etag as of now; null when there is no such document. */
  etag(kind: DocumentKind, id: string): string | null;
  /** This connection writes the document. */
  written(kind: DocumentKind, id: string): void;
}

const ETAG = 'SELECT etag FROM documents WHERE kind = ? AND id = ?';

/**
 * SQLite's `data_version` changes when any other connection has committed, and this one says what it writes itself. In
 * between an etag need not be looked up again: rules and directory are asked for at every press and seldom change.
 */
export const createPresent = (statement: (sql: string) => StatementSync): Present => {
  const etags = new Map<string, string>();
  let version: unknown = null;
  const keyOf = (kind: DocumentKind, id: string): string => `${kind} ${id}`;
  return {
    etag: (kind, id) => {
      const now = statement('PRAGMA data_version').get()?.data_version;
      if (now !== version || etags.size > 10_000) etags.clear();
      version = now;
      const key = keyOf(kind, id);
      const known = etags.get(key);
      if (known !== undefined) return known;
      const row = statement(ETAG).get(kind, id);
      if (!row) return null;
      const etag = String(row.etag);
      etags.set(key, etag);
      return etag;
    },
    written: (kind, id) => etags.delete(keyOf(kind, id)),
  };
};
