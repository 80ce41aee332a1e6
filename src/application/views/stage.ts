import { mustDeclareAnew } from '#domain/coordination/deciding/conflict.ts';
import { mayBeDecided } from '#domain/coordination/deciding/stage-decisions.ts';
import { callOff, ownerOf } from '#domain/coordination/life-cycle.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import { reportersOf } from '#domain/coordination/report-notices.ts';
import type { AdvanceTo } from '#domain/coordination/stages.ts';
import { isLocked, type KnownCase } from '#domain/coordination/state.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { StageStep, StageView } from '#rendering/views/stage.ts';
import type { Reading } from '../reading.ts';
import { nameOf, ofItem, regionName } from './parts.ts';
import { may, refusalOf } from './rights.ts';
import { mayChangeOwner } from './sharing.ts';
import { replacing } from './stage-evaluators.ts';
import { exitFacts, factsOf } from './stage-facts.ts';
import { callOffStep, mayNoteTenders, undoOf } from './stage-own.ts';
import { formStep, officerStep, seatStep } from './stage-steps.ts';
import { fitted, type Way, waysOf } from './stage-ways.ts';
import { hasConflict, isInvolved, readsAll } from './visibility.ts';

/** What a button on the card may ask about instead of the next step. */
export type StageForm = AdvanceTo | 'tenders' | 'call-off' | 'evaluator' | 'more';

/** Each way in its own field of the card. */
const waysShown = (ways: readonly Way[]): Pick<StageView, 'others' | 'mayDocument' | 'changeOwner'> => ({
  ...(ways.includes('document') ? { mayDocument: true } : {}),
  ...(ways.includes('owner') ? { changeOwner: true } : {}),
  others: ways.filter((way) => way !== 'document' && way !== 'owner'),
});
const decidedHere = ({ viewer }: Reading, state: KnownCase): boolean =>
  (state.stageDecisions ?? []).some(({ by }) => by === viewer.id);

/** The secretary of a body has its delegates' decisions to report (KL 6:40, 7:8), and sees what they were about. */
const reportsHere = ({ viewer, governance }: Reading, state: KnownCase): boolean =>
  (state.stageDecisions ?? []).some((decision) =>
    reportersOf(state, decision, governance).includes(viewer.id),
  );

/**
 * All that is shown to whoever has a conflict, in whatever role: that they said so, and a way to take a wrong tap back.
 * What was declared before the bidders were known stays from then on, and then there is no way back.
 */
export const conflicted = (reading: Reading, state: KnownCase): StageView => ({
  card: 'stage',
  ...ofItem(reading, state),
  status: state.status,
  facts: [],
  step: {
    kind: 'conflicted',
    undo: may(reading, state, { do: 'declare-conflict', conflict: false }),
  },
  others: [],
});

/** The officer's question whether the item could be coordinated at all, with what was last said; or why it cannot be asked. */
export const assessing = (reading: Reading, state: KnownCase): Result<StageView, Refusal> => {
  const refusal = refusalOf(reading, state, { do: 'assess', possible: false, texts: { text: '…' } });
  if (refusal) return fail(refusal);
  const said = 'assessment' in state ? state.assessment : undefined;
  const step: StageStep = {
    kind: 'assess',
    ...(said ? { said: { possible: said.possible, by: nameOf(reading, said.by), at: said.at } } : {}),
  };
  return ok({ card: 'stage', ...ofItem(reading, state), status: state.status, facts: [], step, others: [] });
};

/** The question whether the viewer has a conflict in the case, and nothing else of it. Null for whoever handles nothing. */
export const declaring = (reading: Reading, state: KnownCase): StageView | null => {
  if (hasConflict(reading.viewer, state)) return conflicted(reading, state);
  if (!may(reading, state, { do: 'declare-conflict', conflict: true })) return null;
  return {
    card: 'stage',
    ...ofItem(reading, state),
    status: state.status,
    facts: [],
    step: { kind: 'declare', of: 'case' },
    others: [],
  };
};

/**
 * Where an item stands on its way to a contract and after it, with the reader's next step. For officers and those who
 * read everything, who has a part in the round, and who is to decide or has decided; never for a person with a conflict.
 */
export const stage = (
  reading: Reading,
  state: KnownCase,
  form?: StageForm,
  /** Of the call-off's form: SEK excluding VAT. */
  value?: number,
): StageView | null => {
  const { viewer } = reading;
  if (hasConflict(viewer, state)) return conflicted(reading, state);
  const seat = seatStep(reading, state);
  const evaluates = 'advertising' in state && state.advertising?.evaluators.includes(viewer.id) === true;
  const reads =
    readsAll(viewer) ||
    isInvolved(viewer, state) ||
    decidedHere(reading, state) ||
    reportsHere(reading, state) ||
    evaluates;
  if (!seat && !reads) return null;
  const officer = viewer.roles.includes('officer');
  const main = officer ? officerStep(reading, state) : undefined;
  const declares = evaluates && state.status === 'evaluation' && mustDeclareAnew(state, viewer.id);
  const asked = declares ? ({ kind: 'declare', of: 'bidders' } as const) : main;
  const notes = evaluates && mayNoteTenders(state, viewer.id);
  const calls = callOffStep(reading, state, value);
  const replaces = replacing(reading, state);
  const chosen = ((): StageStep | undefined => {
    if (form === undefined) return undefined;
    if (form === 'tenders') return notes ? { kind: 'tenders' } : undefined;
    if (form === 'call-off') return calls;
    if (form === 'evaluator') return replaces;
    if (form === 'more') return undefined;
    return officer ? formStep(reading, state, form) : undefined;
  })();
  // An evaluator who is no officer has nothing else to do here.
  const evaluating =
    notes && !officer && state.tenders === undefined ? ({ kind: 'tenders' } as const) : undefined;
  const step = chosen ?? seat ?? asked ?? evaluating;
  // "More" is about what of the same card did not fit.
  const whole = !form || form === 'more';
  const undo = form === 'call-off' || (whole && !officer) ? undoOf(reading, state) : undefined;
  const owner = ownerOf(state);
  const regularise =
    officer && isLocked(state) && (state.flagged?.length ?? 0) > 0 && !state.decisionsAsked?.initiate;
  const mayNote = notes && step?.kind !== 'tenders' && whole;
  const mayCallOff = calls !== undefined && whole;
  const mayReplace = replaces !== undefined && whole && !declares;
  const sayPrinciple = officer && whole && !declares && mayBeDecided(state, 'initiate') && !isLocked(state);
  const all =
    officer && whole && !declares
      ? waysOf(state, main, {
          shown: step === main,
          mayChangeOwner: isLocked(state) && mayChangeOwner(reading, state),
        })
      : [];
  const beside = [regularise, mayNote, mayCallOff, mayReplace, sayPrinciple, undo].filter(Boolean).length;
  const { here, behind } = fitted(all, step, beside);
  const region = viewer.region;
  if (form === 'more') {
    if (behind.length === 0) return null;
    const head = { card: 'stage', ...ofItem(reading, state), status: state.status } as const;
    return { ...head, facts: [], step: { kind: 'more' }, ...waysShown(behind) };
  }
  return {
    card: 'stage',
    ...ofItem(reading, state),
    status: state.status,
    ...(owner ? { owner: nameOf(reading, owner) } : {}),
    facts: [...factsOf(reading, state), ...exitFacts(reading, state, step)],
    ...(step ? { step } : {}),
    ...(regularise ? { regularise: 'initiate' as const } : {}),
    ...(sayPrinciple ? { sayPrinciple: state.principle !== true } : {}),
    ...waysShown(here),
    ...(behind.length > 0 ? { more: true as const } : {}),
    ...(mayNote ? { mayNoteTenders: true as const } : {}),
    ...(mayReplace ? { mayReplace: true as const } : {}),
    ...(mayCallOff ? { mayCallOff: true as const } : {}),
    ...(undo ? { undo } : {}),
    ...(isLocked(state) && !readsAll(viewer)
      ? { own: { region: regionName(reading, region), takesPart: callOff(state, region) !== null } }
      : {}),
  };
};
