import type { KnownCase } from '#domain/coordination/state.ts';
import { plannedStart } from '#domain/plan/item.ts';
import type { SharedItemView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { regionName } from './parts.ts';

/**
 * What may stand in any chat, whoever reads along: that the procurement is planned, by whom, what and when. No value (estimates
 * stay within the two regions before advertising, OSL 19:3), no status, nobody's answer.
 */
export const sharedItemView = (
  reading: Reading,
  { item }: KnownCase,
  link: string | null,
): SharedItemView => {
  const start = plannedStart(item);
  return {
    card: 'shared-item',
    asOf: reading.now,
    id: item.id,
    title: item.title,
    region: regionName(reading, item.region),
    ...(item.cpv ? { cpv: item.cpv } : {}),
    ...(start ? { start } : {}),
    ...(link === null ? {} : { link }),
  };
};
