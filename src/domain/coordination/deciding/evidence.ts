import { fail, ok, type Result } from '../../shared/result.ts';
import { openObjections, type UnitEntry } from '../answer.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { evidenceDue } from '../evidence.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { AskedCase, CaseState } from '../state.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { entryOf, officer, openRound, ownEntry } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;

const isOpen = (state: AskedCase, entry: UnitEntry): boolean => openObjections(state.round).includes(entry);

/** The objector adds what settles the reason; also late, for as long as the objection is open. */
export const addEvidence = (
  state: CaseState,
  command: Of<'add-evidence'>,
  context: DecideContext,
): Ruling => {
  const own = ownEntry(state, command.unit, context);
  if (!own.ok) return own;
  const { entry, state: known } = own.value;
  if (!isOpen(known, entry)) return refused('no-objection');
  const problem = textProblem(command.texts, ['text']);
  if (problem) return { ok: false, error: problem };
  if (entry.evidence?.given.at(-1)?.text === command.texts.text) return nothing;
  return ruled(event(context, { type: 'evidence-added', unit: command.unit }, command.texts));
};

const officers = (
  state: CaseState,
  command: Of<'ask-evidence' | 'accept-evidence'>,
  context: DecideContext,
): Result<UnitEntry, Refusal> => {
  const right = officer(context);
  if (right) return fail(right);
  const round = openRound(state);
  if (!round.ok) return round;
  const entry = entryOf(round.value, command.unit);
  if (!entry.ok) return entry;
  return isOpen(round.value, entry.value) ? ok(entry.value) : fail(refuse('no-objection'));
};

/** The officer says what more is needed; five working days anew. */
export const askEvidence = (
  state: CaseState,
  command: Of<'ask-evidence'>,
  context: DecideContext,
): Ruling => {
  const entry = officers(state, command, context);
  if (!entry.ok) return entry;
  const problem = textProblem(command.texts, ['text']);
  if (problem) return { ok: false, error: problem };
  const { evidence } = entry.value;
  if (evidence?.status === 'awaited' && evidence.asked === command.texts.text) return nothing;
  const due = evidenceDue(context.now);
  return ruled(event(context, { type: 'evidence-asked', unit: command.unit, due }, command.texts));
};

/** The officer takes the evidence as sufficient: it shows what the reason claims. It decides nothing. */
export const acceptEvidence = (
  state: CaseState,
  command: Of<'accept-evidence'>,
  context: DecideContext,
): Ruling => {
  const entry = officers(state, command, context);
  if (!entry.ok) return entry;
  const { evidence } = entry.value;
  if (evidence?.status === 'accepted') return nothing;
  if (!evidence || evidence.given.length === 0) return refused('no-evidence');
  return ruled(event(context, { type: 'evidence-accepted', unit: command.unit }));
};

/** Its time ran out: "utan underlag". The case goes on. */
export const missedEvidence = (state: AskedCase, context: DecideContext): CaseEvent[] => {
  const units = openObjections(state.round)
    .filter(({ evidence }) => evidence?.status === 'awaited' && evidence.due <= context.now)
    .map(({ unit }) => unit);
  return units.length > 0 ? [event(context, { type: 'evidence-missed', units })] : [];
};
