import { mayContractAlone } from '#domain/coordination/alone.ts';
import { mustDeclareAnew } from '#domain/coordination/deciding/conflict.ts';
import { mayBeDecided } from '#domain/coordination/deciding/stage-decisions.ts';
import { LIFE_CYCLE, missingAuthorisations } from '#domain/coordination/life-cycle.ts';
import { proposedChange } from '#domain/coordination/modifying.ts';
import { openSeats, stageAuthority } from '#domain/coordination/stage-authority.ts';
import { type AdvanceTo, STAGE_KINDS, type StageKind } from '#domain/coordination/stages.ts';
import { isAsked, isLocked, type KnownCase, type Status } from '#domain/coordination/state.ts';
import { withoutCeiling, withoutValue } from '#domain/coordination/status.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { StageStep } from '#rendering/views/stage.ts';
import { lessonsShown } from '../figures/lesson-views.ts';
import type { Reading } from '../reading.ts';
import { bodyName, nameOf, regionName } from './parts.ts';
import { evaluatorsToBe } from './stage-evaluators.ts';
import { isPastAdvertising, missing, RESTS_ON } from './stage-facts.ts';

/** The step that follows each status, where no decision or authorisation has to come first. */
export const NEXT: Readonly<Partial<Record<Status, AdvanceTo>>> = {
  committed: 'locked',
  'partly-committed': 'locked',
  initiated: 'locked',
  locked: 'advertised',
  advertised: 'evaluation',
  evaluation: 'awarded',
  awarded: 'standstill',
  standstill: 'contract',
  appealed: 'appeal-settled',
  contract: 'followed-up',
  'followed-up': 'reviewed',
  reviewed: 'closed',
  postponed: 'resumed',
};
/** A form for one stage, with what can be proposed. */
export const advanceStep = (reading: Reading, state: KnownCase, to: AdvanceTo): StageStep => {
  const base = { kind: 'advance', to, date: dateOf(reading.now) } as const;
  if (to === 'reviewed') {
    const lessons = lessonsShown(reading, state).said;
    return lessons.length > 0 ? { ...base, lessons } : base;
  }
  if (to === 'modification-proposed') {
    const parts = isLocked(state) ? state.participants : [];
    return {
      ...base,
      regions: parts.map(({ region }) => regionName(reading, region)),
      volume: parts.some(({ ceilingVolume }) => ceilingVolume !== undefined),
    };
  }
  if (to === 'ceiling-stated' || to === 'contracted-alone') {
    const regions =
      to === 'contracted-alone'
        ? mayContractAlone(state).filter((region) => !state.alone?.[region])
        : isAsked(state)
          ? withoutValue(state)
          : [];
    return { ...base, regions: regions.map((region) => regionName(reading, region)) };
  }
  if (to !== 'advertised' || !isAsked(state)) return base;
  const people = evaluatorsToBe(reading, state);
  const { procedure } = state.item;
  return {
    ...base,
    ...(procedure ? { procedure } : {}),
    people,
    proposed: people.filter(({ id }) => id === state.owner).map(({ id }) => id),
  };
};

/** Those who may decide are asked, or have been; undefined where the decision is on file or no rule demands one. */
const decisionStep = (reading: Reading, state: KnownCase, kind: StageKind): StageStep | undefined => {
  const open = missing(reading, state, kind);
  if (open.length === 0) return undefined;
  const nobody = open.every(({ body }) => body === null);
  return state.decisionsAsked?.[kind] || nobody
    ? { kind: 'wait', decision: kind }
    : { kind: 'ask', decision: kind };
};

/** The form for a stage that an officer has chosen, or first the decision that it rests on (law 6). */
export const formStep = (reading: Reading, state: KnownCase, to: AdvanceTo): StageStep => {
  const kind = LIFE_CYCLE[to].kind;
  return (kind && decisionStep(reading, state, kind)) ?? advanceStep(reading, state, to);
};

/** What an officer does next, or waits for. */
export const officerStep = (reading: Reading, state: KnownCase): StageStep | undefined => {
  const today = dateOf(reading.now);
  const change = proposedChange(state);
  const kind = change ? 'modify' : RESTS_ON[state.status];
  if (state.status === 'standstill' && today <= state.standstill.until) {
    return { kind: 'standstill', until: state.standstill.until };
  }
  const decision = kind && decisionStep(reading, state, kind);
  if (decision) return decision;
  if (change) return advanceStep(reading, state, 'modified');
  const to = NEXT[state.status];
  if (to === 'locked') {
    const [region] = missingAuthorisations(state);
    if (region) {
      const lead = regionName(reading, state.item.region);
      return { kind: 'authorise', region: regionName(reading, region), lead, date: today };
    }
    if (isAsked(state) && withoutCeiling(state).length > 0)
      return advanceStep(reading, state, 'ceiling-stated');
  }
  const complete = 'documentation' in state && state.documentation?.completed !== undefined;
  if (state.status === 'reviewed' && !complete) return { kind: 'document' };
  if (state.status === 'cancelled' && state.exit.documentedBy && !complete) return { kind: 'document' };
  return to === undefined ? undefined : advanceStep(reading, state, to);
};

/** What a delegate decides or a secretary registers, once they have been asked for it. */
export const seatStep = (reading: Reading, state: KnownCase): StageStep | undefined => {
  const { viewer, governance } = reading;
  const today = dateOf(reading.now);
  const late = isPastAdvertising(state);
  const change = proposedChange(state);
  for (const kind of STAGE_KINDS) {
    if (!state.decisionsAsked?.[kind] || !mayBeDecided(state, kind)) continue;
    for (const seat of openSeats(state, governance, today, kind)) {
      const shared = {
        decision: kind,
        regions: seat.regions.map((region) => regionName(reading, region)),
        body: bodyName(reading, seat.body),
        rule: seat.rule,
        example: seat.example,
        late: late && kind === 'initiate',
        ...(kind === 'modify' && change ? { modification: change.number } : {}),
      };
      const [region] = seat.regions;
      if (seat.kind === 'delegate' && seat.person === viewer.id && region) {
        if (mustDeclareAnew(state, viewer.id)) return { kind: 'declare', of: 'bidders' };
        return { kind: 'decide', ...shared, region: regionName(reading, region) };
      }
      if (seat.kind === 'body' && seat.secretary === viewer.id) {
        const { required } = stageAuthority(state, governance, today, kind);
        const preparedBy = required.find(({ rule }) => rule === seat.rule)?.preparedBy;
        return {
          kind: 'register',
          ...shared,
          id: seat.body,
          date: today,
          ...(preparedBy ? { preparedBy: bodyName(reading, preparedBy) } : {}),
          ...(seat.insteadOf ? { insteadOf: nameOf(reading, seat.insteadOf) } : {}),
        };
      }
    }
  }
  return undefined;
};
