import type { DocumentKind, StoredDocument } from '#application/ports/documents.ts';
import { freezes } from '../frozen.ts';

/** UTF-16 units of JSON in each half: about three times as many bytes as objects. */
const HALF = 16_000_000;

/** Documents that were parsed or written here, the least used forgotten first. An etag never names two versions. */
export interface Kept {
  get(kind: DocumentKind, id: string, etag: string): StoredDocument | null;
  /**
   * `size`: of the body's JSON; null when it is the body of the version before. A body that would come back from JSON as
   * another one is not kept. `before`: the version before, where that was kept.
   */
  keep(document: StoredDocument, size: number | null, before?: StoredDocument | null): void;
}

interface Entry {
  readonly document: StoredDocument;
  readonly size: number;
}

/**
 * Two halves: what is asked for moves to the young one; when that is full it becomes the old one, and what nobody asked for
 * meanwhile is gone. Most reads are of what is young, and move nothing.
 */
export const createKept = (): Kept => {
  let young = new Map<string, Entry>();
  let old = new Map<string, Entry>();
  let total = 0;
  const keyOf = (kind: DocumentKind, id: string): string => `${kind} ${id}`;
  const add = (key: string, entry: Entry): void => {
    total += entry.size - (young.get(key)?.size ?? 0);
    young.set(key, entry);
    if (total <= HALF) return;
    old = young;
    young = new Map();
    total = 0;
  };
  return {
    get: (kind, id, etag) => {
      const key = keyOf(kind, id);
      const known = young.get(key);
      if (known) return known.document.etag === etag ? known.document : null;
      const older = old.get(key);
      if (older?.document.etag !== etag) return null;
      add(key, older);
      return older.document;
    },
    keep: (document, given, before) => {
      const key = keyOf(document.kind, document.id);
      const size = given ?? young.get(key)?.size ?? old.get(key)?.size ?? 0;
      if (freezes(document.body, before?.body) && freezes(document.index)) add(key, { document, size });
    },
  };
};
