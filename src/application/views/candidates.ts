import type { Candidate } from '#candidates/candidate.ts';
import { regionsOf } from '#domain/authority/governance.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { plannedStart, plannedValue } from '#domain/plan/item.ts';
import type { CandidateForm, CandidatesView, CandidateView, RegionName } from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import type { ListFilter } from './filters.ts';
import { regionName } from './parts.ts';

/** Candidates on a card. */
export const SHOWN = 5;

const namesOf = (reading: Reading, more: readonly string[] = []): RegionName[] =>
  [...new Set([...regionsOf(reading.governance), ...more])].map((region) =>
    regionName(reading, region as RegionName['id']),
  );

export const candidatesView = (
  reading: Reading,
  found: readonly Candidate[],
  { filter, skip, past }: { readonly filter: ListFilter; readonly skip: number; readonly past: boolean },
): CandidatesView => {
  const { region, ...rest } = filter;
  const page = found.slice(skip, skip + SHOWN);
  return {
    card: 'candidates',
    asOf: reading.now,
    filter: { ...rest, ...(region ? { region: regionName(reading, region) } : {}) },
    past,
    total: found.length,
    skip,
    regionNames: namesOf(reading),
    lines: page.map(({ kind, items, reasons }) => ({
      kind,
      items: items.map(({ id, title, region: of }) => ({ id, title, region: regionName(reading, of) })),
      reasons: reasons.slice(0, kind === 'already-joint' ? 1 : 2),
    })),
  };
};

const lineOf = (reading: Reading, { item, status }: KnownCase): CandidateView['items'][number] => {
  const start = plannedStart(item);
  const value = plannedValue(item);
  return {
    id: item.id,
    title: item.title,
    region: regionName(reading, item.region),
    status,
    ...(start ? { start } : {}),
    ...(value === undefined ? {} : { value }),
    ...(item.contractEnd ? { contractEnd: item.contractEnd } : {}),
  };
};

/** One pair or group, why, and what the officer may say about it. */
export const candidateView = (
  reading: Reading,
  states: readonly KnownCase[],
  candidate: Candidate | null,
): CandidateView => {
  const [first] = states;
  const assessments = states.slice(1).flatMap(({ item }) => {
    const known = first?.together?.[item.id];
    return known ? [known] : [];
  });
  const [latest] = assessments.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const officer = reading.viewer.roles.includes('officer');
  return {
    card: 'candidate',
    asOf: reading.now,
    items: states.map((state) => lineOf(reading, state)),
    reasons: candidate?.reasons ?? [],
    regionNames: namesOf(
      reading,
      states.map(({ item }) => item.region),
    ),
    // Why it was said not to be possible is read by whoever may assess.
    ...(officer && latest?.texts.text ? { reason: latest.texts.text } : {}),
    mayAssess: officer && candidate !== null && candidate.kind !== 'already-joint',
  };
};

export const candidateForm = (reading: Reading, states: readonly KnownCase[]): CandidateForm => ({
  card: 'candidate-form',
  asOf: reading.now,
  items: states.map((state) => lineOf(reading, state)),
});
