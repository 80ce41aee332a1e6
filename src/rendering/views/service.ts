import type { CardSubject } from '#domain/coordination/notice.ts';
import type { Role } from '#domain/directory/person.ts';
import type { Instant } from '#domain/shared/ids.ts';
import type { KeptQuestion } from '#status-query/known-words.ts';
import type { Topic } from '#status-query/query.ts';
import type { Banner, Base, ItemHead } from './frame.ts';

/** A topic for which the store has nothing to answer with, said plainly. */
export interface NothingView extends Base {
  readonly card: 'nothing';
  readonly topic: Topic;
  readonly item?: ItemHead;
}

export interface HelpView extends Base {
  readonly card: 'help';
  readonly name: string;
  readonly roles: readonly Role[];
  readonly welcome: boolean;
  readonly demo: boolean;
}

/** The text was not understood, or lies outside what Samordna is for. */
export interface NotUnderstoodView extends Base {
  readonly card: 'not-understood';
  readonly roles: readonly Role[];
  /** Somebody says that the answer was wrong: all that would be kept, if they want to; the text comes back with the press. */
  readonly keeps?: KeptQuestion & { readonly text: string };
}

export interface MessageView extends Base {
  readonly card: 'message';
  readonly banner: Banner;
  /** Where to go from here. */
  readonly subject?: CardSubject;
}

export interface UnknownPersonView extends Base {
  readonly card: 'unknown-person';
  /** What the administrator needs to add them: `tenantId`, `objectId`. */
  readonly tenantId: string;
  readonly objectId: string;
}

export interface ImportPreviewView extends Base {
  readonly card: 'import-preview';
  readonly file: string;
  readonly plan: number;
  readonly read: number;
  readonly created: number;
  readonly revised: number;
  readonly unchanged: number;
  /** Sentences in the viewer's language, at most ten. */
  readonly rejected: readonly { readonly row: number; readonly message: string }[];
  readonly rejectedTotal: number;
  readonly warnings: readonly { readonly row: number; readonly message: string }[];
  readonly warningsTotal: number;
  readonly draft: string;
}

export interface FileRefusedView extends Base {
  readonly card: 'file-refused';
  readonly file: string;
  /** A sentence in the viewer's language. */
  readonly reason: string;
}

/** The demo's clock. */
export interface TimeView extends Base {
  readonly card: 'time';
  readonly speed: string | null;
  /** When the next thing happens by itself. */
  readonly nextDue: Instant | null;
}
