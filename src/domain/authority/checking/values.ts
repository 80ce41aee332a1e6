import type { RegionId } from '../../shared/ids.ts';
import type { MandateRow } from '../governance.ts';
import type { Matter } from '../mandates.ts';
import type { ValueRange } from './finding.ts';

/** A range of values within which every row fits or does not, whatever the value. */
export interface Cell {
  readonly total: ValueRange;
  readonly own: ValueRange;
}

const ranges = (rows: readonly MandateRow[]): ValueRange[] => {
  const bounds = new Set([0]);
  for (const { from, below } of rows) {
    if (from !== undefined) bounds.add(from);
    if (below !== undefined) bounds.add(below);
  }
  const sorted = [...bounds].sort((a, b) => a - b);
  return sorted.map((from, i) => ({ from, below: sorted[i + 1] ?? null }));
};

/** A region's own part is at most the whole. */
const possible = ({ total, own }: Cell): boolean => total.below === null || own.from < total.below;

/** By the whole value and by the region's own part, so far as rows go by them. */
export const cellsOf = (rows: readonly MandateRow[]): Cell[] => {
  const amounts = rows.filter(({ principle }) => !principle);
  const own = ranges(amounts.filter(({ basis }) => basis === 'own'));
  const total = ranges(amounts.filter(({ basis }) => basis !== 'own'));
  return own.flatMap((mine) => total.map((whole): Cell => ({ own: mine, total: whole }))).filter(possible);
};

/** One matter within the cell, which stands for all of them. */
export const matterIn = ({ total, own }: Cell, region: RegionId): Matter => ({
  total: Math.max(total.from, own.from),
  own: { [region]: own.from },
  principle: false,
});

const meet = (earlier: ValueRange, later: ValueRange): boolean => earlier.below === later.from;
const same = (a: ValueRange, b: ValueRange): boolean => a.from === b.from && a.below === b.below;

/** Neighbouring cells as one, along the whole value first. */
export const merged = (cells: readonly Cell[]): Cell[] => {
  const wide: Cell[] = [];
  for (const cell of cells) {
    const last = wide.at(-1);
    if (last && same(last.own, cell.own) && meet(last.total, cell.total)) {
      wide.splice(-1, 1, { own: cell.own, total: { from: last.total.from, below: cell.total.below } });
    } else wide.push(cell);
  }
  const all: Cell[] = [];
  for (const cell of wide) {
    const last = all.at(-1);
    if (last && same(last.total, cell.total) && meet(last.own, cell.own)) {
      all.splice(-1, 1, { total: cell.total, own: { from: last.own.from, below: cell.own.below } });
    } else all.push(cell);
  }
  return all;
};

const any = ({ from, below }: ValueRange): boolean => from === 0 && below === null;
/** Only what limits anything. */
export const limits = ({ total, own }: Cell): { total?: ValueRange; own?: ValueRange } => ({
  ...(any(total) ? {} : { total }),
  ...(any(own) ? {} : { own }),
});
