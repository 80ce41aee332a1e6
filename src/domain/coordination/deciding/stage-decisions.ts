import type { Seat } from '../../authority/mandates.ts';
import { speaksOf } from '../../authority/required.ts';
import { dateOf } from '../../shared/calendar.ts';
import type { PlainDate } from '../../shared/ids.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import { missingDecisions, openSeats, stageAuthority } from '../stage-authority.ts';
import type { StageDecisionFacts, StageKind } from '../stages.ts';
import { type CaseState, isLocked, type KnownCase, type Status } from '../state.ts';
import { mustDeclareAnew } from './conflict.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { officer, person } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

/** When a kind of decision may come on file; from the lock on one to initiate is late, and regularises (law 6). */
const OPEN: Readonly<Record<StageKind, (status: Status) => boolean>> = {
  initiate: (status) =>
    !['not-possible', 'deviation-decided', 'external-coordination', 'cancelled'].includes(status),
  award: (status) => status === 'evaluation',
  contract: (status) => ['awarded', 'standstill', 'appealed'].includes(status),
  extend: (status) => ['contract', 'followed-up', 'reviewed'].includes(status),
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
 * `no-delegation-rows`, `nobody-may-decide` (the table names nobody for some region), `already-decided`.
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
  if (!speaksOf(context.governance, kind)) return refused('no-delegation-rows');
  const missing = missingDecisions(state, context.governance, dateOf(context.now), kind);
  if (missing.length === 0) return refused('already-decided');
  if (missing.every(({ body }) => body === null)) return refused('nobody-may-decide');
  const before = state.decisionsAsked?.[kind];
  if (before !== undefined && dateOf(before) === dateOf(context.now)) return nothing;
  return ruled(event(context, { type: 'stage-decision-asked', kind }));
};

const facts = (
  state: KnownCase,
  kind: StageKind,
  seat: Seat,
  date: PlainDate,
  context: DecideContext,
): StageDecisionFacts => ({
  kind,
  regions: seat.regions,
  rule: seat.rule,
  ruleVersion: context.governance.version,
  body: seat.body,
  date,
  late: kind === 'initiate' && isLocked(state),
  revision: state.revision,
});

/**
 * A delegate's own decision that a stage rests on, with its reason (KL 6:38, law 2). Refused: `people-only`,
 * `unknown-item`, `not-possible-now`, `no-mandate` (also when it is on file already), `old-card`, `declare-conflict-first` (from the evaluation on, where the bidders are known), `text-missing`.
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
  const problem = textProblem(command.texts, ['text']);
  if (problem) return { ok: false, error: problem };
  const decision = { ...facts(state, kind, seat, today, context), delegate: actor.value.id };
  return ruled(event(context, { type: 'stage-decided', decision }, command.texts));
};

/**
 * What a body decided in its meeting, registered by its secretary: date, paragraph, registry number, and for a
 * fullmäktige the board's prior preparation (KL 5:26–30). A body may also decide what it has delegated. Refused:
 * `people-only`, `unknown-item`, `not-possible-now`, `no-mandate`, `old-card`, `text-missing`, `date-in-the-future`,
 * `preparation-missing`.
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
  const row = context.governance.bodies.find((candidate) => candidate.body === body);
  if (row?.secretary !== actor.value.id) return refused('no-mandate');
  const seat = openSeats(state, context.governance, today, kind).find((open) => open.body === body);
  if (!seat) return refused('no-mandate');
  if (command.revision !== state.revision) return refused('old-card');
  if (!command.paragraph.trim() || !command.registryNumber.trim()) return refused('text-missing');
  if (date > today) return refused('date-in-the-future');
  const needed = stageAuthority(state, context.governance, today, kind).required.find(
    ({ rule }) => rule === seat.rule,
  );
  if (needed?.preparedBy !== undefined) {
    if (!preparation?.paragraph.trim()) return refused('preparation-missing');
    if (preparation.date > date) return refused('preparation-missing');
  }
  const problem = textProblem(command.texts, []);
  if (problem) return { ok: false, error: problem };
  const decision: StageDecisionFacts = {
    ...facts(state, kind, seat, date, context),
    paragraph: command.paragraph.trim(),
    registryNumber: command.registryNumber.trim(),
    ...(needed?.preparedBy !== undefined && preparation
      ? { preparation: { ...preparation, body: needed.preparedBy } }
      : {}),
  };
  return ruled(event(context, { type: 'stage-decided', decision }, command.texts));
};
