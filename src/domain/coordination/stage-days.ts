import type { HistoryEntry } from '../record/history.ts';
import type { PlainDate } from '../shared/ids.ts';
import type { KnownCase } from './state.ts';

const latest = (days: readonly (PlainDate | undefined)[]): PlainDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);

/** The last day for tenders, after which their evaluation began: it stands in the record and nowhere else. */
const openedOn = (history: readonly HistoryEntry[]): PlainDate | undefined => {
  const { event } = history.findLast(
    (entry) => entry.event.type === 'advanced' && entry.event.stage.to === 'evaluation',
  ) ?? { event: undefined };
  return event?.type === 'advanced' && event.stage.to === 'evaluation' ? event.stage.date : undefined;
};

/** When a court last ordered the tenders to be evaluated anew: the award before is no award any more. */
const orderedAnew = (state: KnownCase): PlainDate | undefined =>
  'appeals' in state
    ? state.appeals?.findLast(({ settled }) => settled?.outcome === 'evaluate-again')?.settled?.date
    : undefined;

/** An award comes after the advertisement, the last day for tenders and a court's order to evaluate anew. */
export const earliestAward = (
  state: KnownCase,
  history: readonly HistoryEntry[] = [],
): PlainDate | undefined =>
  latest([
    'advertising' in state ? state.advertising?.date : undefined,
    openedOn(history),
    orderedAnew(state),
  ]);

/** A court rules on an appeal once it is made. */
export const earliestRuling = (state: KnownCase): PlainDate | undefined =>
  latest([
    'standstill' in state ? state.standstill.date : undefined,
    'appeals' in state ? state.appeals?.findLast(({ settled }) => !settled)?.date : undefined,
  ]);
