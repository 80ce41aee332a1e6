import { dateOf } from '#domain/shared/calendar.ts';
import type { DecisionView, ManagersView, RegistrationView } from '../views.ts';
import { brief } from './brief.ts';
import { caseFacts } from './case-facts.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { decided } from './decided.ts';
import { outcomeChoices } from './dispute.ts';
import { fact, firstLines, lay, maybe } from './frame.ts';
import { absentLines, keyFacts, mandateText, positionLines, proposalText, stanceLines } from './parts.ts';
import { weighing } from './weighing.ts';
import type { Writer } from './writer.ts';

export const managers = (view: ManagersView, w: Writer): Laid =>
  lay(
    view,
    w,
    {
      kicker: w.say('managers.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('managers.summary', { title: w.plainName(view.item.title) }),
    },
    {
      intro: view.open ? w.say('managers.intro') : w.say('managers.over'),
      due: view.open
        ? view.due === null
          ? w.say('managers.dueNone')
          : w.say('managers.due', { due: w.moment(view.due) })
        : undefined,
      brief: brief(view.item, view.facts, undefined, [], w),
      item: keyFacts(view.item, w),
      facts: caseFacts(view.facts, w),
      opens: view.open
        ? view.openObjections.slice(0, 5).map(({ unit, unitName }) => ({
            label: w.say.plain('managers.openUnit', { unit: w.plainName(unitName) }),
            press: button({ verb: 'request.show', item: view.item.id, unit }),
          }))
        : [],
    },
  );

export const decision = (view: DecisionView, w: Writer): Laid => {
  const open = view.decided === undefined;
  return lay(
    view,
    w,
    {
      kicker: w.say(open ? 'decision.kicker' : 'decision.kickerDone', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('decision.summary', { title: w.plainName(view.item.title) }),
    },
    {
      example: view.example,
      due: open && view.due !== null ? w.say('decision.due', { due: w.moment(view.due) }) : undefined,
      proposal: proposalText(view.proposal, w),
      acts: open ? w.say('decision.acts', { regions: w.regions(view.actsFor) }) : undefined,
      brief: brief(view.item, view.facts, view.stakes, view.regions, w),
      mandate: [
        ...fact(w, 'decision.actsFor', w.regions(view.actsFor)),
        ...fact(w, 'decision.rule', mandateText(view.mandate, w)),
        ...fact(w, 'decision.body', w.name(view.bodyName[w.language])),
      ],
      item: keyFacts(view.item, w),
      facts: caseFacts(view.facts, w),
      stances: [...stanceLines(view.regions, w), ...absentLines(view.absent ?? [], w)],
      positions: positionLines(firstLines(view.council, w).lines, w),
      noCouncil: view.council.length === 0,
      ...weighing(view, w),
      urgency: maybe(view.urgency, ({ by, reason }) =>
        w.say('decision.urgency', { by: w.name(by), reason: w.text(reason) }),
      ),
      until: w.input(view.proposal.until ?? ''),
      conflict: buttonIf(open, {
        verb: 'decision.declare',
        item: view.item.id,
        region: view.region.id,
        conflict: true,
      }),
      decided: view.decided ? [decided(view.decided, w)] : [],
      open,
      outcomes: outcomeChoices(w),
      outcome: w.input(view.proposal.outcome),
      decide: buttonIf(open, {
        verb: 'decision.decide',
        item: view.item.id,
        region: view.region.id,
        revision: view.item.revision,
        outcome: view.proposal.outcome,
        text: '',
      }),
    },
  );
};

export const registration = (view: RegistrationView, w: Writer): Laid => {
  const open = view.decided === undefined;
  const today = dateOf(view.asOf);
  return lay(
    view,
    w,
    {
      kicker: w.say(open ? 'registration.kicker' : 'decision.kickerDone', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('registration.summary', { title: w.plainName(view.item.title) }),
    },
    {
      question: w.say('registration.question', { body: w.name(view.bodyName[w.language]) }),
      example: view.example,
      insteadOf: maybe(view.insteadOf, (name) =>
        w.say('registration.insteadOf', {
          name: w.name(name),
          body: w.name(view.bodyName[w.language]),
        }),
      ),
      proposal: proposalText(view.proposal, w),
      mandate: fact(w, 'decision.actsFor', w.regions(view.actsFor)),
      facts: caseFacts(view.facts, w),
      stances: stanceLines(view.regions, w),
      ...weighing(view, w),
      until: w.input(view.proposal.until ?? ''),
      preparedOn: maybe(view.preparedBy, (name) =>
        w.say.plain('registration.preparedOn', { body: w.plainName(name[w.language]) }),
      ),
      preparedParagraph: maybe(view.preparedBy, (name) =>
        w.say.plain('registration.preparedParagraph', { body: w.plainName(name[w.language]) }),
      ),
      decided: view.decided ? [decided(view.decided, w)] : [],
      open,
      outcomes: outcomeChoices(w),
      outcome: w.input(view.proposal.outcome),
      date: w.input(today),
      memo: button({ verb: 'memo.show', item: view.item.id, body: view.body }),
      former: maybe(view.former, ({ body }) =>
        button({ verb: 'card.open', subject: { card: 'registration', item: view.item.id, body } }),
      ),
      formerTitle: view.former
        ? w.say.plain('registration.former', { body: w.plainName(view.former.name[w.language]) })
        : w.input(''),
      register: buttonIf(open, {
        verb: 'registration.register',
        item: view.item.id,
        body: view.body,
        ...(view.region ? { region: view.region } : {}),
        revision: view.item.revision,
        outcome: view.proposal.outcome,
        date: today,
        paragraph: '',
        registryNumber: '',
        text: '',
      }),
    },
  );
};
