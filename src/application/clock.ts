import type { Instant } from '#domain/shared/ids.ts';

/**
 * Two kinds of time. Business time is what deadlines and records speak of and may be moved in the demo; machine time is
 * what leases, retries and timeouts are counted in.
 */
export interface Clock {
  now(): Instant;
}

/** The demo's business time. */
export interface MovableClock extends Clock {
  /** `1d=10s`; null when time runs as it does. */
  readonly speed: string | null;
  /** Jumps forward, never back; durable when the promise resolves. */
  moveTo(instant: Instant): Promise<void>;
}
