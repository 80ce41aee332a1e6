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
const USUAL_TEXTS = new Map(Object.entries(USUAL).map(([key, value]) => [key, JSON.stringify(value)]));

/**
 * Which facts of a case are written down. Another set of them, or another meaning, is another version: what was written by
 * an earlier one is not read, since what it lacks would pass for unknown; the case itself is.
 */
const VERSION = '3';
/** Whether the facts are written as they are now. */
export const areCurrent = (text: string): boolean => text.startsWith(`${VERSION}{`);

/** What is left out is usual. */
type Written = Pick<ProcurementFacts, 'item' | 'plan' | 'region'> & Partial<ProcurementFacts>;

/** Facts as an index keeps them: short, since a hundred thousand are read at once. */
export const factsText = (facts: Written): string => {
  const unusual = Object.entries(facts).filter(
    ([key, value]) => JSON.stringify(value) !== USUAL_TEXTS.get(key),
  );
  return VERSION + JSON.stringify(Object.fromEntries(unusual));
};

/** Of a case; empty for an unknown one. */
export const writeFacts = (state: CaseState): string => {
  const facts = factsOf(state);
  return facts === null ? '' : factsText(facts);
};

/** Null for what an earlier version wrote, or a later one. */
export const readFacts = (text: string): ProcurementFacts | null =>
  areCurrent(text)
    ? {
        ...USUAL,
        ...(JSON.parse(text.slice(VERSION.length)) as Pick<ProcurementFacts, 'item' | 'plan' | 'region'>),
      }
    : null;
