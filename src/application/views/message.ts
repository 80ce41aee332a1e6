import type { Refusal } from '#domain/coordination/refusal.ts';
import type { Instant } from '#domain/shared/ids.ts';
import type { Banner, MessageView } from '#rendering/views.ts';

/** A banner by itself, where there is no card to say it on. */
export const messageView = (asOf: Instant, banner: Banner): MessageView => ({
  card: 'message',
  asOf,
  banner,
});

export const refusedView = (asOf: Instant, refusal: Refusal): MessageView =>
  messageView(asOf, { kind: 'refused', refusal });
