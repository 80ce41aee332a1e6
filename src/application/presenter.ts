import type { Directory } from '#domain/directory/directory.ts';
import type { Person } from '#domain/directory/person.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { View } from '#rendering/views.ts';
import type { Addresses } from './addresses.ts';
import type { Cases } from './cases.ts';
import type { Clock } from './clock.ts';
import type { People } from './people.ts';
import type { Rendered, ToRender } from './ports/delivery.ts';
import type { Reply } from './ports/teams.ts';
import type { Reading } from './reading.ts';
import type { Rules } from './rules.ts';
import { settledFor } from './settled.ts';
import { fingerprintOf, subjectView } from './views/index.ts';

export type RenderView = (view: View, language: Language) => Reply;

export interface Presenter {
  now(): Instant;
  /** What a view for this person is made from, now. */
  reading(viewer: Person): Promise<Reading>;
  reply(view: View, language: Language): Reply;
  /** The card as it must look for this person now; null when there is nothing to show them. */
  living(what: ToRender): Promise<Rendered | null>;
}

export interface PresenterOptions {
  readonly clock: Clock;
  readonly people: Pick<People, 'directory'>;
  readonly rules: Pick<Rules, 'at'>;
  readonly cases: Pick<Cases, 'load' | 'list'>;
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
  const { clock, people, rules, cases, addresses, renderView, demo } = options;
  const reading = async (viewer: Person): Promise<Reading> => {
    const now = clock.now();
    const [directory, governance] = await Promise.all([people.directory(), rules.at(now)]);
    return { now, viewer, directory, governance, demo };
  };
  return {
    now: clock.now,
    reading,
    reply: renderView,
    living: async ({ person, deliveries: [{ subject, occasion }], insteadOf, standing }) => {
      const viewer = (await people.directory()).person(person);
      const found = await cases.load(subject.item);
      if (!viewer || !found) return null;
      const view = subjectView({
        ...(await reading(viewer)),
        ...(await settledFor(cases, subject)),
        state: found.state,
        subject,
        occasion,
        standing,
      });
      if (!view) return null;
      const shown = insteadOf === undefined ? view : instead(view, await people.directory(), insteadOf);
      const language = viewer.language ?? (await addresses.language(person)) ?? 'sv';
      return { ...renderView(shown, language), fingerprint: fingerprintOf(view) };
    },
  };
};
