import { isCoordinated, type ProcurementFacts } from './facts.ts';
import { type Excluded, type Exclusion, exclusions, type Scope, within } from './indicator.ts';

/** Whether a procurement concerns the scope's region: as a party once there is a contract, before that by its plan or commitment. */
const concerns = ({ contract, region, committed }: ProcurementFacts, { region: asked }: Scope): boolean => {
  if (asked === null) return true;
  if (contract) return contract.parties.some((party) => party.region === asked && party.ceiling > 0);
  return region === asked || committed.includes(asked);
};

/** Those of the scope's region and category, whatever their time. */
export const inScope = (all: readonly ProcurementFacts[], scope: Scope): ProcurementFacts[] =>
  all.filter(
    (facts) =>
      concerns(facts, scope) && (scope.category === null || (facts.cpv ?? '').startsWith(scope.category)),
  );

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
  const signed = inScope(all, scope).filter(({ contract }) => within(scope.period, contract?.signed));
  const judged = signed.map((facts) => ({ facts, why: outside(facts) }));
  const of = judged.flatMap(({ facts, why }) => (why === null ? [facts] : []));
  return {
    of,
    coordinated: of.filter(isCoordinated),
    excluded: exclusions(
      judged.flatMap(({ facts, why }) => (why === null ? [] : [[why, facts.item] as const])),
    ),
  };
};

export const idsOf = (some: readonly ProcurementFacts[]) => some.map(({ item }) => item);
