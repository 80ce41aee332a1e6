import type { Candidate, CandidateItem, Experience, PairAssessment } from '#candidates/candidate.ts';
import { findCandidates, findingCandidates } from '#candidates/find.ts';
import type { RegionNames } from '#candidates/joint.ts';
import type { Governance } from '#domain/authority/governance.ts';
import { isAsked, type KnownCase, type Status } from '#domain/coordination/state.ts';
import { type ItemFacts, plannedStart, plannedValue } from '#domain/plan/item.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { type Instant, itemId } from '#domain/shared/ids.ts';
import { inSteps } from './breathing.ts';
import type { CaseBody } from './cases.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';

/** Statuses in which an item can still be bought together with another one. */
const OPEN: readonly Status[] = [
  'draft',
  'assessed',
  'asked',
  'committed',
  'partly-committed',
  'escalated',
  'postponed',
];

export const isOpenForCandidates = ({ status }: KnownCase): boolean => OPEN.includes(status);

export const candidateItem = (item: ItemFacts): CandidateItem => {
  const { id, title, region, cpv, contractEnd, extensionUntil } = item;
  const start = plannedStart(item);
  const value = plannedValue(item);
  return {
    id,
    title,
    region,
    ...(cpv ? { cpv } : {}),
    ...(start ? { start } : {}),
    ...(contractEnd ? { contractEnd } : {}),
    ...(extensionUntil ? { extensionUntil } : {}),
    ...(value === undefined ? {} : { value }),
  };
};

export const assessmentsOf = ({ item, together = {} }: KnownCase): PairAssessment[] =>
  Object.entries(together).map(([other, { possible, at }]) => ({
    items: [item.id, itemId(other)],
    possible,
    on: dateOf(at),
  }));

const experiencesOf = (state: KnownCase): Experience[] => {
  if (!isAsked(state)) return [];
  const { id, title, cpv } = state.item;
  const of = { item: id, title, ...(cpv ? { cpv } : {}) };
  return [
    ...state.settlements
      .filter(({ how, outcome }) => how === 'decided' && outcome === 'deviate')
      .map(({ at }): Experience => ({ kind: 'deviation', ...of, on: dateOf(at) })),
    ...('review' in state ? [{ kind: 'lesson', ...of, on: dateOf(state.review.at) } as const] : []),
  ];
};

/** How each region may be named in a title: by the governance, else by what the plan calls it. */
const regionNames = ({ regions }: Governance, items: readonly CandidateItem[]): RegionNames[] => {
  const known = regions.map(({ region, name }) => ({ region, names: [...new Set([name.sv, name.en])] }));
  const others = [...new Set(items.map(({ region }) => region))].filter(
    (region) => !known.some((row) => row.region === region),
  );
  return [...known, ...others.map((region) => ({ region, names: [region] }))];
};

export interface CandidateQuestion {
  /** Only items of that plan, whatever today's date; otherwise those that are still to start. */
  readonly plan?: number;
  readonly now: Instant;
  readonly governance: Governance;
}

/** What a case tells of candidates, without what was assessed, which is read anew each time: small enough to be kept. */
export interface CandidateFacts {
  readonly items: readonly CandidateItem[];
  readonly experiences: readonly Experience[];
}
export const candidateFacts = (state: KnownCase): CandidateFacts => ({
  items: isOpenForCandidates(state) ? [candidateItem(state.item)] : [],
  experiences: experiencesOf(state),
});

/** What of the whole plan could be bought together, whatever the date; in steps, so that nobody else waits for it. */
export const candidatesAmong = (
  { items, experiences }: CandidateFacts,
  governance: Governance,
): Promise<readonly Candidate[]> =>
  inSteps(findingCandidates(items, { regions: regionNames(governance, items), experiences }));

/** What of the plan could be bought together, with what was assessed, decided and learnt about it so far. */
export const candidatesIn = (
  states: Iterable<KnownCase>,
  { plan, now, governance }: CandidateQuestion,
): readonly Candidate[] => {
  const today = dateOf(now);
  const items: CandidateItem[] = [];
  const assessments: PairAssessment[] = [];
  const experiences: Experience[] = [];
  for (const state of states) {
    assessments.push(...assessmentsOf(state));
    experiences.push(...experiencesOf(state));
    const item = candidateItem(state.item);
    const wanted =
      plan === undefined ? item.start === undefined || item.start >= today : state.item.plan === plan;
    if (wanted && isOpenForCandidates(state)) items.push(item);
  }
  return findCandidates(items, { regions: regionNames(governance, items), assessments, experiences });
};

/** The same over everything that is stored. */
export const candidatesFrom = async (
  store: DocumentStore,
  question: CandidateQuestion,
): Promise<readonly Candidate[]> => {
  const states: KnownCase[] = [];
  for await (const { body } of allDocuments<CaseBody>(store, { kind: 'case' })) states.push(body.state);
  return candidatesIn(states, question);
};
