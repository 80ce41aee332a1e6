import { type KnownCase, STATUSES, type Status } from '#domain/coordination/state.ts';
import { type Unregistered, unregistered } from '#domain/record/registering.ts';
import { dateOf, workingDaysBetween } from '#domain/shared/calendar.ts';
import type { Instant, ItemId, RegionId } from '#domain/shared/ids.ts';
import type { CaseBody } from '../cases.ts';

/** A case with documents that an authority has yet to register. */
export interface QueueLine {
  readonly item: ItemId;
  readonly title: string;
  /** The authority's number, where the case has one already. */
  readonly number: string | null;
  /** The last entry of the record as it was read: what a number given now covers. */
  readonly through: number;
  readonly documents: readonly Unregistered[];
  /** When the first of them came, and the working days since. */
  readonly since: Instant;
  readonly workingDays: number;
}

/** What a reader registers of it; of cases in which the reader has a conflict (KL 6:28–32) only which they are. */
export interface ReadQueue {
  readonly lines: readonly QueueLine[];
  readonly withheld: readonly ItemId[];
}

/** Before anybody was asked nobody has objected. */
const SILENT: readonly Status[] = ['new', 'draft', 'assessed', 'not-possible'];
export const EVER_ASKED: readonly Status[] = STATUSES.filter((status) => !SILENT.includes(status));
/** A decision that a stage rests on can be on file before anybody was asked. */
export const WITH_DOCUMENTS: readonly Status[] = STATUSES.filter((status) => status !== 'new');

/** What an authority has not registered (OSL 5:1: without delay), case by case, the longest waiting first. */
export const queueOf = (
  cases: readonly Pick<CaseBody, 'state' | 'history'>[],
  region: RegionId,
  now: Instant,
): QueueLine[] =>
  cases
    .flatMap(({ state, history }): QueueLine[] => {
      const documents = unregistered(state, history, region);
      const [first] = documents;
      if (!first) return [];
      const { since } = first.concern;
      return [
        {
          item: state.item.id,
          title: state.item.title,
          number: state.registry?.[region]?.number ?? null,
          through: history.length,
          documents,
          since,
          workingDays: workingDaysBetween(dateOf(since), dateOf(now)),
        },
      ];
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.item < b.item ? -1 : 1));

/** The same as a reader may see it: who has a conflict in a case neither reads nor registers it, and somebody else does. */
export const readQueue = (
  cases: readonly Pick<CaseBody, 'state' | 'history'>[],
  region: RegionId,
  now: Instant,
  withheld: (state: KnownCase) => boolean,
): ReadQueue => ({
  lines: queueOf(
    cases.filter(({ state }) => !withheld(state)),
    region,
    now,
  ),
  withheld: queueOf(
    cases.filter(({ state }) => withheld(state)),
    region,
    now,
  ).map(({ item }) => item),
});
