import type { AnswerKind, Binding } from '#domain/coordination/answer.ts';
import type { Stance } from '#domain/coordination/escalation-state.ts';
import type { EventType } from '#domain/coordination/events.ts';
import type { Stakes } from '#domain/coordination/stakes.ts';
import type { Status } from '#domain/coordination/state.ts';
import type { Role } from '#domain/directory/person.ts';
import type { Level, Outcome, ReasonCode, SolutionKind } from '#domain/escalation/reasons.ts';
import type { CostCategory } from '#domain/indicators/figures.ts';
import type { Source } from '#domain/savings/attribution.ts';
import type { Method, Obstacle } from '#domain/savings/method.ts';
import type { Instant, PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';

/** The words that documents share with the cards. */
export type SharedWord =
  | `answer.${AnswerKind}`
  | `binding.${Binding}`
  | `costCategory.${CostCategory}`
  | `event.${EventType}`
  | `field.${'title' | 'description' | 'cpv' | 'category' | 'value' | 'valueWithOptions' | 'advertise' | 'start' | 'contractEnd' | 'extensionUntil' | 'procedure' | 'agreementType' | 'region'}`
  | `level.${Level}`
  | `method.${Method}`
  | `obstacle.${Obstacle}`
  | `outcome.${Outcome}`
  | `reason.${ReasonCode}`
  | `role.${Role}`
  | `solution.${SolutionKind}`
  | `source.${Source}`
  | `stance.${Stance}`
  | `status.${Status}`;

/** How one language is written: handed to a report, so that it says the same as the cards do. */
export interface Writing {
  readonly language: Language;
  readonly word: (key: SharedWord) => string;
  readonly day: (date: PlainDate) => string;
  /** Stockholm time, with the year. */
  readonly moment: (instant: Instant) => string;
  readonly kronor: (value: number) => string;
  readonly number: (value: number) => string;
  /** What either choice means, as the cards say it. */
  readonly stakes: (stakes: Stakes) => readonly string[];
}
