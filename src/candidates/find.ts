import { atOnce } from '#words/steps.ts';
import { withAssessments } from './assessments.ts';
import {
  type Candidate,
  type CandidateItem,
  type Experience,
  type PairAssessment,
  WINDOW_MONTHS,
} from './candidate.ts';
import { gatherings } from './gathering.ts';
import { jointRegions, namesIn, type RegionNames, regionsNamed } from './joint.ts';
import { needsOf } from './needs.ts';
import { neighbours } from './neighbours.ts';
import { cpvReason, learnt, meaningReason, valueReason } from './reasons.ts';
import { termsOf } from './terms.ts';

export interface CandidateOptions {
  readonly regions: readonly RegionNames[];
  readonly assessments?: readonly PairAssessment[];
  readonly experiences?: readonly Experience[];
  readonly windowMonths?: number;
}

/** What a head of procurement would not wave away. */
const LEAST = 0.4;
/** The same in other words is a little less certain than the same in the same words. */
const OTHER_WORDS = 0.94;

const AT_ONCE = 500;

/** `findCandidates` in short steps, so that a large plan does not hold up who else waits. */
export function* findingCandidates(
  items: readonly CandidateItem[],
  { regions, assessments = [], experiences = [], windowMonths = WINDOW_MONTHS }: CandidateOptions,
): Generator<void, readonly Candidate[]> {
  const named = regionsNamed(regions);
  const names = namesIn(regions);
  const joint: Candidate[] = [];
  const open: CandidateItem[] = [];
  for (const [at, item] of items.toSorted((a, b) => (a.id < b.id ? -1 : 1)).entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    const already = jointRegions(item, named, regions);
    if (already.length > 1)
      joint.push({
        kind: 'already-joint',
        items: [item],
        score: 0,
        reasons: [{ code: 'already-joint', regions: already }],
      });
    else open.push(item);
  }
  const needs = yield* needsOf(open, names);
  const gathered = yield* gatherings(needs, yield* neighbours(needs, LEAST), windowMonths);
  const lived = experiences.map((experience) => ({
    ...experience,
    concepts: new Set(termsOf(experience.title, names).map((term) => term.concept)),
  }));
  const candidates: Candidate[] = [];
  for (const [at, gathering] of gathered.entries()) {
    if (at % AT_ONCE === 0) yield;
    const { items: together, pair, likeness, timing } = gathering;
    const meaning = meaningReason(gathering);
    const score = likeness.score * timing.fit * (meaning.code === 'same-title' ? 1 : OTHER_WORDS);
    if (score < LEAST) continue;
    candidates.push({
      kind: together.length > 2 ? 'group' : 'pair',
      items: together,
      score,
      reasons: [
        meaning,
        ...cpvReason(pair),
        timing.reason,
        ...valueReason(together),
        ...learnt(gathering, lived),
      ],
    });
  }
  yield;
  return [...withAssessments(candidates, assessments), ...joint];
}

/**
 * Items of different regions that should be assessed together, best first, each with its reasons; after them the items
 * whose titles say that they are joint already. Deterministic: the same plan gives the same list.
 */
export const findCandidates = (
  items: readonly CandidateItem[],
  options: CandidateOptions,
): readonly Candidate[] => atOnce(findingCandidates(items, options));
