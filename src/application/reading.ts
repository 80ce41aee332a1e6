import type { Governance } from '#domain/authority/governance.ts';
import type { CardSubject, Occasion } from '#domain/coordination/notice.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import type { Directory } from '#domain/directory/directory.ts';
import type { Person } from '#domain/directory/person.ts';
import type { Instant } from '#domain/shared/ids.ts';
import type { Banner } from '#rendering/views.ts';
import type { LessonHint } from './figures/lessons.ts';

/** Everything that a view is made from besides the case itself: who looks, when, by which rules. */
export interface Reading {
  /** Business time. */
  readonly now: Instant;
  readonly viewer: Person;
  readonly directory: Directory;
  /** The rows in force on the day of `now`. */
  readonly governance: Governance;
  readonly demo: boolean;
  /** What was learnt from earlier items like the one that is asked about. */
  readonly lessons?: readonly LessonHint[];
}

/** A view of one case, asked for by its subject: what delivery renders and what a pressed button shows afterwards. */
export interface SubjectReading extends Reading {
  readonly state: KnownCase;
  readonly subject: CardSubject;
  readonly banner?: Banner;
  readonly occasion?: Occasion;
  /** Cases with an escalation that has ended, for those who are to decide. */
  readonly settled?: readonly KnownCase[];
  /** The card stands in the chat already and is only brought up to date. */
  readonly standing?: boolean;
}
