import type { DecisionKind } from '../escalation/reasons.ts';
import type { BodyId, PersonId, RegionId } from '../shared/ids.ts';
import { rememberedFor } from '../shared/remembered.ts';
import type { Governance, MandateRow } from './governance.ts';

/** Who is to decide for which regions, and by which row. */
export type Seat = {
  readonly rule: string;
  /** For which the row is the one: it may act for others that another row comes first for. */
  readonly regions: readonly RegionId[];
  readonly example: boolean;
  /** By a row for what cannot wait for the body's meeting (KL 6:39). */
  readonly urgent?: true;
} & (
  | { readonly kind: 'delegate'; readonly person: PersonId; readonly body: BodyId }
  | {
      readonly kind: 'body';
      readonly body: BodyId;
      readonly secretary: PersonId | null;
      /** The body's delegate, who has a conflict: the body itself decides. */
      readonly insteadOf?: PersonId;
    }
);

/** What a mandate is measured by. Amounts in SEK excluding VAT over the whole term, options included. */
export interface Matter {
  readonly total: number | undefined;
  /** What each region itself is to buy for, where that is known. */
  readonly own: Readonly<Record<RegionId, number>>;
  readonly principle: boolean;
  /** Where the whole is unknown: what is named so far, which no row may fall short of. */
  readonly atLeast?: number;
}
/** A matter of which only the whole value is known. */
export const ofTotal = (total: number | undefined): Matter => ({ total, own: {}, principle: false });

type Verdict = 'covers' | 'does-not' | 'own-value-unknown';

/** A region's own part is at most the whole: a row that begins above the whole cannot be meant. */
const verdict = (row: MandateRow, matter: Matter, region: RegionId): Verdict => {
  if (row.principle) return matter.principle ? 'covers' : 'does-not';
  const value = row.basis === 'own' ? matter.own[region] : matter.total;
  if (value !== undefined) {
    const within =
      (row.from === undefined || row.from <= value) && (row.below === undefined || value < row.below);
    return within ? 'covers' : 'does-not';
  }
  // A row for what nobody has valued is not one for what is known to be more than it covers.
  const outgrown = row.below !== undefined && row.below <= (matter.atLeast ?? 0);
  if (row.unknownValue === true) return outgrown && row.basis !== 'own' ? 'does-not' : 'covers';
  if (row.basis !== 'own' || matter.total === undefined) return 'does-not';
  // Whatever the part is, it lies between nothing and the whole: a row that covers all of that needs no guess.
  if ((row.from ?? 0) <= 0 && (row.below === undefined || matter.total < row.below)) return 'covers';
  return row.from !== undefined && row.from > matter.total ? 'does-not' : 'own-value-unknown';
};

/** Whether a decision about the matter can be taken for the region by the row, as far as amounts go. */
export const covers = (row: MandateRow, matter: Matter, region: RegionId): boolean =>
  verdict(row, matter, region) === 'covers';

export type GapReason = 'no-row' | 'own-value-unknown';
/** A region for which nobody can be named, and the rows that might be meant if its own part were known. */
export interface Gap {
  readonly region: RegionId;
  readonly why: GapReason;
  readonly candidates: readonly string[];
}

/** A region's rows for a kind of decision, matters of principle first. */
const ranked = (rows: readonly MandateRow[], kind: DecisionKind, region: RegionId): readonly MandateRow[] => {
  const own = rows.filter((row) => row.kinds.includes(kind) && row.actsFor.includes(region));
  return [...own.filter((row) => row.principle), ...own.filter((row) => !row.principle)];
};

/**
 * The row by which a kind of decision is taken for a region: matters of principle first, then the first row from the top
 * that fits. A row whose basis is unknown stops the search, since whoever stands below it would be a guess.
 */
export const ruleFor = (
  rows: readonly MandateRow[],
  kind: DecisionKind,
  matter: Matter,
  region: RegionId,
): MandateRow | Gap => {
  const judged = ranked(rows, kind, region)
    .map((row) => ({ row, verdict: verdict(row, matter, region) }))
    .filter((one) => one.verdict !== 'does-not');
  const [first] = judged;
  if (!first) {
    // No row is for what is unknown: it is measured by what is known of it, and anew with each value that is named.
    const { atLeast, ...rest } = matter;
    return matter.total === undefined && atLeast !== undefined
      ? ruleFor(rows, kind, { ...rest, total: atLeast }, region)
      : { region, why: 'no-row', candidates: [] };
  }
  if (first.verdict === 'covers') return first.row;
  return { region, why: 'own-value-unknown', candidates: judged.map(({ row }) => row.id) };
};
export const isGap = (found: MandateRow | Gap): found is Gap => 'why' in found;

const seat = (governance: Governance, row: MandateRow, regions: readonly RegionId[]): Seat => {
  const shared = {
    rule: row.id,
    regions,
    example: row.example === true,
    ...(row.urgent ? { urgent: true as const } : {}),
  };
  if (row.holder.kind === 'delegate') return { ...shared, ...row.holder };
  const { body } = row.holder;
  const secretary = governance.bodies.find((candidate) => candidate.body === body)?.secretary ?? null;
  return { ...shared, kind: 'body', body, secretary };
};

/** Rows of those who decide beside or above the council, and of the council's own members. */
export const seatRows = rememberedFor((governance: Governance): readonly MandateRow[] =>
  governance.mandates.filter(
    (row) => row.holder.kind !== 'members' && row.urgent !== true && row.despiteResistance !== true,
  ),
);
/** Rows by which a named person of Inköp goes on despite resistance (law 0): to coordinate, never to leave it. */
export const despiteRows = (governance: Governance): readonly MandateRow[] =>
  governance.mandates.filter(
    ({ despiteResistance, holder }) => despiteResistance === true && holder.kind === 'delegate',
  );
/** Rows by which a named person decides for a body what cannot wait for its meeting (KL 6:39). */
const urgentRows = (governance: Governance, body: BodyId): MandateRow[] =>
  governance.mandates.filter(
    ({ urgent, holder }) => urgent === true && holder.kind === 'delegate' && holder.body === body,
  );
const memberRows = (governance: Governance): MandateRow[] =>
  governance.mandates.filter((row) => row.holder.kind === 'members');

const matterOf = (value: Matter | number | undefined): Matter =>
  typeof value === 'object' ? value : ofTotal(value);

/**
 * The seats that together cover `regions` for a kind of decision at a value, and the regions that no row covers: the
 * table is never completed by a guess. A row that acts for several regions decides once for those that no row before it
 * decides for. In an urgent
 * case (KL 6:39) the person whom a body has charged with such decisions takes the body's seat. To coordinate, who may go on
 * despite resistance (law 0) comes before all of them.
 */
export const seatsFor = (
  governance: Governance,
  kind: DecisionKind,
  value: Matter | number | undefined,
  regions: readonly RegionId[],
  urgent = false,
): { readonly seats: readonly Seat[]; readonly missing: readonly RegionId[] } => {
  const rows = seatRows(governance);
  const first = kind === 'coordinate' ? despiteRows(governance) : [];
  const won = new Map<MandateRow, readonly RegionId[]>();
  const missing: RegionId[] = [];
  for (const region of regions) {
    const despite = ruleFor(first, kind, matterOf(value), region);
    const row = isGap(despite) ? ruleFor(rows, kind, matterOf(value), region) : despite;
    if (isGap(row)) {
      missing.push(region);
      continue;
    }
    const hurried =
      urgent && row.holder.kind === 'body'
        ? ruleFor(urgentRows(governance, row.holder.body), kind, matterOf(value), region)
        : row;
    const taken = isGap(hurried) ? row : hurried;
    won.set(taken, [...(won.get(taken) ?? []), region]);
  }
  return { seats: [...won].map(([row, taken]) => seat(governance, row, taken)), missing };
};

/** A row by which named members of the council decide in the council, and for which of the regions. */
export interface CouncilMandate {
  readonly rule: string;
  readonly regions: readonly RegionId[];
  readonly members: readonly PersonId[];
  /** To which such decisions are reported (KL 6:40, 7:8). */
  readonly body: BodyId;
}

/**
 * What the council may decide itself: null unless rows name members with a mandate for every one of `regions`. Without it
 * the forum recommends (as today), and the decision is somebody else's.
 */
export const councilMandate = (
  governance: Governance,
  kind: DecisionKind,
  value: Matter | number | undefined,
  regions: readonly RegionId[],
): readonly CouncilMandate[] | null => {
  const rows = memberRows(governance);
  const found = new Map<string, CouncilMandate>();
  for (const region of regions) {
    const row = ruleFor(rows, kind, matterOf(value), region);
    if (isGap(row) || row.holder.kind !== 'members') return null;
    const covered = [...(found.get(row.id)?.regions ?? []), region];
    const { members, body } = row.holder;
    found.set(row.id, { rule: row.id, regions: covered, members, body });
  }
  return found.size > 0 ? [...found.values()] : null;
};
