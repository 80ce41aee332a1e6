import type { Directory } from '#domain/directory/directory.ts';
import type { Person } from '#domain/directory/person.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { DigestView, View } from '#rendering/views.ts';
import type { Addresses } from './addresses.ts';
import type { Cases } from './cases.ts';
import type { Clock } from './clock.ts';
import type { Lessons } from './figures/lessons.ts';
import type { People } from './people.ts';
import type { Delivery, Rendered, ToRender } from './ports/delivery.ts';
import type { Reply } from './ports/teams.ts';
import type { Reading } from './reading.ts';
import type { Rules } from './rules.ts';
import { lessonsFor, settledFor } from './settled.ts';
import { digestView, fingerprintOf, subjectView } from './views/index.ts';

export type RenderView = (view: View, language: Language) => Reply;

export interface Presenter {
  now(): Instant;
  /** What a view for this person is made from, now. */
  reading(viewer: Person): Promise<Reading>;
  reply(view: View, language: Language): Reply;
  /** The card as it must look for this person now; null when there is nothing to show them. */
  living(what: ToRender): Promise<Rendered | null>;
  /** Several requests as one card, from this one on. */
  digest(viewer: Person, what: Pick<ToRender, 'id' | 'deliveries'>, skip?: number): Promise<DigestView>;
}

export interface PresenterOptions {
  readonly clock: Clock;
  readonly people: Pick<People, 'directory'>;
  readonly rules: Pick<Rules, 'at'>;
  readonly cases: Pick<Cases, 'load' | 'list'>;
  readonly lessons: Pick<Lessons, 'hints'>;
  readonly addresses: Pick<Addresses, 'language'>;
  readonly renderView: RenderView;
  readonly demo: boolean;
}

/** A deputy is told whom they stand in for. */
const instead = (view: View, directory: Directory, person: PersonId): View => ({
  ...view,
  banner: { kind: 'instead', name: directory.person(person)?.name ?? person },
});

export const createPresenter = (options: PresenterOptions): Presenter => {
  const { clock, people, rules, cases, lessons, addresses, renderView, demo } = options;
  const reading = async (viewer: Person): Promise<Reading> => {
    const now = clock.now();
    const [directory, governance] = await Promise.all([people.directory(), rules.at(now)]);
    return { now, viewer, directory, governance, demo };
  };
  /** Each delivery's own card, for whoever may see it. */
  const cardOf = async (
    reader: Reading,
    { subject, occasion }: Delivery,
    standing: boolean,
  ): Promise<View | null> => {
    const found = await cases.load(subject.item);
    if (!found) return null;
    const settled = await settledFor(cases, subject);
    const learnt = await lessonsFor(lessons, subject, found.state);
    return subjectView({ ...reader, ...settled, ...learnt, state: found.state, subject, occasion, standing });
  };
  const languageOf = async (viewer: Person): Promise<Language> =>
    viewer.language ?? (await addresses.language(viewer.id)) ?? 'sv';

  return {
    now: clock.now,
    reading,
    reply: renderView,
    living: async ({ id, person, deliveries, insteadOf, standing }) => {
      const viewer = (await people.directory()).person(person);
      if (!viewer) return null;
      const reader = await reading(viewer);
      const made = await Promise.all(
        deliveries.map(async (delivery) => ({ delivery, view: await cardOf(reader, delivery, standing) })),
      );
      const omitted = made.flatMap(({ delivery, view }) => (view === null ? [delivery.id] : []));
      const shown = made.flatMap(({ view }) => (view === null ? [] : [view]));
      const [only, ...others] = shown;
      if (!only) return null;
      // A list of one is a card of its own; one that stands as a list stays one.
      const single = others.length === 0 && (deliveries.length === 1 || !standing);
      const view = single ? only : digestView(reader, id, shown);
      const banner = insteadOf === undefined ? view : instead(view, reader.directory, insteadOf);
      const language = await languageOf(viewer);
      return { ...renderView(banner, language), fingerprint: fingerprintOf(view), omitted };
    },
    digest: async (viewer, { id, deliveries }, skip = 0) => {
      const reader = await reading(viewer);
      const made = await Promise.all(deliveries.map((delivery) => cardOf(reader, delivery, true)));
      return digestView(
        reader,
        id,
        made.filter((view) => view !== null),
        skip,
      );
    },
  };
};
