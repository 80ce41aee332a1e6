import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { FigureTopic } from '#rendering/views/findings.ts';
import type { View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import type { Cases } from '../cases.ts';
import {
  behindView,
  definitionsView,
  type Figured,
  figured,
  indicatorsView,
  lineOf,
  type Narrowed,
  withoutFew,
} from '../figures/answers.ts';
import { controlList } from '../figures/control.ts';
import { lessonLine } from '../figures/lesson-views.ts';
import type { Lessons } from '../figures/lessons.ts';
import { allFacts } from '../indicators.ts';
import type { Listed } from '../listing.ts';
import type { People } from '../people.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Presenter } from '../presenter.ts';
import { CONTROL_PAGE, CONTROL_WORKBOOK } from '../reporting/files.ts';
import type { Linking } from '../reporting/links.ts';
import { mayReadReports } from '../reporting/loading.ts';
import { refusedView } from '../views/message.ts';

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
  lessons(viewer: Person, narrowed: Narrowed, words?: readonly string[]): Promise<View>;
}

/** As many as fit on a card that is read between two patients. */
const MOST_LESSONS = 6;

export interface FigureAnswersOptions {
  readonly store: DocumentStore;
  readonly cases: Pick<Cases, 'load'>;
  readonly presenter: Pick<Presenter, 'reading'>;
  readonly listing: () => Promise<readonly Listed[]>;
  readonly lessons: Lessons;
  readonly people: Pick<People, 'directory'>;
  readonly linking: Linking;
}

export const createFigureAnswers = (options: FigureAnswersOptions): FigureAnswers => {
  const { store, cases, presenter, listing, lessons, people, linking } = options;
  const counted = async (viewer: Person, topic: FigureTopic, narrowed: Narrowed) => {
    const [reading, facts] = await Promise.all([presenter.reading(viewer), allFacts(store)]);
    return { reading, facts, found: figured(reading, facts, topic, narrowed) };
  };
  /** The control point's own: what was decided, and the evidence to keep. For those for whom the reports are. */
  const control = async (viewer: Person, { main }: Figured, facts: readonly ProcurementFacts[]) => {
    if (!mayReadReports(actorOf(viewer))) return { rows: [], evidence: {} };
    const { period, region, category } = main.scope;
    const request = {
      kind: 'control',
      period,
      region,
      ...(category === null ? {} : { category }),
    } as const;
    const [list, at] = await Promise.all([
      people
        .directory()
        .then((directory) => controlList(store, facts, main.scope, { directory, reader: viewer.id })),
      linking({ person: viewer.id, request, language: viewer.language ?? 'sv' }),
    ]);
    const evidence = at ? { evidence: { page: at(CONTROL_PAGE), workbook: at(CONTROL_WORKBOOK) } } : {};
    return { rows: list.rows, evidence };
  };
  return {
    show: async (viewer, topic, of, narrowed) => {
      const { reading, facts, found: all } = await counted(viewer, topic, narrowed);
      const found = mayReadReports(actorOf(viewer)) ? all : withoutFew(all);
      if (!found) {
        return refusedView(reading.now, refuse('too-few-to-show'));
      }
      if (of === 'definitions') return definitionsView(reading, topic, found);
      const beside = topic === 'control' ? await control(viewer, found, facts) : { rows: [], evidence: {} };
      return of === 'behind'
        ? behindView(reading, topic, found, await listing(), beside)
        : indicatorsView(reading, topic, found, beside.evidence);
    },
    lessonsFor: async (viewer, id) => {
      const [reading, body] = await Promise.all([presenter.reading(viewer), cases.load(id)]);
      if (!body) {
        return refusedView(reading.now, refuse('unknown-item', { item: id }));
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
    lessons: async (viewer, narrowed, words = []) => {
      const [{ reading, found }, { cases: learnt, total, unsaid }] = await Promise.all([
        counted(viewer, 'lessons', narrowed),
        lessons.within(narrowed, MOST_LESSONS, words),
      ]);
      return {
        card: 'findings',
        asOf: reading.now,
        face: {
          kind: 'lessons',
          ...(words.length === 0 ? {} : unsaid ? { unsaid: words.join(' ') } : { about: words.join(' ') }),
          over: found.over,
          lines: learnt.map((state) => lessonLine(reading, state)),
          total,
          figures: found.lines.map(lineOf),
        },
      };
    },
  };
};
