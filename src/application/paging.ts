import type { DocumentQuery, DocumentStore, IndexPage, StoredDocument } from './ports/documents.ts';

const PAGE = 500;

/** Every document that fits, page by page, in the order of their ids. */
export async function* allDocuments<B>(
  store: DocumentStore,
  query: Omit<DocumentQuery, 'limit' | 'after'>,
): AsyncGenerator<StoredDocument<B>> {
  let after: string | undefined;
  do {
    const page = await store.query<B>({ ...query, limit: PAGE, ...(after ? { after } : {}) });
    yield* page.documents;
    after = page.next;
  } while (after !== undefined);
}

/** As `allDocuments`, without the bodies. */
export async function* allIndexes(
  store: DocumentStore,
  query: Omit<DocumentQuery, 'limit' | 'after'>,
): AsyncGenerator<IndexPage['documents'][number]> {
  let after: string | undefined;
  do {
    const page = await store.indexes({ ...query, limit: PAGE, ...(after ? { after } : {}) });
    yield* page.documents;
    after = page.next;
  } while (after !== undefined);
}
