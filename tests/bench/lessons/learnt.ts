import type { KnownCase } from '#domain/coordination/state.ts';
import { itemId, regionId } from '#domain/shared/ids.ts';
import { until } from '#support/stages.ts';
import { seeded, syntheticPlan } from '../candidates/plan.ts';

const REGIONS = [
  { region: regionId('sormland'), names: ['Region Sörmland'] },
  { region: regionId('vastmanland'), names: ['Region Västmanland'] },
];
const DAYS = 3_000;

/** That many closed cases of the two regions, each with a review of some sixty words of the plan's titles, the common ones often. */
export function* learntCases(count: number): Generator<KnownCase> {
  const { state } = until('closed');
  if (state.status === 'new' || !('review' in state)) throw new Error('no review');
  const items = syntheticPlan(count, REGIONS);
  const words = [...new Set(items.slice(0, 5_000).flatMap(({ title }) => title.split(/[^\p{L}]+/u)))].filter(
    (word) => word.length > 2,
  );
  const next = seeded(7);
  const said = (length: number): string =>
    Array.from({ length }, () => words[Math.floor(words.length * next() ** 2)]).join(' ');
  for (const item of items) {
    const at = new Date(Date.UTC(2018, 0, 1) + Math.floor(next() * DAYS) * 86_400_000).toISOString();
    yield {
      ...state,
      item: { ...state.item, ...item, id: itemId(item.id) },
      review: {
        ...state.review,
        at: at as typeof state.review.at,
        texts: { worked: said(15), failed: said(15), next: said(20), market: said(10) },
      },
    } as KnownCase;
  }
}
