import type { DocumentKind, StoredDocument } from '#application/ports/documents.ts';
import { freezes } from '../frozen.ts';

/** UTF-16 units of JSON: about three times as many bytes as objects. */
const MOST = 32_000_000;

/** Documents that were parsed or written here, the least used forgotten first. An etag never names two versions. */
export interface Kept {
  get(kind: DocumentKind, id: string, etag: string): StoredDocument | null;
  /**
   * `size`: of the body's JSON; null when it is the body of the version before. A body that would come back from JSON as
   * another one is not kept.
   */
  keep(document: StoredDocument, size: number | null): void;
}

export const createKept = (): Kept => {
  const documents = new Map<string, { readonly document: StoredDocument; readonly size: number }>();
  let total = 0;
  const keyOf = (kind: DocumentKind, id: string): string => `${kind} ${id}`;
  const forget = (key: string): void => {
    total -= documents.get(key)?.size ?? 0;
    documents.delete(key);
  };
  return {
    get: (kind, id, etag) => {
      const key = keyOf(kind, id);
      const known = documents.get(key);
      if (known?.document.etag !== etag) return null;
      documents.delete(key);
      documents.set(key, known);
      return known.document;
    },
    keep: (document, given) => {
      const key = keyOf(document.kind, document.id);
      const size = given ?? documents.get(key)?.size ?? 0;
      forget(key);
      if (!freezes(document.body) || !freezes(document.index)) return;
      documents.set(key, { document, size });
      total += size;
      for (const oldest of documents.keys()) {
        if (total <= MOST) break;
        forget(oldest);
      }
    },
  };
};
