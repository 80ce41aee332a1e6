import { cpvNearness, purchaseOf } from './cpv-nearness.ts';
import type { Need } from './needs.ts';
import { broaderOf } from './vocabulary.ts';

export interface Likeness {
  /** 0–1, titles and code together, before time and experience. */
  readonly score: number;
  /** 0–1, the titles alone. */
  readonly meaning: number;
  /** The concepts that meet: the first need's, the second's. */
  readonly shared: readonly (readonly [string, string])[];
}

const BROADER = 0.5;
const BY_LABEL = 0.35;
/** Shared weight from which the titles say enough. */
const EVIDENCE = 0.6;

/** Weight that two needs have in common: the same concept, else one of the same broader kind, else one that the other's label names. */
const meet = (a: Need, b: Need): { weight: number; shared: [string, string, number][] } => {
  const shared: [string, string, number][] = [];
  const used = new Set<string>();
  let weight = 0;
  for (const [concept, own] of a.weights) {
    const other = b.weights.get(concept);
    if (other === undefined) continue;
    const common = Math.min(own, other);
    weight += common;
    used.add(concept);
    shared.push([concept, concept, common]);
  }
  const taken = new Set(used);
  for (const [concept, own] of a.weights) {
    if (used.has(concept)) continue;
    const kinds = broaderOf(concept);
    let best: [string, number] | null = null;
    if (kinds.length > 0) {
      for (const [candidate, other] of b.weights) {
        if (taken.has(candidate) || !broaderOf(candidate).some((kind) => kinds.includes(kind))) continue;
        const common = Math.min(own, other) * BROADER;
        if (!best || common > best[1]) best = [candidate, common];
      }
    }
    if (best) {
      weight += best[1];
      taken.add(best[0]);
      shared.push([concept, best[0], best[1]]);
    } else if (b.label.has(concept)) {
      weight += own * BY_LABEL;
      shared.push([concept, '', own * BY_LABEL]);
    }
  }
  for (const [concept, own] of b.weights) {
    if (taken.has(concept) || !a.label.has(concept)) continue;
    weight += own * BY_LABEL;
    shared.push(['', concept, own * BY_LABEL]);
  }
  return { weight, shared };
};

/** Goods and services of the same name are different purchases; works and services to buildings are near each other. */
const ACROSS = { same: 1, building: 0.9, other: 0.6 } as const;
const purchaseFit = (a: Need, b: Need): number => {
  const [one, other] = [purchaseOf(a.cpv), purchaseOf(b.cpv)];
  if (one === null || other === null || one === other) return ACROSS.same;
  return one === 'goods' || other === 'goods' ? ACROSS.other : ACROSS.building;
};

export const likenessOf = (a: Need, b: Need): Likeness => {
  const { weight, shared } = meet(a, b);
  // A label alone pairs nothing: the same code is not enough.
  if (!shared.some(([own, other]) => own !== '' && other !== '')) return { score: 0, meaning: 0, shared: [] };
  const dice = Math.min(1, (2 * weight) / (a.total + b.total));
  const contained = Math.min(1, weight / Math.min(a.total, b.total));
  const evidence = 0.5 + 0.5 * Math.min(1, weight / EVIDENCE);
  const meaning = Math.min(1, (0.6 * dice + 0.4 * contained) * evidence);
  const near = cpvNearness(a.cpv, b.cpv);
  // Unrelated codes: only titles that say wholly the same outweigh them.
  const trust = near === 0 ? (meaning > 0.9 ? 0.6 : 0.3) : 0.6 + 0.4 * near;
  const fit = purchaseFit(a, b);
  return {
    score: meaning * trust * (meaning > 0.95 ? Math.max(fit, 0.8) : fit),
    meaning,
    shared: shared.toSorted((one, other) => other[2] - one[2]).map(([own, other]) => [own, other] as const),
  };
};
