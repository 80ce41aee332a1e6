import { regionsOf } from '../../authority/governance.ts';
import { demands, requiredDecisions, speaksOf } from '../../authority/required.ts';
import { dateOf } from '../../shared/calendar.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { matterOf, missingDecisions } from '../stage-authority.ts';
import { type CaseState, isLocked } from '../state.ts';
import { askedAnew } from './asking-anew.ts';
import { event } from './draft.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A decision to initiate that is missing although the item is locked (the rows came later, or none was asked for), or
 * that is no longer missing. Null when nothing is new. Before the advertising it blocks that; what is past it is regularised
 * (law 6).
 */
export const flagOf = (state: CaseState, context: DecideContext): CaseEvent | null => {
  if (!isLocked(state) || 'exit' in state || !demands(context.governance, 'initiate')) return null;
  const missing = missingDecisions(state, context.governance, dateOf(context.now), 'initiate');
  return same(missing, state.flagged ?? []) ? null : event(context, { type: 'authority-flagged', missing });
};

/** Who must decide to initiate for each region, noted when an item is planned and whenever it is revised (law 6). */
const noteOf = (state: CaseState, last: CaseEvent, context: DecideContext): CaseEvent | null => {
  const planned =
    last.type === 'item-imported' ||
    last.type === 'principle-set' ||
    (last.type === 'item-revised' && last.material) ||
    // What a revision moved on the ladder comes before the note of who decides.
    (last.type === 'climbed' && last.how === 'revision') ||
    last.type === 'clock-moved' ||
    last.type === 'region-left' ||
    (last.type === 'escalation-closed' && last.how === 'region-left');
  const { governance, now } = context;
  if (!planned || state.status === 'new' || !demands(governance, 'initiate')) return null;
  const note = requiredDecisions(matterOf(state), governance, dateOf(now), 'initiate', regionsOf(governance));
  return same(note, state.authority) ? null : event(context, { type: 'authority-noted', note });
};

/**
 * Once each participating region's decision is on file, an item whose round is settled is initiated: people decided it. Where
 * time alone has brought that about, as when a region has left, it is with the next thing that somebody does (KL 6:38).
 */
const initiatedBy = (state: CaseState, context: DecideContext): CaseEvent | null => {
  if (context.actor.kind === 'clock') return null;
  if (state.status !== 'committed' && state.status !== 'partly-committed') return null;
  const { governance, now } = context;
  if (!speaksOf(governance, 'initiate')) return null;
  return missingDecisions(state, governance, dateOf(now), 'initiate').length === 0
    ? event(context, { type: 'advanced', stage: { to: 'initiated' } })
    : null;
};

export const authorityConsequence = (
  state: CaseState,
  last: CaseEvent,
  context: DecideContext,
): CaseEvent | null =>
  noteOf(state, last, context) ??
  initiatedBy(state, context) ??
  flagOf(state, context) ??
  askedAnew(state, context);
