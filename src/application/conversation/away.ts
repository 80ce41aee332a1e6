import { entries, type UnitEntry } from '#domain/coordination/answer.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import { isAsked } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import type { View } from '#rendering/views.ts';
import { saveAbsence, standIn } from '../absences.ts';
import { actorOf } from '../asking.ts';
import type { Cases } from '../cases.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Presenter } from '../presenter.ts';
import { bump } from '../versions.ts';
import { awayView } from '../views/index.ts';
import { refusedView } from '../views/message.ts';

export interface AwayCards {
  show(viewer: Person): Promise<View>;
  /** `until`: the last day away; null: back. */
  save(viewer: Person, until: PlainDate | null): Promise<View>;
}

/** Cases in which a question may still wait for a unit. */
const OPEN = ['asked', 'escalated', 'committed', 'partly-committed'];

const isOwn = (viewer: Person, { respondents, unit }: UnitEntry): boolean =>
  respondents.includes(viewer.id) || unit === viewer.unit;

/**
 * A manager says until when they are away: from then on their deputy gets what is for them, the open questions at once;
 * without a deputy the officers of these questions are told. Said twice, or half done when the process died: the same again completes it.
 */
export const createAwayCards = (store: DocumentStore, cases: Cases, presenter: Presenter): AwayCards => {
  const refused = async (viewer: Person, refusal: Refusal): Promise<View> => {
    const reading = await presenter.reading(viewer);
    return viewer.roles.includes('unit-manager')
      ? { ...awayView(reading), banner: { kind: 'refused', refusal } }
      : refusedView(reading.now, refusal);
  };
  const isManager = (viewer: Person): boolean => viewer.roles.includes('unit-manager');
  const notAllowed = refuse('not-allowed', { role: 'unit-manager' });

  return {
    show: async (viewer) =>
      isManager(viewer) ? awayView(await presenter.reading(viewer)) : refused(viewer, notAllowed),
    save: async (viewer, until) => {
      if (!isManager(viewer)) return refused(viewer, notAllowed);
      const today = dateOf(presenter.now());
      if (until !== null && until < today) {
        return refused(viewer, refuse('deadline-in-the-past', { deadline: until }));
      }
      await saveAbsence(store, viewer.id, until);
      await bump(store, 'directory');
      const reading = await presenter.reading(viewer);
      const deputy = until === null ? null : standIn(reading.directory, viewer.id, today);
      let handed = 0;
      for (const { state } of await cases.list({ state: OPEN })) {
        if (!isAsked(state)) continue;
        const own = entries(state.round).filter(
          (entry) =>
            isOwn(viewer, entry) &&
            (until === null
              ? entry.away?.some(({ person }) => person === viewer.id)
              : entry.answer.kind === 'waiting'),
        );
        for (const { unit } of own) {
          const command = { do: 'note-absence', unit, until, deputy } as const;
          const done = await cases.execute(state.item.id, command, actorOf(viewer));
          if (done.ok) handed += 1;
        }
      }
      const banner = { kind: 'done', what: until === null ? 'away-ended' : 'away-noted' } as const;
      return { ...awayView(reading), ...(until === null ? {} : { handed }), banner };
    },
  };
};
