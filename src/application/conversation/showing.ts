import type { CardSubject } from '#domain/coordination/notice.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { Banner, View } from '#rendering/views.ts';
import type { CaseBody } from '../cases.ts';
import { lessonsFor, settledFor } from '../settled.ts';
import { subjectView } from '../views/index.ts';
import { messageView } from '../views/message.ts';
import type { ConversationParts } from './parts.ts';

export const refused = (refusal: Refusal): Banner => ({ kind: 'refused', refusal });

/** The cards that a press leads back to, each with a line on how it went. */
export interface Showing {
  readonly message: (viewer: Person, banner: Banner) => Promise<View>;
  /** The living card of a subject; where there is none for this person, the banner alone. */
  readonly card: (viewer: Person, subject: CardSubject, banner?: Banner) => Promise<View>;
  /** The same of a case that is at hand. */
  readonly of: (viewer: Person, subject: CardSubject, state: KnownCase, banner?: Banner) => Promise<View>;
  readonly withCase: (
    viewer: Person,
    item: ItemId,
    show: (found: CaseBody) => Promise<View>,
  ) => Promise<View>;
}

type Parts = Pick<ConversationParts, 'cases' | 'presenter' | 'lessons'>;

export const createShowing = ({ cases, presenter, lessons }: Parts): Showing => {
  const message: Showing['message'] = async (viewer, banner) =>
    messageView((await presenter.reading(viewer)).now, banner);
  const of: Showing['of'] = async (viewer, subject, state, banner) => {
    const reading = await presenter.reading(viewer);
    const settled = await settledFor(cases, subject);
    const learnt = await lessonsFor(lessons, subject, state);
    const view = subjectView({
      ...reading,
      ...settled,
      ...learnt,
      state,
      subject,
      ...(banner ? { banner } : {}),
    });
    return view ?? message(viewer, banner ?? refused(refuse('not-allowed')));
  };
  const withCase: Showing['withCase'] = async (viewer, item, show) => {
    const found = await cases.load(item);
    return found ? show(found) : message(viewer, refused(refuse('unknown-item', { item })));
  };
  const card: Showing['card'] = (viewer, subject, banner) =>
    withCase(viewer, subject.item, ({ state }) => of(viewer, subject, state, banner));
  return { message, card, of, withCase };
};
