import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import { instantOf, millisecondsOf } from '#domain/shared/calendar.ts';
import type { Instant } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import type { Banner, View } from '#rendering/views.ts';
import type { MovableClock } from '../clock.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Ticker } from '../ticking.ts';
import { refusedView } from '../views/message.ts';

type Jump = Extract<CardAction, { verb: 'time.forward' }>['by'];
const HOUR = 3_600_000;

export interface TimeCards {
  show(viewer: Person): Promise<View>;
  forward(viewer: Person, by: Jump): Promise<View>;
}

export interface TimeOptions {
  readonly clock: MovableClock | null;
  readonly store: DocumentStore;
  readonly ticker: Ticker;
}

/** The demo's clock on a card, for officers; elsewhere time is nobody's to move. */
export const createTimeCards = ({ clock, store, ticker }: TimeOptions): TimeCards => {
  const nextDue = async (): Promise<Instant | null> => {
    // A far day: everything that is ever due. The demo has a hundred cases or so.
    const far = instantOf(Date.UTC(9999, 0));
    const page = await store.query({ kind: 'case', where: { dueBefore: far }, limit: 1000 });
    const times = page.documents.flatMap(({ index }) => index.dueAt ?? []).sort();
    return (times[0] as Instant | undefined) ?? null;
  };
  const card = async (running: MovableClock, banner?: Banner): Promise<View> => ({
    card: 'time',
    asOf: running.now(),
    speed: running.speed,
    nextDue: await nextDue(),
    ...(banner ? { banner } : {}),
  });
  const target = async (now: Instant, by: Jump): Promise<Instant> => {
    switch (by) {
      case 'hour':
        return instantOf(millisecondsOf(now) + HOUR);
      case 'day':
        return instantOf(millisecondsOf(now) + 24 * HOUR);
      case 'week':
        return instantOf(millisecondsOf(now) + 7 * 24 * HOUR);
      case 'next': {
        const due = await nextDue();
        return due !== null && due > now ? due : now;
      }
    }
  };
  const allowed = (viewer: Person): boolean => viewer.roles.includes('officer');
  const refused = (viewer: Person): View =>
    refusedView(
      clock?.now() ?? instantOf(Date.now()),
      refuse('not-allowed', viewer.roles.includes('officer') ? {} : { role: 'officer' }),
    );
  return {
    show: async (viewer) => (clock && allowed(viewer) ? card(clock) : refused(viewer)),
    forward: async (viewer, by) => {
      if (!clock || !allowed(viewer)) return refused(viewer);
      await clock.moveTo(await target(clock.now(), by));
      await ticker.tick();
      return card(clock, { kind: 'done', what: 'time-moved' });
    },
  };
};
