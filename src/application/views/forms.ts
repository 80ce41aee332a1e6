import { isGiven, openObjections } from '#domain/coordination/answer.ts';
import { entryOf, ownEntry } from '#domain/coordination/deciding/rights.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import { type AskedCase, isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { Outcome, ReasonCode } from '#domain/escalation/reasons.ts';
import { addWorkingDays, dateOf, endOfDay } from '#domain/shared/calendar.ts';
import type { ItemId, UnitId } from '#domain/shared/ids.ts';
import { fail, never, ok, type Result } from '#domain/shared/result.ts';
import type { CardAction } from '#rendering/action.ts';
import type { View } from '#rendering/views.ts';
import { unitAsks } from '../asking.ts';
import type { Reading } from '../reading.ts';
import { againBy, askAgain, conclude, escalate, propose, urgentSeats } from './officer.ts';
import { answerView, FULL, nameOf, ofItem, ofUnit, solutionView } from './parts.ts';
import { prefillOf, question, requestBase } from './request.ts';
import { contextOf, may, refusalOf } from './rights.ts';
import { SHARING_FORMS, type SharingForm, sharingForm, suggestionFor } from './sharing.ts';

/** Working days that units get to answer in, where the officer does not say otherwise. */
const ROUND_DAYS = 10;

/** Buttons that open a form and change nothing. */
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
  'urgent.form',
  'conclude.form',
  'round.form',
  ...SHARING_FORMS,
] as const satisfies readonly CardAction['verb'][];

interface OfUnit {
  readonly item: ItemId;
  readonly unit: UnitId;
}
type OfficerForm = OfUnit & { readonly verb: 'solution.form' | 'ask-again.form' };
type OwnForm = OfUnit &
  (
    | {
        readonly verb:
          | 'request.change'
          | 'request.conditions-form'
          | 'objection.reasons'
          | 'more-time.form'
          | 'solution.reject-form';
      }
    | { readonly verb: 'objection.form'; readonly reason: ReasonCode }
  );
export type FormAction =
  | SharingForm
  | OfficerForm
  | OwnForm
  | {
      readonly verb: 'escalate.form' | 'urgent.form' | 'conclude.form' | 'round.form';
      readonly item: ItemId;
    };

const LOTS: readonly ReasonCode[] = ['sme-access', 'differing-needs'];

/** A form of coordination that meets what is objected; coordination is the norm (law 0). */
const suggestedOutcome = (state: AskedCase): Outcome => {
  if (state.status === 'escalated' && 'proposal' in state.escalation)
    return state.escalation.proposal.outcome;
  const reasons = openObjections(state.round).flatMap(({ answer }) =>
    answer.kind === 'objection' ? [answer.reason] : [],
  );
  if (reasons.includes('existing-contract')) return 'coordinate-with-staggered-start';
  return reasons.some((reason) => LOTS.includes(reason)) ? 'coordinate-with-lots' : 'coordinate';
};

const officerForm = (
  reading: Reading,
  state: KnownCase,
  { verb, unit }: OfficerForm,
): Result<View, Refusal> => {
  if (!isAsked(state)) return fail(refuse('round-closed'));
  const found = entryOf(state, unit);
  if (!found.ok) return found;
  const entry = found.value;
  const of = ofUnit(reading, state, entry);
  const again = verb === 'ask-again.form';
  const refusal = refusalOf(reading, state, again ? askAgain(reading, entry) : propose(entry));
  if (refusal) return fail(refusal);
  const suggestion = suggestionFor(entry);
  // The same words again would be no event; a proposal that waits for its answer is not repeated.
  if (!again && entry.solution?.status === 'proposed') return fail(refuse('solution-already-open'));
  return ok(
    again
      ? { card: 'ask-again-form', ...of, suggestedDeadline: againBy(reading) }
      : { card: 'solution-form', ...of, ...(suggestion ? { suggestion } : {}) },
  );
};

const ownForm = (reading: Reading, state: KnownCase, action: OwnForm): Result<View, Refusal> => {
  const own = ownEntry(state, action.unit, contextOf(reading));
  if (!own.ok) return own;
  const { entry, state: known } = own.value;
  const base = requestBase(reading, known, entry);
  switch (action.verb) {
    case 'request.change': {
      const current = isGiven(entry.answer) ? { current: answerView(reading, entry.answer, FULL) } : {};
      return ok({ ...question(reading, known, entry), ...current });
    }
    case 'request.conditions-form':
      return ok({ card: 'request-conditions', ...base, prefill: prefillOf(known, entry) });
    case 'objection.reasons':
      return ok({ card: 'objection-reasons', ...base });
    case 'objection.form':
      return ok({ card: 'objection-form', ...base, reason: action.reason });
    case 'more-time.form':
      return isGiven(entry.answer)
        ? fail(refuse('already-registered'))
        : ok({ card: 'more-time-form', ...base });
    case 'solution.reject-form': {
      if (entry.solution?.status !== 'proposed') return fail(refuse('no-open-solution'));
      const { asOf, item, unit } = base;
      const solution = solutionView(reading, entry.solution);
      return ok({ card: 'solution-reject-form', asOf, item, unit, solution });
    }
    default:
      return never(action);
  }
};

/** The form that a button opens, or why the viewer may not use it: refused as the command that it leads to would be. */
export const formView = (reading: Reading, state: KnownCase, action: FormAction): Result<View, Refusal> => {
  switch (action.verb) {
    case 'round.form': {
      const suggestedDeadline = addWorkingDays(dateOf(reading.now), ROUND_DAYS);
      const refusal = refusalOf(reading, state, {
        do: 'open-round',
        owner: reading.viewer.id,
        deadline: endOfDay(suggestedDeadline),
        units: unitAsks(reading.directory, dateOf(reading.now), reading.governance),
      });
      return refusal
        ? fail(refusal)
        : ok({
            card: 'round-form',
            ...ofItem(reading, state),
            suggestedDeadline,
            ...(may(reading, state, { do: 'assess', possible: false, texts: { text: '…' } })
              ? { assess: true as const }
              : {}),
          });
    }
    case 'escalate.form': {
      const refusal = refusalOf(reading, state, escalate);
      if (refusal) return fail(refusal);
      return isAsked(state)
        ? ok({
            card: 'escalate-form',
            ...ofItem(reading, state),
            suggested: suggestedOutcome(state),
            ...(state.status === 'escalated' && state.escalation.level === 'council'
              ? { standing: true }
              : {}),
          })
        : fail(refuse('not-escalated'));
    }
    case 'urgent.form': {
      const hurried = urgentSeats(reading, state);
      return hurried.ok
        ? ok({
            card: 'urgent-form',
            ...ofItem(reading, state),
            deciders: hurried.value.map((person) => nameOf(reading, person)),
          })
        : hurried;
    }
    case 'conclude.form': {
      const refusal = refusalOf(reading, state, conclude);
      return refusal ? fail(refusal) : ok({ card: 'conclude-form', ...ofItem(reading, state) });
    }
    case 'solution.form':
    case 'ask-again.form':
      return officerForm(reading, state, action);
    case 'request.more':
    case 'delegate.form':
    case 'reference.form':
    case 'evidence.form':
    case 'evidence.ask-form':
    case 'owner.form':
      return sharingForm(reading, state, action);
    default:
      return ownForm(reading, state, action);
  }
};
