import type { DocumentKind, DocumentStore, StoredDocument } from '#application/ports/documents.ts';
import { fail, ok } from '#domain/shared/result.ts';

type Documents = Map<string, StoredDocument>;
const NONE: ReadonlySet<string> = new Set();

/**
 * A document store in memory, for schedules of which there are to be thousands: every call answers at once, and what was
 * written outlives the worker that wrote it. The contract's own suite proves the real ones.
 */
export const createMemoryStore = (): DocumentStore => {
  const kinds = new Map<DocumentKind, Documents>();
  /** Ids by `field value`, for the fields that delivery looks for. */
  const found = new Map<string, Set<string>>();
  let written = 0;

  const of = (kind: DocumentKind): Documents => {
    const known = kinds.get(kind) ?? new Map();
    kinds.set(kind, known);
    return known;
  };
  const keys = ({ kind, index }: StoredDocument): string[] => [
    `${kind} state ${index.state}`,
    `${kind} person ${index.person}`,
    `${kind} parent ${index.parent}`,
    `${kind} pending ${index.pending}`,
    `${kind} due ${index.dueAt !== undefined}`,
  ];
  const enter = (document: StoredDocument, before: StoredDocument | undefined): void => {
    if (before) for (const key of keys(before)) found.get(key)?.delete(document.id);
    for (const key of keys(document)) {
      const ids = found.get(key) ?? new Set();
      ids.add(document.id);
      found.set(key, ids);
    }
    of(document.kind).set(document.id, document);
  };

  type Query = Parameters<DocumentStore['query']>[0];
  const matching = ({ kind, where = {}, after }: Query): StoredDocument[] => {
    const narrow = [
      ...(where.person === undefined ? [] : [found.get(`${kind} person ${where.person}`) ?? NONE]),
      ...(where.pending === undefined ? [] : [found.get(`${kind} pending 1`) ?? NONE]),
      ...(where.dueBefore === undefined ? [] : [found.get(`${kind} due true`) ?? NONE]),
      ...(where.state?.length === 1 ? [found.get(`${kind} state ${where.state[0]}`) ?? NONE] : []),
      ...(where.parent === undefined ? [] : [found.get(`${kind} parent ${where.parent}`) ?? NONE]),
    ].toSorted((a, b) => a.size - b.size)[0];
    const ids = narrow ?? of(kind).keys();
    const all: StoredDocument[] = [];
    for (const id of ids) {
      const document = of(kind).get(id);
      if (!document || (after !== undefined && id <= after)) continue;
      const { index } = document;
      const fits =
        (where.state === undefined || where.state.includes(index.state ?? '')) &&
        (where.person === undefined || index.person === where.person) &&
        (where.parent === undefined || index.parent === where.parent) &&
        (where.region === undefined || index.region === where.region) &&
        (where.key === undefined || index.key === where.key) &&
        (where.pending === undefined || index.pending === 1) &&
        (where.dueBefore === undefined || (index.dueAt !== undefined && index.dueAt <= where.dueBefore));
      if (fits) all.push(document);
    }
    return all.sort((a, b) => (a.id < b.id ? -1 : 1));
  };

  return {
    get: async <B>(kind: DocumentKind, id: string) =>
      (of(kind).get(id) as StoredDocument<B> | undefined) ?? null,
    put: async (document, expected) => {
      const before = of(document.kind).get(document.id);
      if ((before?.etag ?? null) !== expected) return fail('conflict');
      written += 1;
      const etag = String(written);
      enter({ ...document, etag }, before);
      return ok(etag);
    },
    remove: async (kind, id) => of(kind).delete(id),
    query: async <B>(query: Query) => {
      const size = query.limit ?? 100;
      const all = matching(query) as StoredDocument<B>[];
      const documents = all.slice(0, size);
      const last = documents.at(-1);
      return all.length > size && last ? { documents, next: last.id } : { documents };
    },
    stamp: async () => null,
    indexes: async (query) => {
      const size = query.limit ?? 100;
      const all = matching(query).map(({ id, index }) => ({ id, index }));
      const documents = all.slice(0, size);
      const last = documents.at(-1);
      return all.length > size && last ? { documents, next: last.id } : { documents };
    },
    count: async (query) => matching(query).length,
    close: async () => {},
  };
};
