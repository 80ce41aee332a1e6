import type { Governance } from '#domain/authority/governance.ts';
import type { AnswerFacts, Texts } from '#domain/coordination/answer.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { type Decision, decide } from '#domain/coordination/decide.ts';
import type { CaseEvent, EventType } from '#domain/coordination/events.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import { type CaseState, initialState } from '#domain/coordination/state.ts';
import type { Outcome } from '#domain/escalation/reasons.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import type { Instant, RegionId, UnitId } from '#domain/shared/ids.ts';
import type { Result } from '#domain/shared/result.ts';
import {
  asks,
  at,
  beds,
  clock,
  date,
  governance,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sKirurgi,
  sMember,
  vAnestesi,
  vKirurgi,
  vMember,
} from './world.ts';

/** One step of a story: who does what, when. */
export interface Step {
  readonly by: Actor;
  readonly command: CaseCommand;
  readonly at?: Instant;
  /** On the card as it is now: a position is of the proposal that is asked about then. */
  readonly current?: true;
}

export interface Story {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly now: Instant;
}

export const START = at('2026-11-23 09:00');
/** The deadline of `asked`: a Friday. */
export const DEADLINE = endOfDay(date('2026-12-04'));

/** What a press on the card as it is now sends. */
const shown = ({ state }: Story, command: CaseCommand): CaseCommand => {
  const proposal =
    state.status === 'escalated' && 'proposal' in state.escalation
      ? state.escalation.proposal.number
      : undefined;
  return command.do === 'take-position' && proposal !== undefined ? { ...command, proposal } : command;
};
export const attempt = (
  story: Story,
  { by, command, at: when = story.now, current }: Step,
  rules: Governance = governance,
): Result<Decision, Refusal> =>
  decide(story.state, current ? shown(story, command) : command, { now: when, actor: by, governance: rules });

/** By rules of its own. Every step must be allowed; a story that is refused is a broken test. */
export const told = (rules: Governance, from: Story, ...steps: readonly Step[]): Story =>
  steps.reduce((story, step) => {
    const outcome = attempt(story, step, rules);
    if (!outcome.ok) throw new Error(`${step.command.do} was refused: ${outcome.error.code}`);
    return {
      state: outcome.value.state,
      events: [...story.events, ...outcome.value.events],
      now: step.at ?? story.now,
    };
  }, from);
export const tell = (from: Story, ...steps: readonly Step[]): Story => told(governance, from, ...steps);

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
const allowed = (story: Story, step: Step, rules: Governance): Decision => {
  const outcome = attempt(story, step, rules);
  if (!outcome.ok) throw new Error(`${step.command.do} was refused: ${outcome.error.code}`);
  return outcome.value;
};
/** What one more step brings: the types of its events. */
export const brings = (story: Story, step: Step, rules = governance): EventType[] =>
  types(allowed(story, step, rules).events);
/** Whom one more step tells, and of what. */
export const notices = (story: Story, step: Step, rules = governance): Decision['notices'] =>
  allowed(story, step, rules).notices;
export const refusal = (story: Story, step: Step, rules = governance): string => {
  const outcome = attempt(story, step, rules);
  return outcome.ok ? 'allowed' : outcome.error.code;
};

/** Västmanland's surgeons object, everybody else says yes. */
export const objected = tell(asked, yes(sAkut), yes(sKirurgi), yes(vAnestesi), objects(vKirurgi));
export const lift = (proposal: Outcome = 'coordinate', texts: Texts = {}): Step => ({
  by: officer,
  command: { do: 'escalate', proposal, texts },
});
export const declares = (by: Actor, conflict = false): Step => ({
  by,
  command: { do: 'declare-conflict', conflict },
});
/** A rejection has its reason; a number is the revision that the card showed. */
export const takes = (
  by: Actor,
  stance: 'approve' | 'reject',
  revision = 1,
  texts: Texts = {},
  decides?: boolean,
): Step => ({
  by,
  current: true,
  command: {
    do: 'take-position',
    revision,
    stance,
    ...(decides === undefined ? {} : { decides }),
    texts: stance === 'reject' ? { reason: 'Behoven skiljer sig', ...texts } : texts,
  },
});
/** On a card that said that it decides. */
export const takesDeciding = (by: Actor, stance: 'approve' | 'reject'): Step =>
  takes(by, stance, 1, {}, true);
export const decides = (
  by: Actor,
  region: RegionId,
  outcome: Outcome,
  until: string | null = outcome === 'deviate' ? '2027-12-31' : null,
): Step => ({
  by,
  command: {
    do: 'decide',
    region,
    revision: 1,
    outcome,
    ...(until === null ? {} : { until: date(until) }),
    texts: { text: 'Enligt rådets förslag' },
  },
});
/** Both regions' members approve; the delegates, or their body, are to decide. */
export const bothApprove = (revision = 1): readonly Step[] => [
  declares(sMember),
  declares(vMember),
  takes(sMember, 'approve', revision),
  takes(vMember, 'approve', revision),
];
