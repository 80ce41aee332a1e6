import type { CardSubject } from '#domain/coordination/notice.ts';
import type { AnsweringAction } from './actions/answering.ts';
import type { DecidingAction } from './actions/deciding.ts';
import type { FigureAction, FindingsAction, LessonsAction } from './actions/figures.ts';
import type { OfficerAction } from './actions/officer.ts';
import type { StageAction } from './actions/stage.ts';

/**
 * What a button means. A card carries ids and the revision it showed, never the truth: who acts comes from the
 * authenticated activity, rights from the directory, the rest from the store.
 */
export type CardAction =
  | AnsweringAction
  | OfficerAction
  | DecidingAction
  | StageAction
  | FigureAction
  | FindingsAction
  | LessonsAction
  | { readonly verb: 'card.open'; readonly subject: CardSubject }
  /** Teams asks for the fresh look of a card that was delivered; only reads. */
  | { readonly verb: 'card.refresh'; readonly delivery: string }
  /** The text was not answered as it was meant: shows what would be kept of it; `answer.keep` keeps that. */
  | { readonly verb: 'answer.wrong'; readonly text: string }
  | { readonly verb: 'answer.keep'; readonly text: string }
  /** As if the person had written it. */
  | { readonly verb: 'say'; readonly text: string }
  | { readonly verb: 'time.forward'; readonly by: 'hour' | 'day' | 'week' | 'next' };
export type Verb = CardAction['verb'];
