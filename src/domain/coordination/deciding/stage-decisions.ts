import { type Governance, governanceThen } from '../../authority/governance.ts';
import type { Seat } from '../../authority/mandates.ts';
import { speaksOf } from '../../authority/required.ts';
import { dateOf } from '../../shared/calendar.ts';
import type { PlainDate } from '../../shared/ids.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { changeOf, proposedChange } from '../modifying.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { registersFor } from '../secretaries.ts';
import { holdersOf, missingDecisions, openSeats, seatsToFill, undecidedCode } from '../stage-authority.ts';
import type { StageDecisionFacts, StageKind } from '../stages.ts';
import type { CaseState, KnownCase, Status } from '../state.ts';
import { mustDeclareAnew } from './conflict.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { olderProblem, onFile, putToBody } from './minutes.ts';
import { officer, person } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

/** When a kind of decision may come on file; from the advertising on one to initiate is late, and regularises (law 6). */
const OPEN: Readonly<Record<StageKind, (status: Status) => boolean>> = {
  initiate: (status) =>
    !['not-possible', 'deviation-decided', 'external-coordination', 'cancelled'].includes(status),
  award: (status) => status === 'evaluation',
  contract: (status) => ['awarded', 'standstill', 'appealed'].includes(status),
  extend: (status) => ['contract', 'followed-up', 'reviewed'].includes(status),
  modify: (status) => ['contract', 'followed-up', 'reviewed'].includes(status),
  cancel: (status) =>
    ![
      'contract',
      'followed-up',
      'reviewed',
      'closed',
      'not-possible',
      'deviation-decided',
      'external-coordination',
      'cancelled',
    ].includes(status),
  postpone: (status) =>
    ['draft', 'assessed', 'asked', 'committed', 'partly-committed', 'initiated'].includes(status),
  'join-external': (status) =>
    ['draft', 'assessed', 'asked', 'committed', 'partly-committed', 'initiated', 'postponed'].includes(
      status,
    ),
};
export const mayBeDecided = (state: KnownCase, kind: StageKind): boolean => OPEN[kind](state.status);

/**
 * Asks those who may take a kind of decision for it; each gets a card. Once a day is enough: a later day reminds. Refused: `not-allowed`, `not-possible-now`,
 * `modification-not-proposed`, `no-delegation-rows`, `nobody-may-decide` (the table names nobody for some region; `left-region-undecided` for one that has left since the lock), `already-decided`.
 */
export const askStageDecision = (
  state: CaseState,
  command: Of<'ask-stage-decision'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status === 'new') return refused('unknown-item');
  const { kind } = command;
  if (!mayBeDecided(state, kind)) return refused('not-possible-now', { status: state.status });
  if (kind === 'modify' && !proposedChange(state)) return refused('modification-not-proposed');
  if (!speaksOf(context.governance, kind)) return refused('no-delegation-rows');
  const missing = missingDecisions(state, context.governance, dateOf(context.now), kind);
  if (missing.length === 0) return refused('already-decided');
  if (missing.every(({ body }) => body === null)) return refused(undecidedCode(missing, context.governance));
  const before = state.decisionsAsked?.[kind];
  if (before !== undefined && dateOf(before) === dateOf(context.now)) return nothing;
  return ruled(
    event(context, {
      type: 'stage-decision-asked',
      kind,
      of: holdersOf(state, context.governance, dateOf(context.now), kind),
    }),
  );
};

/** A change is decided as the card showed it; without one that is proposed there is nothing to decide. */
const changeProblem = (
  state: KnownCase,
  { kind, modification }: Of<'decide-stage'> | Of<'register-stage-decision'>,
): Refusal | null => {
  if (kind !== 'modify') return null;
  const change = proposedChange(state);
  if (!change) return refuse('modification-not-proposed');
  return change.number === modification ? null : refuse('old-card');
};

/** Law 6: what was decided before the advertising was in time, whenever it comes on file. */
const isLate = (state: KnownCase, date: PlainDate): boolean =>
  'advertising' in state && state.advertising !== undefined && state.advertising.date <= date;

const facts = (
  state: KnownCase,
  kind: StageKind,
  seat: Seat,
  date: PlainDate,
  context: DecideContext,
): StageDecisionFacts => {
  const change = kind === 'modify' ? proposedChange(state) : undefined;
  return {
    kind,
    regions: seat.regions,
    rule: seat.rule,
    ruleVersion: context.governance.version,
    body: seat.body,
    date,
    late: kind === 'initiate' && isLate(state, date),
    revision: state.revision,
    ...(change ? { change: changeOf(change) } : {}),
  };
};

/**
 * A delegate's own decision that a stage rests on, with its reason (KL 6:38, law 2). Refused: `people-only`,
 * `unknown-item`, `not-possible-now`, `no-mandate` (also when it is on file already), `old-card` (also when another change of
 * the contract is proposed since), `modification-not-proposed`, `declare-conflict-first` (from the evaluation on, where the bidders are known), `text-missing`.
 */
export const decideStage = (
  state: CaseState,
  command: Of<'decide-stage'>,
  context: DecideContext,
): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  if (state.status === 'new') return refused('unknown-item');
  const { kind, region } = command;
  if (!mayBeDecided(state, kind)) return refused('not-possible-now', { status: state.status });
  const today = dateOf(context.now);
  const seat = openSeats(state, context.governance, today, kind).find(
    (open) => open.kind === 'delegate' && open.person === actor.value.id && open.regions.includes(region),
  );
  if (!seat) return refused('no-mandate');
  if (mustDeclareAnew(state, actor.value.id)) return refused('declare-conflict-first');
  if (command.revision !== state.revision) return refused('old-card');
  const problem = changeProblem(state, command) ?? textProblem(command.texts, ['text']);
  if (problem) return { ok: false, error: problem };
  const decision = { ...facts(state, kind, seat, today, context), delegate: actor.value.id };
  return ruled(event(context, { type: 'stage-decided', decision }, command.texts));
};

/**
 * What a body decided in its meeting, registered by its secretary: date, paragraph, registry number, and for a
 * fullmäktige the board's prior preparation (KL 5:26–30). A body may also decide what it has delegated. The mandate is that
 * of the day of the meeting: minutes that are registered later, also by the secretary of a body that has ceased since, stand.
 * Refused: `people-only`, `unknown-item`, `not-possible-now`, `no-mandate`, `no-mandate-that-day`, `old-card`,
 * `text-missing`, `date-in-the-future`, `decided-before-matter`, `minutes-on-file`, `preparation-missing`.
 */
export const registerStageDecision = (
  state: CaseState,
  command: Of<'register-stage-decision'>,
  context: DecideContext,
): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  if (state.status === 'new') return refused('unknown-item');
  const { kind, body, date, preparation } = command;
  if (!mayBeDecided(state, kind)) return refused('not-possible-now', { status: state.status });
  const today = dateOf(context.now);
  const { governance } = context;
  if (registersFor(state, governance, body) !== actor.value.id) return refused('no-mandate');
  const seatOn = (rows: Governance) =>
    seatsToFill(state, governance, today, kind, rows).find((open) => open.body === body);
  const then = governanceThen(governance, date);
  const seat = date > today ? seatOn(governance) : seatOn(then);
  if (!seat) return seatOn(governance) ? refused('no-mandate-that-day', { date }) : refused('no-mandate');
  if (command.revision !== state.revision) return refused('old-card');
  const unlike = changeProblem(state, command);
  if (unlike) return { ok: false, error: unlike };
  if (!command.paragraph.trim() || !command.registryNumber.trim()) return refused('text-missing');
  if (date > today) return refused('date-in-the-future');
  const older = olderProblem(date, putToBody(state, kind));
  if (older) return { ok: false, error: older };
  if (onFile(state, kind, command, seat.regions)) return refused('minutes-on-file');
  const preparedBy = then.bodies.find((row) => row.body === body)?.preparedBy;
  if (preparedBy !== undefined && (!preparation?.paragraph.trim() || preparation.date > date)) {
    return refused('preparation-missing');
  }
  const problem = textProblem(command.texts, []);
  if (problem) return { ok: false, error: problem };
  const decision: StageDecisionFacts = {
    ...facts(state, kind, seat, date, context),
    paragraph: command.paragraph.trim(),
    registryNumber: command.registryNumber.trim(),
    ...(preparedBy !== undefined && preparation ? { preparation: { ...preparation, body: preparedBy } } : {}),
  };
  return ruled(event(context, { type: 'stage-decided', decision }, command.texts));
};
