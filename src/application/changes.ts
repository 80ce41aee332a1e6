import type { DocumentStore } from './ports/documents.ts';

/** What readers keep of many cases and bring up to date case by case, where a version alone would have them read all anew. */
export type Changing = 'lessons';

interface Noted {
  /** How many changes there have been. */
  readonly count: number;
  /** The cases of the latest of them, the last one last. */
  readonly latest: readonly string[];
}
const NONE: Noted = { count: 0, latest: [] };
/** Who has missed more reads all anew. */
const MOST_NOTED = 500;

const idOf = (what: Changing): string => `changes:${what}`;

/** Says of a case that has been written that what readers keep of it is another; said twice, it is only read twice. */
export const noteChange = async (store: DocumentStore, what: Changing, id: string): Promise<void> => {
  for (;;) {
    const known = await store.get<Noted>('setting', idOf(what));
    const { count, latest } = known?.body ?? NONE;
    const body: Noted = { count: count + 1, latest: [...latest, id].slice(-MOST_NOTED) };
    const document = { kind: 'setting', id: idOf(what), index: {}, body } as const;
    if ((await store.put(document, known?.etag ?? null)).ok) return;
  }
};

/** Those changed since that count, each once; null where that is no longer told. */
const changedSince = (count: number, noted: Noted): readonly string[] | null => {
  const missed = noted.count - count;
  if (missed < 0 || missed > noted.latest.length) return null;
  return missed === 0 ? [] : [...new Set(noted.latest.slice(-missed))];
};

/** What is kept of many cases: made once, then changed where a case is another. */
export interface Keeping<T> {
  readonly make: () => Promise<T>;
  readonly change: (kept: T, ids: readonly string[]) => Promise<void>;
}

/**
 * What is kept, as of now: one small read where nothing has changed. One reader at a time looks, so that nothing is made
 * twice; who asks during the making hears of what was written meanwhile.
 */
export const keptByChanges = <T>(
  store: DocumentStore,
  what: Changing,
  { make, change }: Keeping<T>,
): (() => Promise<T>) => {
  let kept: { readonly count: number; readonly value: T } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const look = async (): Promise<T> => {
    const noted = (await store.get<Noted>('setting', idOf(what)))?.body ?? NONE;
    const before = kept;
    const changed = before && changedSince(before.count, noted);
    if (before && changed?.length === 0) return before.value;
    // What fails halfway is made anew by the next reader.
    kept = null;
    if (before && changed) await change(before.value, changed);
    const value = before && changed ? before.value : await make();
    kept = { count: noted.count, value };
    return value;
  };
  return () => {
    const mine = turn.then(look);
    turn = mine.catch(() => null);
    return mine;
  };
};
