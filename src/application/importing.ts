import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import { isLocked } from '#domain/coordination/state.ts';
import { changedFields, type ItemFacts, isMaterial } from '#domain/plan/item.ts';
import type { Actor } from '#domain/shared/actor.ts';
import type { Cases } from './cases.ts';
import type { DocumentStore } from './ports/documents.ts';
import { bump } from './versions.ts';

export interface PlanRow {
  /** 1-based row in the file, the header counted. */
  readonly row: number;
  readonly item: ItemFacts;
}
export interface PlanOutcome {
  readonly created: number;
  readonly revised: number;
  readonly unchanged: number;
  /** Rows whose change a rule refuses (a locked item). */
  readonly refused: readonly { readonly row: number; readonly item: ItemFacts; readonly refusal: Refusal }[];
}

type Fate = 'created' | 'revised' | 'unchanged' | Refusal;

/** Rows at once: as many as share one durable write of the store. */
const TOGETHER = 64;

const summed = (rows: readonly PlanRow[], fates: readonly Fate[]): PlanOutcome => {
  const count = (what: Fate) => fates.filter((fate) => fate === what).length;
  return {
    created: count('created'),
    revised: count('revised'),
    unchanged: count('unchanged'),
    refused: rows.flatMap(({ row, item }, i) => {
      const fate = fates[i];
      return typeof fate === 'object' ? [{ row, item, refusal: fate }] : [];
    }),
  };
};

const inBatches = async <T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += TOGETHER) {
    done.push(...(await Promise.all(all.slice(from, from + TOGETHER).map(work))));
  }
  return done;
};

/** What an import would do, without doing it. */
export const previewPlan = async (cases: Cases, rows: readonly PlanRow[]): Promise<PlanOutcome> =>
  summed(
    rows,
    await inBatches(rows, async ({ item }): Promise<Fate> => {
      const known = await cases.load(item.id);
      if (!known) return 'created';
      const changed = changedFields(known.state.item, item);
      if (changed.length === 0) return 'unchanged';
      return isLocked(known.state) && isMaterial(changed) ? { code: 'item-locked' } : 'revised';
    }),
  );

/** Whole items only: interrupted anywhere, running it again completes. */
export const importPlan = async (
  store: DocumentStore,
  cases: Cases,
  rows: readonly PlanRow[],
  actor: Actor,
): Promise<PlanOutcome> => {
  const fates = await inBatches(rows, async ({ item }): Promise<Fate> => {
    const command: CaseCommand = { do: 'import', item };
    const outcome = await cases.execute(item.id, command, actor);
    if (!outcome.ok) return outcome.error;
    const types = outcome.value.events.map(({ type }) => type);
    if (types.includes('item-imported')) return 'created';
    return types.includes('item-revised') ? 'revised' : 'unchanged';
  });
  await bump(store, 'plan');
  return summed(rows, fates);
};
