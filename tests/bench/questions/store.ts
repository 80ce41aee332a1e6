import { type CaseBody, listingOf } from '#application/cases.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { bump } from '#application/versions.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { regionId } from '#domain/shared/ids.ts';
import { syntheticPlan } from '../candidates/plan.ts';

const REGIONS = [
  { region: regionId('sormland'), names: ['Region Sörmland'] },
  { region: regionId('vastmanland'), names: ['Region Västmanland'] },
];
const AT_ONCE = 500;

/** That many planned items of the two regions, put into the store as an import leaves them (without their record). */
export const fillStore = async (store: DocumentStore, count: number): Promise<void> => {
  const items = syntheticPlan(count, REGIONS);
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await Promise.all(
      items.slice(from, from + AT_ONCE).map((item) => {
        const plan = Number(item.start?.slice(0, 4) ?? 2026);
        const state: KnownCase = { status: 'draft', revision: 1, item: { ...item, plan } };
        const body: CaseBody = { state, history: [], notices: [] };
        return store.put({ kind: 'case', id: item.id, index: listingOf(state), body }, null);
      }),
    );
  }
  await bump(store, 'plan');
};
