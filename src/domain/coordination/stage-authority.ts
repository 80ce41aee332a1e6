import { hasEnded } from '../authority/ended.ts';
import { type Governance, regionsOf } from '../authority/governance.ts';
import { type Matter, type Seat, seatsFor } from '../authority/mandates.ts';
import { demands, requiredDecisions } from '../authority/required.ts';
import { plannedValue } from '../plan/item.ts';
import { takingPart } from '../record/concerns.ts';
import type { PersonId, PlainDate, RegionId } from '../shared/ids.ts';
import { entries, isCommitment, type Round } from './answer.ts';
import { hasConflict } from './deciding/conflict.ts';
import { beforeChanges, ceilingsToWeigh } from './modifying.ts';
import { bodyInstead, registered } from './secretaries.ts';
import { stands } from './stage-standing.ts';
import type { AuthorityNote, MissingDecision, StageKind } from './stages.ts';
import { type AskedCase, isAsked, isLocked, type KnownCase } from './state.ts';
import { participants, participations } from './status.ts';

/** Each region's own part, where every one of its units that takes part has said a value and nobody is still to answer. */
const ownParts = (round: Round): Record<RegionId, number> => {
  const unclear = new Set(
    entries(round)
      .filter(({ answer, goneOn }) => {
        if (goneOn) return false;
        if (isCommitment(answer)) return answer.commitment.value === undefined;
        return answer.kind !== 'no-need';
      })
      .map((entry) => entry.region),
  );
  return Object.fromEntries(
    participations(round)
      .filter(({ region }) => !unclear.has(region))
      .map(({ region, ceiling }) => [region, ceiling]),
  );
};

/** Own parts, with the ceilings that an officer has stated for regions whose units named none: those bind as well. */
const partsOf = (state: AskedCase): Record<RegionId, number> => {
  const stated = beforeChanges(state, participants(state)).filter(
    ({ region }) => state.ceilings?.[region] !== undefined,
  );
  return {
    ...ownParts(state.round),
    ...Object.fromEntries(stated.map(({ region, ceiling }) => [region, ceiling])),
  };
};

/**
 * What mandates are measured by: the largest that is known of the plan's values without and with options (LOU 5:3) and of
 * what the regions are in for together, as their units have named and Inköp has stated; the own parts themselves; and
 * whether the matter is one of principle. Without a value in the plan it is unknown as long as a part is, and at least
 * what is named so far.
 */
export const matterOf = (state: KnownCase): Matter => {
  const principle = state.principle === true;
  const planned = plannedValue(state.item);
  if (!isAsked(state)) return { total: planned, own: {}, principle };
  const own = partsOf(state);
  const named = beforeChanges(state, participants(state)).reduce((sum, { ceiling }) => sum + ceiling, 0);
  const whole = entries(state.round).every(
    ({ region, answer, goneOn }) => answer.kind === 'no-need' || goneOn === true || region in own,
  );
  const known = planned !== undefined || (named > 0 && whole);
  return {
    total: known ? Math.max(planned ?? 0, named) : undefined,
    own,
    principle,
    ...(!known && named > 0 ? { atLeast: named } : {}),
  };
};

/** The same for a kind of decision: one that changes the contract, or prolongs a changed one, is weighed by the new ceilings. */
const weighedFor = (state: KnownCase, kind: StageKind): Matter => {
  const matter = matterOf(state);
  const ceilings = kind === 'modify' || kind === 'extend' ? ceilingsToWeigh(state, kind) : null;
  if (!ceilings) return matter;
  const sum = Object.values(ceilings).reduce((all, ceiling) => all + ceiling, 0);
  const total = sum === 0 ? matter.total : Math.max(matter.total ?? 0, sum);
  return { total, own: { ...matter.own, ...ceilings }, principle: matter.principle };
};

/**
 * The regions for which a stage is decided: all of them while planned, those that are asked while they answer, and those
 * that take part once it is known.
 */
export const decidingRegions = (state: KnownCase, all: readonly RegionId[]): readonly RegionId[] => {
  if (isLocked(state)) return state.participants.map(({ region }) => region);
  return state.status === 'committed' || state.status === 'partly-committed' || state.status === 'initiated'
    ? participations(state.round).map(({ region }) => region)
    : isAsked(state)
      ? all.filter((region) => takingPart(state).includes(region))
      : all;
};

/** Who must decide for the regions that a stage is decided for, by the rows that bind today. */
export const stageAuthority = (
  state: KnownCase,
  governance: Governance,
  today: PlainDate,
  kind: StageKind,
): AuthorityNote =>
  requiredDecisions(
    weighedFor(state, kind),
    governance,
    today,
    kind,
    decidingRegions(state, regionsOf(governance)),
  );

/**
 * The regions for which no valid decision of a kind is on file for the matter as it is now (law 6; see `stands`). Who is
 * to decide then follows from the rows that bind today. Empty where the governance has never said anything about
 * the kind: nobody is asked for what no rule demands, and who decides is never guessed. Where rows that demanded it have
 * lapsed and none has come instead, the mandate is missing.
 */
export const missingDecisions = (
  state: KnownCase,
  governance: Governance,
  today: PlainDate,
  kind: StageKind,
): MissingDecision[] => {
  if (!demands(governance, kind)) return [];
  const { required, gaps } = stageAuthority(state, governance, today, kind);
  const onFile = (state.stageDecisions ?? []).filter((decision) => decision.kind === kind);
  const about = { matter: weighedFor(state, kind), revision: state.revision, since: state.matterSince ?? 1 };
  const covered = ({ region }: { readonly region: RegionId }) =>
    onFile.some((decision) => stands(decision, region, about, governance, today));
  return [
    ...required
      .filter((needed) => !covered(needed))
      .map(({ region, holder }) => ({ region, body: holder.body })),
    ...gaps.filter((gap) => !covered(gap)).map(({ region }) => ({ region, body: null })),
  ];
};

/** Why a stage waits: nobody may decide, or not for a party that has left since the lock (law 5), or somebody has not yet. */
export const undecidedCode = (
  missing: readonly MissingDecision[],
  governance: Governance,
): 'nobody-may-decide' | 'left-region-undecided' | 'decision-missing' => {
  const nobodys = missing.filter(({ body }) => body === null);
  if (nobodys.length === 0) return 'decision-missing';
  return nobodys.every(({ region }) => hasEnded(governance, region))
    ? 'left-region-undecided'
    : 'nobody-may-decide';
};

/** Who may, by the rows of a day, take what is missing now: the body itself where its delegate has a conflict (KL 6:28–32). */
export const seatsToFill = (
  state: KnownCase,
  governance: Governance,
  today: PlainDate,
  kind: StageKind,
  rows: Governance,
): readonly Seat[] => {
  const missing = missingDecisions(state, governance, today, kind).map(({ region }) => region);
  return seatsFor(rows, kind, weighedFor(state, kind), missing).seats.map((seat) =>
    seat.kind === 'delegate' && hasConflict(state, seat.person)
      ? bodyInstead(state, governance, seat)
      : registered(state, governance, seat),
  );
};

/** Who may take or register the missing decisions now. */
export const openSeats = (
  state: KnownCase,
  governance: Governance,
  today: PlainDate,
  kind: StageKind,
): readonly Seat[] => seatsToFill(state, governance, today, kind, governance);

/** Those people, in the order of the rows, once each: a delegate, and of a body who registers. */
export const holdersOf = (
  state: KnownCase,
  governance: Governance,
  today: PlainDate,
  kind: StageKind,
): PersonId[] => {
  const people = openSeats(state, governance, today, kind).map((seat) =>
    seat.kind === 'delegate' ? seat.person : seat.secretary,
  );
  return [...new Set(people.filter((person) => person !== null))];
};
