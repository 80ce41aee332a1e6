import type { PlainDate } from '#domain/shared/ids.ts';
import type { OfItem } from '../views.ts';

/** To an officer: what may be corrected in the plan's own facts of an item, as it stands now. */
export interface CorrectingView extends OfItem {
  readonly card: 'correcting';
  /** SEK excluding VAT, without options. */
  readonly value?: number;
  /** SEK excluding VAT, options included. */
  readonly valueWithOptions?: number;
  readonly advertise?: PlainDate;
  readonly start?: PlainDate;
  readonly contractEnd?: PlainDate;
  /** How many units have answered, and would be asked again. */
  readonly answered: number;
}
