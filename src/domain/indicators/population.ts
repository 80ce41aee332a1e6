import { addDays } from '../shared/calendar.ts';
import type { ItemId } from '../shared/ids.ts';
import { rememberedFor } from '../shared/remembered.ts';
import { type AloneFacts, isCoordinated, isParty, type ProcurementFacts } from './facts.ts';
import { type Excluded, type Exclusion, exclusions, type Period, type Scope, within } from './indicator.ts';

/** Whether a procurement concerns the scope's region: as a party once there is a contract, before that by its plan or commitment. */
const concerns = ({ contract, region, committed }: ProcurementFacts, { region: asked }: Scope): boolean => {
  if (asked === null) return true;
  if (contract) return contract.parties.some((party) => party.region === asked && isParty(party));
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

/** A region's own procurement beside the item: its contract is all that the plan knows of it. */
const procured = (facts: ProcurementFacts, { region, signed, to, value }: AloneFacts): ProcurementFacts => ({
  item: facts.item,
  ...(facts.title === undefined ? {} : { title: facts.title }),
  plan: facts.plan,
  region,
  ...(facts.cpv === undefined ? {} : { cpv: facts.cpv }),
  origin: 'advertised',
  arena: 'own',
  possible: facts.possible,
  committed: [],
  contract: {
    signed,
    parties: [{ region, ceiling: value }],
    value,
    from: signed,
    ...(to === undefined ? {} : { to }),
  },
  apart: true,
  reasoned: facts.reasoned,
  obstacles: {},
  validated: false,
  realised: [],
  responses: [],
  ladder: [],
  market: {},
  quality: { ratings: [] },
  learning: { reused: 0 },
});
/** Every procurement: those of the plan, and what regions bought by themselves instead. */
const procurements = rememberedFor((all: readonly ProcurementFacts[]) =>
  all.some(({ alone }) => alone !== undefined)
    ? all.flatMap((facts) => [facts, ...(facts.alone ?? []).map((alone) => procured(facts, alone))])
    : all,
);

/** Reviews are due within 90 days of the contract (domain: indicator 9). */
export const REVIEW_DAYS = 90;
/** Signed on a day of it, a contract's review is due on a day of the period. */
export const reviewedPeriod = ({ from, to }: Period): Period => ({
  from: addDays(from, -REVIEW_DAYS),
  to: addDays(to, -REVIEW_DAYS),
});

/**
 * Those of which anything falls in the period: what was asked, planned, signed, in force, left or due for its review then.
 * No figure of a period counts any other, and of a long-lived store most are others: they are left aside once.
 */
const touching = (all: readonly ProcurementFacts[], scope: Scope): readonly ProcurementFacts[] => {
  const { period } = scope;
  const { from } = reviewedPeriod(period);
  return foundOnce(all, 'touching', { ...scope, region: null, category: null }, () =>
    procurements(all).filter(
      ({ contract, exit, asked, planned, deviations = [], alone = [], realised }) =>
        (contract !== undefined &&
          ((from <= contract.signed && contract.signed <= period.to) ||
            (contract.from <= period.to && (contract.to === undefined || contract.to >= period.from)))) ||
        within(period, exit?.on) ||
        deviations.some(({ on }) => within(period, on)) ||
        alone.some(({ signed }) => within(period, signed)) ||
        within(period, asked) ||
        within(period, planned) ||
        realised.some(({ to }) => within(period, to)),
    ),
  );
};

/** Those of the scope's region and category of which anything falls in its period. */
export const inScope = (all: readonly ProcurementFacts[], scope: Scope): readonly ProcurementFacts[] => {
  const { region, category } = scope;
  const some = touching(all, scope);
  if (region === null && category === null) return some;
  return foundOnce(all, 'scope', scope, () =>
    some.filter(
      (facts) => concerns(facts, scope) && (category === null || (facts.cpv ?? '').startsWith(category)),
    ),
  );
};

/** Those of the category that were asked in the period, whichever region's plan they stand in. */
export const askedIn = (all: readonly ProcurementFacts[], scope: Scope): readonly ProcurementFacts[] =>
  foundOnce(all, 'asked', { ...scope, region: null }, () =>
    inScope(all, { ...scope, region: null }).filter(({ asked }) => within(scope.period, asked)),
  );

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
  // Left to another arena before anything was signed here: apart by its own exit, since no contract ever tells of it.
  const elsewhere = inScope(all, scope).filter(
    ({ exit, contract }) =>
      contract === undefined && exit?.how === 'external-coordination' && within(scope.period, exit.on),
  );
  const of = judged.flatMap(({ facts, why }) => (why === null ? [facts] : []));
  return {
    of,
    coordinated: of.filter(isCoordinated),
    excluded: exclusions([
      ...judged.flatMap(({ facts, why }) => (why === null ? [] : [[why, facts.item] as const])),
      ...elsewhere.map(({ item }) => ['external', item] as const),
    ]),
  };
};

/** Each once: an item and what a region bought beside it are one case. The same list is asked for by several figures. */
export const idsOf = rememberedFor((some: readonly ProcurementFacts[]): readonly ItemId[] => [
  ...new Set(some.map(({ item }) => item)),
]);
