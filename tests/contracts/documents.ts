import type {
  DocumentIndex,
  DocumentKind,
  DocumentQuery,
  DocumentStore,
  NewDocument,
} from '#application/ports/documents.ts';

export const document = <B = unknown>(
  id: string,
  { kind = 'case', index = {}, body }: { kind?: DocumentKind; index?: DocumentIndex; body?: B } = {},
): NewDocument<B | string> => ({ kind, id, index, body: body ?? `body of ${id}` });

/** Writes what must not be refused; gives the etag. */
export const written = async (
  store: DocumentStore,
  what: NewDocument,
  expected: string | null = null,
): Promise<string> => {
  const result = await store.put(what, expected);
  if (!result.ok) throw new Error(`${what.kind} ${what.id} is in conflict`);
  return result.value;
};

/** All ids that a query finds, page after page. */
export const idsOf = async (store: DocumentStore, query: DocumentQuery): Promise<readonly string[]> => {
  const ids: string[] = [];
  let after = query.after;
  do {
    const page = await store.query(after === undefined ? query : { ...query, after });
    ids.push(...page.documents.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids;
};

export const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Ids that something on the way could take for syntax, cut, fold or sort in another way. */
export const ODD_IDS = [
  'å',
  'Å',
  'a\u030a',
  'a/b',
  'a\\b',
  'a?b#c',
  '#',
  '%2F',
  '%',
  ' ',
  ' leading and trailing ',
  'ett id med mellanslag',
  '😀',
  '\uffee',
  '\u{10ffff}',
  'quote\'"`',
  '2026:sormland:A-17/3#page.2',
  '.',
  '..',
  'tab\tnew\nline\0',
  '__proto__',
  '~!$&*()+,;=:@[]{}|^<>',
  'A'.repeat(800),
  'ö'.repeat(170),
] as const;
