import { standstillDays } from '../../plan/thresholds.ts';
import { dateOf } from '../../shared/calendar.ts';
import type { Texts } from '../answer.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import {
  authorisationOf,
  documentationDue,
  LIFE_CYCLE,
  missingAuthorisations,
  stageProblem,
  usedBy,
} from '../life-cycle.ts';
import { changeOf, proposedChange, sameChange } from '../modifying.ts';
import { refuse } from '../refusal.ts';
import type { Advance, AdvancedFacts } from '../stages.ts';
import { type CaseState, isAsked, isLocked, isOver, type KnownCase } from '../state.ts';
import { participants } from '../status.ts';
import { mustDeclareAnew } from './conflict.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { officer, person } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

/** How long a standstill lasts is the law's: by the dated row in force, whatever else the command says. */
const dated = (stage: AdvancedFacts, { governance }: DecideContext): AdvancedFacts => {
  if (stage.to !== 'standstill' && stage.to !== 'appeal-settled') return stage;
  const { days: _, ...facts } = stage;
  const days = standstillDays(governance, stage.to === 'standstill' ? stage.sent : 'electronically');
  return { ...facts, ...(days === undefined ? {} : { days }) };
};

/**
 * Moves an item one stage on, out, or back in, by an officer (KL 6:38: never by the command line or the clock). The rows
 * are `LIFE_CYCLE`. Refused: `people-only`, `not-allowed`, `unknown-item`, `not-possible-now`, `text-missing`, and what
 * the row's guard says.
 */
export const advance = (state: CaseState, command: Of<'advance'>, context: DecideContext): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status === 'new') return refused('unknown-item');
  const { stage, texts } = command;
  if (isSaid(state, stage, texts)) return nothing;
  if (stage.to === state.status) return stage.to === 'locked' ? refused('item-locked') : nothing;
  if (stage.to === 'locked' && isLocked(state)) return refused('item-locked');
  if (stage.to === 'locked' && !LIFE_CYCLE.locked.from.includes(state.status))
    return refused('not-ready-to-lock');
  const { texts: needed = [], oneText } = LIFE_CYCLE[stage.to];
  const unsaid = oneText !== undefined && !oneText.some((key) => texts[key]?.trim());
  const problem =
    stageProblem(state, stage, context) ?? (unsaid ? refuse('text-missing') : textProblem(texts, needed));
  if (problem) return { ok: false, error: problem };
  if (stage.to === 'locked') {
    return isAsked(state)
      ? ruled(event(context, { type: 'locked', participants: participants(state) }))
      : refused('not-ready-to-lock');
  }
  const uses = usedBy(state, stage);
  const used = uses.length > 0 ? { uses } : {};
  return ruled(event(context, { type: 'advanced', stage: dated(stage, context), ...used }, texts));
};

/** What stands already is not said again. */
const isSaid = (state: KnownCase, stage: Advance, texts: Texts): boolean => {
  if (stage.to === 'ceiling-stated') {
    const known = isAsked(state) ? state.ceilings?.[stage.region] : undefined;
    return known !== undefined && known === stage.value;
  }
  if (stage.to === 'modification-proposed') {
    const { to: _, ...facts } = stage;
    const known = proposedChange(state);
    return known !== undefined && sameChange(changeOf(known), facts) && known.texts.text === texts.text;
  }
  if (stage.to !== 'contracted-alone') return false;
  const known = state.alone?.[stage.region];
  if (!known) return false;
  return known.date === stage.date && known.until === stage.until && known.value === stage.value;
};

const LOCK: Advance = { to: 'locked' };
/** From here no region may be added and each region's ceiling stands (law 5). */
export const lock = (state: CaseState, _command: Of<'lock'>, context: DecideContext): Ruling =>
  advance(state, { do: 'advance', stage: LOCK, texts: {} }, context);

/**
 * A region's authorisation (fullmakt) for the region that leads now, as it stands in the diarium. Refused: `not-allowed`,
 * `item-locked`, `authorisation-not-needed` for the lead region itself or one that does not take part,
 * `text-missing`, `date-in-the-future`.
 */
export const fileAuthorisation = (
  state: CaseState,
  command: Of<'file-authorisation'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (!isAsked(state)) return refused('not-possible-now', { status: state.status });
  if (isLocked(state)) return refused('item-locked');
  if (isOver(state)) return refused('not-possible-now', { status: state.status });
  const { region, date, reference } = command;
  const known = authorisationOf(state, region);
  if (known?.date === date && known.reference === reference.trim()) return nothing;
  const lead = state.item.region;
  if (region === lead || (!known && !missingAuthorisations(state).includes(region)))
    return refused('authorisation-not-needed');
  if (reference.trim() === '') return refused('text-missing');
  if (date > dateOf(context.now)) return refused('stage-date-in-the-future');
  return ruled(
    event(context, { type: 'authorisation-filed', region, date, reference: reference.trim(), lead }),
  );
};

/** Whether the matter is one of principle, whatever its amount: the delegation order may then name others. */
export const setPrinciple = (
  state: CaseState,
  command: Of<'set-principle'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (state.status === 'new') return refused('unknown-item');
  if (isLocked(state) || isOver(state)) return refused('item-locked');
  if ((state.principle === true) === command.principle) return nothing;
  return ruled(event(context, { type: 'principle-set', principle: command.principle }));
};

/**
 * How many tenders came and passed, by a named evaluator once the time for them is out. It is kept for what is computed
 * after the award and stands in no view, answer or export (OSL 19:3). Refused: `not-an-evaluator`,
 * `declare-conflict-first`, `not-possible-now`.
 */
export const noteTenders = (
  state: CaseState,
  command: Of<'note-tenders'>,
  context: DecideContext,
): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  if (!('advertising' in state) || !state.advertising || isOver(state) || state.status === 'advertised') {
    return refused('not-possible-now', { status: state.status });
  }
  if (!state.advertising.evaluators.includes(actor.value.id)) return refused('not-an-evaluator');
  if (mustDeclareAnew(state, actor.value.id)) return refused('declare-conflict-first');
  const { received, approved } = command;
  if (
    !Number.isSafeInteger(received) ||
    !Number.isSafeInteger(approved) ||
    approved < 0 ||
    approved > received
  ) {
    return refused('number-unreadable');
  }
  if ('tenders' in state && state.tenders?.received === received && state.tenders.approved === approved) {
    return nothing;
  }
  const figures = { received: String(received), approved: String(approved) };
  return ruled(event(context, { type: 'tenders-noted' }, figures));
};

/** Law 7: the documentation of a contract or a cancellation is complete. */
export const completeDocumentation = (
  state: CaseState,
  _command: Of<'complete-documentation'>,
  context: DecideContext,
): Ruling => {
  const right = officer(context);
  if (right) return { ok: false, error: right };
  if (documentationDue(state) === null) return refused('not-possible-now', { status: state.status });
  if ('documentation' in state && state.documentation?.completed) return nothing;
  return ruled(event(context, { type: 'documentation-completed' }));
};
