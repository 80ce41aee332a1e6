import type { KnownCase } from '#domain/coordination/state.ts';
import type { LikeItem } from '#domain/plan/thresholds.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { TimelineView } from '#rendering/views.ts';
import { planNamer } from '../plan-names.ts';
import { timelineOf } from '../planning.ts';
import type { Reading } from '../reading.ts';
import { mayCorrect } from './correcting.ts';
import { ofItem, regionName } from './parts.ts';

/** The viewer's own region where it takes part, else the one whose plan it is: one column is read in twenty seconds. */
export const timelineView = (
  reading: Reading,
  state: KnownCase,
  like: readonly LikeItem[] = [],
): TimelineView => {
  const { steps, warnings } = timelineOf(state, reading.governance, dateOf(reading.now), like);
  const { viewer, governance } = reading;
  const takesPart = steps.some(({ region }) => region === viewer.region);
  const region = takesPart ? viewer.region : state.item.region;
  const named = planNamer(governance);
  return {
    card: 'timeline',
    ...ofItem(reading, state),
    region: regionName(reading, region),
    steps: steps.filter((step) => step.region === region).map(named.step),
    // What the law says of the item concerns everybody who takes part.
    warnings: warnings
      .filter((warning) => warning.region === region || 'source' in warning)
      .map(named.warning),
    ...(mayCorrect(reading, state) ? { mayCorrect: true } : {}),
  };
};
