import type { InertRow } from '#domain/authority/adopting.ts';
import type { Base } from '../views.ts';

/** To the administrator: rows of the governance that bind nobody yet, and the decision that makes them bind. */
export interface AdoptingView extends Base {
  readonly card: 'adopting';
  /** What the rules are called now. */
  readonly version: string;
  readonly rows: readonly InertRow[];
  /** What they could be called then. */
  readonly suggested: string;
}
