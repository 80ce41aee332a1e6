import { hasEnded } from '#domain/authority/ended.ts';
import { bodyRow, regionsOf } from '#domain/authority/governance.ts';
import { ofTotal } from '#domain/authority/mandates.ts';
import { requiredDecisions, speaksOf } from '#domain/authority/required.ts';
import { mayBeDecided } from '#domain/coordination/deciding/stage-decisions.ts';
import { authorisationOf } from '#domain/coordination/life-cycle.ts';
import { changeOf, proposedChange } from '#domain/coordination/modifying.ts';
import { missingDecisions, openSeats } from '#domain/coordination/stage-authority.ts';
import type { Modification, StageDecision, StageKind } from '#domain/coordination/stages.ts';
import { isAsked, isLocked, type KnownCase, type Status } from '#domain/coordination/state.ts';
import { isSecret } from '#domain/record/secrecy.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { StageFact, StageStep } from '#rendering/views/stage.ts';
import type { Reading } from '../reading.ts';
import { bodyName, departedRegions, nameOf, regionName } from './parts.ts';
import { roomFacts } from './stage-own.ts';

/** The decision that the next step rests on. */
export const RESTS_ON: Readonly<Partial<Record<Status, StageKind>>> = {
  draft: 'initiate',
  assessed: 'initiate',
  committed: 'initiate',
  'partly-committed': 'initiate',
  locked: 'initiate',
  evaluation: 'award',
  standstill: 'contract',
};

/** Before, a missing decision to initiate blocks; from then on it is to be regularised (law 6). */
export const isPastAdvertising = (state: KnownCase): boolean =>
  'advertising' in state && state.advertising !== undefined;

/** Whose decision of a kind is still missing. */
export const missing = (reading: Reading, state: KnownCase, kind: StageKind) =>
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
  const seats = openSeats(state, reading.governance, dateOf(reading.now), kind);
  const registers = (region: RegionId): { readonly registers?: string } => {
    const seat = seats.find(({ regions }) => regions.includes(region));
    if (seat?.kind !== 'body' || seat.secretary === null) return {};
    const usual = bodyRow(reading.governance, seat.body)?.secretary === seat.secretary && !seat.insteadOf;
    return usual ? {} : { registers: nameOf(reading, seat.secretary) };
  };
  return missing(reading, state, kind).map(
    ({ region, body }): StageFact => ({
      kind: 'missing',
      ...registers(region),
      decision: kind,
      region: regionName(reading, region),
      ...(body ? { body: bodyName(reading, body) } : {}),
      ...(asked ? { asked } : {}),
      ...(body === null && hasEnded(reading.governance, region) ? { left: true } : {}),
      late,
    }),
  );
};

/** The change that waits, and those that were made. */
const changeFacts = (reading: Reading, state: KnownCase): StageFact[] => {
  const shown = (modification: Modification, made?: PlainDate): StageFact => {
    const { region, ...change } = changeOf(modification);
    return {
      kind: 'change',
      ...change,
      ...(region ? { region: regionName(reading, region) } : {}),
      ...(made ? { made } : {}),
    };
  };
  const made = 'modifications' in state ? (state.modifications ?? []) : [];
  const waiting = proposedChange(state);
  return [...made.map((one) => shown(one, one.madeOn)), ...(waiting ? [shown(waiting)] : [])];
};

/** Ways out and on that rest on a decision of their own, beside the one that the next step rests on. */
const EXITS: readonly StageKind[] = ['cancel', 'postpone', 'extend', 'join-external'];

/** Who is to decide what an officer is about to ask for, or has asked for besides the next step. */
export const exitFacts = (reading: Reading, state: KnownCase, step: StageStep | undefined): StageFact[] => {
  const about = step && 'decision' in step ? step.decision : undefined;
  return EXITS.filter((kind) => kind === about || state.decisionsAsked?.[kind])
    .filter((kind) => mayBeDecided(state, kind))
    .flatMap((kind) => missingFacts(reading, state, kind, false));
};

const authorityFacts = (reading: Reading, state: KnownCase): StageFact[] => {
  const late = isPastAdvertising(state);
  const kind = late ? 'initiate' : RESTS_ON[state.status];
  const decided = (state.stageDecisions ?? []).map((decision) => decidedFact(reading, decision));
  const pending = proposedChange(state) ? ('modify' as const) : undefined;
  const kinds: StageKind[] = [
    ...new Set([kind, RESTS_ON[state.status], pending].filter((one) => one !== undefined)),
  ];
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
  const late = isPastAdvertising(state);
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

/** What is known of an item's way, in the order that it came. */
export const factsOf = (reading: Reading, state: KnownCase): StageFact[] => {
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
  if (isAsked(state) && !isLocked(state)) {
    facts.push(...departedRegions(reading, state).map((left) => ({ kind: 'left', ...left }) as const));
  }
  facts.push(...roomFacts(reading, state), ...changeFacts(reading, state));
  if (isAsked(state) && !('advertising' in state)) {
    for (const region of Object.keys(state.authorisations ?? {}) as RegionId[]) {
      const filed = authorisationOf(state, region);
      if (!filed) continue;
      const { date, reference } = filed;
      facts.push({ kind: 'authorised', region: regionName(reading, region), date, reference });
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
    if (state.contract.optionBy) day('optionBy', state.contract.optionBy);
    said('contractNumber', state.contract.reference);
  }
  for (const { region, date, value } of Object.values(state.alone ?? {})) {
    facts.push({ kind: 'alone', region: regionName(reading, region), date, value });
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
