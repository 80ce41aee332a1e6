import type { CardSubject, Occasion } from '#domain/coordination/notice.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import type { Card, UnreachableReason } from './teams.ts';

export const MESSAGE_STATES = [
  'planned',
  'claimed',
  'sending',
  'sent',
  'seen',
  'answered',
  'unknown',
  'unreachable',
  'superseded',
  'cancelled',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Teams took the card and it stands in the chat: known to have been shown, or even acted on, where there is evidence. */
export const STANDING = ['sent', 'seen', 'answered'] as const satisfies readonly MessageState[];
export type Standing = (typeof STANDING)[number];

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
  /** Whom it was meant for, where that person cannot be reached and this is their deputy. */
  readonly insteadOf?: PersonId;
  /** Shared by the messages that went out as one card with a list: the id of the first of them. */
  readonly digest?: string;
  /** Whether an `unknown` one had arrived, as a person told: the machine cannot know. */
  readonly resolved?: { readonly by: PersonId; readonly at: Instant; readonly as: Resolution };
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
        readonly name: Standing;
        /** Since when it is known. */
        readonly at: Instant;
        /** Empty where only its reader proved that it came; then it cannot be updated. */
        readonly activityId: string;
        /** Digest of the card as the person last got it: an unchanged card is not updated. */
        readonly shown: string;
      }
    | { readonly name: 'unknown'; readonly at: Instant; readonly reason: string }
    | { readonly name: 'unreachable'; readonly at: Instant; readonly reason: UnreachableReason }
    /**
     * Nothing left to say when its turn came: the round had closed, the right was gone. Or the card had been lost from
     * the chat, and the message `by` took its place.
     */
    | { readonly name: 'superseded'; readonly at: Instant; readonly by?: string }
    /** A person stopped the push before its turn came. */
    | { readonly name: 'cancelled'; readonly at: Instant; readonly by: string };
}

export const RESOLUTIONS = ['arrived', 'again'] as const;
/** `arrived`: the person has it · `again`: they do not, and it may be sent once more. */
export type Resolution = (typeof RESOLUTIONS)[number];

export interface Rendered {
  readonly card: Card;
  readonly summary: string;
  /**
   * What of the card is worth an update: a sent card is replaced only when this changes. It leaves out what would
   * replace a form under somebody's fingers for no reason of their own. Without it the whole card counts.
   */
  readonly fingerprint?: string;
  /** Ids of deliveries that have nothing left to say and are not on the card. */
  readonly omitted?: readonly string[];
}

/** What goes out, or stands in the chat, as one card. */
export interface ToRender {
  /** The message's id, or the digest's first one's: the card carries it, so that whoever presses proves that it came. */
  readonly id: string;
  readonly person: PersonId;
  /** Several make a digest: one card with a list. */
  readonly deliveries: readonly [Delivery, ...Delivery[]];
  readonly insteadOf?: PersonId;
  /** It was sent before and is to be brought up to date. */
  readonly standing: boolean;
}

/** What of the application's planning concerns the queue: a round has something for people of that tenant. */
export interface Queue {
  readonly tenant: string;
  readonly round: string;
}

/** What the delivery worker needs of the application. */
export interface Outbox {
  /**
   * Turns notices of cases that have some into planned messages, and marks standing messages of changed cases
   * (`pending: 1` in their index) so that their cards are updated. Idempotent; safe to be killed anywhere.
   * The number of cases that were worked off, and where messages were planned.
   */
  expand(limit: number): Promise<{ readonly cases: number; readonly queues: readonly Queue[] }>;
  /** Whether the delivery may share a card with others of the same person. */
  bundles(delivery: Delivery): boolean;
  /**
   * The card as it must look for this person now; null when nothing of it must be shown (any more). A digest leaves out
   * what must not, and says what it left out.
   */
  render(what: ToRender): Promise<Rendered | null>;
  /** Before somebody is given up: plans the same for their deputy, once. True when there is one. */
  deputise(message: MessageBody): Promise<boolean>;
}
