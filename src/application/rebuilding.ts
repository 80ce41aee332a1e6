import { areCurrent, writeFacts } from '#domain/indicators/facts-text.ts';
import { breathe } from './breathing.ts';
import type { CaseBody } from './cases.ts';
import { allIndexes } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';

const AT_ONCE = 50;

/**
 * Writes the facts of each case anew that another version of Samordna wrote last, so that figures are read from the indexes
 * again; until then they are read from the cases. Nothing else of a case changes, and a case that is committed meanwhile
 * has them already. How many were written; `ended` stops between two.
 */
export const rebuildFacts = async (store: DocumentStore, ended: () => boolean): Promise<number> => {
  let written = 0;
  for await (const { id, index } of allIndexes(store, { kind: 'case' })) {
    if (ended()) break;
    if (index.facts && areCurrent(index.facts)) continue;
    const found = await store.get<CaseBody>('case', id);
    if (!found) continue;
    const { etag, ...document } = found;
    const facts = writeFacts(document.body.state);
    const outcome = await store.put({ ...document, index: { ...document.index, facts } }, etag);
    if (outcome.ok) written += 1;
    if (written % AT_ONCE === 0) await breathe();
  }
  return written;
};
