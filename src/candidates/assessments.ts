import type { Candidate, CandidateItem, CandidateReason, PairAssessment } from './candidate.ts';

/** The factors by which an assessment lowers the same pair: "no" is seldom asked about again, "yes" is under way. */
const ASSESSED = { possible: 0.5, not: 0.25 } as const;

const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Assessed pairs, the latest assessment of each. */
const assessedPairs = (assessments: readonly PairAssessment[]): ReadonlyMap<string, PairAssessment> => {
  const found = new Map<string, PairAssessment>();
  for (const assessment of assessments.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const { items } = assessment;
    for (const [at, one] of items.entries())
      for (const other of items.slice(at + 1)) found.set(pairKey(one, other), assessment);
  }
  return found;
};

/** How much earlier assessments of the pairs across regions lower the whole, and the sentence about the latest. */
const assessed = (
  items: readonly CandidateItem[],
  known: ReadonlyMap<string, PairAssessment>,
): { factor: number; reasons: CandidateReason[] } => {
  if (known.size === 0) return { factor: 1, reasons: [] };
  const across = items.flatMap((one, at) =>
    items
      .slice(at + 1)
      .filter((other) => other.region !== one.region)
      .map((other) => known.get(pairKey(one.id, other.id))),
  );
  const factors = across.map((found) => (found ? (found.possible ? ASSESSED.possible : ASSESSED.not) : 1));
  const latest = across
    .flatMap((found) => (found ? [found] : []))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);
  return {
    factor: factors.reduce<number>((sum, factor) => sum + factor, 0) / Math.max(1, factors.length),
    reasons: latest
      ? [{ code: latest.possible ? 'assessed-possible' : 'assessed-not-possible', on: latest.on }]
      : [],
  };
};

const round = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000;
const regionsOf = ({ items }: Candidate): number => new Set(items.map(({ region }) => region)).size;
const idOf = ({ items }: Candidate): string => items[0]?.id ?? '';

/** The same candidates in the order that earlier assessments give them, each with what was assessed first. */
export const withAssessments = (
  candidates: readonly Candidate[],
  assessments: readonly PairAssessment[],
): readonly Candidate[] => {
  const known = assessedPairs(assessments);
  return candidates
    .map((candidate): Candidate => {
      const { factor, reasons } = assessed(candidate.items, known);
      return {
        ...candidate,
        score: round(candidate.score * factor),
        reasons: [...reasons, ...candidate.reasons],
      };
    })
    .toSorted((a, b) => b.score - a.score || regionsOf(b) - regionsOf(a) || (idOf(a) < idOf(b) ? -1 : 1));
};
