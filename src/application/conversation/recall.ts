import type { PersonId } from '#domain/shared/ids.ts';
import type { StatusQuery } from '#status-query/query.ts';

const KEPT_MS = 10 * 60_000;
const MOST = 5_000;

/**
 * What somebody last asked about, so that "och i Sörmland?" has something to stand on. A convenience of minutes: a
 * restart costs one repeated word, so it lives in memory.
 */
export const createRecall = (now: () => number = Date.now) => {
  const last = new Map<PersonId, { readonly query: StatusQuery; readonly until: number }>();
  return {
    of: (person: PersonId): StatusQuery | null => {
      const kept = last.get(person);
      return kept && kept.until > now() ? kept.query : null;
    },
    keep: (person: PersonId, query: StatusQuery): void => {
      if (query.topic === 'none' || query.topic === 'help') return;
      if (last.size >= MOST) last.clear();
      last.set(person, { query, until: now() + KEPT_MS });
    },
  };
};
