import type { CaseState } from '../coordination/state.ts';
import type { ProcurementFacts } from './facts.ts';
import { factsOf } from './of-case.ts';

/** What is not written, because most procurements have nothing else. */
const USUAL = {
  origin: 'advertised',
  arena: 'own',
  possible: null,
  committed: [],
  reasoned: false,
  obstacles: {},
  validated: false,
  realised: [],
  responses: [],
  ladder: [],
  market: {},
  quality: { ratings: [] },
  learning: { reused: 0 },
} as const satisfies Partial<ProcurementFacts>;
const USUAL_TEXT = new Map(Object.entries(USUAL).map(([key, value]) => [key, JSON.stringify(value)]));

/** A case's facts as its index keeps them: short, since a hundred thousand are read at once. Empty for an unknown case. */
export const writeFacts = (state: CaseState): string => {
  const facts = factsOf(state);
  if (facts === null) return '';
  const parts = Object.entries(facts).flatMap(([key, value]) => {
    const text = JSON.stringify(value);
    return USUAL_TEXT.get(key) === text ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return `{${parts.join(',')}}`;
};

/** Only for what `writeFacts` wrote. */
export const readFacts = (text: string): ProcurementFacts => ({
  ...USUAL,
  ...(JSON.parse(text) as Pick<ProcurementFacts, 'item' | 'plan' | 'region'>),
});
