import { isGiven } from '#domain/coordination/answer.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import { isAsked } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import type { CardAction } from '#rendering/action.ts';
import type { DigestLine, View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import type { Cases } from '../cases.ts';
import type { Delivering } from '../delivering.ts';
import type { StoredMessage } from '../messages.ts';
import type { ToRender } from '../ports/delivery.ts';
import type { Presenter } from '../presenter.ts';
import { refusedView } from '../views/message.ts';

type Yes = Extract<CardAction, { verb: 'digest.yes' }>;

/** What goes on one card together, as it is rendered; null when the messages are not several. */
export const together = (messages: readonly StoredMessage[]): Pick<ToRender, 'id' | 'deliveries'> | null => {
  const [first, ...others] = messages;
  if (!first || others.length === 0) return null;
  const [lead, ...rest] = messages.flatMap(({ body }) => body.deliveries);
  return lead ? { id: first.id, deliveries: [lead, ...rest] } : null;
};

export interface DigestCards {
  show(viewer: Person, delivery: string, skip: number): Promise<View>;
  /** One commit for each; whatever becomes of one, the others go on. */
  yes(viewer: Person, action: Yes): Promise<View>;
}

export const createDigestCards = (options: {
  readonly cases: Cases;
  readonly presenter: Presenter;
  readonly delivering: Pick<Delivering, 'carried'>;
}): DigestCards => {
  const { cases, presenter, delivering } = options;

  const refusal = async (viewer: Person, why: Refusal): Promise<View> =>
    refusedView((await presenter.reading(viewer)).now, why);
  const shown: DigestCards['show'] = async (viewer, delivery, skip) => {
    const what = together(await delivering.carried(viewer.id, delivery));
    return what ? presenter.digest(viewer, what, skip) : refusal(viewer, refuse('unreadable-card'));
  };

  const answer = async (
    viewer: Person,
    { item, unit, round, revision, commitment }: Yes['lines'][number],
  ): Promise<NonNullable<DigestLine['result']>> => {
    const state = (await cases.load(item))?.state;
    const given = state && isAsked(state) ? state.round.units[unit]?.answer : undefined;
    // A list never overwrites what somebody has said about one of them.
    if (given && isGiven(given)) {
      const { directory } = await presenter.reading(viewer);
      return { kind: 'already', by: directory.person(given.by)?.name ?? given.by, at: given.at };
    }
    const command = {
      do: 'answer',
      unit,
      round,
      revision,
      answer: { kind: 'yes', commitment },
      texts: {},
    } as const;
    const outcome = await cases.execute(item, command, actorOf(viewer));
    return outcome.ok ? { kind: 'done' } : { kind: 'refused', refusal: outcome.error };
  };

  return {
    show: shown,
    yes: async (viewer, action) => {
      // Nobody answers by the list of another.
      if ((await delivering.carried(viewer.id, action.delivery)).length === 0) {
        return refusal(viewer, refuse('unreadable-card'));
      }
      const results = new Map<string, NonNullable<DigestLine['result']>>();
      for (const line of action.lines) {
        results.set(`${line.item} ${line.unit}`, await answer(viewer, line));
      }
      const view = await shown(viewer, action.delivery, action.skip);
      if (view.card !== 'digest') return view;
      const lines = view.lines.map((line): DigestLine => {
        const result = results.get(`${line.item} ${line.unit}`);
        return result ? { ...line, result } : line;
      });
      return { ...view, lines, banner: { kind: 'done', what: 'digest-answered' } };
    },
  };
};
