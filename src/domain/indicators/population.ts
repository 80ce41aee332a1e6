import type { ItemId } from '../shared/ids.ts';
import { rememberedFor } from '../shared/remembered.ts';
import { isCoordinated, type ProcurementFacts } from './facts.ts';
import { type Excluded, type Exclusion, exclusions, type Scope, within } from './indicator.ts';

/** Whether a procurement concerns the scope's region: as a party once there is a contract, before that by its plan or commitment. */
const concerns = ({ contract, region, committed }: ProcurementFacts, { region: asked }: Scope): boolean => {
  if (asked === null) return true;
  if (contract) return contract.parties.some((party) => party.region === asked && party.ceiling > 0);
  return region === asked || committed.includes(asked);
};

/** Every indicator asks for the same procurements again: found once for each list, which nobody changes. */
const foundIn = rememberedFor(
  (_all: readonly ProcurementFacts[]) => new Map<string, readonly ProcurementFacts[]>(),
);
export const foundOnce = (
  all: readonly ProcurementFacts[],
  what: string,
  { region, category, period }: Scope,
  find: () => readonly ProcurementFacts[],
): readonly ProcurementFacts[] => {
  const known = foundIn(all);
  const key = [what, region, category, period.from, period.to].join(' ');
  const kept = known.get(key);
  if (kept) return kept;
  const fresh = find();
  known.set(key, fresh);
  return fresh;
};

/** Those of the scope's region and category, whatever their time. */
export const inScope = (all: readonly ProcurementFacts[], scope: Scope): readonly ProcurementFacts[] => {
  const { region, category } = scope;
  if (region === null && category === null) return all;
  return foundOnce(all, 'scope', scope, () =>
    all.filter(
      (facts) => concerns(facts, scope) && (category === null || (facts.cpv ?? '').startsWith(category)),
    ),
  );
};

/** Those of them whose contract was signed in the period, whatever they are. */
const signedIn = (all: readonly ProcurementFacts[], scope: Scope): readonly ProcurementFacts[] => {
  return foundOnce(all, 'signed', scope, () =>
    inScope(all, scope).filter(({ contract }) => within(scope.period, contract?.signed)),
  );
};

const outside = ({ origin, arena, exit }: ProcurementFacts): Exclusion | null => {
  if (origin !== 'advertised') return origin;
  if (arena === 'external') return 'external';
  return exit?.how === 'cancelled' ? 'cancelled' : null;
};

export interface Population {
  /** N: distinct advertised procurements with contract signed in the period. */
  readonly of: readonly ProcurementFacts[];
  /** C: those of N that are coordinated. */
  readonly coordinated: readonly ProcurementFacts[];
  readonly excluded: readonly Excluded[];
}

/**
 * N and C of indicator 1: advertised procurements with contract signed in the period, without direct awards, call-offs,
 * extensions and cancelled ones; external arenas apart. A procurement in lots is one item and counts once.
 */
export const contracted = (all: readonly ProcurementFacts[], scope: Scope): Population => {
  const judged = signedIn(all, scope).map((facts) => ({ facts, why: outside(facts) }));
  const of = judged.flatMap(({ facts, why }) => (why === null ? [facts] : []));
  return {
    of,
    coordinated: of.filter(isCoordinated),
    excluded: exclusions(
      judged.flatMap(({ facts, why }) => (why === null ? [] : [[why, facts.item] as const])),
    ),
  };
};

/** The same list is asked for by several figures. */
export const idsOf = rememberedFor((some: readonly ProcurementFacts[]): readonly ItemId[] =>
  some.map(({ item }) => item),
);
