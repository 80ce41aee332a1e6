import type { HistoryEntry } from '../record/history.ts';
import type { PlainDate } from '../shared/ids.ts';
import type { Appeal } from './stages.ts';
import type { KnownCase } from './state.ts';

const latest = (days: readonly (PlainDate | undefined)[]): PlainDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);

/** The last day for tenders, after which their evaluation began: it stands in the record and nowhere else. */
const openedOn = (history: readonly HistoryEntry[]): PlainDate[] =>
  history.flatMap(({ event }) =>
    event.type === 'advanced' && event.stage.to === 'evaluation' ? [event.stage.date] : [],
  );

const appealsOf = (state: KnownCase): readonly Appeal[] =>
  ('appeals' in state ? state.appeals : undefined) ?? [];

/** An award comes after the advertisement, the last day for tenders and what a court has ordered: the award before is none. */
export const earliestAward = (
  state: KnownCase,
  history: readonly HistoryEntry[] = [],
): PlainDate | undefined =>
  latest([
    'advertising' in state ? state.advertising?.date : undefined,
    ...openedOn(history),
    ...appealsOf(state).map(({ settled }) => settled?.date),
  ]);

/** A court rules on an appeal once it is made. */
export const earliestRuling = (state: KnownCase): PlainDate | undefined =>
  latest(appealsOf(state).map(({ date }) => date));
