import type { PlainDate, RegionId } from '../shared/ids.ts';
import type { Governance } from './governance.ts';

/** A region that has left: by which decided row, and the last day on which that bound. */
export interface EndedRegion {
  readonly region: RegionId;
  readonly rule: string;
  readonly last: PlainDate;
}

/**
 * Regions whose decided row has ended and that no row in force knows. To leave is decided and dated: a region that a file
 * merely does not name, or that is proposed to leave, has not left.
 */
export const endedRegions = ({ regions, past }: Governance): EndedRegion[] => {
  const ended = new Map<RegionId, EndedRegion>();
  for (const { region, id: rule, validTo: last } of past?.regions ?? []) {
    const known = ended.get(region);
    if (last === undefined || regions.some((row) => row.region === region)) continue;
    if (known === undefined || known.last < last) ended.set(region, { region, rule, last });
  }
  return [...ended.values()];
};

export const hasEnded = (governance: Governance, region: RegionId): boolean =>
  endedRegions(governance).some((ended) => ended.region === region);
