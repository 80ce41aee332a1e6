import type { PersonId } from '#domain/shared/ids.ts';

/** An Adaptive Card as JSON. */
export type Card = Readonly<Record<string, unknown>>;

/** Rebuildable cache of how to reach somebody, learnt only from validated personal activities. */
export interface ConversationAddress {
  readonly person: PersonId;
  readonly tenantId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  /** The user's channel id (`29:…`). */
  readonly userId: string;
  readonly botId: string;
}

/**
 * `not-installed`: never opened the bot · `no-conversation`: the one that was known is gone · `moved`: Teams answers
 * elsewhere now, which the person's next message will tell.
 */
export const UNREACHABLE_REASONS = [
  'not-installed',
  'no-conversation',
  'moved',
  'blocked',
  'uninstalled',
  'disabled-by-admin',
  'forbidden',
  'writes-blocked',
  'too-large',
] as const;
export type UnreachableReason = (typeof UNREACHABLE_REASONS)[number];

/** What one send came to. `unknown`: bytes may have arrived, nobody can tell; it is never repeated by itself. */
export type SendResult =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** Refused before anything was shown (429, 412, no connection): may be tried again after that many milliseconds. */
  | {
      readonly kind: 'retry';
      readonly afterMs: number | null;
      readonly reason: string;
      /** The service asked for rest: whatever else goes there waits too. */
      readonly throttled?: true;
    }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  /** Only of an update: the message that was to be replaced is not there (any more). */
  | { readonly kind: 'gone' };

export interface CardSender {
  /** Posts a new message with one card; `summary` is what a notification shows. */
  send(to: ConversationAddress, card: Card, summary: string): Promise<SendResult>;
  /** Replaces the card of a message that was sent; safe to repeat. */
  update(to: ConversationAddress, activityId: string, card: Card, summary: string): Promise<SendResult>;
}

/** Who speaks, as authenticated by the edge. */
export interface Caller {
  readonly person: PersonId;
  readonly tenantId: string;
  /** As the channel gives it; may be wrong or absent, so that only the form of address uses it. */
  readonly name: string | null;
  /** `en-US`: the activity's, used where the directory has no language for the person. */
  readonly locale: string | null;
  readonly scope: 'personal' | 'group' | 'team';
  /** Only from a personal conversation. */
  readonly address: ConversationAddress | null;
}

/** A file that a person sent to the bot; the edge has not fetched it yet. */
export interface IncomingFile {
  readonly name: string;
  /** At most `limit` bytes; null when the file is larger or cannot be fetched. */
  read(limit: number): Promise<Uint8Array | null>;
}

export interface Reply {
  readonly card: Card;
  /** Plain text of the same, for the notification and for clients without cards. */
  readonly summary: string;
}

/** A procurement as a card for any chat: the line in the list, and what is put into the chat when it is chosen. */
export interface SharedItem {
  readonly title: string;
  readonly text: string;
  readonly reply: Reply;
}

/** What the Teams edge drives. Every method answers somebody, refused or not; none throws for what a person can do. */
export interface Conversation {
  /** The bot was installed, or the person opened the chat for the first time. */
  arrived(caller: Caller): Promise<readonly Reply[]>;
  said(caller: Caller, text: string, files: readonly IncomingFile[]): Promise<readonly Reply[]>;
  /** A card's button: `data` is what the client sent, unparsed; `activityId`: the message that carried it. The reply's card replaces the one that was pressed. */
  pressed(caller: Caller, data: unknown, activityId?: string | null): Promise<Reply>;
  /** Teams' read receipt of a personal chat: everything up to that message was seen. */
  read(caller: Caller, lastReadId: string): Promise<void>;
  /** Somebody looks for a procurement from the compose box, in whatever chat; null for whom nobody knows. */
  searched(caller: Caller, text: string): Promise<readonly SharedItem[] | null>;
  /** Somebody pasted an address; null when it names no procurement, or nobody knows them. */
  linked(caller: Caller, url: string): Promise<SharedItem | null>;
  /** The bot was removed: the address is forgotten. */
  left(caller: Caller): Promise<void>;
}
