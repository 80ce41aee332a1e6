import { register } from '../record/registering.ts';
import { removeTexts } from '../record/removing.ts';
import { reportDecisions } from '../record/reporting.ts';
import { fail, never, ok, type Result } from '../shared/result.ts';
import type { CaseCommand, DecideContext } from './commands.ts';
import * as advancing from './deciding/advancing.ts';
import * as answers from './deciding/answers.ts';
import { noteCallOff } from './deciding/call-offs.ts';
import { keptOut } from './deciding/conflict.ts';
import { consequence } from './deciding/consequences.ts';
import * as council from './deciding/council.ts';
import * as decisions from './deciding/decisions.ts';
import { declareConflict } from './deciding/declaring.ts';
import type { Ruling } from './deciding/draft.ts';
import { replaceEvaluator } from './deciding/evaluators.ts';
import * as evidence from './deciding/evidence.ts';
import * as figures from './deciding/figures.ts';
import * as ladder from './deciding/ladder.ts';
import { leavings } from './deciding/leaving.ts';
import * as objections from './deciding/objections.ts';
import * as plan from './deciding/plan.ts';
import * as sharing from './deciding/sharing.ts';
import * as stageDecisions from './deciding/stage-decisions.ts';
import { tick } from './deciding/tick.ts';
import type { CaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Notice } from './notice.ts';
import { noticesFor } from './notices.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { CaseState } from './state.ts';

export interface Decision {
  readonly events: readonly CaseEvent[];
  /** Without ids: these are given at the commit, from the record's sequence. */
  readonly notices: readonly Omit<Notice, 'id'>[];
  /** `evolve` over the events. */
  readonly state: CaseState;
}

const ruling = (state: CaseState, command: CaseCommand, context: DecideContext): Ruling => {
  switch (command.do) {
    case 'import':
      return plan.importItem(state, command, context);
    case 'assess':
      return plan.assess(state, command, context);
    case 'assess-together':
      return plan.assessTogether(state, command, context);
    case 'open-round':
      return plan.openRound(state, command, context);
    case 'answer':
      return answers.answer(state, command, context);
    case 'delegate':
      return sharing.delegate(state, command, context);
    case 'note-absence':
      return sharing.noteAbsence(state, command, context);
    case 'name-reference':
      return sharing.nameReference(state, command, context);
    case 'change-owner':
      return sharing.changeOwner(state, command, context);
    case 'add-evidence':
      return evidence.addEvidence(state, command, context);
    case 'ask-evidence':
      return evidence.askEvidence(state, command, context);
    case 'accept-evidence':
      return evidence.acceptEvidence(state, command, context);
    case 'withdraw-objection':
      return objections.withdraw(state, command, context);
    case 'request-more-time':
      return answers.requestMoreTime(state, command, context);
    case 'grant-more-time':
      return answers.grantMoreTime(state, command, context);
    case 'refuse-more-time':
      return answers.refuseMoreTime(state, command, context);
    case 'ask-again':
      return objections.askAgain(state, command, context);
    case 'propose-solution':
      return objections.proposeSolution(state, command, context);
    case 'answer-solution':
      return objections.answerSolution(state, command, context);
    case 'escalate':
      return ladder.escalate(state, command, context);
    case 'mark-urgent':
      return ladder.markUrgent(state, command, context);
    case 'conclude-council':
      return ladder.concludeCouncil(state, command, context);
    case 'close-escalation':
      return ladder.closeEscalation(state, command, context);
    case 'lock':
      return advancing.lock(state, command, context);
    case 'advance':
      return advancing.advance(state, command, context);
    case 'file-authorisation':
      return advancing.fileAuthorisation(state, command, context);
    case 'set-principle':
      return advancing.setPrinciple(state, command, context);
    case 'note-tenders':
      return advancing.noteTenders(state, command, context);
    case 'replace-evaluator':
      return replaceEvaluator(state, command, context);
    case 'call-off':
      return noteCallOff(state, command, context);
    case 'complete-documentation':
      return advancing.completeDocumentation(state, command, context);
    case 'ask-stage-decision':
      return stageDecisions.askStageDecision(state, command, context);
    case 'decide-stage':
      return stageDecisions.decideStage(state, command, context);
    case 'register-stage-decision':
      return stageDecisions.registerStageDecision(state, command, context);
    case 'declare-conflict':
      return declareConflict(state, command, context);
    case 'take-position':
      return council.takePosition(state, command, context);
    case 'decide':
      return decisions.decideAsDelegate(state, command, context);
    case 'register-decision':
      return decisions.registerDecision(state, command, context);
    case 'report-decisions':
      return reportDecisions(state, command, context);
    case 'register':
      return register(state, command, context);
    case 'remove-texts':
      return removeTexts(state, command, context);
    case 'state-saving':
      return figures.stateSaving(state, command, context);
    case 'note-figure':
      return figures.noteFigure(state, command, context);
    case 'tick':
      return tick(state, context);
    default:
      return never(command);
  }
};

/** No rule follows from itself; a chain longer than this is a bug, not a case. */
const MOST_CONSEQUENCES = 20;

/**
 * What a command comes to: events (perhaps none: it was said before), the notices that they cause and the state after
 * them, or a refusal. Pure: time, actor and the governance in force come in `context`.
 */
export const decide = (
  state: CaseState,
  command: CaseCommand,
  context: DecideContext,
): Result<Decision, Refusal> => {
  const { actor } = context;
  // KL 6:28–32: whoever has a conflict takes no part in the handling, in whatever role.
  if (actor.kind === 'person' && keptOut(state, command, actor)) {
    return fail(refuse('has-conflict'));
  }
  const events: CaseEvent[] = [];
  let after = state;
  const happens = (firsts: readonly CaseEvent[], of: DecideContext): void => {
    for (const first of firsts) {
      for (let next: CaseEvent | null = first; next; next = consequence(after, next, of)) {
        if (events.length > MOST_CONSEQUENCES) throw new Error('Consequences without end');
        events.push(next);
        after = evolve(after, next);
      }
    }
  };
  // Who takes part follows from the rows of the day, whether or not the clock has looked at the case since they changed.
  const ofTime: DecideContext = { ...context, actor: { kind: 'clock' } };
  happens(leavings(state, ofTime), ofTime);
  const primary = ruling(after, command, context);
  if (!primary.ok) return primary;
  // What was said before is no reason to write.
  if (primary.value.length === 0 && command.do !== 'tick') return ok({ events: [], notices: [], state });
  happens(primary.value, context);
  return ok({ events, notices: noticesFor(state, events, context), state: after });
};
