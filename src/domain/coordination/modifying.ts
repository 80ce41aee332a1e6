import { isAmount } from '../savings/lines.ts';
import { dateOf } from '../shared/calendar.ts';
import type { PlainDate, RegionId } from '../shared/ids.ts';
import type { DecideContext } from './commands.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Advance, ContractChange, Modification } from './stages.ts';
import type { KnownCase, Participation } from './state.ts';

type Proposed = Extract<Advance, { to: 'modification-proposed' }>;
type Change = Pick<Proposed, 'region' | 'value' | 'volume'>;

/** The change that waits for its decision, or to be made. */
export const proposedChange = (state: KnownCase): Modification | undefined =>
  'modification' in state ? state.modification : undefined;

/** What of it is decided: the facts alone. */
export const changeOf = (modification: Modification): ContractChange => {
  const { ground, region, value, volume, until } = modification;
  return {
    ground,
    ...(region === undefined ? {} : { region }),
    ...(value === undefined ? {} : { value }),
    ...(volume === undefined ? {} : { volume }),
    ...(until === undefined ? {} : { until }),
  };
};

export const sameChange = (one: ContractChange, other: ContractChange): boolean =>
  one.ground === other.ground &&
  one.region === other.region &&
  one.value === other.value &&
  one.volume === other.volume &&
  one.until === other.until;

/** The number of the next proposal, so that what a card showed is not another. */
export const nextModification = (state: KnownCase): number =>
  ('modificationsProposed' in state ? (state.modificationsProposed ?? 0) : 0) + 1;

/** Each region's ceiling as it becomes (law 5: the regions stay the same). */
export const raised = (
  participants: readonly Participation[],
  { region, value, volume }: Change,
): readonly Participation[] =>
  participants.map((part) =>
    part.region === region
      ? {
          ...part,
          ...(value === undefined ? {} : { ceiling: value }),
          ...(volume === undefined ? {} : { ceilingVolume: volume }),
        }
      : part,
  );

/**
 * By whom a change, or an extension after one, is decided follows from the contract as it becomes, not as it was: null
 * where nothing was changed or is to be.
 */
export const ceilingsToWeigh = (
  state: KnownCase,
  kind: 'modify' | 'extend',
): Readonly<Record<RegionId, number>> | null => {
  if (!('contract' in state)) return null;
  const change = kind === 'modify' ? state.modification : undefined;
  if (!change && !state.modifications) return null;
  const parts = change ? raised(state.participants, change) : state.participants;
  return Object.fromEntries(
    parts.filter(({ ceiling }) => ceiling > 0).map(({ region, ceiling }) => [region, ceiling]),
  );
};

/** What the regions were in for when the item was locked: a later change of the contract makes its beginning no other matter. */
export const beforeChanges = (
  state: KnownCase,
  parts: readonly Participation[],
): readonly Participation[] => {
  const made = 'modifications' in state ? (state.modifications ?? []) : [];
  return parts.map((part) => {
    const first = made.find(({ region, was }) => region === part.region && was !== undefined);
    return first?.was === undefined ? part : { ...part, ceiling: first.was };
  });
};

const ceilingProblem = (
  parts: readonly Participation[],
  { region, value, volume }: Change,
): Refusal | null => {
  if (region === undefined) return refuse('text-missing');
  const part = parts.find((one) => one.region === region);
  if (!part) return refuse('late-region-outside', { region });
  if (value !== undefined) {
    if (!isAmount(value)) return refuse('number-unreadable');
    // A ceiling in pieces alone stays so; one in kronor that nobody has named is stated, not raised.
    if (part.ceiling === 0 || value <= part.ceiling) return refuse('ceiling-not-raised', { region });
  }
  if (volume !== undefined) {
    if (!isAmount(volume)) return refuse('number-unreadable');
    if (part.ceilingVolume === undefined || volume <= part.ceilingVolume)
      return refuse('ceiling-not-raised', { region });
  }
  return null;
};

const untilProblem = (
  { until, optionsUntil }: { readonly until: PlainDate; readonly optionsUntil?: PlainDate },
  wanted: PlainDate,
): Refusal | null => {
  if (wanted <= until) return refuse('contract-ends-too-early');
  // Decisions are distinct (section 1): what an option covers is an extension.
  return optionsUntil !== undefined && wanted <= optionsUntil
    ? refuse('option-covers', { until: optionsUntil })
    : null;
};

/**
 * Whether a change can be put to those who decide it: while the contract runs, for a region that is party to it, with a
 * higher ceiling or a later last day than it has. Refused: `contract-over`, `modification-empty`, `text-missing` (no region
 * for a ceiling), `late-region-outside`, `number-unreadable`, `ceiling-not-raised`, `contract-ends-too-early`,
 * `option-covers`.
 */
export const proposalProblem = (
  state: KnownCase,
  facts: Proposed,
  { now }: DecideContext,
): Refusal | null => {
  if (!('contract' in state)) return refuse('no-contract-yet');
  const { contract, participants } = state;
  if (dateOf(now) > contract.until) return refuse('contract-over', { until: contract.until });
  const { value, volume, until } = facts;
  const raises = value !== undefined || volume !== undefined;
  if (!raises && until === undefined) return refuse('modification-empty');
  const problem = raises ? ceilingProblem(participants, facts) : null;
  return problem ?? (until === undefined ? null : untilProblem(contract, until));
};
