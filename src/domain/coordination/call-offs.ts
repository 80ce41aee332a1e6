import { type PlainDate, type RegionId, regionOf, type UnitId } from '../shared/ids.ts';
import { callOff } from './life-cycle.ts';
import type { Stamp } from './stages.ts';
import type { KnownCase } from './state.ts';

/** What a unit has called off on the contract; SEK excluding VAT. 0: taken back, and its number is never used again. */
export interface CalledOff extends Stamp {
  /** 1 for the item's first. */
  readonly number: number;
  readonly unit: UnitId;
  readonly value: number;
  /** In what the item is counted in. */
  readonly volume?: number;
  readonly date: PlainDate;
}

/** How much of a ceiling is used. */
interface Used {
  readonly ceiling: number;
  readonly called: number;
  readonly left: number;
}
/** What a region has called off and may still (law 5). `value` is null where its ceiling is a volume alone. */
export interface Room {
  readonly region: RegionId;
  readonly value: Used | null;
  readonly volume: Used | null;
}

export const callOffsOf = (state: KnownCase): readonly CalledOff[] =>
  'callOffs' in state ? (state.callOffs ?? []) : [];
/** The number of the next one, which its card shows: pressed twice, it is one. */
export const nextCallOff = (state: KnownCase): number =>
  Math.max(0, ...callOffsOf(state).map(({ number }) => number)) + 1;

const used = (ceiling: number, called: number): Used => ({ ceiling, called, left: ceiling - called });

/** Null for a region that does not take part. `without`: a call-off that is being corrected. */
export const roomOf = (state: KnownCase, region: RegionId, without?: number): Room | null => {
  const part = callOff(state, region);
  if (!part) return null;
  const own = callOffsOf(state).filter(({ unit, number }) => regionOf(unit) === region && number !== without);
  const { ceiling, ceilingVolume } = part;
  return {
    region,
    value:
      ceiling === 0 && ceilingVolume !== undefined
        ? null
        : used(
            ceiling,
            own.reduce((sum, { value }) => sum + value, 0),
          ),
    volume:
      ceilingVolume === undefined
        ? null
        : used(
            ceilingVolume,
            own.reduce((sum, { volume = 0 }) => sum + volume, 0),
          ),
  };
};
