import type { Person } from '#domain/directory/person.ts';
import type { FigureTopic } from '#rendering/views/findings.ts';
import type { View } from '#rendering/views.ts';
import { behindView, definitionsView, figured, indicatorsView, type Narrowed } from '../figures/answers.ts';
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
}

export const createFigureAnswers = (
  store: DocumentStore,
  presenter: Pick<Presenter, 'reading'>,
  listing: () => Promise<readonly Listed[]>,
): FigureAnswers => ({
  show: async (viewer, topic, of, narrowed) => {
    const [reading, facts] = await Promise.all([presenter.reading(viewer), allFacts(store)]);
    const found = figured(reading, facts, topic, narrowed);
    if (of === 'behind') return behindView(reading, topic, found, await listing());
    return of === 'definitions'
      ? definitionsView(reading, topic, found)
      : indicatorsView(reading, topic, found);
  },
});
