import { entries, isGiven } from '#domain/coordination/answer.ts';
import { entryOf, officer, openRound, ownEntry } from '#domain/coordination/deciding/rights.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import type { Outcome, ReasonCode } from '#domain/escalation/reasons.ts';
import { addWorkingDays, dateOf } from '#domain/shared/calendar.ts';
import { type UnitId, unitName } from '#domain/shared/ids.ts';
import { fail, never, ok, type Result } from '#domain/shared/result.ts';
import type { CardAction } from '#rendering/action.ts';
import type { View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import type { Reading } from '../reading.ts';
import { answerView, head, solutionView } from './parts.ts';
import { prefillOf, question, requestBase } from './request.ts';

/** Buttons that only turn a card over. */
export const FORMS = [
  'request.change',
  'request.conditions-form',
  'objection.reasons',
  'objection.form',
  'more-time.form',
  'solution.form',
  'solution.reject-form',
  'ask-again.form',
  'escalate.form',
  'round.form',
] as const;
export type FormAction = CardAction & { readonly verb: (typeof FORMS)[number] };

/** Working days that a form suggests: to a unit that is asked again, and to all units at first. */
const AGAIN_DAYS = 5;
const ROUND_DAYS = 10;

const SUGGESTED: Readonly<Partial<Record<ReasonCode, Outcome>>> = {
  'existing-contract': 'coordinate-with-staggered-start',
  'time-capacity': 'coordinate-with-staggered-start',
  'sme-access': 'coordinate-with-lots',
  'differing-needs': 'coordinate-with-lots',
};

/** What the objections themselves point to; coordination as it was where they point nowhere. */
const suggestedOutcome = (state: KnownCase): Outcome => {
  if (!('round' in state)) return 'coordinate';
  for (const { answer } of entries(state.round)) {
    const outcome = answer.kind === 'objection' ? SUGGESTED[answer.reason] : undefined;
    if (outcome) return outcome;
  }
  return 'coordinate';
};

const contextOf = ({ now, viewer, governance }: Reading) => ({ now, actor: actorOf(viewer), governance });

const unitForm = (
  reading: Reading,
  known: KnownCase,
  action: Extract<FormAction, { unit: UnitId }>,
): Result<View, Refusal> => {
  const own = ownEntry(known, action.unit, contextOf(reading));
  if (!own.ok) return own;
  const { state, entry } = own.value;
  const base = requestBase(reading, state, entry);
  switch (action.verb) {
    case 'request.change': {
      const asked = question(reading, state, entry);
      const current = isGiven(entry.answer)
        ? { current: answerView(reading, entry.answer, { named: true, worded: true }) }
        : {};
      return ok({ ...asked, ...current });
    }
    case 'request.conditions-form':
      return ok({ card: 'request-conditions', ...base, prefill: prefillOf(state, entry) });
    case 'objection.reasons':
      return ok({ card: 'objection-reasons', ...base });
    case 'objection.form':
      return ok({ card: 'objection-form', ...base, reason: action.reason });
    case 'more-time.form':
      return ok({ card: 'more-time-form', ...base });
    case 'solution.reject-form':
      return entry.solution?.status === 'proposed'
        ? ok({
            card: 'solution-reject-form',
            asOf: reading.now,
            item: head(reading, state),
            unit: entry.unit,
            solution: solutionView(reading, entry.solution),
          })
        : fail(refuse('no-open-solution'));
    default:
      return fail(refuse('unreadable-card'));
  }
};

const officerForm = (reading: Reading, known: KnownCase, action: FormAction): Result<View, Refusal> => {
  const right = officer(contextOf(reading));
  if (right) return fail(right);
  const base = { asOf: reading.now, item: head(reading, known) };
  const today = dateOf(reading.now);
  if (action.verb === 'round.form') {
    return ok({ card: 'round-form', ...base, suggestedDeadline: addWorkingDays(today, ROUND_DAYS) });
  }
  const round = openRound(known);
  if (!round.ok) return round;
  if (action.verb === 'escalate.form') {
    return known.status === 'escalated'
      ? ok({ card: 'escalate-form', ...base, suggested: suggestedOutcome(known) })
      : fail(refuse('not-escalated'));
  }
  if (!('unit' in action)) return fail(refuse('unreadable-card'));
  const entry = entryOf(round.value, action.unit);
  if (!entry.ok) return entry;
  const unit = { unit: entry.value.unit, unitName: unitName(entry.value.unit) };
  return action.verb === 'solution.form'
    ? ok({ card: 'solution-form', ...base, ...unit })
    : ok({
        card: 'ask-again-form',
        ...base,
        ...unit,
        suggestedDeadline: addWorkingDays(today, AGAIN_DAYS),
      });
};

/** Another face of a card, for who may act on it; refused with the code that acting would be refused with. */
export const formView = (reading: Reading, state: KnownCase, action: FormAction): Result<View, Refusal> => {
  switch (action.verb) {
    case 'request.change':
    case 'request.conditions-form':
    case 'objection.reasons':
    case 'objection.form':
    case 'more-time.form':
    case 'solution.reject-form':
      return unitForm(reading, state, action);
    case 'solution.form':
    case 'ask-again.form':
    case 'escalate.form':
    case 'round.form':
      return officerForm(reading, state, action);
    default:
      return never(action);
  }
};
