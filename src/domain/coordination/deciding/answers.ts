import { addWorkingDays, dateOf, endOfDay } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/ids.ts';
import { fail, type Result } from '../../shared/result.ts';
import { type AnswerFacts, isGiven, isOut, type Texts, type UnitEntry } from '../answer.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { evidenceDue } from '../evidence.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CaseState } from '../state.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { entryOf, officer, openRound, ownEntry } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

const requiredTexts = (answer: AnswerFacts): readonly string[] =>
  answer.kind === 'yes-with-conditions' || answer.kind === 'objection' ? ['text'] : [];

const flat = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const factsOf = (answer: AnswerFacts): unknown =>
  answer.kind === 'yes' || answer.kind === 'yes-with-conditions'
    ? [answer.kind, answer.commitment]
    : answer.kind === 'objection'
      ? [answer.kind, answer.reason, answer.contract ?? {}]
      : [answer.kind];

const sameAnswer = (before: AnswerFacts & { texts: Texts }, after: AnswerFacts, texts: Texts): boolean =>
  flat([factsOf(before), before.texts]) === flat([factsOf(after), texts]);

/**
 * Whether a decision has weighed it: the objection of a unit that goes its own way, or one for a reason that was decided
 * over at this revision. It is history, and the officer sees it; another reason or a material revision opens a case anew
 * (laws 0 and 8; docs/decisions/0021). A yes brings a unit back that was let out by itself.
 */
export const decidedAlready = (entry: UnitEntry, answer: AnswerFacts, revision: number): boolean => {
  if (isOut(entry)) return !(answer.kind === 'yes' || answer.kind === 'yes-with-conditions');
  const { overruled } = entry;
  return (
    answer.kind === 'objection' &&
    overruled?.revision === revision &&
    overruled.reasons.includes(answer.reason)
  );
};

/**
 * A unit's answer, bound to the round and revision that its card showed (law 3); its giver may change it until the lock
 * (law 8), also late. Refused: `round-closed`, `item-locked`, `unit-not-asked`, `not-your-unit`, `people-only`,
 * `old-card`, `text-missing`, `text-too-long`. The same answer again is no event.
 */
export const answer = (state: CaseState, command: Of<'answer'>, context: DecideContext): Ruling => {
  const own = ownEntry(state, command.unit, context);
  if (!own.ok) return own;
  const { entry, state: known } = own.value;
  if (command.round !== known.round.number) return refused('round-closed');
  if (command.revision !== known.revision) return refused('old-card');
  const problem = textProblem(command.texts, requiredTexts(command.answer));
  if (problem) return { ok: false, error: problem };
  if (isGiven(entry.answer) && sameAnswer(entry.answer, command.answer, command.texts)) return nothing;
  const awaits = command.answer.kind === 'objection' && !command.texts.evidence?.trim();
  const due = awaits ? { evidenceDue: evidenceDue(context.now) } : {};
  const stands = decidedAlready(entry, command.answer, known.revision) ? ({ stands: true } as const) : {};
  return ruled(
    event(
      context,
      { type: 'answered', unit: command.unit, answer: command.answer, ...due, ...stands },
      command.texts,
    ),
  );
};

export const requestMoreTime = (
  state: CaseState,
  command: Of<'request-more-time'>,
  context: DecideContext,
): Ruling => {
  const own = ownEntry(state, command.unit, context);
  if (!own.ok) return own;
  const { entry, state: known } = own.value;
  if (command.round !== known.round.number) return refused('round-closed');
  if (isGiven(entry.answer)) return refused('already-registered');
  const problem = textProblem(command.texts, []);
  if (problem) return { ok: false, error: problem };
  if (entry.moreTime) return nothing;
  return ruled(event(context, { type: 'more-time-requested', unit: command.unit }, command.texts));
};

const pendingRequest = (
  state: CaseState,
  command: Of<'grant-more-time' | 'refuse-more-time'>,
  context: DecideContext,
): Result<UnitEntry, Refusal> => {
  const right = officer(context);
  if (right) return fail(right);
  const round = openRound(state);
  if (!round.ok) return round;
  const entry = entryOf(round.value, command.unit);
  if (!entry.ok) return entry;
  return entry.value.moreTime ? entry : fail(refuse('no-more-time-requested'));
};

/** Counted in working days from the unit's deadline, or from today where that has passed; the end of that day in Stockholm. */
export const longerDeadline = (deadline: Instant, now: Instant, workingDays: number): Instant =>
  endOfDay(addWorkingDays(dateOf(deadline > now ? deadline : now), workingDays));

export const grantMoreTime = (
  state: CaseState,
  command: Of<'grant-more-time'>,
  context: DecideContext,
): Ruling => {
  const entry = pendingRequest(state, command, context);
  if (!entry.ok) return entry;
  const deadline = longerDeadline(entry.value.deadline, context.now, command.workingDays);
  return ruled(event(context, { type: 'more-time-granted', unit: command.unit, deadline }));
};

export const refuseMoreTime = (
  state: CaseState,
  command: Of<'refuse-more-time'>,
  context: DecideContext,
): Ruling => {
  const entry = pendingRequest(state, command, context);
  if (!entry.ok) return entry;
  return ruled(event(context, { type: 'more-time-refused', unit: command.unit }));
};
