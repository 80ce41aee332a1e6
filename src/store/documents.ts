import type { DocumentQuery, NewDocument } from '#application/ports/documents.ts';
import { StoreError } from './errors.ts';
import { jsonOf } from './frozen.ts';
import { isStorable } from './ids.ts';

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1000;
/** Bytes of UTF-8: Cosmos DB takes 2 MB with everything around it. */
const LARGEST_BODY = 1_900_000;

export const pageSize = (limit: DocumentQuery['limit']): number =>
  Math.min(Math.max(1, Math.trunc(limit ?? DEFAULT_LIMIT)), LARGEST_LIMIT);

/** Cuts one row too many off: it only tells that more follow. */
export const pageOf = <D extends { readonly id: string }>(
  found: readonly D[],
  size: number,
): { readonly documents: readonly D[]; readonly next?: string } => {
  const documents = found.slice(0, size);
  const last = documents.at(-1);
  return found.length > size && last ? { documents, next: last.id } : { documents };
};

/**
 * The body as JSON; `before` is a frozen version of it. Throws for what no store could keep: these are bugs of the caller,
 * the same in every store.
 */
export const bodyText = ({ kind, id, body }: NewDocument, before?: unknown): string => {
  const name = `${kind} ${JSON.stringify(id.slice(0, 80))}`;
  if (!isStorable(id)) throw new StoreError(`The id of ${name} is empty, ill-formed or too long.`);
  const text = jsonOf(body, before);
  if (text === undefined) throw new StoreError(`The body of ${name} is nothing that JSON can carry.`);
  if (text.length * 3 > LARGEST_BODY && Buffer.byteLength(text) > LARGEST_BODY) {
    throw new StoreError(`The body of ${name} is larger than ${LARGEST_BODY} bytes.`);
  }
  return text;
};
