import { dateOf } from '../../shared/calendar.ts';
import type { BodyId, PlainDate, RegionId } from '../../shared/ids.ts';
import { proposedChange } from '../modifying.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { StageKind } from '../stages.ts';
import type { KnownCase } from '../state.ts';

const latest = (...days: readonly (PlainDate | undefined)[]): PlainDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

/**
 * The first day on which a body can have decided for a stage what is asked now: not before the item was last revised (law
 * 3), before the stage that it follows, or before an earlier decision of the kind was used up. A body may well have
 * decided to initiate before the item came into any plan that Samordna read: there is no first day for that.
 */
export const putToBody = (state: KnownCase, kind: StageKind): PlainDate | undefined => {
  const used = (state.stageDecisions ?? []).filter((one) => one.kind === kind).map(({ usedOn }) => usedOn);
  const revised = state.change && dateOf(state.change.at);
  const change = proposedChange(state);
  const after: Partial<Record<StageKind, PlainDate | undefined>> = {
    award: 'advertising' in state ? state.advertising?.date : undefined,
    contract: 'award' in state ? state.award?.date : undefined,
    extend: 'contract' in state ? state.contract.date : undefined,
    modify: change && dateOf(change.at),
  };
  return latest(...used, revised, after[kind]);
};

/** Null where minutes of a day can be about what is asked; otherwise that they are older than it. */
export const olderProblem = (date: PlainDate, put: PlainDate | undefined): Refusal | null =>
  put !== undefined && date < put ? refuse('decided-before-matter', { date, after: put }) : null;

/** The same minutes are one decision, also once it is used up or about another matter. */
export const onFile = (
  state: KnownCase,
  kind: StageKind,
  minutes: { readonly body: BodyId; readonly date: PlainDate; readonly paragraph: string },
  regions: readonly RegionId[],
): boolean =>
  (state.stageDecisions ?? []).some(
    (one) =>
      one.kind === kind &&
      one.body === minutes.body &&
      one.date === minutes.date &&
      one.paragraph === minutes.paragraph.trim() &&
      one.regions.some((region) => regions.includes(region)),
  );
