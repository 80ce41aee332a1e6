import type { PersonId } from '../../shared/ids.ts';
import { askedOfConflicts } from '../asked-of-conflicts.ts';
import { biddersKnown } from '../bidders.ts';
import type { Declaration, Escalation, Proposal } from '../escalation-state.ts';
import type { CaseEvent } from '../events.ts';
import type { CaseState, EscalatedCase } from '../state.ts';
import { asked, impossible, without } from './entry.ts';
import { escalated, moved } from './ladder.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** What the council or the decider is asked about, as of this event. */
const proposed = (
  outcome: Proposal['outcome'],
  { by, at, texts, until }: Of<'climbed'> | Of<'marked-urgent'>,
  number: number,
): Proposal => ({
  outcome,
  by,
  at,
  texts: texts ?? {},
  ...(until ? { until } : {}),
  ...(number > 1 ? { number } : {}),
});
const withNext = (state: EscalatedCase, { proposal }: Of<'climbed'> | Of<'marked-urgent'>): EscalatedCase =>
  proposal === undefined ? state : { ...state, proposals: (state.proposals ?? 0) + 1 };

/**
 * A conflict does not end with a case: who declared one keeps out when the item comes back. What was taken back stays so:
 * the latest escalation that asked has carried on what stood before it.
 */
const stillConflicted = (state: EscalatedCase): Record<PersonId, Declaration> => {
  const last = askedOfConflicts(state.settlements);
  return Object.fromEntries(
    (last?.conflicted ?? []).map((person) => [
      person,
      { conflict: true, at: last?.at ?? state.escalation.openedAt },
    ]),
  );
};

export const opened = (state: CaseState, event: Of<'escalation-opened'>): CaseState => {
  const known = asked(state, 'an escalation');
  if (event.level !== 'dialogue' && event.level !== 'managers') return impossible('such a start', state);
  return {
    ...known,
    status: 'escalated',
    escalation: {
      level: event.level,
      openedAt: event.at,
      cause: event.cause,
      path: [{ level: event.level, from: event.at, to: null }],
      due: event.due,
      reminded: false,
      ...(known.status === 'deviation-decided' ? { left: true } : {}),
    },
  };
};

export const climbed = (state: CaseState, event: Of<'climbed'>): CaseState => {
  const known = withNext(escalated(state, 'a climb'), event);
  const { openedAt, cause, path, level } = known.escalation;
  const base = {
    openedAt,
    cause,
    // Another proposal to the council that has the case already moves nothing else.
    path: level === event.to ? path : moved(path, event.at, event.to),
    due: event.due,
    reminded: false,
    ...told(known.escalation),
  };
  if (event.to === 'managers') return { ...known, escalation: { ...base, level: 'managers' } };
  const before = known.escalation;
  const earlier = before.level === 'decision' || before.level === 'council' ? before : null;
  const proposal =
    event.proposal === undefined ? earlier?.proposal : proposed(event.proposal, event, known.proposals ?? 1);
  if (!proposal) return impossible('a council without a proposal', state);
  const taken = Object.values(earlier?.positions ?? {}).map((position) => [
    position.person,
    { position, item: known.item },
  ]);
  const stale = { ...earlier?.stale, ...Object.fromEntries(taken) };
  const escalation: Escalation = {
    ...base,
    level: 'council',
    proposal,
    declarations: earlier?.declarations ?? stillConflicted(known),
    positions: {},
    ...(Object.keys(stale).length > 0 || earlier?.stale ? { stale } : {}),
  };
  return { ...known, escalation };
};

export const levelReminded = (state: CaseState, event: Of<'level-reminded'>): CaseState => {
  const known = escalated(state, 'a reminder of a level');
  const renewed = event.due !== known.escalation.due;
  return { ...known, escalation: { ...known.escalation, due: event.due, reminded: !renewed } };
};

export const clockMoved = (state: CaseState, event: Of<'clock-moved'>): CaseState => {
  const known = escalated(state, 'a clock');
  return { ...known, escalation: { ...known.escalation, due: event.due, reminded: false } };
};

export const ladderTooLate = (state: CaseState, event: Of<'ladder-too-late'>): CaseState => {
  const known = escalated(state, 'a ladder');
  return { ...known, escalation: { ...known.escalation, tooLate: event.advertise } };
};

export const deviationEnding = (state: CaseState, { end, over }: Of<'deviation-ending'>): CaseState => {
  const known = asked(state, 'a deviation');
  return { ...known, endingsTold: { ...known.endingsTold, [end]: over } };
};

/** Said once of a planned advertising, and where the case came from, however far it climbs. */
const told = ({ tooLate, left }: Escalation): Pick<Escalation, 'tooLate' | 'left'> => ({
  ...(tooLate ? { tooLate } : {}),
  ...(left ? { left } : {}),
});

export const conflictDeclared = (state: CaseState, event: Of<'conflict-declared'>): CaseState => {
  const said = { conflict: event.conflict, at: event.at };
  if (biddersKnown(state)) {
    return { ...state, declaredAnew: { ...state.declaredAnew, [event.by]: said } };
  }
  const person = event.by as PersonId;
  if (event.handling) {
    if (state.status === 'new') return impossible('a declaration', state);
    return { ...state, conflicts: { ...state.conflicts, [person]: said } };
  }
  const known = escalated(state, 'a declaration');
  const { escalation } = known;
  if (!('declarations' in escalation)) return impossible('a declaration below the council', state);
  const declarations = { ...escalation.declarations, [person]: said };
  // What somebody says before the council's question is about the same conflict as what they said of their handling.
  const base = known.conflicts?.[person]
    ? { ...known, conflicts: { ...known.conflicts, [person]: said } }
    : known;
  // At the decision the council has taken its position: a delegate's conflict is about what is still to come.
  if (escalation.level === 'decision') return { ...base, escalation: { ...escalation, declarations } };
  const positions = event.conflict ? without(escalation.positions, person) : escalation.positions;
  return { ...base, escalation: { ...escalation, declarations, positions } };
};

export const positionTaken = (state: CaseState, event: Of<'position-taken'>): CaseState => {
  const known = escalated(state, 'a position');
  const { escalation } = known;
  if (escalation.level !== 'council') return impossible('a position outside the council', state);
  const person = event.by as PersonId;
  const position = {
    person,
    region: event.region,
    stance: event.stance,
    at: event.at,
    revision: known.revision,
    texts: event.texts ?? {},
    ...(event.decides ? { decides: event.decides } : {}),
  };
  return {
    ...known,
    escalation: {
      ...escalation,
      positions: { ...escalation.positions, [person]: position },
      ...(escalation.stale ? { stale: without(escalation.stale, person) } : {}),
    },
  };
};

export const councilConcluded = (state: CaseState, event: Of<'council-concluded'>): CaseState => {
  const known = escalated(state, 'a conclusion');
  const { escalation } = known;
  if (escalation.level !== 'council') return impossible('a conclusion outside the council', state);
  return {
    ...known,
    escalation: {
      ...escalation,
      level: 'decision',
      path: moved(escalation.path, event.at, 'decision'),
      due: event.due,
      reminded: false,
      council: event.positions,
      seats: event.seats,
      missing: event.missing,
      decisions: [],
      ...(event.mandates ? { mandates: event.mandates } : {}),
    },
  };
};

/** Straight to whom the mandate row names, from wherever the case stood; what the council has said goes along. */
export const markedUrgent = (state: CaseState, event: Of<'marked-urgent'>): CaseState => {
  const known = withNext(escalated(state, 'urgency'), event);
  const before = known.escalation;
  const earlier = 'proposal' in before ? before : null;
  const proposal =
    event.proposal === undefined ? earlier?.proposal : proposed(event.proposal, event, known.proposals ?? 1);
  if (!proposal) return impossible('urgency without a proposal', state);
  const path = before.level === 'decision' ? before.path : moved(before.path, event.at, 'decision');
  const escalation: Escalation = {
    level: 'decision',
    openedAt: before.openedAt,
    cause: before.cause,
    path,
    due: event.due,
    reminded: false,
    proposal,
    declarations: earlier?.declarations ?? stillConflicted(known),
    positions: earlier?.positions ?? {},
    council: event.positions,
    seats: event.seats,
    missing: event.missing,
    decisions: before.level === 'decision' ? before.decisions : [],
    urgency: { by: event.by, at: event.at, texts: event.texts ?? {} },
    ...told(before),
  };
  return { ...known, escalation };
};

export const reseated = (state: CaseState, event: Of<'reseated'>): CaseState => {
  const known = escalated(state, 'new seats');
  const { escalation } = known;
  if (escalation.level !== 'decision') return impossible('seats below the decision', state);
  const { seats, missing, passed, at, by, texts = {} } = event;
  if (!passed) return { ...known, escalation: { ...escalation, seats, missing } };
  const { regions, ...facts } = passed;
  const proposal = { ...facts, at, by, texts };
  const each = Object.fromEntries(regions.map((region) => [region, proposal]));
  return {
    ...known,
    escalation: { ...escalation, seats, missing, passed: { ...escalation.passed, ...each } },
  };
};
