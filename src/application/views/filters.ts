import type { KnownCase } from '#domain/coordination/state.ts';
import { plannedStart } from '#domain/plan/item.ts';
import type { PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { Reading } from '../reading.ts';
import { head, regionName } from './parts.ts';

/** What narrows a list. */
export interface ListFilter {
  readonly region?: RegionId;
  readonly plan?: number;
  /** Inclusive, on the planned start; for decided deviations on the day of the decision. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** Two-digit CPV division or a deeper prefix. */
  readonly category?: string;
}

/** Lines that fit on a card. */
export const MOST = 10;

export const inPeriod = (date: PlainDate | undefined, { from, to }: ListFilter): boolean =>
  (from === undefined && to === undefined) ||
  (date !== undefined && (from === undefined || date >= from) && (to === undefined || date <= to));

export const inCategory = ({ item }: KnownCase, { category }: ListFilter): boolean =>
  category === undefined || item.cpv?.startsWith(category) === true;

/** By what is planned: what is open now can only be narrowed by when its item is to start. */
export const isPlanned = (state: KnownCase, filter: ListFilter): boolean =>
  inPeriod(plannedStart(state.item), filter) && inCategory(state, filter);

/** How a list says what it was narrowed to. */
export const filterView = (reading: Reading, { region, from, to }: ListFilter, item?: KnownCase) => ({
  ...(region ? { region: regionName(reading, region) } : {}),
  ...(item ? { item: head(reading, item) } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});
