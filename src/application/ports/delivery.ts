import type { CardSubject, Occasion } from '#domain/coordination/notice.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import type { Card, UnreachableReason } from './teams.ts';

export const MESSAGE_STATES = [
  'planned',
  'claimed',
  'sending',
  'sent',
  'unknown',
  'unreachable',
  'superseded',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** One notice to one person: the unit that is counted. Its id is `notice × person`, so that a repeat is a conflict. */
export interface Delivery {
  readonly id: string;
  readonly notice: string;
  readonly subject: CardSubject;
  readonly occasion: Occasion;
  /** Business time of the notice. */
  readonly at: Instant;
}

/** The body of a `message` document: what is claimed and sent as one Teams message. All times here are the machine's, never the demo's. */
export interface MessageBody {
  readonly person: PersonId;
  readonly deliveries: readonly [Delivery, ...Delivery[]];
  readonly state:
    | {
        readonly name: 'planned';
        /** Tries that came to nothing so far. */
        readonly attempts: number;
        readonly notBefore: Instant;
        /** Why the last of them did. */
        readonly reason?: string;
      }
    | {
        readonly name: 'claimed' | 'sending';
        readonly attempts: number;
        readonly worker: string;
        readonly leaseUntil: Instant;
      }
    | {
        readonly name: 'sent';
        readonly at: Instant;
        readonly activityId: string;
        /** Digest of the card as the person last got it: an unchanged card is not updated. */
        readonly shown: string;
      }
    | { readonly name: 'unknown'; readonly at: Instant; readonly reason: string }
    | { readonly name: 'unreachable'; readonly at: Instant; readonly reason: UnreachableReason }
    /** Nothing left to say when its turn came: the round had closed, the right was gone. */
    | { readonly name: 'superseded'; readonly at: Instant };
}

export interface Rendered {
  readonly card: Card;
  readonly summary: string;
  /**
   * What of the card is worth an update: a sent card is replaced only when this changes. It leaves out what would
   * replace a form under somebody's fingers for no reason of their own. Without it the whole card counts.
   */
  readonly fingerprint?: string;
}

/** What the delivery worker needs of the application. */
export interface Outbox {
  /**
   * Turns notices of cases that have some into planned messages, and marks sent messages of changed cases
   * (`pending: 1` in their index) so that their cards are updated. Idempotent; safe to be killed anywhere.
   * Returns the number of cases that were worked off.
   */
  expand(limit: number): Promise<number>;
  /**
   * The card as it must look for this person now; null when it must not be shown (any more). `standing`: it was sent
   * before and is to be brought up to date.
   */
  render(
    person: PersonId,
    subject: CardSubject,
    occasion: Occasion,
    standing?: boolean,
  ): Promise<Rendered | null>;
}
