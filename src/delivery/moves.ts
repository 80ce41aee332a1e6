import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Move, StoredMessage } from '#application/messages.ts';
import type { MessageBody, Rendered } from '#application/ports/delivery.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { instantOf, millisecondsOf } from '#domain/shared/calendar.ts';
import type { Instant } from '#domain/shared/ids.ts';
import type { Backoff } from './options.ts';

/** Writes a message's next state; null when another worker was faster or the state no longer allows it. */
export const write = async (
  store: DocumentStore,
  { kind, id, body, etag }: StoredMessage,
  move: (body: MessageBody) => Move,
): Promise<StoredMessage | null> => {
  const next = move(body);
  if (!next.ok) return null;
  const written = await store.put({ kind, id, ...next.value }, etag);
  return written.ok ? { kind, id, ...next.value, etag: written.value } : null;
};

/** What tells a card that is worth replacing from the one that stands in the chat. */
export const digestOf = ({ card, fingerprint }: Rendered): string =>
  createHash('sha256')
    .update(fingerprint ?? canonicalize(card) ?? '')
    .digest('base64url');

export const later = (now: Instant, milliseconds: number): Instant =>
  instantOf(millisecondsOf(now) + milliseconds);

/**
 * Milliseconds until the next try. The service's own wish counts, but never less than the first step, so that
 * "Retry-After: 0" is no loop. Jitter only lengthens: half as much again at most.
 */
export const waitFor = (backoff: Backoff, attempts: number, afterMs: number | null): number => {
  const base =
    afterMs === null
      ? Math.min(backoff.firstMs * 2 ** attempts, backoff.ceilingMs)
      : Math.max(afterMs, backoff.firstMs);
  return Math.round(base + (backoff.random ?? Math.random)() * Math.min(base / 2, backoff.firstMs));
};

/** Works on all of them, `limit` at a time, each to its end. */
export const eachOf = async <T>(
  all: Iterable<T>,
  limit: number,
  work: (one: T) => Promise<void>,
): Promise<void> => {
  const queue = all[Symbol.iterator]();
  const runner = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: limit }, runner));
};
