import type { DocumentStore } from './ports/documents.ts';

/**
 * What many readers keep a snapshot of. A writer bumps the version after its last write, so that a reader who loaded in
 * the middle of them loads again.
 */
export type Versioned = 'directory' | 'plan';

const id = (what: Versioned): string => `version:${what}`;

export const bump = async (store: DocumentStore, what: Versioned): Promise<void> => {
  for (;;) {
    const known = await store.get('setting', id(what));
    const written = await store.put(
      { kind: 'setting', id: id(what), index: {}, body: {} },
      known?.etag ?? null,
    );
    if (written.ok) return;
  }
};

/** Keeps what `load` gave until the version moves: one small read instead of many. */
export const snapshotOf = <T>(
  store: DocumentStore,
  what: Versioned,
  load: () => Promise<T>,
): (() => Promise<T>) => {
  let kept: { readonly etag: string; readonly value: Promise<T> } | null = null;
  return async () => {
    const etag = (await store.get('setting', id(what)))?.etag ?? '';
    if (kept?.etag === etag) return kept.value;
    const value = load();
    kept = { etag, value };
    // A failed load is tried again by the next reader.
    value.catch(() => {
      kept = null;
    });
    return value;
  };
};
