import { dateOf } from '../../shared/calendar.ts';
import type { CaseEvent } from '../events.ts';
import { nextModification, raised } from '../modifying.ts';
import type { Contract } from '../stages.ts';
import type { CaseState, KnownCase } from '../state.ts';
import { impossible, without } from './entry.ts';

type Advanced = Extract<CaseEvent, { type: 'advanced' }>;
type Contracted = Extract<KnownCase, { contract: Contract }>;

/** What a contract is after a change of it was proposed, dropped or made (LOU ch. 17, law 5). */
export const modifying = (state: KnownCase, event: Advanced): CaseState => {
  const { stage, at, by, texts = {} } = event;
  if (!('contract' in state)) return impossible(stage.to, state);
  if (stage.to === 'modification-proposed') {
    const { to: _to, ...facts } = stage;
    const number = nextModification(state);
    return { ...state, modification: { ...facts, number, at, by, texts }, modificationsProposed: number };
  }
  const { modification } = state;
  if (!modification) return impossible(stage.to, state);
  const rest = without(state, 'modification') as Contracted;
  if (stage.to !== 'modified') return rest;
  const { until, optionsUntil } = rest.contract;
  const last = modification.until ?? until;
  const { optionsUntil: _options, optionBy, ...contract } = rest.contract;
  const keeps = optionsUntil !== undefined && optionsUntil > last;
  const part = rest.participants.find(({ region }) => region === modification.region);
  const was = modification.value === undefined ? undefined : part?.ceiling;
  return {
    ...rest,
    participants: raised(rest.participants, modification),
    // Options that the prolongation has passed are none any more.
    contract: {
      ...contract,
      until: last,
      ...(keeps ? { optionsUntil, ...(optionBy === undefined ? {} : { optionBy }) } : {}),
    },
    modifications: [
      ...(rest.modifications ?? []),
      { ...modification, madeOn: dateOf(at), ...(was === undefined ? {} : { was }) },
    ],
  };
};
