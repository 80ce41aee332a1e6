import type { Person } from '#domain/directory/person.ts';
import { areCurrent } from '#domain/indicators/facts-text.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { itemId } from '#domain/shared/ids.ts';
import { factsAt } from '../indicators.ts';
import type { DocumentStore } from '../ports/documents.ts';

/** A saving may be stated from the award decision on. */
const AWARDED = ['awarded', 'standstill', 'appealed', 'contract', 'followed-up', 'reviewed', 'closed'];
const PAGE = 1000;

/** For finance: the items whose saving somebody has stated and nobody has signed, from the indexes alone. */
export const unsignedSavings = async (
  store: DocumentStore,
  { roles }: Person,
): Promise<readonly ItemId[]> => {
  if (!roles.includes('controller')) return [];
  const found: ItemId[] = [];
  let after: string | undefined;
  do {
    const page = await store.indexes({
      kind: 'case',
      where: { state: AWARDED },
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, index } of page.documents) {
      // Most have none, or have it signed: those are told without reading their facts.
      if (index.facts && areCurrent(index.facts) && !index.facts.includes('"saving"')) continue;
      const facts = await factsAt(store, id, index);
      if (facts?.saving && !facts.validated) found.push(itemId(id));
    }
    after = page.next;
  } while (after !== undefined);
  return found;
};
