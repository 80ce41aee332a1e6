import type { DecisionKind } from '../escalation/reasons.ts';
import type { BodyId, PlainDate, RegionId } from '../shared/ids.ts';
import { type Governance, governanceOn, type Holder } from './governance.ts';
import { type Gap, isGap, type Matter, ruleFor, seatRows } from './mandates.ts';

/** Who must decide for a region, and by which row. */
export interface RequiredDecision {
  readonly region: RegionId;
  readonly kind: DecisionKind;
  readonly rule: string;
  readonly holder: Exclude<Holder, { kind: 'members' }>;
  /** The board that must have prepared the case before the body decides (KL 5:26–30). */
  readonly preparedBy?: BodyId;
  readonly example: boolean;
}

export interface Requirements {
  readonly required: readonly RequiredDecision[];
  /** Regions for which the table names nobody, and why: never filled by a guess. */
  readonly gaps: readonly Gap[];
}

/**
 * Which body or delegate must take a decision for each of `regions` on `date` (law 6), by the rows that bind on that day.
 * An empty table gives a gap for each region.
 */
export const requiredDecisions = (
  matter: Matter,
  governance: Governance,
  date: PlainDate,
  kind: DecisionKind,
  regions: readonly RegionId[],
): Requirements => {
  const bound = governanceOn(governance, date);
  const rows = seatRows(bound);
  const required: RequiredDecision[] = [];
  const gaps: Gap[] = [];
  for (const region of regions) {
    const row = ruleFor(rows, kind, matter, region);
    if (isGap(row)) {
      gaps.push(row);
      continue;
    }
    const { holder } = row;
    if (holder.kind === 'members') continue;
    const preparedBy =
      holder.kind === 'body' ? bound.bodies.find(({ body }) => body === holder.body)?.preparedBy : undefined;
    required.push({
      region,
      kind,
      rule: row.id,
      holder,
      ...(preparedBy ? { preparedBy } : {}),
      example: row.example === true,
    });
  }
  return { required, gaps };
};

/** Whether the governance says anything at all about a kind of decision. */
export const speaksOf = (governance: Governance, kind: DecisionKind): boolean =>
  seatRows(governance).some((row) => row.kinds.includes(kind));

/**
 * Whether decisions of a kind are demanded: rows say so, or did until they lapsed. An order that was never entered demands
 * nothing; one whose successor is silent leaves a mandate missing.
 */
export const demands = (governance: Governance, kind: DecisionKind): boolean =>
  speaksOf(governance, kind) ||
  (governance.past?.mandates ?? []).some(
    ({ kinds, holder, urgent, despiteResistance }) =>
      kinds.includes(kind) && holder.kind !== 'members' && urgent !== true && despiteResistance !== true,
  );
