import { entries } from '#domain/coordination/answer.ts';
import type { CaseEvent, EventType } from '#domain/coordination/events.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { Role } from '#domain/directory/person.ts';
import type { Level } from '#domain/escalation/reasons.ts';
import { unitsOf } from '#domain/record/concerns.ts';
import type { HistoryEntry } from '#domain/record/history.ts';
import { dateOf, workingDaysBetween } from '#domain/shared/calendar.ts';
import { asPersonId, type Instant, type PersonId, unitName } from '#domain/shared/ids.ts';
import type { HistoryView } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { MOST } from './filters.ts';
import { head, nameOf } from './parts.ts';
import { hasConflict, isInvolved, ownsEntry, readsCase } from './visibility.ts';

type Line = HistoryView['lines'][number];

/** Steps of the item itself, which everybody who is known may follow. */
const OF_ITEM: readonly EventType[] = [
  'item-imported',
  'item-revised',
  'assessed',
  'assessed-together',
  'round-opened',
  'decided',
  'escalation-closed',
  'transferred',
  'region-left',
  'locked',
  'registered',
  'reported',
  'texts-removed',
  'owner-changed',
];
/** Steps of the dispute, for those who have a part in the case. */
const OF_CASE: readonly EventType[] = [
  'escalation-opened',
  'climbed',
  'level-reminded',
  'clock-moved',
  'ladder-too-late',
  'council-concluded',
  'marked-urgent',
];
/** Their names stand on what they ask and decide. */
const OFFICIAL: readonly Role[] = ['officer', 'decider', 'secretary'];

/**
 * Who it was, as the viewer may know it. What follows from a rule stands in the record beside whoever set it off, who
 * may be another unit's manager: to others it is the system's step.
 */
const byline = (reading: Reading, event: CaseEvent, all: boolean): string => {
  const { directory, viewer } = reading;
  const person = directory.person(asPersonId(event.by));
  const open =
    all ||
    person === null ||
    person.id === viewer.id ||
    unitsOf(event).length > 0 ||
    person.roles.some((role) => OFFICIAL.includes(role));
  return open ? nameOf(reading, event.by) : 'clock';
};

/** Which level a step leaves, and how long the case stood there. */
const leaving = (history: readonly HistoryEntry[]): ReadonlyMap<number, NonNullable<Line['left']>> => {
  const left = new Map<number, NonNullable<Line['left']>>();
  let since: { readonly level: Level; readonly at: Instant } | null = null;
  for (const { seq, event } of history) {
    const to = reached(event);
    if (to === undefined) continue;
    if (since) {
      const workingDays = workingDaysBetween(dateOf(since.at), dateOf(event.at));
      left.set(seq, { level: since.level, workingDays });
    }
    since = to === null ? null : { level: to, at: event.at };
  }
  return left;
};
/** The level that a step comes to; null where the escalation ends, undefined where it stays. */
const reached = (event: CaseEvent): Level | null | undefined => {
  switch (event.type) {
    case 'escalation-opened':
      return event.level;
    case 'climbed':
      return event.to;
    case 'council-concluded':
    case 'marked-urgent':
      return 'decision';
    case 'escalation-closed':
      return null;
    default:
      return undefined;
  }
};

/** Who was handed the question or the case. */
const toWhom = (event: CaseEvent): PersonId | null => {
  if (event.type === 'delegated' || event.type === 'evaluator-replaced') return event.to;
  return event.type === 'owner-changed' ? event.owner : null;
};

/** The latest first; of units only those that the viewer may read. */
export const historyView = (
  reading: Reading,
  state: KnownCase,
  history: readonly HistoryEntry[],
): HistoryView => {
  const { viewer } = reading;
  const asked = isAsked(state) ? state : null;
  const all = asked ? readsCase(viewer, asked) : !hasConflict(viewer, state);
  const own = new Set(
    (asked ? entries(asked.round) : [])
      .filter((entry) => ownsEntry(viewer, state, entry))
      .map((entry) => entry.unit),
  );
  const steps = isInvolved(viewer, state) ? [...OF_ITEM, ...OF_CASE] : OF_ITEM;
  const times = isInvolved(viewer, state) ? leaving(history) : new Map();
  const lines = history.toReversed().flatMap(({ seq, event }): Line[] => {
    const left: Line['left'] = times.get(seq);
    const to = toWhom(event);
    const line = {
      at: event.at,
      by: byline(reading, event, all),
      type: event.type,
      ...(left ? { left } : {}),
      ...(to ? { to: nameOf(reading, to) } : {}),
    };
    const units = unitsOf(event);
    if (units.length > 0) {
      return units
        .filter((unit) => all || own.has(unit))
        .map((unit) => ({ ...line, unitName: unitName(unit) }));
    }
    return all || steps.includes(event.type) ? [line] : [];
  });
  return {
    card: 'history',
    asOf: reading.now,
    item: head(reading, state),
    total: lines.length,
    lines: lines.slice(0, MOST),
  };
};
