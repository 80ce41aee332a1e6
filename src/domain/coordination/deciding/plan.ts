import { hasEnded } from '../../authority/ended.ts';
import { changedFields, isAnotherMatter, isMaterial } from '../../plan/item.ts';
import { dateOf } from '../../shared/calendar.ts';
import type { Instant, UnitId } from '../../shared/ids.ts';
import { entries, graceFrom, isGiven } from '../answer.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { leftOn, outOn, standingFor } from '../deviation.ts';
import { type CaseState, isAsked, isLocked, isOver } from '../state.ts';
import { hasConflict } from './conflict.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { officer, officerOrOperator } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

/**
 * When changed facts make answers stale: the earliest new deadline. Null where nobody is to answer. Of what is postponed
 * they go stale as well (law 3); those who gave them are asked once it is taken up again.
 */
const askAgainBy = (state: CaseState, now: Instant): Instant | null => {
  if (!isAsked(state) || isOver(state) || isLocked(state)) return null;
  if (!entries(state.round).some((entry) => isGiven(entry.answer))) return null;
  const grace = graceFrom(now);
  return grace > state.round.deadline ? grace : state.round.deadline;
};

/** Whom a decision has let out, and who is not asked as long as it binds. */
const standingOut = (state: CaseState, now: Instant): { stillOut?: readonly UnitId[] } => {
  const out = isAsked(state) ? outOn(state, dateOf(now)).map(({ unit }) => unit) : [];
  return out.length > 0 ? { stillOut: out } : {};
};

/** A plan row, new or again: created, revised or unchanged (no event). Refused: `item-locked` for a material change. */
export const importItem = (state: CaseState, command: Of<'import'>, context: DecideContext): Ruling => {
  const right = officerOrOperator(context);
  if (right) return { ok: false, error: right };
  const { item } = command;
  if (state.status === 'new') return ruled(event(context, { type: 'item-imported', item }));
  const changed = changedFields(state.item, item);
  if (changed.length === 0) return nothing;
  const material = isMaterial(changed);
  if (material && isLocked(state)) return refused('item-locked');
  const again = material ? askAgainBy(state, context.now) : null;
  return ruled(
    event(context, {
      type: 'item-revised',
      item,
      changed,
      material,
      ...(again ? { askAgainBy: again } : {}),
      ...(again ? standingOut(state, context.now) : {}),
      ...(isAnotherMatter(changed) ? { anotherMatter: true } : {}),
    }),
  );
};

const said = (text: string | undefined): string => text?.trim() ?? '';

/**
 * Samordningsbedömning: possible to coordinate, or not and why. It can be changed until a round asks; what was once
 * assessed as possible stays counted as that (`everPossible`). Refused: `people-only`, `not-allowed`, `unknown-item`,
 * `not-possible-now` from the round on, for what is over and while it is postponed, `text-missing` for a no without reason.
 */
export const assess = (state: CaseState, command: Of<'assess'>, context: DecideContext): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status === 'new') return refused('unknown-item');
  if (isAsked(state) || isOver(state) || state.status === 'postponed') {
    return refused('not-possible-now', { status: state.status });
  }
  const problem = textProblem(command.texts, command.possible ? [] : ['text']);
  if (problem) return { ok: false, error: problem };
  const before = 'assessment' in state ? state.assessment : undefined;
  const same = before?.possible === command.possible && said(before.texts.text) === said(command.texts.text);
  if (same) return nothing;
  return ruled(event(context, { type: 'assessed', possible: command.possible }, command.texts));
};

/**
 * Whether items of several regions could be bought together: kept on each of their cases, so that the same pair comes
 * lower next time. A no needs its reason. It moves no status: the item itself is assessed by its round or on its own.
 */
export const assessTogether = (
  state: CaseState,
  command: Of<'assess-together'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status === 'new') return refused('unknown-item');
  const { possible, texts } = command;
  const problem = textProblem(texts, possible ? [] : ['text']);
  if (problem) return { ok: false, error: problem };
  const own = state.item.id;
  const others = [...new Set(command.others)].filter((other) => other !== own);
  const same = others.every((other) => {
    const known = state.together?.[other];
    return known?.possible === possible && said(known.texts.text) === said(texts.text);
  });
  if (same) return nothing;
  return ruled(event(context, { type: 'assessed-together', others, possible }, texts));
};

/** A round runs, or has come to what the units agreed on. */
const RUNNING: readonly CaseState['status'][] = [
  'asked',
  'escalated',
  'committed',
  'partly-committed',
  'initiated',
];

/**
 * Asks units. An officer who asks about a draft thereby assesses it as possible; the command line cannot assess, so the
 * owner whom it names stands for the assessment in the record. A postponed item may be asked about anew, and
 * one that was left by a deviation once that has ended (`deviation-stands` till then). Units of a region that has left are
 * `region-has-left`.
 */
export const openRound = (state: CaseState, command: Of<'open-round'>, context: DecideContext): Ruling => {
  const right = officerOrOperator(context);
  if (right) return { ok: false, error: right };
  if (state.status === 'new') return refused('unknown-item');
  if (RUNNING.includes(state.status)) return refused('round-already-open');
  if (isLocked(state)) return refused('item-locked');
  const over = state.status === 'deviation-decided';
  const today = dateOf(context.now);
  if (over && leftOn(state, today)) return refused('deviation-stands');
  if (!over && state.status !== 'draft' && state.status !== 'assessed' && state.status !== 'postponed') {
    return refused('not-possible-now', { status: state.status });
  }
  if (command.deadline <= context.now) return refused('deadline-in-the-past', { deadline: command.deadline });
  if (command.units.length === 0) return refused('nobody-to-ask');
  if (command.units.some(({ region }) => hasEnded(context.governance, region)))
    return refused('region-has-left');
  const { owner, deadline, units } = command;
  if (hasConflict(state, owner)) return refused('owner-has-conflict');
  const number = isAsked(state) ? state.round.number + 1 : 1;
  const standing = isAsked(state) ? standingFor(state, units, today) : [];
  if (standing.length === units.length) return refused('deviation-stands');
  const opened = event(context, {
    type: 'round-opened',
    number,
    owner,
    deadline,
    units,
    ...(standing.length > 0 ? { stillOut: standing } : {}),
  });
  return !('assessment' in state) || state.assessment === undefined
    ? ruled(event(context, { type: 'assessed', possible: true }), opened)
    : ruled(opened);
};
