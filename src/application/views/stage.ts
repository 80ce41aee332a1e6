import { regionsOf } from '#domain/authority/governance.ts';
import { ofTotal } from '#domain/authority/mandates.ts';
import { requiredDecisions, speaksOf } from '#domain/authority/required.ts';
import { entries } from '#domain/coordination/answer.ts';
import { biddersKnown, declaredAnew } from '#domain/coordination/bidders.ts';
import { mustDeclareAnew } from '#domain/coordination/deciding/conflict.ts';
import { mayBeDecided } from '#domain/coordination/deciding/stage-decisions.ts';
import { callOff, missingAuthorisations, nextStages, ownerOf } from '#domain/coordination/life-cycle.ts';
import { reportersOf } from '#domain/coordination/report-notices.ts';
import { missingDecisions, openSeats, stageAuthority } from '#domain/coordination/stage-authority.ts';
import {
  type AdvanceTo,
  STAGE_KINDS,
  type StageDecision,
  type StageKind,
} from '#domain/coordination/stages.ts';
import {
  type AskedCase,
  isAsked,
  isLocked,
  type KnownCase,
  type Status,
} from '#domain/coordination/state.ts';
import { isSecret } from '#domain/record/secrecy.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { StageFact, StageStep, StageView } from '#rendering/views/stage.ts';
import type { Reading } from '../reading.ts';
import { bodyName, nameOf, ofItem, regionName } from './parts.ts';
import { mayChangeOwner } from './sharing.ts';
import { hasConflict, isInvolved, readsAll } from './visibility.ts';

/** The step that follows each status, where no decision or authorisation has to come first. */
const NEXT: Readonly<Partial<Record<Status, AdvanceTo>>> = {
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
/** The decision that the next step rests on. */
const RESTS_ON: Readonly<Partial<Record<Status, StageKind>>> = {
  draft: 'initiate',
  assessed: 'initiate',
  committed: 'initiate',
  'partly-committed': 'initiate',
  evaluation: 'award',
  standstill: 'contract',
};
/** As many as fit beside the step within six buttons. */
const MOST_OTHERS = 3;

const missing = (reading: Reading, state: KnownCase, kind: StageKind) =>
  missingDecisions(state, reading.governance, dateOf(reading.now), kind);

const decidedFact = (reading: Reading, decision: StageDecision): StageFact => ({
  kind: 'decided',
  decision: decision.kind,
  regions: decision.regions.map((region) => regionName(reading, region)),
  body: bodyName(reading, decision.body),
  ...(decision.delegate ? { by: nameOf(reading, decision.delegate) } : {}),
  date: decision.date,
  ...(decision.paragraph ? { paragraph: decision.paragraph } : {}),
  late: decision.late,
});

const missingFacts = (reading: Reading, state: KnownCase, kind: StageKind, late: boolean): StageFact[] => {
  const asked = state.decisionsAsked?.[kind];
  return missing(reading, state, kind).map(
    ({ region, body }): StageFact => ({
      kind: 'missing',
      decision: kind,
      region: regionName(reading, region),
      ...(body ? { body: bodyName(reading, body) } : {}),
      ...(asked ? { asked } : {}),
      late,
    }),
  );
};

const authorityFacts = (reading: Reading, state: KnownCase): StageFact[] => {
  const late = isLocked(state);
  const kind = late ? 'initiate' : RESTS_ON[state.status];
  const decided = (state.stageDecisions ?? []).map((decision) => decidedFact(reading, decision));
  const kinds: StageKind[] = [...new Set([kind, RESTS_ON[state.status]].filter((one) => one !== undefined))];
  return [
    ...decided,
    ...kinds.flatMap((wanted) => missingFacts(reading, state, wanted, wanted === 'initiate' && late)),
    ...(kind === 'initiate' && !speaksOf(reading.governance, 'initiate')
      ? [{ kind: 'no-rows' } as const]
      : []),
  ];
};

/** Who must decide to begin, or has; nothing where the governance does not speak of it, or nobody can any more. */
export const initiationFacts = (reading: Reading, state: KnownCase): StageFact[] => {
  if (!mayBeDecided(state, 'initiate')) return [];
  const late = isLocked(state);
  const decided = (state.stageDecisions ?? []).filter(({ kind }) => kind === 'initiate');
  return [
    ...decided.map((decision) => decidedFact(reading, decision)),
    ...missingFacts(reading, state, 'initiate', late),
  ];
};

/** The same for an amount that somebody asks about, before there is an item. */
export const initiationAt = (reading: Reading, value: number): StageFact[] => {
  const { governance } = reading;
  const regions = regionsOf(governance);
  if (!speaksOf(governance, 'initiate')) return [{ kind: 'no-rows' }];
  const { required, gaps } = requiredDecisions(
    ofTotal(value),
    governance,
    dateOf(reading.now),
    'initiate',
    regions,
  );
  const base = { kind: 'missing', decision: 'initiate', late: false } as const;
  return [
    ...required.map(
      ({ region, holder }): StageFact => ({
        ...base,
        region: regionName(reading, region),
        body: bodyName(reading, holder.body),
      }),
    ),
    ...gaps.map(({ region }): StageFact => ({ ...base, region: regionName(reading, region) })),
  ];
};

const factsOf = (reading: Reading, state: KnownCase): StageFact[] => {
  const facts: StageFact[] = [];
  const day = (
    name: Extract<StageFact, { kind: 'day' }>['day'],
    date: Parameters<typeof dateOf>[0] | string,
  ) => facts.push({ kind: 'day', day: name, date: date as Extract<StageFact, { kind: 'day' }>['date'] });
  const said = (name: Extract<StageFact, { kind: 'said' }>['said'], text: string) =>
    facts.push({ kind: 'said', said: name, text });
  if (isLocked(state)) {
    for (const { region, ceiling, ceilingVolume } of state.participants) {
      facts.push({
        kind: 'ceiling',
        region: regionName(reading, region),
        value: ceiling,
        ...(ceilingVolume === undefined ? {} : { volume: ceilingVolume }),
      });
    }
  }
  if (isAsked(state) && !('advertising' in state)) {
    for (const [region, { date, reference }] of Object.entries(state.authorisations ?? {})) {
      facts.push({ kind: 'authorised', region: regionName(reading, region as never), date, reference });
    }
  }
  if (state.principle) facts.push({ kind: 'principle' });
  facts.push(...authorityFacts(reading, state));
  if ('advertising' in state && state.advertising) {
    day('advertised', state.advertising.date);
    said('notice', state.advertising.reference);
  }
  if (isSecret(state)) facts.push({ kind: 'secret' });
  if ('award' in state && state.award) {
    day('awarded', state.award.date);
    said('awardNumber', state.award.reference);
  }
  if (state.status === 'standstill' || state.status === 'appealed') day('standstill', state.standstill.until);
  if (state.status === 'appealed') {
    const appeal = state.appeals?.at(-1);
    if (appeal) {
      day('appealed', appeal.date);
      said('court', appeal.court);
    }
  }
  if ('contract' in state) {
    day('signed', state.contract.date);
    day('until', state.contract.until);
    if (state.contract.optionsUntil) day('options', state.contract.optionsUntil);
    said('contractNumber', state.contract.reference);
  }
  if ('contract' in state || 'exit' in state) {
    const due = 'contract' in state ? state.contract.documentedBy : state.exit?.documentedBy;
    if ('documentation' in state && state.documentation?.completed)
      facts.push({ kind: 'documentation-complete' });
    else if (due) day('documented', due);
  }
  if ('exit' in state && state.exit) {
    if (state.exit.texts.arena) said('arena', state.exit.texts.arena);
    if (state.exit.texts.text) said('reason', state.exit.texts.text);
  }
  return facts;
};

/** A form for one stage, with what can be proposed. */
export const advanceStep = (reading: Reading, state: KnownCase, to: AdvanceTo): StageStep => {
  const base = { kind: 'advance', to, date: dateOf(reading.now) } as const;
  if (to !== 'advertised' || !isAsked(state)) return base;
  const asked = new Set(entries(state.round).flatMap((entry) => entry.respondents));
  const people = reading.directory.people
    .filter((person) => person.roles.includes('officer') || asked.has(person.id))
    .map(({ id, name }) => ({ id, name }));
  const { procedure } = state.item;
  return {
    ...base,
    ...(procedure ? { procedure } : {}),
    people,
    proposed: people.filter(({ id }) => id === state.owner).map(({ id }) => id),
  };
};

const officerStep = (reading: Reading, state: KnownCase): StageStep | undefined => {
  const today = dateOf(reading.now);
  const kind = RESTS_ON[state.status];
  if (state.status === 'standstill' && today <= state.standstill.until) {
    return { kind: 'standstill', until: state.standstill.until };
  }
  if (kind) {
    const open = missing(reading, state, kind);
    if (open.length > 0) {
      const nobody = open.every(({ body }) => body === null);
      return state.decisionsAsked?.[kind] || nobody
        ? { kind: 'wait', decision: kind }
        : { kind: 'ask', decision: kind };
    }
  }
  const to = NEXT[state.status];
  if (to === 'locked') {
    const [region] = missingAuthorisations(state);
    if (region) {
      const lead = regionName(reading, state.item.region);
      return { kind: 'authorise', region: regionName(reading, region), lead, date: today };
    }
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
  const late = isLocked(state);
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
      };
      const [region] = seat.regions;
      if (seat.kind === 'delegate' && seat.person === viewer.id && region) {
        if (mustDeclareAnew(state, viewer.id)) return { kind: 'declare' };
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
        };
      }
    }
  }
  return undefined;
};

const decidedHere = ({ viewer }: Reading, state: KnownCase): boolean =>
  (state.stageDecisions ?? []).some(({ by }) => by === viewer.id);

/** The secretary of a body has its delegates' decisions to report (KL 6:40, 7:8), and sees what they were about. */
const reportsHere = ({ viewer, governance }: Reading, state: KnownCase): boolean =>
  (state.stageDecisions ?? []).some((decision) => reportersOf(decision, governance).includes(viewer.id));

/**
 * All that is shown to whoever has said that there is a conflict with a bidder: that they did, and a way to take a wrong
 * tap back. What was declared before the bidders were known stays, and then there is no card.
 */
const conflicted = (reading: Reading, state: AskedCase): StageView | null =>
  biddersKnown(state) && declaredAnew(state, reading.viewer.id)
    ? {
        card: 'stage',
        ...ofItem(reading, state),
        status: state.status,
        facts: [],
        step: { kind: 'conflicted' },
        others: [],
      }
    : null;

/**
 * Where an item stands on its way to a contract and after it, with the reader's next step. For officers and those who
 * read everything, who has a part in the round, and who is to decide or has decided; never for a person with a conflict.
 */
export const stage = (reading: Reading, state: KnownCase, form?: AdvanceTo): StageView | null => {
  const { viewer } = reading;
  if (isAsked(state) && hasConflict(viewer, state)) return conflicted(reading, state);
  const seat = seatStep(reading, state);
  const evaluates = 'advertising' in state && state.advertising?.evaluators.includes(viewer.id) === true;
  const reads =
    readsAll(viewer) ||
    isInvolved(viewer, state) ||
    decidedHere(reading, state) ||
    reportsHere(reading, state) ||
    evaluates;
  if (!seat && !reads) return null;
  const officer = viewer.roles.includes('officer');
  const main = officer ? officerStep(reading, state) : undefined;
  const declares = evaluates && state.status === 'evaluation' && mustDeclareAnew(state, viewer.id);
  const asked = declares ? ({ kind: 'declare' } as const) : main;
  const step = seat ?? (officer && form ? advanceStep(reading, state, form) : asked);
  const owner = ownerOf(state);
  const mainTo = main?.kind === 'advance' ? main.to : undefined;
  const others = nextStages(state).filter(
    (to) =>
      to !== mainTo && to !== form && to !== 'initiated' && to !== 'locked' && to !== NEXT[state.status],
  );
  const regularise =
    officer && isLocked(state) && (state.flagged?.length ?? 0) > 0 && !state.decisionsAsked?.initiate;
  const region = viewer.region;
  return {
    card: 'stage',
    ...ofItem(reading, state),
    status: state.status,
    ...(owner ? { owner: nameOf(reading, owner) } : {}),
    facts: factsOf(reading, state),
    ...(step ? { step } : {}),
    ...(regularise ? { regularise: 'initiate' as const } : {}),
    ...(officer && !form && !declares && mayBeDecided(state, 'initiate') && !isLocked(state)
      ? { sayPrinciple: state.principle !== true }
      : {}),
    ...(officer && !form && !declares && isLocked(state) && mayChangeOwner(reading, state)
      ? { changeOwner: true as const }
      : {}),
    others: officer && !form && !declares ? others.slice(0, MOST_OTHERS) : [],
    ...(isLocked(state) && !readsAll(viewer)
      ? { own: { region: regionName(reading, region), takesPart: callOff(state, region) !== null } }
      : {}),
  };
};
