import { createHash } from 'node:crypto';
import { dateOf } from '#domain/shared/calendar.ts';
import type { Instant, PlainDate } from '#domain/shared/ids.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';

/** A text whose answer somebody marked as wrong: what it was, never who wrote it. */
export interface WrongAnswer {
  readonly text: string;
  /** How often it was marked. */
  readonly times: number;
  /** The day of the latest mark; no hour, so that it leads to nobody. */
  readonly last: PlainDate;
}

export interface Questions {
  mark(text: string, now: Instant): Promise<void>;
  /** The oftenest marked first. */
  list(): Promise<readonly WrongAnswer[]>;
  /** Forgets them all, when the vocabulary has grown; returns how many there were. */
  clear(): Promise<number>;
}

const KEY = 'wrong-answer';
const LONGEST = 800;
const idOf = (text: string): string =>
  `${KEY}:${createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 32)}`;

/** Kept so that the vocabulary grows by what people really write (decision 0006). */
export const createQuestions = (store: DocumentStore): Questions => {
  const all = async () => {
    const found = [];
    for await (const document of allDocuments<WrongAnswer>(store, { kind: 'setting', where: { key: KEY } }))
      found.push(document);
    return found;
  };
  return {
    mark: async (given, now) => {
      const text = given.replace(/\s+/g, ' ').trim().slice(0, LONGEST).toWellFormed();
      if (text === '') return;
      const id = idOf(text);
      for (;;) {
        const known = await store.get<WrongAnswer>('setting', id);
        const body = {
          text: known?.body.text ?? text,
          times: (known?.body.times ?? 0) + 1,
          last: dateOf(now),
        };
        const written = await store.put(
          { kind: 'setting', id, index: { key: KEY }, body },
          known?.etag ?? null,
        );
        if (written.ok) return;
      }
    },
    list: async () =>
      (await all())
        .map(({ body }) => body)
        .sort(
          (a, b) =>
            b.times - a.times || (a.last < b.last ? 1 : a.last > b.last ? -1 : a.text < b.text ? -1 : 1),
        ),
    clear: async () => {
      const found = await all();
      for (const { id } of found) await store.remove('setting', id);
      return found.length;
    },
  };
};
