import type { CaseEvent } from '../events.ts';
import type { CaseState, Transfer } from '../state.ts';
import { asked } from './entry.ts';

/**
 * The case stands where it stood, with its clock, its answers and its decisions. Its registry numbers were the former
 * body's and stay with what they cover; the successors give it new ones.
 */
export const transferred = (
  state: CaseState,
  { at, rule, from, to, archive, texts }: Extract<CaseEvent, { type: 'transferred' }>,
): CaseState => {
  const known = asked(state, 'a transfer');
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
