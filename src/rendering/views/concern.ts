import type { ConcernRecipient } from '#domain/concern/concern.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { Base } from '../views.ts';

/** The region's own system for incidents and risks. */
export interface ReportingSystem {
  readonly name: { readonly sv: string; readonly en: string };
  readonly url?: string;
  readonly example: boolean;
}
interface AboutWork extends Base {
  /** From which procurement it was raised, if from one. */
  readonly item?: { readonly id: ItemId; readonly title: string };
  readonly reporting?: ReportingSystem;
}
/** Anybody's: to whom, and what. */
export interface ConcernForm extends AboutWork {
  readonly card: 'concern-form';
  readonly recipients: readonly { readonly to: ConcernRecipient; readonly name: string }[];
  /** For those who report: this year's number in their region; null where fewer than five. */
  readonly counted?: number | null;
}
/** To whom it was brought; sent at once and kept nowhere. */
export interface ConcernView extends AboutWork {
  readonly card: 'concern';
  readonly from: string;
  readonly text: string;
}
export interface ConcernSent extends AboutWork {
  readonly card: 'concern-sent';
  readonly to: { readonly role: ConcernRecipient; readonly name: string };
}
export type ConcernCard = ConcernForm | ConcernView | ConcernSent;
