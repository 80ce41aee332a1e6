import type { Result } from '#domain/shared/result.ts';

/**
 * The store: documents, each written by one conditional write. Nothing here needs a transaction over two documents,
 * so that SQLite and Cosmos DB mean the same by it.
 */
export const DOCUMENT_KINDS = [
  'case',
  'message',
  'person',
  'conversation',
  'governance',
  'setting',
  'draft',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Flat fields derived at commit. Lists, queries and indicators read only these (and `id`), never the body. */
export interface DocumentIndex {
  /** A case's or message's status. */
  readonly state?: string;
  readonly region?: string;
  /** The plan's year. */
  readonly plan?: number;
  /** YYYY-MM-DD: an item's planned start. */
  readonly date?: string;
  readonly cpv?: string;
  /** Person that the document belongs to. */
  readonly person?: string;
  /** Case that the document belongs to. */
  readonly parent?: string;
  /** Free second key: a person's e-mail, a message's round. */
  readonly key?: string;
  /** Instant from which a tick has something to do here. */
  readonly dueAt?: string;
  /** 1 while notices wait to be expanded. */
  readonly pending?: 0 | 1;
  /** JSON of what indicators read of a case. Never asked for by its content. */
  readonly facts?: string;
}

export interface NewDocument<B = unknown> {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly index: DocumentIndex;
  readonly body: B;
}
export interface StoredDocument<B = unknown> extends NewDocument<B> {
  /** Changes with every write; opaque. */
  readonly etag: string;
}

export type WriteConflict = 'conflict';

export interface DocumentQuery {
  readonly kind: DocumentKind;
  readonly where?: {
    readonly state?: readonly string[];
    readonly region?: string;
    readonly plan?: number;
    /** Inclusive, on `date`. */
    readonly from?: string;
    readonly to?: string;
    readonly cpvPrefix?: string;
    readonly person?: string;
    readonly parent?: string;
    readonly key?: string;
    /** `dueAt` ≤ this instant. */
    readonly dueBefore?: string;
    readonly pending?: 1;
  };
  /** Documents come in the order of their ids; at most this many. Default 100, at most 1000. */
  readonly limit?: number;
  /** Continue after this id. */
  readonly after?: string;
}

export interface Page<B> {
  readonly documents: readonly StoredDocument<B>[];
  /** Present when more may follow: the `after` of the next query. */
  readonly next?: string;
}

export interface IndexPage {
  readonly documents: readonly { readonly id: string; readonly index: DocumentIndex }[];
  readonly next?: string;
}

export interface DocumentStore {
  get<B>(kind: DocumentKind, id: string): Promise<StoredDocument<B> | null>;
  /**
   * The only write. `expected` null creates (conflict when the id exists); an etag replaces (conflict when the
   * document changed or is gone). Durable when the promise resolves. Returns the new etag.
   */
  put<B>(document: NewDocument<B>, expected: string | null): Promise<Result<string, WriteConflict>>;
  /**
   * Removes a document of a rebuildable kind (conversation, setting, draft); true when it was there.
   * Cases, messages and people are never deleted.
   */
  remove(kind: 'conversation' | 'setting' | 'draft', id: string): Promise<boolean>;
  query<B>(query: DocumentQuery): Promise<Page<B>>;
  /** As `query`, without the bodies: a hundred thousand cases can be counted over in a second. */
  indexes(query: DocumentQuery): Promise<IndexPage>;
  count(query: Omit<DocumentQuery, 'limit' | 'after'>): Promise<number>;
  /**
   * Another text whenever a document of the kind may have been written since, by whomever: what was counted over all of
   * them still holds while it is the same. Null where the store cannot tell.
   */
  stamp(kind: DocumentKind): Promise<string | null>;
  close(): Promise<void>;
}
