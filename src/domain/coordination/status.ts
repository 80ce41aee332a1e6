import { OUTCOMES, type Outcome } from '../escalation/reasons.ts';
import type { RegionId } from '../shared/ids.ts';
import {
  entries,
  isCommitment,
  isOut,
  openObjections,
  type Round,
  silent,
  type UnitEntry,
  waiting,
} from './answer.ts';
import { type AskedCase, isLocked, type Participation } from './state.ts';

const COORDINATED: readonly Outcome[] = OUTCOMES.filter((o) => o !== 'deviate' && o !== 'postpone');
export const isCoordinated = (outcome: Outcome): boolean => COORDINATED.includes(outcome);

/** A unit takes part by its own yes, by an accepted solution, or because coordination was decided over its objection. */
const takesPart = (entry: UnitEntry): boolean => entry.decided !== 'deviate' && ofItself(entry);
const ofItself = (entry: UnitEntry): boolean =>
  isCommitment(entry.answer) ||
  (entry.answer.kind === 'objection' &&
    (entry.solution?.status === 'accepted' ||
      (entry.decided !== undefined && isCoordinated(entry.decided) && !isOut(entry))));

const regionsOfRound = (round: Round): RegionId[] => [
  ...new Set(entries(round).map((entry) => entry.region)),
];

/**
 * Where a round stands when nothing is escalated: `committed` once every asked region takes part and nobody is still to
 * answer, `partly-committed` when only some do or a decision has let units go their own way, else `asked`. Silence counts for nobody (law 1).
 */
export const roundStatus = (round: Round): 'asked' | 'committed' | 'partly-committed' => {
  const all = entries(round);
  const unsettled = waiting(round).length > 0 || silent(round).length > 0;
  if (unsettled || openObjections(round).length > 0) return 'asked';
  const regions = regionsOfRound(round);
  const taking = regions.filter((region) => all.some((entry) => entry.region === region && takesPart(entry)));
  if (taking.length === 0) return 'asked';
  return taking.length === regions.length && !all.some(isOut) ? 'committed' : 'partly-committed';
};

/** What each taking region may call off: the sums of its units' named values (SEK excluding VAT) and volumes (law 5). */
export const participations = (round: Round): Participation[] =>
  regionsOfRound(round).flatMap((region) => {
    const taking = entries(round).filter((entry) => entry.region === region && takesPart(entry));
    if (taking.length === 0) return [];
    const ceiling = taking.reduce(
      (sum, { answer }) => sum + (isCommitment(answer) ? (answer.commitment.value ?? 0) : 0),
      0,
    );
    const volumes = taking.flatMap(({ answer }) =>
      isCommitment(answer) && answer.commitment.volume !== undefined ? [answer.commitment.volume] : [],
    );
    const ceilingVolume = volumes.reduce((sum, volume) => sum + volume, 0);
    return [{ region, ceiling, ...(volumes.length > 0 ? { ceilingVolume } : {}) }];
  });

/** Who takes part and with what: once locked as it was locked, before that as the units have answered and Inköp has stated. */
export const participants = (state: AskedCase): readonly Participation[] =>
  isLocked(state)
    ? state.participants
    : participations(state.round).map((part) => {
        const stated = state.ceilings?.[part.region];
        return part.ceiling === 0 && stated !== undefined ? { ...part, ceiling: stated } : part;
      });

/** Regions that take part without any value: by volume alone, or by a decision over their units' objections. */
export const withoutValue = (state: AskedCase): RegionId[] =>
  participants(state).flatMap(({ region, ceiling }) => (ceiling > 0 ? [] : [region]));

/** Of those, the ones without a volume too: party to nothing, so that the item cannot be locked (law 5). */
export const withoutCeiling = (state: AskedCase): RegionId[] =>
  participants(state).flatMap(({ region, ceiling, ceilingVolume = 0 }) =>
    ceiling > 0 || ceilingVolume > 0 ? [] : [region],
  );
