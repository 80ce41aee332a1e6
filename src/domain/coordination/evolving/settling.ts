import { isDeviation } from '../../escalation/reasons.ts';
import type { PersonId } from '../../shared/ids.ts';
import { entries, isOut, openObjections, type Round, type UnitEntry } from '../answer.ts';
import type { Declaration, RegionDecision } from '../escalation-state.ts';
import type { CaseEvent } from '../events.ts';
import type { AskedCase, CaseState } from '../state.ts';
import { isCoordinated, roundStatus } from '../status.ts';
import { impossible, without } from './entry.ts';
import { escalated, moved } from './ladder.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

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

/**
 * In records of earlier one outcome was everybody's: over the objections, but for a region whose decider declined, which
 * stands outside with all its units; the others go on together.
 */
const decidedAlike = (
  round: Round,
  outcome: Of<'escalation-closed'>['outcome'],
  declining: Of<'escalation-closed'>['declining'],
): Round => {
  if (!isCoordinated(outcome)) return round;
  const overruled = new Set(openObjections(round).map(({ unit }) => unit));
  const standing = (entry: UnitEntry): UnitEntry => {
    if (declining.includes(entry.region)) return { ...entry, decided: 'deviate' };
    return overruled.has(entry.unit) ? { ...entry, decided: outcome } : entry;
  };
  return {
    ...round,
    units: Object.fromEntries(entries(round).map((entry) => [entry.unit, standing(entry)])),
  };
};

export const closed = (state: CaseState, event: Of<'escalation-closed'>): CaseState => {
  const { escalation, ...known } = escalated(state, 'a closing');
  const { at, by, how, outcome, declining } = event;
  const declarations: Readonly<Record<PersonId, Declaration>> =
    'declarations' in escalation ? escalation.declarations : {};
  const conflicted = Object.entries(declarations).flatMap(([id, { conflict }]) =>
    conflict ? [id as PersonId] : [],
  );
  const settlement = {
    at,
    by,
    how,
    outcome,
    declining,
    decisions: escalation.level === 'decision' ? escalation.decisions : [],
    council: escalation.level === 'decision' ? escalation.council : [],
    path: moved(escalation.path, at),
    ...(conflicted.length > 0 ? { conflicted } : {}),
  };
  const settled = { ...known, settlements: [...known.settlements, settlement] };
  const { decisions } = settlement;
  // Also of a case that is left or waits: each region's decision stands until another, or its end.
  const decidedIn = (): Round =>
    event.each
      ? decidedEach(settled, event.each, outcome, { decisions, again: escalation.cause === 'officer' })
      : decidedAlike(settled.round, outcome, declining);
  const round = how === 'decided' ? decidedIn() : settled.round;
  if (outcome === 'deviate') return { ...settled, round, status: 'deviation-decided' };
  if (outcome === 'postpone') return { ...settled, round, status: 'postponed' };
  return { ...settled, round, status: roundStatus(round) };
};
