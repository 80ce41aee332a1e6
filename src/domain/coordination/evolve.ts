import { never } from '../shared/result.ts';
import type { CaseEvent } from './events.ts';
import * as advancing from './evolving/advancing.ts';
import * as answers from './evolving/answers.ts';
import { calledOff } from './evolving/call-offs.ts';
import { asked } from './evolving/entry.ts';
import * as escalation from './evolving/escalation.ts';
import * as evidence from './evolving/evidence.ts';
import * as figures from './evolving/figures.ts';
import { regionLeft } from './evolving/leaving.ts';
import * as plan from './evolving/plan.ts';
import * as settling from './evolving/settling.ts';
import * as sharing from './evolving/sharing.ts';
import * as stages from './evolving/stages.ts';
import { transferred } from './evolving/transfer.ts';
import { type CaseState, initialState } from './state.ts';

/**
 * What a case is after an event. Total over history that `decide` produced; throws for a record that could not have
 * happened. Replaying `evolve` over the whole history gives the stored state.
 */
export const evolve = (state: CaseState, event: CaseEvent): CaseState => {
  switch (event.type) {
    case 'item-imported':
      return plan.itemImported(state, event);
    case 'item-revised':
      return plan.itemRevised(state, event);
    case 'assessed':
      return plan.assessed(state, event);
    case 'assessed-together':
      return plan.assessedTogether(state, event);
    case 'round-opened':
      return plan.roundOpened(state, event);
    case 'answered':
      return answers.answered(state, event);
    case 'reminded':
      return answers.reminded(state, event);
    case 'delegated':
      return sharing.delegated(state, event);
    case 'absence-noted':
      return sharing.absenceNoted(state, event);
    case 'absence-ended':
      return sharing.absenceEnded(state, event);
    case 'reference-named':
      return sharing.referenceNamed(state, event);
    case 'owner-changed':
      return stages.ownerChanged(state, event);
    case 'evidence-added':
      return evidence.added(state, event);
    case 'evidence-asked':
      return evidence.askedFor(state, event);
    case 'evidence-accepted':
      return evidence.accepted(state, event);
    case 'evidence-missed':
      return evidence.missed(state, event);
    case 'objection-withdrawn':
      return answers.withdrawn(state, event);
    case 'more-time-requested':
      return answers.moreTimeRequested(state, event);
    case 'more-time-granted':
      return answers.moreTimeGranted(state, event);
    case 'more-time-refused':
      return answers.moreTimeRefused(state, event);
    case 'not-answered':
      return answers.notAnswered(state, event);
    case 'asked-again':
      return answers.askedAgain(state, event);
    case 'solution-proposed':
      return answers.solutionProposed(state, event);
    case 'solution-answered':
      return answers.solutionAnswered(state, event);
    case 'escalation-opened':
      return escalation.opened(state, event);
    case 'climbed':
      return escalation.climbed(state, event);
    case 'level-reminded':
      return escalation.levelReminded(state, event);
    case 'clock-moved':
      return escalation.clockMoved(state, event);
    case 'ladder-too-late':
      return escalation.ladderTooLate(state, event);
    case 'deviation-ending':
      return escalation.deviationEnding(state, event);
    case 'conflict-declared':
      return escalation.conflictDeclared(state, event);
    case 'position-taken':
      return escalation.positionTaken(state, event);
    case 'council-concluded':
      return escalation.councilConcluded(state, event);
    case 'marked-urgent':
      return escalation.markedUrgent(state, event);
    case 'reseated':
      return escalation.reseated(state, event);
    case 'decided':
      return settling.decided(state, event);
    case 'escalation-closed':
      return settling.closed(state, event);
    case 'transferred':
      return transferred(state, event);
    case 'region-left':
      return regionLeft(state, event);
    case 'locked':
      return { ...asked(state, 'a lock'), status: 'locked', participants: event.participants };
    case 'advanced':
      return advancing.advanced(state, event);
    case 'stage-decision-asked':
      return stages.decisionAsked(state, event);
    case 'stage-decided':
      return stages.decided(state, event);
    case 'authority-noted':
      return stages.authorityNoted(state, event);
    case 'authority-flagged':
      return stages.authorityFlagged(state, event);
    case 'authorisation-filed':
      return stages.authorisationFiled(state, event);
    case 'principle-set':
      return stages.principleSet(state, event);
    case 'tenders-noted':
      return stages.tendersNoted(state, event);
    case 'evaluator-replaced':
      return stages.evaluatorReplaced(state, event);
    case 'called-off':
      return calledOff(state, event);
    case 'documentation-reminded':
    case 'documentation-completed':
      return stages.documented(state, event);
    case 'pulse-asked':
      return figures.pulseAsked(state, event);
    case 'saving-stated':
      return figures.savingStated(state, event);
    case 'figure-noted':
      return figures.figureNoted(state, event);
    case 'registered':
      return plan.registered(state, event);
    case 'reported':
      // Which decisions a meeting has had reported stands in the record alone, by its entries.
      return state;
    case 'texts-removed':
      // The texts are gone from the entries themselves, so that a replay never had them.
      return state;
    default:
      return never(event);
  }
};

export const replay = (events: Iterable<CaseEvent>): CaseState => {
  let state = initialState();
  for (const event of events) state = evolve(state, event);
  return state;
};
