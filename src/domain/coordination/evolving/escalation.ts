import { isDeviation } from '../../escalation/reasons.ts';
import type { PersonId } from '../../shared/ids.ts';
import { entries, isOut, openObjections, type Round, type UnitEntry } from '../answer.ts';
import { askedOfConflicts } from '../asked-of-conflicts.ts';
import { biddersKnown } from '../bidders.ts';
import type { CaseEvent } from '../events.ts';
import type {
  AskedCase,
  CaseState,
  Declaration,
  EscalatedCase,
  Escalation,
  LevelTime,
  Proposal,
  RegionDecision,
} from '../state.ts';
import { isCoordinated, roundStatus } from '../status.ts';
import { asked, impossible, without } from './entry.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const escalated = (state: CaseState, what: string): EscalatedCase =>
  state.status === 'escalated' ? state : impossible(what, state);

const moved = (
  path: readonly LevelTime[],
  at: LevelTime['from'],
  level?: LevelTime['level'],
): LevelTime[] => [
  ...path.map((step) => (step.to === null ? { ...step, to: at } : step)),
  ...(level ? [{ level, from: at, to: null }] : []),
];

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

export const decided = (state: CaseState, event: Of<'decided'>): CaseState => {
  const known = escalated(state, 'a decision');
  const { escalation } = known;
  if (escalation.level !== 'decision') return impossible('a decision below its level', state);
  const { regions, outcome, rule, ruleVersion, at, until, reportTo, members, urgent, body } = event;
  const decision = {
    regions,
    outcome,
    rule,
    ruleVersion,
    at,
    texts: event.texts ?? {},
    by: event.by as PersonId,
    ...(until ? { until } : {}),
    ...(reportTo ? { reportTo } : {}),
    ...(members ? { members } : {}),
    ...(urgent ? { urgent } : {}),
    ...(body ? { body } : {}),
  };
  return { ...known, escalation: { ...escalation, decisions: [...escalation.decisions, decision] } };
};

/**
 * Each region's decision governs its own units: out with all of them, with those that object, or over their objections.
 * Who only wants to wait has decided nothing of them; what was decided of them before stands.
 */
const decidedEach = (
  { round, revision }: Pick<AskedCase, 'round' | 'revision'>,
  each: NonNullable<Of<'escalation-closed'>['each']>,
  common: Of<'escalation-closed'>['outcome'],
  { decisions, again }: { readonly decisions: readonly RegionDecision[]; readonly again: boolean },
): Round => {
  const objecting = new Set(openObjections(round).map(({ unit }) => unit));
  const standing = (entry: UnitEntry): UnitEntry => {
    // Nobody decides for a region that the rows no longer know: it goes with the others, never out.
    const own = each[entry.region] ?? (isDeviation(common) ? 'coordinate' : common);
    if (own === 'postpone') return entry;
    const until = decisions.find(({ regions }) => regions.includes(entry.region))?.until;
    const out = { ...without(entry, 'outUntil'), decided: own, ...(until ? { outUntil: until } : {}) };
    if (own === 'deviate') return out;
    const { answer } = entry;
    const back = again && isOut(entry);
    if (answer.kind !== 'objection' || !(back || objecting.has(entry.unit))) {
      const stays = back ? without(entry, 'decided', 'outUntil') : entry;
      // Silence is neither consent nor a veto (laws 0 and 1): nobody is counted, and nobody waited for.
      return answer.kind === 'no-answer' && !isOut(stays) ? { ...stays, goneOn: true } : stays;
    }
    if (own === 'coordinate-partly') return out;
    const before = entry.overruled?.revision === revision ? entry.overruled.reasons : [];
    return {
      ...without(entry, 'outUntil'),
      decided: own,
      overruled: { outcome: own, revision, reasons: [...new Set([...before, answer.reason])] },
    };
  };
  return {
    ...round,
    units: Object.fromEntries(entries(round).map((entry) => [entry.unit, standing(entry)])),
  };
};

export const closed = (state: CaseState, event: Of<'escalation-closed'>): CaseState => {
  const { escalation, ...known } = escalated(state, 'a closing');
  const { at, by, how, outcome, declining } = event;
  const declarations = 'declarations' in escalation ? escalation.declarations : {};
  const conflicted = Object.keys(declarations).filter((id) => declarations[id as PersonId]?.conflict);
  const settlement = {
    at,
    by,
    how,
    outcome,
    declining,
    decisions: escalation.level === 'decision' ? escalation.decisions : [],
    council: escalation.level === 'decision' ? escalation.council : [],
    path: moved(escalation.path, at),
    ...(conflicted.length > 0 ? { conflicted: conflicted as PersonId[] } : {}),
  };
  const settled = { ...known, settlements: [...known.settlements, settlement] };
  const { decisions } = settlement;
  // Also of a case that is left or waits: each region's decision stands until another, or its end.
  const round =
    how === 'decided' && event.each
      ? decidedEach(settled, event.each, outcome, { decisions, again: escalation.cause === 'officer' })
      : settled.round;
  if (outcome === 'deviate') return { ...settled, round, status: 'deviation-decided' };
  if (outcome === 'postpone') return { ...settled, round, status: 'postponed' };
  if (how !== 'decided' || event.each || !isCoordinated(outcome)) {
    return { ...settled, round, status: roundStatus(round) };
  }
  const overruled = new Set(openObjections(settled.round).map((entry) => entry.unit));
  // A region whose decider declined stands outside with all its units; the others go on together.
  const standing = (entry: UnitEntry): UnitEntry => {
    if (declining.includes(entry.region)) return { ...entry, decided: 'deviate' };
    return overruled.has(entry.unit) ? { ...entry, decided: outcome } : entry;
  };
  const units = Object.fromEntries(entries(settled.round).map((entry) => [entry.unit, standing(entry)]));
  const earlier = { ...settled.round, units };
  return { ...settled, round: earlier, status: roundStatus(earlier) };
};
