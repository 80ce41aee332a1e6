import { dateOf } from '../shared/calendar.ts';
import type { PlainDate } from '../shared/ids.ts';
import type { DecideContext } from './commands.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Advance } from './stages.ts';
import type { KnownCase } from './state.ts';

/** The latest day of a decision to extend that no extension has used up: nothing is used before it is decided. */
const decidedOn = (state: KnownCase): PlainDate | undefined =>
  (state.stageDecisions ?? [])
    .filter(({ kind, usedOn }) => kind === 'extend' && usedOn === undefined)
    .map(({ date }) => date)
    .sort()
    .at(-1);

/**
 * An option lengthens a contract that runs: it is used on the contract's last day at the latest, and on the last day to use
 * it where that is known. What counts is the day on which it was used, today where none is given. Refused:
 * `no-such-option`, `stage-date-in-the-future`, `stage-date-too-early`, `option-contract-over`, `option-too-late`.
 */
export const extensionProblem = (
  state: KnownCase,
  { until, date }: Extract<Advance, { to: 'extended' }>,
  { now }: DecideContext,
): Refusal | null => {
  if (!('contract' in state)) return refuse('not-possible-now');
  const { contract } = state;
  const covered =
    contract.optionsUntil !== undefined && contract.until < until && until <= contract.optionsUntil;
  if (!covered) return refuse('no-such-option');
  const used = date ?? dateOf(now);
  if (used > dateOf(now)) return refuse('stage-date-in-the-future');
  const decided = decidedOn(state);
  const after = decided !== undefined && decided > contract.date ? decided : contract.date;
  if (used < after) return refuse('stage-date-too-early', { after });
  if (used > contract.until) return refuse('option-contract-over', { until: contract.until });
  return contract.optionBy !== undefined && used > contract.optionBy
    ? refuse('option-too-late', { by: contract.optionBy })
    : null;
};

/** The last day to use an option lies within the contract, and is of no meaning without an option. */
export const optionByProblem = ({
  date,
  until,
  optionsUntil,
  optionBy,
}: Extract<Advance, { to: 'contract' }>): Refusal | null =>
  optionBy === undefined || (optionsUntil !== undefined && date <= optionBy && optionBy <= until)
    ? null
    : refuse('option-day-misplaced');
