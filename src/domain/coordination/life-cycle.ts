import { hasEnded } from '../authority/ended.ts';
import { speaksOf } from '../authority/required.ts';
import { isAmount } from '../savings/lines.ts';
import { addDays, dateOf, standstillEnd } from '../shared/calendar.ts';
import type { PersonId, PlainDate, RegionId } from '../shared/ids.ts';
import { mayContractAlone } from './alone.ts';
import type { DecideContext } from './commands.ts';
import { hasConflict } from './deciding/conflict.ts';
import { proposalProblem, proposedChange } from './modifying.ts';
import { extensionProblem, optionByProblem } from './options.ts';
import { type Refusal, refuse } from './refusal.ts';
import { missingDecisions, undecidedCode } from './stage-authority.ts';
import { earliestAward, earliestRuling } from './stage-days.ts';
import type { Advance, AdvanceTo, Authorisation, StageKind } from './stages.ts';
import { type AskedCase, type CaseState, isAsked, isLocked, type KnownCase, type Status } from './state.ts';
import { participants, participations, withoutCeiling, withoutValue } from './status.ts';

type To<T extends AdvanceTo> = Extract<Advance, { to: T }>;
type Check<T extends AdvanceTo> = (state: KnownCase, facts: To<T>, context: DecideContext) => Refusal | null;

export interface Transition<T extends AdvanceTo> {
  readonly from: readonly Status[];
  /** The kind of decision that must be on file for each participating region, where the governance speaks of it. */
  readonly kind?: StageKind;
  /** Texts without which it is refused. */
  readonly texts?: readonly string[];
  /** Texts of which one at least is needed. */
  readonly oneText?: readonly string[];
  readonly check?: Check<T>;
  /** Whether there is anything to say; absent: always, from where it may be said. */
  readonly offered?: (state: KnownCase) => boolean;
}

const BEFORE_ROUND: readonly Status[] = ['draft', 'assessed'];
const BEFORE_LOCK: readonly Status[] = ['asked', 'committed', 'partly-committed', 'initiated'];
const COMMITTED: readonly Status[] = ['committed', 'partly-committed', 'initiated'];
const WITH_CONTRACT: readonly Status[] = ['contract', 'followed-up', 'reviewed', 'closed'];
const RUNNING: readonly Status[] = ['contract', 'followed-up', 'reviewed'];
const UNTIL_AWARD: readonly Status[] = ['locked', 'advertised', 'evaluation'];
const UNTIL_CONTRACT: readonly Status[] = ['awarded', 'standstill', 'appealed'];

/** What is used up by a stage, so that the next time needs its own: the court took the award's and the contract's basis away. */
const USES: Readonly<Partial<Record<AdvanceTo, readonly StageKind[]>>> = {
  extended: ['extend'],
  postponed: ['postpone'],
  // A decision is about the one change: made, dropped, or another proposed in its place.
  modified: ['modify'],
  'modification-dropped': ['modify'],
  'modification-proposed': ['modify'],
};
/** The kinds of decision that are done with once a stage is entered: the next time each is asked for and decided anew. */
export const doneWith = (stage: Advance): readonly StageKind[] =>
  stage.to === 'appeal-settled' && stage.outcome === 'evaluate-again'
    ? ['award', 'contract']
    : (USES[stage.to] ?? []);
/** Those of them that are on file: decisions are distinct (section 1). */
export const usedBy = (state: KnownCase, stage: Advance): StageKind[] =>
  doneWith(stage).filter((kind) =>
    (state.stageDecisions ?? []).some((decision) => decision.kind === kind && decision.usedOn === undefined),
  );

/** Days from contract or cancellation until the procurement's documentation is complete (law 7). */
export const DOCUMENTATION_DAYS = 30;
export const documentedBy = (date: PlainDate): PlainDate => addDays(date, DOCUMENTATION_DAYS);

/**
 * Until when no contract may be signed after a court has let the award stand (LOU ch. 20, förlängd avtalsspärr): ten
 * days from the court's decision, counted and moved like the standstill itself.
 */
export const standstillAfterAppeal = (decided: PlainDate, days?: number): PlainDate =>
  standstillEnd(decided, 'electronically', days);

/** The day by which the documentation is to be complete; null where nothing has begun to run. */
export const documentationDue = (state: CaseState): PlainDate | null => {
  if ('contract' in state) return state.contract.documentedBy;
  return 'exit' in state ? (state.exit?.documentedBy ?? null) : null;
};

/** Something cannot be recorded before it has happened, nor before what it follows. */
const happened =
  (earliest: (state: KnownCase) => PlainDate | undefined) =>
  (state: KnownCase, { date }: { readonly date: PlainDate }, { now }: DecideContext): Refusal | null => {
    if (date > dateOf(now)) return refuse('stage-date-in-the-future');
    const after = earliest(state);
    return after !== undefined && date < after ? refuse('stage-date-too-early', { after }) : null;
  };
const advertisedOn = (state: KnownCase) => ('advertising' in state ? state.advertising?.date : undefined);
const awardedOn = (state: KnownCase) => ('award' in state ? state.award?.date : undefined);
const toldOn = (state: KnownCase) => ('standstill' in state ? state.standstill.date : undefined);

/** A region's authorisation for the region that leads now; one for another lead is none. */
export const authorisationOf = (state: AskedCase, region: RegionId): Authorisation | undefined => {
  const known = state.authorisations?.[region];
  return known?.lead === undefined || known.lead === state.item.region ? known : undefined;
};
/** The lead region runs the procedure; each other participating region must have authorised it (law 5). */
export const missingAuthorisations = (state: KnownCase): RegionId[] =>
  isAsked(state)
    ? participations(state.round)
        .map(({ region }) => region)
        .filter((region) => region !== state.item.region && !authorisationOf(state, region))
    : [];

/**
 * The item's life, one row a stage: from where, on which decision, with which texts and guards. What a row does not allow
 * is refused as `not-possible-now`; a kind that is missing on file as `decision-missing` (law 6).
 */
export const LIFE_CYCLE: { readonly [T in AdvanceTo]: Transition<T> } = {
  initiated: {
    from: ['committed', 'partly-committed'],
    kind: 'initiate',
    // The table is never completed by a guess: an empty one names nobody, and so nothing can be said to be initiated.
    check: (_state, _facts, { governance }) =>
      speaksOf(governance, 'initiate') ? null : refuse('no-delegation-rows'),
  },
  // What is missing can be said afterwards too; a ceiling that stands is not changed (law 5).
  'ceiling-stated': {
    from: [...COMMITTED, ...UNTIL_AWARD, ...UNTIL_CONTRACT, ...WITH_CONTRACT],
    offered: (state) => isAsked(state) && withoutValue(state).length > 0,
    check: (state, { region, value }) => {
      if (!isAsked(state)) return refuse('not-possible-now', { status: state.status });
      const part = participants(state).find((one) => one.region === region);
      const named = participations(state.round).some((one) => one.region === region && one.ceiling > 0);
      if (!part || named) return refuse('ceiling-stands');
      if (isLocked(state) && part.ceiling > 0) return refuse('item-locked');
      return isAmount(value) && value > 0 ? null : refuse('number-unreadable');
    },
  },
  locked: {
    from: ['committed', 'partly-committed', 'initiated'],
    kind: 'initiate',
    check: (state, _facts, { governance }) => {
      if (hasEnded(governance, state.item.region)) return refuse('lead-region-has-left');
      if (missingAuthorisations(state).length > 0) return refuse('authorisation-missing');
      const without = isAsked(state) ? withoutCeiling(state) : [];
      return without.length > 0 ? refuse('ceiling-missing', { regions: without.join(',') }) : null;
    },
  },
  advertised: {
    from: ['locked'],
    kind: 'initiate',
    check: (state, facts, context) => {
      if (facts.reference.trim() === '') return refuse('text-missing');
      if (facts.evaluators.length === 0) return refuse('evaluators-missing');
      // KL 6:28–32: also one that was declared before anybody knew who would evaluate.
      if (facts.evaluators.some((one) => hasConflict(state, one))) return refuse('evaluator-has-conflict');
      return happened(() => undefined)(state, facts, context);
    },
  },
  evaluation: { from: ['advertised'], check: happened(advertisedOn) },
  awarded: {
    from: ['evaluation'],
    kind: 'award',
    check: (state, facts, context) =>
      facts.reference.trim() === ''
        ? refuse('text-missing')
        : happened((known) => earliestAward(known, context.history))(state, facts, context),
  },
  standstill: { from: ['awarded'], check: happened(awardedOn) },
  appealed: {
    from: ['standstill'],
    check: (state, facts, context) =>
      facts.court.trim() === '' ? refuse('text-missing') : happened(toldOn)(state, facts, context),
  },
  'appeal-settled': { from: ['appealed'], check: happened(earliestRuling) },
  contract: {
    from: ['standstill'],
    kind: 'contract',
    check: (state, facts, context) => {
      if (facts.reference.trim() === '') return refuse('text-missing');
      if (!('standstill' in state)) return refuse('not-possible-now');
      if (facts.date <= state.standstill.until || dateOf(context.now) <= state.standstill.until) {
        return refuse('standstill-running', { until: state.standstill.until });
      }
      if (facts.until <= facts.date) return refuse('contract-ends-too-early');
      if (facts.optionsUntil !== undefined && facts.optionsUntil < facts.until) {
        return refuse('contract-ends-too-early');
      }
      return optionByProblem(facts) ?? happened(toldOn)(state, facts, context);
    },
  },
  extended: {
    from: ['contract', 'followed-up', 'reviewed'],
    kind: 'extend',
    check: extensionProblem,
  },
  // Law 5: a permitted change (LOU ch. 17) raises a ceiling or prolongs, and never adds a region.
  'modification-proposed': { from: RUNNING, texts: ['text'], check: proposalProblem },
  'modification-dropped': {
    from: RUNNING,
    texts: ['text'],
    offered: (state) => proposedChange(state) !== undefined,
    check: (state) => (proposedChange(state) ? null : refuse('modification-not-proposed')),
  },
  modified: {
    from: RUNNING,
    kind: 'modify',
    offered: (state) => proposedChange(state) !== undefined,
    // Never without a decision: where no row speaks of it, nobody may change the contract.
    check: (state, _facts, { governance }) => {
      if (!proposedChange(state)) return refuse('modification-not-proposed');
      return speaksOf(governance, 'modify') ? null : refuse('no-delegation-rows');
    },
  },
  'followed-up': { from: ['contract'], texts: ['text'] },
  // Law 7: what worked, what did not, what to do next time; one of them is a review, as it is a participant's lesson.
  reviewed: { from: ['followed-up'], oneText: ['worked', 'failed', 'next'] },
  closed: {
    from: ['reviewed'],
    check: (state) =>
      'documentation' in state && state.documentation?.completed ? null : refuse('documentation-incomplete'),
  },
  'external-coordination': {
    from: [...BEFORE_ROUND, ...BEFORE_LOCK, 'postponed'],
    kind: 'join-external',
    texts: ['arena', 'text'],
  },
  postponed: { from: [...BEFORE_ROUND, ...BEFORE_LOCK], kind: 'postpone', texts: ['text'] },
  resumed: { from: ['postponed'] },
  'contracted-alone': {
    from: [
      'not-possible',
      'deviation-decided',
      ...COMMITTED,
      ...UNTIL_AWARD,
      ...UNTIL_CONTRACT,
      ...WITH_CONTRACT,
    ],
    offered: (state) => mayContractAlone(state).some((region) => !state.alone?.[region]),
    check: (state, facts, context) => {
      if (!mayContractAlone(state).includes(facts.region)) return refuse('buys-together');
      if (!(isAmount(facts.value) && facts.value > 0)) return refuse('number-unreadable');
      if (facts.until !== undefined && facts.until <= facts.date) return refuse('contract-ends-too-early');
      return happened(() => undefined)(state, facts, context);
    },
  },
  cancelled: {
    from: [...BEFORE_ROUND, ...BEFORE_LOCK, 'escalated', 'postponed', ...UNTIL_AWARD, ...UNTIL_CONTRACT],
    kind: 'cancel',
    texts: ['text'],
  },
};

/** Where an item may go from where it is, in the order of its life. */
export const nextStages = (state: KnownCase): AdvanceTo[] =>
  (Object.keys(LIFE_CYCLE) as AdvanceTo[]).filter((to) => {
    const { from, offered } = LIFE_CYCLE[to];
    return from.includes(state.status) && offered?.(state) !== false;
  });

/**
 * Null when an item may enter the stage with these facts. Law 6: a decision that is missing blocks the stage, one to
 * initiate also the advertising, where rows came after the lock; once the item is past advertising it is flagged instead.
 */
export const stageProblem = (state: KnownCase, facts: Advance, context: DecideContext): Refusal | null => {
  const transition = LIFE_CYCLE[facts.to] as Transition<AdvanceTo>;
  if (!transition.from.includes(state.status)) return refuse('not-possible-now', { status: state.status });
  const problem = transition.check?.(state, facts, context);
  if (problem) return problem;
  if (transition.kind === undefined) return null;
  const missing = missingDecisions(state, context.governance, dateOf(context.now), transition.kind);
  return missing.length > 0
    ? refuse(undecidedCode(missing, context.governance), {
        kind: transition.kind,
        regions: missing.map(({ region }) => region).join(','),
        bodies: missing.flatMap(({ body }) => body ?? []).join(','),
      })
    : null;
};

/** Law 4: who owns the item now: its officer, before a round whoever assessed it; null for a draft, which is Inköp's. */
export const ownerOf = (state: KnownCase): PersonId | null => {
  if ('owner' in state && state.owner !== undefined) return state.owner;
  return 'assessment' in state &&
    state.assessment?.by.includes(':') &&
    !state.assessment.by.startsWith('cli:')
    ? (state.assessment.by as PersonId)
    : null;
};

export interface CallOff {
  readonly region: RegionId;
  /** SEK excluding VAT. */
  readonly ceiling: number;
  readonly ceilingVolume?: number;
}
/**
 * What a unit of a region may call off once the item is locked, whether or not it committed (law 5): up to its region's
 * ceiling. Null for a region that does not take part: none can be added, so it needs a procurement of its own or a
 * permitted change.
 */
export const callOff = (state: KnownCase, region: RegionId): CallOff | null =>
  (isLocked(state) ? state.participants : []).find((part) => part.region === region) ?? null;
