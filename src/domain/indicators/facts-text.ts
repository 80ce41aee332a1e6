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
const isUsual = (value: unknown, usual: unknown): boolean => {
  if (value === usual) return true;
  if (typeof value !== 'object' || typeof usual !== 'object' || value === null || usual === null)
    return false;
  const keys = Object.keys(value);
  return (
    keys.length === Object.keys(usual).length &&
    keys.every((key) => isUsual(value[key as keyof typeof value], usual[key as keyof typeof usual]))
  );
};

/** A case's facts as its index keeps them: short, since a hundred thousand are read at once. Empty for an unknown case. */
export const writeFacts = (state: CaseState): string => {
  const facts = factsOf(state);
  if (facts === null) return '';
  const unusual = Object.entries(facts).filter(
    ([key, value]) => !isUsual(value, USUAL[key as keyof typeof USUAL]),
  );
  return JSON.stringify(Object.fromEntries(unusual));
};

/** Only for what `writeFacts` wrote. */
export const readFacts = (text: string): ProcurementFacts => ({
  ...USUAL,
  ...(JSON.parse(text) as Pick<ProcurementFacts, 'item' | 'plan' | 'region'>),
});
