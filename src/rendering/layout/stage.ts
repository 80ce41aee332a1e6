import type { StageView } from '../views/stage.ts';
import { button, buttonIf, type Laid } from './data.ts';
import { lay, maybe } from './frame.ts';
import { low } from './label.ts';
import { asked } from './stage-asked.ts';
import { factLine, line } from './stage-fact.ts';
import type { Writer } from './writer.ts';

/** An item's way from its decision to begin to its end: what is known, and one question with one button. */
export const stage = (view: StageView, w: Writer): Laid => {
  const item = view.item.id;
  const question = maybe(view.step, (step) => asked(step, view, w));
  const missing = view.facts.some((fact) => fact.kind === 'missing');
  const example = view.step !== undefined && 'example' in view.step && view.step.example;
  return lay(
    view,
    w,
    {
      kicker: w.say('stage.kicker', { id: w.name(item) }),
      heading: w.name(view.item.title),
      summary: w.say.plain('stage.summary', {
        title: w.plainName(view.item.title),
        status: low(w.say.plain(`status.${view.status}`)),
      }),
    },
    {
      status: w.say(`status.${view.status}`),
      example,
      warning:
        missing && view.facts.some((fact) => fact.kind === 'missing' && fact.late)
          ? w.say('stage.flagged')
          : undefined,
      own: maybe(view.own, ({ region, takesPart }) =>
        w.say(takesPart ? 'stage.callOff' : 'stage.outside', { region: w.region(region) }),
      ),
      facts: [
        ...view.facts.map((fact) => factLine(fact, w)),
        ...(view.owner === undefined ? [] : [line(w.say('item.owner'), w.name(view.owner))]),
      ],
      question: question?.question,
      note: question?.note,
      lines: question?.lines ?? [],
      more: question?.more,
      fields: question?.fields ?? [],
      send: maybe(question?.send, button),
      sendTitle: question?.sendTitle ?? w.input(''),
      choices: (question?.choices ?? []).map(({ label, press }) => ({ label, press: button(press) })),
      choose: maybe(question?.choose, button),
      chooseTitle: question?.chooseTitle ?? w.input(''),
      regularise: buttonIf(view.regularise !== undefined, {
        verb: 'stage.ask',
        item,
        kind: view.regularise ?? 'initiate',
      }),
      others: [
        ...(view.sayPrinciple === undefined
          ? []
          : [
              {
                label: w.say.plain(view.sayPrinciple ? 'stage.principle' : 'stage.noPrinciple'),
                press: button({ verb: 'stage.principle', item, principle: view.sayPrinciple }),
              },
            ]),
        ...(view.mayNoteTenders
          ? [{ label: w.say.plain('stage.tendersOpen'), press: button({ verb: 'tenders.form', item }) }]
          : []),
        ...(view.mayReplace
          ? [{ label: w.say.plain('evaluator.open'), press: button({ verb: 'evaluator.form', item }) }]
          : []),
        ...(view.mayCallOff
          ? [{ label: w.say.plain('callOff.open'), press: button({ verb: 'calloff.form', item }) }]
          : []),
        ...(view.undo
          ? [
              {
                label: w.say.plain('callOff.undo', {
                  unit: w.plainName(view.undo.unitName),
                  value: w.kronor(view.undo.value),
                }),
                press: button({
                  verb: 'calloff.send',
                  item,
                  number: view.undo.number,
                  unit: view.undo.unit,
                  value: 0,
                  date: view.undo.date,
                  corrects: true,
                }),
              },
            ]
          : []),
        ...(view.mayDocument
          ? [{ label: w.say.plain('stage.documentOpen'), press: button({ verb: 'stage.document', item }) }]
          : []),
        ...(view.changeOwner
          ? [{ label: w.say.plain('round.changeOwner'), press: button({ verb: 'owner.form', item }) }]
          : []),
        ...view.others.map((to) => ({
          label: w.say.plain(`stageSend.${to}`),
          press: button({ verb: 'stage.form', item, to }),
        })),
        ...(view.more
          ? [{ label: w.say.plain('stage.more'), press: button({ verb: 'stage.more', item }) }]
          : []),
      ],
      back: button({ verb: 'item.show', item }),
    },
  );
};
