import { DECISION_KINDS, type DecisionKind } from '../../escalation/reasons.ts';
import type { RegionId } from '../../shared/ids.ts';
import { type Governance, type Holder, type MandateRow, regionsOf } from '../governance.ts';
import { covers, despiteRows, isGap, ofTotal, ruleFor, seatRows } from '../mandates.ts';
import { type Checking, type Finding, finding, type Span } from './finding.ts';
import { acrossSpans, ahead, type BoundSpan, boundSpans } from './spans.ts';
import { type Cell, cellsOf, limits, matterIn, merged } from './values.ts';

/** What the ladder's decisions need: without these a case that climbs finds nobody. */
const LADDER_KINDS: readonly DecisionKind[] = ['coordinate', 'deviate', 'postpone'];

const inForce = (all: Governance): readonly MandateRow[] =>
  seatRows(all).filter((row) => row.status === 'decided');

/** Kinds that some row speaks of, and those that the ladder needs. */
const spokenOf = (all: Governance): DecisionKind[] =>
  DECISION_KINDS.filter(
    (kind) => LADDER_KINDS.includes(kind) || inForce(all).some((row) => row.kinds.includes(kind)),
  );

interface Hole {
  readonly region: RegionId;
  readonly kind: DecisionKind;
  /** Null: where the value is unknown. */
  readonly cell: Cell | null;
  readonly span: Span;
}

const rowsFor = (rows: readonly MandateRow[], kind: DecisionKind, region: RegionId): MandateRow[] =>
  rows.filter((row) => row.kinds.includes(kind) && row.actsFor.includes(region));

const holesIn = ({ span, rows: bound }: BoundSpan, kinds: readonly DecisionKind[]): Hole[] => {
  const rows = seatRows(bound);
  return regionsOf(bound).flatMap((region) =>
    kinds.flatMap((kind): Hole[] => {
      const cells = cellsOf(rowsFor(rows, kind, region));
      const empty = cells.filter((cell) => isGap(ruleFor(rows, kind, matterIn(cell, region), region)));
      const whole = empty.length === cells.length;
      const unknown = !whole && isGap(ruleFor(rows, kind, ofTotal(undefined), region));
      return [
        ...merged(empty).map((cell): Hole => ({ region, kind, cell, span })),
        ...(unknown ? [{ region, kind, cell: null, span }] : []),
      ];
    }),
  );
};

/** Gaps that differ only in the kind of decision, as one. */
const byKinds = (holes: readonly Hole[]): Finding[] => {
  const key = ({ region, cell, span }: Hole) => JSON.stringify([region, cell, span]);
  return [...Map.groupBy(holes, key).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { region, cell, span } = first;
    const facts = { regions: [region], kinds: same.map(({ kind }) => kind), span };
    return cell === null
      ? [finding('gap-unknown-value', [], facts)]
      : [finding('gap', [], { ...facts, ...limits(cell) })];
  });
};

export const gaps = (all: Governance, { today }: Checking): Finding[] => {
  const kinds = spokenOf(all);
  const holes = boundSpans(all, today).flatMap((bound) => holesIn(bound, kinds));
  const lasting = acrossSpans(holes, ({ region, kind, cell }) => JSON.stringify([region, kind, cell]));
  const unspoken = DECISION_KINDS.filter((kind) => !kinds.includes(kind));
  return [
    ...byKinds(lasting),
    ...(unspoken.length > 0 ? [finding('kind-unspoken', [], { kinds: unspoken })] : []),
  ];
};

interface Clash {
  readonly winner: MandateRow;
  readonly loser: MandateRow;
  readonly region: RegionId;
  readonly kind: DecisionKind;
  readonly cell: Cell;
  readonly span: Span;
}

/**
 * Members of the council, who decides what cannot wait, and who goes on despite resistance stand beside the seats: their
 * rows compete among themselves.
 */
const tables = (rows: Governance): readonly (readonly MandateRow[])[] => [
  seatRows(rows),
  rows.mandates.filter(({ holder }) => holder.kind === 'members'),
  rows.mandates.filter(({ urgent }) => urgent === true),
  despiteRows(rows),
];

const clashesIn = ({ span, rows: bound }: BoundSpan): Clash[] =>
  tables(bound).flatMap((rows) =>
    regionsOf(bound).flatMap((region) =>
      DECISION_KINDS.flatMap((kind) => {
        const own = rowsFor(rows, kind, region);
        return cellsOf(own).flatMap((cell): Clash[] => {
          const [winner, ...losers] = own.filter((row) => covers(row, matterIn(cell, region), region));
          return winner ? losers.map((loser) => ({ winner, loser, region, kind, cell, span })) : [];
        });
      }),
    ),
  );

const sameHolder = (a: Holder, b: Holder): boolean => JSON.stringify(a) === JSON.stringify(b);
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

export const overlaps = (all: Governance, { today }: Checking): Finding[] => {
  const clashes = boundSpans(all, today).flatMap(clashesIn);
  const pairs = Map.groupBy(clashes, ({ winner, loser }) => `${winner.id} ${loser.id}`);
  return [...pairs.values()].flatMap((same) => {
    const [first] = same;
    const last = same.at(-1);
    if (!first || !last) return [];
    const [cell] = merged(
      same
        .filter(
          ({ region, kind, span }) =>
            region === first.region && kind === first.kind && span.from === first.span.from,
        )
        .map((clash) => clash.cell),
    );
    const code = sameHolder(first.winner.holder, first.loser.holder) ? 'overlap-same-holder' : 'overlap';
    return [
      finding(code, [first.winner.id, first.loser.id], {
        regions: distinct(same.map(({ region }) => region)),
        kinds: distinct(same.map(({ kind }) => kind)),
        span: { from: first.span.from, to: last.span.to },
        ...(cell ? limits(cell) : {}),
      }),
    ];
  });
};

/** Rows that will be in force, and by which nobody will ever decide. */
export const neverUsed = (all: Governance, { today }: Checking): Finding[] => {
  const used = new Set<string>();
  for (const { rows: bound } of boundSpans(all, today)) {
    for (const rows of tables(bound)) {
      for (const region of regionsOf(bound)) {
        for (const kind of DECISION_KINDS) {
          const matters = cellsOf(rowsFor(rows, kind, region)).map((cell) => matterIn(cell, region));
          const special = [ofTotal(undefined), ...matters.map((matter) => ({ ...matter, principle: true }))];
          for (const matter of [...matters, ...special]) {
            const row = ruleFor(rows, kind, matter, region);
            if (!isGap(row)) used.add(row.id);
          }
        }
      }
    }
  }
  return all.mandates
    .filter((row) => row.status === 'decided' && ahead(row, today) !== null && !used.has(row.id))
    .map((row) => finding('never-used', [row.id], { regions: row.actsFor, kinds: row.kinds }));
};
