import { plannedStart } from '#domain/plan/item.ts';
import type { ItemId, PlainDate, RegionId } from '#domain/shared/ids.ts';
import { breathe, inSteps } from './breathing.ts';
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

/** Later than any day. */
const NEVER = '9999';
const alphabet = new Intl.Collator('sv');
/** By planned start, those without one last; then by title. */
export const byStart = (a: Listed, b: Listed): number => {
  const [first = NEVER, second = NEVER] = [a.start, b.start];
  if (first !== second) return first < second ? -1 : 1;
  return alphabet.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
};

const AT_ONCE = 500;
function* sorted(byDay: ReadonlyMap<string, Listed[]>): Generator<void, Listed[]> {
  const all: Listed[] = [];
  let since = 0;
  for (const day of [...byDay.keys()].sort()) {
    const ofDay = byDay.get(day) ?? [];
    for (const one of ofDay.sort(byStart)) all.push(one);
    since += ofDay.length;
    if (since < AT_ONCE) continue;
    since = 0;
    yield;
  }
  return all;
}

/** The whole plan in the order of planned start, as of its last import: one small read while nothing was imported. */
export const listingOf = (store: DocumentStore): (() => Promise<readonly Listed[]>) =>
  snapshotOf(store, 'plan', async () => {
    const found = new Map<string, Listed[]>();
    let read = 0;
    for await (const { body } of allDocuments<CaseBody>(store, { kind: 'case' })) {
      const { item } = body.state;
      const { id, title, region, plan, cpv } = item;
      const start = plannedStart(item);
      const listed = { id, title, region, plan, ...(cpv ? { cpv } : {}), ...(start ? { start } : {}) };
      const sameDay = found.get(start ?? NEVER);
      if (sameDay) sameDay.push(listed);
      else found.set(start ?? NEVER, [listed]);
      read += 1;
      if (read % AT_ONCE === 0) await breathe();
    }
    return await inSteps(sorted(found));
  });

const isListed = (item: Listed, { region, plan, from, to, category }: ListFilter): boolean =>
  (region === undefined || item.region === region) &&
  (plan === undefined || item.plan === plan) &&
  (from === undefined || (item.start !== undefined && item.start >= from)) &&
  (to === undefined || (item.start !== undefined && item.start <= to)) &&
  (category === undefined || item.cpv?.startsWith(category) === true);

/** The first of the plan, in the order of planned start, that does not start before that day. */
const placeOf = (plan: readonly Listed[], day: string): number => {
  let [low, high] = [0, plan.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((plan[middle]?.start ?? NEVER) < day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** What of the plan fits, in its order: only the days that were asked for are looked at. */
export const listedIn = (plan: readonly Listed[], filter: ListFilter): readonly Listed[] => {
  const from = filter.from === undefined ? 0 : placeOf(plan, filter.from);
  // A day sorts before the same day with anything after it.
  const to = filter.to === undefined ? plan.length : placeOf(plan, `${filter.to}~`);
  return plan.slice(from, Math.max(from, to)).filter((one) => isListed(one, filter));
};
