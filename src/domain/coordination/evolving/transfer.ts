import type { CaseEvent } from '../events.ts';
import { type CaseState, isAsked, type Transfer } from '../state.ts';
import { impossible } from './entry.ts';

/**
 * The case stands where it stood, with its clock, its answers and its decisions. Its registry numbers were the former
 * body's and stay with what they cover; the successors give it new ones.
 */
export const transferred = (
  state: CaseState,
  { at, rule, from, to, archive, texts }: Extract<CaseEvent, { type: 'transferred' }>,
): CaseState => {
  // What was postponed or decided on before a round is somebody's too; else nobody has it before the units are asked.
  const begun =
    isAsked(state) ||
    state.status === 'postponed' ||
    ((state.status === 'draft' || state.status === 'assessed') && state.stageDecisions !== undefined);
  const known = begun ? state : impossible('a transfer', state);
  const transfer: Transfer = {
    at,
    rule,
    from,
    to,
    archive,
    ...(texts?.reading ? { reading: texts.reading } : {}),
    registry: known.registry ?? {},
  };
  return { ...known, registry: {}, transfers: [...(known.transfers ?? []), transfer] };
};
