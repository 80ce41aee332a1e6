import type { Governance } from '#domain/authority/governance.ts';
import { allIndicators, type Settings } from '#domain/indicators/all.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { readFacts } from '#domain/indicators/facts-text.ts';
import type { Indicator, Period, Scope } from '#domain/indicators/indicator.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import type { Instant, RegionId } from '#domain/shared/ids.ts';
import type { CaseBody } from './cases.ts';
import type { DocumentStore } from './ports/documents.ts';

const PAGE = 1000;

/** What is known of every procurement, from the indexes alone. */
export const allFacts = async (store: DocumentStore): Promise<readonly ProcurementFacts[]> => {
  const found: ProcurementFacts[] = [];
  let after: string | undefined;
  do {
    const page = await store.indexes({
      kind: 'case',
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, index } of page.documents) {
      if (index.facts) found.push(readFacts(index.facts));
      else {
        // Last written by an older Samordna: read from the case itself until it is next committed.
        const body = (await store.get<CaseBody>('case', id))?.body;
        const facts = body && factsOf(body.state);
        if (facts) found.push(facts);
      }
    }
    after = page.next;
  } while (after !== undefined);
  return found;
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
