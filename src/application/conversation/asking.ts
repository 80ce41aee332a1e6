import type { Person } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { Instant, ItemId } from '#domain/shared/ids.ts';
import type { View } from '#rendering/views.ts';
import type { StatusQuery } from '#status-query/query.ts';
import type { Card } from '../ports/teams.ts';
import type { Presenter } from '../presenter.ts';
import type { Understand } from '../understanding.ts';
import type { Answers } from './answers.ts';
import { withCut } from './cut.ts';

/** A status question and its answer, as the command line gives them. */
export interface AskedAnswer {
  readonly query: StatusQuery;
  readonly answer: {
    /** The card in one sentence. */
    readonly text: string;
    readonly card: Card;
    readonly asOf: Instant;
    readonly items: readonly ItemId[];
  };
}
export type Asked = (viewer: Person, text: string) => Promise<AskedAnswer>;

/** The items that a view speaks of, in its order. */
export const itemsOf = (view: View): ItemId[] => {
  if ('item' in view && view.item) return [view.item.id];
  if ('items' in view) return view.items.map((line) => line.id);
  if (view.card === 'candidates') {
    return [...new Set(view.lines.flatMap((line) => line.items.map(({ id }) => id)))];
  }
  if ('lines' in view) {
    return [...new Set(view.lines.flatMap((line) => ('item' in line && line.item ? [line.item] : [])))];
  }
  if (view.card === 'mine') return [...new Set(view.tasks.map((task) => task.subject.item))];
  return [];
};

export interface AskingOptions {
  readonly understanding: () => Promise<Understand>;
  readonly answers: Answers;
  readonly presenter: Presenter;
}

/** Each text as if it were a new conversation. */
export const createAsking =
  ({ understanding, answers, presenter }: AskingOptions): Asked =>
  async (viewer, text) => {
    const { now } = await presenter.reading(viewer);
    const understood = (await understanding()).understand(text, {
      today: dateOf(now),
      language: viewer.language ?? 'sv',
    });
    const view = withCut(text, await answers.answer(viewer, understood));
    const { card, summary } = presenter.reply(view, understood.query.language);
    return {
      query: understood.query,
      answer: { text: summary, card, asOf: view.asOf, items: itemsOf(view) },
    };
  };
