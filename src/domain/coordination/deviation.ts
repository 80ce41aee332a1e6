import { isDeviation, type Outcome } from '../escalation/reasons.ts';
import { addDays, addWorkingDays, atHour, dateOf } from '../shared/calendar.ts';
import type { Instant, PlainDate, RegionId, UnitId } from '../shared/ids.ts';
import { entries, isOut, type UnitEntry } from './answer.ts';
import { type AskedCase, type CaseState, isAsked, isLocked, isOver } from './state.ts';

/** Together means at least two. */
export const FEWEST = 2;
/** Working days before a deviation ends that the owner is told: time to ask, and to plan what comes instead. */
const TOLD_BEFORE = 20;

/** A unit that goes its own way by its region's decision. */
export interface Out {
  readonly unit: UnitId;
  readonly region: RegionId;
  readonly decided: Extract<Outcome, 'deviate' | 'coordinate-partly'>;
  /** Its last day; null where the decision, in records of earlier, named none: it binds until a decision changes it. */
  readonly until: PlainDate | null;
}

/** What records of earlier do not say of the unit its region's latest decision to deviate does. */
const endOf = (state: AskedCase, { region, outUntil }: UnitEntry): PlainDate | null => {
  if (outUntil !== undefined) return outUntil;
  const own = state.settlements
    .filter(({ declining }) => declining.includes(region))
    .flatMap(({ decisions }) => decisions)
    .findLast(({ outcome, regions }) => isDeviation(outcome) && regions.includes(region));
  return own?.until ?? null;
};

/** Whom decisions have let out, each with its own end, whether that has come or not. */
export const outsOf = (state: AskedCase): Out[] => {
  const marked = entries(state.round).some(isOut);
  const last = state.settlements.findLast(({ how }) => how === 'decided');
  // Records of earlier said only of the case that it was left.
  const left = !marked && state.status === 'deviation-decided' ? (last?.declining ?? []) : [];
  return entries(state.round)
    .filter((entry) => isOut(entry) || left.includes(entry.region))
    .map((entry) => ({
      unit: entry.unit,
      region: entry.region,
      decided: entry.decided === 'coordinate-partly' ? entry.decided : 'deviate',
      until: endOf(state, entry),
    }));
};

/** A deviation binds through its last day. */
const binds = ({ until }: Pick<Out, 'until'>, today: PlainDate): boolean => until === null || until >= today;

/** Whose deviation binds on a day. */
export const outOn = (state: AskedCase, today: PlainDate): Out[] =>
  outsOf(state).filter((out) => binds(out, today));
export const standsOut = (state: AskedCase, { unit }: UnitEntry, today: PlainDate): boolean =>
  outOn(state, today).some((out) => out.unit === unit);

/**
 * Of units that are asked in a new round: those whom a decision keeps out. A region that is out with all its units is out
 * also with those that were not asked before.
 */
export const standingFor = (
  state: AskedCase,
  asks: readonly { readonly unit: UnitId; readonly region: RegionId }[],
  today: PlainDate,
): (Pick<Out, 'unit' | 'decided'> & { readonly until?: PlainDate })[] => {
  const outs = outOn(state, today);
  const whole = (region: RegionId): Out | undefined => {
    const own = outs.filter((out) => out.region === region && out.decided === 'deviate');
    const asked = entries(state.round).filter((entry) => entry.region === region);
    return asked.length === own.length ? own[0] : undefined;
  };
  return asks.flatMap(({ unit, region }) => {
    const out = outs.find((one) => one.unit === unit) ?? whole(region);
    if (!out) return [];
    return [{ unit, decided: out.decided, ...(out.until === null ? {} : { until: out.until }) }];
  });
};

/**
 * The last day on which too few regions are left to buy together, of an item that was left by a deviation. Null where a
 * decision named no end.
 */
const leftUntil = (state: AskedCase): PlainDate | null => {
  const outs = outsOf(state);
  const ends = [...new Set(outs.flatMap(({ until }) => until ?? []))].sort();
  const inAfter = (end: PlainDate): number => {
    const still = new Set(outs.filter((out) => binds(out, addDays(end, 1))).map(({ unit }) => unit));
    const needing = entries(state.round).filter(
      ({ unit, answer }) => answer.kind !== 'no-need' && !still.has(unit),
    );
    return new Set(needing.map(({ region }) => region)).size;
  };
  const enough = ends.find((end) => inAfter(end) >= FEWEST);
  if (enough !== undefined) return enough;
  return outs.every(({ until }) => until !== null) ? (ends.at(-1) ?? null) : null;
};

/** Whether an item that was left by a deviation is so on a day. */
export const leftOn = (state: CaseState, today: PlainDate): boolean => {
  const until = isAsked(state) ? leftUntil(state) : null;
  return until === null || until >= today;
};

/** The ends that the owner is told of. None where it is the lock's to say who takes part, or nobody buys any more. */
export const endsOf = (state: CaseState): PlainDate[] => {
  if (!isAsked(state) || isLocked(state)) return [];
  if (state.status === 'deviation-decided') {
    const until = leftUntil(state);
    return until === null ? [] : [until];
  }
  return isOver(state) ? [] : [...new Set(outsOf(state).flatMap(({ until }) => until ?? []))].sort();
};

interface Telling {
  readonly at: Instant;
  readonly end: PlainDate;
}
/** What is left to tell of each end: that it comes, then that it is over. */
const tellings = (state: CaseState): Telling[] => {
  const told = isAsked(state) ? state.endingsTold : undefined;
  return endsOf(state)
    .filter((end) => told?.[end] !== true)
    .map((end) => ({
      end,
      at: told?.[end] === false ? atHour(addDays(end, 1), 8) : atHour(addWorkingDays(end, -TOLD_BEFORE), 9),
    }));
};

/** When the owner is next told of a deviation's end; null where nothing is left to tell. */
export const nextEnding = (state: CaseState): Instant | null =>
  tellings(state)
    .map(({ at }) => at)
    .sort()[0] ?? null;

/** Due now: one that is over already is told of as over at once. */
export const endingsDue = (state: CaseState, now: Instant): { end: PlainDate; over: boolean }[] =>
  tellings(state)
    .filter(({ at }) => at <= now)
    .map(({ end }) => ({ end, over: end < dateOf(now) }));
