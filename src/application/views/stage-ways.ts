import { documentationDue, nextStages } from '#domain/coordination/life-cycle.ts';
import { proposedChange } from '#domain/coordination/modifying.ts';
import type { AdvanceTo } from '#domain/coordination/stages.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import type { StageStep } from '#rendering/views/stage.ts';
import { NEXT } from './stage-steps.ts';

/** Another way on or out, besides the step that the card asks for: a stage, or what no stage is. */
export type Way = AdvanceTo | 'document' | 'owner';

/** Teams shows six buttons; the last one is the way back. */
const ROOM = 5;

/** How many buttons the step itself takes. */
const buttonsOf = (step: StageStep | undefined): number => {
  switch (step?.kind) {
    case undefined:
    case 'wait':
    case 'standstill':
    case 'more':
      return 0;
    case 'declare':
      return 2;
    default:
      return 1;
  }
};

/** What the officer's own step leads to, or stands in the way of: no other button offers it. */
const taken = (state: KnownCase, main: StageStep | undefined, shown: boolean): readonly AdvanceTo[] => {
  const change = proposedChange(state) !== undefined;
  const next = NEXT[state.status];
  // What is asked for, waited for or to be done first belongs to the change that waits, or else to the next stage.
  const blocked = !change && main && next ? [next] : [];
  if (main?.kind !== 'advance') return change ? ['modified'] : blocked;
  return [...(shown ? [main.to] : []), ...blocked.filter((to) => to !== main.to)];
};

/**
 * Every way that an item has besides the step, in the order in which it is likely to be wanted: its life's, with the way
 * out last. That an item has begun follows from its decisions and is nobody's to say; before the lock stands its step.
 */
export const waysOf = (
  state: KnownCase,
  main: StageStep | undefined,
  { shown, mayChangeOwner }: { readonly shown: boolean; readonly mayChangeOwner: boolean },
): readonly Way[] => {
  const not: readonly AdvanceTo[] = ['initiated', ...taken(state, main, shown)];
  const complete = 'documentation' in state && state.documentation?.completed !== undefined;
  const documents = documentationDue(state) !== null && !complete && !(main?.kind === 'document' && shown);
  return [
    ...(documents ? (['document'] as const) : []),
    ...nextStages(state).filter((to) => !not.includes(to)),
    ...(mayChangeOwner ? (['owner'] as const) : []),
  ];
};

/**
 * What of the ways fits beside the step and the other buttons, and what stands behind one choice that opens the rest:
 * never is one left out.
 */
export const fitted = (
  ways: readonly Way[],
  step: StageStep | undefined,
  beside: number,
): { readonly here: readonly Way[]; readonly behind: readonly Way[] } => {
  const room = ROOM - buttonsOf(step) - beside;
  if (ways.length <= room) return { here: ways, behind: [] };
  const fit = Math.max(0, room - 1);
  return { here: ways.slice(0, fit), behind: ways.slice(fit) };
};
