import { never } from '#domain/shared/result.ts';
import type { View } from '../views.ts';
import { adopting } from './adopting.ts';
import * as answers from './answers.ts';
import * as board from './board.ts';
import * as candidates from './candidates.ts';
import * as concern from './concern.ts';
import { correcting } from './correcting.ts';
import { council } from './council.ts';
import { dashboard } from './dashboard.ts';
import type { Laid } from './data.ts';
import * as deciding from './deciding.ts';
import { digest } from './digest.ts';
import * as dispute from './dispute.ts';
import { figures } from './figures/index.ts';
import { findings } from './findings/index.ts';
import * as lists from './lists.ts';
import * as objecting from './objecting.ts';
import * as objector from './objector.ts';
import { outcome } from './outcome.ts';
import * as preparing from './preparing.ts';
import { registry } from './registry.ts';
import * as request from './request.ts';
import { round } from './round.ts';
import * as service from './service.ts';
import { sharedItem } from './shared-item.ts';
import * as sharing from './sharing.ts';
import { stage } from './stage.ts';
import { timeline } from './timeline.ts';
import { transferred } from './transferred.ts';
import type { Writer } from './writer.ts';

/** Any view as its template's data and summary; a view that nobody lays out does not compile. */
export const layOut = (view: View, w: Writer): Laid => {
  switch (view.card) {
    case 'request':
      return request.request(view, w);
    case 'request-conditions':
      return request.conditions(view, w);
    case 'objection-reasons':
      return objecting.objectionReasons(view, w);
    case 'objection-form':
      return objecting.objectionForm(view, w);
    case 'more-time-form':
      return objecting.moreTimeForm(view, w);
    case 'receipt':
      return request.receipt(view, w);
    case 'round':
      return round(view, w);
    case 'objection':
      return dispute.objection(view, w);
    case 'solution-form':
      return dispute.solutionForm(view, w);
    case 'ask-again-form':
      return dispute.askAgainForm(view, w);
    case 'escalate-form':
      return dispute.escalateForm(view, w);
    case 'urgent-form':
      return dispute.urgentForm(view, w);
    case 'conclude-form':
      return dispute.concludeForm(view, w);
    case 'solution':
      return objector.solution(view, w);
    case 'solution-reject-form':
      return objector.solutionRejectForm(view, w);
    case 'more-time':
      return objector.moreTime(view, w);
    case 'lifted':
      return objector.lifted(view, w);
    case 'managers':
      return deciding.managers(view, w);
    case 'council':
      return council(view, w);
    case 'decision':
      return deciding.decision(view, w);
    case 'registration':
      return deciding.registration(view, w);
    case 'outcome':
      return outcome(view, w);
    case 'stage':
      return stage(view, w);
    case 'timeline':
      return timeline(view, w);
    case 'transferred':
      return transferred(view, w);
    case 'items':
      return lists.items(view, w);
    case 'item':
      return lists.item(view, w);
    case 'which-item':
      return lists.whichItem(view, w);
    case 'mine':
      return lists.mine(view, w);
    case 'meeting':
      return board.meeting(view, w);
    case 'reporting':
      return board.reporting(view, w);
    case 'memo':
      return board.memo(view, w);
    case 'correcting':
      return correcting(view, w);
    case 'adopting':
      return adopting(view, w);
    case 'registry':
      return registry(view, w);
    case 'digest':
      return digest(view, w);
    case 'unanswered':
      return lists.unanswered(view, w);
    case 'cases':
      return answers.cases(view, w);
    case 'deliveries':
      return answers.deliveries(view, w);
    case 'history':
      return answers.history(view, w);
    case 'authority':
      return answers.authority(view, w);
    case 'dashboard':
      return dashboard(view, w);
    case 'candidates':
      return candidates.candidates(view, w);
    case 'candidate':
      return candidates.candidate(view, w);
    case 'candidate-form':
      return candidates.candidateForm(view, w);
    case 'shared-item':
      return sharedItem(view, w);
    case 'nothing':
      return answers.nothing(view, w);
    case 'help':
      return service.help(view, w);
    case 'not-understood':
      return service.notUnderstood(view, w);
    case 'message':
      return service.message(view, w);
    case 'unknown-person':
      return service.unknownPerson(view, w);
    case 'round-draft':
      return preparing.roundDraft(view, w);
    case 'round-form':
      return preparing.roundForm(view, w);
    case 'import-preview':
      return preparing.importPreview(view, w);
    case 'file-refused':
      return preparing.fileRefused(view, w);
    case 'time':
      return service.time(view, w);
    case 'request-more':
      return sharing.requestMore(view, w);
    case 'delegate-form':
      return sharing.delegateForm(view, w);
    case 'reference-form':
      return sharing.referenceForm(view, w);
    case 'away':
      return sharing.away(view, w);
    case 'evidence-form':
      return sharing.evidenceForm(view, w);
    case 'evidence-ask-form':
      return sharing.evidenceAskForm(view, w);
    case 'concern-form':
      return concern.concernForm(view, w);
    case 'concern':
      return concern.concern(view, w);
    case 'concern-sent':
      return concern.concernSent(view, w);
    case 'figures':
      return figures(view, w);
    case 'findings':
      return findings(view, w);
    case 'owner-form':
      return sharing.ownerForm(view, w);
    default:
      return never(view);
  }
};
