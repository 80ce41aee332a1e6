import type { DocumentStore } from '#application/ports/documents.ts';
import { type Instant, itemId } from '#domain/shared/ids.ts';
import { playScenes } from './scene.ts';
import { textiles } from './textiles.ts';

/** What `demo` adds to the prepared store, under plan 2026; each once. */
export const addScenes = (store: DocumentStore, now: Instant): Promise<void> =>
  playScenes(store, now, [{ last: itemId('TEXTIL-2'), play: textiles }]);
