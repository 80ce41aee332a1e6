import type { Governance } from '#domain/authority/governance.ts';
import { regionsOf } from '#domain/authority/governance.ts';
import { decidingRegions, stageAuthority } from '#domain/coordination/stage-authority.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { type BackPlan, backPlan, type RegionFacts } from '#domain/plan/timeline.ts';
import type { PlainDate, RegionId } from '#domain/shared/ids.ts';

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

/** The latest day of every step, counted backwards for each region that takes part, by the rows that bind today. */
export const timelineOf = (state: KnownCase, governance: Governance, today: PlainDate): BackPlan => {
  const regions = decidingRegions(state, regionsOf(governance));
  return backPlan(
    state.item,
    governance,
    regions.map((region) => factsOf(state, region, governance, today)),
    today,
  );
};
