import { cpvLabel } from '#domain/shared/cpv.ts';
import type { PlanEntry } from '#status-query/query.ts';
import { createUnderstanding } from '#status-query/understand.ts';
import type { CaseBody } from './cases.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';
import { snapshotOf } from './versions.ts';

export type Understand = ReturnType<typeof createUnderstanding>;

/** What people's words can mean, given the plan as of its last import. */
export const understandingOf = (store: DocumentStore): (() => Promise<Understand>) =>
  snapshotOf(store, 'plan', async () => {
    const plan: PlanEntry[] = [];
    for await (const { body } of allDocuments<CaseBody>(store, { kind: 'case' })) {
      const { id, title, region, cpv } = body.state.item;
      plan.push({ id, title, region, ...(cpv ? { cpv } : {}) });
    }
    return createUnderstanding(plan, cpvLabel);
  });
