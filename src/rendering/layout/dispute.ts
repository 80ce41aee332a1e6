import { OUTCOMES, SOLUTIONS } from '#domain/escalation/reasons.ts';
import type { Plain, Shown } from '../text/safe.ts';
import type { Suggestion } from '../views/sharing.ts';
import type {
  AskAgainForm,
  ConcludeForm,
  EscalateForm,
  ObjectionView,
  RoundView,
  SolutionForm,
  UrgentForm,
} from '../views.ts';
import { button, buttonIf, type CardData, type Laid } from './data.ts';
import { fact, lay, maybe } from './frame.ts';
import { low } from './label.ts';
import {
  answerFacts,
  awaitedFacts,
  escalationText,
  evidenceText,
  quote,
  regionLines,
  solutionText,
} from './parts.ts';
import type { Writer } from './writer.ts';

export const outcomeChoices = (w: Writer) =>
  OUTCOMES.map((outcome) => ({ title: w.say.plain(`outcome.${outcome}`), value: w.input(outcome) }));

const NO_EVIDENCE = { status: 'given', given: [] } as const;

/** What may meet the objection, as a suggestion: the officer chooses. */
const suggestionText = ({ kind, start }: Suggestion, w: Writer): Shown =>
  start === undefined
    ? w.say('dispute.suggestion', { kind: low(w.say(`solution.${kind}`)) })
    : w.say('dispute.suggestionStart', { start: w.day(start) });

/** The officer's card of an objection: what is said, what would settle it, and three ways on. */
export const objection = (view: ObjectionView, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  const { reason, by, text, evidence } = view.answer;
  return lay(
    view,
    w,
    {
      kicker: w.say('dispute.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('dispute.summary', {
        unit: w.plainName(view.unitName),
        title: w.plainName(view.item.title),
      }),
    },
    {
      from: w.say('dispute.from', { unit: w.name(view.unitName), region: w.region(view.region) }),
      reason: maybe(reason, (code) => w.say(`reason.${code}`)),
      says: maybe(by, (name) => w.say('dispute.says', { by: w.name(name) })),
      quote: quote(text, w),
      evidence: quote(evidence, w),
      // What nobody has handed in waits for nobody, and what is settled needs no evidence any more.
      evidenceStatus: view.settled ? undefined : evidenceText(view.answer.evidenceLine ?? NO_EVIDENCE, w),
      withdrawn: view.withdrawn === true,
      // Another arena is a way out of coordination, and that takes a decision.
      suggestion:
        reason === 'external-arena' && !view.settled
          ? w.say('dispute.external')
          : maybe(view.suggestion, (suggestion) => suggestionText(suggestion, w)),
      settles: maybe(reason, (code) =>
        w.say('dispute.settles', { evidence: low(w.say(`evidence.${code}`)) }),
      ),
      facts: [
        ...answerFacts(
          {
            kind: 'objection',
            ...(view.answer.at ? { at: view.answer.at } : {}),
            ...(view.answer.contract ? { contract: view.answer.contract } : {}),
          },
          w,
        ).slice(1),
        ...fact(
          w,
          'round.escalation',
          maybe(view.escalation, (line) => escalationText(line, w)),
        ),
        ...awaitedFacts(view.escalation, w),
        ...fact(w, 'common.due', maybe(view.escalation?.due ?? undefined, w.moment)),
      ],
      solution: maybe(view.solution, (solution) => ({
        text: solutionText(solution, w),
        quote: quote(solution.text, w),
        reply: maybe(solution.reply || undefined, (reply) => w.say('dispute.reply', { text: w.text(reply) })),
      })),
      others: regionLines(view.others, w),
      settled: view.settled,
      settledText: w.say(view.decided ? 'dispute.stands' : 'dispute.settled'),
      open: view.may.propose || view.may.askAgain || view.may.escalate,
      acceptEvidence: buttonIf(view.may.acceptEvidence === true, { verb: 'evidence.accept', ...of }),
      askEvidence: buttonIf(view.may.askEvidence === true, { verb: 'evidence.ask-form', ...of }),
      propose: buttonIf(view.may.propose, { verb: 'solution.form', ...of }),
      askAgain: buttonIf(view.may.askAgain, { verb: 'ask-again.form', ...of }),
      escalateLabel: escalateLabel(view, w),
      escalate: buttonIf(view.may.escalate, { verb: 'escalate.form', item: view.item.id }),
    },
  );
};

/** The forms go back to the objection, or to the round where no unit is named. */
const back = (of: { item: SolutionForm['item']['id']; unit: SolutionForm['unit'] }): CardData => ({
  back: button({ verb: 'card.open', subject: { card: 'objection', ...of } }),
});

export const solutionForm = (view: SolutionForm, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('propose.heading'),
      summary: w.say.plain('propose.summary', { title: w.plainName(view.item.title) }),
    },
    {
      intro: w.say('propose.intro', { unit: w.name(view.unitName) }),
      kinds: SOLUTIONS.map((kind) => ({ title: w.say.plain(`solution.${kind}`), value: w.input(kind) })),
      kind: w.input(view.suggestion?.kind ?? SOLUTIONS[0]),
      text:
        view.suggestion?.start === undefined
          ? w.input('')
          : w.say.plain('propose.staggered', { start: w.day(view.suggestion.start) }),
      send: button({ verb: 'solution.propose', ...of, solution: SOLUTIONS[0], text: '' }),
      ...back(of),
    },
  );
};

export const askAgainForm = (view: AskAgainForm, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('askAgain.heading'),
      summary: w.say.plain('askAgain.summary', { title: w.plainName(view.item.title) }),
    },
    {
      intro: w.say('askAgain.intro', { unit: w.name(view.unitName) }),
      deadline: w.input(view.suggestedDeadline),
      send: button({ verb: 'ask-again.send', ...of, deadline: view.suggestedDeadline, text: '' }),
      ...back(of),
    },
  );
};

/** The council that has the case already is asked about another proposal; else it is lifted there. */
export const escalateLabel = ({ escalation }: Pick<RoundView, 'escalation'>, w: Writer): Plain =>
  w.say.plain(escalation?.level === 'council' ? 'round.changeProposal' : 'round.escalate');

export const escalateForm = (view: EscalateForm, w: Writer): Laid => {
  const item = view.item.id;
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say(view.standing ? 'escalateForm.headingChange' : 'escalateForm.heading'),
      summary: w.say.plain('escalateForm.summary', { title: w.plainName(view.item.title) }),
    },
    {
      intro: w.say(view.standing ? 'escalateForm.introChange' : 'escalateForm.intro'),
      sendLabel: w.say.plain(view.standing ? 'escalateForm.sendChange' : 'escalateForm.send'),
      outcomes: outcomeChoices(w),
      outcome: w.input(view.suggested),
      until: w.input(''),
      send: button({ verb: 'escalate.send', item, outcome: view.suggested, text: '' }),
      back: button({ verb: 'card.open', subject: { card: 'round', item } }),
    },
  );
};

export const concludeForm = (view: ConcludeForm, w: Writer): Laid => {
  const item = view.item.id;
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('concludeForm.heading'),
      summary: w.say.plain('concludeForm.summary', { title: w.plainName(view.item.title) }),
    },
    {
      intro: w.say('concludeForm.intro'),
      send: button({ verb: 'conclude.send', item, text: '' }),
      back: button({ verb: 'card.open', subject: { card: 'round', item } }),
    },
  );
};

export const urgentForm = (view: UrgentForm, w: Writer): Laid => {
  const item = view.item.id;
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('urgentForm.heading'),
      summary: w.say.plain('urgentForm.summary', { title: w.plainName(view.item.title) }),
    },
    {
      intro: w.say('urgentForm.intro', { people: w.names(view.deciders) }),
      send: button({ verb: 'urgent.send', item, text: '' }),
      back: button({ verb: 'card.open', subject: { card: 'round', item } }),
    },
  );
};
