import { plannedStart } from '#domain/plan/item.ts';
import type { ItemId, PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { CaseBody } from './cases.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';
import { snapshotOf } from './versions.ts';
import type { ListFilter } from './views/filters.ts';

/** What the plan says of an item; only an import changes it. */
export interface Listed {
  readonly id: ItemId;
  readonly title: string;
  readonly region: RegionId;
  readonly plan: number;
  readonly cpv?: string;
  readonly start?: PlainDate;
}

const alphabet = new Intl.Collator('sv');
/** By planned start, those without one last; then by title. */
export const byStart = (a: Listed, b: Listed): number => {
  const [first = '9999', second = '9999'] = [a.start, b.start];
  if (first !== second) return first < second ? -1 : 1;
  return alphabet.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
};

/** The whole plan in the order of planned start, as of its last import: one small read while nothing was imported. */
export const listingOf = (store: DocumentStore): (() => Promise<readonly Listed[]>) =>
  snapshotOf(store, 'plan', async () => {
    const found: Listed[] = [];
    for await (const { body } of allDocuments<CaseBody>(store, { kind: 'case' })) {
      const { item } = body.state;
      const { id, title, region, plan, cpv } = item;
      const start = plannedStart(item);
      found.push({ id, title, region, plan, ...(cpv ? { cpv } : {}), ...(start ? { start } : {}) });
    }
    return found.sort(byStart);
  });

export const isListed = (item: Listed, { region, plan, from, to, category }: ListFilter): boolean =>
  (region === undefined || item.region === region) &&
  (plan === undefined || item.plan === plan) &&
  (from === undefined || (item.start !== undefined && item.start >= from)) &&
  (to === undefined || (item.start !== undefined && item.start <= to)) &&
  (category === undefined || item.cpv?.startsWith(category) === true);
