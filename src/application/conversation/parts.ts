import type { Person } from '#domain/directory/person.ts';
import type { ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { View } from '#rendering/views.ts';
import type { KeptQuestion } from '#status-query/known-words.ts';
import type { Cases } from '../cases.ts';
import type { ConcernCards } from '../concerns.ts';
import type { Delivering } from '../delivering.ts';
import type { Lessons } from '../figures/lessons.ts';
import type { Presenter } from '../presenter.ts';
import type { Questions } from '../questions.ts';
import type { Rounds } from '../rounds.ts';
import type { AdoptingCards } from './adopting-cards.ts';
import type { Answers } from './answers.ts';
import type { AwayCards } from './away.ts';
import type { CandidateCards } from './candidate-cards.ts';
import type { DeliveryCards } from './deliveries.ts';
import type { DigestCards } from './digest.ts';
import type { FigureAnswers } from './figure-answers.ts';
import type { FileCards } from './files.ts';
import type { TimeCards } from './time.ts';

/** What a pressed button may set in motion. */
export interface ConversationParts {
  readonly cases: Cases;
  readonly presenter: Presenter;
  readonly rounds: Rounds;
  readonly answers: Answers;
  readonly files: FileCards;
  readonly time: TimeCards;
  readonly delivering: Delivering;
  readonly deliveryCards: DeliveryCards;
  readonly digests: DigestCards;
  readonly candidates: CandidateCards;
  readonly adopting: AdoptingCards;
  readonly figures: FigureAnswers;
  readonly lessons: Pick<Lessons, 'hints'>;
  readonly away: AwayCards;
  readonly concerns: ConcernCards;
  readonly questions: Pick<Questions, 'mark'>;
  /** All that may be kept of what somebody wrote. */
  keptOf(viewer: Person, text: string): Promise<KeptQuestion>;
  previewRound(viewer: Person, item: ItemId, deadline: PlainDate): Promise<View>;
  /** As if the person had written it. */
  said(viewer: Person, text: string): Promise<View>;
}
