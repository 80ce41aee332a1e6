import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { FigureTopic } from '#rendering/views/findings.ts';
import type { View } from '#rendering/views.ts';
import type { Cases } from '../cases.ts';
import {
  behindView,
  definitionsView,
  figured,
  indicatorsView,
  lineOf,
  type Narrowed,
} from '../figures/answers.ts';
import { lessonLine } from '../figures/lesson-views.ts';
import type { Lessons } from '../figures/lessons.ts';
import { allFacts } from '../indicators.ts';
import type { Listed } from '../listing.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Presenter } from '../presenter.ts';

/** Answers in figures over several procurements, from the indexes alone. */
export interface FigureAnswers {
  show(
    viewer: Person,
    topic: FigureTopic,
    of: 'figures' | 'behind' | 'definitions',
    narrowed: Narrowed,
  ): Promise<View>;
  /** What was learnt from earlier items like this one. */
  lessonsFor(viewer: Person, item: ItemId): Promise<View>;
  /** What was learnt, by whatever the question narrows to. */
  lessons(viewer: Person, narrowed: Narrowed): Promise<View>;
}

/** As many as fit on a card that is read between two patients. */
const MOST_LESSONS = 6;

export interface FigureAnswersOptions {
  readonly store: DocumentStore;
  readonly cases: Pick<Cases, 'load'>;
  readonly presenter: Pick<Presenter, 'reading'>;
  readonly listing: () => Promise<readonly Listed[]>;
  readonly lessons: Lessons;
}

export const createFigureAnswers = (options: FigureAnswersOptions): FigureAnswers => {
  const { store, cases, presenter, listing, lessons } = options;
  const counted = async (viewer: Person, topic: FigureTopic, narrowed: Narrowed) => {
    const [reading, facts] = await Promise.all([presenter.reading(viewer), allFacts(store)]);
    return { reading, found: figured(reading, facts, topic, narrowed) };
  };
  return {
    show: async (viewer, topic, of, narrowed) => {
      const { reading, found } = await counted(viewer, topic, narrowed);
      if (of === 'behind') return behindView(reading, topic, found, await listing());
      return of === 'definitions'
        ? definitionsView(reading, topic, found)
        : indicatorsView(reading, topic, found);
    },
    lessonsFor: async (viewer, id) => {
      const [reading, body] = await Promise.all([presenter.reading(viewer), cases.load(id)]);
      if (!body) {
        const refusal = refuse('unknown-item', { item: id });
        return { card: 'message', asOf: reading.now, banner: { kind: 'refused', refusal } };
      }
      const { title, cpv } = body.state.item;
      const found = await lessons.related({ id, title, ...(cpv ? { cpv } : {}) }, MOST_LESSONS);
      return {
        card: 'findings',
        asOf: reading.now,
        face: {
          kind: 'lessons',
          about: title,
          for: id,
          lines: found.map((state) => lessonLine(reading, state)),
          total: found.length,
          figures: [],
        },
      };
    },
    lessons: async (viewer, narrowed) => {
      const [{ reading, found }, { cases: learnt, total }] = await Promise.all([
        counted(viewer, 'lessons', narrowed),
        lessons.within(narrowed, MOST_LESSONS),
      ]);
      return {
        card: 'findings',
        asOf: reading.now,
        face: {
          kind: 'lessons',
          over: found.over,
          lines: learnt.map((state) => lessonLine(reading, state)),
          total,
          figures: found.lines.map(lineOf),
        },
      };
    },
  };
};
