import type { StatementSync } from 'node:sqlite';
import type { DocumentKind } from '#application/ports/documents.ts';

/** Which version of a document is the present one. */
export interface Present {
  /** The etag as of now; null when there is no such document. */
  etag(kind: DocumentKind, id: string): string | null;
  /** Another one whenever a document of the kind may have changed. */
  stamp(kind: DocumentKind): string;
  /** This connection has just committed the document: its new etag, or null when it is not known. */
  written(kind: DocumentKind, id: string, etag: string | null): void;
}

const ETAG = 'SELECT etag FROM documents WHERE kind = ? AND id = ?';

/** Commits of this process, by whichever connection: in tests several have the same file open. */
let commits = 0;

/**
 * SQLite's `data_version` changes when any other connection has committed, and this one says what it writes itself. In
 * between an etag need not be looked up again: rules and directory are asked for at every press and seldom change. It is
 * asked for once in a turn of the event loop, in which nothing that another process did after can have been heard of.
 */
export const createPresent = (statement: (sql: string) => StatementSync): Present => {
  const etags = new Map<string, string>();
  const own = new Map<DocumentKind, number>();
  let version: unknown = null;
  let asked: number | null = null;
  const keyOf = (kind: DocumentKind, id: string): string => `${kind} ${id}`;

  const look = (): void => {
    if (asked === commits) return;
    if (asked === null) {
      setImmediate(() => {
        asked = null;
      });
    }
    asked = commits;
    const now = statement('PRAGMA data_version').get()?.data_version;
    if (now !== version || etags.size > 10_000) etags.clear();
    version = now;
  };

  return {
    etag: (kind, id) => {
      look();
      const key = keyOf(kind, id);
      const known = etags.get(key);
      if (known !== undefined) return known;
      const row = statement(ETAG).get(kind, id);
      if (!row) return null;
      const etag = String(row.etag);
      etags.set(key, etag);
      return etag;
    },
    stamp: (kind) => {
      look();
      return `${version}.${own.get(kind) ?? 0}`;
    },
    written: (kind, id, etag) => {
      own.set(kind, (own.get(kind) ?? 0) + 1);
      // One's own commit moves nothing that was looked up; another connection's of this process does.
      const known = asked === commits;
      commits += 1;
      if (known) asked = commits;
      if (etag === null) etags.delete(keyOf(kind, id));
      else etags.set(keyOf(kind, id), etag);
    },
  };
};
