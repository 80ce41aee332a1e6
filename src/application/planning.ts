import type { Governance } from '#domain/authority/governance.ts';
import { regionsOf } from '#domain/authority/governance.ts';
import { decidingRegions, stageAuthority } from '#domain/coordination/stage-authority.ts';
import { isLocked, type KnownCase } from '#domain/coordination/state.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import { kindOf, type LikeItem, legalWarnings, type Term } from '#domain/plan/thresholds.ts';
import { type BackPlan, backPlan, type RegionFacts } from '#domain/plan/timeline.ts';
import { itemId, type PlainDate, type RegionId } from '#domain/shared/ids.ts';
import { factsAt } from './indicators.ts';
import { allIndexes } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';

/**
 * What the plan knows of a region: its own contract and option stand in its own row. Our reading: without another day in
 * the contract, an option can be used until the contract's last day.
 */
const factsOf = (
  state: KnownCase,
  region: RegionId,
  governance: Governance,
  today: PlainDate,
): RegionFacts => {
  const { item } = state;
  const own = item.region === region ? item : null;
  const required = stageAuthority(state, governance, today, 'initiate').required.find(
    (decision) => decision.region === region,
  );
  return {
    region,
    ...(own?.contractEnd ? { contractEnd: own.contractEnd } : {}),
    ...(own?.contractEnd && own.extensionUntil
      ? { option: { noticeBy: own.contractEnd, until: own.extensionUntil } }
      : {}),
    ...(required?.holder.kind === 'body'
      ? {
          initiatedBy: {
            body: required.holder.body,
            ...(required.preparedBy ? { preparedBy: required.preparedBy } : {}),
          },
        }
      : {}),
  };
};

/** Bought by somebody else, or not at all. */
const NOT_BOUGHT = ['cancelled', 'external-coordination'];

/** What the same region plans of the same kind in the same year; only the index is read. */
export const likeItems = async (store: DocumentStore, item: ItemFacts): Promise<readonly LikeItem[]> => {
  const { cpv, region, plan } = item;
  if (cpv === undefined) return [];
  const like: LikeItem[] = [];
  const where = { region, plan, cpvPrefix: kindOf(cpv) };
  for await (const { id, index } of allIndexes(store, { kind: 'case', where })) {
    if (id === item.id || NOT_BOUGHT.includes(index.state ?? '')) continue;
    const facts = await factsAt(store, id, index);
    if (!facts) continue;
    const { value, origin, cpv: own } = facts;
    like.push({
      id: itemId(id),
      origin,
      ...(own ? { cpv: own } : {}),
      ...(value === undefined ? {} : { value }),
    });
  }
  return like;
};

const termOf = (state: KnownCase): Term | null => {
  if (!('contract' in state)) return null;
  const { date, until, optionsUntil } = state.contract;
  return { from: state.item.start ?? date, to: optionsUntil ?? until };
};

/**
 * The latest day of every step, counted backwards for each region that takes part, by the rows that bind today, and what
 * the law's thresholds say of the item; `like` holds the same region's other items of the same kind and year.
 */
export const timelineOf = (
  state: KnownCase,
  governance: Governance,
  today: PlainDate,
  like: readonly LikeItem[] = [],
): BackPlan => {
  const regions = decidingRegions(state, regionsOf(governance));
  const { item } = state;
  const { steps, warnings } = backPlan(
    item,
    governance,
    regions.map((region) => factsOf(state, region, governance, today)),
    today,
  );
  const term = termOf(state);
  // What is advertised is beyond the choice of procedure.
  const legal =
    isLocked(state) && term === null ? [] : legalWarnings(item, governance, today, { like, term });
  return { steps, warnings: [...warnings, ...legal.map((one) => ({ ...one, region: item.region }))] };
};
