import type { DocumentKind, StoredDocument } from '#application/ports/documents.ts';

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

/** JSON has neither infinities nor a negative zero. */
const isKeptNumber = (value: unknown): boolean => Number.isFinite(value) && !Object.is(value, -0);

const frozen = new WeakSet<object>();

/**
 * Freezes what JSON carries unchanged, so that readers may share it; false for anything else. Parts that were frozen
 * before are not walked again: a new version of a document shares most of the old one.
 */
const freezes = (value: unknown): boolean => {
  if (typeof value !== 'object') {
    return typeof value === 'string' || typeof value === 'boolean' || isKeptNumber(value);
  }
  if (value === null || frozen.has(value)) return true;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) if (!freezes(value[i])) return false;
  } else {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype || 'toJSON' in value) return false;
    for (const key of Object.keys(value)) if (!freezes(value[key as keyof typeof value])) return false;
  }
  frozen.add(Object.freeze(value));
  return true;
};

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
