import type { Logger } from 'pino';
import type { Outbox } from '#application/ports/delivery.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import type { CardSender, ConversationAddress } from '#application/ports/teams.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import type { Pacing, Time } from './pacing.ts';

/**
 * Where a process may die. `before-expand`: the case is committed, its notices are not yet messages · `before-claim` ·
 * `claimed` · `sending`: announced, no byte has left · `in-flight`: bytes are leaving, no answer is known · `answered`:
 * the answer is not yet recorded.
 */
export const DELIVERY_POINTS = [
  'before-expand',
  'before-claim',
  'claimed',
  'sending',
  'in-flight',
  'answered',
] as const;
export type DeliveryPoint = (typeof DELIVERY_POINTS)[number];

/** Waits between tries that were not given one by the service: doubled each time, up to the ceiling, with jitter. */
export interface Backoff {
  readonly firstMs: number;
  readonly ceilingMs: number;
  /** From 0 to 1: the jitter. Default Math.random. */
  readonly random?: () => number;
}

/** How somebody is reached, or why not. */
export interface Reachable {
  get(person: PersonId): Promise<ConversationAddress | null>;
  /** Whether the bot was there once and was removed. */
  hasLeft(person: PersonId): Promise<boolean>;
}

export interface DeliveryWorkerOptions {
  readonly store: DocumentStore;
  readonly outbox: Outbox;
  readonly sender: CardSender;
  readonly addresses: Reachable;
  /** Leases and retries are the machine's time, never the demo's. */
  readonly machineClock: () => Instant;
  readonly logger: Logger;
  /** Shared with whatever else sends. Default: Teams' limits, for this worker alone. */
  readonly pacing?: Pacing;
  readonly backoff?: Backoff;
  /** Longer than a request may take: a worker that is silent for that long counts as dead. Default 60 s. */
  readonly leaseMs?: number;
  /** Conversations of one tenant that are served at the same time. Default 32: at 47.5 sends in a second, answers may take 0.6 s. */
  readonly concurrency?: number;
  /** What waiting is; a test may make it pass at once. */
  readonly time?: Time;
  /** Stops a worker at a named point; for tests that kill it there. Never rejects. */
  readonly hooks?: (point: DeliveryPoint) => Promise<void>;
}

/** Retries go on for as long as it takes, some minutes apart: nobody is lost by a final attempt. */
export const DEFAULT_BACKOFF: Backoff = { firstMs: 1_000, ceilingMs: 300_000 };
