import { dateOf, standstillEnd } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/ids.ts';
import { never } from '../../shared/result.ts';
import { entries, graceFrom } from '../answer.ts';
import type { CaseEvent } from '../events.ts';
import { documentedBy, doneWith, standstillAfterAppeal } from '../life-cycle.ts';
import type { AdvancedFacts, Stamp } from '../stages.ts';
import { type CaseState, isAsked, isLocked, type KnownCase } from '../state.ts';
import { asked, impossible, restated, without } from './entry.ts';
import { modifying } from './modifying.ts';

type Advanced = Extract<CaseEvent, { type: 'advanced' }>;
type Of<T extends AdvancedFacts['to']> = Extract<AdvancedFacts, { to: T }>;

const factsOf = <S extends AdvancedFacts>({ at, by }: Advanced, stage: S): Omit<S, 'to'> & Stamp => {
  const { to: _to, ...facts } = stage;
  return { ...facts, at, by };
};
const written = ({ at, by, texts = {} }: Advanced) => ({ at, by, texts });

/** Out, with all that was known; documentation is due where it had been advertised (law 7). */
const left = (
  state: KnownCase,
  event: Advanced,
  status: 'cancelled' | 'external-coordination',
): CaseState => {
  const advertised = 'advertising' in state && state.advertising !== undefined;
  const exit = {
    ...written(event),
    ...(advertised ? { documentedBy: documentedBy(dateOf(event.at)) } : {}),
  };
  if (isLocked(state)) return { ...state, status, exit };
  return isAsked(state)
    ? { ...without(state, 'escalation' as never), status, exit }
    : { ...state, status, exit };
};

/** Whoever still has to answer gets time for it: the deadline may have passed while nobody was to answer. */
const resumed = (state: CaseState, at: Instant): CaseState => {
  if (state.status !== 'postponed') return impossible('a way back', state);
  if (isAsked(state)) {
    const grace = graceFrom(at);
    const units = Object.fromEntries(
      entries(state.round).map((entry) => [
        entry.unit,
        entry.answer.kind === 'waiting' && entry.deadline < grace ? { ...entry, deadline: grace } : entry,
      ]),
    );
    return restated({ ...without(state, 'exit'), status: 'asked', round: { ...state.round, units } });
  }
  const { exit: _exit, assessment, ...known } = state;
  return assessment
    ? { ...known, assessment, status: assessment.possible ? 'assessed' : 'not-possible' }
    : { ...known, status: 'draft' };
};

const settled = (state: CaseState, event: Advanced, stage: Of<'appeal-settled'>): CaseState => {
  if (state.status !== 'appealed') return impossible('the end of an appeal', state);
  const { date, outcome } = stage;
  const appeals = (state.appeals ?? []).map((appeal) =>
    appeal.settled ? appeal : { ...appeal, settled: { date, outcome } },
  );
  switch (outcome) {
    case 'award-stands': {
      const again = standstillAfterAppeal(date, stage.days);
      const until = again > state.standstill.until ? again : state.standstill.until;
      return { ...state, status: 'standstill', appeals, standstill: { ...state.standstill, until } };
    }
    case 'evaluate-again':
      return { ...without(state, 'award', 'standstill'), appeals, status: 'evaluation' };
    case 'start-over':
      return left({ ...state, appeals }, event, 'cancelled');
    default:
      return never(outcome);
  }
};

/** Where the lock has passed it by, the region's part gets what was missing. */
const ceilingStated = (state: KnownCase, { region, value }: Of<'ceiling-stated'>): CaseState => {
  if (!isAsked(state)) return impossible('a ceiling before anybody was asked', state);
  const ceilings = { ...state.ceilings, [region]: value };
  if (!isLocked(state)) return { ...state, ceilings };
  const participants = state.participants.map((part) =>
    part.region === region && part.ceiling === 0 ? { ...part, ceiling: value } : part,
  );
  return { ...state, ceilings, participants };
};

/** Decisions of kinds that the stage used up are history: the next time needs its own. */
const used = (state: KnownCase, { stage, uses = [], at }: Advanced): KnownCase => {
  if (uses.length === 0) return state;
  const usedOn = stage.to === 'appeal-settled' ? stage.date : dateOf(at);
  const stageDecisions = (state.stageDecisions ?? []).map((decision) =>
    uses.includes(decision.kind) && decision.usedOn === undefined ? { ...decision, usedOn } : decision,
  );
  return { ...state, stageDecisions };
};

/** Whoever was asked for them was asked about this time, or about another change of the contract: the next is asked anew. */
const unasked = (state: KnownCase, { stage }: Advanced): KnownCase => {
  const { decisionsAsked = {} } = state;
  const over = doneWith(stage).filter((kind) => decisionsAsked[kind]);
  return over.length === 0 ? state : { ...state, decisionsAsked: without(decisionsAsked, ...over) };
};

/** What an item is after a stage; a stage that it could not have entered is a broken record. */
export const advanced = (state: CaseState, event: Advanced): CaseState =>
  state.status === 'new'
    ? impossible(event.stage.to, state)
    : entered(unasked(used(state, event), event), event);

const entered = (state: KnownCase, event: Advanced): CaseState => {
  const { stage } = event;
  switch (stage.to) {
    case 'initiated':
      return { ...asked(state, 'a beginning'), status: 'initiated' } as CaseState;
    case 'advertised':
      return state.status === 'locked'
        ? { ...state, status: 'advertised', advertising: factsOf(event, stage) }
        : impossible(stage.to, state);
    case 'evaluation':
      return state.status === 'advertised' ? { ...state, status: 'evaluation' } : impossible(stage.to, state);
    case 'awarded':
      return state.status === 'evaluation'
        ? { ...state, status: 'awarded', award: factsOf(event, stage) }
        : impossible(stage.to, state);
    case 'standstill': {
      if (state.status !== 'awarded') return impossible(stage.to, state);
      const until = standstillEnd(stage.date, stage.sent, stage.days);
      return { ...state, status: 'standstill', standstill: { ...factsOf(event, stage), until } };
    }
    case 'appealed':
      return state.status === 'standstill'
        ? { ...state, status: 'appealed', appeals: [...(state.appeals ?? []), factsOf(event, stage)] }
        : impossible(stage.to, state);
    case 'appeal-settled':
      return settled(state, event, stage);
    case 'contract':
      return state.status === 'standstill'
        ? {
            ...state,
            status: 'contract',
            contract: { ...factsOf(event, stage), documentedBy: documentedBy(stage.date) },
          }
        : impossible(stage.to, state);
    case 'extended':
      return 'contract' in state
        ? // The day was the used option's; by when a further one is to be used nobody has said.
          { ...state, contract: { ...without(state.contract, 'optionBy'), until: stage.until } }
        : impossible(stage.to, state);
    case 'modification-proposed':
    case 'modification-dropped':
    case 'modified':
      return modifying(state, event);
    case 'followed-up':
      return state.status === 'contract'
        ? { ...state, status: 'followed-up', followUp: written(event) }
        : impossible(stage.to, state);
    case 'reviewed':
      return state.status === 'followed-up'
        ? { ...state, status: 'reviewed', review: written(event) }
        : impossible(stage.to, state);
    case 'closed':
      return state.status === 'reviewed' ? { ...state, status: 'closed' } : impossible(stage.to, state);
    case 'cancelled':
    case 'external-coordination':
      return left(state, event, stage.to);
    case 'postponed':
      if (isLocked(state)) return impossible(stage.to, state);
      return isAsked(state)
        ? ({ ...state, status: 'postponed', exit: written(event) } as CaseState)
        : { ...state, status: 'postponed', exit: written(event) };
    case 'resumed':
      return resumed(state, event.at);
    case 'ceiling-stated':
      return ceilingStated(state, stage);
    case 'contracted-alone':
      return { ...state, alone: { ...state.alone, [stage.region]: factsOf(event, stage) } };
    default:
      return never(stage);
  }
};
