import { addWorkingDays, dateOf, endOfDay } from '../../shared/calendar.ts';
import { isOut, openObjections, type UnitEntry } from '../answer.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { standsOut } from '../deviation.ts';
import type { CaseState } from '../state.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { entryOf, officer, openRound, ownEntry } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

const isOpen = (state: CaseState, entry: UnitEntry): boolean =>
  'round' in state && openObjections(state.round).some((open) => open.unit === entry.unit);

/** The officer puts the question anew, with words of their own, to a unit that objected or kept silent. */
export const askAgain = (state: CaseState, command: Of<'ask-again'>, context: DecideContext): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  const round = openRound(state);
  if (!round.ok) return round;
  const entry = entryOf(round.value, command.unit);
  if (!entry.ok) return entry;
  const stands = standsOut(round.value, entry.value, dateOf(context.now));
  const over = isOut(entry.value) && !stands;
  if (!over && !isOpen(state, entry.value) && entry.value.answer.kind !== 'no-answer') {
    return refused(stands ? 'deviation-stands' : 'no-objection');
  }
  if (command.deadline <= context.now) return refused('deadline-in-the-past', { deadline: command.deadline });
  const problem = textProblem(command.texts, []);
  if (problem) return { ok: false, error: problem };
  return ruled(
    event(
      context,
      {
        type: 'asked-again',
        unit: command.unit,
        deadline: command.deadline,
        ...(stands ? { standing: true } : {}),
      },
      command.texts,
    ),
  );
};

/** A way to meet the objection within coordination: lots, staggered start, option, another requirement. */
export const proposeSolution = (
  state: CaseState,
  command: Of<'propose-solution'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  const round = openRound(state);
  if (!round.ok) return round;
  const entry = entryOf(round.value, command.unit);
  if (!entry.ok) return entry;
  if (!isOpen(state, entry.value)) return refused('no-objection');
  const problem = textProblem(command.texts, ['text']);
  if (problem) return { ok: false, error: problem };
  const { solution } = entry.value;
  if (solution?.status === 'proposed') {
    const same = solution.kind === command.solution && solution.texts.text === command.texts.text;
    return same ? nothing : refused('solution-already-open');
  }
  return ruled(
    event(
      context,
      { type: 'solution-proposed', unit: command.unit, solution: command.solution },
      command.texts,
    ),
  );
};

/**
 * The objecting unit accepts (the objection is settled) or rejects, with its reason, the solution that its card showed.
 * Refused: `old-card` where another has been proposed since, `no-open-solution`, `text-missing`.
 */
export const answerSolution = (
  state: CaseState,
  command: Of<'answer-solution'>,
  context: DecideContext,
): Ruling => {
  const own = ownEntry(state, command.unit, context);
  if (!own.ok) return own;
  const { solution } = own.value.entry;
  if (solution && (command.number ?? 1) !== (solution.number ?? 1)) return refused('old-card');
  if (solution?.status === (command.accept ? 'accepted' : 'rejected')) return nothing;
  if (solution?.status !== 'proposed') return refused('no-open-solution');
  const problem = textProblem(command.texts, command.accept ? [] : ['text']);
  if (problem) return { ok: false, error: problem };
  return ruled(
    event(
      context,
      { type: 'solution-answered', unit: command.unit, accepted: command.accept },
      command.texts,
    ),
  );
};

/** At least this many working days to say what the unit wants instead. */
const WITHDRAWAL_DAYS = 5;

/**
 * The unit takes its objection back. That is no yes: it is asked what it wants instead, with time to say so (law 1).
 * Refused: `no-objection` once it is solved or decided.
 */
export const withdraw = (
  state: CaseState,
  command: Of<'withdraw-objection'>,
  context: DecideContext,
): Ruling => {
  const own = ownEntry(state, command.unit, context);
  if (!own.ok) return own;
  const { entry } = own.value;
  if (!isOpen(state, entry)) return entry.withdrawn ? nothing : refused('no-objection');
  const problem = textProblem(command.texts, []);
  if (problem) return { ok: false, error: problem };
  const grace = endOfDay(addWorkingDays(dateOf(context.now), WITHDRAWAL_DAYS));
  const deadline = grace > entry.deadline ? grace : entry.deadline;
  return ruled(event(context, { type: 'objection-withdrawn', unit: command.unit, deadline }, command.texts));
};
