import type { Governance } from '#domain/authority/governance.ts';
import type { AnswerFacts, Texts } from '#domain/coordination/answer.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { type Decision, decide } from '#domain/coordination/decide.ts';
import type { CaseEvent, EventType } from '#domain/coordination/events.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import { type CaseState, initialState } from '#domain/coordination/state.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import type { Instant, UnitId } from '#domain/shared/ids.ts';
import type { Result } from '#domain/shared/result.ts';
import { asks, at, beds, clock, date, governance, officer, operator, SORMLAND } from './world.ts';

/** One step of a story: who does what, when. */
export interface Step {
  readonly by: Actor;
  readonly command: CaseCommand;
  readonly at?: Instant;
}

export interface Story {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly now: Instant;
}

export const START = at('2026-11-23 09:00');
/** The deadline of `asked`: a Friday. */
export const DEADLINE = endOfDay(date('2026-12-04'));

export const attempt = (
  story: Story,
  { by, command, at: when = story.now }: Step,
  rules: Governance = governance,
): Result<Decision, Refusal> => decide(story.state, command, { now: when, actor: by, governance: rules });

/** Every step must be allowed; a story that is refused is a broken test. */
export const tell = (from: Story, ...steps: Step[]): Story =>
  steps.reduce((story, step) => {
    const outcome = attempt(story, step);
    if (!outcome.ok) throw new Error(`${step.command.do} was refused: ${outcome.error.code}`);
    return {
      state: outcome.value.state,
      events: [...story.events, ...outcome.value.events],
      now: step.at ?? story.now,
    };
  }, from);

export const nothing: Story = { state: initialState(), events: [], now: START };
export const imported = tell(nothing, { by: operator, command: { do: 'import', item: beds } });
export const asked = tell(imported, {
  by: officer,
  command: { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks },
});

export const answers = (
  by: Actor & { kind: 'person' },
  answer: AnswerFacts,
  texts: Texts = {},
  unit: UnitId = by.unit,
  revision = 1,
): Step => ({ by, command: { do: 'answer', unit, round: 1, revision, answer, texts } });
export const yes = (by: Actor & { kind: 'person' }, value?: number): Step =>
  answers(by, {
    kind: 'yes',
    commitment: { binding: 'estimate', ...(value === undefined ? {} : { value }) },
  });
export const noNeed = (by: Actor & { kind: 'person' }): Step => answers(by, { kind: 'no-need' });
export const objects = (by: Actor & { kind: 'person' }): Step =>
  answers(
    by,
    { kind: 'objection', reason: 'existing-contract' },
    { text: 'Avtal till 2027', evidence: 'Avtal 2023-114' },
  );
/** With five working days to add what settles it. */
export const objectsWithoutEvidence = (by: Actor & { kind: 'person' }): Step =>
  answers(by, { kind: 'objection', reason: 'existing-contract' }, { text: 'Avtal till 2027' });
export const ticks = (when: Instant): Step => ({ by: clock, command: { do: 'tick' }, at: when });

/** Sörmland's authorisation for Västmanland, which leads, is on file; then the item is locked (law 5). */
export const authorises: Step = {
  by: officer,
  command: {
    do: 'file-authorisation',
    region: SORMLAND,
    date: date('2026-11-20'),
    reference: 'RS 2026-0099',
  },
};
export const locks: readonly Step[] = [authorises, { by: officer, command: { do: 'lock' } }];

export const types = (events: readonly CaseEvent[]): EventType[] => events.map((event) => event.type);
/** What one more step brings: the types of its events. */
export const brings = (story: Story, step: Step): EventType[] => {
  const outcome = attempt(story, step);
  if (!outcome.ok) throw new Error(`${step.command.do} was refused: ${outcome.error.code}`);
  return types(outcome.value.events);
};
export const refusal = (story: Story, step: Step): string => {
  const outcome = attempt(story, step);
  return outcome.ok ? 'allowed' : outcome.error.code;
};
