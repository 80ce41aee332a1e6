import type { PersonId } from '../shared/ids.ts';
import type { Declaration } from './escalation-state.ts';
import { type CaseState, isOver } from './state.ts';

/** Cases in which the time for tenders is out: whoever acts now can know who the bidders are. */
export type WithBidders = Extract<CaseState, { readonly declaredAnew?: unknown }>;

export const biddersKnown = (state: CaseState): state is WithBidders =>
  'advertising' in state && state.status !== 'advertised' && !isOver(state);

/** What a person has said of conflicts since the bidders became known; undefined for what was said before. */
export const declaredAnew = (state: CaseState, person: PersonId): Declaration | undefined =>
  biddersKnown(state) ? state.declaredAnew?.[person] : undefined;
