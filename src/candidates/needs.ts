import { cpvLabel } from '#domain/shared/cpv.ts';
import { remembering, stemSwedish } from '#words/text.ts';
import type { CandidateItem } from './candidate.ts';
import { type Term, termsOf } from './terms.ts';
import { broaderOf } from './vocabulary.ts';

/** Items that say the same under the same code: one need, however many buyers have it. */
export interface Need {
  readonly items: CandidateItem[];
  readonly cpv: string | undefined;
  readonly terms: readonly Term[];
  /** Concept → weight, after the plan has taught which concepts say little. */
  readonly weights: Map<string, number>;
  /** Sum of `weights`. */
  total: number;
  /** Concepts that the label of a specific code names, in either language's Swedish words. */
  readonly label: ReadonlySet<string>;
}

/** A label that stands for a whole division or group says no more than the code does. */
const SPECIFIC = 4;
const NOBODY: ReadonlySet<string> = new Set();
const labelConcepts = remembering((cpv): ReadonlySet<string> => {
  if (cpv.replace(/0+$/, '').length < SPECIFIC) return NOBODY;
  const label = cpvLabel(cpv, 'sv');
  return label
    ? new Set(
        termsOf(label, NOBODY)
          .filter((term) => term.weight > 0.2)
          .map((term) => term.concept),
      )
    : NOBODY;
});

const signatureOf = (cpv: string | undefined, terms: readonly Term[]): string =>
  `${cpv ?? ''}|${terms
    .map(({ concept, weight, said }) => `${concept}:${weight}:${stemSwedish(said)}`)
    .toSorted()
    .join(',')}`;

const AT_ONCE = 200;

/** In steps. */
export function* needsOf(
  items: readonly CandidateItem[],
  names: ReadonlySet<string>,
): Generator<void, readonly Need[]> {
  const needs = new Map<string, Need>();
  for (const [at, item] of items.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    const terms = termsOf(item.title, names);
    // A title that says nothing makes no pair.
    if (terms.length === 0) continue;
    const key = signatureOf(item.cpv, terms);
    const known = needs.get(key);
    if (known) known.items.push(item);
    else {
      const label = item.cpv ? labelConcepts(item.cpv) : NOBODY;
      needs.set(key, { items: [item], cpv: item.cpv, terms, weights: new Map(), total: 0, label });
    }
  }
  const all = [...needs.values()];
  yield;
  weigh(all);
  return all;
}

/** A plan of few rows cannot teach what is common. */
const ENOUGH = 100;
const LEAST = 0.3;

/**
 * Learnt noise: a concept of many different needs says little about any, and one that is spread over many kinds of
 * purchases says less still.
 */
const weigh = (needs: readonly Need[]): void => {
  const seen = new Map<string, { count: number; divisions: Set<string> }>();
  for (const { terms, cpv } of needs) {
    for (const { concept } of terms) {
      const known = seen.get(concept) ?? { count: 0, divisions: new Set() };
      known.count += 1;
      known.divisions.add(cpv?.slice(0, 2) ?? '');
      seen.set(concept, known);
    }
  }
  const all = Math.max(ENOUGH, needs.length);
  for (const need of needs) {
    for (const { concept, weight } of need.terms) {
      const { count = 1, divisions = null } = seen.get(concept) ?? {};
      const rarity = Math.max(LEAST, Math.log(all / count) / Math.log(all));
      const share = count / all;
      const spread = share > 0.02 ? 1 / (1 + 0.35 * Math.max(0, (divisions?.size ?? 1) - 2)) : 1;
      need.weights.set(concept, weight * rarity * spread);
    }
    need.total = [...need.weights.values()].reduce((sum, weight) => sum + weight, 0);
  }
};

/** What a need can be found by: its concepts and the broader kinds of them. */
export const findableBy = ({ weights }: Need): readonly (readonly [string, number])[] =>
  [...weights].flatMap(([concept, weight]) => [
    [concept, weight] as const,
    ...broaderOf(concept).map((kind) => [`>${kind}`, weight * 0.5] as const),
  ]);
