import type { DocumentIndex, DocumentKind, StoredDocument } from '#application/ports/documents.ts';
import { readId } from '../ids.ts';

/** A document as Cosmos DB keeps it. */
export interface Item {
  /** `writeId` of the document's id. */
  readonly id: string;
  readonly partition: DocumentKind;
  readonly fields: DocumentIndex;
  /** Names the write that made this version: see `put`. */
  readonly write: string;
  readonly body: unknown;
}

export const fromItem = <B>(item: Item & { readonly _etag: string }): StoredDocument<B> => ({
  kind: item.partition,
  id: readId(item.id),
  etag: item._etag,
  index: item.fields,
  body: item.body as B,
});
