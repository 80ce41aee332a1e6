import type { CaseEvent } from '#domain/coordination/events.ts';
import type { Level } from '#domain/escalation/reasons.ts';
import { dateOf, workingDaysBetween } from '#domain/shared/calendar.ts';
import type { Instant } from '#domain/shared/ids.ts';

/** One escalation: why it began, and its time on each level, in working days; the last level is open while it lasts. */
export interface LadderPath {
  readonly cause: 'objection' | 'no-answer' | 'officer';
  readonly levels: readonly {
    readonly level: Level;
    readonly from: Instant;
    readonly to: Instant | null;
    readonly workingDays: number | null;
  }[];
}
type Rung = LadderPath['levels'][number];

const ended = (rungs: readonly Rung[], to: Instant): Rung[] =>
  rungs.map((rung) =>
    rung.to === null ? { ...rung, to, workingDays: workingDaysBetween(dateOf(rung.from), dateOf(to)) } : rung,
  );
const on = (level: Level, from: Instant): Rung => ({ level, from, to: null, workingDays: null });

/** Every escalation of a case, in order. */
export const ladders = (events: readonly CaseEvent[]): LadderPath[] => {
  const paths: LadderPath[] = [];
  const change = (make: (rungs: readonly Rung[]) => Rung[]): void => {
    const path = paths.pop();
    if (path) paths.push({ ...path, levels: make(path.levels) });
  };
  for (const event of events) {
    if (event.type === 'escalation-opened') {
      paths.push({ cause: event.cause, levels: [on(event.level, event.at)] });
    } else if (event.type === 'climbed') {
      change((rungs) => [...ended(rungs, event.at), on(event.to, event.at)]);
    } else if (event.type === 'council-concluded') {
      change((rungs) => [...ended(rungs, event.at), on('decision', event.at)]);
    } else if (event.type === 'escalation-closed') {
      change((rungs) => ended(rungs, event.at));
    }
  }
  return paths;
};
