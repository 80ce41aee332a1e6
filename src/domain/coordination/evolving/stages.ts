import type { CaseEvent } from '../events.ts';
import { type CaseState, isLocked, type KnownCase } from '../state.ts';
import { asked, impossible, without } from './entry.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const known = (state: CaseState, what: string): KnownCase =>
  state.status === 'new' ? impossible(what, state) : state;

export const decisionAsked = (state: CaseState, event: Of<'stage-decision-asked'>): CaseState => {
  const before = known(state, 'a question to deciders');
  return {
    ...before,
    decisionsAsked: { ...before.decisionsAsked, [event.kind]: event.at },
    ...(event.of ? { askedOf: { ...before.askedOf, [event.kind]: event.of } } : {}),
  };
};

export const decided = (state: CaseState, event: Of<'stage-decided'>): CaseState => {
  const before = known(state, 'a decision');
  const { at, by, texts = {} } = event;
  const decision = { ...event.decision, at, by, texts };
  return { ...before, stageDecisions: [...(before.stageDecisions ?? []), decision] };
};

export const authorityNoted = (state: CaseState, event: Of<'authority-noted'>): CaseState => ({
  ...known(state, 'a note of who decides'),
  authority: event.note,
});

export const authorityFlagged = (state: CaseState, event: Of<'authority-flagged'>): CaseState => {
  if (!isLocked(state)) return impossible('a flag before the lock', state);
  return event.missing.length > 0
    ? { ...state, flagged: event.missing }
    : (without(state, 'flagged') as CaseState);
};

export const authorisationFiled = (state: CaseState, event: Of<'authorisation-filed'>): CaseState => {
  const before = asked(state, 'an authorisation');
  const { region, date, reference, lead } = event;
  const filed = { date, reference, ...(lead ? { lead } : {}) };
  return { ...before, authorisations: { ...before.authorisations, [region]: filed } };
};

export const principleSet = (state: CaseState, event: Of<'principle-set'>): CaseState => {
  const before = known(state, 'a matter of principle');
  return event.principle ? { ...before, principle: true } : (without(before, 'principle') as CaseState);
};

export const ownerChanged = (state: CaseState, event: Of<'owner-changed'>): CaseState =>
  'assessment' in state ? ({ ...state, owner: event.owner } as CaseState) : impossible('a new owner', state);

export const tendersNoted = (state: CaseState, event: Of<'tenders-noted'>): CaseState => {
  if (!('advertising' in state) || !state.advertising) return impossible('tenders', state);
  const { received, approved } = event.texts ?? {};
  // A gallring may have taken the figures.
  if (received === undefined || approved === undefined)
    return without(state as CaseState & { tenders?: unknown }, 'tenders') as CaseState;
  return { ...state, tenders: { received: Number(received), approved: Number(approved) } } as CaseState;
};

/** The one in whose place another comes has no part any more; the new one declares anew, whatever was said before. */
export const evaluatorReplaced = (state: CaseState, event: Of<'evaluator-replaced'>): CaseState => {
  if (!('advertising' in state) || !state.advertising) return impossible('another evaluator', state);
  const { advertising } = state;
  const others = advertising.evaluators.filter((person) => person !== event.from && person !== event.to);
  const named = { ...state, advertising: { ...advertising, evaluators: [...others, event.to] } };
  if (!('declaredAnew' in named) || !named.declaredAnew || advertising.evaluators.includes(event.to))
    return named as CaseState;
  const { [event.to]: _before, ...declaredAnew } = named.declaredAnew;
  return { ...named, declaredAnew } as CaseState;
};

export const documented = (
  state: CaseState,
  event: Of<'documentation-reminded' | 'documentation-completed'>,
): CaseState => {
  if (!('contract' in state) && !('exit' in state)) return impossible('documentation', state);
  const { at, by } = event;
  const before = 'documentation' in state ? state.documentation : undefined;
  const documentation =
    event.type === 'documentation-reminded'
      ? { ...before, reminded: at }
      : { ...before, completed: { at, by } };
  return { ...state, documentation } as CaseState;
};
