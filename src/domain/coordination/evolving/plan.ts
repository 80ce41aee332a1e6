import type { ItemFacts } from '../../plan/item.ts';
import type { PersonId, UnitId } from '../../shared/ids.ts';
import { entries, isGiven, type UnitEntry } from '../answer.ts';
import type { Escalation } from '../escalation-state.ts';
import type { CaseEvent } from '../events.ts';
import type { AskedCase, CaseState, KnownCase } from '../state.ts';
import { isAsked, isLocked, isOver } from '../state.ts';
import { askAnew, impossible, restated, stillOut, without } from './entry.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

export const itemImported = (state: CaseState, event: Of<'item-imported'>): CaseState =>
  state.status === 'new'
    ? { status: 'draft', item: event.item, revision: 1 }
    : impossible('a second first import', state);

/**
 * Positions were taken on what the item was, and go stale with it; an earlier one that was not taken anew yet stays beside
 * the question. Declarations of conflict concern the person and stand.
 */
const unpositioned = (escalation: Escalation, item: ItemFacts): Escalation => {
  if (!('positions' in escalation)) return escalation;
  const stale = Object.values(escalation.positions).map((position) => [position.person, { position, item }]);
  return { ...escalation, positions: {}, stale: { ...escalation.stale, ...Object.fromEntries(stale) } };
};

export const itemRevised = (state: CaseState, event: Of<'item-revised'>): CaseState => {
  if (state.status === 'new') return impossible('a revision', state);
  if (!event.material) return { ...state, item: event.item };
  const revised: KnownCase = {
    ...state,
    item: event.item,
    revision: state.revision + 1,
    change: { before: state.item, at: event.at },
    ...(event.anotherMatter ? { matterSince: state.revision + 1 } : {}),
  };
  if (!isAsked(revised)) return revised;
  const by = event.askAgainBy;
  const renewed = (entry: UnitEntry): UnitEntry =>
    by !== undefined && isGiven(entry.answer)
      ? {
          ...askAnew(entry, by > entry.deadline ? by : entry.deadline, event.at, state.item),
          ...(event.standing || event.stillOut?.includes(entry.unit) ? stillOut(entry) : {}),
        }
      : entry;
  const units = Object.fromEntries(entries(revised.round).map((entry) => [entry.unit, renewed(entry)]));
  const asked: AskedCase = { ...revised, round: { ...revised.round, units } };
  return asked.status === 'escalated'
    ? { ...asked, escalation: unpositioned(asked.escalation, state.item) }
    : by === undefined
      ? revised
      : restated(asked);
};

export const assessed = (state: CaseState, event: Of<'assessed'>): CaseState => {
  if (state.status === 'new' || isOver(state) || (isAsked(state) && state.status !== 'postponed')) {
    return impossible('an assessment', state);
  }
  const assessment = { possible: event.possible, by: event.by, at: event.at, texts: event.texts ?? {} };
  const changed = !event.possible && 'assessment' in state && state.assessment?.possible === true;
  const known = { ...state, ...(changed ? { everPossible: true as const } : {}), assessment };
  if (isAsked(known)) return known;
  return { ...known, status: event.possible ? 'assessed' : 'not-possible' };
};

export const assessedTogether = (state: CaseState, event: Of<'assessed-together'>): CaseState => {
  if (state.status === 'new') return impossible('an assessment together', state);
  const assessment = { possible: event.possible, by: event.by, at: event.at, texts: event.texts ?? {} };
  const together = Object.fromEntries(event.others.map((other) => [other, assessment]));
  return { ...state, together: { ...state.together, ...together } };
};

/** What was decided of the unit in an earlier round, and stands. */
const outOf = (
  standing: NonNullable<Of<'round-opened'>['stillOut']>[number] | undefined,
): Pick<UnitEntry, 'decided' | 'outUntil'> =>
  standing ? { decided: standing.decided, ...(standing.until ? { outUntil: standing.until } : {}) } : {};

export const roundOpened = (state: CaseState, event: Of<'round-opened'>): CaseState => {
  if (!('assessment' in state)) return impossible('a round', state);
  const { number, owner, deadline, at } = event;
  /** Counted on from an earlier round, whose cards may still lie there. */
  const proposed = (unit: UnitId): Pick<UnitEntry, 'solutions'> => {
    const solutions = isAsked(state) ? state.round.units[unit]?.solutions : undefined;
    return solutions === undefined ? {} : { solutions };
  };
  const units = Object.fromEntries(
    event.units.map((ask): [string, UnitEntry] => [
      ask.unit,
      {
        ...ask,
        ...proposed(ask.unit),
        askedAt: at,
        deadline,
        answer: { kind: 'waiting' },
        remindedUntil: at,
        ...(event.outside?.includes(ask.region) ? { decided: 'deviate' } : {}),
        ...outOf(event.stillOut?.find(({ unit }) => unit === ask.unit)),
      },
    ]),
  );
  const { assessment } = state;
  if (
    assessment === undefined ||
    isLocked(state) ||
    (isOver(state) && state.status !== 'deviation-decided')
  ) {
    return impossible('a round', state);
  }
  // Whatever else is known of the item stays; a postponement is over.
  const known: AskedCase = {
    ...(without(state as AskedCase, 'departed') as KnownCase),
    status: 'asked',
    assessment,
    owner: owner satisfies PersonId,
    round: { number, openedAt: at, openedBy: event.by, deadline, units },
    settlements: isAsked(state) ? state.settlements : [],
  };
  return 'exit' in known ? (without(known as AskedCase & { exit: unknown }, 'exit') as AskedCase) : known;
};

export const registered = (state: CaseState, event: Of<'registered'>): CaseState => {
  if (state.status === 'new') return impossible('a registration', state);
  const { region, number, through } = event;
  return { ...state, registry: { ...state.registry, [region]: { number, through } } };
};
