import { entries, isGiven } from '#domain/coordination/answer.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import { isAsked, isLocked, isOver, type KnownCase } from '#domain/coordination/state.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { CardAction } from '#rendering/action.ts';
import type { CorrectingView } from '#rendering/views/correcting.ts';
import type { Reading } from '../reading.ts';
import { ofItem } from './parts.ts';
import { refusalOf } from './rights.ts';

type Correction = Extract<CardAction, { verb: 'item.correct' }>;

const without = ({
  value: _,
  valueWithOptions: _o,
  advertise: _a,
  start: _s,
  contractEnd: _c,
  ...rest
}: ItemFacts) => rest;

/** The item as the card says it is from now on; a field that was cleared is unknown again. */
export const corrected = (
  item: ItemFacts,
  { value, valueWithOptions, advertise, start, contractEnd }: Correction,
): ItemFacts => ({
  ...without(item),
  ...(value === undefined ? {} : { value }),
  ...(valueWithOptions === undefined ? {} : { valueWithOptions }),
  ...(advertise === undefined ? {} : { advertise }),
  ...(start === undefined ? {} : { start }),
  ...(contractEnd === undefined ? {} : { contractEnd }),
});

const problem = (reading: Reading, state: KnownCase): Refusal | null => {
  if (!reading.viewer.roles.includes('officer')) return refuse('not-allowed', { role: 'officer' });
  if (isLocked(state)) return refuse('item-locked');
  if (isOver(state)) return refuse('not-possible-now', { status: state.status });
  return refusalOf(reading, state, { do: 'import', item: state.item });
};
export const mayCorrect = (reading: Reading, state: KnownCase): boolean => problem(reading, state) === null;

/** What an officer may correct until the lock, as the plan has it now. */
export const correctingView = (reading: Reading, state: KnownCase): Result<CorrectingView, Refusal> => {
  const refusal = problem(reading, state);
  if (refusal) return fail(refusal);
  const { value, valueWithOptions, advertise, start, contractEnd } = state.item;
  return ok({
    card: 'correcting',
    ...ofItem(reading, state),
    ...(value === undefined ? {} : { value }),
    ...(valueWithOptions === undefined ? {} : { valueWithOptions }),
    ...(advertise === undefined ? {} : { advertise }),
    ...(start === undefined ? {} : { start }),
    ...(contractEnd === undefined ? {} : { contractEnd }),
    answered: isAsked(state) ? entries(state.round).filter(({ answer }) => isGiven(answer)).length : 0,
  });
};
