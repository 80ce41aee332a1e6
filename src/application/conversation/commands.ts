import type { Texts } from '#domain/coordination/answer.ts';
import type { CaseCommand, Colleague } from '#domain/coordination/commands.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import { isDeviation } from '#domain/escalation/reasons.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import type { ItemId, PersonId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import type { DoneCode } from '#rendering/views.ts';
import { stageCommand } from './stage-commands.ts';

/** A button that changes a case: the command, what is said when it went well, and the card that is shown afterwards. */
export interface CardCommand {
  readonly item: ItemId;
  readonly command: CaseCommand;
  readonly done: DoneCode;
  readonly subject: CardSubject;
}

/** Empty fields of a card are not texts. */
const texts = (all: Readonly<Record<string, string>>): Texts =>
  Object.fromEntries(Object.entries(all).filter(([, text]) => text.trim() !== ''));

const answering = (action: CardAction): CardCommand | null => {
  switch (action.verb) {
    case 'request.yes':
    case 'request.conditions':
    case 'request.no-need':
    case 'objection.send': {
      const { item, unit, round, revision } = action;
      const answer =
        action.verb === 'request.yes'
          ? ({ kind: 'yes', commitment: action.commitment } as const)
          : action.verb === 'request.conditions'
            ? ({ kind: 'yes-with-conditions', commitment: action.commitment } as const)
            : action.verb === 'request.no-need'
              ? ({ kind: 'no-need' } as const)
              : ({
                  kind: 'objection',
                  reason: action.reason,
                  ...(action.contract ? { contract: action.contract } : {}),
                } as const);
      const said =
        action.verb === 'request.conditions'
          ? { text: action.text }
          : action.verb === 'objection.send'
            ? { text: action.text, evidence: action.evidence }
            : {};
      return {
        item,
        command: { do: 'answer', unit, round, revision, answer, texts: texts(said) },
        done: 'answer-registered',
        subject: { card: 'request', item, unit },
      };
    }
    case 'more-time.send': {
      const { item, unit, round, text } = action;
      return {
        item,
        command: { do: 'request-more-time', unit, round, texts: texts({ text }) },
        done: 'more-time-sent',
        subject: { card: 'request', item, unit },
      };
    }
    case 'solution.accept':
    case 'solution.reject': {
      const { item, unit, number } = action;
      const accept = action.verb === 'solution.accept';
      const said = texts({ text: action.verb === 'solution.reject' ? action.text : '' });
      return {
        item,
        command: { do: 'answer-solution', unit, ...(number ? { number } : {}), accept, texts: said },
        done: accept ? 'solution-accepted' : 'solution-rejected',
        subject: { card: 'solution', item, unit },
      };
    }
    default:
      return null;
  }
};

const officers = (action: CardAction): CardCommand | null => {
  switch (action.verb) {
    case 'more-time.grant':
    case 'more-time.refuse': {
      const { item, unit } = action;
      const grant = action.verb === 'more-time.grant';
      return {
        item,
        command: grant
          ? { do: 'grant-more-time', unit, workingDays: action.workingDays }
          : { do: 'refuse-more-time', unit },
        done: grant ? 'more-time-granted' : 'more-time-refused',
        subject: { card: 'more-time', item, unit },
      };
    }
    case 'solution.propose': {
      const { item, unit, solution, text } = action;
      return {
        item,
        command: { do: 'propose-solution', unit, solution, texts: texts({ text }) },
        done: 'solution-sent',
        subject: { card: 'objection', item, unit },
      };
    }
    case 'ask-again.send': {
      const { item, unit, deadline, text } = action;
      return {
        item,
        command: { do: 'ask-again', unit, deadline: endOfDay(deadline), texts: texts({ text }) },
        done: 'asked-again',
        subject: { card: 'objection', item, unit },
      };
    }
    case 'escalate.send': {
      const { item, outcome, until, text } = action;
      return {
        item,
        command: {
          do: 'escalate',
          proposal: outcome,
          // A day that was filled in beside another proposal means nothing.
          ...(until && isDeviation(outcome) ? { until } : {}),
          texts: texts({ text }),
        },
        done: 'escalated',
        subject: { card: 'round', item },
      };
    }
    case 'urgent.send': {
      const { item, text } = action;
      return {
        item,
        command: { do: 'mark-urgent', texts: texts({ reason: text }) },
        done: 'marked-urgent',
        subject: { card: 'round', item },
      };
    }
    case 'conclude.send': {
      const { item, text } = action;
      return {
        item,
        command: { do: 'conclude-council', texts: texts({ reason: text }) },
        done: 'to-decision',
        subject: { card: 'round', item },
      };
    }
    case 'case.close':
    case 'item.lock': {
      const { item } = action;
      const lock = action.verb === 'item.lock';
      return {
        item,
        command: { do: lock ? 'lock' : 'close-escalation' },
        done: lock ? 'locked' : 'closed',
        subject: { card: 'round', item },
      };
    }
    default:
      return null;
  }
};

export const decidingCommand = (action: CardAction): CardCommand | null => {
  switch (action.verb) {
    case 'council.declare': {
      const { item, conflict } = action;
      return {
        item,
        command: { do: 'declare-conflict', conflict },
        done: conflict ? 'conflict-declared' : 'conflict-none',
        subject: { card: 'council', item },
      };
    }
    case 'council.position': {
      const { item, revision, stance, proposal, decides, text, dissent } = action;
      return {
        item,
        command: {
          do: 'take-position',
          revision,
          stance,
          ...(proposal ? { proposal } : {}),
          ...(decides ? { decides } : {}),
          texts: texts({ reason: text, dissent }),
        },
        done: 'position-registered',
        subject: { card: 'council', item },
      };
    }
    case 'decision.declare': {
      const { item, region, conflict } = action;
      return {
        item,
        command: { do: 'declare-conflict', conflict },
        done: conflict ? 'conflict-declared' : 'conflict-none',
        subject: { card: 'decision', item, region },
      };
    }
    case 'decision.decide': {
      const { item, region, revision, outcome, until, text } = action;
      return {
        item,
        command: {
          do: 'decide',
          region,
          revision,
          outcome,
          ...(until ? { until } : {}),
          texts: texts({ text }),
        },
        done: 'decided',
        subject: { card: 'decision', item, region },
      };
    }
    case 'registration.register': {
      const { verb: _, item, text, preparedOn, preparedParagraph, ...minutes } = action;
      const prepared =
        preparedOn && preparedParagraph
          ? { prepared: { date: preparedOn, paragraph: preparedParagraph } }
          : {};
      return {
        item,
        command: { do: 'register-decision', ...minutes, ...prepared, texts: texts({ text }) },
        done: 'decision-registered',
        subject: { card: 'registration', item, body: action.body },
      };
    }
    default:
      return null;
  }
};

/** What a unit arranges around its answer, and what settles an objection. */
const sharing = (action: CardAction, colleague: FindColleague): CardCommand | null => {
  switch (action.verb) {
    case 'delegate.send': {
      const { item, unit, to } = action;
      return {
        item,
        command: { do: 'delegate', unit, to: colleague(to) },
        done: 'delegated',
        subject: { card: 'request', item, unit },
      };
    }
    case 'reference.send': {
      const { item, unit, hours, name } = action;
      return {
        item,
        command: { do: 'name-reference', unit, hours, texts: texts({ name }) },
        done: 'reference-named',
        subject: { card: 'request', item, unit },
      };
    }
    case 'evidence.send': {
      const { item, unit, text } = action;
      return {
        item,
        command: { do: 'add-evidence', unit, texts: texts({ text }) },
        done: 'evidence-added',
        subject: { card: 'request', item, unit },
      };
    }
    case 'evidence.ask': {
      const { item, unit, text } = action;
      return {
        item,
        command: { do: 'ask-evidence', unit, texts: texts({ text }) },
        done: 'evidence-asked',
        subject: { card: 'objection', item, unit },
      };
    }
    case 'evidence.accept': {
      const { item, unit } = action;
      return {
        item,
        command: { do: 'accept-evidence', unit },
        done: 'evidence-accepted',
        subject: { card: 'objection', item, unit },
      };
    }
    case 'objection.withdraw': {
      const { item, unit } = action;
      return {
        item,
        command: { do: 'withdraw-objection', unit, texts: {} },
        done: 'objection-withdrawn',
        subject: { card: 'request', item, unit },
      };
    }
    case 'owner.send': {
      const { item, to } = action;
      return {
        item,
        command: { do: 'change-owner', to: colleague(to) },
        done: 'owner-changed',
        subject: { card: 'round', item },
      };
    }
    default:
      return null;
  }
};

/** A person as the directory has them; somebody unknown belongs to no region and has no role. */
export type FindColleague = (person: PersonId) => Colleague;

/** Null for a button that only shows something or concerns no case. */
export const cardCommand = (action: CardAction, colleague: FindColleague): CardCommand | null =>
  answering(action) ??
  sharing(action, colleague) ??
  officers(action) ??
  decidingCommand(action) ??
  stageCommand(action);
