import { dateOf } from '#domain/shared/calendar.ts';
import type { LiftedView, MoreTimeView, SolutionAnswerView, SolutionRejectForm } from '../views.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { fact, lay, maybe } from './frame.ts';
import { low } from './label.ts';
import { quote } from './parts.ts';
import type { Writer } from './writer.ts';

/** A proposed solution, to the unit that objected. */
export const solution = (view: SolutionAnswerView, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  const { status, number } = view.solution;
  return lay(
    view,
    w,
    {
      kicker: w.say('solutionAnswer.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('solutionAnswer.summary', { title: w.plainName(view.item.title) }),
    },
    {
      unit: w.name(view.unitName),
      by: w.say('solutionAnswer.by', { by: w.name(view.solution.by) }),
      kind: w.say(`solution.${view.solution.kind}`),
      quote: quote(view.solution.text, w),
      reason: maybe(view.objection.reason, (reason) => w.say(`reason.${reason}`)),
      objection: quote(view.objection.text, w),
      ask: view.mayAnswer,
      said: view.mayAnswer
        ? undefined
        : w.say(status === 'proposed' ? 'solutionAnswer.closed' : `solutionAnswer.${status}`),
      reply: quote(view.solution.reply, w),
      accept: buttonIf(view.mayAnswer, { verb: 'solution.accept', ...of, ...(number ? { number } : {}) }),
      reject: buttonIf(view.mayAnswer, { verb: 'solution.reject-form', ...of }),
    },
  );
};

export const solutionRejectForm = (view: SolutionRejectForm, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  const { number } = view.solution;
  return lay(
    view,
    w,
    {
      kicker: w.name(view.item.title),
      heading: w.say('solutionAnswer.rejectHeading'),
      summary: w.say.plain('solutionAnswer.summaryReject', { title: w.plainName(view.item.title) }),
    },
    {
      kind: w.say(`solution.${view.solution.kind}`),
      quote: quote(view.solution.text, w),
      send: button({ verb: 'solution.reject', ...of, ...(number ? { number } : {}), text: '' }),
      back: button({ verb: 'card.open', subject: { card: 'solution', ...of } }),
    },
  );
};

/** A unit asks for more time: the officer gives 3, 5 or 10 working days, or keeps the deadline. */
export const moreTime = (view: MoreTimeView, w: Writer): Laid => {
  const of = { item: view.item.id, unit: view.unit };
  return lay(
    view,
    w,
    {
      kicker: w.say('moreTime.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('moreTime.summary', {
        unit: w.plainName(view.unitName),
        title: w.plainName(view.item.title),
      }),
    },
    {
      asks: w.say('moreTime.heading', { unit: w.name(view.unitName) }),
      says: w.say(view.reason ? 'moreTime.by' : 'moreTime.noReason', { by: w.name(view.by) }),
      quote: quote(view.reason, w),
      deadline: w.say('moreTime.deadline', { deadline: w.moment(view.deadline) }),
      grants: view.open
        ? view.choices.slice(0, 4).map(({ workingDays, deadline }) => ({
            label: w.say.plain('moreTime.grant', {
              days: workingDays,
              deadline: w.day(dateOf(deadline)),
            }),
            press: button({ verb: 'more-time.grant', ...of, workingDays }),
          }))
        : [],
      refuse: buttonIf(view.open, { verb: 'more-time.refuse', ...of }),
      closed: !view.open,
    },
  );
};

/** A silent unit, to its superior, who may answer in its place. */
export const lifted = (view: LiftedView, w: Writer): Laid => {
  const silent = view.answer.kind === 'no-answer' || view.answer.kind === 'waiting';
  return lay(
    view,
    w,
    {
      kicker: w.say('lifted.kicker', { id: w.name(view.item.id) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('lifted.summary', {
        unit: w.plainName(view.unitName),
        title: w.plainName(view.item.title),
      }),
    },
    {
      intro: silent
        ? w.say('lifted.intro', { unit: w.name(view.unitName) })
        : w.say('lifted.answered', { answer: low(w.say(`answer.${view.answer.kind}`)) }),
      facts: [
        ...fact(w, 'lifted.asked', view.respondents.length > 0 ? w.names(view.respondents) : undefined),
        ...fact(w, 'lifted.deadline', w.moment(view.deadline)),
        ...fact(w, 'field.value', maybe(view.item.value, w.money)),
      ],
      ask: view.open && silent,
      closed: !view.open,
      open: buttonIf(view.open, { verb: 'request.show', item: view.item.id, unit: view.unit }),
    },
  );
};
