import { createHash } from 'node:crypto';
import { dateOf } from '#domain/shared/calendar.ts';
import type { Instant, PlainDate } from '#domain/shared/ids.ts';
import type { KeptQuestion } from '#status-query/known-words.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';

/** A question whose answer somebody marked as wrong: what it was understood as, never who wrote it or how. */
export interface WrongAnswer extends KeptQuestion {
  /** How often it was marked. */
  readonly times: number;
  /** The day of the latest mark; no hour, so that it leads to nobody. */
  readonly last: PlainDate;
}

export interface Questions {
  mark(kept: KeptQuestion, now: Instant): Promise<void>;
  /** The oftenest marked first. */
  list(): Promise<readonly WrongAnswer[]>;
  /** Forgets them all, when the vocabulary has grown; returns how many there were. */
  clear(): Promise<number>;
  /** Earlier versions kept whole texts: they go, unread. Returns how many there were. */
  forgetTexts(): Promise<number>;
}

const KEY = 'wrong-question';
/** Under which whole texts were kept once. */
const TEXTS = 'wrong-answer';
const idOf = (kept: KeptQuestion): string =>
  `${KEY}:${createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 32)}`;

/** Kept so that the vocabulary grows by what people really ask (decision 0006). */
export const createQuestions = (store: DocumentStore): Questions => {
  const all = async <T>(key: string) => {
    const found = [];
    for await (const document of allDocuments<T>(store, { kind: 'setting', where: { key } }))
      found.push(document);
    return found;
  };
  const forget = async (key: string): Promise<number> => {
    const found = await all(key);
    for (const { id } of found) await store.remove('setting', id);
    return found.length;
  };
  return {
    mark: async ({ query, words }, now) => {
      const id = idOf({ query, words });
      for (;;) {
        const known = await store.get<WrongAnswer>('setting', id);
        const body: WrongAnswer = { query, words, times: (known?.body.times ?? 0) + 1, last: dateOf(now) };
        const written = await store.put(
          { kind: 'setting', id, index: { key: KEY }, body },
          known?.etag ?? null,
        );
        if (written.ok) return;
      }
    },
    list: async () =>
      (await all<WrongAnswer>(KEY))
        .map(({ id, body }) => ({ id, body }))
        .sort(
          (a, b) =>
            b.body.times - a.body.times ||
            (a.body.last < b.body.last ? 1 : a.body.last > b.body.last ? -1 : a.id < b.id ? -1 : 1),
        )
        .map(({ body }) => body),
    clear: () => forget(KEY),
    forgetTexts: () => forget(TEXTS),
  };
};
