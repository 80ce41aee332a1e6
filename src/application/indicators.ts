import type { Governance } from '#domain/authority/governance.ts';
import { allIndicators, type Settings } from '#domain/indicators/all.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { readFacts } from '#domain/indicators/facts-text.ts';
import type { Indicator, Period, Scope } from '#domain/indicators/indicator.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import type { Instant, RegionId } from '#domain/shared/ids.ts';
import type { CaseBody } from './cases.ts';
import type { DocumentIndex, DocumentStore } from './ports/documents.ts';

const PAGE = 1000;

/** What is known of one; read from the case itself where another version of Samordna wrote its index last. */
export const factsAt = async (
  store: DocumentStore,
  id: string,
  index: DocumentIndex,
): Promise<ProcurementFacts | null> => {
  const current = index.facts ? readFacts(index.facts) : null;
  if (current) return current;
  const body = (await store.get<CaseBody>('case', id))?.body;
  return body ? factsOf(body.state) : null;
};

const readAll = async (store: DocumentStore): Promise<readonly ProcurementFacts[]> => {
  const found: ProcurementFacts[] = [];
  let after: string | undefined;
  do {
    const page = await store.indexes({
      kind: 'case',
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, index } of page.documents) {
      // Hardly ever another version's: nothing is waited for where nothing has to be.
      const facts = (index.facts && readFacts(index.facts)) || (await factsAt(store, id, index));
      if (facts) found.push(facts);
    }
    after = page.next;
  } while (after !== undefined);
  return found;
};

interface Kept {
  readonly stamp: string;
  readonly facts: Promise<readonly ProcurementFacts[]>;
}
const keptBy = new WeakMap<DocumentStore, Kept>();

/**
 * What is known of every procurement, from the indexes alone. The same list while no case was written, so that what was
 * counted over it is not counted again; asked for before reading, the stamp of a case written meanwhile is another.
 */
export const allFacts = async (store: DocumentStore): Promise<readonly ProcurementFacts[]> => {
  const stamp = await store.stamp('case');
  if (stamp === null) return readAll(store);
  const known = keptBy.get(store);
  if (known?.stamp === stamp) return known.facts;
  const facts = readAll(store);
  keptBy.set(store, { stamp, facts });
  // A failed reading is tried again by the next reader.
  facts.catch(() => {
    if (keptBy.get(store)?.facts === facts) keptBy.delete(store);
  });
  return facts;
};

/** The rate and the targets in force; two rates on one day would be a guess, and so are none. */
export const settingsOf = ({ rates = [], targets = [] }: Governance): Settings => {
  const [rate, another] = rates;
  return {
    rate: rate && !another ? rate.sekPerHour : null,
    targets: targets.map(({ id, indicator, from, to, value, reference }) => ({
      id,
      indicator,
      period: { from, to },
      value,
      basis: reference ?? null,
    })),
  };
};

/** What may be counted over. */
export interface Asked {
  readonly period: Period;
  readonly category: string | null;
  readonly asOf: Instant;
}

/** Every indicator, for the regions together and then for each. */
export const indicatorsBy = (
  facts: readonly ProcurementFacts[],
  regions: readonly (RegionId | null)[],
  { period, category, asOf }: Asked,
  settings: Settings,
): Indicator[] =>
  regions.flatMap((region) => {
    const scope: Scope = { period, region, category, asOf };
    return allIndicators(facts, scope, settings);
  });
