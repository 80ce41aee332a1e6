import type { DecisionKind } from '../escalation/reasons.ts';
import type { BodyId, PersonId, RegionId } from '../shared/ids.ts';
import type { Governance, MandateRow } from './governance.ts';

/** Who is to decide for a region, and by which row. */
export type Seat = {
  readonly rule: string;
  readonly regions: readonly RegionId[];
  readonly example: boolean;
} & (
  | { readonly kind: 'delegate'; readonly person: PersonId; readonly body: BodyId }
  | { readonly kind: 'body'; readonly body: BodyId; readonly secretary: PersonId | null }
);

const covers = (row: MandateRow, value: number | undefined): boolean =>
  value === undefined
    ? row.unknownValue === true
    : (row.from === undefined || row.from <= value) && (row.below === undefined || value < row.below);

const seat = (governance: Governance, row: MandateRow): Seat => {
  const shared = { rule: row.id, regions: row.actsFor, example: row.example === true };
  if (row.holder.kind === 'delegate') return { ...shared, ...row.holder };
  const { body } = row.holder;
  const secretary = governance.bodies.find((candidate) => candidate.body === body)?.secretary ?? null;
  return { ...shared, kind: 'body', body, secretary };
};

/**
 * The seats that together cover `regions` for a kind of decision at a value, and the regions that no row covers: the
 * table is never completed by a guess. A row that acts for several regions decides once for all of them.
 */
export const seatsFor = (
  governance: Governance,
  kind: DecisionKind,
  value: number | undefined,
  regions: readonly RegionId[],
): { readonly seats: readonly Seat[]; readonly missing: readonly RegionId[] } => {
  const rows = governance.mandates.filter((row) => row.kinds.includes(kind) && covers(row, value));
  const seats = new Map<string, Seat>();
  const missing: RegionId[] = [];
  for (const region of regions) {
    const row = rows.find((candidate) => candidate.actsFor.includes(region));
    if (row) seats.set(row.id, seat(governance, row));
    else missing.push(region);
  }
  return { seats: [...seats.values()], missing };
};
